"""The upper part of the profile: who it is, and two ways to reach them."""

from PySide6.QtCore import QCoreApplication, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.customer import Channel, Customer
from clienteling.domain.text import initials
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.lists.timeline_entry import Paragraph
from clienteling.ui.messages import Messages
from clienteling.ui.pos.customer.wrapped_text import fitted
from clienteling.ui.theme import STRONG, TEXT_HEAD, TEXT_TITLE, theme_of
from clienteling.ui.widgets.avatar import Avatar
from clienteling.ui.widgets.button import Button, IconButton, Kind
from clienteling.ui.widgets.drawing import painter_on
from clienteling.ui.widgets.label import Label, Tone

_AVATAR = 64
_NAME_HEIGHT = 28


class ProfileHead(QWidget):
    """Initials, name, account number, since when, and the way to the form."""

    edit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avatar = Avatar("", "", _AVATAR)
        self.name = _Name()
        self._account = Label(tone=Tone.MUTED, elide=True)
        self._since = Label(tone=Tone.MUTED, elide=True)
        self.edit_button = IconButton("pencil", QCoreApplication.translate("CustomerPage", "Edit the customer"))
        self.edit_button.set_tip("F2")
        self.edit_button.clicked.connect(self.edit_asked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        below = QVBoxLayout()
        below.setSpacing(0)
        for label in (self._account, self._since):
            label.setFixedHeight(20)
            below.addWidget(label)
        under_name = QHBoxLayout()
        under_name.setSpacing(4)
        under_name.addLayout(below, 1)
        under_name.addWidget(self.edit_button)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.name)
        words.addLayout(under_name)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)

    def show_customer(self, customer: Customer) -> None:
        self._avatar.set_person(initials(customer.name), customer.name)
        self.name.say(" ".join(customer.name.split()))
        self._account.setText(customer.account_number)
        since = QCoreApplication.translate("CustomerPage", "Customer since {year}")
        self._since.setVisible(customer.since is not None)
        if customer.since is not None:
            self._since.setText(since.format(year=customer.since.year))


class _Name(QWidget):
    """A name in one line at 20, or in two at 16; what is too long for that is in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._two_lines: Paragraph | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_NAME_HEIGHT)

    def say(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setLayoutDirection(self.layoutDirection())
        color = theme_of(self).colors.text
        if self._two_lines is None:
            text_style(TEXT_TITLE, STRONG).draw(painter, self.rect(), self._name, color)
        else:
            painter.setPen(color)
            self._two_lines.draw(painter, self.rect())
        painter.end()

    def _fit(self) -> None:
        self._two_lines, cut = None, False
        if text_style(TEXT_TITLE, STRONG).width(self._name) > self.width():
            self._two_lines, cut = fitted(self._name, self.width(), text_style(TEXT_HEAD, STRONG), 2)
        self.setFixedHeight(_NAME_HEIGHT if self._two_lines is None else self._two_lines.height)
        self.setToolTip(self._name if cut else "")
        self.update()


class ContactButtons(QWidget):
    """Call and Mail. What the customer does not want, or has no address for, says so on the button."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._phone = ""
        self._email = ""
        self.call = Button(QCoreApplication.translate("CustomerPage", "Call"), icon="phone", kind=Kind.PRIMARY)
        self.mail = Button(QCoreApplication.translate("CustomerPage", "Mail"), icon="mail")
        self.call.clicked.connect(self._call)
        self.mail.clicked.connect(self._mail)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.call, self.mail):
            button.setMinimumWidth(96)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(button, 1)

    def show_customer(self, customer: Customer) -> None:
        translate = QCoreApplication.translate
        refused = {consent.channel for consent in customer.consents if not consent.given}
        self._phone = next((phone.e164 or phone.typed for phone in customer.phones), "")
        self._email = next((email.address for email in customer.emails), "")
        no_call = "" if self._phone else translate("CustomerPage", "No number")
        if Channel.PHONE in refused:
            no_call = translate("CustomerPage", "No consent")
        no_mail = "" if self._email else translate("CustomerPage", "No address")
        if Channel.EMAIL in refused:
            no_mail = translate("CustomerPage", "No consent")
        for button, reason in ((self.call, no_call), (self.mail, no_mail)):
            button.set_not_allowed(reason)
            button.set_tip(reason)

    def _call(self) -> None:
        self._open("tel", self._phone)

    def _mail(self) -> None:
        self._open("mailto", self._email)

    def _open(self, scheme: str, address: str) -> None:
        """Hand the address to the program that the machine has for it; without one, copy it."""
        # Encoded whole: an address must not be able to add fields to a letter.
        encoded = bytes(QUrl.toPercentEncoding(address, b"@+").data()).decode("ascii")
        if QDesktopServices.openUrl(QUrl(f"{scheme}:{encoded}")):
            return
        QGuiApplication.clipboard().setText(address)
        translate = QCoreApplication.translate
        if scheme == "tel":
            text = translate("CustomerPage", "This machine cannot call. The number is copied.")
        else:
            text = translate("CustomerPage", "This machine has no mail program. The address is copied.")
        self._messages.toast(text, icon="copy")
