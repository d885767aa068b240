"""Screen layouts: the buttons of the welcome screen, and which layout is in force at a till for a worker."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clienteling.domain.operations import Operation

MOST_COLUMNS = 12
MOST_ROWS = 12
COMPACT_BELOW = 1100  # pixels of width

ACTIONS: dict[str, Operation | None] = {
    "my_book": Operation.VIEW_MY_CLIENT_BOOK,
    "store_books": Operation.VIEW_STORE_CLIENT_BOOKS,
    "search": Operation.CUSTOMER_SEARCH,
    "scan": Operation.CUSTOMER_SEARCH,
    "new_customer": Operation.CUSTOMER_ADD,
    "follow_ups": Operation.TASKS,
    "manager": Operation.VIEW_MANAGER_PAGE,
    "history": Operation.VIEW_MY_CLIENT_BOOK,
    "status": Operation.CONNECTION_STATUS,
    "quick_start": None,
    "audit": Operation.VIEW_AUDIT,
    "import": Operation.IMPORT,
    "lock": None,
}
"""What a button can do, with the operation that it needs. The names are those of the pages they lead to."""


class Size(StrEnum):
    """The grids of a layout."""

    FULL = "full"
    COMPACT = "compact"


class Colour(StrEnum):
    """Colours that follow the theme. A button can also have its own, as #AARRGGBB."""

    PLAIN = "plain"
    ACCENT = "accent"
    WEAK = "weak"


class Widget(StrEnum):
    """What customer details can have beside the facts, whatever tab is open."""

    HEALTH = "relationship_health"
    KNOWN = "who_knows_whom"
    ENGAGEMENT = "account_engagement"


class TextSize(StrEnum):
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Button:
    """A button in a grid; rows and columns begin with 1. Without a text it says what its action is called.

    `parameter` is what the action gets, such as a text to search for. `colour` is a `Colour` or #AARRGGBB.
    """

    action: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    text: str = ""
    parameter: str = ""
    colour: str = Colour.PLAIN.value
    size: TextSize = TextSize.MEDIUM

    def cells(self) -> Iterator[tuple[int, int]]:
        """The places of the grid that it covers."""
        for row in range(self.row, self.row + self.row_span):
            for column in range(self.column, self.column + self.column_span):
                yield row, column


@dataclass(frozen=True, slots=True)
class ButtonGrid:
    columns: int
    rows: int
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """The grids of a screen, and the widgets of customer details. `code` is "" for the one that is built in."""

    code: str
    name: str
    grids: Mapping[Size, ButtonGrid]
    widgets: tuple[Widget, ...] = ()

    def grid(self, width: int) -> ButtonGrid:
        """The grid that fits a window of this width best."""
        wanted = Size.COMPACT if width < COMPACT_BELOW else Size.FULL
        return self.grids.get(wanted) or next(iter(self.grids.values()))

    def actions(self) -> frozenset[str]:
        """The actions that every grid of it has."""
        found = [frozenset(button.action for button in grid.buttons) for grid in self.grids.values()]
        return frozenset.intersection(*found) if found else frozenset()


class Subject(StrEnum):
    """Whom a layout can be given to, the one that wins first."""

    WORKER = "worker"
    REGISTER = "register"
    STORE = "store"


def _default_grid(columns: int, wide: int) -> ButtonGrid:
    big = (
        Button("my_book", 1, 1, 1, wide, colour=Colour.ACCENT.value, size=TextSize.LARGE),
        Button(
            "store_books",
            1 if columns >= 2 * wide else 2,
            1 + wide if columns >= 2 * wide else 1,
            1,
            wide,
            colour=Colour.WEAK.value,
            size=TextSize.LARGE,
        ),
    )
    first = max(button.row for button in big) + 1
    plain = tuple(
        Button(action, first + place // columns, 1 + place % columns) for place, action in enumerate(list(ACTIONS)[2:])
    )
    return ButtonGrid(columns, max(button.row for button in plain), big + plain)


DEFAULT = Layout("", "", {Size.FULL: _default_grid(4, 2), Size.COMPACT: _default_grid(2, 2)})
"""What is shown where nobody has given a layout."""


def resolve(
    layouts: Mapping[str, Layout],
    assigned: Mapping[tuple[Subject, str], str],
    subjects: Sequence[tuple[Subject, str]],
) -> Layout:
    """The layout in force: the worker's beats the register's, which beats the store's, which beats the default.

    `assigned` has the code of a layout by whom it is given to; `subjects` are the worker, the register and the store,
    in any order. A layout that is not there is passed over.
    """
    of = dict(subjects)
    for subject in Subject:
        code = assigned.get((subject, of[subject])) if subject in of else None
        if code is not None and code in layouts:
            return layouts[code]
    return DEFAULT
