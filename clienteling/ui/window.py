"""The frame round the pages: rail, top bar with search, banner, history. It knows no page and no service."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from clienteling.domain.audit import Changes
from clienteling.domain.operations import Operation
from clienteling.domain.text import initials
from clienteling.ui.lists.hit_delegate import Row
from clienteling.ui.lists.search_popup import SearchPopup
from clienteling.ui.page import BACK, LOCK, SCAN, Page, PageSpec
from clienteling.ui.theme import PAGE_PADDING, TOP_BAR_HEIGHT
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.box import Surface
from clienteling.ui.widgets.code_reader import CodeReader
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.floating import Floating
from clienteling.ui.widgets.focus_ring import show_focus
from clienteling.ui.widgets.pill import State, StatusPill
from clienteling.ui.widgets.place import Place
from clienteling.ui.widgets.rail import Rail, RailItem
from clienteling.ui.widgets.search_field import SearchField

SMALLEST = QSize(1024, 700)
LOCK_KEYS = "Ctrl+L"
"""Locks the till wherever the worker is: dialogs let it through."""

_MOST_HISTORY = 50


class TopBar(Surface):
    """Where one is, the search field, and what works now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="surface_raised", edge=Qt.Edge.BottomEdge)
        self.setFixedHeight(TOP_BAR_HEIGHT)
        self.place = Place()
        self.search = SearchField(
            QCoreApplication.translate("Window", "Search customers or scan a card"),
            QCoreApplication.translate("Window", "Clear the search"),
            key_hint="Ctrl K",
        )
        self.status = StatusPill("")
        self.status.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 0)
        row.setSpacing(0)
        row.addWidget(self.place)
        row.addWidget(self.search)
        row.addStretch(1)
        row.addSpacing(16)
        row.addWidget(self.status)


