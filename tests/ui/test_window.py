"""The window: pages and their history, search, keys, and what takes its place while locked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.operations import Operation
from clienteling.ui.lists.hit_delegate import HitRow
from clienteling.ui.page import BACK, Page, PageSpec
from clienteling.ui.theme import Mode, apply, theme_for
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.pill import State
from clienteling.ui.window import MainWindow


class Shelf(Page):
    """A page whose button gets the focus when it is entered."""

    def __init__(self) -> None:
        super().__init__()
        self.button = Button("Open")
        QVBoxLayout(self).addWidget(self.button)

    def activate(self, argument: object) -> None:
        self.button.setFocus()


BOOKS = Changes(frozenset({Kind.BOOKS}))


class Diary(Page):
    """A page that writes down what happens to it; it has one field to type in."""

    def __init__(self, lines: list[object]) -> None:
        super().__init__()
        self.lines = lines
        self.uses_escape = False
        self.field = QLineEdit(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def activate(self, argument: object) -> None:
        self.lines.append(("activate", argument))
        self.setFocus()

    def deactivate(self) -> None:
        self.lines.append("deactivate")

    def refresh(self, changes: Changes) -> None:
        self.lines.append("refresh")

    def focus_filter(self) -> None:
        self.lines.append("filter")

    def edit(self) -> None:
        self.lines.append("edit")

    def go_back(self) -> bool:
        return self.uses_escape


class Shop:
    """Three pages, and what happened to each."""

    def __init__(self) -> None:
        self.lines: dict[str, list[object]] = {"home": [], "book": [], "customer": []}
        self.specs = [
            PageSpec("home", "Home", "house", self._builder("home")),
            PageSpec("book", "My book", "book-user", self._builder("book"), Operation.VIEW_MY_CLIENT_BOOK),
            PageSpec("customer", "Customer", "user", self._builder("customer"), in_rail=False),
        ]

    def _builder(self, key: str) -> Callable[[], Page]:
        return lambda: Diary(self.lines[key])


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, shop: Shop) -> MainWindow:
    apply(qapp, theme_for(Mode.LIGHT, motion=False))
    made = MainWindow()
    qtbot.addWidget(made)
    made.set_pages(shop.specs, lambda _operation: True)
    made.set_worker("Maija Krūmiņa")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.go("home")
    return made


def _search(window: MainWindow) -> QLineEdit:
    return window.top_bar.search.edit


def test_pages_are_built_when_they_are_first_gone_to(window: MainWindow, shop: Shop) -> None:
    assert shop.lines == {"home": [("activate", None)], "book": [], "customer": []}
    assert window.content.count() == 1
    window.go("book")
    window.go("home")
    assert window.content.count() == 2
    assert window.page_key == "home"


def test_the_rail_goes_to_pages(window: MainWindow, shop: Shop, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.page_changed) as changed:
        window.rail.button("book").click()
    assert changed.args == ["book"]
    assert shop.lines["home"][-1] == "deactivate"
    assert shop.lines["book"] == [("activate", None)]


def test_a_page_without_permission_or_place_is_not_in_the_rail(window: MainWindow, shop: Shop) -> None:
    window.set_pages(shop.specs, lambda operation: operation is not Operation.VIEW_MY_CLIENT_BOOK)
    window.rail.button("home")
    for key in ("book", "customer"):
        with pytest.raises(KeyError):
            window.rail.button(key)


def test_going_back_shows_the_page_before_with_its_argument(window: MainWindow, shop: Shop) -> None:
    window.go("book", "filtered")
    window.page("book").go.emit("customer", 7)
    assert shop.lines["customer"] == [("activate", 7)]
    QTest.keyClick(window.page("customer"), Qt.Key.Key_Escape)
    assert window.page_key == "book"
    assert shop.lines["book"][-1] == ("activate", "filtered")
    window.page("book").go.emit(BACK, None)
    assert window.page_key == "home"
    assert not window.back()
    assert window.page_key == "home"


def test_going_on_within_a_page_leaves_no_trace(window: MainWindow, shop: Shop) -> None:
    for customer_id in (7, 8, 9):
        window.go("customer", customer_id)
    assert shop.lines["customer"][-1] == ("activate", 9)
    assert window.back()
    assert window.page_key == "home"


def test_escape_is_the_pages_first(window: MainWindow) -> None:
    window.go("book")
    page = window.page("book")
    assert isinstance(page, Diary)
    page.uses_escape = True
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.page_key == "book"


def test_changes_reach_the_shown_page_now_and_the_others_later(window: MainWindow, shop: Shop) -> None:
    window.go("book")
    window.receive(BOOKS)
    assert shop.lines["book"][-1] == "refresh"
    assert "refresh" not in shop.lines["home"]
    window.go("home")
    assert shop.lines["home"][-2:] == [("activate", None), "refresh"]


def test_another_worker_finds_nothing_of_the_one_before(window: MainWindow, shop: Shop, qtbot: QtBot) -> None:
    window.go("book")
    old = window.page("book")
    window.focus_search()
    QTest.keyClicks(_search(window), "anna")
    window.show_hits("anna", [HitRow(7, "Anna", "")], "1 found")
    with qtbot.waitSignal(old.destroyed):
        window.set_pages(Shop().specs, lambda _operation: True)
    assert window.page_key is None
    assert not window.back()
    assert window.top_bar.search.text() == ""
    assert window.popup.isHidden()
    assert window.popup.hits.rows == ()


def test_typing_in_the_search_field_asks(window: MainWindow, qtbot: QtBot) -> None:
    window.focus_search()
    with qtbot.waitSignals([window.search_requested] * 2):
        QTest.keyClicks(_search(window), "an")
    with qtbot.assertNotEmitted(window.search_requested):
        _search(window).selectAll()
        QTest.keyClick(_search(window), Qt.Key.Key_Delete)


def test_hits_can_be_chosen(window: MainWindow, qtbot: QtBot) -> None:
    window.focus_search()
    QTest.keyClicks(_search(window), "an")
    window.show_hits("an", [HitRow(7, "Anna", "")], "1 found")
    with qtbot.waitSignal(window.hit_chosen) as chosen:
        QTest.keyClick(_search(window), Qt.Key.Key_Return)
    assert chosen.args == [7]


def test_what_a_scanner_types_goes_into_the_search_field(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page("home")
    with qtbot.waitSignal(window.search_submitted) as submitted:
        for key in "LC-1004":
            QTest.keyClick(QApplication.focusWidget() or page, key)  # type: ignore[call-overload]
        focused = QApplication.focusWidget()
        assert focused is _search(window)
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert submitted.args == ["LC-1004"]


def test_letters_typed_in_a_page_stay_there(window: MainWindow) -> None:
    page = window.page("home")
    assert isinstance(page, Diary)
    page.field.setFocus()
    QTest.keyClicks(page.field, "a/b")
    assert page.field.text() == "a/b"
    assert _search(window).text() == ""


@pytest.mark.parametrize(("keys", "line"), [("/", "filter"), ("F2", "edit")])
def test_keys_for_the_page_reach_it(window: MainWindow, shop: Shop, keys: str, line: str) -> None:
    QTest.keySequence(window.page("home"), QKeySequence(keys))
    assert shop.lines["home"][-1] == line


def test_keys_of_the_frame(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keySequence(window.page("home"), QKeySequence("Ctrl+K"))
    assert _search(window).hasFocus()
    QTest.keyClick(_search(window), Qt.Key.Key_Escape)
    assert window.page("home").hasFocus()
    with qtbot.waitSignal(window.lock_requested):
        QTest.keySequence(window, QKeySequence("Ctrl+L"))
    with qtbot.waitSignal(window.help_requested):
        QTest.keySequence(window, QKeySequence("F1"))


def test_signals_of_rail_and_pill_are_passed_on(window: MainWindow, qtbot: QtBot) -> None:
    window.set_status("Online", State.OK)
    for button, signal in (
        (window.rail.lock, window.lock_requested),
        (window.rail.worker, window.worker_requested),
        (window.top_bar.status, window.status_requested),
    ):
        with qtbot.waitSignal(signal):
            button.click()


def test_while_locked_nothing_of_the_pages_is_seen_or_reached(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page("home")
    assert isinstance(page, Diary)
    page.field.setFocus()
    dialog = Dialog(window, "Reassign", "Close")
    dialog.open()
    lock = QWidget()
    window.show_full(lock)
    assert lock.isVisible()
    assert not any(widget.isVisible() for widget in (window.frame, page, dialog))
    with qtbot.assertNotEmitted(window.lock_requested):
        QTest.keySequence(window, QKeySequence("Ctrl+L"))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.keyClick(window, "x")  # type: ignore[call-overload]
    assert _search(window).text() == ""
    late = Dialog(window, "Somebody else changed this", "Close")
    late.open()
    assert not late.isVisible()
    window.show_frame()
    assert not lock.isVisible()
    assert dialog.is_open
    assert late.isVisible()
    assert page.isVisible()


def test_the_focus_is_back_after_the_lock(window: MainWindow) -> None:
    page = window.page("home")
    assert isinstance(page, Diary)
    page.field.setFocus()
    first, second = QWidget(), QWidget()
    window.show_full(first)
    window.show_full(second)
    assert second.isVisible()
    assert not first.isVisible()
    window.show_frame()
    assert page.field.hasFocus()


def test_badges_of_pages_outside_the_rail_are_ignored(window: MainWindow) -> None:
    window.set_badge("book", 5, "5 follow-ups")
    window.set_badge("customer", 5)
    window.set_badge("unknown", 5)
    assert window.rail.button("book").accessibleDescription() == "5 follow-ups"


def test_the_window_can_be_as_small_as_designed(window: MainWindow, qtbot: QtBot) -> None:
    window.set_place("Maison Aurel and its long name", "Harbour Street 12 in the old town · Till 3")
    window.set_status("Offline · book works, 2 changes wait", State.WARNING)
    window.resize(1024, 700)
    assert window.size().toTuple() == (1024, 700)
    bar = window.top_bar
    qtbot.waitUntil(lambda: bar.search.width() >= 320)
    assert bar.search.geometry().right() < bar.status.geometry().left()
    assert bar.place.geometry().right() < bar.search.geometry().left()


@pytest.mark.parametrize("by_keyboard", [True, False])
def test_who_goes_back_by_keyboard_sees_where_it_is(window: MainWindow, qtbot: QtBot, by_keyboard: bool) -> None:
    specs = [PageSpec(key, key, "house", Shelf) for key in ("shelf", "help")]
    window.set_pages(specs, lambda _operation: True)
    window.go("shelf")
    window.go("help")
    with qtbot.waitActive(window):
        window.activateWindow()
    if by_keyboard:
        QTest.keyClick(window.page("help"), Qt.Key.Key_Escape)
    else:
        window.go(BACK)
    page = window.page("shelf")
    assert isinstance(page, Shelf)
    assert page.button.hasFocus()
    assert page.button.ring.shown is by_keyboard
