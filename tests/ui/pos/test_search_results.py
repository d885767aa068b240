"""The list of the search page."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.ui.lists.hit_delegate import HeadRow, HitRow, Row
from clienteling.ui.pos.search_results import Offer, ResultList

ROWS: tuple[Row, ...] = (
    HeadRow("My book", "1"),
    HitRow(1, "Anna Bērziņa", "+371 20 123 456"),
    HeadRow("In no book", "2"),
    HitRow(2, "Bo Berg", "bo@example.org"),
    HitRow(3, "Cai Dam", "cai@example.org"),
)
OFFERS = {1: Offer.MINE}


def make(qtbot: QtBot) -> ResultList:
    results = ResultList()
    qtbot.addWidget(results)
    results.resize(900, 500)
    results.show()
    results.show_results(ROWS, OFFERS, kept=False)
    results.executeDelayedItemsLayout()
    return results


def tap(results: ResultList, point: QPoint) -> None:
    QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_space_selects_and_enter_opens(qtbot: QtBot) -> None:
    results = make(qtbot)
    opened: list[int] = []
    results.chosen.connect(opened.append)
    QTest.keyClick(results, Qt.Key.Key_Space)
    QTest.keyClick(results, Qt.Key.Key_Down)
    QTest.keyClick(results, Qt.Key.Key_Return)
    assert results.selected == (1,)
    assert opened == [2]


def test_a_tap_opens_and_a_tap_on_the_avatar_selects(qtbot: QtBot) -> None:
    results = make(qtbot)
    opened: list[int] = []
    results.chosen.connect(opened.append)
    row = results.visualRect(results.model().index(3, 0))
    tap(results, QPoint(row.left() + 30, row.bottom() - 30))
    assert results.selected == (2,)
    assert opened == []
    tap(results, QPoint(row.left() + 200, row.bottom() - 30))
    assert opened == [2]


def test_the_button_adds_and_opens_nobody(qtbot: QtBot) -> None:
    results = make(qtbot)
    asked: list[int] = []
    results.add_asked.connect(asked.append)
    results.chosen.connect(lambda _: asked.append(-1))
    tap(results, results.button_rect(results.model().index(4, 0)).center())
    assert asked == [3]


def test_own_customers_cannot_be_added_again(qtbot: QtBot) -> None:
    results = make(qtbot)
    asked: list[int] = []
    results.add_asked.connect(asked.append)
    results.chosen.connect(lambda _: asked.append(-1))
    tap(results, results.button_rect(results.model().index(1, 0)).center())
    assert asked == []


def test_all_are_selected_and_dropped(qtbot: QtBot) -> None:
    results = make(qtbot)
    told: list[tuple[int, ...]] = []
    results.selection_changed.connect(told.append)
    QTest.keyClick(results, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(results, Qt.Key.Key_Escape)
    assert told == [(1, 2, 3), ()]


def test_the_same_search_read_anew_keeps_selection_and_place(qtbot: QtBot) -> None:
    results = make(qtbot)
    QTest.keyClick(results, Qt.Key.Key_Down)
    QTest.keyClick(results, Qt.Key.Key_Space)
    results.show_results((HeadRow("My book", "2"), *ROWS[1:2], *ROWS[3:]), OFFERS, kept=True)
    assert results.selected == (2,)
    assert results.currentIndex().row() == 2


def test_another_search_selects_nobody(qtbot: QtBot) -> None:
    results = make(qtbot)
    QTest.keyClick(results, Qt.Key.Key_Space)
    results.show_results(ROWS, OFFERS, kept=False)
    assert results.selected == ()
