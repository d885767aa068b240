from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from clienteling.database import records
from clienteling.database import tables as t
from clienteling.database.engine import Transaction
from clienteling.domain.activity import LONGEST_TEXT, LONGEST_TITLE, Cursor, Restriction, TimelineItem, TimelineKind
from clienteling.domain.audit import Outcome
from clienteling.domain.errors import Conflict, Invalid, NotFound
from clienteling.domain.operations import Operation
from tests.support import naughty
from tests.support.clock import START
from tests.support.effort import examples
from tests.support.program import Program


def pages(
    program: Program,
    customer: int,
    limit: int,
    kinds: Sequence[TimelineKind] = tuple(TimelineKind),
    type_ids: Sequence[int] = (),
) -> list[TimelineItem]:
    """The whole timeline, page by page."""
    session = program.session("001")
    found: list[TimelineItem] = []
    cursor: Cursor | None = None
    while True:
        page = program.services.timelines.page(
            session, customer, kinds=kinds, type_ids=type_ids, cursor=cursor, limit=limit
        )
        assert len(page.items) <= limit
        found += page.items
        if page.cursor is None:
            return found
        assert len(page.items) == limit
        cursor = page.cursor


def fill(program: Program, customer: int, moments: Sequence[int]) -> None:
    """Activities, notes and purchases by turns, at these minutes."""
    company = program.company

    def work(transaction: Transaction) -> None:
        for place, minutes in enumerate(moments):
            key, at = transaction.key(), START + timedelta(minutes=minutes)
            match place % 3:
                case 0:
                    kind = company.activity_types[("visit", "phone")[place % 2]].id
                    row: object = t.ActivityRow(id=key, customer_id=customer, type_id=kind, text=f"{place}", at=at)
                case 1:
                    row = t.NoteRow(id=key, customer_id=customer, text=f"{place}", at=at)
                case _:
                    store = company.stores["S01"].id
                    row = t.PurchaseRow(id=key, customer_id=customer, store_id=store, order_number=f"{place}", at=at)
            transaction.add(row)

    program.database.write(work)


def nobody_knows(program: Program) -> int:
    """A customer without any history."""
    return program.company.customers["C-0001"]


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 29, 30, 31])
def test_pages_hold_every_item_once_even_at_the_same_moment(program: Program, limit: int) -> None:
    moments = [0, 0, 0, 5, 5, 5, 5, 1, 1, 1, 0, 0, 0, 9, 8, 7] + [3] * 14
    fill(program, nobody_knows(program), moments)
    found = pages(program, nobody_knows(program), limit)
    assert sorted(int(item.text) for item in found) == list(range(30))
    planned = [item for item in found if item.kind is TimelineKind.ACTIVITY and item.at > START]
    assert found[: len(planned)] == sorted(planned, key=lambda item: (item.at, -item.id))
    past = found[len(planned) :]
    assert past == sorted(past, key=lambda item: (item.at, item.id), reverse=True)


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    moments=st.lists(st.integers(0, 3), max_size=12),
    limit=st.integers(1, 13),
    kinds=st.sets(st.sampled_from(TimelineKind)),
)
def test_pages_of_any_timeline_and_kinds_are_complete(
    sqlite_program: Program, moments: list[int], limit: int, kinds: set[TimelineKind]
) -> None:
    customer = nobody_knows(sqlite_program)
    sqlite_program.database.write(empty)
    fill(sqlite_program, customer, moments)
    wanted = [
        place
        for place in range(len(moments))
        if (TimelineKind.ACTIVITY, TimelineKind.NOTE, TimelineKind.PURCHASE)[place % 3] in kinds
    ]
    found = pages(sqlite_program, customer, limit, tuple(kinds))
    assert sorted(int(item.text) for item in found) == wanted


def empty(transaction: Transaction) -> None:
    for table in ("purchase_line", "purchase", "note", "activity"):
        transaction.execute(sql(f"DELETE FROM {table}"))


def test_items_that_are_added_meanwhile_do_not_shift_the_next_page(program: Program) -> None:
    customer, session = nobody_knows(program), program.session("001")
    fill(program, customer, range(-10, 0))
    first = program.services.timelines.page(session, customer, limit=5)
    program.services.timelines.add_note(session, customer, "new")
    second = program.services.timelines.page(session, customer, limit=5, cursor=first.cursor)
    assert sorted(int(item.text) for item in first.items + second.items) == list(range(10))


def test_activities_are_narrowed_by_type(program: Program) -> None:
    fill(program, nobody_knows(program), range(12))
    phone = program.company.activity_types["phone"].id
    found = pages(program, nobody_knows(program), 2, (TimelineKind.ACTIVITY,), (phone,))
    assert [item.type.id for item in found if item.type] == [phone] * 2
    counts = program.services.timelines.counts(program.session("001"), nobody_knows(program))
    assert counts.types[phone] == 2
    assert (counts.total, counts.kinds[TimelineKind.ACTIVITY]) == (12, 4)


