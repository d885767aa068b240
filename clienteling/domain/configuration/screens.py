"""Screen layouts, and to whom they are given."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clienteling.domain.configuration.item import Item, Reference, code_problems, key_of, text_problems
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.layout import (
    ACTIONS,
    MOST_COLUMNS,
    MOST_ROWS,
    Button,
    ButtonGrid,
    Colour,
    Layout,
    Size,
    Subject,
    Widget,
)

_ARGB = re.compile(r"#[0-9A-Fa-f]{8}")
_SECTIONS = {Subject.WORKER: "workers", Subject.REGISTER: "registers", Subject.STORE: "stores"}


@dataclass(frozen=True, slots=True)
class ScreenLayout(Item):
    """The buttons of the welcome screen, in one size at least; the till takes the nearest one.

    `widgets` stand on customer details, in this order.
    """

    code: str
    name: str
    full: ButtonGrid | None = None
    compact: ButtonGrid | None = None
    widgets: tuple[Widget, ...] = ()

    @property
    def key(self) -> str:
        return self.code

    @property
    def grids(self) -> dict[Size, ButtonGrid]:
        given = {Size.FULL: self.full, Size.COMPACT: self.compact}
        return {size: grid for size, grid in given.items() if grid is not None}

    @property
    def layout(self) -> Layout:
        """As tills know it."""
        return Layout(self.code, self.name, self.grids, self.widgets)

    def problems(self) -> Iterator[Invalid]:
        yield from code_problems("code", self.code)
        yield from text_problems("name", self.name, required=True)
        if not self.grids:
            yield Invalid("full", mark("A layout without buttons leaves a worker with nothing to press."))
        if len(set(self.widgets)) < len(self.widgets):
            yield Invalid("widgets", mark("A widget can stand there once."))
        for size, grid in self.grids.items():
            yield from _grid_problems(size.value, grid)


@dataclass(frozen=True, slots=True)
class LayoutAssignment(Item):
    """A layout given to a store, a register or a worker, by their key."""

    subject: Subject
    subject_key: str
    layout: str

    @property
    def key(self) -> str:
        return key_of(self.subject.value, self.subject_key)

    def references(self) -> Iterator[Reference]:
        yield Reference("subject_key", _SECTIONS[self.subject], self.subject_key)
        yield Reference("layout", "screen_layouts", self.layout)


def _grid_problems(field: str, grid: ButtonGrid) -> Iterator[Invalid]:
    if not (1 <= grid.columns <= MOST_COLUMNS and 1 <= grid.rows <= MOST_ROWS):
        message = mark("A grid has 1 to {columns} columns and 1 to {rows} rows.")
        yield Invalid(field, message, columns=MOST_COLUMNS, rows=MOST_ROWS)
        return
    if not grid.buttons:
        yield Invalid(field, mark("A layout without buttons leaves a worker with nothing to press."))
    taken: dict[tuple[int, int], Button] = {}
    for number, button in enumerate(grid.buttons, 1):
        at = f"{field}.buttons.{number}"
        yield from _button_problems(at, button, grid)
        for cell in button.cells() if _fits(button, grid) else ():
            if cell in taken:
                message = mark("Two buttons share row {row}, column {column}.")
                yield Invalid(at, message, row=cell[0], column=cell[1])
                break
            taken[cell] = button


def _button_problems(at: str, button: Button, grid: ButtonGrid) -> Iterator[Invalid]:
    if button.action not in ACTIONS:
        choices = ", ".join(ACTIONS)
        message = mark("There is no action “{action}”. There are: {choices}.")
        yield Invalid(f"{at}.action", message, action=button.action, choices=choices)
    if not _fits(button, grid):
        message = mark("The button “{action}” does not fit into the grid.")
        yield Invalid(at, message, action=button.action)
    if button.colour not in set(Colour) and not _ARGB.fullmatch(button.colour):
        message = mark("“{text}” is no colour: plain, accent, weak, or #AARRGGBB.")
        yield Invalid(f"{at}.colour", message, text=button.colour)
    yield from text_problems(f"{at}.text", button.text, longest=100)
    yield from text_problems(f"{at}.parameter", button.parameter, longest=200)


def _fits(button: Button, grid: ButtonGrid) -> bool:
    return (
        min(button.row, button.column, button.row_span, button.column_span) >= 1
        and button.row + button.row_span - 1 <= grid.rows
        and button.column + button.column_span - 1 <= grid.columns
    )
