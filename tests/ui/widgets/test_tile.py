from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.tile import Tile, TileWeight

Show = Callable[..., QWidget]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_tile_is_pressed_by_keyboard(show: Show, qtbot: QtBot, key: Qt.Key) -> None:
    tile = Tile("book-user", "View my client book", "186 customers", weight=TileWeight.PRIMARY)
    show(tile)
    tile.setFocus()

    with qtbot.waitSignal(tile.clicked):
        QTest.keyClick(tile, key)


def test_all_it_says_is_read_out(show: Show) -> None:
    tile = Tile("list-checks", "Follow-ups", "5 due, 1 overdue")
    show(tile)

    tile.set_pill("1 overdue")

    assert tile.accessibleName() == "Follow-ups"
    assert tile.accessibleDescription() == "5 due, 1 overdue, 1 overdue"
    tile.set_pill("")
    tile.set_subtitle("Nothing due")
    assert tile.accessibleDescription() == "Nothing due"


def test_a_tile_that_is_not_allowed_says_who_may(show: Show, qtbot: QtBot) -> None:
    tile = Tile("download", "Import", "Customers from a file")
    show(tile)

    tile.set_not_allowed("Administrators only")

    with qtbot.assertNotEmitted(tile.clicked):
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert tile.accessibleDescription() == "Administrators only"


def test_words_that_do_not_fit_are_whole_in_the_tooltip(show: Show) -> None:
    tile = Tile("bookmark", "New-season guests of the Copenhagen store", "Saved view · 41")
    tile.setFixedWidth(160)
    show(tile)

    assert "New-season guests of the Copenhagen store" in tile.toolTip()


def test_faces_are_painted_in_the_corner(show: Show) -> None:
    tile = Tile("bookmark", "New-season guests", "Saved view · 41")
    tile.setFixedSize(300, 160)
    show(tile)
    bare = tile.grab().toImage()

    tile.set_faces(("AB", "SÅ"), "+37")

    assert tile.grab().toImage() != bare
