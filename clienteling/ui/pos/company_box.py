"""Signing in with a company account, on the page of sign-in and on the one of the lock: a button, then a wait."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.ui.theme import MEDIUM, STRONG, TEXT_DISPLAY
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.progress import ProgressBar


class CompanyBox(QWidget):
    """Emits `browser_asked`, `code_asked` and `cancelled`; `waiting` says whether it waits for somebody elsewhere."""

    browser_asked = Signal()
    code_asked = Signal()
    cancelled = Signal()
    waiting = Signal(bool)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.banner = Banner(weight=Weight.DANGER, icon="circle-alert")
        self.button = Button(label, icon="building-2")
        self.device = Button(
            translate("CompanyBox", "With a code on another device"), kind=Kind.QUIET, icon="smartphone"
        )
        self.code = Label(size=TEXT_DISPLAY, weight=STRONG)
        self.cancel = Button(translate("CompanyBox", "Cancel"))
        self.other = Button("", kind=Kind.QUIET)
        self._title = Label(weight=MEDIUM, wrap=True)
        self._text = Label(tone=Tone.MUTED, wrap=True)
        self._bar = ProgressBar(translate("CompanyBox", "Waiting"))
        self._bar.set_part(None)
        self._offer, self._wait = QWidget(), Box()
        self._by_code = False
        self._lay_out()
        self.button.clicked.connect(self.browser_asked)
        self.device.clicked.connect(self.code_asked)
        self.cancel.clicked.connect(self.cancelled)
        self.other.clicked.connect(self._ask_other)
        self.reset()
        self.hide()

    @property
    def is_waiting(self) -> bool:
        return not self._wait.isHidden()

    def offer(self, offered: bool) -> None:
        """Show it only where a company account can be used."""
        self.setVisible(offered)

    def reset(self) -> None:
        """Nobody is signing in so."""
        self.banner.hide()
        self._show_waiting(waiting=False)

    def wait_for_browser(self) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("CompanyBox", "Your browser is open"))
        self._text.setText(
            translate("CompanyBox", "Sign in there with your company account. Here it goes on by itself.")
        )
        self._by_code = False
        self._begin_waiting()

    def wait_for_code(self) -> None:
        """A code has been asked for."""
        translate = QCoreApplication.translate
        self._title.setText(translate("CompanyBox", "Asking for a code…"))
        self._text.setText(translate("CompanyBox", "You will enter it on your telephone, or on any other device."))
        self._by_code = True
        self._begin_waiting()

    def show_code(self, code: str, address: str, until: str) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("CompanyBox", "Open {address} on another device").format(address=address))
        self._text.setText(
            translate("CompanyBox", "Enter this code there, until {time}. Here it goes on by itself.").format(
                time=until
            )
        )
        self.code.setText(code)
        self.code.setAccessibleName(translate("CompanyBox", "The code is {code}").format(code=" ".join(code)))
        self.code.show()

    def refuse(self, title: str, message: str, *, note: bool = False) -> None:
        """Say why nobody was signed in; a `note` is nothing bad."""
        self.banner.set_weight(*((Weight.NOTE, "info") if note else (Weight.DANGER, "circle-alert")))
        self.banner.say(title, message)
        self.banner.show()
        self._show_waiting(waiting=False)
        self.button.setFocus()

    def _ask_other(self) -> None:
        (self.browser_asked if self._by_code else self.code_asked).emit()

    def _begin_waiting(self) -> None:
        translate = QCoreApplication.translate
        self.banner.hide()
        self.code.hide()
        words = (
            translate("CompanyBox", "In the browser of this machine")
            if self._by_code
            else translate("CompanyBox", "With a code on another device")
        )
        self.other.set_label(words)
        self._show_waiting(waiting=True)
        self.cancel.setFocus()

    def _show_waiting(self, *, waiting: bool) -> None:
        changed = waiting != self.is_waiting
        self._wait.setVisible(waiting)
        self._offer.setVisible(not waiting)
        if changed:
            self.waiting.emit(waiting)

    def _lay_out(self) -> None:
        offer = QHBoxLayout(self._offer)
        offer.setContentsMargins(0, 0, 0, 0)
        offer.setSpacing(12)
        offer.addWidget(self.button)
        offer.addWidget(self.device)
        offer.addStretch(1)
        wait = QVBoxLayout(self._wait)
        wait.setContentsMargins(20, 16, 20, 16)
        wait.setSpacing(4)
        wait.addWidget(self._title)
        wait.addWidget(self.code)
        wait.addWidget(self._text)
        wait.addSpacing(8)
        wait.addWidget(self._bar)
        wait.addSpacing(8)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.cancel)
        foot.addWidget(self.other)
        foot.addStretch(1)
        wait.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addWidget(self._offer)
        column.addWidget(self._wait)
        self._wait.hide()
