"""What the program says unasked: what was done, with the way back; what went wrong; what is the case for a while.

A `Problem` is told in its own words. Anything else is a bug: logged with where it happened, and shown once. Neither
log nor details hold messages of foreign exceptions, since those can quote what was typed or read.
"""

import hashlib
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling import __version__
from clienteling.domain.configuration.item import Remark
from clienteling.domain.errors import Problem
from clienteling.ui.theme import ICON, STRONG, theme_of
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.button import Button, IconButton
from clienteling.ui.widgets.drawing import draw_icon, mirrored, painter_on
from clienteling.ui.widgets.floating import Floating
from clienteling.ui.widgets.label import Label
from clienteling.ui.widgets.toast import Toast
from clienteling.ui.widgets.words import in_words

_log = logging.getLogger(__name__)

_NOTICE_WIDTH = 480
_FROM_SIDE = 24
_FROM_TOP = 16


def problem_title(problem: Problem) -> str:
    """The title of a problem in the worker's language."""
    return QCoreApplication.translate("Problem", problem.title)


def problem_message(problem: Problem) -> str:
    """What happened and what to do, in the worker's language."""
    return in_words(problem.template, problem.values)


def remark_words(remark: Remark) -> str:
    """A remark in the worker's language."""
    return in_words(remark.template, remark.values)


def bug_details(error: BaseException) -> str:
    """Where a bug happened: modules, functions and lines, and what it runs on. No message, no path, no value."""
    frames = traceback.walk_tb(error.__traceback__)
    lines = [f"  {frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}" for frame, line in frames]
    system = f"clienteling {__version__}, Python {platform.python_version()}, {platform.system()}"
    return "\n".join([type(error).__qualname__, *lines, system])


class Messages(QObject):
    """Speaks over `host`, the area of the pages, and in `banner`, the strip above them. Lives on the GUI thread."""

    def __init__(self, host: QWidget, banner: Banner) -> None:
        super().__init__(host)
        self._toast = Toast(host)
        self._notice = _Notice(host)
        self._banner = banner
        self._on_banner: Callable[[], object] | None = None
        self._banner.acted.connect(self._act_on_banner)
        self._bugs: set[str] = set()

    def toast(self, text: str, undo: Callable[[], object] | None = None, *, icon: str = "circle-check") -> None:
        """Say what was done; with `undo` the way back is offered for ten seconds."""
        words = QCoreApplication.translate("Messages", "Undo")
        self._toast.show_message(text, icon=icon, undo=words, on_undo=undo)

    def error(self, error: BaseException) -> None:
        """Say what went wrong, until somebody closes it. The same bug is shown once and logged once."""
        if isinstance(error, Problem):
            self._notice.say(problem_title(error), problem_message(error))
            return
        details = bug_details(error)
        known = hashlib.sha256(details.encode()).hexdigest()
        if known in self._bugs:
            return
        self._bugs.add(known)
        _log.error("A bug: %s", details)
        self._notice.say(
            QCoreApplication.translate("Messages", "Something did not work as it should"),
            QCoreApplication.translate(
                "Messages",
                "This is a mistake in the program, not yours. What was saved is safe, and you can go on. "
                "If it happens again, send the details to your administrator.",
            ),
            details,
        )

    def banner(
        self,
        title: str,
        text: str = "",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        weight: Weight = Weight.WARNING,
        icon: str = "cloud-off",
    ) -> None:
        """Say across the window what is the case until `clear_banner`."""
        self._on_banner = on_action
        self._banner.set_weight(weight, icon)
        self._banner.say(title, text, action)
        self._banner.show()

    def clear_banner(self) -> None:
        self._banner.hide()

    def clear(self) -> None:
        """Take toast and notice away, when the worker changes or the till is locked."""
        self._toast.close_now()
        self._notice.sink()

    def set_lift(self, pixels: int) -> None:
        """Stand this much higher, over a command bar; 0 when it is gone."""
        self._toast.set_lift(pixels)

    def _act_on_banner(self) -> None:
        if self._on_banner is not None:
            self._on_banner()


class BugHook(QObject):
    """Brings exceptions that nobody caught, on whatever thread, to `messages` on the GUI thread.

    Ctrl+C still ends the program.
    """

    _caught = Signal(object)

    def __init__(self, messages: Messages) -> None:
        super().__init__(messages)
        self._messages = messages
        self._caught.connect(self._tell)

    def install(self) -> None:
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def uninstall(self) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._caught.emit(error.with_traceback(trace))

    def _thread_hook(self, hooked: threading.ExceptHookArgs) -> None:
        if hooked.exc_value is not None:
            self._hook(hooked.exc_type, hooked.exc_value, hooked.exc_traceback)

    @Slot(object)
    def _tell(self, error: BaseException) -> None:
        self._messages.error(error)


class _Notice(Floating):
    """A box that says what went wrong, at the top, clear of toast and command bar, until it is closed."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, fill="surface_raised", line="border_control")
        self._details = ""
        self._title = Label(weight=STRONG, wrap=True)
        self._text = Label(wrap=True)
        self._copy = Button("", icon="copy")
        self._copy.clicked.connect(self._copy_details)
        close = IconButton("x", QCoreApplication.translate("Messages", "Close"))
        close.clicked.connect(self.sink)
        words = QVBoxLayout()
        words.setContentsMargins(0, 12, 0, 0)
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addSpacing(8)
        words.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(16 + ICON + 12, 4, 4, 16)
        row.addLayout(words, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, title: str, text: str, details: str = "") -> None:
        self._details = details
        self._title.setText(title)
        self._text.setText(text)
        self._copy.set_label(QCoreApplication.translate("Messages", "Copy details"))
        self._copy.setVisible(bool(details))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.rise()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def place(self, host: QRect) -> QRect:
        width = min(_NOTICE_WIDTH, host.width() - 2 * _FROM_SIDE)
        frame = self.contentsMargins()
        height = self.heightForWidth(width + frame.left() + frame.right()) - frame.top() - frame.bottom()
        left = host.width() - _FROM_SIDE - width
        return mirrored(self.layoutDirection(), host, QRect(left, _FROM_TOP, width, height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.sink()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = self.box()
        sign = QRect(box.left() + 16, box.top() + 16, ICON, ICON)
        painter = painter_on(self)
        color = theme_of(self).colors.danger
        draw_icon(painter, "circle-alert", mirrored(self.layoutDirection(), box, sign), ICON, color)
        painter.end()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._copy.set_label(QCoreApplication.translate("Messages", "Copied"))
