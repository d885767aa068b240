from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.domain.activity import LONGEST_TEXT, Restriction, TimelineItem, TimelineKind
from clienteling.domain.errors import Busy
from clienteling.domain.operations import Operation
from clienteling.services.timeline import Timelines
from clienteling.ui.pos.customer.composer import Composer
from clienteling.ui.pos.override_dialog import OverrideDialog
from tests.support.customers import NewCustomer
from tests.ui.pos.customer.conftest import Counter


@pytest.fixture
def customer(counter: Counter) -> int:
    return counter.add_customer(NewCustomer("X-1", "Fresh Customer"))


@pytest.fixture
def composer(counter: Counter, customer: int) -> Composer:
    composer = Composer(counter.till)
    counter.put(composer)
    composer.set_types(counter.till.services.timelines.activity_types(counter.till.session))
    composer.show_customer(customer)
    return composer


def stored(counter: Counter, customer_id: int) -> tuple[TimelineItem, ...]:
    return counter.till.services.timelines.page(counter.till.session, customer_id).items


def choose(composer: Composer, label: str) -> None:
    next(button for button in composer.kinds() if button.label == label).click()


def test_what_happened_is_saved_as_an_activity_of_the_chosen_type(
    counter: Counter, customer: int, composer: Composer, qtbot: QtBot
) -> None:
    choose(composer, "Phone")
    composer.text.set_text("Asked when the carrés arrive")
    assert composer.save_button.label == "Save activity"
    with qtbot.waitSignal(composer.saved):
        composer.save_button.click()
    (item,) = stored(counter, customer)
    assert item.kind is TimelineKind.ACTIVITY
    assert item.type is not None
    assert (item.type.name, item.text) == ("Phone", "Asked when the carrés arrive")
    assert composer.text.text() == ""
    assert counter.toast.text == "Activity saved"
    assert composer.drafts.all() == ()


def test_a_note_is_saved_with_who_may_read_it(counter: Counter, customer: int, composer: Composer) -> None:
    composer.write_note()
    assert composer.save_button.label == "Save note"
    assert composer.when.isHidden()
    composer.restriction.button(Restriction.EXTERNAL).click()
    composer.text.set_text("Allergic to wool")
    composer.save()
    (item,) = stored(counter, customer)
    assert (item.kind, item.restriction) == (TimelineKind.NOTE, Restriction.EXTERNAL)


def test_an_activity_can_be_dated_back_and_planned(counter: Counter, customer: int, composer: Composer) -> None:
    for days, text in ((-3, "was here"), (6, "comes again")):
        composer.when.set_moment(counter.now + timedelta(days=days))
        composer.text.set_text(text)
        composer.save()
        assert composer.when.moment() is None
    assert [item.text for item in stored(counter, customer)] == ["comes again", "was here"]


def test_a_title_is_there_for_those_who_want_one(counter: Counter, customer: int, composer: Composer) -> None:
    assert composer.title.isHidden()
    composer.title_link.click()
    composer.title.setText("Fitting")
    composer.save()
    assert [item.title for item in stored(counter, customer)] == ["Fitting"]
    assert composer.title.isHidden()


@pytest.mark.parametrize("place", ["text", "title"])
def test_ctrl_enter_saves_once(counter: Counter, customer: int, composer: Composer, place: str) -> None:
    composer.show_title(True)
    composer.text.set_text("A visit")
    edit = composer.text.edit if place == "text" else composer.title
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(stored(counter, customer)) == 1


