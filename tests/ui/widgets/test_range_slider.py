from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.theme import theme_of
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.range_slider import RangeSlider

Show = Callable[..., QWidget]
LEFT = Qt.MouseButton.LeftButton


def _spend(step: int = 1) -> RangeSlider:
    return RangeSlider("Lifetime spend", 0, 100, say=lambda value: f"€{value}", step=step)


def _at(slider: RangeSlider, value: int) -> QPoint:
    """The middle of where a value lies on the groove of a slider without bars from 0 to 100."""
    along = value / 100 if slider.isLeftToRight() else 1 - value / 100
    return QPoint(round(10 + along * (slider.width() - 20)), 22)


def test_dragging_moves_and_letting_go_changes(show: Show) -> None:
    slider = _spend()
    show(slider)
    moved: list[tuple[int, int]] = []
    changed: list[tuple[int, int]] = []
    slider.moved.connect(lambda low, high: moved.append((low, high)))
    slider.changed.connect(lambda low, high: changed.append((low, high)))

    QTest.mousePress(slider, LEFT, pos=_at(slider, 0))
    for value in (10, 20, 30):
        QTest.mouseMove(slider, _at(slider, value))
    assert not changed
    QTest.mouseRelease(slider, LEFT, pos=_at(slider, 30))

    assert slider.values() == (30, 100)
    assert moved[-1] == (30, 100)
    assert changed == [(30, 100)]


def test_the_knobs_do_not_pass_each_other(show: Show) -> None:
    slider = _spend()
    slider.set_values(20, 60)
    show(slider)

    QTest.mousePress(slider, LEFT, pos=_at(slider, 20))
    QTest.mouseMove(slider, _at(slider, 90))
    QTest.mouseRelease(slider, LEFT, pos=_at(slider, 90))

    assert slider.values() == (60, 60)


def test_two_knobs_on_one_spot_can_be_parted_again(show: Show) -> None:
    slider = _spend()
    show(slider)

    slider.set_values(0, 0)
    QTest.mousePress(slider, LEFT, pos=_at(slider, 0))
    QTest.mouseMove(slider, _at(slider, 40))
    QTest.mouseRelease(slider, LEFT, pos=_at(slider, 40))
    assert slider.values() == (0, 40)

    slider.set_values(100, 100)
    QTest.mousePress(slider, LEFT, pos=_at(slider, 100))
    QTest.mouseMove(slider, _at(slider, 40))
    QTest.mouseRelease(slider, LEFT, pos=_at(slider, 40))
    assert slider.values() == (40, 100)


def test_a_press_beside_a_knob_brings_the_nearer_one(show: Show) -> None:
    slider = _spend()
    show(slider)

    QTest.mouseClick(slider, LEFT, pos=_at(slider, 70))

    assert slider.values() == (0, 70)


@pytest.mark.parametrize(
    ("key", "values"),
    [
        (Qt.Key.Key_Right, (25, 80)),
        (Qt.Key.Key_Up, (25, 80)),
        (Qt.Key.Key_Left, (15, 80)),
        (Qt.Key.Key_PageUp, (70, 80)),
        (Qt.Key.Key_PageDown, (0, 80)),
        (Qt.Key.Key_Home, (0, 80)),
        (Qt.Key.Key_End, (80, 80)),
    ],
)
def test_keys_move_the_knob_and_tell(show: Show, qtbot: QtBot, key: Qt.Key, values: tuple[int, int]) -> None:
    slider = _spend(step=5)
    slider.set_values(20, 80)
    show(slider)
    slider.setFocus(Qt.FocusReason.TabFocusReason)

    with qtbot.waitSignal(slider.changed) as changed:
        QTest.keyClick(slider, key)

    assert slider.values() == values
    assert changed.args == list(values)


def test_a_key_that_moves_nothing_tells_nothing(show: Show, qtbot: QtBot) -> None:
    slider = _spend()
    show(slider)
    slider.setFocus(Qt.FocusReason.TabFocusReason)

    with qtbot.assertNotEmitted(slider.changed):
        QTest.keyClick(slider, Qt.Key.Key_Left)


def test_tab_goes_through_both_knobs_and_back(show: Show) -> None:
    before, slider, after = Button("Before"), _spend(), Button("After")
    show(before, slider, after)
    before.setFocus()

    QTest.keyClick(before, Qt.Key.Key_Tab)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Tab)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert slider.values() == (1, 99)

    QTest.keyClick(slider, Qt.Key.Key_Tab)
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert slider.values() == (1, 98)


def test_values_outside_are_drawn_to_the_ends(show: Show) -> None:
    slider = _spend()

    slider.set_values(-5, 900)

    assert slider.values() == (0, 100)


def test_new_bounds_keep_what_was_set_and_open_ends_open(show: Show) -> None:
    slider = _spend()
    slider.set_values(30, 100)

    slider.set_bounds(0, 500, [1, 2, 3])

    assert slider.values() == (30, 500)
    assert slider.bounds() == (0, 500)


def test_one_possible_value_is_no_trouble(show: Show) -> None:
    slider = RangeSlider("Spend", 7, 7, bars=[0, 0])
    show(slider)

    QTest.mouseClick(slider, LEFT, pos=QPoint(100, slider.height() // 2))
    slider.grab()

    assert slider.values() == (7, 7)


def test_the_range_is_read_out_in_its_own_words(show: Show) -> None:
    slider = _spend()

    slider.set_values(10, 90)

    assert slider.accessibleName() == "Lifetime spend"
    assert slider.accessibleDescription() == "€10 – €90"


def test_bars_outside_the_range_are_grey(show: Show) -> None:
    slider = RangeSlider("Spend", 0, 100, bars=[5, 5, 5, 5])
    slider.set_values(50, 100)
    show(slider)
    picture = slider.grab().toImage()
    colors = theme_of(slider).colors

    assert picture.pixelColor(slider.width() // 8, 30) == colors.track
    assert picture.pixelColor(slider.width() * 7 // 8, 30) == colors.accent


def test_from_the_right_the_low_end_is_at_the_right(show: Show, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    slider = _spend()
    show(slider)

    QTest.mousePress(slider, LEFT, pos=_at(slider, 0))
    QTest.mouseMove(slider, _at(slider, 25))
    QTest.mouseRelease(slider, LEFT, pos=_at(slider, 25))

    assert slider.values() == (25, 100)
