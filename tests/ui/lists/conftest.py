"""Lists are shown in the light theme without motion, in a window that has the keyboard."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.formats import Formats
from clienteling.ui.theme import Mode, apply, theme_for

Show = Callable[..., QWidget]


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    apply(qapp, theme_for(Mode.LIGHT, motion=False))
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def formats(qapp: QApplication) -> Formats:
    return Formats("en-GB", "EUR", "Europe/Riga")


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Show a list alone in an active window of a size, and answer the window."""
    windows: list[QWidget] = []

    def show_list(shown: QWidget, width: int = 982, height: int = 640) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        rows = QVBoxLayout(window)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(shown)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield show_list
    windows.clear()
