"""An on-off switch that acts at once."""

from PySide6.QtCore import QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from clienteling.ui.theme import CONTROL, theme_of
from clienteling.ui.widgets.control import Painted
from clienteling.ui.widgets.drawing import blended, draw_box, draw_text, painter_on, span, text_width

_WIDTH, _HEIGHT = 44, 26
_KNOB = 20
_GAP = 12


class Switch(Painted, QCheckBox):
    """A switch 44 x 26 at the far end of a row 44 high; the label stands where the row begins.

    Without `show_label` the label is only read out and the row is as wide as the switch.
    """

    def __init__(self, label: str, parent: QWidget | None = None, *, show_label: bool = True) -> None:
        super().__init__(parent)
        self._label = label
        self._show_label = show_label
        self._position = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.valueChanged.connect(self._move)
        self.dress(_HEIGHT / 2)
        self.setAccessibleName(label)
        across = QSizePolicy.Policy.Preferred if show_label else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._slide)

    @property
    def label(self) -> str:
        return self._label

    def sizeHint(self) -> QSize:
        width = _WIDTH
        if self._show_label:
            width += text_width(theme_of(self).font(), self._label) + _GAP
        return QSize(width, CONTROL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        if self._show_label:
            place = span(self, 0, self.width() - _WIDTH - _GAP)
            draw_text(painter, place, self._label, theme.font(), colors.text)
        place = span(self, self.width() - _WIDTH, _WIDTH)
        groove = QRectF(place.left(), (self.height() - _HEIGHT) / 2, _WIDTH, _HEIGHT)
        fill = blended(colors.border_strong, colors.accent, self._position)
        if not self.isEnabled():
            fill = colors.track
        draw_box(painter, groove, _HEIGHT / 2, fill)
        inset = (_HEIGHT - _KNOB) / 2
        along = self._position if self.isLeftToRight() else 1 - self._position
        left = groove.left() + inset + along * (_WIDTH - _KNOB - 2 * inset)
        knob = QRectF(left, groove.top() + inset, _KNOB, _KNOB)
        draw_box(painter, knob, _KNOB / 2, colors.surface_raised)
        painter.end()

    def _slide(self, on: bool) -> None:
        self._animation.stop()
        duration = theme_of(self).motion.hover
        if not duration or not self.isVisible():
            self._move(float(on))
            return
        self._animation.setDuration(duration)
        self._animation.setStartValue(self._position)
        self._animation.setEndValue(float(on))
        self._animation.start()

    def _move(self, position: float) -> None:
        self._position = position
        self.update()
