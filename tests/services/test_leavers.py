"""A leaver's book: told of in time, split over colleagues in one step, and undone as a whole."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from clienteling.database import records
from clienteling.domain.activity import Audience
from clienteling.domain.audit import Changes
from clienteling.domain.errors import Conflict, Invalid, NotAllowed
from clienteling.domain.operations import Operation
from clienteling.domain.splitting import Way, split
from clienteling.services.books import View
from tests.support.program import Program

TODAY = date(2026, 11, 20)


def leaves(program: Program, number: str, day: date | None) -> None:
    program.database.write(
        lambda t: t.execute(
            text("UPDATE worker SET employed_until = :day WHERE personnel_number = :number"),
            {"day": None if day is None else day.isoformat() if "sqlite" in program.url else day, "number": number},
        )
    )


def shares(program: Program, way: Way = Way.NUMBER, takers: tuple[str, ...] = ("002", "008")) -> dict[int, int]:
    book = program.services.leavers.book(program.session("003"), program.company.worker_id("001"))
    return split(way, book.parts, [program.company.worker_id(number) for number in takers])


def hand_over(program: Program, chosen: Mapping[int, int]) -> Changes:
    anna = program.company.worker_id("001")
    return program.services.leavers.split(program.session("003"), anna, chosen, "Anna leaves")


def sizes(program: Program) -> dict[str, int]:
    found = program.services.books.colleagues(program.session("003"))
    return {size.personnel_number: size.customers for size in found if size.customers}


def test_the_book_is_shown_with_what_has_to_be_known(program: Program) -> None:
    session, customer = program.session("001"), program.company.customers["C-0001"]
    program.services.follow_ups.add(session, [customer], "Call", TODAY)
    program.services.timelines.add_note(session, customer, "secret", audience=Audience.PRIVATE)
    book = program.services.leavers.book(program.session("003"), program.company.worker_id("001"))
    assert (book.owner.name, book.owner.customers, len(book.parts), book.private_notes) == ("Anna Ozola", 10, 10, 1)
    assert {part.customer_id: part.follow_ups for part in book.parts}[customer] == 1
    # Purchases of 19.99, 20.99, ... twice each; customer n has (n - 1) % 5 of them.
    spend = {part.customer_id: part.spend for part in book.parts}
    assert str(spend[program.company.customers["C-0003"]]) == "81.96"
    names = [taker.name for taker in book.takers]
    assert "Jens Holm" in names
    assert "Anna Ozola" not in names
    assert "Boris Weg" not in names  # blocked
    assert "Otto Alt" not in names  # has left


def test_a_book_is_split_in_one_step_with_one_record_and_one_undo(program: Program) -> None:
    changes = hand_over(program, shares(program))
    assert sizes(program) == {"002": 11, "008": 9}
    record = program.database.read(lambda t: records.find(t, changes.record_id or 0))
    assert record is not None
    assert (record.operation, record.reason) == (Operation.REASSIGN, "Anna leaves")
    assert len([change for change in record.changes if change.customer_id]) == 10
    program.services.book_changes.undo(program.session("003"), changes.record_id or 0)
    assert sizes(program) == {"001": 10, "002": 6, "008": 4}


def test_what_is_to_be_followed_up_goes_to_whoever_gets_the_customer_and_comes_back(program: Program) -> None:
    session = program.session("001")
    program.services.follow_ups.add(session, program.company.accounts(1, 10), "Call", TODAY)
    chosen = shares(program)
    changes = hand_over(program, chosen)
    for number in ("002", "008"):
        mine = program.services.follow_ups.mine(program.session(number))
        assert {chosen[f.customer_id or 0] for f in mine} == {program.company.worker_id(number)}
        assert len(mine) == 5
    assert program.services.follow_ups.mine(session) == ()
    program.services.book_changes.undo(program.session("003"), changes.record_id or 0)
    assert len(program.services.follow_ups.mine(session)) == 10


def test_a_book_that_has_changed_meanwhile_is_not_split(program: Program) -> None:
    chosen = shares(program)
    program.services.book_changes.add(program.session("001"), program.company.accounts(21, 21))
    before = sizes(program)
    with pytest.raises(Conflict):
        hand_over(program, chosen)
    assert sizes(program) == before
    program.services.book_changes.remove(program.session("001"), program.company.accounts(21, 22)[:1])
    program.services.book_changes.remove(program.session("001"), program.company.accounts(1, 1))
    with pytest.raises(Conflict):
        hand_over(program, chosen)


@pytest.mark.parametrize("taker", ["001", "004", "010", "011"])
def test_nobody_gets_customers_who_cannot_look_after_them(program: Program, taker: str) -> None:
    chosen = shares(program)
    chosen[next(iter(chosen))] = program.company.worker_id(taker)
    with pytest.raises(Invalid) as refusal:
        hand_over(program, chosen)
    assert refusal.value.field == "to"
    assert sizes(program)["001"] == 10


def test_only_who_may_reassign_sees_and_splits_a_book(program: Program) -> None:
    anna, chosen = program.company.worker_id("001"), shares(program)
    with pytest.raises(NotAllowed):
        program.services.leavers.book(program.session("002"), anna)
    with pytest.raises(NotAllowed):
        program.services.leavers.split(program.session("002"), anna, chosen)
    with pytest.raises(Invalid):
        program.services.leavers.book(program.session("005"), anna)


def test_leavers_are_told_of_until_their_books_are_empty(program: Program) -> None:
    def told() -> list[tuple[str, int]]:
        return [(one.name, one.customers) for one in program.services.leavers.near(program.session("003"))]

    assert told() == []
    leaves(program, "001", TODAY + timedelta(days=61))
    assert told() == []
    leaves(program, "001", TODAY + timedelta(days=60))
    assert told() == [("Anna Ozola", 10)]
    leaves(program, "002", TODAY - timedelta(days=3))
    assert told() == [("Jens Holm", 6), ("Anna Ozola", 10)]
    assert [one.has_left(TODAY) for one in program.services.leavers.near(program.session("003"))] == [True, False]
    hand_over(program, shares(program, takers=("003", "008")))
    assert told() == [("Jens Holm", 6)]
    leaves(program, "002", None)
    assert told() == []
    assert program.services.leavers.near(program.session("005")) == ()
    assert program.services.books.count(program.session("001"), View.MINE) == 0
