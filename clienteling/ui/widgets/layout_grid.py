"""The buttons of a screen layout as tiles in their grid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from clienteling.domain.layout import Button, ButtonGrid, Colour, TextSize
from clienteling.ui.theme import SPACE_4, TEXT_BODY, TEXT_HEAD, TEXT_TITLE
from clienteling.ui.widgets.tile import Tile, TileWeight

ROW_HEIGHT = 160
_WEIGHTS = {Colour.PLAIN: TileWeight.PLAIN, Colour.ACCENT: TileWeight.PRIMARY, Colour.WEAK: TileWeight.WEAK}
_SIZES = {TextSize.SMALL: TEXT_BODY, TextSize.MEDIUM: TEXT_HEAD, TextSize.LARGE: TEXT_TITLE}


@dataclass(frozen=True, slots=True)
class ActionLook:
    """How a button shows what it does."""

    icon: str
    title: str
    subtitle: str


def action_look(action: str) -> ActionLook:
    """The look of an action; one that is not known here goes by its name."""
    translate = QCoreApplication.translate
    looks = {
        "my_book": ("book-user", translate("WelcomePage", "View my client book"), ""),
        "store_books": ("store", translate("WelcomePage", "View store client books"), ""),
        "search": ("search", translate("WelcomePage", "Search"), translate("WelcomePage", "Name, phone, card")),
        "scan": (
            "scan-barcode",
            translate("WelcomePage", "Scan card"),
            translate("WelcomePage", "Opens the customer"),
        ),
        "new_customer": ("user-plus", translate("WelcomePage", "New customer"), translate("WelcomePage", "Ctrl N")),
        "follow_ups": (
            "list-checks",
            translate("WelcomePage", "Follow-ups"),
            translate("WelcomePage", "Today and overdue"),
        ),
        "manager": (
            "chart-column",
            translate("WelcomePage", "Manager"),
            translate("WelcomePage", "Books, contacts, leavers"),
        ),
        "history": ("history", translate("WelcomePage", "History"), translate("WelcomePage", "Changes, with undo")),
        "status": ("refresh-cw", translate("WelcomePage", "Connection"), translate("WelcomePage", "Data and services")),
        "quick_start": ("book-open", translate("WelcomePage", "Quick start"), translate("WelcomePage", "F1")),
        "audit": ("scroll-text", translate("WelcomePage", "Audit"), translate("WelcomePage", "Who did what, when")),
        "import": ("file-input", translate("WelcomePage", "Import"), translate("WelcomePage", "Customers from files")),
        "lock": ("lock", translate("WelcomePage", "Lock till"), translate("WelcomePage", "Ctrl L")),
    }
    return ActionLook(*looks.get(action, ("square", action, "")))


def make_tile(button: Button) -> Tile:
    """A button as a tile."""
    look = action_look(button.action)
    known = button.colour in set(Colour)
    own = None if known else QColor(button.colour)
    return Tile(
        look.icon,
        button.text or look.title,
        look.subtitle,
        weight=_WEIGHTS[Colour(button.colour)] if known else TileWeight.PLAIN,
        size=_SIZES[button.size],
        own=own if own is not None and own.isValid() else None,
    )


class LayoutGrid(QWidget):
    """Tiles in a grid; `pressed` gives the button."""

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, row_height: int = ROW_HEIGHT) -> None:
        super().__init__(parent)
        self._row_height = row_height
        self._shown: ButtonGrid | None = None
        self._tiles: list[tuple[Button, Tile]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def tiles(self) -> Sequence[tuple[Button, Tile]]:
        return self._tiles

    def tile(self, action: str) -> Tile | None:
        """The first tile that does this."""
        return next((tile for button, tile in self._tiles if button.action == action), None)

    def show_grid(self, grid: ButtonGrid) -> bool:
        """Show these buttons; whether it had to be made anew."""
        if grid == self._shown:
            return False
        self._shown = grid
        for _, tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = []
        for place in range(max(self._grid.columnCount(), grid.columns)):
            self._grid.setColumnStretch(place, 1 if place < grid.columns else 0)
        for place in range(max(self._grid.rowCount(), grid.rows)):
            self._grid.setRowMinimumHeight(place, self._row_height if place < grid.rows else 0)
        # Tab goes as one reads.
        for button in sorted(grid.buttons, key=lambda button: (button.row, button.column)):
            tile = make_tile(button)
            tile.clicked.connect(lambda _=False, button=button: self.pressed.emit(button))
            spans = (button.row - 1, button.column - 1, button.row_span, button.column_span)
            self._grid.addWidget(tile, *spans)
            tile.show()
            self._tiles.append((button, tile))
        return True


def without_gaps(grid: ButtonGrid, actions: frozenset[str]) -> ButtonGrid:
    """A grid with only these actions; the single tiles after the wide ones close up."""
    wide = [b for b in grid.buttons if b.column_span > 1 or b.row_span > 1]
    single = [b for b in grid.buttons if b not in wide and b.action in actions]
    first = max((b.row + b.row_span for b in wide), default=1)
    placed = tuple(
        replace(button, row=first + place // grid.columns, column=1 + place % grid.columns)
        for place, button in enumerate(single)
    )
    rows = max((b.row + b.row_span - 1 for b in (*wide, *placed)), default=1)
    return ButtonGrid(grid.columns, rows, (*wide, *placed))
