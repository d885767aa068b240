from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.theme import theme_of
from clienteling.ui.widgets.field import Field, Labelled, PasswordField
from clienteling.ui.widgets.select import Choice, Select

Show = Callable[..., QWidget]


def test_a_field_is_read_out_by_its_label(show: Show) -> None:
    field = Field("First name", note="(optional)")
    show(field)

    assert field.edit.accessibleName() == "First name"


def test_what_is_wrong_stands_at_the_field(show: Show) -> None:
    field = Field("Mobile")
    field.set_text("+371 20 12")
    window = show(field)
    calm = field.height()

    field.set_error("Three digits are missing")
    window.layout().activate()  # type: ignore[union-attr]

    assert field.error == "Three digits are missing"
    assert field.edit.wrong
    assert field.edit.accessibleDescription() == "Three digits are missing"
    assert field.text() == "+371 20 12"
    assert field.sizeHint().height() > calm
    assert field.edit.grab().toImage().pixelColor(1, 22) == theme_of(field).colors.danger


def test_what_was_wrong_goes_away_when_somebody_types(show: Show, qtbot: QtBot) -> None:
    field = Field("Mobile")
    show(field)
    field.set_error("Three digits are missing")
    field.setFocus()

    with qtbot.waitSignal(field.text_edited) as typed:
        QTest.keyClicks(field.edit, "1")

    assert typed.args == ["1"]
    assert field.error == ""
    assert not field.edit.wrong
    assert field.edit.accessibleDescription() == ""


def test_a_text_put_in_is_nobodys_typing(show: Show, qtbot: QtBot) -> None:
    field = Field("Name")
    show(field)

    with qtbot.assertNotEmitted(field.text_edited):
        field.set_text("Ilze Ozoliņa")

    assert field.text() == "Ilze Ozoliņa"
    assert field.edit.cursorPosition() == 0


def test_enter_submits(show: Show, qtbot: QtBot) -> None:
    field = Field("Name")
    show(field)

    with qtbot.waitSignal(field.submitted):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)


def test_the_focus_of_a_field_is_in_its_line(show: Show) -> None:
    field = Field("Name")
    show(Field("Other"), field)

    field.setFocus()

    assert field.edit.hasFocus()
    assert field.edit.ring.shown


def test_a_prefix_and_a_note_leave_room_for_the_text(show: Show) -> None:
    field = Field("Mobile")
    show(field)
    bare = field.edit.textMargins()

    field.edit.set_prefix("+371")
    field.edit.set_behind("38 today", "check")

    assert field.edit.textMargins().left() > bare.left() + 20
    assert field.edit.textMargins().right() > bare.right() + 60


def test_a_password_shows_only_while_the_eye_is_on(show: Show) -> None:
    field = PasswordField("Password", "Show the password", "Hide the password")
    show(field)
    field.edit.setText("aurel-demo")
    assert field.edit.displayText() == "•" * 10

    QTest.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.edit.displayText() == "aurel-demo"
    assert field.eye.accessibleName() == "Hide the password"

    field.clear()
    assert field.text() == ""
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    assert field.eye.accessibleName() == "Show the password"


def test_tab_passes_the_eye_by_and_a_key_opens_it(show: Show) -> None:
    field, after = PasswordField("Password", "Show the password", "Hide the password"), Field("Next")
    show(field, after)
    field.edit.setText("aurel-demo")
    field.edit.setFocus()
    QTest.keyClick(field.edit, Qt.Key.Key_F8)
    assert (field.edit.displayText(), field.eye.accessibleName()) == ("aurel-demo", "Hide the password")
    assert field.eye.toolTip() == "Hide the password (F8)"
    QTest.keyClick(field.edit, Qt.Key.Key_Tab)
    assert after.edit.hasFocus()


def test_the_eye_lies_inside_the_field_at_its_end(show: Show) -> None:
    field = PasswordField("Password", "Show", "Hide")
    show(field)

    assert field.eye.geometry().right() == field.edit.rect().right()
    assert field.eye.height() == field.edit.height()


def test_any_control_can_have_a_label_and_an_error(show: Show) -> None:
    select = Select([Choice("lv", "Latvian")], field=True, placeholder="Choose")
    labelled = Labelled("Language", select)
    show(labelled)

    labelled.set_error("Please choose one")

    assert select.accessibleName() == "Language Choose"
    assert select.accessibleDescription() == "Please choose one"
    labelled.clear_error()
    assert labelled.error == ""
