from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.ui.widgets.person_tile import PersonTile

Show = Callable[..., QWidget]


def _beside(*widgets: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    for widget in widgets:
        line.addWidget(widget)
    return row


def test_a_person_is_chosen_with_the_keyboard(show: Show) -> None:
    maija, other = PersonTile("MK", "Maija Krūmiņa", "Associate"), PersonTile("", "Someone else", "Worker ID")
    show(_beside(maija, other))
    maija.setFocus()

    QTest.keyClick(maija, Qt.Key.Key_Space)

    assert maija.isChecked()
    interface = QAccessible.queryAccessibleInterface(maija)
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "Maija Krūmiņa"
    assert interface.text(QAccessible.Text.Description) == "Associate"
