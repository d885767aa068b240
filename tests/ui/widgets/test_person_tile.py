from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

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
    QTest.keyClick(other, Qt.Key.Key_Return)
    assert other.isChecked()
    QTest.keyClick(maija, Qt.Key.Key_Return)
    interface = QAccessible.queryAccessibleInterface(maija)
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "Maija Krūmiņa"
    assert interface.text(QAccessible.Text.Description) == "Associate"


def test_the_arrows_go_from_tile_to_tile_and_choose_nobody(show: Show, focused: Callable[[], QWidget]) -> None:
    tiles = [PersonTile(name, name, "Associate") for name in "ABCDE"]
    holder = QWidget()
    grid = QGridLayout(holder)
    for place, tile in enumerate(tiles):
        grid.addWidget(tile, place // 2, place % 2)
    show(holder)
    tiles[0].setFocus()

    passed = []
    for arrow in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(focused(), arrow)
        passed.append(tiles.index(focused()))  # type: ignore[arg-type]

    assert passed == [1, 1, 3, 4, 2, 2]
    assert not any(tile.isChecked() for tile in tiles)
