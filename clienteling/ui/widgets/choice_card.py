"""A tile with a radio, a title and a line below: one of a few ways to do something."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from clienteling.ui.theme import ICON, RADIUS, STRONG, theme_of
from clienteling.ui.widgets.control import Painted
from clienteling.ui.widgets.drawing import blended, draw_box, draw_text, mirrored, painter_on, text_width
from clienteling.ui.widgets.tick_list import paint_radio

_HEIGHT = 64
_PADDING = 16
_GAP = 12


class ChoiceCard(Painted, QRadioButton):
    """64 high. Cards with the same parent exclude one another; arrows go from one to the next."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._subtitle = subtitle
        self.dress()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self.set_subtitle(subtitle)

    @property
    def title(self) -> str:
        return self._title

    @property
    def subtitle(self) -> str:
        return self._subtitle

    def set_subtitle(self, subtitle: str) -> None:
        self._subtitle = subtitle
        self.setAccessibleDescription(subtitle)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        title = text_width(theme.font(14, STRONG), self._title)
        words = max(title, text_width(theme.font(), self._subtitle))
        return QSize(2 * _PADDING + ICON + _GAP + words, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = f"{self._title}\n{self._subtitle}".strip()
        self.setToolTip(whole if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        on = self.isChecked()
        if on:
            draw_box(painter, self.rect(), RADIUS, colors.accent_weak, colors.accent, width=2)
        else:
            line = blended(colors.border_control, colors.border_strong, self.lit)
            draw_box(painter, self.rect(), RADIUS, colors.surface_raised, line)
        sign = self._part(_PADDING, (_HEIGHT - ICON) // 2, ICON, ICON)
        paint_radio(painter, QRectF(sign), theme, checked=on)
        left = _PADDING + ICON + _GAP
        room = self.width() - left - _PADDING
        top = 12 if self._subtitle else 22
        draw_text(painter, self._part(left, top, room, 20), self._title, theme.font(14, STRONG), colors.text)
        if self._subtitle:
            below = self._part(left, top + 20, room, 20)
            draw_text(painter, below, self._subtitle, theme.font(), colors.text_muted)
        painter.end()

    def _part(self, left: int, top: int, width: int, height: int) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), QRect(left, top, width, height))
