"""A reader of bar codes or cards, which types like a keyboard, only faster than anybody, and ends with Enter."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from clienteling.domain.worker import SHORTEST_BADGE

GAP = 50
"""Milliseconds between two keys of a reader at most. Quick people need more, over so many keys without a pause."""

_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock}
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def moment_of(event: QKeyEvent) -> int:
    """When the system saw a key, in milliseconds: a program that was busy meanwhile does not make people quick."""
    return event.timestamp()


class Scanner(QObject):
    """Hears a reader on `page`, wherever the keyboard's focus is on it.

    A scan leaves nothing behind in fields. In the `password` field, while `takes_password` says so, it is left to the
    field: it may be a password that was typed quickly. The page asks `has_just_read` then.
    """

    scanned = Signal(str)

    def __init__(
        self,
        page: QWidget,
        password: QLineEdit,
        takes_password: Callable[[], bool],
        moment: Callable[[QKeyEvent], int] = moment_of,
    ) -> None:
        super().__init__(page)
        self.moment = moment
        self._page = page
        self._password = password
        self._takes_password = takes_password
        self._run = ""
        self._last = 0
        self._field: QLineEdit | None = None
        self._before = ""
        self._read = ""
        _Shown(page, self)

    def has_just_read(self, text: str) -> bool:
        """Whether this text came from the reader, by the Enter that is being handled."""
        return bool(text) and text == self._read

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return watched is self._keyboard() and self._hear(event)
        return False

    def _keyboard(self) -> QWidget | None:
        """What has the keyboard, if that is on the page."""
        focus = QApplication.focusWidget() or self._page.window()
        on_page = focus in (self._page, self._page.window()) or self._page.isAncestorOf(focus)
        return focus if on_page else None

    def _hear(self, event: QKeyEvent) -> bool:
        """Whether the key was the reader's, and not for anybody else."""
        self._read = ""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._end(event)
        text = event.text()
        # Control and Alt together are what some systems call the key for third letters.
        is_command = event.modifiers() & (_CONTROL | _ALT) == _CONTROL
        if not text or not text.isprintable() or event.isAutoRepeat() or is_command:
            if event.key() not in _MODIFIERS:
                self._run = ""
            return False
        now = self.moment(event)
        if not self._run or now - self._last > GAP:
            focus = self._keyboard()
            self._run = ""
            self._field = focus if isinstance(focus, QLineEdit) else None
            self._before = self._field.text() if self._field is not None else ""
        self._run, self._last = self._run + text, now
        # On a tile a space within a code would choose somebody.
        return self._field is None and len(self._run) > 1

    def _end(self, event: QKeyEvent) -> bool:
        run, self._run = self._run, ""
        if len(run.strip()) < SHORTEST_BADGE or self.moment(event) - self._last > GAP:
            return False
        field = self._field
        if field is self._password and self._takes_password():
            self._read = run
            return False
        if field is not None:
            field.setText(self._before)
        self.scanned.emit(run.strip())
        return True


class _Shown(QObject):
    """Lets a scanner hear the whole application while its page shows, and only then: it hears everything there is."""

    def __init__(self, page: QWidget, scanner: Scanner) -> None:
        super().__init__(scanner)
        self._scanner = scanner
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        application = QApplication.instance()
        if application is not None and event.type() == QEvent.Type.Show:
            application.installEventFilter(self._scanner)
        elif application is not None and event.type() == QEvent.Type.Hide:
            application.removeEventFilter(self._scanner)
        return False