# Recording


def test_an_activity_is_recorded_now_with_worker_and_store(program: Program) -> None:
    customer, session = program.company.customers["C-0011"], program.session("001")  # in somebody else's book
    kind = program.company.activity_types["visit"]
    before = program.services.timelines.counts(session, customer).total
    changes = program.services.timelines.add_activity(session, customer, kind.id, " tried two coats ", title=" Visit ")
    (item, *_) = program.services.timelines.page(session, customer).items
    assert (item.kind, item.type, item.title, item.text) == (TimelineKind.ACTIVITY, kind, "Visit", "tried two coats")
    assert (item.worker, item.store) == ("Anna Ozola", "North")
    assert START < item.at < START + timedelta(seconds=1)
    assert program.services.timelines.counts(session, customer).total == before + 1
    record = program.database.read(lambda tr: records.find(tr, changes.record_id or 0))
    assert record is not None
    assert (record.operation, record.outcome) == (Operation.ADD_ACTIVITY, Outcome.DONE)
    assert [(c.customer_id, c.before, c.after) for c in record.changes] == [(customer, None, "Visit")]


@pytest.mark.parametrize("days", [-400, -1, 30])
def test_an_activity_can_be_back_dated_or_planned(program: Program, days: int) -> None:
    at = (START + timedelta(days=days)).astimezone(timezone(timedelta(hours=-5)))
    customer, session = nobody_knows(program), program.session("001")
    program.services.timelines.add_activity(
        session, customer, program.company.activity_types["phone"].id, "about the coat", at=at
    )
    (item,) = program.services.timelines.page(session, customer).items
    assert (item.at, item.at.utcoffset()) == (at, timedelta(0))
    last = program.services.customers.profile(session, customer).last_contact
    assert (last is None) is (days > 0)


def test_everybody_of_the_legal_entity_sees_and_adds(program: Program) -> None:
    customer = program.company.customers["C-0001"]
    for number in ("001", "002", "004", "008"):
        program.services.timelines.add_note(program.session(number), customer, f"by {number}")
    notes = program.services.timelines.page(program.session("005"), customer).items
    assert [item.worker for item in notes] == ["Wanda Rivera", "Søren Dahl", "Jens Holm", "Anna Ozola"]


@pytest.mark.parametrize("restriction", Restriction)
def test_a_note_is_internal_or_external(program: Program, restriction: Restriction) -> None:
    customer, session = nobody_knows(program), program.session("001")
    program.services.timelines.add_note(session, customer, "allergic to wool", title="Health", restriction=restriction)
    (item,) = program.services.timelines.page(session, customer).items
    assert (item.title, item.text, item.restriction, item.kind) == (
        "Health",
        "allergic to wool",
        restriction,
        TimelineKind.NOTE,
    )


def test_a_title_alone_is_enough(program: Program) -> None:
    customer, session = nobody_knows(program), program.session("001")
    program.services.timelines.add_note(session, customer, "", title="VIP")
    program.services.timelines.add_activity(
        session, customer, program.company.activity_types["visit"].id, " ", title="Came in"
    )
    assert {item.title for item in program.services.timelines.page(session, customer).items} == {"VIP", "Came in"}


@pytest.mark.parametrize(
    ("text", "title", "field"),
    [
        ("", "", "text"),
        (" \n\t", "", "text"),
        ("a\0b", "", "text"),
        ("\ud800", "", "text"),
        ("x" * (LONGEST_TEXT + 1), "", "text"),
        ("x", "a\0b", "title"),
        ("x", "\udc80", "title"),
        ("x", "y" * (LONGEST_TITLE + 1), "title"),
    ],
)
def test_what_cannot_be_stored_is_refused_at_its_field(program: Program, text: str, title: str, field: str) -> None:
    customer, session, timelines = nobody_knows(program), program.session("001"), program.services.timelines
    kind = program.company.activity_types["visit"].id
    with pytest.raises(Invalid) as refusal:
        timelines.add_activity(session, customer, kind, text, title=title)
    assert refusal.value.field == field
    with pytest.raises(Invalid) as refusal:
        timelines.add_note(session, customer, text, title=title)
    assert refusal.value.field == field
    assert timelines.counts(session, customer).total == 0


