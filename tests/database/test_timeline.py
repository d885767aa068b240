from datetime import timedelta
from decimal import Decimal

import pytest

from clienteling.database import tables as t
from clienteling.database import timeline, timeline_pages
from clienteling.database.engine import Transaction
from clienteling.domain.activity import Cursor, Restriction, TimelineItem, TimelineKind
from tests.support.clock import START
from tests.support.program import Program


def items(
    program: Program,
    account: str,
    *kinds: TimelineKind,
    type_ids: tuple[int, ...] = (),
    after: Cursor | None = None,
    limit: int = 100,
    entity: str = "USMF",
    reader: str = "001",
) -> tuple[TimelineItem, ...]:
    company = program.company
    return program.database.read(
        lambda tr: timeline_pages.items(
            tr,
            company.entities[entity].id,
            company.customers[account],
            reader=company.worker_id(reader),
            now=START,
            kinds=kinds,
            type_ids=type_ids,
            after=after,
            limit=limit,
        )
    )


def test_everything_stands_in_one_order_newest_first(program: Program) -> None:
    found = items(program, "C-0015", *TimelineKind)  # two activities, two notes, four purchases
    kinds = [item.kind for item in found]
    assert {kind: kinds.count(kind) for kind in TimelineKind} == {
        TimelineKind.ACTIVITY: 2,
        TimelineKind.NOTE: 2,
        TimelineKind.PURCHASE: 4,
    }
    assert list(found) == sorted(found, key=lambda item: (item.at, item.id), reverse=True)
    assert all(item.at.tzinfo is not None for item in found)


def test_only_the_asked_kinds_and_types_are_given(program: Program) -> None:
    phone = program.company.activity_types["phone"].id
    assert {item.kind for item in items(program, "C-0015", TimelineKind.NOTE)} == {TimelineKind.NOTE}
    found = [
        item.kind for item in items(program, "C-0015", TimelineKind.ACTIVITY, TimelineKind.NOTE, type_ids=(phone,))
    ]
    assert found.count(TimelineKind.ACTIVITY) == 1
    assert found.count(TimelineKind.NOTE) == 2
    assert items(program, "C-0015") == ()


@pytest.mark.parametrize("limit", [1, 3])
def test_pages_follow_one_another_without_gap_or_repetition(program: Program, limit: int) -> None:
    every = items(program, "C-0015", *TimelineKind)
    found: list[TimelineItem] = []
    while page := items(
        program,
        "C-0015",
        *TimelineKind,
        after=Cursor(found[-1].section, found[-1].at, found[-1].id, START) if found else None,
        limit=limit,
    ):
        found += page
    assert tuple(found) == every


def test_customers_of_another_legal_entity_have_no_timeline_here(program: Program) -> None:
    assert items(program, "C-0015", *TimelineKind, entity="DEMF") == ()


def test_items_hold_what_is_shown_of_each_kind(program: Program) -> None:
    by_kind = {item.kind: item for item in items(program, "C-0015", *TimelineKind)}
    activity, note, purchase = (by_kind[kind] for kind in TimelineKind)
    assert activity.type is not None
    assert (activity.title, activity.worker, activity.store) == (activity.type.name, "Anna Ozola", "North")
    assert (note.restriction, note.worker, note.title) == (Restriction.INTERNAL, "Anna Ozola", "")
    assert purchase.text == "SO-3"
    assert purchase.amount == sum((line.amount for line in purchase.lines), Decimal(0))
    assert [line.quantity for line in purchase.lines] == [1, 2]
    assert (purchase.currency, purchase.store) == ("USD", "North")


def test_the_counts_are_those_of_the_items(program: Program) -> None:
    customer, reader = program.company.customers["C-0015"], program.company.worker_id("002")
    counts = program.database.read(lambda tr: timeline.counts(tr, customer, reader))
    assert [counts.kinds[kind] for kind in TimelineKind] == [2, 2, 4]
    types = program.company.activity_types
    assert counts.types == {types["visit"].id: 1, types["phone"].id: 1}
    empty = program.database.read(lambda tr: timeline.counts(tr, program.company.customers["C-0001"], reader))
    assert (empty.total, empty.types) == (0, {})


def test_the_last_contact_is_the_newest_activity_that_is_not_planned(program: Program) -> None:
    customer = program.company.customers["C-0015"]
    before = program.database.read(lambda tr: timeline.last_contact(tr, customer, START))
    assert before is not None
    assert (before.type, before.worker) == ("Visit", "Anna Ozola")

    def plan(transaction: Transaction) -> None:
        for days, kind in ((5, "email"), (-1, "phone")):
            timeline.add_activities(
                transaction,
                [customer],
                type_id=program.company.activity_types[kind].id,
                title="",
                text="x",
                at=START + timedelta(days=days),
                worker_id=program.company.worker_id("002"),
                store_id=program.company.stores["S01"].id,
            )

    program.database.write(plan)
    last = program.database.read(lambda tr: timeline.last_contact(tr, customer, START))
    assert last is not None
    assert (last.at, last.type, last.worker) == (START - timedelta(days=1), "Phone", "Jens Holm")
    nobody = program.company.customers["C-0001"]
    assert program.database.read(lambda tr: timeline.last_contact(tr, nobody, START)) is None


def test_what_nobody_is_known_to_have_done_still_stands_in_the_timeline(program: Program) -> None:
    customer = program.company.customers["C-0001"]

    def imported(transaction: Transaction) -> None:
        kind = program.company.activity_types["visit"].id
        transaction.add(t.ActivityRow(id=transaction.key(), customer_id=customer, type_id=kind, text="old", at=START))
        transaction.add(t.NoteRow(id=transaction.key(), customer_id=customer, text="old", at=START))

    program.database.write(imported)
    found = items(program, "C-0001", *TimelineKind)
    assert [(item.text, item.worker, item.store) for item in found] == [("old", "", ""), ("old", "", "")]


def test_activity_types_come_in_the_order_of_headquarters(program: Program) -> None:
    usmf = program.company.entities["USMF"].id
    types = program.database.read(lambda tr: timeline.activity_types(tr, usmf))
    assert [kind.code for kind in types] == ["visit", "phone", "email"]
    assert {kind.id for kind in types}.isdisjoint(
        kind.id
        for kind in program.database.read(lambda tr: timeline.activity_types(tr, program.company.entities["DEMF"].id))
    )
