"""Forms from descriptions of their fields."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from clienteling.ui.widgets.form import Form
from clienteling.ui.widgets.form_fields import (
    ChoiceInput,
    DateInput,
    EntriesInput,
    Heading,
    LinesInput,
    NumberInput,
    SeveralInput,
    SwitchInput,
    TextInput,
)
from clienteling.ui.widgets.select import Choice
from tests.ui.widgets.test_select import Show

KINDS = (Choice("text", "Text"), Choice("decimal", "Decimal"))
FIELDS = (
    TextInput("name", "Name"),
    ChoiceInput("kind", "Kind", KINDS, half=True),
    NumberInput("lowest", "Lowest", unit="cm", decimals=True, half=True, shown=lambda v: v["kind"] == "decimal"),
    NumberInput("position", "Position"),
    Heading("More", "What is needed less often."),
    DateInput("starts", "Starts"),
    SwitchInput("refined", "Can be refined"),
    SeveralInput("stores", "Stores", (Choice("S1", "Harbour"), Choice("S2", "Abbey"))),
    EntriesInput("options", "Options"),
    LinesInput("note", "Note"),
)
VALUES = {
    "name": "Shoe size",
    "kind": "decimal",
    "lowest": Decimal("37.5"),
    "position": 3,
    "starts": date(2026, 12, 1),
    "refined": True,
    "stores": ("S2",),
    "options": ("a", "b"),
    "note": "One\ntwo",
}


def make(show: Show, language: str = "lv") -> Form:
    form = Form(FIELDS, QLocale(language), date(2026, 11, 29))
    show(form, height=900)
    return form


def edit_of(form: Form, name: str) -> QLineEdit:
    edit = form.control(name).control
    assert isinstance(edit, QLineEdit)
    return edit


def type_into(form: Form, name: str, text: str) -> None:
    edit = edit_of(form, name)
    edit.selectAll()
    QTest.keyClicks(edit, text)


def test_values_come_out_as_they_went_in(show: Show) -> None:
    form = make(show)
    form.set_values(VALUES)
    assert form.read() == VALUES
    assert not form.is_dirty
    assert edit_of(form, "lowest").text() == "37,5"


def test_what_people_type_is_told_and_makes_it_dirty(show: Show) -> None:
    form = make(show)
    form.set_values(VALUES)
    told: list[None] = []
    form.edited.connect(lambda: told.append(None))
    type_into(form, "name", "Size")
    assert told
    assert form.is_dirty
    type_into(form, "name", "Shoe size")
    assert not form.is_dirty


def test_what_cannot_be_read_stays_and_its_field_says_so(show: Show, qapp: QApplication) -> None:
    form = make(show)
    form.set_values(VALUES)
    type_into(form, "position", "a lot")
    type_into(form, "starts", "tomorrow")
    assert form.read() is None
    assert form.errors().keys() == {"position", "starts"}
    assert edit_of(form, "position").text() == "a lot"
    assert qapp.focusWidget() is edit_of(form, "position")
    type_into(form, "position", "4")
    assert form.errors().keys() == {"starts"}


def test_a_field_that_means_nothing_now_is_away_and_its_text_is_no_obstacle(show: Show) -> None:
    form = make(show)
    form.set_values(VALUES)
    type_into(form, "lowest", "x")
    form.put("kind", "text")
    field = form.field("lowest")
    assert field is not None
    assert not field.isVisible()
    assert form.read() is not None
    form.put("kind", "decimal")
    assert field.isVisible()
    assert edit_of(form, "lowest").text() == "x"


def test_errors_stand_at_their_fields_and_the_first_gets_the_keyboard(show: Show, qapp: QApplication) -> None:
    form = make(show)
    homeless = form.show_errors({"starts": "Too early.", "name": "There is one.", "stores.1": "Gone.", "key": "No."})
    assert homeless == ("key",)
    assert form.errors() == {"name": "There is one.", "starts": "Too early.", "stores": "Gone."}
    assert qapp.focusWidget() is edit_of(form, "name")


def test_a_value_that_is_no_choice_any_more_still_shows(show: Show) -> None:
    form = make(show)
    form.set_values({**VALUES, "kind": "video"})
    assert form.values()["kind"] == "video"
    assert not form.is_dirty


def test_other_fields_keep_what_was_typed_into_those_that_stay(show: Show) -> None:
    form = make(show)
    form.set_values(VALUES)
    type_into(form, "name", "Ring size")
    form.set_fields((TextInput("name", "Name of the attribute"),))
    assert form.values() == {"name": "Ring size"}


def test_the_keyboard_goes_through_the_fields_in_the_order_of_reading(show: Show, qapp: QApplication) -> None:
    form = make(show)
    form.set_values(VALUES)
    form.focus_first()
    seen = []
    for _ in range(5):
        widget = qapp.focusWidget()
        assert widget is not None
        seen.append(widget.accessibleName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert seen == ["Name", "Kind Decimal", "Lowest", "Position", "Starts"]
