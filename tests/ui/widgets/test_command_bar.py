from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.command_bar import Command, CommandBar
from clienteling.ui.widgets.menu import Menu

Show = Callable[..., QWidget]

# The offscreen platform says of itself that it cannot do what a menu asks for.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


class _Done:
    def __init__(self) -> None:
        self.acts: list[str] = []

    def commands(self) -> list[Command]:
        return [
            Command("Add activity", "calendar-clock", lambda: self.acts.append("add"), rank=3),
            Command("Export", "download", lambda: self.acts.append("export"), rank=0),
            Command("Reassign", "user-plus", lambda: self.acts.append("reassign"), who_may="Managers only"),
            Command("Remove", "trash-2", lambda: self.acts.append("remove"), danger=True, rank=2),
        ]


def _bar(show: Show, width: int) -> tuple[CommandBar, _Done, QWidget]:
    done = _Done()
    host = show(Button("Page"), width=width, height=500)
    bar = CommandBar(host)
    bar.set_count("3 selected", "Select all 23")
    bar.set_commands(done.commands())
    bar.rise()
    return bar, done, host


def test_a_command_acts(show: Show) -> None:
    bar, done, _host = _bar(show, 1200)

    QTest.mouseClick(bar.button("Export"), Qt.MouseButton.LeftButton)

    assert done.acts == ["export"]
    assert bar.count_text == "3 selected"


def test_a_command_that_is_not_allowed_stays_and_says_who_may(show: Show) -> None:
    bar, done, _host = _bar(show, 1200)

    QTest.mouseClick(bar.button("Reassign"), Qt.MouseButton.LeftButton)

    assert not done.acts
    assert bar.button("Reassign").isVisible()
    assert bar.button("Reassign").accessibleDescription() == "Managers only"


def test_the_cross_and_the_link_ask(show: Show, qtbot: QtBot) -> None:
    bar, _done, _host = _bar(show, 1200)

    with qtbot.waitSignal(bar.closed):
        QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.select_all):
        QTest.mouseClick(bar.all_link, Qt.MouseButton.LeftButton)


def test_where_it_is_narrow_the_least_important_go_into_the_menu(show: Show, qapp: QApplication) -> None:
    bar, done, host = _bar(show, 1200)
    assert bar.more_button.isHidden()

    host.resize(760, 500)

    assert bar.button("Export").isHidden()
    assert bar.button("Add activity").isVisible()
    assert bar.more_button.isVisible()
    bar.more_button.click()
    menu = qapp.activePopupWidget()
    assert isinstance(menu, Menu)
    assert "Export" in [action.text() for action in menu.actions()]
    menu.actions()[0].trigger()
    menu.close()
    assert done.acts == ["export"]

    host.resize(1200, 500)
    assert bar.button("Export").isVisible()
    assert bar.more_button.isHidden()


@pytest.mark.parametrize("width", [420, 560, 760, 1000])
def test_nothing_is_cut_off_at_any_width(show: Show, width: int) -> None:
    bar, _done, _host = _bar(show, width)

    bar.layout().activate()  # type: ignore[union-attr]
    shown = [button for button in bar.findChildren(Button) if button.isVisible()]
    assert all(button.width() >= button.sizeHint().width() for button in shown)
    assert all(bar.box().contains(button.geometry()) for button in shown)


def test_tab_goes_through_the_commands(show: Show, focused: Callable[[], QWidget]) -> None:
    bar, _done, _host = _bar(show, 1200)
    bar.close_button.setFocus()
    reached = []

    for _step in range(5):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        reached.append(focused().accessibleName())

    assert reached == ["Select all 23", "Add activity", "Export", "Reassign", "Remove"]


def test_it_comes_and_goes_and_keeps_its_place(show: Show) -> None:
    bar, _done, host = _bar(show, 1200)
    assert bar.raised

    host.resize(900, 400)
    box = bar.box_on_host()
    assert (box.left(), host.width() - box.right() - 1, host.height() - box.bottom() - 1) == (24, 24, 16)

    bar.sink()
    assert bar.isHidden()


def test_a_bar_that_goes_or_waits_sends_the_keyboard_home(show: Show) -> None:
    bar, _, host = _bar(show, 900)
    (home,) = (button for button in host.findChildren(Button) if button.label == "Page")
    bar.keyboard_home = home
    for is_waiting in (True, False):
        bar.setEnabled(True)
        bar.button("Add activity").setFocus()
        if is_waiting:
            bar.setEnabled(False)
        else:
            bar.sink()
        assert QApplication.focusWidget() is home


def test_tab_goes_through_the_commands_as_they_stand(show: Show) -> None:
    bar, done, _host = _bar(show, 700)
    bar.set_commands(done.commands())
    bar.close_button.setFocus()
    found: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and bar.isAncestorOf(focus) and focus not in found:
        found.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert found[-1] is bar.more_button
    assert len(found) >= 4
    assert [control.x() for control in found] == sorted(control.x() for control in found)
