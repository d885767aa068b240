"""Every change of client books has a way back, as long as nothing newer stands in between."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text

from clienteling.database.engine import Transaction
from clienteling.domain.audit import Outcome
from clienteling.domain.errors import AlreadyHeld, Conflict, Invalid, NotAllowed, NotFound
from clienteling.domain.worker import Session
from tests.support.book_acts import add, holders, newest, reassign
from tests.support.clock import Clock
from tests.support.program import Program


def test_every_change_can_be_undone_and_the_undo_too(program: Program) -> None:
    anna, mara = program.session("001"), program.session("003")
    undo = program.services.book_changes.undo
    program.services.book_changes.remove(anna, program.company.accounts(1, 2))
    removed = newest(program).id
    before = holders(program)
    changes: list[tuple[Session, Callable[[], int]]] = [
        (anna, lambda: add(program, anna, 21, 24)),
        (mara, lambda: reassign(program, mara, 3, 7, "001", "002")),
        (mara, lambda: reassign(program, mara, 8, 9, "001", "003")),
    ]
    for session, change in changes:
        record_id = change()
        after = holders(program)
        undone = undo(session, record_id)
        assert holders(program) == before
        assert newest(program).undoes == record_id
        assert undone.record_id is not None
        undo(session, undone.record_id)
        assert holders(program) == after
        undo(session, newest(program).id)
        assert holders(program) == before
    undo(anna, removed)
    assert {holders(program)[key] for key in program.company.accounts(1, 2)} == {"001"}


def test_a_change_is_undone_once(program: Program) -> None:
    anna = program.session("001")
    record_id = add(program, anna, 21, 21)
    program.services.book_changes.undo(anna, record_id)
    with pytest.raises(Conflict):
        program.services.book_changes.undo(anna, record_id)


def test_a_newer_change_in_between_is_named_even_if_all_is_as_it_was(program: Program) -> None:
    mara = program.session("003")
    first = reassign(program, mara, 1, 2, "001", "002")
    reassign(program, mara, 1, 1, "002", "001")
    with pytest.raises(Conflict, match="client book of Anna Ozola by now"):
        program.services.book_changes.undo(mara, first)
    again = reassign(program, mara, 1, 1, "001", "002")
    before = holders(program)
    with pytest.raises(
        Conflict, match="newer change stands in between: Reassign customers to a client book, by Mara Liepa"
    ):
        program.services.book_changes.undo(mara, first)
    assert holders(program) == before
    program.services.book_changes.undo(mara, again)
    assert holders(program)[program.company.customers["C-0001"]] == "001"


def test_the_own_book_is_undone_by_its_worker_only(program: Program) -> None:
    record_id = add(program, program.session("001"), 21, 21)
    before = holders(program)
    for number in ("002", "003", "009"):
        with pytest.raises(Conflict, match="Only the worker who did this"):
            program.services.book_changes.undo(program.session(number), record_id)
        assert newest(program).outcome is Outcome.REFUSED
    assert holders(program) == before


def test_a_reassignment_is_undone_with_the_permission_to_reassign(program: Program) -> None:
    record_id = reassign(program, program.session("003"), 1, 2, "001", "002")
    with pytest.raises(NotAllowed, match="Reassign"):
        program.services.book_changes.undo(program.session("001"), record_id)
    program.services.book_changes.undo(program.session("009"), record_id)
    assert holders(program)[program.company.customers["C-0001"]] == "001"


def test_a_reassignment_of_another_store_is_not_undone(program: Program) -> None:
    record_id = reassign(program, program.session("003"), 1, 2, "001", "002")
    before = holders(program)
    with pytest.raises(Invalid, match="does not belong to South"):
        program.services.book_changes.undo(program.session("005"), record_id)
    with pytest.raises(NotFound):
        program.services.book_changes.undo(program.session("007"), record_id)
    assert holders(program) == before


def test_the_permission_for_the_opposite_is_needed(program: Program) -> None:
    anna = program.session("001")
    record_id = add(program, anna, 21, 21)

    def forbid(transaction: Transaction) -> None:
        transaction.execute(text("DELETE FROM permission WHERE operation = 715"))

    program.database.write(forbid)
    with pytest.raises(NotAllowed, match="Remove customers"):
        program.services.book_changes.undo(anna, record_id)


def test_what_did_not_move_customers_cannot_be_undone(program: Program) -> None:
    session = program.session("001")
    note = program.services.timelines.add_note(session, program.company.customers["C-0001"], "x").record_id
    with pytest.raises(AlreadyHeld):
        program.services.book_changes.add(session, program.company.accounts(11, 11))
    refused = newest(program).id
    for record_id in (note, refused, 7, 0, -1, 1 << 70):
        with pytest.raises(NotFound, match="nothing to undo"):
            program.services.book_changes.undo(session, record_id or 0)


def test_customers_who_are_back_have_been_there_since_they_were_before(program: Program) -> None:
    anna, mara = program.session("001"), program.session("003")
    undo = program.services.book_changes.undo
    before = since(program)
    assert isinstance(program.clock, Clock)
    program.clock.advance(timedelta(days=40))
    program.services.book_changes.remove(anna, program.company.accounts(1, 2))
    undo(anna, newest(program).id)
    assert since(program) == before
    moved = reassign(program, mara, 3, 7, "001", "002")
    after = since(program)
    assert after != before
    undo(mara, moved)
    assert since(program) == before
    undo(mara, newest(program).id)
    assert since(program) == after


def since(program: Program) -> dict[tuple[int, int], str]:
    """Since when each customer has been in a book."""
    held = text("SELECT customer_id, book_id, since FROM holding")
    rows = program.database.read(lambda t: t.connection().execute(held).all())
    return {(customer_id, book_id): str(moment) for customer_id, book_id, moment in rows}
