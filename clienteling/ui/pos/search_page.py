"""The search page: everybody found for what was typed, to be opened or added to the own book."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.operations import Operation
from clienteling.domain.parameters import SEVERAL_BOOKS
from clienteling.domain.search import SearchResult
from clienteling.ui.failure import copy_details, show_failure
from clienteling.ui.lists.hit_delegate import HitRow
from clienteling.ui.page import Page
from clienteling.ui.pos.search_commands import SearchCommands
from clienteling.ui.pos.search_hits import found_words, result_rows
from clienteling.ui.pos.search_results import Offer, ResultList
from clienteling.ui.theme import PAGE_PADDING, SPACE_2, SPACE_3
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.command_bar import HEIGHT as BAR_HEIGHT
from clienteling.ui.widgets.command_bar import CommandBar
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.skeleton import SkeletonRows
from clienteling.ui.widgets.state_page import StatePage
from clienteling.ui.widgets.switch import Switch
from clienteling.ui.window import MainWindow

LIMIT = 200
_LOADING_AFTER = 100
_UNDER_BAR = 16
_OVER_BAR = 8
_SHOWN = frozenset({Kind.BOOKS, Kind.CUSTOMERS})


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a text; `elsewhere` counts those in all stores, when nobody was found in this one.

    With `several_books` customers of colleagues can be added to the own book, too.
    """

    text: str
    result: SearchResult
    elsewhere: int = 0
    several_books: bool = False


