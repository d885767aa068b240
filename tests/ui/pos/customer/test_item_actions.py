"""Editing, pinning and finishing what stands in the timeline."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from clienteling.domain.activity import LONGEST_TEXT, Audience, TimelineItem, TimelineKind
from clienteling.domain.operations import Operation
from clienteling.ui.lists.timeline_view import TimelineView
from clienteling.ui.pos.customer.head import View
from clienteling.ui.pos.customer.item_actions import ItemActions
from clienteling.ui.pos.customer.note_box import NoteBox
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.pos.customer.wrapped_text import WrappedText
from clienteling.ui.pos.override_dialog import OverrideDialog
from clienteling.ui.theme import PAGE_PADDING
from clienteling.ui.widgets.menu import Menu
from tests.support import naughty
from tests.support.company import PASSWORD
from tests.support.customers import NewCustomer
from tests.ui.pos.customer.conftest import Counter, settle


@pytest.fixture
def customer(counter: Counter) -> int:
    return counter.add_customer(NewCustomer("X-1", "Fresh Customer"))


def items(counter: Counter, customer: int) -> tuple[TimelineItem, ...]:
    return counter.till.services.timelines.page(counter.till.session, customer).items


def shown(page: CustomerPage) -> list[str]:
    model = page.timeline.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def go_to(view: TimelineView, row: int) -> None:
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, 0))


def labels(menu: Menu) -> dict[str, bool]:
    return {action.text(): action.isEnabled() for action in menu.actions()}


def choose(menu: Menu, label: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(label)).trigger()
    menu.close()


def actions(page: CustomerPage) -> ItemActions:
    return page.timeline.item_actions


def rewrite(counter: Counter, item: TimelineItem, text: str, number: str = "003") -> None:
    """Somebody else edits an activity at another till."""
    edits, session = counter.till.services.timeline_edits, counter.program.session(number)
    says, version = edits.activity(session, item.id)
    edits.edit_activity(session, item.id, version, replace(says, text=text))


def test_f2_edits_the_entry_with_the_focus_in_place_and_ctrl_enter_saves(counter: Counter, customer: int) -> None:
    counter.add_activities(customer, 3)
    page = counter.open(customer)
    go_to(page.timeline.list, 1)
    page.edit()
    dialog = actions(page).editing
    assert dialog.is_open
    assert dialog.form.text.text() == "visit number 1"
    assert dialog.form.text.edit.hasFocus()
    dialog.form.text.set_text("visit and a coat")
    QTest.keyClick(dialog.form.text.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isHidden()
    assert [item.text for item in items(counter, customer)] == ["visit number 2", "visit and a coat", "visit number 0"]
    assert "visit and a coat" in shown(page)[1]
    assert "Edited by Anna Ozola" in shown(page)[1]
    assert page.timeline.list.currentIndex().row() == 1
    assert counter.toast.text == "Activity changed"


def test_without_an_entry_f2_is_for_the_customer(counter: Counter, customer: int) -> None:
    page = counter.open(customer)
    went: list[str] = []
    page.go.connect(lambda key, _argument: went.append(key))
    page.edit()
    assert went == ["edit_customer"]


def test_the_toast_brings_the_former_text_back(counter: Counter, customer: int) -> None:
    counter.add_activities(customer, 1)
    page = counter.open(customer)
    actions(page).edit(items(counter, customer)[0])
    actions(page).editing.form.text.set_text("wrong")
    actions(page).editing.save()
    assert items(counter, customer)[0].text == "wrong"
    counter.toast.undo_button.click()
    (item,) = items(counter, customer)
    assert (item.text, item.version) == ("visit number 0", 3)


def test_type_title_and_moment_can_be_changed(counter: Counter, customer: int) -> None:
    counter.add_activities(customer, 1)
    page, at = counter.open(customer), counter.now - timedelta(days=3)
    actions(page).edit(items(counter, customer)[0])
    form = actions(page).editing.form
    assert form.title.text() == ""
    form._types[counter.program.company.activity_types["phone"].id].click()
    form.title.set_text("Asked")
    form.when.set_moment(at)
    actions(page).editing.save()
    (item,) = items(counter, customer)
    assert item.type is not None
    assert (item.type.code, item.title, item.at) == ("phone", "Asked", at)


def test_what_another_wrote_meanwhile_stands_beside_what_was_typed(counter: Counter, customer: int) -> None:
    counter.add_activities(customer, 1)
    page = counter.open(customer)
    (item,) = items(counter, customer)
    actions(page).edit(item)
    dialog = actions(page).editing
    dialog.form.text.set_text("mine")
    rewrite(counter, item, "theirs")
    dialog.save()
    assert dialog.is_open
    assert dialog.form.text.text() == "mine"
    assert "Mara Liepa changed this" in dialog.trouble.text
    said = [part.text for part in dialog.theirs.findChildren(WrappedText)]
    assert said == ["theirs"]
    assert dialog.save_button.label == "Save mine instead"
    assert items(counter, customer)[0].text == "theirs"
    dialog.save()
    assert items(counter, customer)[0].text == "mine"
    former = counter.till.services.timeline_edits.history(counter.till.session, TimelineKind.ACTIVITY, item.id)
    assert [revision.text for revision in former] == ["theirs", "visit number 0"]


def test_esc_loses_nothing_that_was_typed(counter: Counter, customer: int) -> None:
    counter.add_activities(customer, 2)
    page = counter.open(customer)
    second, first = items(counter, customer)
    dialog = actions(page).editing
    dialog.ask(first)
    dialog.form.text.set_text("half a sen")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.is_open
    dialog.ask(second)
    assert dialog.form.text.text() == "visit number 1"
    dialog.close_now()
    dialog.ask(first)
    assert dialog.form.text.text() == "half a sen"
    assert "not saved" in dialog.subtitle.text()


@pytest.mark.parametrize("text", ["", "x" * (LONGEST_TEXT + 1)])
def test_what_is_refused_is_said_at_the_field(counter: Counter, customer: int, text: str) -> None:
    counter.add_activities(customer, 1)
    page = counter.open(customer)
    dialog = actions(page).editing
    dialog.ask(items(counter, customer)[0])
    dialog.form.text.set_text(text)
    dialog.save()
    assert dialog.is_open
    assert dialog.form.text.wrong
    assert dialog.form.text.text() == text
    assert items(counter, customer)[0].version == 1


def test_saving_without_a_change_keeps_every_letter(counter: Counter, customer: int) -> None:
    """Also those that Qt's control does not know."""
    till, page = counter.till, counter.open(customer)
    strings = [text for text in naughty.strings() if text.strip()]
    for text in strings[::3]:
        till.services.timelines.add_note(till.session, customer, text)
    for item in items(counter, customer):
        actions(page).editing.ask(item)
        actions(page).editing.save()
        assert not actions(page).editing.is_open
    assert {item.version for item in items(counter, customer)} == {1}


