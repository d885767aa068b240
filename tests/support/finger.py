"""A person who has nothing but a finger and the screen's own keyboard: taps, long presses, swipes."""

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QInputMethodEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.driver import Person, screen_window

_STEPS = 12


class Finger(Person):
    """Whatever a person clicks is tapped here, and what they write comes from the keyboard on the screen."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        super().__init__(qtbot, window)
        self._screen: QPointingDevice = QTest.createTouchDevice()

    def press(self, *keys: str) -> None:
        raise AssertionError(f"a finger has no keys: {keys}")

    def write(self, text: str) -> None:
        field = QApplication.focusWidget()
        assert field is not None, "nothing to write into"
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QCoreApplication.sendEvent(field, event)

    def submit(self) -> None:
        """The key of the screen's keyboard that ends a line."""
        field = QApplication.focusWidget()
        assert field is not None, "nothing to end"
        QTest.keyClick(field, "\r")  # type: ignore[call-overload]

    def hold_row(self, name: str, words: str) -> None:
        """Leave the finger on a row of a list until it is selected."""
        view, place = self._place_of_row(name, words)
        model = view.selectionModel()
        before = len(model.selectedIndexes())
        window = screen_window(view.window())
        spot = view.viewport().mapTo(view.window(), place)
        QTest.touchEvent(window, self._screen).press(0, spot, window).commit()
        self.wait(lambda: len(model.selectedIndexes()) != before, f"a long press on “{words}”")
        QTest.touchEvent(window, self._screen).release(0, spot, window).commit()

    def swipe_up(self, name: str) -> None:
        """Push a list up by most of its height."""
        view = self._list(name)
        window, viewport = screen_window(view.window()), view.viewport()
        start = viewport.mapTo(view.window(), QPoint(viewport.width() // 2, viewport.height() - 40))
        way = viewport.height() - 80
        QTest.touchEvent(window, self._screen).press(0, start, window).commit()
        for step in range(1, _STEPS + 1):
            QTest.touchEvent(window, self._screen).move(0, start - QPoint(0, way * step // _STEPS), window).commit()
        QTest.touchEvent(window, self._screen).release(0, start - QPoint(0, way), window).commit()

    def _press_at(self, top: QWidget, spot: QPoint) -> None:
        window = screen_window(top)
        QTest.touchEvent(window, self._screen).press(0, spot, window).commit()
        QTest.touchEvent(window, self._screen).release(0, spot, window).commit()
