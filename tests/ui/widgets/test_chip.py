from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.chip import ChoiceChip, FilterChip

Show = Callable[..., QWidget]
LEFT = Qt.MouseButton.LeftButton


def test_a_filter_chip_is_taken_away_by_mouse_and_by_delete(show: Show, qtbot: QtBot) -> None:
    chip = FilterChip("Brand", "Aurel Atelier", "Remove the filter Brand Aurel Atelier")
    show(chip)
    assert chip.accessibleName() == "Remove the filter Brand Aurel Atelier"

    with qtbot.waitSignal(chip.clicked):
        QTest.mouseClick(chip, LEFT)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
        with qtbot.waitSignal(chip.clicked):
            QTest.keyClick(chip, key)


def test_choosing_a_chip_moves_nothing(show: Show) -> None:
    chip = ChoiceChip("Notes", count="4")
    show(chip)
    width = chip.sizeHint().width()

    QTest.mouseClick(chip, LEFT)

    assert chip.isChecked()
    assert chip.sizeHint().width() == width
    chip.set_count("17")
    assert chip.accessibleName() == "Notes 17"
