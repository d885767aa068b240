from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.tabs import Tab, Tabs

Show = Callable[..., QWidget]


def _tabs() -> Tabs:
    return Tabs([Tab("timeline", "Timeline", "64"), Tab("notes", "Notes", "4"), Tab("all", "All attributes")])


def test_a_tab_is_gone_to_by_mouse_and_arrows(show: Show, qtbot: QtBot) -> None:
    tabs = _tabs()
    show(tabs)

    with qtbot.waitSignal(tabs.changed) as changed:
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert changed.args == ["notes"]

    with qtbot.waitSignal(tabs.changed) as changed:
        QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert changed.args == ["all"]
    assert tabs.value() == "all"


def test_a_program_goes_to_a_tab_silently(show: Show, qtbot: QtBot) -> None:
    tabs = _tabs()
    show(tabs)

    with qtbot.assertNotEmitted(tabs.changed):
        tabs.set_value("notes")

    assert tabs.value() == "notes"


def test_tabs_are_read_out_with_their_counts(show: Show) -> None:
    tabs = _tabs()
    show(tabs)
    tabs.set_count("notes", "5")

    interface = QAccessible.queryAccessibleInterface(tabs)

    assert interface.role() == QAccessible.Role.PageTabList
    assert tabs.accessibleTabName(0) == "Timeline 64"
    assert tabs.accessibleTabName(1) == "Notes 5"


def test_a_tab_is_wide_enough_for_the_heavier_words(show: Show) -> None:
    tabs = _tabs()
    show(tabs)
    widths = [tabs.tabRect(at).width() for at in range(3)]

    tabs.set_value("all")

    assert [tabs.tabRect(at).width() for at in range(3)] == widths
    assert tabs.height() == 56
