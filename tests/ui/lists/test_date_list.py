"""Important dates: a tap opens the customer, the phone calls."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.lists.date_list import DateList, DateRow
from clienteling.ui.theme import Mode, apply, theme_for

ROWS = (
    DateRow(1, "Anna Bērziņa", "Birthday today", "cake", today=True, phone="+371 20 123 456"),
    DateRow(2, "Søren Ågård", "Birthday tomorrow", "cake"),
)


@pytest.fixture
def dates(show: Callable[..., QWidget]) -> DateList:
    made = DateList()
    show(made, 336, 300)
    made.set_rows(ROWS)
    made.setFocus()
    return made


def _tap(dates: DateList, row: int, from_right: int) -> None:
    rect = dates.visualRect(dates.model().index(row, 0))
    at = QPoint(rect.right() - from_right, rect.center().y())
    QTest.mouseClick(dates.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_tap_opens_and_the_phone_calls(dates: DateList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dates.opened) as opened, qtbot.assertNotEmitted(dates.called):
        _tap(dates, 0, 120)
    assert opened.args == [1]
    with qtbot.waitSignal(dates.called) as called, qtbot.assertNotEmitted(dates.opened):
        _tap(dates, 0, 20)
    assert called.args == [1]


def test_nobody_without_a_phone_is_called(dates: DateList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dates.opened) as opened, qtbot.assertNotEmitted(dates.called):
        _tap(dates, 1, 20)
    assert opened.args == [2]


def test_the_phone_stands_at_the_other_side_where_language_runs_from_the_right(
    dates: DateList, qapp: QApplication, qtbot: QtBot
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    rect = dates.visualRect(dates.model().index(0, 0))
    with qtbot.waitSignal(dates.called):
        QTest.mouseClick(dates.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 20, rect.center().y()))


def test_keys_open_and_call(dates: DateList, qtbot: QtBot) -> None:
    dates.setCurrentIndex(dates.model().index(0, 0))
    with qtbot.waitSignal(dates.called) as called:
        QTest.keyClick(dates, Qt.Key.Key_C)
    assert called.args == [1]
    QTest.keyClick(dates, Qt.Key.Key_Down)
    with qtbot.waitSignal(dates.opened) as opened:
        QTest.keyClick(dates, Qt.Key.Key_Return)
    assert opened.args == [2]


def test_rows_are_spoken_and_as_high_as_designed(dates: DateList) -> None:
    assert dates.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Anna Bērziņa; Birthday today"
    assert dates.content_height == 120
    assert dates.visualRect(dates.model().index(1, 0)).height() == 60


def test_the_same_rows_keep_the_current_one(dates: DateList) -> None:
    dates.setCurrentIndex(dates.model().index(1, 0))
    dates.set_rows(list(ROWS))
    assert dates.currentIndex().row() == 1


def test_rows_are_painted_in_both_themes(dates: DateList, qapp: QApplication) -> None:
    light = dates.grab().toImage()
    apply(qapp, theme_for(Mode.DARK, motion=False))
    assert dates.grab().toImage() != light
