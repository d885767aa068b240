from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text

from clienteling.database import books, records
from clienteling.domain.audit import Outcome
from clienteling.domain.errors import AlreadyHeld, Conflict, Invalid, NotFound, Problem
from clienteling.domain.operations import Operation
from tests.support.book_acts import add, holders, moves, newest, reassign
from tests.support.clock import Clock
from tests.support.program import Program

# Adding


def test_added_customers_are_in_the_own_book_with_a_line_for_each(program: Program) -> None:
    session = program.session("001")
    record_id = add(program, session, 21, 23)
    accounts = program.company.accounts(21, 23)
    assert {holders(program)[key] for key in accounts} == {"001"}
    record = newest(program)
    assert record.id == record_id
    assert moves(record) == [(key, None, "001") for key in accounts]
    assert (record.worker_id, record.register_id) == (session.worker.id, session.register.id)
    assert (record.operation, record.outcome) == (Operation.ADD_TO_CLIENT_BOOK, Outcome.DONE)


def test_those_who_are_in_the_book_already_stay(program: Program) -> None:
    wanted = program.company.accounts(9, 10) + program.company.accounts(21, 21)
    program.services.book_changes.add(program.session("001"), wanted)
    assert moves(newest(program)) == [(program.company.customers["C-0021"], None, "001")]


def test_somebody_elses_customer_is_refused_with_the_holders_name_and_nobody_is_added(program: Program) -> None:
    before = holders(program)
    wanted = program.company.accounts(21, 21) + program.company.accounts(11, 11)
    with pytest.raises(AlreadyHeld, match="is in the client book of Jens Holm") as refusal:
        program.services.book_changes.add(program.session("001"), wanted)
    assert refusal.value.holder_id == program.company.worker_id("002")
    assert holders(program) == before
    assert newest(program).outcome is Outcome.REFUSED


def test_the_first_customer_makes_the_book_with_the_next_number(program: Program) -> None:
    for number, code in (("003", "USMF-00005"), ("009", "USMF-00006")):
        session = program.session(number)
        account = 21 if number == "003" else 22
        add(program, session, account, account)
        book = program.services.books.book(session)
        assert book is not None
        assert book.code == code
        made = [c for c in newest(program).changes if c.subject == "client book"]
        assert [(c.before, c.after) for c in made] == [(None, code)]
        add(program, session, account + 2, account + 2)
        assert program.services.books.book(session) == book
    assert program.database.read(lambda t: t.execute(text("SELECT count(*) FROM client_book")).scalar_one()) == 7


def test_a_first_customer_who_is_refused_leaves_no_gap_in_the_numbers(program: Program) -> None:
    mara = program.session("003")
    with pytest.raises(AlreadyHeld):
        program.services.book_changes.add(mara, program.company.accounts(11, 11))
    assert program.services.books.book(mara) is None
    add(program, program.session("009"), 21, 21)
    add(program, mara, 22, 22)
    codes = [program.services.books.book(program.session(number)) for number in ("009", "003")]
    assert [book.code for book in codes if book] == ["USMF-00005", "USMF-00006"]


def test_a_book_keeps_its_number_after_the_last_customer_left(program: Program) -> None:
    session = program.session("001")
    before = program.services.books.book(session)
    program.services.book_changes.remove(session, program.company.accounts(1, 10))
    add(program, session, 1, 1)
    assert program.services.books.book(session) == before


def test_without_a_number_sequence_nobody_is_added(program: Program) -> None:
    program.database.write(lambda t: t.execute(text("DELETE FROM number_sequence")))
    before = holders(program)
    with pytest.raises(Conflict, match="number sequence"):
        add(program, program.session("003"), 21, 21)
    assert holders(program) == before


def test_a_worker_of_two_legal_entities_has_a_book_in_each(program: Program) -> None:
    company = program.company
    anna, berlin = company.worker_id("001"), company.stores["B01"].id
    program.database.write(
        lambda t: t.execute(
            text("INSERT INTO worker_store (worker_id, store_id) VALUES (:w, :s)"), {"w": anna, "s": berlin}
        )
    )
    abroad = program.session("001", "B01")
    program.services.book_changes.add(abroad, [company.customers["DEMF D-0008"]])
    book = program.services.books.book(abroad)
    assert book is not None
    assert book.code == "DEMF-00002"
    assert program.services.books.book(program.session("001")) != book
    with pytest.raises(NotFound):
        program.services.book_changes.add(abroad, [company.customers["C-0021"]])
    with pytest.raises(NotFound):
        program.services.book_changes.remove(abroad, [company.customers["C-0001"]])


# Removing


def test_removed_customers_are_in_no_book(program: Program) -> None:
    session = program.session("001")
    accounts = program.company.accounts(1, 3)
    program.services.book_changes.remove(session, accounts)
    assert set(accounts).isdisjoint(holders(program))
    assert moves(newest(program)) == [(key, "001", None) for key in accounts]
    assert newest(program).operation is Operation.REMOVE_FROM_CLIENT_BOOK


@pytest.mark.parametrize(("account", "said"), [(11, "book of Jens Holm by now"), (21, "no client book any more")])
def test_only_customers_of_the_own_book_are_removed(program: Program, account: int, said: str) -> None:
    before = holders(program)
    wanted = program.company.accounts(1, 1) + program.company.accounts(account, account)
    with pytest.raises(Conflict, match=said):
        program.services.book_changes.remove(program.session("001"), wanted)
    assert holders(program) == before
    assert newest(program).outcome is Outcome.REFUSED


