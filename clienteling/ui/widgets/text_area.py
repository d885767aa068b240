"""Several lines of text that grow with what is written."""

import math

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from clienteling.ui.theme import FIELD_PADDING, RADIUS, theme_of
from clienteling.ui.widgets.drawing import draw_box, painter_on
from clienteling.ui.widgets.focus_ring import FocusRing

_PADDING = 12


class TextArea(QWidget):
    """Grows from `least_lines` to `most_lines`, then scrolls. Ctrl+Enter emits `submitted`; Tab leaves it.

    Without `framed` it has no box of its own, for use inside one. `edit` is Qt's control within.
    """

    text_edited = Signal()
    submitted = Signal()

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        least_lines: int = 1,
        most_lines: int = 6,
        framed: bool = True,
    ) -> None:
        super().__init__(parent)
        self._lines = (least_lines, most_lines)
        self._framed = framed
        self._wrong = False
        self.edit = _Edit(placeholder)
        self.setFocusProxy(self.edit)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inner = QVBoxLayout(self)
        if framed:
            inner.setContentsMargins(FIELD_PADDING, _PADDING, 4, _PADDING)
            FocusRing(self.edit, RADIUS, always=True, around=self)
        else:
            inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.edit)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self.text_edited)
        self.edit.relaid.connect(self._fit)
        self._fit()

    @property
    def wrong(self) -> bool:
        return self._wrong

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def text(self) -> str:
        # Not the plain text, in which spaces that do not break have become others.
        return self.edit.document().toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n")

    def set_text(self, text: str) -> None:
        self.edit.setPlainText(text)

    def set_placeholder(self, words: str) -> None:
        """What stands there while nothing is typed. Qt paints another one only when something else is painted."""
        self.edit.setPlaceholderText(words)
        self.edit.viewport().update()

    def clear(self) -> None:
        self.edit.clear()

    def setAccessibleName(self, name: str) -> None:
        self.edit.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        self.edit.setAccessibleDescription(description)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.submitted.emit()
                return True
        return False

    def sizeHint(self) -> QSize:
        return QSize(240, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._framed:
            return
        colors = theme_of(self).colors
        painter = painter_on(self)
        line, width = (colors.danger, 2) if self._wrong else (colors.border_strong, 1)
        draw_box(painter, self.rect(), RADIUS, colors.surface_raised, line, width=width)
        painter.end()

    def _fit(self) -> None:
        least, most = self._lines
        # A plain text document measures its height in lines.
        lines = round(self.edit.document().size().height())
        shown = min(max(lines, least), most)
        self.edit.setFixedHeight(math.ceil(shown * QFontMetricsF(self.edit.font()).lineSpacing()) + 1)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.edit.setVerticalScrollBarPolicy(bar)


class _Edit(QPlainTextEdit):
    """Qt's control without a frame. `relaid` is emitted when its lines may have become more or fewer."""

    relaid = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setFont(theme_of(self).font())
        self.document().documentLayout().documentSizeChanged.connect(self.relaid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.relaid.emit()
