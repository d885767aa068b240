"""Tab goes as one reads: Qt goes in the order in which things were made, and some are made anew."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def read_in_order(parts: Iterable[QWidget]) -> None:
    """Let Tab go through these parts one after the other, whenever each was made; the first stays where it is."""
    controls = [control for part in parts for control in _controls(part)]
    for before, after in pairwise(controls):
        QWidget.setTabOrder(before, after)


def _controls(part: QWidget) -> Iterator[QWidget]:
    """What of a part takes the keyboard; not what opens over it."""
    window = part.window()
    for widget in (part, *part.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None and widget.window() is window:
            yield widget
