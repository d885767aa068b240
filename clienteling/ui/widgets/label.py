"""Words on the page, in a size, weight and tone of the theme."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from clienteling.ui.theme import REGULAR, TEXT_BODY, Theme, theme_of
from clienteling.ui.widgets.drawing import draw_text, painter_on

_LEAST_WIDTH = 24


class Tone(StrEnum):
    """What a text means, as the colour it gets."""

    TEXT = "text"
    MUTED = "text_muted"
    ACCENT = "accent"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    ON_PANEL = "on_panel"
    ON_PANEL_MUTED = "on_panel_muted"


def tone_color(tone: Tone, theme: Theme) -> QColor:
    """The colour of a tone in a theme."""
    color: QColor = getattr(theme.colors, tone.value)
    return color


class Label(QLabel):
    """Plain text. With `elide` it may be narrower than its text: then the tooltip has it whole."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: int = TEXT_BODY,
        weight: int = REGULAR,
        tone: Tone = Tone.TEXT,
        wrap: bool = False,
        elide: bool = False,
        tabular: bool = False,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._elide = elide
        self._look = (size, weight, tabular)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._dress()
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self._dress()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(_LEAST_WIDTH, hint.width()), hint.height()) if self._elide else hint

    def setText(self, text: str) -> None:
        super().setText(text)
        self._explain()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._too_long():
            super().paintEvent(event)
            return
        painter = painter_on(self)
        color = tone_color(self._tone, theme_of(self))
        draw_text(painter, self.contentsRect(), self.text(), self.font(), color, align=self.alignment())
        painter.end()

    def _dress(self) -> None:
        theme = theme_of(self)
        self.setFont(theme.font(*self._look))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, tone_color(self._tone, theme))
        self.setPalette(palette)

    def _too_long(self) -> bool:
        if not self._elide:
            return False
        return QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.contentsRect().width()

    def _explain(self) -> None:
        if self._elide:
            self.setToolTip(self.text() if self._too_long() else "")
