"""A book that is lent: the colleague works in it until the day, and it goes back by itself."""

from datetime import date, timedelta

import pytest

from clienteling.domain.audit import AuditEntry, Kind, Undo, undo_of
from clienteling.domain.cover import LONGEST_COVER, Cover, Event
from clienteling.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from clienteling.domain.filters import Query
from clienteling.domain.operations import Operation
from clienteling.services.books import View
from tests.support.program import Program

TODAY = date(2026, 11, 20)
UNTIL = TODAY + timedelta(days=7)


def lend(program: Program, owner: str = "001", worker: str = "002", until: date = UNTIL, by: str = "003") -> int:
    company = program.company
    changes = program.services.covers.lend(
        program.session(by), company.worker_id(owner), company.worker_id(worker), until, "holidays"
    )
    assert changes.record_id is not None
    return changes.record_id


def seen(program: Program, number: str) -> int:
    """How many customers somebody's own book shows, by each way to ask for them."""
    session, books = program.session(number), program.services.books
    found = books.find(session, View.MINE, Query())
    assert books.count(session, View.MINE) == found.of == len(books.first_page(session, View.MINE, 100))
    return found.of


def only(program: Program) -> Cover:
    (cover,) = program.services.covers.running(program.session("003"))
    return cover


def days(program: Program, number: int) -> None:
    program.clock.advance(timedelta(days=number))  # type: ignore[attr-defined]


def test_the_colleague_sees_the_lent_customers_until_the_end_of_the_day(program: Program) -> None:
    assert (seen(program, "001"), seen(program, "002")) == (10, 6)
    lend(program)
    assert (seen(program, "001"), seen(program, "002"), seen(program, "008")) == (10, 16, 4)
    days(program, 7)
    assert seen(program, "002") == 16
    days(program, 1)
    assert seen(program, "002") == 6
    assert program.services.covers.running(program.session("003")) == ()


def test_another_till_sees_it_too_without_being_told(program: Program) -> None:
    assert seen(program, "002") == 6
    with program.beside() as other:
        lend(other)
        assert seen(other, "002") == 16
    assert seen(program, "002") == 16


def test_both_see_that_it_is_lent(program: Program) -> None:
    lend(program)
    for number in ("001", "002"):
        (cover,) = program.services.covers.mine(program.session(number))
        assert (cover.owner, cover.worker, cover.until, cover.reason) == (
            "Anna Ozola",
            "Jens Holm",
            UNTIL,
            "holidays",
        )
    assert program.services.covers.mine(program.session("008")) == ()
    assert program.services.covers.running(program.session("004")) == ()


def test_the_holder_stays_the_same_so_nothing_has_to_go_back(program: Program) -> None:
    lend(program)
    customer = program.company.customers["C-0001"]
    profile = program.services.customers.profile(program.session("002"), customer)
    assert profile.holder is not None
    assert profile.holder.name == "Anna Ozola"
    with pytest.raises(Conflict):
        program.services.book_changes.remove(program.session("002"), [customer])


def test_what_the_owner_has_to_follow_up_the_colleague_can_do(program: Program) -> None:
    services, anna, jens = program.services.follow_ups, program.session("001"), program.session("002")
    services.add(anna, [program.company.customers["C-0001"]], "Call", TODAY)
    assert services.mine(jens) == ()
    lend(program)
    (found,) = services.mine(jens)
    assert services.counts(jens).today == 1
    services.finish(jens, found)
    assert services.mine(anna) == ()
    services.reopen(anna, services.done(anna)[0])
    days(program, 8)
    assert services.mine(jens) == ()
    assert len(services.mine(anna)) == 1


def test_the_dates_of_lent_customers_come_near_for_the_colleague(program: Program) -> None:
    books = program.services.books
    before = len(books.coming_dates(program.session("002"), 300))
    lend(program)
    hers = len(books.coming_dates(program.session("001"), 300))
    assert len(books.coming_dates(program.session("002"), 300)) == before + hers


def test_it_is_ended_early_and_that_is_undone(program: Program) -> None:
    lend(program)
    ended = program.services.covers.end(program.session("003"), only(program))
    assert ended.kinds == {Kind.BOOKS, Kind.TASKS}
    assert seen(program, "002") == 6
    program.services.covers.undo(program.session("003"), ended.record_id or 0)
    assert seen(program, "002") == 16
    with pytest.raises(Conflict):
        program.services.covers.undo(program.session("003"), ended.record_id or 0)


