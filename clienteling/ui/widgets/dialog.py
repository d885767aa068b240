"""A dialog inside the window: a box over a scrim, with a fixed head and foot."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from clienteling.ui.theme import DIALOG_WIDTH, PAGE_PADDING, RADIUS, STRONG, TEXT_TITLE, theme_of
from clienteling.ui.widgets.button import IconButton
from clienteling.ui.widgets.drawing import draw_box, painter_on
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import Hairline
from clienteling.ui.widgets.shadow import paint_shadow

_MARGIN = 24
_FOOT = 72


class Dialog(QWidget):
    """Covers `window` while it is open. Esc and the cross close it; Tab stays inside; keys meant for the page
    below do not reach it, except those given to `let_through`.

    Put the content into `body` (a vertical layout) and the buttons into `foot` (a horizontal one). `closed` is
    emitted when it closes by any way.
    """

    closed = Signal()

    def __init__(self, window: QWidget, title: str, close_name: str, *, width: int = DIALOG_WIDTH) -> None:
        super().__init__(window)
        self._window = window
        self._width = width
        self._passing: set[QKeySequence] = set()
        self._before: QWidget | None = None
        self._animation = QVariantAnimation(self)
        self.panel = _Panel(self)
        self.title = Label(title, size=TEXT_TITLE, weight=STRONG, elide=True)
        self.subtitle = Label(tone=Tone.MUTED, wrap=True)
        self.subtitle.hide()
        self.close_button = IconButton("x", close_name)
        self.close_button.clicked.connect(self.close_now)
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout()
        self._scroll = QScrollArea()
        self._lay_out()
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    def set_subtitle(self, text: str) -> None:
        self.subtitle.setText(text)
        self.subtitle.setVisible(bool(text))
        self.setAccessibleDescription(text)

    def let_through(self, *keys: QKeySequence) -> None:
        """Keys that keep their meaning for the window, such as the one that locks the till."""
        self._passing.update(keys)

    def open(self, first: QWidget | None = None) -> None:
        """Show it, and put the focus into `first` or the first control of the body."""
        self._before = QApplication.focusWidget()
        self.settle()
        self.show()
        self.raise_()
        target = first or self._first_control()
        (target or self).setFocus(Qt.FocusReason.PopupFocusReason)
        self._fade_in()

    def close_now(self) -> None:
        """Close it; the focus goes back to where it was."""
        if not self.is_open:
            return
        self._animation.stop()
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()
'''
