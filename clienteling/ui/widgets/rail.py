"""The narrow column at the side of the window: where one can go, who is here, and the lock."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from clienteling.ui.theme import CONTROL, ICON_RAIL, MEDIUM, RADIUS, RAIL_WIDTH, STRONG, Theme, theme_of
from clienteling.ui.widgets.avatar import paint_avatar
from clienteling.ui.widgets.box import Surface
from clienteling.ui.widgets.control import Control
from clienteling.ui.widgets.drawing import (
    CENTER,
    blended,
    clear,
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    painter_on,
    text_width,
)

_ITEM = QSize(72, 58)
_BADGE = 18
_LINE = 14


@dataclass(frozen=True, slots=True)
class RailItem:
    """One place to go: its key, its words (two lines at most), its icon."""

    key: Hashable
    label: str
    icon: str


class Rail(Surface):
    """88 wide. `chosen` gives the key of the place a person goes to; worker and lock have signals of their own."""

    chosen = Signal(object)
    worker_pressed = Signal()
    lock_pressed = Signal()

    def __init__(self, mark: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="surface_raised", edge=Qt.Edge.RightEdge)
        self._items: dict[Hashable, _RailButton] = {}
        self.setFixedWidth(RAIL_WIDTH)
        self.setAccessibleName(name)
        self.worker = _WorkerButton(self)
        self.lock = _RailButton("", "lock", self)
        self.worker.clicked.connect(self.worker_pressed)
        self.lock.clicked.connect(self.lock_pressed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 10, 8, 8)
        self._column.setSpacing(4)
        self._column.addWidget(_Mark(mark, self), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(6)
        self._column.addStretch()
        self._column.addWidget(self.worker, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.lock)

    def set_items(self, items: Sequence[RailItem]) -> None:
        """Offer these places, from the top."""
        for old in self._items.values():
            self._column.removeWidget(old)
            old.deleteLater()
        self._items = {}
        for item in items:
            button = _RailButton(item.label, item.icon, self)
            button.clicked.connect(partial(self._go, item.key))
            self._column.insertWidget(2 + len(self._items), button)
            self._items[item.key] = button

    def set_foot(self, initials: str, worker_name: str, lock: str) -> None:
        """Who is signed in, and the word for locking."""
        self.worker.set_person(initials, worker_name)
        self.lock.set_label(lock)

    def set_current(self, key: Hashable) -> None:
        """Light one place; a key that is none of theirs lights none."""
        for other, button in self._items.items():
            button.set_current(other == key)

    def set_badge(self, key: Hashable, count: int, spoken: str = "") -> None:
        """Put a number on a place; 0 takes it away. `spoken` says what it counts, for a screen reader."""
        self._items[key].set_badge(count, spoken)

    def button(self, key: Hashable) -> Control:
        return self._items[key]

    def _go(self, key: Hashable) -> None:
        self.chosen.emit(key)


class _RailButton(Control):
    def __init__(self, label: str, icon: str, parent: QWidget) -> None:
        self._icon = icon
        self._badge = 0
        super().__init__(label, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_current(self, current: bool) -> None:
        self.setChecked(current)
        self.update()

    def nextCheckState(self) -> None:
        """Being pressed does not make it the current place; `set_current` does."""

    def set_badge(self, count: int, spoken: str) -> None:
        self._badge = count
        self.setAccessibleDescription(spoken or (str(count) if count else ""))
        self.update()

    def sizeHint(self) -> QSize:
        return _ITEM

    def wanted_width(self) -> int:
        font = theme_of(self).font(12, MEDIUM)
        return max((text_width(font, line) for line in self._lines()), default=0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        if self.isChecked():
            draw_box(painter, self.rect(), RADIUS, colors.accent_weak)
        elif self.lit:
            fill = blended(clear(colors.surface_sunken), colors.surface_sunken, self.lit)
            draw_box(painter, self.rect(), RADIUS, fill)
        color = colors.accent if self.isChecked() else colors.text_muted
        lines = self._lines()
        top = 8 if len(lines) < 2 else 3
        draw_icon(painter, self._icon, QRect(0, top, self.width(), ICON_RAIL), ICON_RAIL, color)
        below = top + ICON_RAIL + (4 if len(lines) < 2 else 2)
        font = theme.font(12, STRONG if self.isChecked() else MEDIUM)
        for at, line in enumerate(lines):
            place = QRect(0, below + at * _LINE, self.width(), 16)
            draw_text(painter, place, line, font, color, align=CENTER)
        if self._badge:
            self._paint_badge(painter, theme, top)
        painter.end()

    def _paint_badge(self, painter: QPainter, theme: Theme, top: int) -> None:
        text = str(self._badge) if self._badge < 100 else "99+"
        font = theme.font(12, STRONG)
        width = max(_BADGE, text_width(font, text) + 10)
        place = QRect(self.width() // 2 + 4, top - 5, width, _BADGE)
        place = mirrored(self.layoutDirection(), self.rect(), place)
        halo = theme.colors.accent_weak if self.isChecked() else theme.colors.surface_raised
        draw_box(painter, place.adjusted(-2, -2, 2, 2), _BADGE / 2 + 2, halo)
        draw_box(painter, place, _BADGE / 2, theme.colors.danger)
        draw_text(painter, place, text, font, theme.colors.on_danger, align=CENTER)

    def _lines(self) -> list[str]:
        """The label in one line, or in two where it is too long for one."""
        metrics = QFontMetricsF(theme_of(self).font(12, STRONG))
        if metrics.horizontalAdvance(self.label) <= _ITEM.width() or " " not in self.label:
            return [self.label]
        words = self.label.split()
        splits = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
        return list(min(splits, key=lambda pair: max(metrics.horizontalAdvance(line) for line in pair)))


class _WorkerButton(Control):
    """The worker's initials, in reach of a finger."""

    def __init__(self, parent: QWidget) -> None:
        self._initials = self._name = ""
        super().__init__("", parent, radius=CONTROL / 2)

    def set_person(self, initials: str, name: str) -> None:
        self._initials, self._name = initials, name
        self.announce()
        self.set_tip(name)
        self.update()

    def spoken(self) -> str:
        return self._name

    def sizeHint(self) -> QSize:
        return QSize(CONTROL, CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        paint_avatar(painter, self.rect(), self._initials, theme_of(self), active=self.isDown())
        painter.end()


class _Mark(QWidget):
    """The sign of the program."""

    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFixedSize(CONTROL, CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        corner = QPoint((CONTROL - 28) // 2, (CONTROL - 28) // 2)
        ground = QRect(corner, QSize(28, 28))
        draw_box(painter, ground, 7, theme.colors.accent)
        draw_icon(painter, self._icon, ground, 28, theme.colors.on_accent)
        painter.end()
