from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.menu import Menu
from clienteling.ui.widgets.picker import EntryList
from clienteling.ui.widgets.select import Choice, Select

Show = Callable[..., QWidget]

# The offscreen platform says of itself that it cannot do what a menu asks for.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")
SORTS = [Choice("date", "Next date"), Choice("name", "Name"), Choice("spend", "Lifetime spend")]


def _sort() -> Select:
    sort = Select(SORTS, prefix="Sort")
    sort.set_value("date")
    return sort


def test_more_than_the_window_is_tall_scrolls_in_a_list(show: Show, qapp: QApplication, qtbot: QtBot) -> None:
    sort = Select([Choice(number, f"Property {number}") for number in range(20)], prefix="Sort")
    sort.set_value(15)
    window = show(sort, height=500)
    QTest.keyClick(sort, Qt.Key.Key_Return)
    opened = qapp.activePopupWidget()
    assert isinstance(opened, EntryList)
    assert opened.height() < window.height()
    assert opened.view.viewport().rect().contains(opened.view.visualRect(opened.view.currentIndex()))
    with qtbot.waitSignal(sort.changed) as changed:
        QTest.keyClick(opened.edit, Qt.Key.Key_Down)
        QTest.keyClick(opened.edit, Qt.Key.Key_Return)
    assert changed.args == [16]


def test_what_is_chosen_from_the_menu_shows_and_is_told(show: Show, qtbot: QtBot, qapp: QApplication) -> None:
    sort = _sort()
    show(sort)
    QTest.keyClick(sort, Qt.Key.Key_Return)
    menu = qapp.activePopupWidget()
    assert isinstance(menu, Menu)
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]

    with qtbot.waitSignal(sort.changed) as changed:
        menu.actions()[2].trigger()
    menu.close()

    assert changed.args == ["spend"]
    assert sort.value() == "spend"
    assert sort.accessibleName() == "Sort Lifetime spend"


def test_choosing_what_is_chosen_tells_nothing(show: Show, qtbot: QtBot, qapp: QApplication) -> None:
    sort = _sort()
    show(sort)
    sort.click()
    menu = qapp.activePopupWidget()
    assert isinstance(menu, Menu)

    with qtbot.assertNotEmitted(sort.changed):
        menu.actions()[0].trigger()
    menu.close()


def test_arrows_choose_without_opening(show: Show, qtbot: QtBot) -> None:
    sort = _sort()
    show(sort)

    with qtbot.waitSignal(sort.changed) as changed:
        QTest.keyClick(sort, Qt.Key.Key_Down)
    assert changed.args == ["name"]

    QTest.keyClick(sort, Qt.Key.Key_Up)
    with qtbot.assertNotEmitted(sort.changed):
        QTest.keyClick(sort, Qt.Key.Key_Up)
    assert sort.value() == "date"


def test_a_form_without_an_answer_shows_its_placeholder(show: Show) -> None:
    language = Select(SORTS, field=True, placeholder="Choose one")
    language.setAccessibleName("Language")
    show(language)

    assert language.value() is None
    assert language.accessibleName() == "Language Choose one"


def test_an_ampersand_in_a_choice_is_no_mnemonic(show: Show, qapp: QApplication) -> None:
    sort = Select([Choice(1, "Marie & Paul")])
    show(sort)
    sort.click()

    menu = qapp.activePopupWidget()

    assert isinstance(menu, Menu)
    assert menu.actions()[0].text() == "Marie && Paul"
    menu.close()


def test_letters_choose_what_begins_with_them(show: Show, qtbot: QtBot) -> None:
    country = Select([Choice(name, name) for name in ("Denmark", "Latvia", "Lithuania", "Österreich")], field=True)
    show(country)

    for letter in "li":
        QTest.keyClicks(country, letter)
    assert country.value() == "Lithuania"

    country._typing.invalidate()
    with qtbot.waitSignal(country.changed) as changed:
        QTest.keyClicks(country, "o")
    assert changed.args == ["Österreich"]

    country._typing.invalidate()
    with qtbot.assertNotEmitted(country.changed):
        QTest.keyClicks(country, "x")
