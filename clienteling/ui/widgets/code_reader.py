"""A reader of bar codes where no field takes what it types: in a list, on a button, in a dialog, in a long text."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

GAP = 30
"""Milliseconds between two keys of a reader at most: nobody types so many letters so quickly, and then Enter."""

SHORTEST = 4

SHORTEST_IN_TEXT = 6
"""In a text a code has a digit, too, and no space."""

_FIELDS = (QLineEdit, QAbstractSpinBox)
_TEXTS = (QPlainTextEdit, QTextEdit)
_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PRESSES = {*_ENTER, Qt.Key.Key_Space}


def moment_of(event: QKeyEvent) -> int:
    """When the system saw a key, in milliseconds: a program that was busy meanwhile does not make people quick."""
    return event.timestamp()


class CodeReader(QObject):
    """Tells a reader from people by its speed, while `listens` says so; it hears what has the focus in `window`.

    What people type goes where it always went. Of a reader's keys those are kept back that would press the button
    that has the focus: a space within the code, and the Enter at its end.
    """

    scanned = Signal(str)

    def __init__(
        self, window: QWidget, listens: Callable[[], bool], moment: Callable[[QKeyEvent], int] = moment_of
    ) -> None:
        super().__init__(window)
        self.moment = moment
        self._window = window
        self._listens = listens
        self._run = ""
        self._last = 0
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # What the focused widget ignores comes by the window once more.
            return watched is (QApplication.focusWidget() or self._window) and self._listens() and self._hear(event)
        return False

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and isValid(before) and before is not self._window:
            before.removeEventFilter(self)
        if isinstance(now, _FIELDS):
            self._run = ""  # the field takes what follows
        elif now is not None and self._window.isAncestorOf(now):
            now.installEventFilter(self)

    def _hear(self, event: QKeyEvent) -> bool:
        """Whether the key is kept back."""
        now, key, text = self.moment(event), event.key(), event.text()
        if key in _MODIFIERS:
            return False
        in_run = bool(self._run) and now - self._last <= GAP and not event.isAutoRepeat()
        focus = QApplication.focusWidget()
        text_edit = focus if isinstance(focus, _TEXTS) else None
        if key in _ENTER:
            run, self._run = self._run.strip(), ""
            is_code = len(run) >= SHORTEST if text_edit is None else _is_code(run)
            if not in_run or not is_code or (text_edit is not None and not _take_out(text_edit, run)):
                return False
            self.scanned.emit(run)
            return True
        if not text or not text.isprintable() or event.isAutoRepeat():
            self._run = ""
            return False
        self._run, self._last = self._run + text if in_run else text.strip(), now
        return in_run and key in _PRESSES and text_edit is None


def _is_code(run: str) -> bool:
    """Whether what was typed so quickly into a text is a code."""
    return len(run) >= SHORTEST_IN_TEXT and any(c.isdigit() for c in run) and not any(c.isspace() for c in run)


def _take_out(edit: QPlainTextEdit | QTextEdit, run: str) -> bool:
    """Take what was typed last out of a text, if it stands before the cursor."""
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(run))
    if cursor.selectedText() != run:
        return False
    cursor.removeSelectedText()
    return True
