from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.search_field import SearchField

Show = Callable[..., QWidget]


def _in_bar(search: SearchField) -> tuple[QWidget, Button]:
    bar, other = QWidget(), Button("Other")
    row = QHBoxLayout(bar)
    row.addWidget(other)
    row.addStretch()
    row.addWidget(search)
    row.addStretch()
    return bar, other


def test_it_grows_while_it_has_the_focus(show: Show) -> None:
    search = SearchField("Search customers", "Clear", key_hint="Ctrl K")
    bar, other = _in_bar(search)
    window = show(bar, width=1200)
    other.setFocus()
    window.layout().activate()  # type: ignore[union-attr]
    assert search.width() == 480

    search.setFocus()
    bar.layout().activate()  # type: ignore[union-attr]
    assert search.edit.hasFocus()
    assert search.width() == 720

    other.setFocus()
    bar.layout().activate()  # type: ignore[union-attr]
    assert search.width() == 480


def test_it_shrinks_where_there_is_little_room(show: Show) -> None:
    search = SearchField("Search customers", "Clear")
    bar, _other = _in_bar(search)
    show(bar, width=460)

    assert 320 <= search.width() < 480


def test_typing_and_clearing_are_told(show: Show, qtbot: QtBot) -> None:
    search = SearchField("Search customers", "Clear the search")
    show(Button("Before"), search)
    typed: list[str] = []
    search.text_edited.connect(typed.append)
    assert search.clear_button.isHidden()
    search.setFocus()

    QTest.keyClicks(search.edit, "an")
    assert search.clear_button.isVisible()
    QTest.mouseClick(search.clear_button, Qt.MouseButton.LeftButton)

    assert typed == ["a", "an", ""]
    assert search.text() == ""
    assert search.edit.hasFocus()
    assert search.clear_button.isHidden()


def test_enter_submits(show: Show, qtbot: QtBot) -> None:
    search = SearchField("Search customers", "Clear")
    show(search)
    search.setFocus()

    with qtbot.waitSignal(search.submitted):
        QTest.keyClick(search.edit, Qt.Key.Key_Return)


def test_a_text_put_in_is_nobodys_typing(show: Show, qtbot: QtBot) -> None:
    search = SearchField("Search customers", "Clear")
    show(search)

    with qtbot.assertNotEmitted(search.text_edited):
        search.set_text("Bērziņa")

    assert search.text() == "Bērziņa"
    assert search.clear_button.isVisible()


def test_it_has_names_and_a_ring_round_the_whole_box(show: Show) -> None:
    search = SearchField("Search customers", "Clear the search")
    show(Button("Before"), search)

    search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    assert search.ring.shown
    assert search.edit.accessibleName() == "Search customers"
    assert search.clear_button.accessibleName() == "Clear the search"