class SearchPage(Page):
    """`go` brings the text, or text and whether to look in all stores; without either the last search stands."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        self._text = ""
        self._shown: Answer | None = None
        self._next_steps: tuple[Callable[[], object], ...] = ()
        translate = QCoreApplication.translate
        self.everywhere = Switch(translate("SearchPage", "Search all stores"))
        self.new_button = Button(translate("SearchPage", "New customer"), icon="user-plus")
        self.new_button.set_tip("Ctrl N")
        till.explain(self.new_button, Operation.CUSTOMER_ADD)
        self.head = PageHead(translate("SearchPage", "Search"), self.everywhere, self.new_button)
        self.results = ResultList()
        self.state = StatePage()
        self._skeleton = SkeletonRows(8)
        self._loading = QTimer(self, singleShot=True, interval=_LOADING_AFTER)
        self._loading.timeout.connect(self._show_loading)
        self._box = Box()
        self._stack = QStackedWidget()
        self.bar = CommandBar(self)
        self.bar.keyboard_home = self.results
        self.commands = SearchCommands(till, self.bar, self.results)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, SPACE_2)
        inside.addWidget(self.results)
        waiting = QWidget()
        rows = QVBoxLayout(waiting)
        rows.setContentsMargins(SPACE_2, 40, SPACE_2, 0)
        rows.addWidget(self._skeleton)
        rows.addStretch(1)
        for part in (self.state, self._box, waiting):
            self._stack.addWidget(part)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, _UNDER_BAR)
        column.setSpacing(0)
        column.addWidget(self.head)
        below = QVBoxLayout()
        below.setSpacing(SPACE_3)
        below.addWidget(self.commands.refusal)
        below.addWidget(self._stack, 1)
        column.addLayout(below, 1)
        self.bar.raise_()

    def _connect(self) -> None:
        self.new_button.clicked.connect(self._create)
        self.everywhere.clicked.connect(lambda: self._find(kept=False))
        self.results.chosen.connect(self._open)
        self.results.selection_changed.connect(self._make_room)
        self.state.primary.connect(partial(self._take_step, 0))
        self.state.plain.connect(partial(self._take_step, 1))

    # What the window tells

    def activate(self, argument: object) -> None:
        match argument:
            case str(text):
                self._search(text, self.everywhere.isChecked())
            case (str(text), bool(everywhere)):
                self._search(text, everywhere)
            case _ if not self._text:
                self._show_start()
                self._focus_search()
            case _:
                self.results.setFocus(Qt.FocusReason.OtherFocusReason)
        self._make_room()

    def deactivate(self) -> None:
        self._till.messages.set_lift(0)

    def refresh(self, changes: Changes) -> None:
        if self._text and changes.kinds & _SHOWN:
            self._find(kept=True)

    def focus_filter(self) -> None:
        self._focus_search()

    def go_back(self) -> bool:
        selected = bool(self.results.selected)
        self.results.drop_selection()
        return selected

    # Searching

    def _search(self, text: str, everywhere: bool) -> None:
        kept = (text, everywhere) == (self._text, self.everywhere.isChecked()) and self._shown is not None
        self._text = text
        self.everywhere.setChecked(everywhere)
        self._find(kept=kept)
        self.results.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self, *, kept: bool) -> None:
        if not kept:
            self.commands.refusal.hide()
            self._loading.start()
        if self._text:
            work = partial(search, self._till, self._text, self.everywhere.isChecked())
            self._till.tasks.query(self, work, partial(self._show, kept), key="search", failed=self._fail)

    def _show(self, kept: bool, answer: Answer) -> None:
        self._loading.stop()
        self._shown = answer
        result = answer.result
        rows = result_rows(result, answer.text, self._till)
        held = Offer.JOIN if answer.several_books else Offer.HELD
        offers = {hit.customer_id: held for hit in result.hits if hit.holder is not None}
        me = self._till.session.worker.id
        mine = (hit.customer_id for hit in result.hits if hit.holder is not None and hit.holder.is_one(me))
        offers |= dict.fromkeys(mine, Offer.MINE)
        self.results.show_results(rows, offers, kept=kept)
        self.head.title.setText(
            QCoreApplication.translate("SearchPage", "Results for “{text}”").format(text=_short(answer.text))
        )
        self.head.note.setText(found_words(result, self._till))
        if result.hits:
            self._stack.setCurrentWidget(self._box)
        else:
            self._show_nobody(answer)

    def _show_loading(self) -> None:
        self._stack.setCurrentIndex(2)

    def _fail(self, error: Exception) -> None:
        self._loading.stop()
        title = QCoreApplication.translate("SearchPage", "The search does not answer")
        show_failure(self.state, title, error)
        self._show_state(partial(self._find, kept=True), partial(copy_details, self.state, error))

    def _show_start(self) -> None:
        translate = QCoreApplication.translate
        self.head.title.setText(translate("SearchPage", "Search"))
        self.head.note.setText("")
        self.state.show_state(
            "search",
            translate("SearchPage", "Whom are you looking for?"),
            translate("SearchPage", "Type a name, phone, e-mail, address or customer number, or scan a card."),
            primary=translate("SearchPage", "Search"),
            primary_icon="search",
        )
        self._show_state(self._focus_search)

    def _show_nobody(self, answer: Answer) -> None:
        translate = QCoreApplication.translate
        if answer.elsewhere:
            title = translate("SearchPage", "No customer of this store matches")
            words = translate("SearchPage", "{count} customers of other stores do.", None, answer.elsewhere)
            if answer.elsewhere == 1:
                words = translate("SearchPage", "One customer of another store does.")
            words = words.format(count=self._till.formats.number(answer.elsewhere))
            self.state.show_state(
                "user",
                title,
                words,
                primary=translate("SearchPage", "Search all stores"),
                plain=self._creating(),
                plain_icon="user-plus",
            )
            self._show_state(self._search_everywhere, self._create)
            return
        title = translate("SearchPage", "No customer matches")
        words = translate(
            "SearchPage",
            "Every word you type must begin a word of the name, the phone, e-mail, address, card, customer number or "
            "an attribute. Try with less.",
        )
        self.state.show_state(
            "user",
            title,
            words,
            primary=translate("SearchPage", "Change the search"),
            primary_icon="search",
            plain=self._creating(),
            plain_icon="user-plus",
        )
        self._show_state(self._focus_search, self._create)

    def _creating(self) -> str:
        """The other way on from nobody, for those who may."""
        words = QCoreApplication.translate("SearchPage", "Create a new customer")
        return words if self._till.may(Operation.CUSTOMER_ADD) else ""

    def _show_state(self, *next_steps: Callable[[], object]) -> None:
        self._next_steps = next_steps
        self._stack.setCurrentWidget(self.state)

    def _take_step(self, number: int) -> None:
        self._next_steps[number]()

    # What the worker does

    def _create(self) -> None:
        """A new customer, with what was searched for when it found nobody."""
        nobody = self._shown is not None and not self._shown.result.hits
        self.go.emit("new_customer", self._text if nobody else None)

    def _search_everywhere(self) -> None:
        self._search(self._text, everywhere=True)

    def _open(self, customer_id: int) -> None:
        shown = tuple(row.customer_id for row in self.results.rows if isinstance(row, HitRow))
        self.go.emit("customer", (customer_id, shown))

    def _make_room(self) -> None:
        """End the list above the command bar while it is up, and have messages stand over it."""
        raised = self.bar.raised
        room = BAR_HEIGHT + _UNDER_BAR + _OVER_BAR if raised else _UNDER_BAR
        self._column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, room)
        if self.is_active:
            self._till.messages.set_lift(BAR_HEIGHT + _UNDER_BAR if raised else 0)

    def _focus_search(self) -> None:
        window = self.window()
        if isinstance(window, MainWindow):
            window.focus_search()


def search(till: Till, text: str, everywhere: bool) -> Answer:
    """Find customers; if the store has none, also how many there are in all stores."""
    find = partial(till.services.search.find, till.session, text, limit=LIMIT)
    result = find(all_stores=everywhere)
    elsewhere = 0 if everywhere or result.hits else len(find(all_stores=True).hits)
    several = SEVERAL_BOOKS.of(till.services.parameters.given(till.session.legal_entity))
    return Answer(text, result, elsewhere, several)


def _short(text: str, longest: int = 40) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"
