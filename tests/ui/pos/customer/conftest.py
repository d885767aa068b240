"""A worker at customer details, on a copy of the small company."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clienteling.database import tables as t
from clienteling.database.engine import Transaction
from clienteling.domain.operations import Operation
from clienteling.domain.profile import Profile
from clienteling.ui.formats import Formats
from clienteling.ui.messages import Messages
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.tasks import Job
from clienteling.ui.theme import Mode, apply, theme_for
from clienteling.ui.till import Permissions, Till
from clienteling.ui.widgets.banner import Banner
from clienteling.ui.widgets.toast import Toast
from tests.support.customers import NewCustomer, add_customer
from tests.support.immediate_tasks import ImmediateTasks
from tests.support.program import Program


class HeldTasks(ImmediateTasks):
    """Answers at once, or while `held` only when a test lets go."""

    def __init__(self) -> None:
        super().__init__()
        self.held = False
        self._waiting: list[Job] = []

    def release(self) -> None:
        self.held = False
        waiting, self._waiting = self._waiting, []
        for job in waiting:
            super()._start(job)

    def _start(self, job: Job) -> None:
        if self.held:
            self._waiting.append(job)
        else:
            super()._start(job)


def settle() -> None:
    """Let layouts take their places: rows find their height when they learn their width."""
    for _ in range(5):
        QCoreApplication.sendPostedEvents()


@dataclass(slots=True)
class Counter:
    """A till of the small company: the host of messages, and what a worker works with."""

    program: Program
    host: QWidget
    till: Till
    tasks: HeldTasks
    pages: list[CustomerPage] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        return self.till.now()

    @property
    def toast(self) -> Toast:
        found = self.host.findChild(Toast)
        assert isinstance(found, Toast)
        return found

    def customer(self, account: str) -> int:
        return self.program.company.customers[account]

    def profile(self, customer_id: int) -> Profile:
        return self.till.services.customers.profile(self.till.session, customer_id)

    def add_customer(self, new: NewCustomer) -> int:
        """A customer of USMF."""
        company = self.program.company

        def work(transaction: Transaction) -> int:
            entity, known = company.entities["USMF"], company.properties
            return add_customer(transaction, entity, new, known, self.program.clock()).id

        return self.program.database.write(work)

    def add_activities(self, customer_id: int, count: int, code: str = "visit") -> None:
        kind = self.program.company.activity_types[code]
        for number in range(count):
            text = f"{code} number {number}"
            self.till.services.timelines.add_activity(self.till.session, customer_id, kind.id, text)

    def add_receipts(self, customer_id: int, count: int) -> None:
        store = self.program.company.stores["S01"]

        def work(transaction: Transaction) -> None:
            for number in range(count):
                purchase = t.PurchaseRow(
                    id=transaction.key(),
                    customer_id=customer_id,
                    store_id=store.id,
                    order_number=f"R-{number:04}",
                    at=self.program.clock(),
                    amount=Decimal("10.00"),
                )
                transaction.add(purchase)
            transaction.flush()

        self.program.database.write(work)

    def put(self, widget: QWidget) -> None:
        """Show a widget at the till."""
        layout = self.host.layout()
        assert layout is not None
        layout.addWidget(widget)
        widget.show()
        settle()

    def open(self, argument: object = None) -> CustomerPage:
        """The page of a customer, kept current as the window would."""
        page = CustomerPage(self.till)
        self.pages.append(page)
        self.tasks.changed.connect(page.receive)
        self.put(page)
        page.enter(argument)
        return page

    def forbid(self, operation: Operation, *who_may: str) -> None:
        """What buttons know of; the services are not told."""
        self.till.permissions.forbidden[operation] = who_may


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    apply(qapp, theme_for(Mode.LIGHT, motion=False))
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def counter_of(qtbot: QtBot, sqlite_program: Program) -> Iterator[Callable[[str], Counter]]:
    """Opens the till of a worker, by personnel number."""
    opened: list[Counter] = []

    def open_till(number: str) -> Counter:
        host = QWidget()
        qtbot.addWidget(host)
        host.setGeometry(QRect(0, 0, 1278, 704))
        QVBoxLayout(host).setContentsMargins(0, 0, 0, 0)
        banner = Banner(host, flat=True)
        banner.hide()
        with qtbot.waitActive(host):
            host.show()
            host.activateWindow()
        session = sqlite_program.session(number)
        zone = ZoneInfo(session.store.time_zone)
        tasks = HeldTasks()
        till = Till(
            services=sqlite_program.services,
            session=session,
            tasks=tasks,
            messages=Messages(host, banner),
            formats=Formats("en-GB", "USD", session.store.time_zone, "US"),
            now=lambda: sqlite_program.clock().astimezone(zone),
            permissions=Permissions(sqlite_program.services.operations.forbidden(session)),
        )
        counter = Counter(sqlite_program, host, till, tasks)
        opened.append(counter)
        return counter

    yield open_till
    for counter in opened:
        # Windows go before their pages are collected, and nothing of one test is left for the next.
        counter.tasks.close()


@pytest.fixture
def counter(counter_of: Callable[[str], Counter]) -> Counter:
    """The till of Anna Ozola, 001, an associate who holds C-0001 to C-0010."""
    return counter_of("001")
