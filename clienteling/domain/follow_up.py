"""Follow-ups: what somebody has set out to do, most of them about a customer, and the rules that propose them.

A rule finds causes: a birthday that comes near, a purchase some days ago, a silence. Each cause has a key, and makes
one follow-up in all time: one that was done or skipped does not come back.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from clienteling.domain.customer import Channel
from clienteling.domain.dates import YearlyDate, next_time
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.text import checked

LONGEST_TITLE = 120
LONGEST_TEXT = 2000
LONGEST_CODE = 40
MOST_DAYS = 730
MOST_PROPOSED = 20
"""So many proposals of one rule wait for a worker at a time; the next come when these are taken or skipped."""
LATE_PURCHASE = 14
"""So many days a follow-up of a purchase may come too late, after an import for instance; later ones are not made."""


class State(StrEnum):
    """A proposal is taken or skipped by its worker; what is open gets done or dropped."""

    PROPOSED = "proposed"
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Cause(StrEnum):
    """Why there is a follow-up: somebody wanted it, or a rule found something."""

    HAND = "hand"
    DATE = "date"
    PURCHASE = "purchase"
    NO_CONTACT = "no_contact"
    SECRET = "secret"  # noqa: S105 - a kind of rule


class Section(StrEnum):
    """Where an open follow-up stands."""

    OVERDUE = "overdue"
    TODAY = "today"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Rule:
    """What headquarters wants to be followed up. `code` names it, `title` is what the follow-ups are called.

    `days` are counted before a date or the end of a secret, after a purchase, or without contact. `date_name` narrows a
    rule for dates to one of them ("Birthday"). `proposes`: the worker chooses whether to take them.
    """

    code: str
    cause: Cause
    title: str
    days: int
    date_name: str = ""
    proposes: bool = True
    active: bool = True


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is to be done by `worker_id` on a day, at a time or at any.

    `subject` is what the cause is called: the name of a date or of a secret. `days` are the rule's. `phone` is the
    customer's primary one, `refused` are the channels that the customer does not want.
    """

    id: int
    worker_id: int
    worker: str
    title: str
    due: date
    state: State
    version: int
    at: time | None = None
    text: str = ""
    customer_id: int | None = None
    account_number: str = ""
    customer: str = ""
    phone: str = ""
    email: str = ""
    refused: frozenset[Channel] = frozenset()
    cause: Cause = Cause.HAND
    days: int = 0
    subject: str = ""
    cause_day: date | None = None
    ended_at: datetime | None = None

    def section(self, today: date) -> Section:
        return section_of(self.due, today)


@dataclass(frozen=True, slots=True)
class FollowUpCounts:
    """How many open follow-ups a worker has, and proposals."""

    overdue: int = 0
    today: int = 0
    coming: int = 0
    proposed: int = 0

    @property
    def now(self) -> int:
        """What stands on the rail: those that are to be done by today."""
        return self.overdue + self.today


@dataclass(frozen=True, slots=True)
class Found:
    """A cause that a rule has found: for whom, about whom, on which day it happens or happened."""

    worker_id: int
    customer_id: int | None
    day: date
    subject: str = ""


@dataclass(frozen=True, slots=True)
class NewFollowUp:
    """One that a rule makes. `key` is the cause's, one in all time."""

    worker_id: int
    customer_id: int | None
    title: str
    due: date
    state: State
    cause: Cause
    days: int
    subject: str
    cause_day: date
    key: str


def section_of(due: date, today: date) -> Section:
    if due < today:
        return Section.OVERDUE
    return Section.TODAY if due == today else Section.COMING


def checked_title(title: str) -> str:
    """A title that can be stored. Raises `Invalid` with field "title"."""
    return checked("title", title, longest=LONGEST_TITLE, required=True)


def checked_text(text: str) -> str:
    return checked("text", text, longest=LONGEST_TEXT)


def check_due(due: date, today: date) -> None:
    """Refuse days that are over, and such as nobody plans for."""
    if due < today:
        raise Invalid("due", mark("This day is over. Please choose today or a later one."))
    if due > today + timedelta(days=MOST_DAYS):
        raise Invalid("due", mark("Please choose a day within the next two years."))


def checked_rule(rule: Rule) -> Rule:
    """A rule that can be stored. Raises `Invalid` with the name of the field."""
    code = checked("code", rule.code, longest=LONGEST_CODE, required=True)
    if any(not (letter.isalnum() or letter in "-_") for letter in code):
        raise Invalid("code", mark("A code has letters, digits, “-” and “_” only."))
    if rule.cause is Cause.HAND:
        raise Invalid("cause", mark("A rule needs a cause: a date, a purchase, no contact, or a secret."))
    if not 0 <= rule.days <= MOST_DAYS:
        raise Invalid("days", mark("Please choose 0 to {most} days."), most=MOST_DAYS)
    if rule.cause is Cause.NO_CONTACT and rule.days < 1:
        raise Invalid("days", mark("A day without contact is the least that can be asked for."))
    name = checked("date_name", rule.date_name, longest=LONGEST_CODE)
    if name and rule.cause is not Cause.DATE:
        raise Invalid("date_name", mark("Only a rule for dates has the name of one."))
    return replace(rule, code=code, title=checked_title(rule.title), date_name=name)


def wanted_days(rule: Rule, today: date) -> tuple[date, ...]:
    """The days on which a date has to fall, so that it is near enough for a rule."""
    return tuple(today + timedelta(days=number) for number in range(rule.days + 1))


def date_is_near(rule: Rule, day: YearlyDate, today: date) -> date | None:
    """When a yearly date comes round next, if that is near enough for a rule."""
    coming = next_time(day, today)
    return coming if coming <= today + timedelta(days=rule.days) else None


def purchase_days(rule: Rule, today: date) -> tuple[date, date]:
    """The first and the last day of the purchases that are to be followed up today."""
    last = today - timedelta(days=rule.days)
    return last - timedelta(days=LATE_PURCHASE), last


def silent_since(rule: Rule, today: date) -> date:
    """Whose last contact was on this day or before, is to be followed up."""
    return today - timedelta(days=rule.days)


def made_of(rule: Rule, found: Found, today: date) -> NewFollowUp:
    """The follow-up of a cause: due on the date, or now."""
    due = max(today, found.day) if rule.cause is Cause.DATE else today
    about = found.subject if found.customer_id is None else str(found.customer_id)
    if rule.cause is Cause.DATE:
        about = f"{about} {found.subject}"
    return NewFollowUp(
        worker_id=found.worker_id,
        customer_id=found.customer_id,
        title=rule.title,
        due=due,
        state=State.PROPOSED if rule.proposes else State.OPEN,
        cause=rule.cause,
        days=rule.days,
        subject=found.subject,
        cause_day=found.day,
        key=f"{rule.code} {about} {found.day.isoformat()}",
    )


DEFAULT_RULES = (
    Rule("birthday", Cause.DATE, mark("Birthday wishes"), 7, "Birthday"),
    Rule("after-purchase", Cause.PURCHASE, mark("Ask whether everything fits"), 7),
    Rule("no-contact", Cause.NO_CONTACT, mark("Say hello"), 60),
    Rule("secret", Cause.SECRET, mark("Renew the secret"), 30, proposes=False),
)
"""What a company begins with; headquarters changes it."""
