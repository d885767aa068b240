"""The timeline: it reads on at its end, keeps its place, and shows all of a long text when asked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clienteling.domain.activity import Cursor, Section, Timeline, TimelineItem, TimelineKind
from clienteling.ui.formats import Formats
from clienteling.ui.lists.timeline_model import TimelineModel
from clienteling.ui.lists.timeline_view import TimelineView
from tests.ui.lists.samples import NOW, clock

PAGE = 20


def _item(number: int, text: str = "Came by.") -> TimelineItem:
    at = NOW - timedelta(hours=number)
    return TimelineItem(number, TimelineKind.NOTE, at, f"Note {number}", text, "Jens Kjær", "North")


def _page(first: int, *, last: bool = False) -> Timeline:
    items = tuple(_item(number) for number in range(first, first + PAGE))
    return Timeline(items, None if last else Cursor(Section.PAST, items[-1].at, items[-1].id, NOW))


class Book:
    """Gives page after page, when told."""

    def __init__(self) -> None:
        self.asked: list[Cursor] = []
        self.then: list[Callable[[Timeline | None], None]] = []

    def more(self, cursor: Cursor, then: Callable[[Timeline | None], None]) -> None:
        self.asked.append(cursor)
        self.then.append(then)


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def view(formats: Formats, show: Callable[..., QWidget]) -> TimelineView:
    made = TimelineView(formats, clock)
    show(made, 800, 500)
    made.setFocus()
    return made


def _rows(view: TimelineView) -> int:
    return view.model().rowCount()


def _to_the_end(view: TimelineView) -> None:
    view.executeDelayedItemsLayout()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())


def test_it_keeps_the_rules_of_a_model(qtmodeltester: ModelTester, book: Book) -> None:
    model = TimelineModel(lambda item: item.title)
    model.show(_page(0), book.more)
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


def test_it_reads_on_when_its_end_is_reached_and_stops_when_there_is_no_more(
    view: TimelineView, book: Book, qtbot: QtBot
) -> None:
    view.show_timeline(_page(0), book.more)
    _to_the_end(view)
    qtbot.waitUntil(lambda: len(book.asked) == 1)
    assert book.asked == [_page(0).cursor]
    book.then[0](_page(PAGE, last=True))
    assert _rows(view) == 2 * PAGE
    _to_the_end(view)
    qtbot.wait(20)
    assert len(book.asked) == 1


def test_a_page_that_could_not_be_read_can_be_asked_for_again(view: TimelineView, book: Book, qtbot: QtBot) -> None:
    view.show_timeline(_page(0), book.more)
    _to_the_end(view)
    qtbot.waitUntil(lambda: len(book.asked) == 1)
    book.then[0](None)
    assert _rows(view) == PAGE
    assert view.model().canFetchMore(view.rootIndex())


def test_a_page_of_the_customer_before_is_dropped(view: TimelineView, book: Book, qtbot: QtBot) -> None:
    view.show_timeline(_page(0), book.more)
    _to_the_end(view)
    qtbot.waitUntil(lambda: len(book.asked) == 1)
    view.show_timeline(Timeline((_item(500),), None), book.more)
    book.then[0](_page(PAGE))
    assert _rows(view) == 1


def test_a_first_page_that_says_the_same_keeps_the_place(view: TimelineView, book: Book, qtbot: QtBot) -> None:
    view.show_timeline(_page(0), book.more)
    _to_the_end(view)
    qtbot.waitUntil(lambda: len(book.asked) == 1)
    book.then[0](_page(PAGE, last=True))
    view.show_timeline(_page(0), book.more)
    assert _rows(view) == 2 * PAGE
    newer = Timeline((_item(-1), *_page(0).items), _page(0).cursor)
    view.show_timeline(newer, book.more)
    assert _rows(view) == PAGE + 1


def test_an_entry_that_says_something_else_by_now_is_shown_in_its_place(view: TimelineView, book: Book) -> None:
    view.show_timeline(_page(0), book.more)
    view.setCurrentIndex(view.model().index(5, 0))
    items = list(_page(0).items)
    items[5] = replace(items[5], text="Came by, and bought a coat.", version=2)
    view.show_timeline(Timeline(tuple(items), _page(0).cursor), book.more)
    assert view.currentIndex().row() == 5
    assert "bought a coat" in view.currentIndex().data()


def test_a_long_text_is_shown_whole_by_a_tap_and_by_enter(view: TimelineView, book: Book) -> None:
    view.show_timeline(Timeline((_item(1, "Long text. " * 300), _item(2)), None), book.more)
    view.executeDelayedItemsLayout()

    def height() -> int:
        view.executeDelayedItemsLayout()
        return view.visualRect(view.model().index(0, 0)).height()

    cut = height()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center())
    whole = height()
    assert whole > cut
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert height() == cut


def test_a_narrower_view_wraps_anew(view: TimelineView, book: Book, qtbot: QtBot) -> None:
    view.show_timeline(Timeline((_item(1, "Some words. " * 20),), None), book.more)
    view.executeDelayedItemsLayout()
    wide = view.visualRect(view.model().index(0, 0)).height()
    view.window().resize(400, 500)
    qtbot.waitUntil(lambda: view.visualRect(view.model().index(0, 0)).height() > wide)


def test_the_current_entry_can_be_copied(view: TimelineView, book: Book) -> None:
    view.show_timeline(_page(0), book.more)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Note; Jens Kjær; Today, 11:30; Note 0; Came by."


def test_placeholders_stand_until_the_timeline_comes(view: TimelineView, book: Book, qtbot: QtBot) -> None:
    view.show_loading()
    qtbot.waitUntil(lambda: _rows(view) == 6)
    view.grab()
    assert view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Loading"
    view.show_timeline(Timeline((), None), book.more)
    assert _rows(view) == 0
