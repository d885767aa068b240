"""Choosing days from one to another."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.formats import Formats
from clienteling.ui.pos.book.day_range import DayRange

TODAY = date(2026, 11, 20)
Days = list[tuple[date, date]]


@pytest.fixture
def picker(qtbot: QtBot) -> Iterator[tuple[DayRange, Days]]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = DayRange(Formats("en-GB", "EUR", "Europe/Riga"), TODAY, parent)
    chosen: Days = []
    made.chosen.connect(lambda first, last: chosen.append((first, last)))
    yield made, chosen
    parent.close()


def press(picker: DayRange, *days: date) -> None:
    for day in days:
        picker.month.picked.emit(day)
    picker.show_button.click()


def test_two_presses_name_the_first_day_and_the_last(picker: tuple[DayRange, Days]) -> None:
    days, chosen = picker
    press(days, date(2026, 12, 20), date(2027, 1, 5))
    assert chosen == [(date(2026, 12, 20), date(2027, 1, 5))]


def test_one_press_is_one_day(picker: tuple[DayRange, Days]) -> None:
    days, chosen = picker
    press(days, date(2026, 12, 24))
    assert chosen == [(date(2026, 12, 24), date(2026, 12, 24))]


def test_an_earlier_day_begins_anew(picker: tuple[DayRange, Days]) -> None:
    days, chosen = picker
    press(days, date(2026, 12, 24), date(2026, 12, 1), date(2026, 12, 3))
    assert chosen == [(date(2026, 12, 1), date(2026, 12, 3))]


def test_more_than_a_year_begins_anew(picker: tuple[DayRange, Days]) -> None:
    days, chosen = picker
    press(days, date(2026, 12, 1), date(2027, 12, 1))
    assert chosen == [(date(2027, 12, 1), date(2027, 12, 1))]


def test_nothing_is_chosen_before_a_day_is(picker: tuple[DayRange, Days]) -> None:
    days, chosen = picker
    days.show_button.click()
    assert chosen == []
