"""Consent of the tenant's administrator: the mail that asks for it, Microsoft's page for it, whether it is there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from clienteling.domain.mailboxes import ConsentRequest
from clienteling.domain.relationship.acquaintance import Mail
from clienteling.ui.headquarters.engagement.words import consent_mail, error_words
from clienteling.ui.tasks import Lane
from clienteling.ui.till import Till


class Consenting(QObject):
    """What the results and the wizard need of it."""

    def __init__(self, till: Till, parent: QObject) -> None:
        super().__init__(parent)
        self._till = till

    def check(self, owner: QObject, then: Callable[[], None], refused: Callable[[str], None]) -> None:
        """Ask Graph whether there is consent; what cannot be asked now is believed until the first run.

        Whoever has gone when it answers hears nothing.
        """
        mailboxes, session = self._till.services.engagement.mailboxes, self._till.session

        def work() -> bool:
            mailboxes.check_given(session, session.legal_entity)
            return True

        def failed(error: Exception) -> None:
            words = QCoreApplication.translate(
                "AccountEngagement", "{reason} Agree on the page of Microsoft first, then try again here."
            )
            refused(words.format(reason=error_words(error)))

        self._till.tasks.query(owner, work, lambda _: then(), key="check", failed=failed, lane=Lane.CLOUD)

    def open_page(self) -> None:
        """Open the page on which an administrator of the tenant agrees."""
        self._ask(lambda request: self._open(request.url, request.url), self._till.messages.error)

    def prepare_mail(self) -> None:
        """Open a mail to the administrator."""
        company = self._till.session.legal_entity.name

        def open_request(request: ConsentRequest) -> None:
            self._open_mail(request.subject, request.text)

        # Where nothing is entered about the tenant there is no page to agree on: the administrator knows one.
        self._ask(open_request, lambda _: self._open_mail(*consent_mail(company)))

    def _ask(self, then: Callable[[ConsentRequest], None], failed: Callable[[Exception], None]) -> None:
        mailboxes, session = self._till.services.engagement.mailboxes, self._till.session
        work = partial(mailboxes.consent_request, session, session.legal_entity)
        self._till.tasks.query(self, work, then, key="request", failed=failed)

    def _open_mail(self, subject: str, text: str) -> None:
        self._open(Mail("", subject, text).link, f"{subject}\n\n{text}")

    def _open(self, link: str, text: str) -> None:
        """Open a link with what is there for it; else its text is copied."""
        if QDesktopServices.openUrl(QUrl(link)):
            return
        QGuiApplication.clipboard().setText(text)
        words = QCoreApplication.translate("AccountEngagement", "This machine has no mail program. The mail is copied.")
        if link.startswith("https:"):
            words = QCoreApplication.translate(
                "AccountEngagement", "No browser opens. The address of the page is copied."
            )
        self._till.messages.toast(words, icon="copy")
