"""Widgets are shown in the light theme without motion, in a window that has the keyboard."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.theme import Mode, apply, theme_for


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    apply(qapp, theme_for(Mode.LIGHT, motion=False))
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def focused(qapp: QApplication) -> Callable[[], QWidget]:
    """What has the keyboard now; it fails when nothing has."""

    def focused_widget() -> QWidget:
        widget = qapp.focusWidget()
        assert widget is not None
        return widget

    return focused_widget


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., QWidget]]:
    """Show widgets one below the other in an active window, and answer the window."""
    windows: list[QWidget] = []

    def show_widgets(*widgets: QWidget, width: int = 480, height: int = 640) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        rows = QVBoxLayout(window)
        for widget in widgets:
            rows.addWidget(widget)
        rows.addStretch()
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield show_widgets
    windows.clear()
