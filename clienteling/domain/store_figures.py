"""What a manager sees of the store: books by size, contacts made, what is overdue, who was not contacted for long."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

SILENT = 60
"""So many days without contact make a stale account."""
EDGES = (30, 60, 90)
"""Where the days since the last contact are divided."""
WEEKS = 12
LATELY = 30


@dataclass(frozen=True, slots=True)
class Silence:
    """How many customers had their last contact in each part of `EDGES`; `never` of the last one had none at all."""

    parts: tuple[int, ...] = (0, 0, 0, 0)
    never: int = 0

    @property
    def customers(self) -> int:
        return sum(self.parts)

    @property
    def stale(self) -> int:
        """Those without contact for `SILENT` days or more."""
        return sum(self.parts[EDGES.index(SILENT) + 1 :])

    def plus(self, other: "Silence") -> "Silence":
        parts = tuple(one + more for one, more in zip(self.parts, other.parts, strict=True))
        return Silence(parts, self.never + other.never)


@dataclass(frozen=True, slots=True)
class Associate:
    """A worker of the store. `contacts` are those of the last `LATELY` days; `leaves` is the last day if it is near.

    `lent_to` has the book for now, to the end of `lent_until`.
    """

    worker_id: int
    personnel_number: str
    name: str
    silence: Silence = Silence()
    contacts: int = 0
    overdue: int = 0
    leaves: date | None = None
    lent_to: str = ""
    lent_until: date | None = None

    @property
    def customers(self) -> int:
        return self.silence.customers

    @property
    def stale(self) -> int:
        return self.silence.stale


@dataclass(frozen=True, slots=True)
class Figures:
    """`weeks` are the contacts made in each of the last weeks by its Monday, the present one last."""

    today: date
    associates: tuple[Associate, ...]
    weeks: tuple[tuple[date, int], ...]
    total: Associate = field(init=False)

    def __post_init__(self) -> None:
        silence = Silence()
        for associate in self.associates:
            silence = silence.plus(associate.silence)
        contacts = sum(associate.contacts for associate in self.associates)
        overdue = sum(associate.overdue for associate in self.associates)
        object.__setattr__(self, "total", Associate(0, "", "", silence, contacts, overdue))

    @property
    def average(self) -> int:
        """How many customers a book has that is not empty."""
        sizes = [associate.customers for associate in self.associates if associate.customers]
        return round(sum(sizes) / len(sizes)) if sizes else 0


def mondays(today: date, weeks: int = WEEKS) -> tuple[date, ...]:
    """The Mondays of the last weeks, that of this one last."""
    this = today - timedelta(days=today.weekday())
    return tuple(this - timedelta(weeks=back) for back in range(weeks - 1, -1, -1))


def shown(associates: Sequence[Associate]) -> tuple[Associate, ...]:
    """Those who have customers, contacts or something overdue; the largest books first."""
    known = [a for a in associates if a.customers or a.contacts or a.overdue]
    return tuple(sorted(known, key=lambda a: (-a.customers, a.name, a.worker_id)))
