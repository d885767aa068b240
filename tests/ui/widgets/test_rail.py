from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.rail import Rail, RailItem

Show = Callable[..., QWidget]


def _rail() -> Rail:
    rail = Rail("clienteling-mark", "Pages")
    rail.set_items(
        [
            RailItem("home", "Home", "house"),
            RailItem("book", "My book", "book-user"),
            RailItem("store", "Veikala grāmatas", "store"),
        ]
    )
    rail.set_foot("MK", "Maija Krūmiņa", "Lock")
    return rail


def test_a_place_is_chosen_by_mouse_and_keyboard(show: Show, qtbot: QtBot) -> None:
    rail = _rail()
    show(rail, height=700)

    with qtbot.waitSignal(rail.chosen) as chosen:
        QTest.mouseClick(rail.button("book"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["book"]

    with qtbot.waitSignal(rail.chosen) as chosen:
        QTest.keyClick(rail.button("home"), Qt.Key.Key_Return)
    assert chosen.args == ["home"]


def test_worker_and_lock_have_names_and_tell(show: Show, qtbot: QtBot) -> None:
    rail = _rail()
    show(rail, height=700)

    with qtbot.waitSignal(rail.worker_pressed):
        rail.worker.click()
    with qtbot.waitSignal(rail.lock_pressed):
        rail.lock.click()
    assert rail.worker.accessibleName() == "Maija Krūmiņa"
    assert rail.lock.accessibleName() == "Lock"


def test_the_current_place_is_lit_and_no_other(show: Show) -> None:
    rail = _rail()
    show(rail, height=700)
    plain = rail.button("book").grab().toImage()

    rail.set_current("book")
    lit = rail.button("book").grab().toImage()
    rail.set_current("home")

    assert lit != plain
    assert rail.button("book").grab().toImage() == plain


def test_a_badge_is_read_out_and_goes_away(show: Show) -> None:
    rail = _rail()
    show(rail, height=700)
    plain = rail.button("book").grab().toImage()

    rail.set_badge("book", 5, "5 follow-ups are due")
    rail.set_current("home")
    assert rail.button("book").accessibleDescription() == "5 follow-ups are due"
    assert rail.button("book").grab().toImage() != plain

    rail.set_badge("book", 0)
    assert rail.button("book").accessibleDescription() == ""
    assert rail.button("book").grab().toImage() == plain


def test_a_long_label_takes_two_lines_instead_of_being_cut(show: Show) -> None:
    rail = _rail()
    show(rail, height=700)

    assert rail.button("store").width() == 72
    assert rail.button("store").wanted_width() <= 72
    assert rail.button("store").toolTip() == ""


def test_other_items_take_the_place_of_the_first(show: Show) -> None:
    rail = _rail()
    show(rail, height=700)

    rail.set_items([RailItem("search", "Search", "search")])

    assert rail.button("search").accessibleName() == "Search"
    assert rail.button("search").y() < rail.worker.y()