def test_lending_is_undone(program: Program) -> None:
    record = lend(program)
    undone = program.services.covers.undo(program.session("003"), record)
    assert seen(program, "002") == 6
    with pytest.raises(Conflict):
        program.services.covers.undo(program.session("003"), record)
    program.services.covers.undo(program.session("003"), undone.record_id or 0)
    assert seen(program, "002") == 16
    with pytest.raises(NotFound):
        program.services.covers.undo(program.session("007"), record)


def test_what_somebody_ended_meanwhile_is_not_ended_again(program: Program) -> None:
    lend(program)
    cover = only(program)
    program.services.covers.end(program.session("003"), cover)
    with pytest.raises(Conflict):
        program.services.covers.end(program.session("003"), cover)


@pytest.mark.parametrize(
    ("owner", "worker", "until", "field"),
    [
        ("001", "001", UNTIL, "to"),
        ("001", "004", UNTIL, "to"),
        ("004", "001", UNTIL, "from"),
        ("001", "010", UNTIL, "to"),
        ("001", "011", UNTIL, "to"),
        ("001", "002", TODAY - timedelta(days=1), "until"),
        ("001", "002", TODAY + timedelta(days=LONGEST_COVER + 1), "until"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(
    program: Program, owner: str, worker: str, until: date, field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        lend(program, owner, worker, until)
    assert refusal.value.field == field


def test_a_book_is_lent_to_one_colleague_at_a_time(program: Program) -> None:
    lend(program, until=TODAY)
    with pytest.raises(Conflict):
        lend(program, worker="008")
    days(program, 1)
    lend(program, worker="008")
    assert (seen(program, "002"), seen(program, "008")) == (6, 14)


def test_who_keeps_one_book_can_keep_another(program: Program) -> None:
    lend(program)
    lend(program, owner="008")
    assert seen(program, "002") == 20


def test_only_who_may_lends(program: Program) -> None:
    with pytest.raises(NotAllowed):
        lend(program, by="001")
    lend(program)
    with pytest.raises(NotAllowed):
        program.services.covers.end(program.session("002"), only(program))


def test_history_says_what_was_lent(program: Program) -> None:
    lend(program)
    line = program.services.audit.lines(program.session("003"), limit=1)[0]
    assert (line.operation, line.before, line.after) == (Operation.LEND_BOOK, "001", f"002 until {UNTIL.isoformat()}")
    assert line.reason == "holidays"


def told(program: Program, number: str) -> list[tuple[Event, str | None, str | None, Undo]]:
    """What somebody's history says of lent books, newest first."""
    session = program.session(number)
    return [
        (entry.lending.event, entry.before, entry.after, undo_of(entry, session.worker.id))
        for entry in program.services.audit.history(session)
        if entry.lending is not None
    ]


def test_lending_and_taking_back_stand_in_the_histories_of_those_it_is_about(program: Program) -> None:
    lend(program)
    names = "Anna Ozola", "Jens Holm"
    for number in ("001", "002", "003"):
        assert told(program, number) == [(Event.LENT, *names, Undo.POSSIBLE)]
    assert told(program, "008") == []
    program.services.covers.end(program.session("003"), only(program))
    assert told(program, "003") == [(Event.GIVEN_BACK, *names, Undo.POSSIBLE), (Event.LENT, *names, Undo.BLOCKED)]
    newest = program.services.audit.history(program.session("003"))[0].id
    program.services.undoing.undo(program.session("003"), newest)
    assert [(event, undo) for event, _, _, undo in told(program, "003")] == [
        (Event.LENT, Undo.POSSIBLE),
        (Event.GIVEN_BACK, Undo.DONE),
        (Event.LENT, Undo.BLOCKED),
    ]
    oldest = program.services.audit.history(program.session("003"))[-1].id
    with pytest.raises(Conflict):
        program.services.undoing.undo(program.session("003"), oldest)
    assert seen(program, "002") == 16


def test_that_a_book_went_back_by_itself_stands_in_the_history_page_by_page(program: Program) -> None:
    record = lend(program)
    days(program, 9)
    program.services.book_changes.remove(program.session("001"), [program.company.customers["C-0001"]])
    names = "Anna Ozola", "Jens Holm"
    assert told(program, "001") == [(Event.OVER, *names, Undo.NEVER), (Event.LENT, *names, Undo.NEVER)]
    history, session = program.services.audit.history, program.session("001")
    whole, paged, before = history(session), list[AuditEntry](), None
    while page := history(session, before=before, limit=1):
        paged += page
        before = page[-1].id
    assert tuple(paged) == whole
    assert [entry.lending is None for entry in whole] == [True, False, False]
    with pytest.raises(Conflict):
        program.services.undoing.undo(program.session("003"), record)
