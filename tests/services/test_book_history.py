"""Filtering and sorting by what happened: contacts, purchases, what was bought; current whoever writes."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from clienteling.database import tables as t
from clienteling.database.engine import Transaction
from clienteling.domain.errors import Invalid
from clienteling.domain.filters import Between, Facet, OneOf, Query, Since
from clienteling.domain.history import CATEGORY, CONTACT, HEALTH, LAST_PURCHASE, PRODUCT, PURCHASES, SPEND, contact_key
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services import books as module
from clienteling.services.book_history import days_of
from clienteling.services.books import View
from clienteling.services.operations import Writing
from tests.support.clock import START, Clock
from tests.support.program import Program


def ids(program: Program, session: Session, query: Query) -> list[int]:
    found: list[int] = program.services.books.find(session, View.MINE, query).ids.tolist()
    return found


def facets(program: Program, session: Session, query: Query | None = None) -> dict[str, Facet]:
    found = program.services.books.find(session, View.MINE, query or Query(), more=True)
    return {facet.key: facet for facet in found.facets}


def type_id(program: Program, code: str) -> int:
    return program.company.activity_types[code].id


def contacts(program: Program, customer_id: int, type_id: int | None = None) -> list[datetime]:
    """When somebody was in contact with a customer, as the timeline knows it."""
    session = program.session("001")
    items = program.services.timelines.page(session, customer_id, limit=500).items
    now = program.clock()
    return [i.at for i in items if i.type and i.at <= now and (type_id is None or i.type.id == type_id)]


def stale(program: Program, session: Session, days: int, type_id: int | None = None) -> set[int]:
    """Who had no contact for longer than that, by the timelines."""
    today, zone = program.services.books.today(session), ZoneInfo(session.store.time_zone)
    held = ids(program, session, Query())
    return {
        key
        for key in held
        if all((today - at.astimezone(zone).date()).days > days for at in contacts(program, key, type_id))
    }


@pytest.mark.parametrize("days", [0, 2, 11, 60])
@pytest.mark.parametrize("code", [None, "email", "visit"])
def test_stale_accounts_are_those_whose_timelines_say_so(program: Program, days: int, code: str | None) -> None:
    session = program.session("001")
    kind = None if code is None else type_id(program, code)
    key = CONTACT if kind is None else contact_key(kind)
    expected = stale(program, session, days, kind)
    assert set(ids(program, session, Query((Since(key, days, more=True),)))) == expected
    assert (
        set(ids(program, session, Query((Since(key, days, more=False),))))
        == {*ids(program, session, Query())} - expected
    )


def test_no_email_and_no_visit_for_long_hold_together(program: Program) -> None:
    session = program.session("001")
    email, visit = type_id(program, "email"), type_id(program, "visit")
    query = Query((Since(contact_key(email), 5, more=True), Since(contact_key(visit), 5, more=True)))
    assert set(ids(program, session, query)) == stale(program, session, 5, email) & stale(program, session, 5, visit)


def test_an_activity_counts_at_once_in_this_program_and_in_another(program: Program) -> None:
    session, (customer,) = program.session("001"), program.company.accounts(1, 1)
    phone = type_id(program, "phone")
    query = Query((Since(contact_key(phone), 0, more=True),))
    with program.beside() as other:
        for reader in (program, other):
            assert customer in ids(reader, session, query)
        program.services.timelines.add_activity(session, customer, phone, "called")
        for reader in (program, other):
            assert customer not in ids(reader, session, query)


def test_a_planned_activity_counts_when_its_time_has_come(program: Program) -> None:
    session, (customer,) = program.session("001"), program.company.accounts(1, 1)
    clock, visit = program.clock, type_id(program, "visit")
    assert isinstance(clock, Clock)
    query = Query((Since(CONTACT, 0, more=False),))
    clock.advance(timedelta(days=300))
    assert ids(program, session, query) == []
    program.services.timelines.add_activity(session, customer, visit, "soon", at=clock() + timedelta(hours=2))
    program.services.timelines.add_activity(session, customer, visit, "later", at=clock() + timedelta(days=5))
    assert ids(program, session, query) == []
    clock.advance(timedelta(hours=2))
    assert ids(program, session, query) == [customer]
    clock.advance(timedelta(days=4, hours=21))
    assert ids(program, session, query) == []
    clock.advance(timedelta(hours=1))
    assert ids(program, session, query) == [customer]


def test_a_kept_book_knows_what_was_planned(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LEAST_KEPT", 1)
    session, (customer,) = program.session("001"), program.company.accounts(1, 1)
    clock = program.clock
    assert isinstance(clock, Clock)
    clock.advance(timedelta(days=300))
    program.services.timelines.add_activity(
        session, customer, type_id(program, "visit"), "soon", at=clock() + timedelta(hours=2)
    )
    query = Query((Since(CONTACT, 0, more=False),))
    assert ids(program, session, query) == []
    clock.advance(timedelta(hours=3))
    with program.beside() as other:
        assert ids(other, session, query) == [customer]


def test_an_activity_taken_back_counts_no_more(program: Program) -> None:
    session, (customer,) = program.session("001"), program.company.accounts(1, 1)
    phone = type_id(program, "phone")
    query = Query((Since(contact_key(phone), 0, more=False),))
    done = program.services.timelines.add_activity(session, customer, phone, "called")
    assert customer in ids(program, session, query)
    assert done.record_id is not None
    program.services.timelines.undo_activities(session, done.record_id)
    assert customer not in ids(program, session, query)


def bought(program: Program) -> dict[int, list[tuple[datetime, Decimal]]]:
    session = program.session("001")
    return {
        key: [(p.at, p.amount) for p in program.services.customers.purchases(session, key).purchases]
        for key in ids(program, session, Query())
    }


def test_spend_and_purchases_are_those_of_the_purchase_history(program: Program) -> None:
    session, purchases = program.session("001"), bought(program)
    for number in range(1, 5):
        expected = {key for key, each in purchases.items() if len(each) >= number}
        assert set(ids(program, session, Query((Between(PURCHASES, Decimal(number), None),)))) == expected
    spent = {key: sum(amount for _, amount in each) for key, each in purchases.items() if each}
    for limit in spent.values():
        expected = {key for key, amount in spent.items() if amount <= limit}
        assert set(ids(program, session, Query((Between(SPEND, None, Decimal(limit)),)))) == expected
    order = sorted(spent, key=lambda key: -spent[key])
    assert ids(program, session, Query((), SPEND, descending=True))[: len(order)] == order or len(
        set(spent.values())
    ) < len(spent)
    assert {*ids(program, session, Query((Since(LAST_PURCHASE, 40, more=False),)))} == {
        key for key, each in purchases.items() if any(START - at <= timedelta(days=40) for at, _ in each)
    }


def test_a_purchase_that_is_imported_counts_at_once(program: Program) -> None:
    session, (customer,) = program.session("001"), program.company.accounts(1, 1)
    rich = Query((Between(SPEND, Decimal(5000), None),))
    assert ids(program, session, rich) == []
    assert "Hats" not in {value.value for value in facets(program, session)[CATEGORY].values}

    def work(writing: Writing) -> None:
        product, purchase = writing.transaction.key(), writing.transaction.key()
        writing.transaction.add(t.ProductRow(id=product, sku="H", name="Straw hat", category="Hats"))
        writing.transaction.add(
            t.PurchaseRow(
                id=purchase,
                customer_id=customer,
                store_id=session.store.id,
                order_number="X-1",
                at=START,
                amount=Decimal(6000),
            )
        )
        writing.transaction.flush()
        writing.transaction.add(t.PurchaseLineRow(purchase_id=purchase, line=1, product_id=product))
        writing.note("purchase", customer, None, None)

    program.services.operations.write(None, Operation.IMPORT, work)
    assert ids(program, session, rich) == [customer]
    assert ids(program, session, Query((OneOf(CATEGORY, frozenset({"Hats"})),))) == [customer]
    assert ids(program, session, Query((OneOf(PRODUCT, frozenset({"Straw hat"})),))) == [customer]


def test_what_was_bought_has_counts_and_any_of_it_is_found(program: Program) -> None:
    session = program.session("001")
    expected = {key for key, each in bought(program).items() if each}
    shown = {value.value: value.count for value in facets(program, session)[PRODUCT].values}
    assert shown == {"Silk scarf": len(expected)}
    asked = Query((OneOf(PRODUCT, frozenset({"Silk scarf", "something else"})),))
    assert set(ids(program, session, asked)) == expected


def test_what_happened_is_not_read_before_somebody_wants_it(program: Program) -> None:
    session = program.session("001")
    found = program.services.books.find(session, View.MINE, Query())
    assert not {CONTACT, SPEND, "score"} & {facet.key for facet in found.facets}
    asked = Query((Since(CONTACT, 30, more=True),))
    one = program.services.books.find(session, View.MINE, asked)
    assert {CONTACT} == {facet.key for facet in one.facets if facet.key.startswith("history:")}
    assert {CONTACT, SPEND, "score"} <= facets(program, session).keys()


def test_a_contact_of_a_type_that_is_gone_is_refused(program: Program) -> None:
    with pytest.raises(Invalid) as refusal:
        ids(program, program.session("001"), Query((Since(contact_key(1), 30, more=True),)))
    assert refusal.value.field == contact_key(1)


def test_moments_from_the_ends_of_the_calendar_break_nothing(program: Program) -> None:
    session, (customer,) = program.session("001"), program.company.accounts(1, 1)
    moments = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)

    def add(transaction: Transaction) -> None:
        for number, moment in enumerate(moments):
            key, store = transaction.key(), session.store.id
            row = t.PurchaseRow(id=key, customer_id=customer, store_id=store, order_number=f"X-{number}", at=moment)
            transaction.add(row)

    program.database.write(add)
    assert customer in ids(program, session, Query((Between(PURCHASES, Decimal(2), None),)))


def test_all_of_it_is_there_after_so_much_that_all_is_read_anew(program: Program) -> None:
    session, (customer,) = program.session("001"), program.company.accounts(2, 2)
    query = Query((Between(SPEND, Decimal(5000), None),))
    assert ids(program, session, query) == []

    def work(writing: Writing) -> None:
        dear = text("UPDATE purchase SET amount = 90000000 WHERE customer_id = :customer")
        writing.transaction.execute(dear, {"customer": customer})
        writing.note("all", None, None, None)

    program.services.operations.write(None, Operation.IMPORT, work)
    assert ids(program, session, query) == [customer]


@given(
    st.lists(st.datetimes(datetime(1950, 1, 1), datetime(2060, 1, 1)), max_size=20),
    st.sampled_from(["UTC", "Europe/Riga", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"]),
)
def test_the_day_of_a_moment_is_that_of_the_calendar_in_its_zone(moments: list[datetime], name: str) -> None:
    zone = ZoneInfo(name)
    seconds = [int(moment.replace(tzinfo=UTC, microsecond=0).timestamp()) for moment in moments]
    expected = [datetime.fromtimestamp(at, UTC).astimezone(zone).date().toordinal() for at in seconds]
    assert days_of(seconds, zone) == expected


def test_books_are_sorted_and_filtered_by_the_health_of_relationships(program: Program) -> None:
    session, relationships = program.session("001"), program.services.relationships
    relationships.choices.enable(None, session.legal_entity, licence=True)
    relationships.computation.refresh(session.legal_entity)
    known = {key: relationships.of(session, key).health for key in ids(program, session, Query())}
    scores = {key: health.score for key, health in known.items() if health and health.score is not None}
    assert len(set(scores.values())) > 1
    found = ids(program, session, Query((Between(HEALTH, Decimal(0), None),), HEALTH, True))
    assert sorted(found) == sorted(scores)
    assert [scores[key] for key in found] == sorted(scores.values(), reverse=True)
    # Health fades with time, and nobody writes anything: an open book follows all the same.
    assert isinstance(program.clock, Clock)
    program.clock.advance(timedelta(days=40))
    relationships.computation.refresh(session.legal_entity)
    faded = {key: relationships.of(session, key).health for key in scores}
    later = {key: health.score for key, health in faded.items() if health and health.score is not None}
    assert later != scores
    again = ids(program, session, Query((Between(HEALTH, Decimal(0), None),), HEALTH, True))
    assert [later[key] for key in again] == sorted(later.values(), reverse=True)
