"""A session at the window: its pages, its search, what it may do. Made at sign-in, closed when the worker changes."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject
from PySide6.QtGui import QKeySequence, QShortcut

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.operations import Operation
from clienteling.domain.search import SearchResult
from clienteling.domain.worker import Session
from clienteling.services.services import Services
from clienteling.ui.formats import Formats
from clienteling.ui.messages import Messages
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.pos.customer_form.form_page import FormPage
from clienteling.ui.pos.pages import page_specs
from clienteling.ui.pos.search_hits import ALL_STORES, NEW_CUSTOMER, found_words, popup_rows
from clienteling.ui.pos.till import Permissions, Till
from clienteling.ui.tasks import Tasks
from clienteling.ui.window import MainWindow

_POPUP_LIMIT = 7


class Desk(QObject):
    """Connects a session's pages to the window."""

    def __init__(
        self,
        window: MainWindow,
        services: Services,
        session: Session,
        tasks: Tasks,
        messages: Messages,
        formats: Formats,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self.window = window
        self.till = Till(services, session, tasks, messages, formats, now, Permissions())
        self._since = QElapsedTimer()
        self._create: QShortcut | None = None

    def open(self, then: Callable[[], None]) -> None:
        """Learn what the worker may do, and give the window the pages."""

        def opened(forbidden: dict[Operation, tuple[str, ...]]) -> None:
            self.till.permissions.forbidden = forbidden
            self.window.set_worker(self.till.session.worker.name)
            self.window.set_pages(page_specs(self.till), self.till.may)
            self._connect()
            then()

        services, session = self.till.services, self.till.session
        self.till.tasks.query(self, lambda: services.operations.forbidden(session), opened, key="permissions")

    def close(self) -> None:
        """Let go of the window and of all pages."""
        self.window.disconnect(self)
        if self._create is not None:
            self._create.deleteLater()
        self.window.set_pages((), lambda _: False)
        self.deleteLater()

    def draft(self) -> str:
        """What is typed and not saved, by kind, length and time, never its text; "" if nothing is."""
        if form := self._form_draft():
            return form
        if not self.window.has_page("customer"):
            return ""
        page = self.window.page("customer")
        drafts = page.drafts() if isinstance(page, CustomerPage) else ()
        if not drafts:
            return ""
        translate, newest = QCoreApplication.translate, drafts[0]
        kind = translate("Desk", "One note") if newest.is_note else translate("Desk", "One activity")
        text = translate(
            "Desk",
            "{kind}, %n character(s). It opens where you left it, and only for you.",
            "",
            newest.length,
        )
        return text.format(kind=kind)

    def _form_draft(self) -> str:
        """A customer who is typed into a form, without the name."""
        translate = QCoreApplication.translate
        kinds = {
            "new_customer": translate("Desk", "A new customer"),
            "edit_customer": translate("Desk", "Changes of a customer"),
        }
        for key, kind in kinds.items():
            page = self.window.page(key) if self.window.has_page(key) else None
            if isinstance(page, FormPage) and page.has_draft():
                text = translate("Desk", "{kind}. It opens where you left it, and only for you.")
                return text.format(kind=kind)
        return ""

    def _connect(self) -> None:
        window = self.window
        window.search_requested.connect(self._search)
        window.search_submitted.connect(self._submit)
        window.search_command.connect(self._command)
        window.hit_chosen.connect(self._open_customer)
        window.status_requested.connect(self._show_status)
        window.page_changed.connect(self._ask_permissions)
        self.till.tasks.changed.connect(self._changed)
        self._create = QShortcut(QKeySequence("Ctrl+N"), window.frame)
        self._create.activated.connect(self._create_customer)

    def _search(self, text: str) -> None:
        till = self.till
        if not till.may(Operation.CUSTOMER_SEARCH):
            return
        self._since.start()
        till.tasks.query(
            self,
            lambda: till.services.search.find(till.session, text, limit=_POPUP_LIMIT),
            lambda result: self._show_hits(result, text),
            key="search",
        )

    def _show_hits(self, result: SearchResult, text: str) -> None:
        note = QCoreApplication.translate("Desk", "{found} in {milliseconds} ms").format(
            found=found_words(result, self.till), milliseconds=self._since.elapsed()
        )
        self.window.show_hits(text, popup_rows(result, text, self.till), note)

    def _submit(self, text: str) -> None:
        """Enter or a scanner: a card or an account number opens its customer, all else the page with the hits."""
        till = self.till

        def opened(customer_id: int | None) -> None:
            if customer_id is not None:
                self.window.go("customer", customer_id)
            else:
                self.window.go("search", text)

        till.tasks.query(self, lambda: till.services.search.scanned(till.session, text), opened, key="search")

    def _command(self, key: str) -> None:
        if key == ALL_STORES:
            self.window.go("search", (self.window.top_bar.search.edit.text(), True))
        elif key == NEW_CUSTOMER:
            self.window.go("new_customer", self.window.top_bar.search.edit.text())

    def _create_customer(self) -> None:
        """Ctrl+N: a new customer, with what was typed into the search if that has the keyboard."""
        search = self.window.top_bar.search.edit
        if self.window.frame.isVisible() and self.till.may(Operation.CUSTOMER_ADD):
            self.window.go("new_customer", search.text() if search.hasFocus() else None)

    def _open_customer(self, customer_id: int) -> None:
        self.window.go("customer", customer_id)

    def _show_status(self) -> None:
        self.window.go("status")

    def _changed(self, changes: Changes) -> None:
        if Kind.WORKERS in changes.kinds:
            self._ask_permissions("")

    def _ask_permissions(self, _page: str) -> None:
        """Permissions may have changed at headquarters: what buttons say follows at the next page."""
        services, session = self.till.services, self.till.session

        def known(forbidden: dict[Operation, tuple[str, ...]]) -> None:
            self.till.permissions.forbidden = forbidden

        self.till.tasks.query(self, lambda: services.operations.forbidden(session), known, key="permissions")
