"""What other programs write is told once, to each program that looks; one's own writes are not."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.customer_draft import CustomerDraft
from clienteling.domain.errors import Conflict
from clienteling.services import watch
from tests.support.clock import Clock
from tests.support.program import Program

NOTHING = Changes(frozenset())


@pytest.fixture
def other(program: Program) -> Iterator[Program]:
    """Another till on the same database, which has looked already."""
    with program.beside() as till:
        till.services.watch.look()
        program.services.watch.look()
        yield till


def test_the_first_look_finds_nothing(program: Program) -> None:
    program.services.book_changes.add(program.session("001"), program.company.accounts(30, 30))
    with program.beside() as other:
        assert other.services.watch.look() == NOTHING


def test_another_program_is_told_once_what_was_done_and_to_whom(program: Program, other: Program) -> None:
    customers = program.company.accounts(31, 33)
    program.services.book_changes.add(program.session("002"), customers)
    told = other.services.watch.look()
    assert (told.kinds, told.customer_ids) == (frozenset({Kind.BOOKS}), frozenset(customers))
    assert other.services.watch.look() == NOTHING
    # A record of another till is nothing that could be undone by a toast here.
    assert told.record_id is None


def test_one_s_own_writes_are_not_told(program: Program, other: Program) -> None:
    program.services.book_changes.add(program.session("002"), program.company.accounts(31, 33))
    assert program.services.watch.look() == NOTHING
    assert other.services.watch.look() != NOTHING


@pytest.mark.parametrize(
    ("act", "kinds"),
    [
        (
            lambda p: p.services.timelines.add_note(p.session("002"), p.company.accounts(1, 1)[0], "Likes blue"),
            {Kind.TIMELINE},
        ),
        (
            lambda p: p.services.customer_changes.create(p.session("002"), CustomerDraft(last_name="Ny")),
            {Kind.CUSTOMERS, Kind.BOOKS},
        ),
        (lambda p: p.services.sign_in.lock(p.session("002")), set()),
    ],
)
def test_the_kinds_are_those_the_writer_tells_its_own_pages(
    program: Program, other: Program, act: Callable[[Program], object], kinds: set[Kind]
) -> None:
    act(program)
    assert other.services.watch.look().kinds == kinds


def test_what_is_refused_is_not_told(program: Program, other: Program) -> None:
    with pytest.raises(Conflict):
        program.services.book_changes.add(program.session("002"), program.company.accounts(1, 1))
    assert other.services.watch.look() == NOTHING


def test_a_till_whose_clock_is_behind_is_heard(program: Program, other: Program) -> None:
    clock = program.clock
    assert isinstance(clock, Clock)
    with program.beside(Clock(clock() - timedelta(seconds=40))) as late:
        program.services.book_changes.add(program.session("001"), program.company.accounts(31, 31))
        other.services.watch.look()
        late.services.book_changes.add(late.session("002"), program.company.accounts(32, 32))
        assert other.services.watch.look().customer_ids == set(program.company.accounts(32, 32))


def test_so_many_customers_that_they_are_not_named(
    program: Program, other: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "MOST_CHANGED", 2)
    program.services.book_changes.add(program.session("002"), program.company.accounts(31, 33))
    told = other.services.watch.look()
    assert (told.kinds, told.customer_ids) == (frozenset({Kind.BOOKS}), frozenset())
    assert told.concerns(Kind.BOOKS, program.company.accounts(1, 1)[0])


def test_who_begins_does_not_wait_for_chores(program: Program) -> None:
    done: list[object] = []

    def chore(now: object) -> Changes:
        done.append(now)
        return NOTHING

    watching = watch.Watch(program.services.operations, chores=(chore,))
    watching.begin()
    assert done == []
    with program.beside() as other:
        other.services.book_changes.add(program.session("002"), program.company.accounts(31, 31))
    assert watching.look().kinds == {Kind.BOOKS}
    assert len(done) == 1
