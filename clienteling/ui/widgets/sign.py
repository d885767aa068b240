"""An icon that stands beside words and says nothing by itself."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.theme import ICON, theme_of
from clienteling.ui.widgets.drawing import draw_icon, painter_on
from clienteling.ui.widgets.label import Tone, tone_color


class Sign(QWidget):
    """20 by 20, in the tone of the words."""

    def __init__(self, icon: str, parent: QWidget | None = None, *, tone: Tone = Tone.MUTED) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, tone: Tone) -> None:
        """Another icon; "" is none, and keeps its place."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(ICON, ICON)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._icon:
            painter = painter_on(self)
            draw_icon(painter, self._icon, self.rect(), ICON, tone_color(self._tone, theme_of(self)))
            painter.end()
