"""All customers: everybody of the company at the left, one of them whole at the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.customer import Place
from clienteling.services.all_customers import Entries, Entry
from clienteling.ui.failure import show_failure
from clienteling.ui.headquarters.all_customers.detail import CustomerDetail
from clienteling.ui.lists.table import DataTable
from clienteling.ui.lists.table_column import Column
from clienteling.ui.page import Page
from clienteling.ui.theme import PAGE_PADDING, SPACE_4
from clienteling.ui.till import Till
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.page_head import PageHead

_TYPING_PAUSE = 150  # milliseconds


class AllCustomersPage(Page):
    """What is typed into `search` narrows the list; the arrows go through it, and the detail follows."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        translate = QCoreApplication.translate
        self.search = Field(
            translate("AllCustomers", "Search"),
            placeholder=translate("AllCustomers", "Name, phone, e-mail, card, number"),
        )
        self.table = DataTable(translate("AllCustomers", "All customers"), self._columns(), sorted_elsewhere=True)
        self.table.state.primary.connect(self._again)
        self.detail = CustomerDetail(till)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_PAUSE)
        self._typing.timeout.connect(self._read)
        self._lay_out()
        self.search.edit.textEdited.connect(lambda _: self._typing.start())
        self.table.selected.connect(self._choose)
        self.table.opened.connect(lambda entry: self.go.emit("customer", entry.id))
        self.detail.open_asked.connect(lambda customer_id: self.go.emit("customer", customer_id))
        self.detail.gone.connect(self._read)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE_4)
        left.addWidget(self.search)
        left.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(SPACE_4)
        row.addLayout(left, 1)
        row.addWidget(self.detail, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(0)
        column.addWidget(PageHead(QCoreApplication.translate("AllCustomers", "All customers")))
        column.addLayout(row, 1)

    def _columns(self) -> list[Column[Entry]]:
        translate, formats = QCoreApplication.translate, self._till.formats

        def contact(entry: Entry) -> str:
            return formats.phone(entry.phone) if entry.phone else entry.email or "–"

        return [
            Column[Entry](
                translate("AllCustomers", "Name"),
                lambda entry: entry.name,
                note=lambda entry: entry.account_number,
                weight=3,
                width=150,
                strong=True,
                sortable=False,
            ),
            Column[Entry](translate("AllCustomers", "Contact"), contact, weight=2, width=130, sortable=False),
            Column[Entry](
                translate("AllCustomers", "Client book"),
                lambda entry: entry.holder or "–",
                weight=2,
                muted=True,
                width=110,
                sortable=False,
            ),
        ]

    # As pages do

    def activate(self, argument: object) -> None:
        if isinstance(argument, str) and argument:
            self.search.set_text(argument)
        if not self.table.rows:
            self.table.show_loading()
        self._read()
        self.search.edit.setFocus()

    def refresh(self, changes: Changes) -> None:
        if changes.concerns(Kind.CUSTOMERS) or changes.concerns(Kind.BOOKS) or changes.concerns(Kind.TIMELINE):
            self._read()

    def focus_filter(self) -> None:
        self.search.edit.setFocus()

    def _again(self) -> None:
        if self.search.text().strip():
            self.search.set_text("")
        self._read()

    def _read(self) -> None:
        text = self.search.text().strip()
        service, session = self._till.services.all_customers, self._till.session
        work = partial(service.find, session, text) if text else partial(service.page, session)
        self._till.tasks.query(self, work, partial(self._show, text), key="customers", failed=self._fail)

    def _show(self, text: str, found: Entries) -> None:
        translate = QCoreApplication.translate
        if text:
            self.table.set_empty(
                "user-search",
                translate("AllCustomers", "Nobody matches"),
                translate("AllCustomers", "Every word must begin a word of the name, a phone, an e-mail or a number."),
                primary=translate("AllCustomers", "Show all"),
            )
        else:
            self.table.set_empty(
                "users",
                translate("AllCustomers", "No customers yet"),
                translate("AllCustomers", "Import them from a file, or add the first one at the till."),
            )
        self.table.show_rows(found.entries, self._more(found.after))
        if found.entries and self.table.current() is None:
            self.table.select(found.entries[0])
        current = self.table.current()
        self.detail.show_customer(current.id if current is not None else None)

    def _more(self, after: Place | None) -> Callable[[], object] | None:
        return None if after is None else partial(self._read_more, after)

    def _read_more(self, after: Place) -> None:
        self._till.tasks.query(
            self,
            lambda: self._till.services.all_customers.page(self._till.session, after),
            lambda found: self.table.append(found.entries, self._more(found.after)),
            key="more",
        )

    def _choose(self, entry: Entry | None) -> None:
        self.detail.show_customer(entry.id if entry is not None else None)

    def _fail(self, error: Exception) -> None:
        title = QCoreApplication.translate("AllCustomers", "The customers could not be read")
        show_failure(self.table.state, title, error)
        self.table.show_state()