def test_an_activity_for_several_is_one_record_and_can_be_taken_back(program: Program) -> None:
    ids, session, timelines = program.company.accounts(1, 4), program.session("001"), program.services.timelines
    kind = program.company.activity_types["email"]
    before = [timelines.page(session, key) for key in ids]
    changes = timelines.add_activities(session, ids, kind.id, "invited to the preview")
    assert changes.customer_ids == frozenset(ids)
    assert {timelines.page(session, key).items[0].text for key in ids} == {"invited to the preview"}
    record = program.database.read(lambda tr: records.find(tr, changes.record_id or 0))
    assert record is not None
    assert [(c.customer_id, c.before, c.after) for c in record.changes] == [(key, None, kind.name) for key in ids]
    with pytest.raises(NotFound, match="nothing to undo"):
        timelines.undo_activities(program.session("002"), record.id)
    back = timelines.undo_activities(session, record.id)
    assert [timelines.page(session, key) for key in ids] == before
    undone = program.database.read(lambda tr: records.find(tr, back.record_id or 0))
    assert undone is not None
    assert undone.undoes == record.id
    with pytest.raises(Conflict, match="undone already"):
        timelines.undo_activities(session, record.id)
    with pytest.raises(NotFound, match="nothing to undo"):
        timelines.undo_activities(session, undone.id)


def test_what_was_edited_meanwhile_is_not_taken_back(program: Program) -> None:
    customer, session, timelines = nobody_knows(program), program.session("001"), program.services.timelines
    changes = timelines.add_activity(session, customer, program.company.activity_types["visit"].id, "was here")
    key, edits = timelines.page(session, customer).items[0].id, program.services.timeline_edits
    edits.edit_activity(session, key, 1, replace(edits.activity(session, key)[0], text="was here twice"))
    with pytest.raises(Conflict, match="it stays"):
        timelines.undo_activities(session, changes.record_id or 0)
    assert timelines.page(session, customer).items[0].text == "was here twice"


def test_activities_for_several_are_for_all_or_for_none(program: Program) -> None:
    ids, session, timelines = program.company.accounts(1, 3), program.session("001"), program.services.timelines
    before = [timelines.counts(session, key) for key in ids]
    with pytest.raises(NotFound):
        timelines.add_activities(session, [*ids, 7], program.company.activity_types["visit"].id, "invited")
    assert [timelines.counts(session, key) for key in ids] == before


def test_a_moment_without_a_zone_is_refused(program: Program) -> None:
    customer, session = nobody_knows(program), program.session("001")
    kind = program.company.activity_types["visit"].id
    with pytest.raises(Invalid) as refusal:
        program.services.timelines.add_activity(session, customer, kind, "x", at=datetime(2026, 11, 20))
    assert refusal.value.field == "at"
    assert program.services.timelines.counts(session, customer).total == 0


@pytest.mark.parametrize("kind", ["DEMF visit", None])
def test_only_types_of_the_legal_entity_are_taken(program: Program, kind: str | None) -> None:
    key = program.company.activity_types[kind].id if kind else 7
    with pytest.raises(Invalid) as refusal:
        program.services.timelines.add_activity(program.session("001"), nobody_knows(program), key, "x")
    assert refusal.value.field == "type"


def test_a_customer_who_is_not_there_has_no_timeline(program: Program) -> None:
    timelines, session = program.services.timelines, program.session("001")
    kind = program.company.activity_types["visit"].id
    for customer in (7, program.company.customers["DEMF D-0001"]):
        acts: list[Callable[[int], object]] = [
            lambda key: timelines.page(session, key),
            lambda key: timelines.counts(session, key),
            lambda key: timelines.add_note(session, key, "x"),
            lambda key: timelines.add_activity(session, key, kind, "x"),
        ]
        for act in acts:
            with pytest.raises(NotFound, match="no such customer"):
                act(customer)


def test_any_text_is_kept_as_it_was_typed(program: Program) -> None:
    customer, session = nobody_knows(program), program.session("001")
    strings = [text for text in naughty.strings() if text.strip()]
    longest = "x" * LONGEST_TEXT
    # Every fifth: there are several of each kind.
    for text in [*strings[::5], longest]:
        program.services.timelines.add_note(session, customer, text)
    kept = [item.text for item in reversed(pages(program, customer, 50))]
    assert kept == [text.strip() for text in [*strings[::5], longest]]


def test_the_activity_types_are_those_of_the_legal_entity(program: Program) -> None:
    ours = program.services.timelines.activity_types(program.session("001"))
    theirs = program.services.timelines.activity_types(program.session("006"))
    assert [kind.code for kind in ours] == [kind.code for kind in theirs] == ["visit", "phone", "email"]
    assert {kind.id for kind in ours}.isdisjoint(kind.id for kind in theirs)


def test_moments_are_in_utc(program: Program) -> None:
    fill(program, nobody_knows(program), [0])
    (item,) = pages(program, nobody_knows(program), 5)
    assert item.at.tzinfo is UTC
