"""A grid of choices with counts, such as the next 7, 30 or 90 days; pressing the set one again unsets it."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from clienteling.ui.theme import CONTROL, FIELD_PADDING, MEDIUM, RADIUS, STRONG, theme_of
from clienteling.ui.widgets.control import Control
from clienteling.ui.widgets.drawing import (
    RIGHT,
    blended,
    draw_box,
    draw_text,
    painter_on,
    span,
    text_width,
)

_TIGHT_PADDING = 7
_GAP = 6


@dataclass(frozen=True, slots=True)
class Window:
    """One choice: its key, its words, a shorter form for narrow places, and how many it would find."""

    key: Hashable
    label: str
    count: str = ""
    short: str = ""


class WindowButtons(QWidget):
    """Two buttons in a row, of which at most one is set. `changed` gives its key, or None."""

    changed = Signal(object)

    def __init__(
        self, windows: Sequence[Window], parent: QWidget | None = None, *, name: str = "", columns: int = 2
    ) -> None:
        super().__init__(parent)
        self._buttons: dict[Hashable, _WindowButton] = {}
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for at, window in enumerate(windows):
            button = _WindowButton(window, self)
            button.clicked.connect(lambda checked, key=window.key: self._clicked(key, checked))
            self._buttons[window.key] = button
            grid.addWidget(button, at // columns, at % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)

    def value(self) -> Hashable:
        """The key that is set, or None."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), None)

    def set_value(self, key: Hashable) -> None:
        """Set one, or none, without `changed`."""
        for other, button in self._buttons.items():
            button.setChecked(other == key)

    def set_label(self, key: Hashable, label: str) -> None:
        """Change the words of one, such as the dates that were chosen."""
        self._buttons[key].set_label(label)

    def set_counts(self, counts: Mapping[Hashable, str]) -> None:
        for key, count in counts.items():
            if key in self._buttons:
                self._buttons[key].set_count(count)

    def button(self, key: Hashable) -> Control:
        return self._buttons[key]

    def _clicked(self, key: Hashable, checked: bool) -> None:
        self.set_value(key if checked else None)
        self.changed.emit(self.value())


class _WindowButton(Control):
    def __init__(self, window: Window, parent: QWidget) -> None:
        self._count = window.count
        self._short = window.short
        super().__init__(window.label, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_count(self, count: str) -> None:
        self._count = count
        self.announce()
        self.update()

    def spoken(self) -> str:
        return f"{self.label} {self._count}".strip()

    def sizeHint(self) -> QSize:
        return QSize(self._needed(self.label) + 2 * _TIGHT_PADDING, CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(64, CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        on = self.isChecked()
        if on:
            draw_box(painter, self.rect(), RADIUS, colors.accent_weak, colors.accent)
        else:
            fill = blended(colors.surface_raised, colors.surface_sunken, self.lit)
            draw_box(painter, self.rect(), RADIUS, fill, colors.border_control)
        words, padding = self._fitting()
        end = self.width() - padding
        if self._count:
            font = theme.font(tabular=True)
            width = text_width(font, self._count)
            color = colors.accent if on else colors.text_muted
            draw_text(painter, span(self, end - width, width), self._count, font, color, align=RIGHT)
            end -= width + _GAP
        font = theme.font(14, STRONG if on else MEDIUM)
        place = span(self, padding, end - padding)
        draw_text(painter, place, words, font, colors.accent if on else colors.text)
        painter.end()

    def _fitting(self) -> tuple[str, int]:
        """The words and the padding that fit: first the padding gives way, then the words."""
        for words in (self.label, self._short or self.label):
            for padding in (FIELD_PADDING, _TIGHT_PADDING):
                if self._needed(words) + 2 * padding <= self.width():
                    return words, padding
        return self._short or self.label, _TIGHT_PADDING

    def _needed(self, words: str) -> int:
        theme = theme_of(self)
        width = text_width(theme.font(14, STRONG), words)
        return width + (text_width(theme.font(tabular=True), self._count) + _GAP if self._count else 0)
