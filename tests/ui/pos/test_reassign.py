"""Moving customers from one book to another."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from clienteling.domain.audit import Changes
from clienteling.domain.errors import Busy
from clienteling.services.book_changes import BookChanges
from clienteling.ui.pos.reassign import ReassignDialog
from tests.support.till import OpenTill

SignIn = Callable[..., OpenTill]
JENS, WANDA, ANNA = "002", "008", "001"


def ask(till: OpenTill, first: int, last: int, *, to: str | None = JENS) -> ReassignDialog:
    dialog = ReassignDialog(till.till, till.window)
    till.window.show()
    dialog.ask(till.program.company.accounts(first, last))
    if to is not None:
        choose(till, dialog, to)
    return dialog


def choose(till: OpenTill, dialog: ReassignDialog, number: str) -> None:
    key = till.program.company.worker_id(number)
    assert key in [person.key for person in dialog.taker.people]
    dialog.taker.set_value(key)
    dialog.taker.changed.emit(key)


def sizes(till: OpenTill) -> dict[str, int]:
    colleagues = till.program.services.books.colleagues(till.session)
    return {one.personnel_number: one.customers for one in colleagues}


def test_it_says_what_will_happen_and_what_the_button_does(sign_in: SignIn) -> None:
    till = sign_in("003")
    dialog = ask(till, 1, 10)
    person = dialog.giver.person()
    assert person is not None
    assert (person.name, person.detail) == ("Anna Ozola", "all 10 customers")
    assert dialog.outlook.lines[0].text == "Jens’s book grows from 6 to 16"
    assert dialog.outlook.lines[1].text == "Anna’s book will be empty"
    assert dialog.outlook.warning.text == "16 is more than twice the store average of 7."
    assert dialog.move_button.label == "Move 10 customers to Jens Holm"


def test_a_part_of_a_book_leaves_the_rest(sign_in: SignIn) -> None:
    till = sign_in("003")
    dialog = ask(till, 1, 1)
    assert dialog.outlook.lines[1].text == "Anna’s book shrinks from 10 to 9"
    assert dialog.outlook.warning.text == ""
    assert dialog.move_button.label == "Move 1 customer to Jens Holm"


def test_nobody_moves_before_somebody_is_chosen(sign_in: SignIn) -> None:
    dialog = ask(sign_in("003"), 1, 10, to=None)
    assert not dialog.move_button.isEnabled()
    assert dialog.move_button.label == "Move 10 customers"


def test_the_one_who_has_them_is_not_offered(sign_in: SignIn) -> None:
    till = sign_in("003")
    dialog = ask(till, 1, 10, to=None)
    offered = {person.key for person in dialog.taker.people}
    assert till.program.company.worker_id(ANNA) not in offered
    assert till.program.company.worker_id(JENS) in offered


def test_moving_says_so_and_can_be_undone(sign_in: SignIn) -> None:
    till = sign_in("003")
    dialog = ask(till, 1, 10)
    dialog.reason.set_text("Anna moves to the south")
    dialog.move_button.click()
    assert not dialog.is_open
    assert sizes(till)[JENS] == 16
    line = till.program.services.audit.lines(till.session, limit=1)[0]
    assert line.reason == "Anna moves to the south"
    assert till.toast.text == "10 customers moved to Jens Holm"
    till.toast.undo_button.click()
    assert sizes(till)[JENS] == 6
    assert sizes(till)[ANNA] == 10
    assert not till.errors


def test_customers_of_several_holders_are_moved_holder_by_holder(sign_in: SignIn) -> None:
    till = sign_in("003")
    dialog = ask(till, 9, 14, to=WANDA)
    assert "6 customers of 2 colleagues" in dialog.subtitle.text()
    details = {person.name: person.detail for person in dialog.giver.people}
    assert details == {"Jens Holm": "4 chosen of 6 customers", "Anna Ozola": "2 chosen of 10 customers"}
    anna = till.program.company.worker_id(ANNA)
    dialog.giver.set_value(anna)
    dialog.giver.changed.emit(anna)
    assert dialog.move_button.label == "Move 2 customers to Wanda Rivera"
    dialog.move_button.click()
    assert sizes(till) | {JENS: 6, ANNA: 8, WANDA: 6} == sizes(till)


def test_a_conflict_moves_nobody_and_loses_nothing_that_was_typed(sign_in: SignIn) -> None:
    till = sign_in("003")
    dialog = ask(till, 1, 3)
    dialog.reason.set_text("because")
    till.program.services.book_changes.remove(till.program.session(ANNA), till.program.company.accounts(2, 2))
    dialog.move_button.click()
    assert dialog.is_open
    assert dialog.trouble.isVisible()
    assert "Nobody was moved" in dialog.trouble.text
    assert sizes(till)[JENS] == 6
    dialog.trouble.acted.emit()
    assert not dialog.trouble.isVisible()
    assert dialog.reason.text() == "because"
    assert dialog.move_button.label == "Move 2 customers to Jens Holm"
    dialog.move_button.click()
    assert sizes(till)[JENS] == 8


def test_a_worker_who_left_is_refused_at_the_field(sign_in: SignIn) -> None:
    till = sign_in("003")
    dialog = ask(till, 1, 3, to="010")
    dialog.move_button.click()
    assert dialog.is_open
    assert sizes(till)[ANNA] == 10
    assert "does not work here any more" in dialog.taker_field.error


def test_a_database_that_is_busy_is_said_in_the_dialog(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    till = sign_in("003")
    dialog = ask(till, 1, 3)

    def busy(*_: object) -> Changes:
        raise Busy("Another program is writing.")

    monkeypatch.setattr(BookChanges, "reassign", busy)
    dialog.move_button.click()
    assert dialog.trouble.isVisible()
    assert dialog.move_button.isEnabled()


def test_customers_who_are_in_no_book_cannot_be_reassigned(sign_in: SignIn) -> None:
    dialog = ask(sign_in("003"), 21, 24, to=None)
    assert dialog.giver.person() is None
    assert not dialog.move_button.isEnabled()


def test_it_can_be_asked_again_for_others(sign_in: SignIn, qtbot: QtBot) -> None:
    till = sign_in("003")
    dialog = ask(till, 1, 10)
    dialog.close_now()
    dialog.ask(till.program.company.accounts(11, 12), "Everybody the filter finds")
    person = dialog.giver.person()
    assert person is not None
    assert person.name == "Jens Holm"
    assert dialog.taker.value() is None
    assert dialog.subtitle.text().startswith("Everybody the filter finds: 2 customers.")


def test_who_is_in_two_books_can_be_moved_out_of_either(sign_in: SignIn) -> None:
    till = sign_in("003")
    till.program.services.parameters.set(None, till.session.legal_entity, "several-books", "yes")
    till.program.services.book_changes.add(till.program.session(JENS), till.program.company.accounts(1, 1))
    dialog = ask(till, 1, 1, to=WANDA)
    assert {person.name for person in dialog.giver.people} == {"Anna Ozola", "Jens Holm"}
    dialog.giver.set_value(till.program.company.worker_id(JENS))
    dialog.giver.changed.emit(dialog.giver.value())
    dialog.move_button.click()
    assert {number: sizes(till)[number] for number in (ANNA, JENS, WANDA)} == {ANNA: 10, JENS: 6, WANDA: 5}
