"""The grid of a layout as it is designed: tiles that are dragged, made larger, and moved by keys."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.domain.layout import Button, ButtonGrid
from clienteling.domain.layout_editing import moved, removed, resized
from clienteling.ui.theme import FOCUS_WIDTH, RADIUS, theme_of
from clienteling.ui.widgets.drawing import draw_box, draw_icon, painter_on
from clienteling.ui.widgets.layout_grid import make_tile
from clienteling.ui.widgets.tile import Tile

_ROW = 120
_GAP = 12
_EDGE = 6
_HANDLE = 22
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class GridCanvas(QWidget):
    """`edited` gives the grid after somebody has changed it, `chosen` the button that is lit."""

    edited = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = ButtonGrid(1, 1)
        self.button: Button | None = None
        self._tiles: list[Tile] = []
        self._grip: QPoint | None = None
        self._resizing = False
        self._frame = _Frame(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(320)
        translate = QCoreApplication.translate
        self.setAccessibleName(translate("Designer", "Buttons of the layout"))
        self.setAccessibleDescription(
            translate(
                "Designer",
                "Space lights the next button, arrows move it, Shift and arrows change its size, Delete removes it.",
            )
        )

    # What it shows

    def show_grid(self, grid: ButtonGrid, button: Button | None = None) -> None:
        """Show a grid with one of its buttons lit."""
        self.grid = grid
        self.button = button if button in grid.buttons else next(iter(grid.buttons), None)
        for tile in self._tiles:
            tile.hide()
            tile.deleteLater()
        self._tiles = []
        for shown in grid.buttons:
            tile = make_tile(shown)
            tile.setParent(self)
            tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tile.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            tile.show()
            self._tiles.append(tile)
        self._frame.raise_()
        self.setFixedHeight(self.sizeHint().height())
        self._place()
        self.update()

    def light(self, button: Button | None) -> None:
        self.button = button
        self._place()
        self.chosen.emit(button)

    def sizeHint(self) -> QSize:
        return QSize(480, self.grid.rows * (_ROW + _GAP) - _GAP + 2 * _EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def rect_of(self, button: Button) -> QRect:
        """Where a button lies."""
        first, last = (
            self._cell(button.row, button.column),
            self._cell(button.row + button.row_span - 1, button.column + button.column_span - 1),
        )
        return first.united(last)

    def _cell(self, row: int, column: int) -> QRect:
        width = (self.width() - 2 * _EDGE + _GAP) / self.grid.columns - _GAP
        left = _EDGE + (column - 1) * (width + _GAP)
        return QRect(round(left), _EDGE + (row - 1) * (_ROW + _GAP), round(width), _ROW)

    def _place_at(self, at: QPoint) -> tuple[int, int]:
        """The row and column that a point belongs to."""
        width = (self.width() - 2 * _EDGE + _GAP) / self.grid.columns
        row = 1 + (at.y() - _EDGE) // (_ROW + _GAP)
        column = 1 + int((at.x() - _EDGE) // width)
        return min(max(row, 1), self.grid.rows), min(max(column, 1), self.grid.columns)

    def _place(self) -> None:
        for tile, button in zip(self._tiles, self.grid.buttons, strict=True):
            tile.setGeometry(self.rect_of(button))
        self._frame.follow(self.rect_of(self.button) if self.button is not None else QRect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The empty places, with dashes round them."""
        colors = theme_of(self).colors
        painter = painter_on(self)
        painter.setPen(QPen(colors.border_control, 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for row in range(1, self.grid.rows + 1):
            for column in range(1, self.grid.columns + 1):
                painter.drawRoundedRect(self._cell(row, column), RADIUS, RADIUS)
        painter.end()

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self.button is not None and self._handle(self.button).contains(at):
            self._resizing, self._grip = True, at
            return
        hit = next((button for button in self.grid.buttons if self.rect_of(button).contains(at)), None)
        if hit is not None:
            self._resizing, self._grip = False, at - self.rect_of(hit).topLeft()
            self.light(hit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        button = self.button
        if self._grip is None or button is None:
            return
        at = event.position().toPoint()
        if self._resizing:
            row, column = self._place_at(at)
            spans = max(1, row - button.row + 1), max(1, column - button.column + 1)
            self._take(resized(self.grid, button, *spans), replace(button, row_span=spans[0], column_span=spans[1]))
        else:
            row, column = self._place_at(at - self._grip + QPoint(24, 24))
            self._take(moved(self.grid, button, row, column), replace(button, row=row, column=column))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None

    def _handle(self, button: Button) -> QRect:
        rect = self.rect_of(button)
        return QRect(rect.right() - _HANDLE, rect.bottom() - _HANDLE, _HANDLE + 6, _HANDLE + 6)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, button = _STEPS.get(Qt.Key(event.key())), self.button
        if step is not None and button is not None:
            self._step(button, *step, larger=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._light_next()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and button is not None:
            self.remove()
        else:
            super().keyPressEvent(event)

    def remove(self) -> None:
        """Take the lit button away."""
        if self.button is not None:
            self.show_grid(removed(self.grid, self.button))
            self.edited.emit(self.grid)
            self.chosen.emit(self.button)

    def _step(self, button: Button, down: int, right: int, *, larger: bool) -> None:
        if larger:
            spans = button.row_span + down, button.column_span + right
            self._take(resized(self.grid, button, *spans), replace(button, row_span=spans[0], column_span=spans[1]))
        else:
            row, column = button.row + down, button.column + right
            if 1 <= row <= self.grid.rows and 1 <= column <= self.grid.columns:
                self._take(moved(self.grid, button, row, column), replace(button, row=row, column=column))

    def _light_next(self) -> None:
        ordered = sorted(self.grid.buttons, key=lambda button: (button.row, button.column))
        if ordered:
            at = ordered.index(self.button) + 1 if self.button in ordered else 0
            self.light(ordered[at % len(ordered)])

    def _take(self, grid: ButtonGrid, button: Button) -> None:
        """Go on with a grid, if it is another one."""
        if grid != self.grid:
            self.show_grid(grid, button)
            self.edited.emit(grid)
            self.chosen.emit(self.button)


class _Frame(QWidget):
    """The line round the lit button, and the corner by which it is made larger."""

    def __init__(self, canvas: GridCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def follow(self, rect: QRect) -> None:
        self.setVisible(not rect.isNull())
        self.setGeometry(rect.adjusted(-4, -4, 4, 4))
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, self.rect(), RADIUS + 4, line=colors.accent, width=FOCUS_WIDTH)
        corner = QRect(self.width() - _HANDLE - 4, self.height() - _HANDLE - 4, _HANDLE, _HANDLE)
        draw_box(painter, corner, 5, colors.surface_raised, colors.border_control)
        draw_icon(painter, "move-diagonal-2", corner, 14, colors.text)
        painter.end()
