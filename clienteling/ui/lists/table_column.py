"""What a column of a table is: a head, and how each row shows in it."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from clienteling.domain.spreadsheet import Cell
from clienteling.domain.text import fold
from clienteling.ui.widgets.label import Tone
from clienteling.ui.widgets.pill import State

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Pill:
    """A small sign in words at the end of a cell's text; without a state it is plain."""

    text: str
    state: State | None = None


@dataclass(frozen=True)
class Column(Generic[R]):
    """`text` is what a cell shows. Spare width is shared by `weight`, and `width` is the least.

    Rows are sorted by `sort_key`, or else by the text; a spreadsheet gets `cell`, or else the text. In front of
    the text may stand an `icon` or, with `face`, the initials of who the row is about; behind it a `pill`.
    `bar` is a share of 1 that is drawn before the text. With `note` a muted second line stands below.
    """

    title: str
    text: Callable[[R], str]
    at_end: bool = False
    weight: int = 1
    width: int = 0
    sortable: bool = True
    sort_key: Callable[[R], Any] | None = None
    cell: Callable[[R], Cell] | None = None
    note: Callable[[R], str] | None = None
    icon: Callable[[R], str] | None = None
    face: bool = False
    pill: Callable[[R], Pill | None] | None = None
    bar: Callable[[R], float] | None = None
    tone: Callable[[R], Tone] | None = None
    muted: bool = False
    strong: bool = False

    def exported(self, row: R) -> Cell:
        return self.cell(row) if self.cell is not None else self.text(row)

    def order(self, row: R) -> tuple[int, Any]:
        """By what rows are sorted: those without a value come last."""
        key = self.sort_key(row) if self.sort_key is not None else fold(self.text(row))
        return (1, 0) if key is None else (0, key)

    def spoken(self, row: R) -> str:
        """The cell as a screen reader says it."""
        pill = self.pill(row) if self.pill is not None else None
        parts = (self.text(row), self.note(row) if self.note else "", pill.text if pill else "")
        return ", ".join(part for part in parts if part)


def share(part: float | Decimal, whole: float | Decimal) -> float:
    """What a `bar` shows: a part of a whole that may be nothing."""
    return float(part) / float(whole) if whole else 0.0
