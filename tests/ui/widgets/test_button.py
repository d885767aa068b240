from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.button import Button, IconButton, Kind, Link
from clienteling.ui.widgets.drawing import text_width

Show = Callable[..., QWidget]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_is_pressed_by_keyboard(show: Show, qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Save", kind=Kind.PRIMARY)
    show(button)
    button.setFocus()

    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_an_ampersand_in_a_label_stays_whole(show: Show) -> None:
    button = Button("Marie & Paul")
    show(button)

    assert button.label == "Marie & Paul"
    assert button.accessibleName() == "Marie & Paul"
    assert button.shortcut().isEmpty()


def test_what_is_not_allowed_says_who_may_and_does_nothing(show: Show) -> None:
    button = Button("Reassign", icon="user-plus")
    pressed: list[bool] = []
    button.clicked.connect(pressed.append)
    show(button)

    button.set_not_allowed("Managers only")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.click()

    assert not pressed
    assert not button.allowed
    assert button.accessibleDescription() == "Managers only"
    assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_what_is_allowed_again_works_again(show: Show, qtbot: QtBot) -> None:
    button = Button("Reassign")
    show(button)
    button.set_not_allowed("Managers only")

    button.set_not_allowed("")

    assert button.allowed
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_button_is_wide_enough_for_its_words(show: Show) -> None:
    button = Button("Pievienot klientu", icon="plus", kind=Kind.PRIMARY)
    show(button)

    assert button.sizeHint().width() > text_width(button.font(), button.label) + 20
    assert button.sizeHint().height() == 44


def test_a_label_that_does_not_fit_is_whole_in_the_tooltip(show: Show) -> None:
    button = Button("Move 214 customers to Jens Kjær")
    show(button)
    assert button.toolTip() == ""

    button.setFixedWidth(100)

    assert button.toolTip() == "Move 214 customers to Jens Kjær"


def test_an_icon_button_has_a_name_and_a_target_of_44(show: Show) -> None:
    button = IconButton("x", "Close")
    show(button)

    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == "Close"
    assert interface.role() == QAccessible.Role.Button
    assert button.toolTip() == "Close"
    assert (button.sizeHint().width(), button.sizeHint().height()) == (44, 44)


def test_a_link_is_pressed_by_keyboard(show: Show, qtbot: QtBot) -> None:
    link = Link("Clear all")
    show(link)
    link.setFocus()

    with qtbot.waitSignal(link.clicked):
        QTest.keyClick(link, Qt.Key.Key_Return)


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_shows_its_state_in_the_picture(show: Show, kind: Kind) -> None:
    button = Button("Save", kind=kind)
    show(button)
    allowed = button.grab().toImage()

    button.setEnabled(False)

    assert button.grab().toImage() != allowed