def test_ctrl_enter_saves_from_the_time_too_and_the_keyboard_stays_in_the_text(
    counter: Counter, customer: int, composer: Composer, qtbot: QtBot
) -> None:
    with qtbot.waitActive(composer.window()):
        composer.window().activateWindow()
    composer.text.set_text("A visit")
    composer.when.setFocus()
    QTest.keyClick(composer.when, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(stored(counter, customer)) == 1
    composer.text.set_text("Another one")
    composer.save_button.setFocus()
    composer.save_button.click()
    assert len(stored(counter, customer)) == 2
    assert composer.text.edit.hasFocus()


def test_nothing_typed_is_said_at_the_field(counter: Counter, customer: int, composer: Composer) -> None:
    composer.save()
    assert composer.error_line.text == "Please fill this in."
    assert composer.text.edit.hasFocus()
    assert stored(counter, customer) == ()
    composer.text.set_text("H")
    assert composer.error_line.text == ""


def test_a_text_that_is_refused_stays_as_it_was(counter: Counter, customer: int, composer: Composer) -> None:
    text = "x" * (LONGEST_TEXT + 1)
    composer.text.set_text(text)
    composer.save()
    assert "20000" in composer.error_line.text
    assert composer.text.text() == text
    assert not composer.text.edit.isReadOnly()
    assert stored(counter, customer) == ()


def test_a_text_stays_when_the_database_cannot_take_it(
    counter: Counter, composer: Composer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_args: object, **_named: object) -> None:
        raise Busy("Another program is writing. Try again.")

    monkeypatch.setattr(Timelines, "add_activity", busy)
    composer.text.set_text("Picked up the dress")
    composer.save()
    assert composer.text.text() == "Picked up the dress"
    assert composer.save_button.isEnabled()
    assert [draft.text for draft in composer.drafts.all()] == ["Picked up the dress"]


def test_each_customer_has_a_draft_of_their_own(counter: Counter, customer: int, composer: Composer) -> None:
    other = counter.customer("C-0001")
    planned = counter.now + timedelta(days=2)
    choose(composer, "Email")
    composer.when.set_moment(planned)
    composer.text.set_text("for the first")
    composer.show_customer(other)
    assert composer.text.text() == ""
    assert composer.when.moment() is None
    composer.write_note()
    composer.restriction.button(Restriction.EXTERNAL).click()
    composer.text.set_text("for the other")
    composer.show_customer(customer)
    assert composer.text.text() == "for the first"
    assert composer.when.moment() == planned
    assert [kind.label for kind in composer.kinds() if kind.isChecked()] == ["Email"]
    composer.show_customer(other)
    assert composer.text.text() == "for the other"
    assert composer.restriction.value() is Restriction.EXTERNAL
    assert [kind.label for kind in composer.kinds() if kind.isChecked()] == ["Note"]


def test_one_customers_text_cannot_be_brought_to_another_by_undo(
    counter: Counter, composer: Composer, qtbot: QtBot
) -> None:
    composer.text.set_text("secret of the first")
    composer.show_customer(counter.customer("C-0001"))
    composer.text.edit.undo()
    assert composer.text.text() == ""


def test_what_is_being_saved_cannot_be_typed_into_or_saved_twice(
    counter: Counter, customer: int, composer: Composer
) -> None:
    composer.text.set_text("once")
    counter.tasks.held = True
    composer.save()
    composer.save()
    assert composer.text.edit.isReadOnly()
    assert not composer.save_button.isEnabled()
    counter.tasks.release()
    assert not composer.text.edit.isReadOnly()
    assert [item.text for item in stored(counter, customer)] == ["once"]


def test_saving_for_one_customer_leaves_what_was_begun_for_the_next(
    counter: Counter, customer: int, composer: Composer
) -> None:
    composer.text.set_text("of the first")
    counter.tasks.held = True
    composer.save()
    composer.show_customer(counter.customer("C-0001"))
    assert not composer.text.edit.isReadOnly()
    composer.text.set_text("of the next")
    counter.tasks.release()
    assert composer.text.text() == "of the next"
    assert [item.text for item in stored(counter, customer)] == ["of the first"]
    composer.show_customer(customer)
    assert composer.text.text() == ""


def test_a_refusal_for_a_customer_who_was_left_keeps_their_text(
    counter: Counter, customer: int, composer: Composer
) -> None:
    composer.text.set_text("y" * (LONGEST_TEXT + 1))
    counter.tasks.held = True
    composer.save()
    composer.show_customer(counter.customer("C-0001"))
    counter.tasks.release()
    assert composer.error_line.text == ""
    composer.show_customer(customer)
    assert len(composer.text.text()) == LONGEST_TEXT + 1


def test_who_may_not_write_notes_is_told_who_may(counter: Counter, customer: int) -> None:
    counter.forbid(Operation.ADD_NOTE, "Managers", "Administrators")
    composer = Composer(counter.till)
    counter.put(composer)
    composer.set_types(counter.till.services.timelines.activity_types(counter.till.session))
    composer.show_customer(customer)
    assert composer.save_button.allowed
    composer.write_note()
    assert composer.save_button.who_may == "Managers, Administrators only"
    composer.text.set_text("not to be")
    composer.save()
    assert stored(counter, customer) == ()
    dialog = counter.host.findChild(OverrideDialog)
    assert dialog is not None
    assert dialog.is_open
    dialog.close_now()
    assert composer.text.text() == "not to be"


def test_new_types_leave_what_was_typed(counter: Counter, composer: Composer) -> None:
    types = counter.till.services.timelines.activity_types(counter.till.session)
    choose(composer, "Email")
    composer.text.set_text("a letter")
    composer.set_types(types[1:])
    assert [kind.label for kind in composer.kinds()] == ["Phone", "Email", "Note"]
    assert [kind.label for kind in composer.kinds() if kind.isChecked()] == ["Email"]
    assert composer.text.text() == "a letter"
