"""Tabs with a line under the current one, and counts."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from clienteling.ui.theme import MEDIUM, STRONG, theme_of
from clienteling.ui.widgets.drawing import draw_text, painter_on, text_width
from clienteling.ui.widgets.focus_ring import FocusRing

_PADDING = 12
_GAP = 7
_LINE = 2


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its key, its words, its count."""

    key: Hashable
    label: str
    count: str = ""


class Tabs(QTabBar):
    """A bar of tabs. `changed` gives the key of the tab a person went to. Arrows go to the next one."""

    changed = Signal(object)

    def __init__(self, tabs: Sequence[Tab], parent: QWidget | None = None, *, name: str = "", height: int = 56) -> None:
        super().__init__(parent)
        self._height = height
        self._tabs: list[Tab] = []
        self._hovered = -1
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        FocusRing(self, 4)
        for tab in tabs:
            self._tabs.append(tab)
            self.addTab("")
            self._name(self.count() - 1)
        self.currentChanged.connect(self._went)

    def value(self) -> Hashable:
        """The key of the current tab, or None when there are no tabs."""
        return self._tabs[self.currentIndex()].key if self._tabs else None

    def set_value(self, key: Hashable) -> None:
        """Go to a tab, without `changed`."""
        self.blockSignals(True)
        self.setCurrentIndex(next(at for at, tab in enumerate(self._tabs) if tab.key == key))
        self.blockSignals(False)

    def set_count(self, key: Hashable, count: str) -> None:
        for at, tab in enumerate(self._tabs):
            if tab.key == key:
                self._tabs[at] = Tab(key, tab.label, count)
                self._name(at)
                # Only a new text makes Qt lay the tabs out anew.
                self.setTabText(at, "")
        self.updateGeometry()
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        theme = theme_of(self)
        tab = self._tabs[index]
        width = text_width(theme.font(14, STRONG), tab.label)
        width += text_width(theme.font(), tab.count) + _GAP if tab.count else 0
        return QSize(width + 2 * _PADDING, self._height)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.tabAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        for at, tab in enumerate(self._tabs):
            rect = self.tabRect(at)
            current = at == self.currentIndex()
            lit = current or at == self._hovered
            font = theme.font(14, STRONG if current else MEDIUM)
            words = text_width(font, tab.label)
            rest = text_width(theme.font(), tab.count) + _GAP if tab.count else 0
            left = rect.left() + (rect.width() - words - rest) // 2
            color = colors.accent if current else colors.text if lit else colors.text_muted
            label_left = left if self.isLeftToRight() else left + rest
            label = QRect(label_left, rect.top() - 1, words, rect.height())
            draw_text(painter, label, tab.label, font, color)
            if rest:
                count_left = left + words + _GAP if self.isLeftToRight() else left
                count = QRect(count_left, rect.top() - 1, rest - _GAP, rect.height())
                draw_text(painter, count, tab.count, theme.font(), colors.text_muted)
            if current:
                painter.fillRect(rect.left(), self.height() - _LINE, rect.width(), _LINE, colors.accent)
        painter.end()

    def _name(self, at: int) -> None:
        tab = self._tabs[at]
        self.setAccessibleTabName(at, f"{tab.label} {tab.count}".strip())

    def _hover(self, at: int) -> None:
        if at != self._hovered:
            self._hovered = at
            self.update()

    def _went(self, at: int) -> None:
        if 0 <= at < len(self._tabs):
            self.changed.emit(self._tabs[at].key)
