"""Who knows whom: the colleagues who can introduce somebody to a customer, and the mail that asks them to."""

import string
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from clienteling.domain.errors import Invalid, mark
from clienteling.domain.relationship.interaction import Channel, Interaction
from clienteling.domain.text import checked

MOST = 5
LEVELS = 5
WINDOW = 365  # days
HALF_LIFE = 90  # days
HALF_STRENGTH = 4.0  # decayed contacts that make a score of 50
LONGEST_SUBJECT = 200
LONGEST_BODY = 4000

# A meeting makes people known to each other more than a mail; a task is nothing that happened between them.
_WORTH = {Channel.EMAIL: 1.0, Channel.PHONE: 1.5, Channel.MEETING: 2.0, Channel.TASK: 0.0}
_DAY = 86_400.0

STRENGTHS = (mark("Very weak"), mark("Weak"), mark("Medium"), mark("Strong"), mark("Very strong"))


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """A worker who knows a customer: a score from 0 to 100 with two decimals, and their last interaction."""

    worker_id: int
    score: float
    last: Interaction

    @property
    def level(self) -> int:
        """From 1, very weak, to 5, very strong."""
        return min(int(self.score // (100 / LEVELS)) + 1, LEVELS)

    @property
    def strength(self) -> str:
        """The level in words; a translatable literal."""
        return STRENGTHS[self.level - 1]


def acquaintances(
    interactions: Iterable[Interaction], now: datetime, workers: Collection[int] | None = None
) -> tuple[Acquaintance, ...]:
    """Up to five workers, the strongest first: how often they were in touch within a year, and how recently.

    Everybody sees the same ones. `workers` are those who can be asked; None: all of them.
    """
    worth: dict[int, float] = {}
    last: dict[int, Interaction] = {}
    for interaction in interactions:
        age = (now - interaction.at).total_seconds() / _DAY
        if not 0 <= age <= WINDOW or not _WORTH[interaction.channel]:
            continue
        for worker in set(interaction.colleagues):
            if workers is not None and worker not in workers:
                continue
            worth[worker] = worth.get(worker, 0) + _WORTH[interaction.channel] * 2 ** (-age / HALF_LIFE)
            if worker not in last or interaction.at > last[worker].at:
                last[worker] = interaction
    found = [
        Acquaintance(key, round(100 * (1 - 2 ** (-value / HALF_STRENGTH)), 2), last[key])
        for key, value in worth.items()
    ]
    return tuple(sorted(found, key=lambda a: (-a.score, -a.last.at.timestamp(), a.worker_id))[:MOST])


@dataclass(frozen=True, slots=True)
class Introduction:
    """The template of the mail. {colleague}, {customer} and {me} stand for names."""

    subject: str = mark("Would you introduce me to {customer}?")
    body: str = mark(
        "Hello {colleague},\n\nyou know {customer}. Would you introduce me, or tell me how best to get in touch?\n\n"
        "Thank you\n{me}"
    )


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that is filled in, for somebody to look at and to send."""

    to: str
    subject: str
    body: str

    @property
    def link(self) -> str:
        """What opens it in the mail program."""
        body = self.body.replace("\r\n", "\n").replace("\n", "\r\n")
        return f"mailto:{quote(self.to, safe='@')}?subject={quote(self.subject)}&body={quote(body)}"


_NAMES = frozenset({"colleague", "customer", "me"})


def check_introduction(template: Introduction) -> None:
    """Raise `Invalid` at "subject" or "body" if a template cannot be filled in."""
    fields = (("subject", template.subject, LONGEST_SUBJECT), ("body", template.body, LONGEST_BODY))
    for field, text, longest in fields:
        checked(field, text, longest=longest, required=True)
        try:
            parts = list(string.Formatter().parse(text))
        except ValueError:
            raise Invalid(field, mark("A brace stands alone. Names are written as {{colleague}}.")) from None
        for _, name, form, conversion in parts:
            if name is not None and (name not in _NAMES or form or conversion):
                message = mark("There is no name {name}. There are: {choices}.")
                raise Invalid(field, message, name=f"{{{name}}}", choices=", ".join(f"{{{n}}}" for n in sorted(_NAMES)))


def introduction_mail(template: Introduction, *, to: str, colleague: str, customer: str, me: str) -> Mail:
    """The mail that asks a colleague for an introduction."""
    names = {"colleague": colleague, "customer": customer, "me": me}
    # A subject is one line, whatever a name has in it.
    return Mail(to, " ".join(template.subject.format(**names).split()), template.body.format(**names))
