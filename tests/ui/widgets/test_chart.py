"""Charts: what they show, and what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.bar_rows import BarRows
from clienteling.ui.widgets.chart import BarChart, Chart, LineChart
from clienteling.ui.widgets.chart_scale import ChartData, Series, summary, ticks
from tests.ui.widgets.test_select import Show

WEEKS = ChartData(("45", "46", "47"), (Series("Contacts", (54, 63, None)),), unit="contacts", lit=1)
SIDES = ChartData(("Jan", "Feb"), (Series("Us", (4, 6)), Series("Them", (1, 2))))


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_an_axis_holds_all_values_and_zero_in_few_even_steps(one: float, other: float) -> None:
    scale = ticks(min(one, other), max(one, other))
    rounding = max(abs(one), abs(other)) * 1e-6 + 1e-9
    assert scale[0] <= min(one, other, 0) + rounding
    assert scale[-1] >= max(one, other, 0) - rounding
    assert 2 <= len(scale) <= 7
    assert 0 in scale


@pytest.mark.parametrize("kind", [BarChart, LineChart])
def test_arrows_go_from_place_to_place_and_enter_opens_what_is_behind(
    kind: type[Chart], show: Show, qtbot: QtBot
) -> None:
    chart = kind("Contacts")
    chart.set_data(WEEKS)
    chart.setMinimumHeight(200)
    show(chart)
    for _ in range(2):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.place == 1
    assert chart.accessibleName() == "Contacts, 46, 63 contacts"
    with qtbot.waitSignal(chart.chosen) as chosen:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert chosen.args == [1]


def test_the_pointer_shows_the_values_of_all_series(show: Show, qapp: QApplication) -> None:
    chart = BarChart("Mails", stacked=True)
    chart.set_data(SIDES)
    chart.setMinimumHeight(200)
    show(chart)
    QTest.mouseMove(chart, QPoint(chart.width() - 30, 100))
    assert chart.toolTip() == "Feb\nUs: 6\nThem: 2"


def test_parts_are_stacked_on_one_another() -> None:
    chart = BarChart("Mails", stacked=True)
    chart.set_data(SIDES)
    assert chart.reach() == (0.0, 8)


def test_values_stand_in_words_for_those_who_do_not_see_them() -> None:
    assert summary(WEEKS, str) == "In contacts. Contacts: 45 54, 46 63."
    many = ChartData(tuple(str(n) for n in range(20)), (Series("Runs", tuple(range(20))),))
    assert summary(many, str) == "Runs: first 0 0, last 19 19, least 0 0, most 19 19."
    assert summary(ChartData(("a",), (Series("x", (None,)),)), str) == "No values."


def test_nothing_to_draw_is_said_on_the_chart(show: Show) -> None:
    chart = LineChart("Runs")
    chart.set_data(ChartData())
    show(chart)
    assert chart.accessibleDescription() == "No values."
    assert chart.grab().width() == chart.width()


def test_rows_of_bars_are_reached_by_arrows(show: Show, qtbot: QtBot) -> None:
    rows = BarRows("Days since last contact")
    rows.set_rows((("Under 30", 402, ""), ("Over 90", 47, "danger")))
    show(rows)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.chosen) as chosen:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert chosen.args == [1]
    assert rows.accessibleDescription() == "Under 30 402; Over 90 47"