def test_commands_that_a_worker_may_not_use_say_who_may(
    counter: Counter, counter_of: Callable[[str], Counter], customer: int
) -> None:
    till, other = counter.till, counter.program.session("002")
    till.services.timelines.add_note(other, customer, "by Jens")
    counter.add_activities(customer, 1)
    mine, theirs = items(counter, customer)
    page = counter.open(customer)
    assert labels(actions(page).menu(mine)) == {"Edit…": True}
    found = labels(actions(page).menu(theirs))
    assert found.pop("Pin") is True
    ((label, allowed),) = found.items()
    assert label.startswith("Edit…")
    assert "Managers" in label
    assert allowed  # a manager can sign for it
    actions(page).edit(theirs)
    assert not actions(page).editing.is_open
    dialog = page.window().findChild(OverrideDialog)
    assert dialog is not None
    dialog.number.set_text("003")
    dialog.password.set_text(PASSWORD)
    dialog.sign_button.click()
    actions(page).editing.form.text.set_text("by Jens, as Mara allowed")
    actions(page).editing.save()
    changed = items(counter, customer)[1]
    assert changed.edited is not None
    assert (changed.text, changed.edited.worker) == ("by Jens, as Mara allowed", "Anna Ozola")
    manager = counter_of("003")
    at_hers = manager.open(customer)
    assert labels(actions(at_hers).menu(theirs)) == {"Edit…": True, "Pin": True}


def test_what_is_planned_stands_on_top_soonest_first_and_is_done_from_its_menu(counter: Counter, customer: int) -> None:
    till, visit = counter.till, counter.program.company.activity_types["visit"].id
    counter.add_activities(customer, 1)
    for days, text in ((20, "fitting"), (3, "tailor")):
        at = counter.now + timedelta(days=days)
        till.services.timelines.add_activity(till.session, customer, visit, text, at=at)
    page = counter.open(customer)
    assert ["Planned: " in text for text in shown(page)] == [True, True, False]
    assert [item.text for item in items(counter, customer)] == ["tailor", "fitting", "visit number 0"]
    assert page.column.contact.title.startswith("Visit planned for")
    choose(actions(page).menu(items(counter, customer)[0]), "Done now")
    assert [item.text for item in items(counter, customer)] == ["fitting", "tailor", "visit number 0"]
    assert "tailor" in shown(page)[1]
    counter.toast.undo_button.click()
    assert [item.text for item in items(counter, customer)] == ["tailor", "fitting", "visit number 0"]


