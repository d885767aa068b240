"""Windows end with their test: what is left is dressed anew, and slower each time, by every test that follows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _no_windows_left(qapp: QApplication, left_overs: None) -> Iterator[None]:
    """Set up before what a test opens its windows with, so torn down after it. Qt deletes in event loops only."""
    yield
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert qapp.allWidgets() == []
