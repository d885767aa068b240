"""The book pages: my client book (712), and the client books of the store (713)."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.card import Card
from clienteling.domain.errors import Invalid
from clienteling.domain.filters import NAME, Criterion, Query
from clienteling.domain.history import asks_history
from clienteling.domain.operations import Operation
from clienteling.domain.parameters import CARD_PLACES
from clienteling.services.books import View
from clienteling.ui.failure import copy_details, show_failure
from clienteling.ui.lists.card_model import CARD_ROLE
from clienteling.ui.lists.card_view import CardView, Place, Selection
from clienteling.ui.page import Page
from clienteling.ui.pos.book.book_views import BookViews
from clienteling.ui.pos.book.chips import Chips, SetFilter
from clienteling.ui.pos.book.commands import BookCommands
from clienteling.ui.pos.book.filter_panel import FilterPanel
from clienteling.ui.pos.book.filter_words import criterion_words, facet_label
from clienteling.ui.pos.book.head import BookHead
from clienteling.ui.pos.book.lent_note import LentNote
from clienteling.ui.pos.book.reading import Answer, read_book, read_drops
from clienteling.ui.pos.book.states import Drop, failure_title, show_empty, show_no_match
from clienteling.ui.theme import PAGE_PADDING
from clienteling.ui.till import Till
from clienteling.ui.widgets.command_bar import HEIGHT as BAR_HEIGHT
from clienteling.ui.widgets.command_bar import CommandBar
from clienteling.ui.widgets.state_page import StatePage
from clienteling.ui.window import MainWindow

_UNDER_BAR = 16
_OVER_BAR = 8
_CARD_MARGIN = 8
_SHOWN = frozenset({Kind.BOOKS, Kind.CUSTOMERS, Kind.ATTRIBUTES, Kind.COMPANY, Kind.WORKERS, Kind.VIEWS})


class BookPage(Page):
    """Cards of a view's customers, with filters. Filters, scroll and selection stay as long as the session."""

    def __init__(self, till: Till, view: View, title: str) -> None:
        super().__init__()
        self._till = till
        self._view = view
        self._query = Query()
        self._answer: Answer | None = None
        self._day: date | None = None
        self._panel_open = True
        self._next_steps: tuple[Callable[[], object], ...] = ()
        self.panel = FilterPanel(till.formats)
        self.head = BookHead(title, with_holder=view is View.STORE)
        self.chips = Chips()
        self.lent = LentNote(till)
        self.cards = CardView(self._fetch, till.formats, till.now, with_holder=view is View.STORE)
        self.state = StatePage()
        self._stack = QStackedWidget()
        self._main = QWidget()
        self._lay_out()
        self.bar = CommandBar(self._main)
        self.bar.keyboard_home = self.cards
        self.commands = BookCommands(till, view, self.bar, self._name_of)
        self.views = BookViews(till, view, self.panel.views, self.chips, self)
        self._connect()

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setContentsMargins(PAGE_PADDING - _CARD_MARGIN, 0, 0, 0)
        cards.addWidget(self.cards)
        with_cards = QWidget()
        with_cards.setLayout(cards)
        self._stack.addWidget(with_cards)
        self._stack.addWidget(self.state)
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.lent)
        column.addWidget(self.chips)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(self._main, 1)

    def _connect(self) -> None:
        self.panel.changed.connect(self._set_criterion)
        self.panel.more_wanted.connect(partial(self._find, Place.KEPT))
        self.panel.closed.connect(partial(self._open_panel, False))
        self.head.filters_wanted.connect(partial(self._open_panel, True))
        self.head.sort_changed.connect(self._sort)
        self.head.look_changed.connect(self.cards.set_look)
        self.head.add_wanted.connect(self._find_customer)
        self.head.create_wanted.connect(partial(self.go.emit, "new_customer", None))
        self.head.who_may_create = self._till.who_may(Operation.CUSTOMER_ADD)
        self.head.can_be_signed = self._till.signable(Operation.CUSTOMER_ADD)
        self.views.wanted.connect(self._apply)
        self.chips.removed.connect(self._drop)
        self.chips.cleared.connect(self._clear)
        self.cards.opened.connect(self._open_customer)
        self.cards.selection_changed.connect(self._show_selection)
        self.bar.closed.connect(self.cards.clear_selection)
        self.bar.select_all.connect(self.cards.select_all)
        self.state.primary.connect(partial(self._take_step, 0))
        self.state.plain.connect(partial(self._take_step, 1))

    # What the window tells

    def activate(self, argument: object) -> None:
        if self._day is None:
            self._open()
        elif self._day != self._today():
            self._find(Place.KEPT)
        self._lift_messages()
        self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def deactivate(self) -> None:
        self._till.messages.set_lift(0)

    def refresh(self, changes: Changes) -> None:
        shows_history = self.panel.more.is_open or asks_history(self._query)
        if changes.kinds & (_SHOWN | {Kind.TIMELINE} if shows_history else _SHOWN):
            self.cards.invalidate(changes.customer_ids)
            self._find(Place.KEPT)

    def focus_filter(self) -> None:
        self._open_panel(True)
        self.panel.focus_first()

    def go_back(self) -> bool:
        selected = bool(self.cards.selection())
        self.cards.clear_selection()
        return selected

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+A is everybody the filter finds, wherever on the page the focus is; in a field it is the field's."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.cards.select_all()
            self.cards.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # Reading

    def _open(self) -> None:
        """The first cards at once, then all the rest behind them."""
        self._day = self._today()
        self._stack.setCurrentIndex(0)
        self._open_panel(self._panel_open)
        self.cards.show_loading()
        self.panel.show_loading()
        if self._query == Query():
            books, session, tasks = self._till.services.books, self._till.session, self._till.tasks
            first = partial(books.first_page, session, self._view)
            tasks.query(self, first, self._show_first, key="first", failed=self._fail)
            count = partial(books.count, session, self._view)
            tasks.query(self, count, self._show_first_count, key="count", failed=self._fail)
        self._find(Place.KEPT)

    def _find(self, place: Place) -> None:
        work = partial(read_book, self._till, self._view, self._query, self.panel.more.is_open)
        self._till.tasks.query(self, work, partial(self._show, place), key="find", failed=self._fail)

    def _fetch(self, customer_ids: Sequence[int], then: Callable[[Sequence[Card]], None]) -> None:
        def failed(error: Exception) -> None:
            then(())
            self._fail(error)

        work = partial(self._till.services.books.cards, self._till.session, self._view, list(customer_ids))
        self._till.tasks.query(self, work, then, failed=failed)

    # Showing

    def _show_first(self, cards: Sequence[Card]) -> None:
        if cards and self._answer is None:
            self.cards.set_places(max(CARD_PLACES.default, len(cards[0].properties)))
            self.cards.show_cards([card.customer_id for card in cards], cards)

    def _show_first_count(self, count: int) -> None:
        if self._answer is None:
            self.head.show_count(self._till.formats.number(count))

    def _show(self, place: Place, answer: Answer) -> None:
        self._answer, self._day = answer, self._today()
        found, formats = answer.found, self._till.formats
        self.head.show_sorts(answer.definitions, formats.language)
        count = formats.number(len(found.ids))
        if answer.query.criteria:
            count = QCoreApplication.translate("BookPage", "{count} of {all}").format(
                count=count, all=formats.number(found.of)
            )
        self.head.show_count(count)
        self.panel.show_facets(found.facets, self._day)
        self._show_chips(answer)
        self.views.show_views(answer.views, answer.query)
        self.cards.set_places(answer.places)
        self.cards.show_cards(found.ids, place=place)
        keeps = answer.keeps(self._till.session.worker.id)
        self.lent.show_covers(answer.covers if self._view is View.MINE else ())
        self.cards.set_covers({cover.owner_id: cover for cover in answer.covers})
        self.cards.set_with_holder(self._view is View.STORE or keeps)
        self.commands.set_own(answer.own, all_own=self._view is View.MINE and not keeps)
        self._show_selection(self.cards.selection())
        self.head.show_tools(found.of > 0)
        self._open_panel(self._panel_open)
        if found.of == 0:
            show_empty(self.state, self._view, self._till.session.store.name)
            self._show_state(self._find_customer, self._focus_search)
        elif not len(found.ids):
            work = partial(read_drops, self._till, self._view, answer.query, found.facets)
            self._till.tasks.query(self, work, self._show_no_match, key="drops", failed=self._fail)
        else:
            self._stack.setCurrentIndex(0)

    def _show_chips(self, answer: Answer) -> None:
        facets = {facet.key: facet for facet in answer.found.facets}
        today = self._today()
        self.chips.show_filters(
            [
                SetFilter(c.key, facet_label(facet), criterion_words(facet, c, self._till.formats, today))
                for c in answer.query.criteria
                if (facet := facets.get(c.key)) is not None
            ]
        )

    def _show_no_match(self, drops: Sequence[Drop]) -> None:
        if self._answer is None or len(self._answer.found.ids):
            return
        best = max((drop for drop in drops if drop.left), key=lambda drop: drop.left, default=None)
        show_no_match(self.state, drops, self._till.formats)
        drop = partial(self._drop, best.key) if best is not None and len(drops) > 1 else self._clear
        self._show_state(drop, self._clear)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Invalid) and error.field == "sort":
            # What the book was sorted by is gone, as headquarters wanted it.
            self.head.show_sort(NAME, False)
            self._sort(NAME, False)
            return
        if isinstance(error, Invalid) and self._query.criterion(error.field) is not None:
            # So is what it was filtered by: the others stay, and the worker hears of it.
            self._till.messages.error(error)
            self._drop(error.field)
            return
        if self._answer is None:
            self.panel.hide()  # nothing will come into it
        show_failure(self.state, failure_title(self._view), error)
        self._show_state(self._retry, partial(copy_details, self.state, error))

    def _show_state(self, primary: Callable[[], object], plain: Callable[[], object]) -> None:
        self._next_steps = (primary, plain)
        self._stack.setCurrentWidget(self.state)

    def _take_step(self, number: int) -> None:
        self._next_steps[number]()

    def _show_selection(self, selection: Selection) -> None:
        self.commands.show_selection(selection, len(self.cards.customer_ids))
        raised = self.bar.raised
        self.cards.set_bottom_inset(BAR_HEIGHT + _UNDER_BAR + _OVER_BAR if raised else 0)
        self._lift_messages()

    def _lift_messages(self) -> None:
        if self.is_active:
            self._till.messages.set_lift(BAR_HEIGHT + _UNDER_BAR if self.bar.raised else 0)

    # What the worker does

    def _set_criterion(self, key: str, criterion: Criterion | None) -> None:
        self._ask(self._query.without(key) if criterion is None else self._query.with_criterion(criterion))

    def _drop(self, key: str) -> None:
        self._ask(self._query.without(key))

    def _clear(self) -> None:
        self.views.leave()
        self._ask(Query((), self._query.sort, self._query.descending))

    def _sort(self, sort: str, descending: bool) -> None:
        self._ask(Query(self._query.criteria, sort, descending))

    def _ask(self, query: Query) -> None:
        self._query = query
        self._find(Place.TOP)

    def _apply(self, query: Query) -> None:
        self.head.show_sort(query.sort, query.descending)
        self._ask(query)

    def _retry(self) -> None:
        self.cards.invalidate()
        if self._answer is None:
            self._open()
        else:
            self._find(Place.KEPT)

    def _open_panel(self, opened: bool) -> None:
        empty = self._answer is not None and self._answer.found.of == 0
        self._panel_open = opened
        self.panel.setVisible(opened and not empty)
        self.head.filters_button.setVisible(not opened and not empty)

    def _open_customer(self, customer_id: int) -> None:
        self.go.emit("customer", (customer_id, self.cards.customer_ids))

    def _find_customer(self) -> None:
        self.go.emit("search", None)

    def _focus_search(self) -> None:
        window = self.window()
        if isinstance(window, MainWindow):
            window.focus_search()

    def _name_of(self, customer_id: int) -> str:
        row = self.cards.customer_ids.index(customer_id)
        card = self.cards.model().index(row, 0).data(CARD_ROLE)
        return card.name if isinstance(card, Card) else ""

    def _today(self) -> date:
        return self._till.formats.today(self._till.now())


class MyBookPage(BookPage):
    """The worker's own client book."""

    def __init__(self, till: Till) -> None:
        super().__init__(till, View.MINE, QCoreApplication.translate("BookPage", "My client book"))


class StoreBooksPage(BookPage):
    """The client books of everybody in the store."""

    def __init__(self, till: Till) -> None:
        super().__init__(till, View.STORE, QCoreApplication.translate("BookPage", "Store client books"))
