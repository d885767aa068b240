"""The knob that says how much more or less something counts."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.ui.theme import CONTROL
from clienteling.ui.widgets.influence_slider import InfluenceSlider


def slider(qtbot: QtBot) -> InfluenceSlider:
    made = InfluenceSlider("Meetings", 50, 5)
    qtbot.addWidget(made)
    made.resize(300, CONTROL)
    made.show()
    return made


def test_keys_move_it_by_steps_to_its_ends_and_back(qtbot: QtBot) -> None:
    made = slider(qtbot)
    told: list[int] = []
    made.changed.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_0):
        QTest.keyClick(made, key)
    # At its end it goes no further, and says nothing.
    assert told == [5, 10, 5, 50, 0]
    QTest.keyClick(made, Qt.Key.Key_Home)
    assert made.value() == -50
    assert made.accessibleDescription() == "-50 %"


def test_a_pointer_moves_it_and_a_double_click_brings_it_back(qtbot: QtBot) -> None:
    made = slider(qtbot)
    told: list[int] = []
    made.changed.connect(told.append)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(290, 22))
    assert told == [50]
    QTest.mouseDClick(made, Qt.MouseButton.LeftButton, pos=QPoint(290, 22))
    assert made.value() == 0
    assert told[-1] == 0


def test_where_the_language_runs_from_the_right_more_is_at_the_left(qtbot: QtBot) -> None:
    made = slider(qtbot)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(made, Qt.Key.Key_Left)
    assert made.value() == 5
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(10, 22))
    assert made.value() == 50


def test_it_does_not_go_beyond_its_ends(qtbot: QtBot) -> None:
    made = slider(qtbot)
    made.set_value(80)
    assert made.value() == 50
    assert made.accessibleDescription() == "+50 %"
