from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.switch import Switch

Show = Callable[..., QWidget]


def test_a_switch_is_turned_by_keyboard_and_looks_it(show: Show, qtbot: QtBot) -> None:
    switch = Switch("Dark colours")
    show(switch)
    off = switch.grab().toImage()
    switch.setFocus(Qt.FocusReason.MouseFocusReason)

    with qtbot.waitSignal(switch.toggled) as toggled:
        QTest.keyClick(switch, Qt.Key.Key_Space)

    assert toggled.args == [True]
    assert switch.grab().toImage() != off
    assert switch.accessibleName() == "Dark colours"
