from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.ui.widgets.choice_card import ChoiceCard

Show = Callable[..., QWidget]
LEFT = Qt.MouseButton.LeftButton


def _beside(*widgets: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    for widget in widgets:
        line.addWidget(widget)
    return row


def test_choice_cards_exclude_one_another_and_arrows_move(show: Show) -> None:
    one, split = ChoiceCard("One colleague", "Jens takes all 214"), ChoiceCard("Split evenly", "54, 54")
    show(_beside(one, split))
    QTest.mouseClick(one, LEFT)

    QTest.keyClick(one, Qt.Key.Key_Right)

    assert split.isChecked()
    assert not one.isChecked()
    assert split.accessibleName() == "Split evenly"
    assert split.accessibleDescription() == "54, 54"
