"""The line below a control that says what is wrong with it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.ui.theme import ICON, ICON_SMALL, MEDIUM, TEXT_NOTE, theme_of
from clienteling.ui.widgets.drawing import draw_icon, mirrored, painter_on
from clienteling.ui.widgets.label import Label, Tone

_GAP = 4
_RAISED = 2  # the sign is higher than a line of words


class ErrorLine(QWidget):
    """A sign and a sentence in the colour of danger; hidden while nothing is wrong. `above` is the room over it."""

    def __init__(self, parent: QWidget | None = None, *, above: int = 0) -> None:
        super().__init__(parent)
        self._above = above
        self._words = Label(size=TEXT_NOTE, weight=MEDIUM, tone=Tone.DANGER, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(ICON_SMALL + _GAP, above, 0, 0)
        row.addWidget(self._words)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, message: str) -> None:
        self._words.setText(message)
        self.setVisible(bool(message))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        place = mirrored(self.layoutDirection(), self.rect(), QRect(0, 0, ICON_SMALL, ICON))
        place.moveTop(self._above - _RAISED)
        draw_icon(painter, "circle-alert", place, ICON_SMALL, theme_of(self).colors.danger)
        painter.end()
