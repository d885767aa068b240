"""The welcome page: the operations as tiles, and the important dates of the week."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.book import BookSize
from clienteling.domain.operations import Operation
from clienteling.domain.profile import ComingDate
from clienteling.services.books import View
from clienteling.services.drafts import ACTIVITY, NOTE, Begun
from clienteling.ui.lists.date_list import DateList, DateRow
from clienteling.ui.page import LOCK, SCAN, Page
from clienteling.ui.pos.side_panel import greeting
from clienteling.ui.theme import SPACE_4, SPACE_8, STRONG, TEXT_DISPLAY, TEXT_HEAD
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.box import Surface
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import SectionHead
from clienteling.ui.widgets.tile import Tile, TileWeight

DAYS = 7
_SIDE_WIDTH = 384
_ROW_HEIGHT = 160
_ICONS = {"Birthday": "cake", "Anniversary": "heart"}


class WelcomePage(Page):
    """Emits `go` for the tiles. Counts and dates are read when it is shown and when books change."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        translate = QCoreApplication.translate
        self._greeting = Label(size=TEXT_DISPLAY, weight=STRONG)
        self._line = Label(size=TEXT_HEAD, tone=Tone.MUTED)
        self.my_book = Tile("book-user", translate("WelcomePage", "View my client book"), weight=TileWeight.PRIMARY)
        self.store_books = Tile("store", translate("WelcomePage", "View store client books"), weight=TileWeight.WEAK)
        self.dates = DateList()
        self.dates.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._dates_head = SectionHead(translate("WelcomePage", "Important dates"))
        self._no_dates = Label(
            translate("WelcomePage", "No important dates in your client book this week."),
            tone=Tone.MUTED,
            wrap=True,
        )
        self._no_dates.hide()
        self.draft = Banner(weight=Weight.ACCENT, icon="notebook-pen")
        self._begun: Begun | None = None
        self._phones: dict[int, str] = {}
        self._lay_out()
        self.draft.hide()
        self.draft.acted.connect(self._go_on)
        self.dates.opened.connect(lambda customer_id: self.go.emit("customer", customer_id))
        self.dates.called.connect(self._call)

    def activate(self, argument: object) -> None:
        now = self._till.now()
        formats = self._till.formats
        self._greeting.setText(
            QCoreApplication.translate("WelcomePage", "{greeting}, {name}").format(
                greeting=greeting(now.hour), name=self._till.session.worker.first_name
            )
        )
        self._line.setText(formats.weekday(formats.today(now)))
        self._read()
        self.my_book.setFocus()

    def refresh(self, changes: Changes) -> None:
        if changes.concerns(Kind.BOOKS) or changes.concerns(Kind.CUSTOMERS):
            self._read()

    def _read(self) -> None:
        till, session = self._till, self._till.session
        books = till.services.books
        till.tasks.query(self, lambda: till.services.drafts.latest(session), self._show_draft, key="draft")
        if till.may(Operation.VIEW_MY_CLIENT_BOOK):
            till.tasks.query(self, lambda: books.count(session, View.MINE), self._show_mine, key="mine")
            till.tasks.query(self, lambda: books.coming_dates(session, DAYS), self._show_dates, key="dates")
        if till.may(Operation.VIEW_STORE_CLIENT_BOOKS):
            till.tasks.query(self, lambda: books.colleagues(session), self._show_store, key="store")

    def _show_mine(self, customers: int) -> None:
        self.my_book.set_subtitle(self._customers(customers))

    def _show_store(self, sizes: tuple[BookSize, ...]) -> None:
        held = [size.customers for size in sizes if size.customers]
        translate = QCoreApplication.translate
        self.store_books.set_subtitle(
            translate("WelcomePage", "{customers} of %n colleague(s)", "", len(held)).format(
                customers=self._customers(sum(held))
            )
        )

    def _show_draft(self, begun: Begun | None) -> None:
        """What the worker has begun, here or at another till, and not saved."""
        self._begun = begun
        self.draft.setVisible(begun is not None)
        if begun is None:
            return
        translate = QCoreApplication.translate
        title = translate("WelcomePage", "You were writing about {name}")
        if begun.kind not in (ACTIVITY, NOTE):
            title = translate("WelcomePage", "You were changing {name}")
            if not begun.customer:
                title = translate("WelcomePage", "You were entering a new customer")
        when = self._till.formats.moment(begun.at, self._till.now())
        kept = translate("WelcomePage", "Kept for you. {when}").format(when=when)
        self.draft.say(title.format(name=begun.customer), kept, translate("WelcomePage", "Go on"))

    def _go_on(self) -> None:
        begun = self._begun
        if begun is not None and begun.kind in (ACTIVITY, NOTE):
            self.go.emit("customer", begun.customer_id)
        elif begun is not None and begun.customer_id:
            self.go.emit("edit_customer", begun.customer_id)
        elif begun is not None:
            self.go.emit("new_customer", None)

    def _customers(self, number: int) -> str:
        text = QCoreApplication.translate("WelcomePage", "{count} customers", "", number)
        return text.format(count=self._till.formats.number(number))

    def _show_dates(self, dates: tuple[ComingDate, ...]) -> None:
        formats = self._till.formats
        today = formats.today(self._till.now())
        self._phones = {date.customer_id: date.phone for date in dates}
        self.dates.set_rows(
            [
                DateRow(
                    date.customer_id,
                    date.customer,
                    formats.occasion(date.important.name, date.next_day, today),
                    _ICONS.get(date.important.name, "calendar-heart"),
                    date.next_day == today,
                    formats.phone(date.phone) if date.phone else "",
                )
                for date in dates
            ]
        )
        self.dates.setVisible(bool(dates))
        self._no_dates.setVisible(not dates)
        weekday = formats.weekday(today)
        self._line.setText(
            QCoreApplication.translate("WelcomePage", "{day} · {dates}").format(
                day=weekday,
                dates=QCoreApplication.translate("WelcomePage", "%n important date(s) this week", "", len(dates)),
            )
            if dates
            else weekday
        )

    def _call(self, customer_id: int) -> None:
        QDesktopServices.openUrl(QUrl(f"tel:{self._phones[customer_id]}"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(SPACE_8, SPACE_8 - 4, SPACE_8, SPACE_8)
        left.setSpacing(0)
        left.addWidget(self._greeting)
        left.addSpacing(4)
        left.addWidget(self._line)
        left.addSpacing(28)
        left.addLayout(self._tiles())
        left.addStretch(1)
        row.addLayout(left, 1)
        row.addWidget(self._side())

    def _tiles(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(SPACE_4)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.my_book, 0, 0, 1, 2)
        grid.addWidget(self.store_books, 0, 2, 1, 2)
        self.my_book.clicked.connect(lambda: self.go.emit("my_book", None))
        self.store_books.clicked.connect(lambda: self.go.emit("store_books", None))
        for tile, operation in (
            (self.my_book, Operation.VIEW_MY_CLIENT_BOOK),
            (self.store_books, Operation.VIEW_STORE_CLIENT_BOOKS),
        ):
            self._till.explain(tile, operation)
        for place, plain in enumerate(self._plain_tiles()):
            grid.addWidget(plain, 1 + place // 4, place % 4)
        for line in range(grid.rowCount()):
            grid.setRowMinimumHeight(line, _ROW_HEIGHT)
        return grid

    def _plain_tiles(self) -> list[QWidget]:
        tiles: list[QWidget] = []
        for way in _ways():
            if way.operation is None or self._till.may(way.operation):
                tile = Tile(way.icon, way.title, way.subtitle)
                tile.clicked.connect(lambda _=False, page=way.key: self.go.emit(page, None))
                tiles.append(tile)
        return tiles

    def _side(self) -> Surface:
        side = Surface(fill="surface_raised", edge=Qt.Edge.LeftEdge)
        side.setFixedWidth(_SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(self._dates_head)
        column.addWidget(self._no_dates)
        column.addWidget(self.dates, 1)
        column.addStretch(0)
        column.addWidget(self.draft)
        return side


@dataclass(frozen=True, slots=True)
class _Way:
    """Where a smaller tile leads, what stands on it, and the operation that it needs."""

    key: str
    icon: str
    title: str
    subtitle: str
    operation: Operation | None = None


def _ways() -> tuple[_Way, ...]:
    translate, o = QCoreApplication.translate, Operation
    search = translate("WelcomePage", "Search"), translate("WelcomePage", "Name, phone, card")
    tasks = translate("WelcomePage", "Follow-ups"), translate("WelcomePage", "Today and overdue")
    new = translate("WelcomePage", "New customer"), translate("WelcomePage", "Ctrl N")
    scan = translate("WelcomePage", "Scan card"), translate("WelcomePage", "Opens the customer")
    history = translate("WelcomePage", "History"), translate("WelcomePage", "Changes, with undo")
    connection = translate("WelcomePage", "Connection"), translate("WelcomePage", "Data and services")
    audit = translate("WelcomePage", "Audit"), translate("WelcomePage", "Who did what, when")
    start = translate("WelcomePage", "Quick start"), translate("WelcomePage", "F1")
    files = translate("WelcomePage", "Import"), translate("WelcomePage", "Customers from files")
    lock = translate("WelcomePage", "Lock till"), translate("WelcomePage", "Ctrl L")
    return (
        _Way("search", "search", *search, o.CUSTOMER_SEARCH),
        _Way(SCAN, "scan-barcode", *scan, o.CUSTOMER_SEARCH),
        _Way("new_customer", "user-plus", *new, o.CUSTOMER_ADD),
        _Way("follow_ups", "list-checks", *tasks, o.TASKS),
        _Way("history", "history", *history, o.VIEW_MY_CLIENT_BOOK),
        _Way("status", "refresh-cw", *connection, o.CONNECTION_STATUS),
        _Way("quick_start", "book-open", *start),
        _Way("audit", "scroll-text", *audit, o.VIEW_AUDIT),
        _Way("import", "file-input", *files, o.IMPORT),
        _Way(LOCK, "lock", *lock),
    )
