"""Every act of a worker needs its permission at that moment, and every refusal is recorded."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from clienteling.database import records, workers
from clienteling.domain.audit import Kind, Outcome
from clienteling.domain.errors import AlreadyHeld, NotAllowed, Problem
from clienteling.domain.filters import Query
from clienteling.domain.operations import MANAGER_OPERATIONS, Operation
from clienteling.domain.worker import Session
from clienteling.services.books import View
from clienteling.services.operations import Writing
from tests.support.program import Program

Act = Callable[[Program, Session], object]


def reassign(program: Program, session: Session) -> object:
    company = program.company
    return program.services.book_changes.reassign(
        session, company.accounts(1, 2), company.worker_id("001"), company.worker_id("002")
    )


def customer(program: Program) -> int:
    return program.company.customers["C-0001"]


ACTS: dict[str, tuple[Operation, Act]] = {
    "first page of the own book": (
        Operation.VIEW_MY_CLIENT_BOOK,
        lambda p, s: p.services.books.first_page(s, View.MINE),
    ),
    "first page of the store's": (
        Operation.VIEW_STORE_CLIENT_BOOKS,
        lambda p, s: p.services.books.first_page(s, View.STORE),
    ),
    "find in the own book": (
        Operation.VIEW_MY_CLIENT_BOOK,
        lambda p, s: p.services.books.find(s, View.MINE, Query()),
    ),
    "find in the store's": (
        Operation.VIEW_STORE_CLIENT_BOOKS,
        lambda p, s: p.services.books.find(s, View.STORE, Query()),
    ),
    "cards of the own book": (
        Operation.VIEW_MY_CLIENT_BOOK,
        lambda p, s: p.services.books.cards(s, View.MINE, [customer(p)]),
    ),
    "cards of the store's": (
        Operation.VIEW_STORE_CLIENT_BOOKS,
        lambda p, s: p.services.books.cards(s, View.STORE, [customer(p)]),
    ),
    "the book": (Operation.VIEW_MY_CLIENT_BOOK, lambda p, s: p.services.books.book(s)),
    "count the own book": (Operation.VIEW_MY_CLIENT_BOOK, lambda p, s: p.services.books.count(s, View.MINE)),
    "count the store's": (Operation.VIEW_STORE_CLIENT_BOOKS, lambda p, s: p.services.books.count(s, View.STORE)),
    "colleagues": (Operation.VIEW_STORE_CLIENT_BOOKS, lambda p, s: p.services.books.colleagues(s)),
    "coming dates": (Operation.VIEW_MY_CLIENT_BOOK, lambda p, s: p.services.books.coming_dates(s, 7)),
    "add": (
        Operation.ADD_TO_CLIENT_BOOK,
        lambda p, s: p.services.book_changes.add(s, [p.company.customers["C-0022"]]),
    ),
    "remove": (
        Operation.REMOVE_FROM_CLIENT_BOOK,
        lambda p, s: p.services.book_changes.remove(s, []),
    ),
    "reassign": (Operation.REASSIGN, reassign),
    "by account": (Operation.CUSTOMER_SEARCH, lambda p, s: p.services.customers.by_account(s, ["C-0001"])),
    "search": (Operation.CUSTOMER_SEARCH, lambda p, s: p.services.search.find(s, "anna")),
    "scan": (Operation.CUSTOMER_SEARCH, lambda p, s: p.services.search.scanned(s, "C-0001")),
    "profile": (Operation.VIEW_CUSTOMER_DETAILS, lambda p, s: p.services.customers.profile(s, customer(p))),
    "purchases": (Operation.VIEW_CUSTOMER_DETAILS, lambda p, s: p.services.customers.purchases(s, customer(p))),
    "activity types": (Operation.VIEW_CUSTOMER_DETAILS, lambda p, s: p.services.timelines.activity_types(s)),
    "timeline": (Operation.VIEW_CUSTOMER_DETAILS, lambda p, s: p.services.timelines.page(s, customer(p))),
    "timeline's counts": (Operation.VIEW_CUSTOMER_DETAILS, lambda p, s: p.services.timelines.counts(s, customer(p))),
    "activity": (
        Operation.ADD_ACTIVITY,
        lambda p, s: p.services.timelines.add_activity(
            s, customer(p), p.company.activity_types["visit"].id, "was here"
        ),
    ),
    "note": (Operation.ADD_NOTE, lambda p, s: p.services.timelines.add_note(s, customer(p), "likes silk")),
    "audit": (Operation.VIEW_AUDIT, lambda p, s: p.services.audit.lines(s)),
    "audit's entries": (Operation.VIEW_AUDIT, lambda p, s: p.services.audit.entries(s)),
    "who has badges": (Operation.EXTENDED_LOG_ON, lambda p, s: p.services.badges.of_store(s)),
    "give a badge": (Operation.EXTENDED_LOG_ON, lambda p, s: p.services.badges.assign(s, "001", "4751234567890")),
    "reset a password": (
        Operation.RESET_PASSWORD,
        lambda p, s: p.services.sign_in.set_password(s, "001", "another 1"),
    ),
}


def let_managers(program: Program, *, without: Operation | None = None) -> None:
    """Decide what the managers may do: everything of theirs but one operation."""
    allowed = MANAGER_OPERATIONS - ({without} if without else set())
    program.database.write(lambda t: workers.set_operations(t, program.company.groups["manager"], allowed))


def content(program: Program) -> list[object]:
    """What must not change when something is refused."""
    tables = ("badge", "holding", "client_book", "activity", "note", "worker", "number_sequence")
    return [
        program.database.read(lambda t, name=name: sorted(map(str, t.execute(text(f"SELECT * FROM {name}")))))  # type: ignore[misc]
        for name in tables
    ]


MANAGERS_ONLY = {
    Operation.REASSIGN,
    Operation.VIEW_AUDIT,
    Operation.RESET_PASSWORD,
    Operation.EXTENDED_LOG_ON,
}


def test_every_act_needs_its_permission_at_that_moment(program: Program) -> None:
    for name in ACTS:
        check_permission(program, name)


def check_permission(program: Program, name: str) -> None:
    operation, run = ACTS[name]
    session = program.session("003")
    let_managers(program)
    run(program, session)
    let_managers(program, without=operation)
    before, newest = content(program), program.database.read(records.newest)
    with pytest.raises(NotAllowed, match=operation.title) as refusal:
        run(program, session)
    expected = {"Administrators"} | ({"Associates"} if operation not in MANAGERS_ONLY else set())
    assert (name, set(refusal.value.who_may)) == (name, expected)
    assert (name, content(program)) == (name, before)
    refused = program.database.read(records.newest)
    record = program.database.read(lambda t: records.find(t, refused))
    assert refused > newest
    assert record is not None
    assert (name, record.operation, record.outcome) == (name, operation, Outcome.REFUSED)
    assert (record.worker_id, record.register_id) == (session.worker.id, session.register.id)
    assert record.reason == refusal.value.message


def test_every_act_is_refused_to_a_worker_who_does_not_work_in_the_store(sqlite_program: Program) -> None:
    for _, run in ACTS.values():
        with pytest.raises(NotAllowed):
            run(sqlite_program, sqlite_program.session("005", "S01"))


def test_a_worker_who_is_blocked_or_leaves_the_store_may_do_nothing_more(program: Program) -> None:
    session = program.session("001")
    program.services.books.count(session, View.MINE)
    program.database.write(lambda t: t.execute(text("UPDATE worker SET blocked = true WHERE personnel_number = '001'")))
    with pytest.raises(NotAllowed):
        program.services.books.count(session, View.MINE)
    jens = program.session("002")
    program.database.write(
        lambda t: t.execute(text("DELETE FROM worker_store WHERE worker_id = :id"), {"id": jens.worker.id})
    )
    with pytest.raises(NotAllowed):
        program.services.books.count(jens, View.MINE)


def test_what_nobody_may_says_so(program: Program) -> None:
    for key in program.company.groups.values():
        program.database.write(lambda t, key=key: workers.set_operations(t, key, frozenset()))  # type: ignore[misc]
    with pytest.raises(NotAllowed, match="Nobody may do this"):
        program.services.books.count(program.session("003"), View.MINE)


def test_what_is_forbidden_is_known_with_who_may(program: Program) -> None:
    forbidden = program.services.operations.forbidden(program.session("001"))
    assert forbidden[Operation.REASSIGN] == ("Administrators", "Managers")
    assert Operation.ADD_TO_CLIENT_BOOK not in forbidden
    assert program.services.operations.forbidden(program.session("009")) == {}
    elsewhere = program.services.operations.forbidden(program.session("001", "S02"))
    assert set(elsewhere) == set(Operation)


def test_a_write_tells_what_it_touched(program: Program) -> None:
    company = program.company
    added = program.services.book_changes.add(program.session("001"), company.accounts(21, 22))
    assert (added.kinds, added.customer_ids) == (frozenset({Kind.BOOKS}), frozenset(company.accounts(21, 22)))
    assert added.record_id == program.database.read(records.newest)
    noted = program.services.timelines.add_note(program.session("001"), customer(program), "x")
    assert (noted.kinds, noted.customer_ids) == (frozenset({Kind.TIMELINE}), frozenset({customer(program)}))


def test_what_changes_nothing_is_not_recorded(program: Program) -> None:
    newest = program.database.read(records.newest)
    changes = program.services.book_changes.add(program.session("001"), program.company.accounts(1, 3))
    assert (changes.kinds, changes.record_id) == (frozenset(), None)
    assert program.database.read(records.newest) == newest


def test_a_conflict_is_a_refusal_too(program: Program) -> None:
    session = program.session("001")
    with pytest.raises(AlreadyHeld) as refusal:
        program.services.book_changes.add(session, [program.company.customers["C-0011"]])
    record = program.database.read(lambda t: records.find(t, records.newest(t)))
    assert record is not None
    assert (record.outcome, record.operation, record.reason, record.changes) == (
        Outcome.REFUSED,
        Operation.ADD_TO_CLIENT_BOOK,
        refusal.value.message,
        (),
    )


def test_an_administrator_at_the_command_line_needs_no_session(program: Program) -> None:
    def work(writing: Writing) -> None:
        writing.note("thing", customer(program), "before", "after")

    changes = program.services.operations.write(None, Operation.IMPORT, work, reason="yearly")
    assert changes.record_id is not None
    record = program.database.read(lambda t: records.find(t, changes.record_id or 0))
    assert record is not None
    assert (record.worker_id, record.register_id, record.legal_entity_id, record.reason) == (None, None, None, "yearly")


def test_a_write_that_raises_leaves_neither_change_nor_record(program: Program) -> None:
    before, newest = content(program), program.database.read(records.newest)

    def work(writing: Writing) -> None:
        writing.transaction.execute(text("DELETE FROM note"))
        writing.note("note", customer(program), "x", None)
        raise Problem("not like this")

    with pytest.raises(Problem, match="not like this"):
        program.services.operations.write(program.session("001"), Operation.ADD_NOTE, work)
    assert content(program) == before
    assert program.database.read(records.newest) == newest
