"""The box below the search field: the focus stays in the field, and no stale hit is taken."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.lists.hit_delegate import CommandRow, HeadRow, HitRow, Row
from clienteling.ui.lists.search_popup import SearchPopup
from clienteling.ui.widgets.search_field import SearchField

ROWS: tuple[Row, ...] = (
    HeadRow("My book", "2"),
    HitRow(1, "Anna Bērziņa", "+371 20 123 456"),
    HitRow(2, "Marianna Costa", "anna@example.net"),
    CommandRow("all", "store", "Search all stores", keys="Ctrl Enter"),
)
Show = Callable[..., QWidget]


@pytest.fixture
def field(show: Show) -> SearchField:
    made = SearchField("Search", "Clear")
    show(made, 1280)
    made.edit.setFocus()
    return made


@pytest.fixture
def popup(field: SearchField) -> SearchPopup:
    return SearchPopup(field, field.window())


def _type(field: SearchField, text: str) -> None:
    QTest.keyClicks(field.edit, text)


def _press(field: SearchField, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(field.edit, key, keys)


def test_it_shows_what_was_found_for_what_is_typed_now(field: SearchField, popup: SearchPopup) -> None:
    _type(field, "ann")
    popup.show_rows("an", ROWS)
    assert not popup.isVisible()
    popup.show_rows("ann", ROWS, "2 found")
    assert popup.isVisible()
    assert field.edit.hasFocus()


def test_arrows_and_enter_choose(field: SearchField, popup: SearchPopup, qtbot: QtBot) -> None:
    _type(field, "ann")
    popup.show_rows("ann", ROWS)
    _press(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.chosen) as chosen:
        _press(field, Qt.Key.Key_Return)
    assert chosen.args == [2]
    assert not popup.isVisible()
    assert field.text() == ""


def test_a_hit_for_what_was_typed_before_is_not_taken(field: SearchField, popup: SearchPopup, qtbot: QtBot) -> None:
    _type(field, "ann")
    popup.show_rows("ann", ROWS)
    _type(field, "e")
    with qtbot.waitSignal(popup.submitted) as submitted, qtbot.assertNotEmitted(popup.chosen):
        _press(field, Qt.Key.Key_Return)
    assert submitted.args == ["anne"]


def test_enter_without_anything_typed_does_nothing(field: SearchField, popup: SearchPopup, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(popup.submitted):
        _press(field, Qt.Key.Key_Return)


def test_the_keys_on_a_cap_command(field: SearchField, popup: SearchPopup, qtbot: QtBot) -> None:
    _type(field, "ann")
    popup.show_rows("ann", ROWS)
    with qtbot.waitSignal(popup.commanded) as commanded, qtbot.assertNotEmitted(popup.chosen):
        _press(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert commanded.args == ["all"]
    assert field.text() == "ann"


def test_escape_closes_and_what_was_typed_stays(field: SearchField, popup: SearchPopup) -> None:
    _type(field, "ann")
    popup.show_rows("ann", ROWS)
    _press(field, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert field.text() == "ann"


def test_it_closes_with_the_focus_and_comes_back_with_it(field: SearchField, popup: SearchPopup) -> None:
    other = QWidget(field.window())
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    _type(field, "ann")
    popup.show_rows("ann", ROWS)
    other.setFocus()
    assert not popup.isVisible()
    field.edit.setFocus()
    assert popup.isVisible()


def test_nothing_to_show_closes_it(field: SearchField, popup: SearchPopup) -> None:
    _type(field, "ann")
    popup.show_rows("ann", ROWS)
    popup.show_rows("ann", ())
    assert not popup.isVisible()


@pytest.mark.parametrize(("width", "height"), [(1280, 640), (600, 300)])
def test_it_stays_inside_the_window(field: SearchField, popup: SearchPopup, width: int, height: int) -> None:
    field.window().resize(width, height)
    _type(field, "ann")
    popup.show_rows("ann", (HeadRow("My book"), *(HitRow(key, "Anna", "") for key in range(40))))
    box = popup.hits.geometry().translated(popup.pos())
    assert field.window().rect().contains(box)
    assert popup.hits.content_height > popup.hits.height()


def test_what_may_be_a_code_is_not_taken_for_the_first_hit(
    field: SearchField, popup: SearchPopup, qtbot: QtBot
) -> None:
    _type(field, "29")
    popup.show_rows("29", ROWS)
    with qtbot.waitSignal(popup.submitted) as submitted, qtbot.assertNotEmitted(popup.chosen):
        _press(field, Qt.Key.Key_Return)
    assert submitted.args == ["29"]
    assert not popup.take_lit("2")
    with qtbot.waitSignal(popup.chosen) as chosen:
        assert popup.take_lit("29")
    assert chosen.args == [1]


def test_a_row_that_was_reached_by_the_arrows_is_taken(field: SearchField, popup: SearchPopup, qtbot: QtBot) -> None:
    _type(field, "29")
    popup.show_rows("29", ROWS)
    _press(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.chosen) as chosen, qtbot.assertNotEmitted(popup.submitted):
        _press(field, Qt.Key.Key_Return)
    assert chosen.args == [2]