def test_a_pinned_note_stands_first_in_timeline_notes_and_profile(counter: Counter, customer: int) -> None:
    till = counter.till
    till.services.timelines.add_note(till.session, customer, "allergic to wool")
    till.services.timelines.add_note(till.session, customer, "likes silk")
    counter.add_activities(customer, 1)
    page = counter.open(customer)
    assert page.column.pinned.isHidden()
    choose(actions(page).menu(items(counter, customer)[2]), "Pin")
    assert shown(page)[0].startswith("Pinned note")
    assert page.column.pinned.texts == ["allergic to wool"]
    QTest.mouseClick(page.column.pinned, Qt.MouseButton.LeftButton)
    assert page.head.tabs.value() is View.NOTES
    settle()
    boxes = [box for box in page.notes.boxes if isinstance(box, NoteBox)]
    assert [box.note.text for box in boxes] == ["allergic to wool", "likes silk"]
    counter.toast.undo_button.click()
    assert page.column.pinned.texts == []
    assert shown(page)[0].startswith("Visit")


def test_a_note_is_edited_by_f2_from_its_box(counter: Counter, customer: int) -> None:
    till = counter.till
    till.services.timelines.add_note(till.session, customer, "likes silk", audience=Audience.PRIVATE)
    page = counter.open(customer)
    page._open(View.NOTES)
    settle()
    (box,) = page.notes.boxes
    assert isinstance(box, NoteBox)
    box.menu_button.setFocus()
    page.edit()
    dialog = actions(page).editing
    assert dialog.form.private.isChecked()
    dialog.form.private.click()
    dialog.save()
    assert items(counter, customer)[0].audience is Audience.TEAM


def test_others_do_not_decide_for_whom_a_note_is(
    counter: Counter, counter_of: Callable[[str], Counter], customer: int
) -> None:
    counter.till.services.timelines.add_note(counter.till.session, customer, "likes silk")
    manager = counter_of("003")
    page = manager.open(customer)
    actions(page).edit(items(manager, customer)[0])
    assert actions(page).editing.form.private.isHidden()


def test_a_tap_on_the_menu_sign_opens_the_menu_and_one_on_edited_the_former_texts(
    counter: Counter, customer: int
) -> None:
    counter.add_activities(customer, 1)
    page = counter.open(customer)
    rewrite(counter, items(counter, customer)[0], "hers")
    page._read()
    settle()
    view = page.timeline.list
    row = view.visualRect(view.model().index(0, 0))
    end = view.width() - PAGE_PADDING
    asked: list[TimelineItem] = []
    view.menu_asked.disconnect()
    view.menu_asked.connect(lambda item, _place: asked.append(item))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(end - 16, 16))
    assert [item.text for item in asked] == ["hers"]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(80, 60))
    former = actions(page).former
    assert former.is_open
    assert former.texts == ["visit number 0"]


def test_the_composer_writes_pinned_and_private_notes(counter: Counter, customer: int) -> None:
    page = counter.open(customer)
    composer = page.timeline.composer
    assert composer.pinned.isHidden()
    composer.write_note()
    composer.pinned.click()
    composer.private.click()
    composer.text.set_text("between us")
    composer.save()
    (item,) = items(counter, customer)
    assert (item.text, item.is_pinned, item.audience) == ("between us", True, Audience.PRIVATE)
    assert not composer.pinned.isChecked()
    assert not composer.private.isChecked()
    other = counter.program.session("003")
    assert counter.till.services.timelines.page(other, customer).items == ()


def test_without_the_permission_for_notes_somebody_else_signs_for_a_pin(counter: Counter, customer: int) -> None:
    counter.till.services.timelines.add_note(counter.till.session, customer, "likes silk")
    counter.forbid(Operation.ADD_NOTE, "Managers")
    page = counter.open(customer)
    choose(actions(page).menu(items(counter, customer)[0]), "Pin")
    assert not items(counter, customer)[0].is_pinned
    dialog = page.window().findChild(OverrideDialog)
    assert dialog is not None
    assert dialog.is_open