# Reassigning


def test_reassigned_customers_are_in_the_other_book_with_the_reason(program: Program) -> None:
    reassign(program, program.session("003"), 1, 4, "001", "002", " Anna is on leave ")
    accounts = program.company.accounts(1, 4)
    assert {holders(program)[key] for key in accounts} == {"002"}
    record = newest(program)
    assert (record.operation, record.reason) == (Operation.REASSIGN, "Anna is on leave")
    assert moves(record) == [(key, "001", "002") for key in accounts]


def test_a_reassignment_makes_the_book_of_who_has_none(program: Program) -> None:
    reassign(program, program.session("003"), 1, 1, "001", "009")
    book = program.database.read(
        lambda t: books.find(t, program.company.entities["USMF"].id, program.company.worker_id("009"))
    )
    assert book is not None
    assert (book.code, book.description) == ("USMF-00005", "Ada Boss")


def test_a_reassignment_is_all_or_nothing(program: Program) -> None:
    before = holders(program)
    with pytest.raises(Conflict, match="client book of Jens Holm by now"):
        reassign(program, program.session("003"), 8, 12, "001", "009")
    assert holders(program) == before
    with pytest.raises(Conflict, match="no client book any more"):
        reassign(program, program.session("003"), 21, 22, "001", "009")
    assert holders(program) == before


@pytest.mark.parametrize(
    ("giver", "taker", "field"), [("004", "001", "from"), ("001", "004", "to"), ("001", "006", "to")]
)
def test_only_books_that_the_store_sees_are_reassigned(program: Program, giver: str, taker: str, field: str) -> None:
    account = 25 if giver == "004" else 1
    before = holders(program)
    with pytest.raises(Invalid, match="does not belong to North") as refusal:
        reassign(program, program.session("003"), account, account, giver, taker)
    assert refusal.value.field == field
    assert holders(program) == before


@pytest.mark.parametrize("taker", ["010", "011"])
def test_who_does_not_work_here_any_more_gets_no_customers(program: Program, taker: str) -> None:
    with pytest.raises(Invalid, match="does not work here any more") as refusal:
        reassign(program, program.session("003"), 1, 1, "001", taker)
    assert refusal.value.field == "to"


def test_who_leaves_today_still_gets_customers_and_gives_them_away_later(program: Program) -> None:
    program.database.write(
        lambda t: t.execute(text("UPDATE worker SET employed_until = '2026-11-20' WHERE personnel_number = '002'"))
    )
    reassign(program, program.session("003"), 1, 1, "001", "002")
    assert isinstance(program.clock, Clock)
    program.clock.advance(timedelta(days=1))
    with pytest.raises(Invalid, match="Jens Holm does not work here any more"):
        reassign(program, program.session("003"), 2, 2, "001", "002")
    reassign(program, program.session("003"), 1, 1, "002", "001")


def test_a_customer_cannot_go_to_who_has_them(program: Program) -> None:
    with pytest.raises(Invalid) as refusal:
        reassign(program, program.session("003"), 1, 1, "001", "001")
    assert refusal.value.field == "to"


@pytest.mark.parametrize("reason", ["x" * 501, "a\0b", "\ud800"])
def test_a_reason_that_cannot_be_stored_is_refused(program: Program, reason: str) -> None:
    with pytest.raises(Invalid) as refusal:
        reassign(program, program.session("003"), 1, 1, "001", "002", reason)
    assert refusal.value.field == "reason"


@pytest.mark.parametrize("number", [0, 1, 7, (1 << 63) - 1])
def test_customers_who_do_not_exist_are_not_found(program: Program, number: int) -> None:
    changes, company = program.services.book_changes, program.company
    session, manager = program.session("001"), program.session("003")
    acts: list[Callable[[], object]] = [
        lambda: changes.add(session, [number]),
        lambda: changes.remove(session, [number]),
        lambda: changes.reassign(manager, [number], company.worker_id("001"), company.worker_id("002")),
    ]
    for act in acts:
        with pytest.raises(NotFound, match="not in this company: 1"):
            act()


def test_a_customer_named_twice_is_refused(program: Program) -> None:
    session = program.session("001")
    twice = program.company.accounts(21, 21) * 2
    with pytest.raises(Invalid, match="named twice"):
        program.services.book_changes.add(session, twice)
    with pytest.raises(Invalid, match="named twice"):
        program.services.book_changes.remove(session, program.company.accounts(1, 1) * 2)


def test_nothing_is_done_with_nobody(program: Program) -> None:
    before = newest(program).id
    assert program.services.book_changes.add(program.session("001"), []).record_id is None
    assert program.services.book_changes.remove(program.session("001"), []).record_id is None
    assert newest(program).id == before


def test_a_problem_in_the_middle_takes_everything_back(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    before = holders(program)

    def fail(*_: object) -> None:
        raise Problem("the disk is gone")

    monkeypatch.setattr(records, "write", fail)
    with pytest.raises(Problem, match="the disk is gone"):
        add(program, program.session("003"), 21, 23)
    monkeypatch.undo()
    assert holders(program) == before
    assert program.services.books.book(program.session("003")) is None
    add(program, program.session("003"), 21, 23)
    book = program.services.books.book(program.session("003"))
    assert book is not None
    assert book.code == "USMF-00005"
