"""Single lines of text, drawn as quickly as a long list needs: widths are remembered, nothing is laid out twice."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from clienteling.ui.theme import REGULAR, TEXT_BODY, Mode, theme_for

_MOST_WIDTHS = 4096


class TextStyle:
    """A font of the scale. Get one from `text_style`."""

    def __init__(self, size: int, weight: int) -> None:
        # Fonts are the same in light and dark.
        self.font = theme_for(Mode.LIGHT).font(size, weight)
        self._metrics = QFontMetricsF(self.font)
        self._middle = (self._metrics.ascent() - self._metrics.descent()) / 2
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        """What a line of `text` needs, in logical pixels."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) >= _MOST_WIDTHS:
                self._widths.clear()
            found = self._widths[text] = self._metrics.horizontalAdvance(text)
        return found

    def fitted(self, text: str, room: float) -> str:
        """`text`, elided at its end if there is no room for all of it."""
        if self.width(text) <= room + 0.5:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def draw(
        self,
        painter: QPainter,
        rect: QRect | QRectF,
        text: str,
        color: QColor,
        *,
        at_end: bool = False,
    ) -> None:
        """Draw `text` in the middle of `rect`'s height, at its start or end as the painter's direction has them."""
        shown = self.fitted(text, rect.width())
        x = float(rect.x())
        if at_end != (painter.layoutDirection() == Qt.LayoutDirection.RightToLeft):
            x += rect.width() - self.width(shown)
        painter.setFont(self.font)
        painter.setPen(color)
        painter.drawText(QPointF(x, rect.y() + rect.height() / 2 + self._middle), shown)


@lru_cache(maxsize=32)
def text_style(size: int = TEXT_BODY, weight: int = REGULAR) -> TextStyle:
    """The style of a size and a weight of the theme; shared, on the GUI thread only."""
    return TextStyle(size, weight)
