"""A dialog inside the window: a box over a scrim, with a fixed head and foot."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

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
from shiboken6 import isValid

from clienteling.ui.theme import DIALOG_WIDTH, STRONG, TEXT_TITLE, theme_of
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import IconButton
from clienteling.ui.widgets.drawing import painter_on
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import Hairline
from clienteling.ui.widgets.shadow import paint_shadow

_MARGIN = 24
_PADDING = 24
_FOOT_PADDING = 14


@runtime_checkable
class Host(Protocol):
    """A window that may be covered as a whole, such as while the till is locked."""

    def holds(self, dialog: "Dialog", first: QWidget | None) -> bool:
        """Whether a dialog that is to open has to wait; the window opens it later."""
        ...


class Dialog(QWidget):
    """Covers `window` while it is open. Esc and the cross close it, Tab stays inside, and keys that mean
    something to the page below do not reach it, except those given to `let_through`.

    Put the content into `body`, a vertical layout, and then the buttons into `foot`, a horizontal one: Tab goes
    in that order. `closed` is emitted however it closes. It may be opened again.
    """

    closed = Signal()

    def __init__(self, window: QWidget, title: str, close_name: str, *, width: int = DIALOG_WIDTH) -> None:
        # Qt keeps the Tab key inside what it takes for a window within the window.
        super().__init__(window, Qt.WindowType.SubWindow)
        self._window = window
        self._width = width
        self._passing: set[QKeySequence] = set()
        self._save_by_keyboard: Callable[[], object] | None = None
        self._before: QWidget | None = None
        self._fade = QGraphicsOpacityEffect(self)
        self._fade.setEnabled(False)
        self.setGraphicsEffect(self._fade)
        self._animation = QVariantAnimation(self)
        self._animation.valueChanged.connect(self._fade.setOpacity)
        self._animation.finished.connect(self._stop_fading)
        self.title = Label(title, size=TEXT_TITLE, weight=STRONG, elide=True)
        self.subtitle = Label(tone=Tone.MUTED, wrap=True)
        self.subtitle.hide()
        self.close_button = IconButton("x", close_name)
        self.close_button.clicked.connect(self.leave)
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout()
        self._content = QWidget()
        self.panel = Box(self, line="")
        self._head = QWidget()
        self._foot_box = QWidget()
        self._lay_out()
        self.setAccessibleName(title)
        window.installEventFilter(self)
        self._content.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    def set_title(self, title: str, subtitle: str = "") -> None:
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)
        self.setAccessibleDescription(subtitle)

    def let_through(self, *keys: QKeySequence) -> None:
        """Keys that keep their meaning for the window, such as the one that locks the till."""
        self._passing.update(keys)

    def open(self, first: QWidget | None = None) -> None:
        """Show it, with the focus in `first`, or else in the control that was put in first."""
        if isinstance(self._window, Host) and self._window.holds(self, first):
            return
        self._before = QApplication.focusWidget()
        self._settle()
        self.show()
        self.raise_()
        (first or self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)
        if first is None:
            self.focusNextPrevChild(True)
        duration = theme_of(self).motion.fade
        if duration:
            self._fade.setEnabled(True)
            self._animation.setDuration(duration)
            self._animation.setStartValue(0.0)
            self._animation.setEndValue(1.0)
            self._animation.start()

    def leave(self) -> None:
        """What Esc and the cross do: close it, unless there is something to ask first."""
        self.close_now()

    def close_now(self) -> None:
        """Close it; the focus goes back to where it was."""
        if not self.is_open:
            return
        self._animation.stop()
        self._stop_fading()
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if QKeySequence(event.keyCombination()) not in self._passing:
                event.accept()
            return True
        return super().event(event)

    def save_by_keyboard(self, save: Callable[[], object]) -> None:
        """Let Ctrl+Enter save, wherever in the dialog the keyboard is."""
        self._save_by_keyboard = save

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._save_by_keyboard is not None:
            self._save_by_keyboard()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        wanted = QEvent.Type.Resize if watched is self._window else QEvent.Type.LayoutRequest
        if event.type() == wanted and self.is_open:
            self._settle()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        painter.fillRect(self.rect(), theme.colors.scrim)
        paint_shadow(painter, self.panel.geometry(), theme)
        painter.end()

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.title)
        titles.addWidget(self.subtitle)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(_PADDING, 18, 12, 10)
        head.addLayout(titles, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._content.setLayout(self.body)
        self.body.setContentsMargins(_PADDING, 6, _PADDING, 20)
        self.body.setSpacing(16)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._content)
        # Both must let the panel show: a scroll area's view would be filled with the colour of the window.
        scroll.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        self.foot.setContentsMargins(_PADDING, _FOOT_PADDING, _PADDING, _FOOT_PADDING)
        self.foot.setSpacing(12)
        self._foot_box.setLayout(self.foot)
        rows = QVBoxLayout(self.panel)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head)
        rows.addWidget(scroll, 1)
        rows.addWidget(Hairline())
        rows.addWidget(self._foot_box)

    def _settle(self) -> None:
        """Cover the window, and stand in its middle as high as the content wants and the window allows."""
        self.setGeometry(self._window.rect())
        width = min(self._width, self.width() - 2 * _MARGIN)
        parts = (self._head, self._content, self._foot_box)
        height = sum(_height_at(part, width) for part in parts) + 1
        height = min(height, self.height() - 2 * _MARGIN)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self.panel.setGeometry(QRect(left, top, width, height))
        self.update()

    def _stop_fading(self) -> None:
        self._fade.setEnabled(False)


def _height_at(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
