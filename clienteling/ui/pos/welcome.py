"""The welcome page: the buttons of the screen layout, and the important dates of the week."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.book import BookSize
from clienteling.domain.errors import Problem
from clienteling.domain.layout import ACTIONS, Button, Layout
from clienteling.domain.operations import Operation
from clienteling.domain.profile import ComingDate
from clienteling.services.books import View
from clienteling.services.drafts import ACTIVITY, ENRICHMENT, NOTE, Begun
from clienteling.ui.lists.date_list import DateList, DateRow
from clienteling.ui.messages import problem_title
from clienteling.ui.page import Page
from clienteling.ui.pos.side_panel import greeting
from clienteling.ui.theme import SPACE_8, STRONG, TEXT_DISPLAY, TEXT_HEAD
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.box import Surface
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.layout_grid import LayoutGrid, without_gaps
from clienteling.ui.widgets.section import SectionHead
from clienteling.ui.widgets.tile import Tile

DAYS = 7
_SIDE_WIDTH = 384
_RING = 4
_ICONS = {"Birthday": "cake", "Anniversary": "heart"}


class WelcomePage(Page):
    """Emits `go` for the tiles. Counts and dates are read when it is shown and when books change."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        translate = QCoreApplication.translate
        self._greeting = Label(size=TEXT_DISPLAY, weight=STRONG)
        self._line = Label(size=TEXT_HEAD, tone=Tone.MUTED)
        self.grid = LayoutGrid()
        self.grid.pressed.connect(self._press)
        self._no_tile = Tile("", "", "", self)
        self._no_tile.hide()
        self._layout: Layout | None = None
        self._counts: dict[str, str] = {}
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
        self._focus_first()

    def refresh(self, changes: Changes) -> None:
        if any(changes.concerns(kind) for kind in (Kind.BOOKS, Kind.CUSTOMERS, Kind.COMPANY)):
            self._read()

    def _read(self) -> None:
        till, session = self._till, self._till.session
        books = till.services.books
        till.tasks.query(self, lambda: till.services.layouts.for_session(session), self._show_layout, key="layout")
        till.tasks.query(self, lambda: till.services.drafts.latest(session), self._show_draft, key="draft")
        if till.may(Operation.VIEW_MY_CLIENT_BOOK):
            off = partial(self._say_why, "my_book")
            till.tasks.query(self, lambda: books.count(session, View.MINE), self._show_mine, key="mine", failed=off)
            till.tasks.query(self, lambda: books.coming_dates(session, DAYS), self._show_dates, key="dates", failed=off)
        if till.may(Operation.VIEW_STORE_CLIENT_BOOKS):
            off = partial(self._say_why, "store_books")
            till.tasks.query(self, lambda: books.colleagues(session), self._show_store, key="store", failed=off)

    def _show_mine(self, customers: int) -> None:
        self._counts["my_book"] = self._customers(customers)
        self._say_counts()

    def _show_store(self, sizes: tuple[BookSize, ...]) -> None:
        held = [size.customers for size in sizes if size.customers]
        translate = QCoreApplication.translate
        words = translate("WelcomePage", "{customers} of %n colleague(s)", "", len(held))
        self._counts["store_books"] = words.format(customers=self._customers(sum(held)))
        self._say_counts()

    def _say_why(self, action: str, error: Exception) -> None:
        """A book that cannot be counted says why on its tile, such as a feature that is off."""
        if isinstance(error, Problem):
            self._counts[action] = problem_title(error)
            self._say_counts()

    def _show_draft(self, begun: Begun | None) -> None:
        """What the worker has begun, here or at another till, and not saved."""
        self._begun = begun
        self.draft.setVisible(begun is not None)
        if begun is None:
            return
        translate = QCoreApplication.translate
        title = translate("WelcomePage", "You were writing about {name}")
        if begun.kind == ENRICHMENT:
            title = translate("WelcomePage", "You were setting up account engagement")
        elif begun.kind not in (ACTIVITY, NOTE):
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
        elif begun is not None and begun.kind == ENRICHMENT:
            self.go.emit("headquarters", ("engagement", ("wizard", begun.customer_id or None)))
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
        left.setContentsMargins(SPACE_8 - _RING, SPACE_8 - 4, SPACE_8 - _RING, 0)
        left.setSpacing(0)
        for words in (self._greeting, self._line):
            words.setContentsMargins(_RING, 0, 0, 0)
        left.addWidget(self._greeting)
        left.addSpacing(4)
        left.addWidget(self._line)
        left.addSpacing(28 - _RING)
        left.addWidget(self._scrolled(), 1)
        row.addLayout(left, 1)
        row.addWidget(self._side())

    @property
    def my_book(self) -> Tile:
        """The button of the own client book; one that does not show where the layout has none."""
        return self.grid.tile("my_book") or self._no_tile

    @property
    def store_books(self) -> Tile:
        return self.grid.tile("store_books") or self._no_tile

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_grid()

    def _show_layout(self, layout: Layout) -> None:
        waits = self._layout is None and self.window().focusWidget() is self
        self._layout = layout
        self._show_grid()
        if waits:
            self._focus_first()

    def _show_grid(self) -> None:
        if self._layout is None:
            return
        grid = self._layout.grid(self.window().width())
        if not self._layout.code:
            # What is built in shows what a worker may do, without gaps.
            may = frozenset(action for action, o in ACTIONS.items() if o is None or self._till.may(o))
            grid = without_gaps(grid, may)
        if self.grid.show_grid(grid):
            for button, tile in self.grid.tiles:
                operation = ACTIONS.get(button.action)
                if operation is not None:
                    self._till.explain(tile, operation)
            self._say_counts()

    def _say_counts(self) -> None:
        for action, words in self._counts.items():
            tile = self.grid.tile(action)
            if tile is not None:
                tile.set_subtitle(words)

    def _press(self, button: Button) -> None:
        self.go.emit(button.action, button.parameter or None)

    def _focus_first(self) -> None:
        """Before there are tiles the page has the focus; who has begun to type elsewhere by then keeps it."""
        first = next((tile for _, tile in self.grid.tiles), None)
        (first or self).setFocus()

    def _scrolled(self) -> QScrollArea:
        """The grid, which scrolls where it has many rows; its tiles keep room for the ring of the keyboard."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_RING, _RING, _RING, SPACE_8)
        column.addWidget(self.grid)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        return area

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
