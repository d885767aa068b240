"""The saved views at the top of the filters: one tap applies one, and a menu does the rest."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.saved_view import SavedView
from clienteling.ui.theme import CONTROL, ICON_SMALL, MEDIUM, RADIUS, SPACE_3, STRONG, theme_of
from clienteling.ui.widgets.button import IconButton
from clienteling.ui.widgets.control import Control
from clienteling.ui.widgets.drawing import (
    blended,
    clear,
    draw_box,
    draw_icon,
    draw_text,
    painter_on,
    span,
    text_width,
)
from clienteling.ui.widgets.section import Hairline, SectionHead

_PADDING = 10
_GAP = 8
KEYS = 9  # Alt and a digit apply the first ones


class ViewList(QWidget):
    """`chosen` gives the view that is to be applied, `menu_wanted` one with the button below which its menu opens.

    `built` is emitted when its rows were made anew.
    """

    chosen = Signal(object)
    menu_wanted = Signal(object, QWidget)
    built = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[SavedView, ...] = ()
        self._rows: list[ViewRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionHead(QCoreApplication.translate("BookViews", "Views")))
        column.addLayout(self._column)
        column.addWidget(Hairline(room=SPACE_3))
        self.setAccessibleName(QCoreApplication.translate("BookViews", "Views"))
        self.hide()

    @property
    def rows(self) -> Sequence["ViewRow"]:
        return self._rows

    def show_views(self, views: Sequence[SavedView], worker_id: int, applied: int | None, *, changed: bool) -> None:
        """Show the worker's own views and those of others, and which one is applied, or was and is `changed`."""
        if tuple(views) != self._shown:
            self._shown = tuple(views)
            self._build(worker_id)
        for row in self._rows:
            row.set_state(applied=row.view.id == applied, changed=changed)
        self.setVisible(bool(views))

    def _build(self, worker_id: int) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        self._rows = []
        for number, view in enumerate(self._shown, 1):
            row = ViewRow(view, worker_id, number if number <= KEYS else 0)
            row.clicked.connect(partial(self._choose, view))
            more = IconButton(
                "ellipsis",
                QCoreApplication.translate("BookViews", "What can be done with the view {name}").format(name=view.name),
            )
            more.clicked.connect(partial(self._ask_menu, view, more))
            line = QWidget()
            parts = QHBoxLayout(line)
            parts.setContentsMargins(0, 0, 0, 0)
            parts.setSpacing(0)
            parts.addWidget(row, 1)
            parts.addWidget(more)
            self._rows.append(row)
            self._column.addWidget(line)
        self.built.emit()

    def _choose(self, view: SavedView) -> None:
        self.chosen.emit(view)

    def _ask_menu(self, view: SavedView, button: QWidget) -> None:
        self.menu_wanted.emit(view, button)


class ViewRow(Control):
    """A view: whether it is shared, its name, and whose it is or that it is changed."""

    def __init__(self, view: SavedView, worker_id: int, number: int) -> None:
        self.view = view
        self._owner = view.owner if view.owner_id != worker_id else ""
        self._changed = False
        super().__init__(view.name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        tip = QCoreApplication.translate("BookViews", "Shared by {name}").format(name=view.owner) if self._owner else ""
        keys = QCoreApplication.translate("BookViews", "Alt+{number}").format(number=number) if number else ""
        self.set_tip("\n".join(part for part in (tip, keys) if part))

    def set_state(self, *, applied: bool, changed: bool) -> None:
        self.setChecked(applied)
        self._changed = applied and changed
        self.announce()
        self.update()

    @property
    def note(self) -> str:
        """What stands below the name."""
        return QCoreApplication.translate("BookViews", "changed") if self._changed else self._owner

    def spoken(self) -> str:
        return f"{self.label} {self.note}".strip() if self.label else ""

    def nextCheckState(self) -> None:
        """What is applied is said by `set_state`, not by pressing."""

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        words = text_width(theme.font(14, STRONG), self.label)
        return QSize(2 * _PADDING + ICON_SMALL + _GAP + words, CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        on = self.isChecked()
        if on:
            draw_box(painter, self.rect(), RADIUS, colors.accent_weak)
        elif self.lit:
            draw_box(
                painter, self.rect(), RADIUS, blended(clear(colors.surface_sunken), colors.surface_sunken, self.lit)
            )
        color = colors.accent if on else colors.text
        icon = "users" if self.view.is_shared else "bookmark"
        draw_icon(painter, icon, span(self, _PADDING, ICON_SMALL), ICON_SMALL, color)
        left = _PADDING + ICON_SMALL + _GAP
        words = span(self, left, self.width() - _PADDING - left)
        font = theme.font(14, STRONG if on else MEDIUM)
        if self.note:
            words.setHeight(self.height() // 2 + 4)
            below = words.translated(0, self.height() // 2 - 4)
            draw_text(painter, below, self.note, theme.font(12), colors.text_muted)
        draw_text(painter, words, self.label, font, color)
        painter.end()
