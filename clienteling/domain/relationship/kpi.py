"""The figures of a relationship over a year: what was sent and received, how much time it took, who answers how fast.

Writing a mail takes 5 minutes and reading one 2.5. A meeting or a call takes as long as it says; where it does not say
so, as our activities do not, a meeting counts half an hour and a call ten minutes. What several of us took part in, or
read, takes the time of each of them; the customer's time is not multiplied.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from clienteling.domain.relationship.interaction import Channel, Interaction

READING, WRITING = 2.5, 5.0  # minutes
ASSUMED = {Channel.MEETING: 30.0, Channel.PHONE: 10.0, Channel.TASK: 0.0}  # minutes, where nothing says how long
WINDOW = timedelta(days=365)
MOST_CONTACTED = 3


@dataclass(frozen=True, slots=True)
class Responses:
    """How many mails got an answer, of how many, and how long the first one took on average."""

    asked: int = 0
    answered: int = 0
    hours: float | None = None

    @property
    def rate(self) -> float | None:
        return self.answered / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Kpis:
    """Times are in minutes. `last` and `next` are the interactions before and after the moment that was asked for.

    `most_contacted_by` are the keys of up to three workers, each with how often they were in touch.
    """

    emails_sent: int = 0
    emails_received: int = 0
    meetings_by_us: int = 0
    meetings_by_them: int = 0
    calls_made: int = 0
    calls_received: int = 0
    tasks: int = 0
    team_minutes: float = 0
    customer_minutes: float = 0
    face_minutes: float = 0
    responses_by_us: Responses = Responses()
    responses_by_them: Responses = Responses()
    last: Interaction | None = None
    next: Interaction | None = None
    most_contacted_by: tuple[tuple[int, int], ...] = ()

    @property
    def emails(self) -> int:
        return self.emails_sent + self.emails_received

    @property
    def meetings(self) -> int:
        return self.meetings_by_us + self.meetings_by_them

    @property
    def calls(self) -> int:
        return self.calls_made + self.calls_received


def kpis(interactions: Iterable[Interaction], now: datetime) -> Kpis:
    """The figures of one customer up to `now`, from the year before."""
    known = sorted(interactions, key=lambda i: i.at)
    past = [i for i in known if now - WINDOW <= i.at <= now]
    before = [i for i in known if i.at <= now]
    after = [i for i in known if i.at > now]
    counts = Counter((i.channel, i.by_us) for i in past)
    times = [time_of(i) for i in past]
    mails = [i for i in past if i.channel is Channel.EMAIL]
    colleagues = Counter(worker for i in past if i.channel is not Channel.TASK for worker in set(i.colleagues))
    return Kpis(
        emails_sent=counts[Channel.EMAIL, True],
        emails_received=counts[Channel.EMAIL, False],
        meetings_by_us=counts[Channel.MEETING, True],
        meetings_by_them=counts[Channel.MEETING, False],
        calls_made=counts[Channel.PHONE, True],
        calls_received=counts[Channel.PHONE, False],
        tasks=counts[Channel.TASK, True] + counts[Channel.TASK, False],
        team_minutes=sum(team for team, _ in times),
        customer_minutes=sum(customer for _, customer in times),
        face_minutes=sum(length(i) for i in past if i.channel is Channel.MEETING),
        responses_by_us=_responses(mails, by_us=True),
        responses_by_them=_responses(mails, by_us=False),
        last=before[-1] if before else None,
        next=after[0] if after else None,
        most_contacted_by=tuple(sorted(colleagues.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_CONTACTED]),
    )


def length(interaction: Interaction) -> float:
    """How many minutes a meeting, a call or a task took."""
    return ASSUMED[interaction.channel] if interaction.minutes is None else max(interaction.minutes, 0.0)


def time_of(interaction: Interaction) -> tuple[float, float]:
    """The team's and the customer's minutes."""
    people = max(len(set(interaction.colleagues)), 1)
    match interaction.channel:
        case Channel.EMAIL:
            return (WRITING, READING) if interaction.by_us else (READING * people, WRITING)
        case Channel.TASK:
            return length(interaction) * people, 0.0
        case Channel.MEETING | Channel.PHONE:
            return length(interaction) * people, length(interaction)


def _responses(mails: Sequence[Interaction], *, by_us: bool) -> Responses:
    """How one side answered the other's mails. `mails` are in the order of time.

    Several mails without an answer in between are one question, which the next answer answers.
    """
    waiting: dict[str, datetime] = {}
    asked, hours = 0, []
    for mail in mails:
        if not mail.conversation:
            continue
        if mail.by_us is not by_us:
            asked += mail.conversation not in waiting
            waiting.setdefault(mail.conversation, mail.at)
        elif (since := waiting.pop(mail.conversation, None)) is not None:
            hours.append((mail.at - since).total_seconds() / 3600)
    return Responses(asked, len(hours), round(sum(hours) / len(hours), 2) if hours else None)
