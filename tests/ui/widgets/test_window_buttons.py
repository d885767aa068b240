from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.window_buttons import Window, WindowButtons

Show = Callable[..., QWidget]
LEFT = Qt.MouseButton.LeftButton


def _days() -> WindowButtons:
    return WindowButtons(
        [Window(7, "7 days", "5"), Window(30, "30 days", "23", "30 d."), Window("dates", "Dates…")],
        name="Birthday",
    )


def test_at_most_one_window_is_set_and_pressing_it_unsets_it(show: Show, qtbot: QtBot) -> None:
    days = _days()
    show(days)

    with qtbot.waitSignal(days.changed) as changed:
        QTest.mouseClick(days.button(7), LEFT)
    assert changed.args == [7]

    QTest.mouseClick(days.button(30), LEFT)
    assert days.value() == 30
    assert not days.button(7).isChecked()

    with qtbot.waitSignal(days.changed) as changed:
        QTest.mouseClick(days.button(30), LEFT)
    assert changed.args == [None]


def test_windows_take_new_counts_and_words(show: Show) -> None:
    days = _days()
    show(days)

    days.set_counts({7: "6", 90: "1"})
    days.set_label("dates", "1–14 Dec")

    assert days.button(7).accessibleName() == "7 days 6"
    assert days.button("dates").label == "1–14 Dec"


def test_a_window_whose_words_do_not_fit_tells_them_in_the_tooltip(show: Show) -> None:
    days = _days()
    days.setFixedWidth(150)
    show(days)

    assert days.button(30).toolTip() == "30 days"
    assert days.button("dates").toolTip() == ""