class MainWindow(QWidget):
    """The window. Either the frame with its pages is shown, or one widget instead of all of it.

    `content` is the area of the pages, over which messages stand; `banner` the strip above it.
    """

    search_requested = Signal(str)
    """The text in the search field, each time somebody changes it; never empty."""

    search_submitted = Signal(str)
    """Enter in the search field with no row lit, or after what may be a code."""

    search_command = Signal(str)
    """The key of a `CommandRow` below the search field."""

    code_scanned = Signal(str)
    """What a reader of bar codes typed where no field took it."""

    hit_chosen = Signal(object)
    """The key of a customer chosen below the search field."""

    page_changed = Signal(str)

    page_refused = Signal(str, object)
    """The key of a page that the worker may not go to, and its argument: somebody else may sign for it."""

    lock_requested = Signal()
    status_requested = Signal()
    help_requested = Signal()
    worker_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(QCoreApplication.translate("Window", "Clienteling"))
        self.setMinimumSize(SMALLEST)
        self._specs: dict[str, PageSpec] = {}
        self._may: Callable[[Operation], bool] = lambda _: True
        self._pages: dict[str, Page] = {}
        self._lent: set[str] = set()
        self._history: list[tuple[str, object]] = []
        self._full: QWidget | None = None
        self._focus: QWidget | None = None
        self._open_dialogs: list[Dialog] = []
        self._held: list[tuple[Dialog, QWidget | None]] = []
        self.frame = QWidget()
        self.rail = Rail("clienteling-mark", QCoreApplication.translate("Window", "Pages"))
        self.top_bar = TopBar()
        self.banner = Banner(weight=Weight.WARNING, icon="cloud-off", flat=True)
        self.banner.hide()
        self.content = QStackedWidget()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.frame)
        self._lay_out()
        self.popup = SearchPopup(self.top_bar.search, self.frame)
        self.code_reader = CodeReader(self, self.frame.isVisible)
        self._connect()
        self._add_shortcuts()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.banner)
        column.addWidget(self.content, 1)
        row = QHBoxLayout(self.frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.rail.lock_pressed.connect(self.lock_requested)
        self.rail.worker_pressed.connect(self.worker_requested)
        self.top_bar.status.clicked.connect(self.status_requested)
        self.top_bar.search.text_edited.connect(self._search)
        self.popup.submitted.connect(self.search_submitted)
        self.popup.commanded.connect(self.search_command)
        self.popup.chosen.connect(self.hit_chosen)
        self.code_reader.scanned.connect(self.code_scanned)

    def _add_shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+K", self.focus_search),
            (LOCK_KEYS, self.lock_requested.emit),
            ("F1", self.help_requested.emit),
            ("F2", partial(self._tell_page, lambda page: page.edit())),
            ("/", partial(self._tell_page, lambda page: page.focus_filter())),
            ("Alt+Left", self.back),
        ):
            QShortcut(QKeySequence(keys), self.frame).activated.connect(act)

    # What the program tells

    def set_pages(self, specs: Sequence[PageSpec], may: Callable[[Operation], bool]) -> None:
        """Offer these pages to a worker, and forget those of the one before with all that they show."""
        for dialog in self.findChildren(Dialog, options=Qt.FindChildOption.FindDirectChildrenOnly):
            dialog.hide()
            dialog.deleteLater()
        self._open_dialogs, self._held = [], []
        for page in self._pages.values():
            self.content.removeWidget(page)
            page.deleteLater()
        self._pages, self._history = {}, []
        self._lent.clear()
        self._specs = {spec.key: spec for spec in specs}
        self._may = may
        self.rail.set_items(
            [
                RailItem(spec.key, spec.title, spec.icon)
                for spec in specs
                if spec.in_rail and (spec.operation is None or may(spec.operation))
            ]
        )
        self.top_bar.search.set_text("")
        self.popup.forget()

    def set_place(self, company: str, place: str) -> None:
        """The company, and store and register ("Harbour Street 12 · Till 3")."""
        self.top_bar.place.say(company, place)

    def set_worker(self, name: str) -> None:
        self.rail.set_foot(initials(name), name, QCoreApplication.translate("Window", "Lock"))

    def set_status(self, text: str, state: State) -> None:
        """What works now, in words."""
        self.top_bar.status.set_state(text, state)
        self.top_bar.status.show()

    def set_badge(self, key: str, count: int, spoken: str = "") -> None:
        """A number on a page's place in the rail, if it has one; `spoken` says what it counts."""
        if any(spec.key == key and spec.in_rail for spec in self._specs.values()):
            self.rail.set_badge(key, count, spoken)

    def keep(self) -> None:
        """Let every page put by what is typed."""
        for page in self._pages.values():
            page.keep()

    def receive(self, changes: Changes) -> None:
        """Tell every page what was written: the shown one refreshes, the others remember."""
        for page in self._pages.values():
            page.receive(changes)

    def show_hits(self, text: str, rows: Sequence[Row], note: str = "") -> None:
        """Show below the search field what was found for `text`; dropped if something else is asked by now."""
        self.popup.show_rows(text, rows, note)

    def show_full(self, widget: QWidget) -> None:
        """Show one widget instead of frame and pages, to sign in or while locked. The caller keeps it."""
        if self._full is None:
            self._focus = QApplication.focusWidget()
            dialogs = self.findChildren(Dialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
            self._open_dialogs = [dialog for dialog in dialogs if dialog.is_open]
            for dialog in self._open_dialogs:
                dialog.hide()
        elif self._full is not widget and isValid(self._full):
            self._stack.removeWidget(self._full)
            self._full.hide()
        self._full = widget
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_frame(self) -> None:
        """Show the pages again, as they were left."""
        if self._full is None:
            return
        self._stack.setCurrentWidget(self.frame)
        if isValid(self._full):
            self._stack.removeWidget(self._full)
            self._full.hide()
        self._full = None
        for dialog in self._open_dialogs:
            if isValid(dialog):
                dialog.show()
                dialog.raise_()
        self._open_dialogs = []
        if self._focus is not None and isValid(self._focus) and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None
        held, self._held = self._held, []
        for dialog, first in held:
            if isValid(dialog):
                dialog.open(first)

    def holds(self, dialog: Dialog, first: QWidget | None) -> bool:
        """What would open over a locked till waits for its pages."""
        if self._full is not None:
            self._held.append((dialog, first))
        return self._full is not None

    def close_dialogs(self) -> None:
        """Let go of what stands over the page."""
        for dialog in self.findChildren(Dialog, options=Qt.FindChildOption.FindDirectChildrenOnly):
            dialog.close_now()

    # Going about

    @property
    def page_key(self) -> str | None:
        """The key of the page that is shown, or was when something else took its place."""
        return self._history[-1][0] if self._history else None

    def has_page(self, key: str) -> bool:
        """Whether a page was built already."""
        return key in self._pages

    def page(self, key: str) -> Page:
        """A page by its key, built if it was not yet. Raises KeyError for an unknown key."""
        if key not in self._pages:
            self._hold(key, self._specs[key].build())
        return self._pages[key]

    def go(self, key: str, argument: object = None) -> None:
        """Show a page. Going on within the same page leaves no trace in the history."""
        if key in (BACK, SCAN, LOCK):
            acts: dict[str, Callable[[], object]] = {
                BACK: self.back,
                SCAN: self.focus_search,
                LOCK: self.lock_requested.emit,
            }
            acts[key]()
            return
        operation = self._specs[key].operation
        if operation is not None and not self._may(operation) and key not in self._lent:
            self.page_refused.emit(key, argument)
            return
        page = self.page(key)
        self._leave()
        if self.page_key == key:
            self._history.pop()
        self._history = [*self._history, (key, argument)][-_MOST_HISTORY:]
        self._enter(page, key, argument)

    def lend_page(self, key: str, page: Page) -> None:
        """Let the worker go to this page in place of one that they may not use, until `take_back` is called."""
        self.take_back(key)
        self._lent.add(key)
        self._hold(key, page)

    def take_back(self, key: str) -> None:
        """Forget a page that was lent, with all that it shows."""
        self._lent.discard(key)
        page = self._pages.pop(key, None)
        if page is not None:
            self.content.removeWidget(page)
            page.deleteLater()

    def _hold(self, key: str, page: Page) -> None:
        self._pages[key] = page
        page.go.connect(self.go)
        self.content.addWidget(page)

    def back(self, *, by_keyboard: bool = False) -> bool:
        """Show the page before this one; whether there was one. Who goes by keyboard sees at once where it is."""
        if len(self._history) < 2:
            return False
        self._leave()
        self._history.pop()
        key, argument = self._history[-1]
        page = self.page(key)
        self._enter(page, key, argument)
        if by_keyboard:
            show_focus(page)
        return True

    def _enter(self, page: Page, key: str, argument: object) -> None:
        self.content.setCurrentWidget(page)
        # A page that comes to the front would cover toast and notice.
        for message in self.content.findChildren(Floating, options=Qt.FindChildOption.FindDirectChildrenOnly):
            message.raise_()
        spec = self._specs[key]
        if spec.in_rail or spec.rail_key:
            self.rail.set_current(spec.rail_key or key)
        page.enter(argument)
        self.page_changed.emit(key)

    def _leave(self) -> None:
        page = self._pages.get(self.page_key or "")
        if page is not None and page.is_active:
            page.leave()

    def _tell_page(self, what: Callable[[Page], None]) -> None:
        page = self._pages.get(self.page_key or "")
        if page is not None:
            what(page)

    # Keys

    def focus_search(self) -> None:
        self.top_bar.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.search.edit.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no control wanted: Esc goes back, and letters (a scanner's too) go into the search field."""
        search = self.top_bar.search.edit
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        )
        if not self.frame.isVisible():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif plain and event.text().isprintable() and event.text().strip() and self.focusWidget() is not search:
            search.setFocus(Qt.FocusReason.OtherFocusReason)
            search.selectAll()
            search.insert(event.text())
            self._search(search.text())
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        page = self._pages.get(self.page_key or "")
        if self.top_bar.search.edit.hasFocus() and page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is None or not page.go_back():
            self.back(by_keyboard=True)

    def _search(self, text: str) -> None:
        if text.strip():
            self.search_requested.emit(text)
        else:
            self.popup.hide()
