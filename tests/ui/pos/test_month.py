"""A month to choose days from."""

from datetime import date

from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.ui.pos.month import Month

TODAY = date(2026, 11, 20)


def make(qtbot: QtBot, language: str = "en-GB") -> tuple[Month, list[date]]:
    month = Month(QLocale(language), TODAY)
    qtbot.addWidget(month)
    month.resize(month.sizeHint())
    month.show()
    picked: list[date] = []
    month.picked.connect(picked.append)
    return month, picked


def test_a_tap_picks_the_day_it_hits(qtbot: QtBot) -> None:
    month, picked = make(qtbot)
    for day in (date(2026, 11, 1), date(2026, 11, 30)):
        QTest.mouseClick(month.grid, Qt.MouseButton.LeftButton, pos=month.grid.box_of(day).center())
    assert picked == [date(2026, 11, 1), date(2026, 11, 30)]


def test_weeks_begin_as_people_are_used_to(qtbot: QtBot) -> None:
    british, _ = make(qtbot, "en-GB")
    american, _ = make(qtbot, "en-US")
    monday = date(2026, 11, 2)
    assert british.grid.box_of(monday).left() == 0
    assert american.grid.box_of(monday).left() == american.grid.box_of(date(2026, 11, 1)).right() + 1


def test_the_keyboard_goes_over_the_end_of_the_year(qtbot: QtBot) -> None:
    month, picked = make(qtbot)
    month.show_days(date(2026, 12, 28), None)
    QTest.keyClick(month.grid, Qt.Key.Key_Down)
    QTest.keyClick(month.grid, Qt.Key.Key_Return)
    QTest.keyClick(month.grid, Qt.Key.Key_PageUp)
    QTest.keyClick(month.grid, Qt.Key.Key_Space)
    assert picked == [date(2027, 1, 4), date(2026, 12, 4)]


def test_turning_keeps_the_day_as_far_as_the_month_has_it(qtbot: QtBot) -> None:
    month, _ = make(qtbot)
    month.show_days(date(2026, 1, 31), None)
    month.grid.turn(1)
    assert month.grid.current == date(2026, 2, 28)
    month.grid.turn(-14)
    assert month.grid.current == date(2024, 12, 28)


def test_right_to_left_the_first_weekday_stands_at_the_right(qtbot: QtBot) -> None:
    month, _ = make(qtbot)
    month.grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert month.grid.box_of(date(2026, 11, 2)).right() == month.grid.rect().right()
