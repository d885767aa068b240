"""Follow-ups: by hand, for oneself and for others; done, postponed, deleted, and undone; along with their customers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.customer import Channel
from clienteling.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from clienteling.domain.follow_up import FollowUp, Section, State
from clienteling.domain.worker import Session
from clienteling.services.follow_ups import FollowUps
from tests.support.program import Program

TODAY = date(2026, 11, 20)
TOMORROW = TODAY + timedelta(days=1)


def add(program: Program, number: str = "001", account: str = "C-0001", **more: object) -> Changes:
    due: Any = more.pop("due", TODAY)
    session, title = program.session(number), str(more.pop("title", "Call about the fitting"))
    return program.services.follow_ups.add(session, [program.company.customers[account]], title, due, **more)  # type: ignore[arg-type]


def only(program: Program, number: str = "001") -> FollowUp:
    (found,) = program.services.follow_ups.mine(program.session(number))
    return found


def titles(program: Program, number: str = "001") -> list[str]:
    return [f.title for f in program.services.follow_ups.mine(program.session(number))]


def test_a_follow_up_is_there_again_with_all_that_was_written(program: Program) -> None:
    changes = add(program, text=" He likes tea ", at=time(11, 30))
    assert changes.kinds == {Kind.TASKS}
    assert changes.customer_ids == {program.company.customers["C-0001"]}
    with program.beside() as other:
        found = only(other)
    assert (found.title, found.text, found.due, found.at) == (
        "Call about the fitting",
        "He likes tea",
        TODAY,
        time(11, 30),
    )
    assert (found.worker, found.account_number, found.state) == ("Anna Ozola", "C-0001", State.OPEN)
    assert found.phone


def test_what_the_customer_does_not_want_is_said(program: Program) -> None:
    add(program, account="C-0002")
    assert only(program).refused == {Channel.EMAIL}


def test_what_is_due_first_stands_first_and_counts_say_how_many(program: Program) -> None:
    for title, days, at in (
        ("late", 3, None),
        ("at ten", 0, time(10)),
        ("at nine", 0, time(9)),
        ("any time", 0, None),
        ("next", 1, None),
    ):
        add(program, title=title, due=TODAY + timedelta(days=days), at=at)
    assert titles(program) == ["any time", "at nine", "at ten", "next", "late"]
    counts = program.services.follow_ups.counts(program.session("001"))
    assert (counts.overdue, counts.today, counts.coming, counts.now) == (0, 3, 2, 3)
    program.clock.advance(timedelta(days=1))  # type: ignore[attr-defined]
    counts = program.services.follow_ups.counts(program.session("001"))
    assert (counts.overdue, counts.today, counts.coming, counts.now) == (3, 1, 1, 4)
    assert only_first(program).section(program.services.follow_ups.today(program.session("001"))) is Section.OVERDUE


def only_first(program: Program) -> FollowUp:
    return program.services.follow_ups.mine(program.session("001"))[0]


def test_the_day_is_that_of_the_store(program: Program) -> None:
    """At two in the morning in London it is still the day before in New York."""
    add(program, due=TODAY)
    program.clock.advance(timedelta(hours=16))  # type: ignore[attr-defined]
    assert program.services.follow_ups.counts(program.session("001")).today == 1
    program.clock.advance(timedelta(hours=4))  # type: ignore[attr-defined]
    assert program.services.follow_ups.counts(program.session("001")).overdue == 1


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"text": "x" * 2001}, "text"),
        ({"due": TODAY - timedelta(days=1)}, "due"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(program: Program, more: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        add(program, **more)
    assert refusal.value.field == field
    assert titles(program) == []


def test_a_selection_gets_one_for_each_and_is_taken_back_as_a_whole(program: Program) -> None:
    session, services = program.session("001"), program.services.follow_ups
    changes = services.add(session, program.company.accounts(1, 4), "Invite", TOMORROW)
    assert len(services.mine(session)) == 4
    services.take_back(session, changes.record_id or 0)
    assert services.mine(session) == ()
    with pytest.raises(Conflict):
        services.take_back(session, changes.record_id or 0)


def test_only_who_added_it_takes_it_back_and_only_while_nothing_was_done(program: Program) -> None:
    changes = add(program)
    with pytest.raises(NotFound):
        program.services.follow_ups.take_back(program.session("002"), changes.record_id or 0)
    program.services.follow_ups.finish(program.session("001"), only(program))
    with pytest.raises(Conflict):
        program.services.follow_ups.take_back(program.session("001"), changes.record_id or 0)


Act = Callable[[FollowUps, Session, FollowUp], Changes]
ACTS: dict[str, Act] = {
    "finish": lambda services, session, it: services.finish(session, it),
    "drop": lambda services, session, it: services.drop(session, it),
    "postpone": lambda services, session, it: services.postpone(session, it, TOMORROW, time(9)),
    "edit": lambda services, session, it: services.edit(session, it, "Other", TOMORROW, text="more"),
}


@pytest.mark.parametrize("name", ACTS)
def test_whatever_is_done_with_it_can_be_undone(program: Program, name: str) -> None:
    session, services = program.session("001"), program.services.follow_ups
    add(program, text="text", at=time(8))
    before = only(program)
    assert ACTS[name](services, session, before).record_id is not None
    after = services.mine(session)
    assert after != (before,)
    services.put_back(session, before)
    again = only(program)
    assert (again.title, again.text, again.due, again.at, again.state) == (
        before.title,
        before.text,
        before.due,
        before.at,
        before.state,
    )


@pytest.mark.parametrize("name", ACTS)
def test_what_somebody_has_changed_meanwhile_is_not_overwritten(program: Program, name: str) -> None:
    session, services = program.session("001"), program.services.follow_ups
    add(program)
    seen = only(program)
    services.postpone(session, seen, TOMORROW)
    with pytest.raises(Conflict):
        ACTS[name](services, session, seen)
    with pytest.raises(Conflict):
        services.put_back(session, replace(seen, version=seen.version - 1))
    assert only(program).due == TOMORROW


def test_what_is_done_is_listed_and_can_be_reopened(program: Program) -> None:
    session, services = program.session("001"), program.services.follow_ups
    for title in ("first", "second"):
        add(program, title=title)
        services.finish(session, next(f for f in services.mine(session) if f.title == title))
    done = services.done(session)
    assert [f.title for f in done] == ["second", "first"]
    assert done[0].ended_at is not None
    services.reopen(session, done[0])
    assert titles(program) == ["second"]
    with pytest.raises(Conflict):
        services.finish(session, done[1])


def test_one_for_a_colleague_needs_the_right_and_stands_in_their_list(program: Program) -> None:
    jens = program.company.worker_id("002")
    with pytest.raises(NotAllowed):
        add(program, worker_id=jens)
    add(program, "003", worker_id=jens)
    assert titles(program, "002") == ["Call about the fitting"]
    assert titles(program, "003") == []


def test_a_colleague_who_cannot_do_it_is_refused_at_the_field(program: Program) -> None:
    for number in ("004", "010", "011"):
        with pytest.raises(Invalid) as refusal:
            add(program, "003", worker_id=program.company.worker_id(number))
        assert refusal.value.field == "worker"


def test_what_others_have_to_do_is_seen_by_the_store_and_changed_by_who_may(program: Program) -> None:
    add(program)
    services = program.services.follow_ups
    (seen,) = services.of_store(program.session("002"))
    with pytest.raises(NotAllowed):
        services.finish(program.session("002"), seen)
    assert services.of_store(program.session("004")) == ()
    with pytest.raises(NotFound):
        services.finish(program.session("005"), seen)
    services.finish(program.session("003"), seen)
    assert titles(program) == []


def test_about_a_customer_everybody_sees_what_is_open(program: Program) -> None:
    add(program)
    services, customer = program.services.follow_ups, program.company.customers["C-0001"]
    assert [f.worker for f in services.of_customer(program.session("002"), customer)] == ["Anna Ozola"]
    with pytest.raises(NotFound):
        services.of_customer(program.session("006"), customer)
    services.finish(program.session("001"), only(program))
    assert services.of_customer(program.session("002"), customer) == ()


def test_one_without_a_customer_is_possible(program: Program) -> None:
    session = program.session("009")
    program.services.follow_ups.add(session, [], "Renew the secret", TOMORROW)
    assert (only(program, "009").customer_id, only(program, "009").customer) == (None, "")


def test_what_is_open_goes_along_with_a_customer_and_comes_back_with_the_undo(program: Program) -> None:
    company, changes = program.company, program.services.book_changes
    anna, jens = company.worker_id("001"), company.worker_id("002")
    add(program, title="open")
    add(program, title="done")
    add(program, account="C-0002", title="stays")
    services, session = program.services.follow_ups, program.session("001")
    services.finish(session, next(f for f in services.mine(session) if f.title == "done"))
    moved = changes.reassign(program.session("003"), [company.customers["C-0001"]], anna, jens)
    assert Kind.TASKS in moved.kinds
    assert (titles(program), titles(program, "002")) == (["stays"], ["open"])
    assert [f.title for f in services.done(session)] == ["done"]
    changes.undo(program.session("003"), moved.record_id or 0)
    assert (sorted(titles(program)), titles(program, "002")) == (["open", "stays"], [])
