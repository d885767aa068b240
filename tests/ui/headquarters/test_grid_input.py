"""The designer of screen layouts."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.domain.layout import Button, ButtonGrid, Colour
from clienteling.ui.headquarters.grid_input import GridInput

GRID = ButtonGrid(4, 2, (Button("my_book", 1, 1, 1, 2), Button("search", 2, 1), Button("lock", 2, 2)))


@pytest.fixture
def designer(qtbot: QtBot) -> GridInput:
    made = GridInput(QLocale("en"), date(2026, 11, 29), GRID)
    qtbot.addWidget(made)
    made.set_value(GRID)
    made.resize(800, 900)
    made.show()
    return made


def place(designer: GridInput, action: str) -> tuple[int, int, int, int]:
    grid = designer.value()
    assert grid is not None
    button = next(b for b in grid.buttons if b.action == action)
    return button.row, button.column, button.row_span, button.column_span


def test_a_button_is_dragged_to_another_place(designer: GridInput) -> None:
    canvas = designer.canvas
    start = canvas.rect_of(GRID.buttons[1]).center()
    goal = canvas.rect_of(Button("", 1, 4)).center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, goal)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=goal)
    assert place(designer, "search") == (1, 4, 1, 1)


def test_its_corner_makes_it_larger(designer: GridInput) -> None:
    canvas = designer.canvas
    canvas.light(canvas.grid.buttons[2])
    corner = canvas.rect_of(GRID.buttons[2]).bottomRight() - QPoint(6, 6)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(canvas, canvas.rect_of(Button("", 2, 4)).center())
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton)
    assert place(designer, "lock") == (2, 2, 1, 3)


def test_keys_do_the_same(designer: GridInput) -> None:
    canvas = designer.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert canvas.button is not None
    assert canvas.button.action == "lock"
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert place(designer, "lock") == (2, 3, 1, 1)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert place(designer, "lock") == (2, 3, 1, 2)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    grid = designer.value()
    assert grid is not None
    assert [b.action for b in grid.buttons] == ["my_book", "search"]


def test_what_a_button_does_and_looks_like_is_seen_at_once(designer: GridInput) -> None:
    canvas = designer.canvas
    told: list[None] = []
    designer.edited.connect(lambda: told.append(None))
    canvas.light(canvas.grid.buttons[1])
    designer.form.put("action", "audit")
    designer.form.put("text", "Who did it")
    designer.form.put("colour", Colour.ACCENT)
    assert canvas._tiles[1].label == "Who did it"
    grid = designer.value()
    assert grid is not None
    assert (grid.buttons[1].action, grid.buttons[1].colour) == ("audit", "accent")
    designer.form.put("colour", "own")
    designer.form.put("argb", "#FF123456")
    grid = designer.value()
    assert grid is not None
    assert grid.buttons[1].colour == "#FF123456"
    assert told


def test_a_size_that_is_not_designed_is_none(designer: GridInput) -> None:
    designer.without.click()
    assert designer.value() is None
    designer.design.click()
    assert designer.value() == GRID
