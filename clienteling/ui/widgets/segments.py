"""A few choices side by side in one box, of which one is lit, or none."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from clienteling.ui.theme import CONTROL, ICON, MEDIUM, RADIUS, RADIUS_SEGMENT, STRONG, theme_of
from clienteling.ui.widgets.control import Painted
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

_INSET = 3
_PADDING = 12
_GAP = 7


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice. With an icon the label is only read out and shown as a tooltip."""

    key: Hashable
    label: str
    count: str = ""
    icon: str = ""


class Segments(QWidget):
    """Exclusive choices, 44 high. `changed` gives the key of the one a person chose."""

    changed = Signal(object)

    def __init__(
        self,
        segments: Sequence[Segment],
        value: Hashable = None,
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[Hashable, _SegmentButton] = {}
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        row.setSpacing(2)
        for segment in segments:
            button = _SegmentButton(segment, self)
            self._buttons[segment.key] = button
            self._group.addButton(button)
            row.addWidget(button, 1)
        self.set_value(value)
        self._group.buttonClicked.connect(self._clicked)

    def value(self) -> Hashable:
        """The key of the lit segment, or None."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), None)

    def set_value(self, key: Hashable) -> None:
        """Light a segment without `changed`; a key that is none of theirs lights none."""
        self._group.setExclusive(False)
        for other, button in self._buttons.items():
            button.setChecked(other == key)
        self._group.setExclusive(True)

    def set_count(self, key: Hashable, count: str) -> None:
        self._buttons[key].set_count(count)

    def button(self, key: Hashable) -> QRadioButton:
        return self._buttons[key]

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        draw_box(painter, self.rect(), RADIUS, colors.surface_raised, colors.border_control)
        painter.end()

    def _clicked(self, button: QRadioButton) -> None:
        self.changed.emit(next(key for key, other in self._buttons.items() if other is button))


class _SegmentButton(Painted, QRadioButton):
    def __init__(self, segment: Segment, parent: QWidget) -> None:
        super().__init__(parent)
        self._segment = segment
        self._count = ""
        self.dress(RADIUS_SEGMENT)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if segment.icon:
            self.setToolTip(segment.label)
        self.set_count(segment.count)

    def set_count(self, count: str) -> None:
        self._count = count
        self.setAccessibleName(f"{self._segment.label} {count}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = CONTROL - 2 * _INSET
        if self._segment.icon:
            return QSize(height, height)
        theme = theme_of(self)
        width = text_width(theme.font(14, STRONG), self._segment.label)
        width += text_width(theme.font(), self._count) + _GAP if self._count else 0
        return QSize(width + 2 * _PADDING, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() - QSize(12 if not self._segment.icon else 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        on = self.isChecked()
        if on:
            draw_box(painter, self.rect(), RADIUS_SEGMENT, colors.accent_weak)
        elif self.lit:
            fill = blended(clear(colors.surface_sunken), colors.surface_sunken, self.lit)
            draw_box(painter, self.rect(), RADIUS_SEGMENT, fill)
        if self._segment.icon:
            tint = colors.accent if on else colors.text_muted
            draw_icon(painter, self._segment.icon, self.rect(), ICON, tint)
            painter.end()
            return
        font = theme.font(14, STRONG if on else MEDIUM)
        color = colors.accent if on else colors.text_muted
        words = text_width(font, self._segment.label)
        rest = text_width(theme.font(), self._count) + _GAP if self._count else 0
        left = max(0, (self.width() - words - rest) // 2)
        draw_text(painter, span(self, left, min(words, self.width())), self._segment.label, font, color)
        if rest:
            draw_text(painter, span(self, left + words + _GAP, rest), self._count, theme.font(), color)
        painter.end()
