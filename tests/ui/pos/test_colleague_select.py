"""Choosing a colleague."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clienteling.ui.pos.colleague_select import ColleagueSelect, Person

# The offscreen platform says of every popup what it does not support.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

NAMES = ("Andrei Bălănescu", "Jens Kjær", "Maija Krūmiņa", "Putri Wulandari", "Sofie Ægidius", "Ana Kjær", "Bo Berg")
PEOPLE = [Person(key, name, f"{key} customers now") for key, name in enumerate(NAMES, start=1)]


def make(qtbot: QtBot, people: list[Person]) -> tuple[ColleagueSelect, list[int]]:
    select = ColleagueSelect("Choose a colleague")
    qtbot.addWidget(select)
    select.set_people(people)
    select.show()
    chosen: list[int] = []
    select.changed.connect(chosen.append)
    return select, chosen


def test_typing_finds_a_name_without_its_accents_and_enter_takes_it(qtbot: QtBot) -> None:
    select, chosen = make(qtbot, PEOPLE)
    select.click()
    QTest.keyClicks(select.list.edit, "krum")
    QTest.keyClick(select.list.edit, Qt.Key.Key_Return)
    assert chosen == [3]
    assert select.value() == 3
    assert "Maija Krūmiņa, 3 customers now" in select.accessibleName()
    assert not select.list.isVisible()


def test_arrows_move_within_what_was_found(qtbot: QtBot) -> None:
    select, chosen = make(qtbot, PEOPLE)
    select.click()
    QTest.keyClicks(select.list.edit, "kja")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(select.list.edit, key)
    assert chosen == [6]


def test_escape_closes_and_chooses_nobody(qtbot: QtBot) -> None:
    select, chosen = make(qtbot, PEOPLE)
    select.click()
    QTest.keyClick(select.list.edit, Qt.Key.Key_Escape)
    assert not select.list.isVisible()
    assert chosen == []
    assert select.person() is None


def test_a_few_are_not_searched(qtbot: QtBot) -> None:
    select, _ = make(qtbot, PEOPLE[:3])
    select.click()
    assert select.list.edit.isHidden()
    select.list.close()


def test_the_only_one_is_not_asked_for(qtbot: QtBot) -> None:
    select, _ = make(qtbot, PEOPLE[:1])
    select.set_value(1)
    select.click()
    assert not select.list.isVisible()


def test_who_is_no_longer_offered_is_no_longer_chosen(qtbot: QtBot) -> None:
    select, _ = make(qtbot, PEOPLE)
    select.set_value(2)
    select.set_people(PEOPLE[2:])
    assert select.value() is None


@pytest.fixture(autouse=True)
def _no_popup_left() -> None:
    popup = QApplication.activePopupWidget()
    assert popup is None


def test_nothing_opens_before_anybody_is_known(qtbot: QtBot) -> None:
    select, _ = make(qtbot, [])
    select.click()
    assert not select.list.isVisible()


def test_who_asked_before_anybody_is_known_is_answered_when_they_are(qtbot: QtBot) -> None:
    select, _ = make(qtbot, [])
    with qtbot.waitActive(select):
        select.activateWindow()
    select.setFocus()
    select.click()
    select.set_people(PEOPLE)
    assert select.list.isVisible()
    select.list.close()
    select.set_people(PEOPLE)
    assert not select.list.isVisible()
