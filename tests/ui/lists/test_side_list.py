"""The list beside an editor."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clienteling.ui.lists.side_list import SideList, SideRow
from tests.ui.lists.conftest import Show

ROWS = [
    SideRow(f"{number:02}", name, f"Number {number}") for number, name in enumerate(["Abbey", "Harbour", "Ørsted"], 1)
]


def make(show: Show, rows: list[SideRow]) -> tuple[SideList, list[object]]:
    side = SideList("Stores", "Add store")
    chosen: list[object] = []
    side.chosen.connect(chosen.append)
    show(side)
    side.show_rows(rows)
    return side, chosen


def test_arrows_show_what_they_come_to_and_choosing_again_tells_nothing(show: Show) -> None:
    side, chosen = make(show, ROWS)
    side.select("01")
    assert chosen == []
    QTest.keyClick(side.view, Qt.Key.Key_Down)
    place = side.view.visualRect(side.view.rows.index(2)).center()
    for _ in range(2):
        QTest.mouseClick(side.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == ["02", "03"]
    assert side.value() == "03"


def test_new_rows_keep_the_light_without_a_word(show: Show) -> None:
    side, chosen = make(show, ROWS)
    side.select("02")
    side.show_rows([SideRow("00", "First"), *ROWS])
    assert side.view.currentIndex().row() == 2
    assert chosen == []


def test_many_rows_are_searched_without_accents(show: Show) -> None:
    side, _ = make(show, ROWS + [SideRow(f"x{number}", f"Store {number}") for number in range(9)])
    assert side.search.isVisible()
    QTest.keyClicks(side.search, "ors")
    assert [row.title for row in side.view.rows.rows] == ["Ørsted"]
    side.select("01")
    assert side.search.text() == ""
    assert len(side.view.rows.rows) == 12


def test_an_empty_list_says_so_and_offers_to_add(show: Show) -> None:
    side, _ = make(show, [])
    side.set_empty("No stores yet. Add the first one.")
    asked: list[None] = []
    side.add_asked.connect(lambda: asked.append(None))
    assert side._nothing.isVisible()
    side.add_button.click()
    assert asked == [None]
