"""The mail that asks a colleague for an introduction, filled in, to be looked at and sent."""

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from clienteling.domain.relationship.acquaintance import Mail
from clienteling.ui.messages import Messages
from clienteling.ui.widgets import button
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Field, Labelled
from clienteling.ui.widgets.text_area import TextArea
from clienteling.ui.window import LOCK_KEYS

_WIDTH = 560


class IntroductionDialog(Dialog):
    """Nothing is sent from here: the mail program opens with what stands in the fields."""

    def __init__(self, window: QWidget, messages: Messages) -> None:
        translate = QCoreApplication.translate
        title = translate("Relationship", "Get introduced")
        super().__init__(window, title, translate("Relationship", "Close"), width=_WIDTH)
        self.let_through(QKeySequence(LOCK_KEYS))
        self._messages = messages
        self.to = Field(
            translate("Relationship", "To"), placeholder=translate("Relationship", "the colleague’s mail address")
        )
        self.subject = Field(translate("Relationship", "Subject"))
        self.text = TextArea(translate("Relationship", "Text"), least_lines=6, most_lines=10)
        self.open_button = Button(
            translate("Relationship", "Open in mail program"), kind=button.Kind.PRIMARY, icon="mail"
        )
        self.copy_button = Button(translate("Relationship", "Copy text"), icon="copy")
        for part in (self.to, self.subject, Labelled(translate("Relationship", "Text"), self.text)):
            self.body.addWidget(part)
        self.foot.addStretch(1)
        self.foot.addWidget(self.copy_button)
        self.foot.addWidget(self.open_button)
        self.copy_button.clicked.connect(self._copy)
        self.open_button.clicked.connect(self._open)

    def mail(self) -> Mail:
        return Mail(self.to.text().strip(), self.subject.text(), self.text.text())

    def ask(self, mail: Mail, colleague: str) -> None:
        """Open it with a mail to a colleague."""
        words = QCoreApplication.translate("Relationship", "A mail to {colleague}. Change what you like.")
        self.set_title(QCoreApplication.translate("Relationship", "Get introduced"), words.format(colleague=colleague))
        self.to.set_text(mail.to)
        self.subject.set_text(mail.subject)
        self.text.set_text(mail.body)
        self.open(self.open_button if mail.to else self.to.edit)

    def _copy(self) -> None:
        mail = self.mail()
        QGuiApplication.clipboard().setText(f"{mail.subject}\n\n{mail.body}")
        self._messages.toast(QCoreApplication.translate("Relationship", "The mail is copied."), icon="copy")

    def _open(self) -> None:
        if QDesktopServices.openUrl(QUrl(self.mail().link)):
            self.close_now()
            return
        mail = self.mail()
        QGuiApplication.clipboard().setText(f"{mail.subject}\n\n{mail.body}")
        text = QCoreApplication.translate("Relationship", "This machine has no mail program. The mail is copied.")
        self._messages.toast(text, icon="copy")
