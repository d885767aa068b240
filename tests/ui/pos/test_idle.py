"""The till that nobody is at locks itself, by the clock."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from clienteling.ui.pos.idle import Idle
from clienteling.ui.widgets.menu import Menu
from tests.support.clock import Clock


class Watched:
    """A window, a clock, and how often the time was over."""

    def __init__(self, qtbot: QtBot, minutes: int = 10) -> None:
        self.window = QLineEdit()
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.clock = Clock()
        self.idle = Idle(self.window, self.clock, self.window)
        self.idle.minutes = minutes
        self.times = 0
        self.idle.passed.connect(self._count)
        self.idle.begin()

    def _count(self) -> None:
        self.times += 1

    def wait(self, minutes: float) -> None:
        self.clock.advance(timedelta(minutes=minutes))


@pytest.fixture
def watched(qtbot: QtBot) -> Watched:
    return Watched(qtbot)


def test_after_the_minutes_it_is_over_once(watched: Watched) -> None:
    watched.wait(9.9)
    watched.idle.look()
    assert watched.times == 0
    watched.wait(0.2)
    watched.idle.look()
    watched.idle.look()
    assert watched.times == 1


def test_never_means_never(qtbot: QtBot) -> None:
    watched = Watched(qtbot, minutes=0)
    watched.wait(100_000)
    watched.idle.look()
    assert watched.times == 0


def test_keys_and_mouse_are_signs_of_life(watched: Watched) -> None:
    handle = watched.window.windowHandle()
    assert handle is not None
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 10),
        QPoint(0, 10),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    for act in (
        lambda: QTest.keyClick(handle, Qt.Key.Key_A),
        lambda: QTest.mouseMove(handle, QPoint(3, 3)),
        lambda: QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, 4)),
        lambda: QApplication.sendEvent(handle, wheel),
    ):
        watched.wait(6)
        act()
        watched.idle.look()
    assert watched.times == 0


def test_the_first_key_after_a_long_sleep_reaches_nobody(watched: Watched) -> None:
    watched.wait(60)
    handle = watched.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert watched.times == 1
    assert watched.window.text() == ""


def test_while_locked_nothing_is_counted(watched: Watched) -> None:
    watched.idle.end()
    watched.wait(60)
    watched.idle.look()
    QTest.keyClick(watched.window, Qt.Key.Key_A)
    assert watched.times <= 1
    watched.times = 0
    watched.idle.begin()
    watched.wait(9)
    watched.idle.look()
    assert watched.times == 0


def test_a_menu_that_was_left_open_closes(watched: Watched) -> None:
    menu = Menu(watched.window)
    menu.add("Anything", lambda: None)
    menu.popup(watched.window.mapToGlobal(QPoint(0, 0)))
    assert QApplication.activePopupWidget() is menu
    watched.wait(11)
    watched.idle.look()
    assert QApplication.activePopupWidget() is None
    assert watched.times == 1
