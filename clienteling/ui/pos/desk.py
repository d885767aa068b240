"""A session at the window: its pages, its search, what it may do. Made at sign-in, closed when the worker changes."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.operations import Operation
from clienteling.domain.search import SearchResult
from clienteling.domain.worker import Session
from clienteling.services.services import Services
from clienteling.ui.formats import Formats
from clienteling.ui.messages import Messages
from clienteling.ui.page import PageSpec
from clienteling.ui.pos.cloud_watch import CloudWatch
from clienteling.ui.pos.follow_ups.reminder import Reminder
from clienteling.ui.pos.override_dialog import with_permission
from clienteling.ui.pos.search_hits import ALL_STORES, NEW_CUSTOMER, found_words, popup_rows
from clienteling.ui.pos.watcher import Watcher
from clienteling.ui.tasks import Tasks
from clienteling.ui.till import Permissions, Till
from clienteling.ui.window import MainWindow

_POPUP_LIMIT = 7

PageSpecs = Callable[[Till], tuple[PageSpec, ...]]
"""The pages of a session, in the order of the rail."""


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
        page_specs: PageSpecs,
    ) -> None:
        super().__init__(window)
        self.window = window
        self._page_specs = page_specs
        self.till = Till(services, session, tasks, messages, formats, now, Permissions())
        self._watcher = Watcher(window, self.till, self)
        self._reminder = Reminder(window, self.till, self)
        self._clouds = CloudWatch(window, self.till, self)
        self._since = QElapsedTimer()
        self._create: QShortcut | None = None
        self._signed: dict[str, Till] = {}

    def open(self, then: Callable[[], None]) -> None:
        """Learn what the worker may do, and give the window the pages."""

        def opened(forbidden: dict[Operation, tuple[str, ...]]) -> None:
            self.till.permissions.forbidden = forbidden
            self.window.set_worker(self.till.session.worker.name)
            self.window.set_pages(self._page_specs(self.till), self._may_go)
            self._connect()
            self._watcher.start()
            self._reminder.start()
            self._clouds.start()
            then()

        services, session = self.till.services, self.till.session

        def learn() -> dict[Operation, tuple[str, ...]]:
            # Before any page reads: what is written from now on is told to the pages.
            services.watch.begin()
            return services.operations.forbidden(session)

        self.till.tasks.query(self, learn, opened, key="permissions")

    def close(self) -> None:
        """Let go of the window and of all pages."""
        self.window.disconnect(self)
        self._clouds.close()
        for till in self._signed.values():
            till.end_signature()
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
        from clienteling.ui.pos.customer.page import CustomerPage  # imported when the page was built, not before

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
            if not self.window.has_page(key):
                continue
            from clienteling.ui.pos.customer_form.form_page import FormPage

            page = self.window.page(key)
            if isinstance(page, FormPage) and page.has_draft():
                text = translate("Desk", "{kind}. It opens where you left it, and only for you.")
                return text.format(kind=kind)
        return ""

    def _connect(self) -> None:
        window = self.window
        window.search_requested.connect(self._search)
        window.search_submitted.connect(self._submit)
        window.code_scanned.connect(self._scan)
        window.search_command.connect(self._command)
        window.hit_chosen.connect(self._open_customer)
        window.status_requested.connect(self._show_status)
        window.help_requested.connect(self._show_help)
        window.page_changed.connect(self._ask_permissions)
        window.page_changed.connect(self._take_back)
        window.page_refused.connect(self._ask_signature)
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
        """Enter or a scanner: a card or an account number opens its customer, all else the hits."""
        till = self.till

        def opened(customer_id: int | None) -> None:
            if customer_id is not None:
                self.window.top_bar.search.set_text("")
                self.window.go("customer", customer_id)
            elif not self.window.popup.take_lit(text):
                self.window.go("search", text)

        till.tasks.query(self, lambda: till.services.search.scanned(till.session, text), opened, key="search")

    def _scan(self, code: str) -> None:
        """A reader, while something has the focus that takes no letters: what is known is shown at once."""
        till = self.till

        def opened(customer_id: int | None) -> None:
            if customer_id is not None:
                self.window.close_dialogs()
                self.window.go("customer", customer_id)
            else:
                words = QCoreApplication.translate("Desk", "Nobody has the card or number {code}")
                till.messages.toast(words.format(code=code), icon="scan-barcode")

        till.tasks.query(self, lambda: till.services.search.scanned(till.session, code), opened, key="search")

    def _command(self, key: str) -> None:
        if key == ALL_STORES:
            self.window.go("search", (self.window.top_bar.search.edit.text(), True))
        elif key == NEW_CUSTOMER:
            self.window.go("new_customer", self.window.top_bar.search.edit.text())

    def _create_customer(self) -> None:
        """Ctrl+N: a new customer, with what was typed into the search if that has the keyboard."""
        search = self.window.top_bar.search.edit
        if self.window.frame.isVisible():
            self.window.go("new_customer", search.text() if search.hasFocus() else None)

    def _open_customer(self, customer_id: int) -> None:
        self.window.go("customer", customer_id)

    def _show_status(self) -> None:
        self.window.go("status")

    def _show_help(self) -> None:
        self.window.go("quick_start")

    # Pages that somebody else signed for

    def _may_go(self, operation: Operation) -> bool:
        """Whether to go to a page that needs an operation; where nobody could sign for it, it says so itself."""
        return self.till.may(operation) or not self.till.signable(operation)

    def _ask_signature(self, key: str, argument: object) -> None:
        operation = next(spec.operation for spec in self._page_specs(self.till) if spec.key == key)
        if operation is not None:
            with_permission(self.till, self.window, (operation,), partial(self._lend, key, argument))

    def _lend(self, key: str, argument: object, till: Till) -> None:
        """Show a page that works with what was signed for."""
        spec = next(spec for spec in self._page_specs(till) if spec.key == key)
        self._signed[key] = till
        self.window.lend_page(key, spec.build())
        self.window.go(key, argument)

    def _take_back(self, shown: str) -> None:
        """The right ends when another page is shown."""
        for key in [key for key in self._signed if key != shown]:
            self._signed.pop(key).end_signature()
            # Not within the key press or the click that led away.
            QTimer.singleShot(0, self, partial(self.window.take_back, key))

    def _changed(self, changes: Changes) -> None:
        if Kind.WORKERS in changes.kinds:
            self._ask_permissions("")

    def _ask_permissions(self, _page: str) -> None:
        """Permissions may have changed at headquarters: what buttons say follows at the next page."""
        services, session = self.till.services, self.till.session

        def known(forbidden: dict[Operation, tuple[str, ...]]) -> None:
            self.till.permissions.forbidden = forbidden

        self.till.tasks.query(self, lambda: services.operations.forbidden(session), known, key="permissions")
