"""Text in several lines that stays within its width whatever it is made of."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.lists.text_style import TextStyle, text_style
from clienteling.ui.lists.timeline_entry import Paragraph
from clienteling.ui.theme import REGULAR, TEXT_BODY, theme_of
from clienteling.ui.widgets.drawing import painter_on
from clienteling.ui.widgets.label import Tone, tone_color

LINE = 20


def fitted(text: str, width: int, style: TextStyle, most: int) -> tuple[Paragraph, bool]:
    """As much of `text` as `most` lines hold, with an ellipsis where it is shortened, and whether it is."""
    whole = Paragraph(text, width, style, most)
    if not whole.is_cut:
        return whole, False
    fits, too_many = 0, len(text)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if Paragraph(f"{text[:middle].rstrip()}…", width, style, most).is_cut:
            too_many = middle
        else:
            fits = middle
    return Paragraph(f"{text[:fits].rstrip()}…", width, style, most), True


class WrappedText(QWidget):
    """As high as its text is at its width, or as `most` lines of it. The whole text is what is read out.

    `relaid` is emitted when it was laid out for another width; `is_cut` tells whether there are more lines.
    """

    relaid = Signal()

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        weight: int = REGULAR,
        tone: Tone = Tone.TEXT,
        most: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text.strip()
        self._weight = weight
        self._tone = tone
        self._most = most
        self._paragraph = Paragraph("", 1, text_style())
        self._width = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._text)

    @property
    def text(self) -> str:
        return self._text

    @property
    def is_cut(self) -> bool:
        return self._paragraph.is_cut

    def show_whole(self, whole: bool, most: int) -> None:
        """Show all lines, or at most so many."""
        self._most = None if whole else most
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(240, self._paragraph.height)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != self._width:
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setPen(tone_color(self._tone, theme_of(self)))
        self._paragraph.draw(painter, QRect(0, 0, self.width(), self.height()))
        painter.end()

    def _lay_out(self) -> None:
        self._width = self.width()
        self._paragraph = Paragraph(self._text, self._width, text_style(TEXT_BODY, self._weight), self._most)
        self.setFixedHeight(self._paragraph.height)
        self.update()
        self.relaid.emit()
