"""Many rows at once: what is written is what is read, in batches of any size, on both kinds of databases."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from clienteling.database import attributes, revisions
from clienteling.database import books as client_books
from clienteling.database import company as client_company
from clienteling.database.engine import Database, Transaction
from clienteling.database.imports import books, bulk, company, customers, definitions, purchases, timeline, values
from clienteling.database.imports.company import LegalEntityDraft, StoreDraft, WorkerDraft
from clienteling.database.imports.purchases import Line, ProductDraft, Receipt
from clienteling.database.imports.timeline import ActivityDraft, NoteDraft
from clienteling.database.workers import add_group
from clienteling.domain.attribute import Attribute, AttributeType
from clienteling.domain.customer import (
    Address,
    Channel,
    Consent,
    Customer,
    CustomerKind,
    Email,
    ImportantDate,
    Phone,
)
from clienteling.domain.dates import YearlyDate
from clienteling.domain.operations import Operation

AT = datetime(2026, 11, 1, 10, tzinfo=UTC)
ENTITY = LegalEntityDraft("USMF", "Contoso", "USD", "US")
MANY = 2 * bulk.MOST_AT_ONCE + 1


def store(entity_id: int) -> StoreDraft:
    return StoreDraft(
        code="S01",
        legal_entity_id=entity_id,
        name="North",
        city="Seattle",
        country="US",
        time_zone="America/Los_Angeles",
        registers=frozenset({"1", "2"}),
        customer_books=frozenset({"S01", "vip"}),
        employee_books=frozenset({"S01"}),
    )


def customer(key: int, entity_id: int, account: str, name: str = "Zoë Bērziņa") -> Customer:
    return Customer(
        id=key,
        legal_entity_id=entity_id,
        account_number=account,
        kind=CustomerKind.PERSON,
        title="Ms.",
        first_name=name.split(maxsplit=1)[0],
        last_name=name.rsplit(maxsplit=1)[-1],
        name=name,
        language="lv",
        since=date(2020, 1, 2),
        phones=(Phone("206-555-0100", "+12065550100", "Mobile", True), Phone("x", None, "", False)),
        emails=(Email("zoe@example.com", "", True),),
        addresses=(Address("1 Main St", "Seattle", "98101", "WA", "US", "", True),),
        loyalty_cards=(f"L-{account}", f"M-{account}"),
        important_dates=(
            ImportantDate("Birthday", YearlyDate(2, 29)),
            ImportantDate("Name day", YearlyDate(11, 1, 2000)),
        ),
        consents=(Consent(Channel.PHONE, False), Consent(Channel.EMAIL, True)),
    )


@pytest.fixture
def entity_id(database: Database) -> int:
    return database.write(lambda t: company.save_legal_entity(t, None, ENTITY))


def test_batches_have_everything_once() -> None:
    assert [len(batch) for batch in bulk.in_batches(range(MANY))] == [bulk.MOST_AT_ONCE, bulk.MOST_AT_ONCE, 1]
    assert list(bulk.in_batches(())) == []


def test_a_company_is_read_as_it_was_written(database: Database, entity_id: int) -> None:
    key = database.write(lambda t: company.save_store(t, None, None, store(entity_id)))
    assert database.read(company.legal_entities) == {"USMF": (entity_id, ENTITY)}
    assert database.read(company.stores) == {"S01": (key, store(entity_id))}
    worker = WorkerDraft("001", "Anna", "", "associate", "lv", date(1990, 2, 3), None, None, frozenset({key}))

    def add(transaction: Transaction) -> None:
        add_group(transaction, "associate", "Associate", frozenset({Operation.CUSTOMER_SEARCH}))
        company.save_workers(transaction, [(None, worker)])

    database.write(add)
    ((number, (worker_id, draft)),) = database.read(lambda t: company.workers(t, ["001", "002"])).items()
    assert (number, draft) == ("001", worker)
    assert isinstance(worker_id, int)


def test_customers_are_read_as_they_were_written(database: Database, entity_id: int) -> None:
    def add(transaction: Transaction) -> dict[str, Customer]:
        made = [customer(transaction.key(), entity_id, f"C-{n}") for n in range(MANY)]
        customers.add(transaction, made, AT)
        return {c.account_number: c for c in made}

    made = database.write(add)
    assert database.read(lambda t: customers.find(t, entity_id, [*made, "unknown"])) == made
    keys = database.read(lambda t: customers.keys(t, [entity_id], ["C-1", "unknown"]))
    assert keys == {"C-1": {entity_id: made["C-1"].id}}
    held = database.read(lambda t: customers.card_holders(t, ["L-C-2", "unknown"]))
    assert held == {"L-C-2": (made["C-2"].id, "C-2")}


def test_cards_change_hands_at_once(database: Database, entity_id: int) -> None:
    def add(transaction: Transaction) -> list[Customer]:
        made = [customer(transaction.key(), entity_id, account) for account in "AB"]
        customers.add(transaction, made, AT)
        return made

    def swap(transaction: Transaction) -> None:
        stored = customers.find(transaction, entity_id, "AB")
        a, b = stored["A"], stored["B"]
        after = [(a, replace(a, loyalty_cards=b.loyalty_cards)), (b, replace(b, loyalty_cards=a.loyalty_cards))]
        customers.change(transaction, after, AT)

    database.write(add)
    database.write(swap)
    found = database.read(lambda t: customers.find(t, entity_id, "AB"))
    assert (found["A"].loyalty_cards, found["B"].loyalty_cards) == (("L-B", "M-B"), ("L-A", "M-A"))


def test_attribute_values_and_measures_are_replaced_where_they_stood(database: Database, entity_id: int) -> None:
    def work(transaction: Transaction) -> None:
        sizes = attributes.save_attribute(transaction, Attribute(0, "Sizes", AttributeType.TEXT, multi_value=True))
        spend = attributes.save_measure(transaction, Attribute(0, "Spend", AttributeType.CURRENCY))
        made = [customer(transaction.key(), entity_id, account) for account in "AB"]
        customers.add(transaction, made, AT)
        a, b = (c.id for c in made)
        both = {(a, sizes.id): (("38", None), ("40", None)), (b, sizes.id): (("36", None),)}
        values.set_attribute_values(transaction, both, ())
        values.set_attribute_values(transaction, {(a, sizes.id): (("42", None),)}, [(a, sizes.id)])
        assert values.attribute_values(transaction, [a, b], [sizes.id]) == {
            (a, sizes.id): (("42", None),),
            (b, sizes.id): (("36", None),),
        }
        values.set_measures(transaction, {(a, spend.id): (None, 1.5, AT)}, ())
        values.set_measures(
            transaction, {(a, spend.id): (None, 2.5, AT), (b, spend.id): (None, 3.5, AT)}, [(a, spend.id)]
        )
        assert values.measures(transaction, [a, b]) == {
            (a, spend.id): (None, 2.5, AT),
            (b, spend.id): (None, 3.5, AT),
        }
        values.set_scores(transaction, {a: (10, AT)}, ())
        values.set_scores(transaction, {a: (20, AT), b: (30, AT)}, [a])
        assert values.scores(transaction, [a, b]) == {a: (20, AT), b: (30, AT)}

    database.write(work)


def test_values_that_come_are_stored_where_they_differ_and_their_time_where_it_is_much_later(
    database: Database, entity_id: int
) -> None:
    day = timedelta(days=1)

    def work(transaction: Transaction) -> None:
        spend = attributes.save_measure(transaction, Attribute(0, "Spend", AttributeType.CURRENCY)).id
        made = [customer(transaction.key(), entity_id, account) for account in "ABC"]
        customers.add(transaction, made, AT)
        a, b, c = (one.id for one in made)
        first = {(a, spend): (None, 19.99, AT), (b, spend): ("“é”", None, AT)}
        assert values.merge_measures(transaction, first, day) == {a, b}
        soon = {place: (*value[:2], AT + timedelta(hours=23)) for place, value in first.items()}
        assert values.merge_measures(transaction, soon, day) == set()
        assert values.measures(transaction, [a, b]) == first
        later = {(a, spend): (None, 19.99, AT + day), (b, spend): ("other", None, AT), (c, spend): (None, 0.1, AT)}
        assert values.merge_measures(transaction, later, day) == {b, c}
        assert values.measures(transaction, [a, b, c]) == later
        assert values.drop_measures(transaction, [(a, spend), (c, spend + 1)]) == {a}
        assert values.measures(transaction, [a, b, c]).keys() == {(b, spend), (c, spend)}

        assert values.merge_scores(transaction, {a: (10, AT), b: (20, AT)}, day) == {a, b}
        assert values.merge_scores(transaction, {a: (10, AT + day), b: (21, AT)}, day) == {b}
        assert values.scores(transaction, [a, b]) == {a: (10, AT + day), b: (21, AT)}

    database.write(work)


def test_receipts_are_read_with_all_decimals(database: Database, entity_id: int) -> None:
    def work(transaction: Transaction) -> None:
        shop = company.save_store(transaction, None, None, store(entity_id))
        who = customer(transaction.key(), entity_id, "A")
        customers.add(transaction, [who], AT)
        hat = ProductDraft("P-1", "Hat", "Hats", "", "Red", Decimal("9.9999"))
        purchases.save_products(transaction, [(None, hat)])
        ((product, stored),) = purchases.products(transaction, ["P-1"]).values()
        assert stored == hat
        lines = {1: Line(product, 2, Decimal("0.0001")), 2: Line(product, 1, Decimal(7))}
        receipt = Receipt(transaction.key(), who.id, shop, "O-1", AT, lines)
        purchases.add_receipts(transaction, [receipt])
        purchases.save_lines(transaction, {(receipt.id, n): line for n, line in lines.items()}, {})
        assert purchases.receipts(transaction, [who.id], ["O-1"]) == {(who.id, shop, "O-1"): receipt}
        assert purchases.receipts(transaction, [who.id], ["O-2"]) == {}
        receipt.lines[2] = Line(product, 1, Decimal(8))
        purchases.save_lines(transaction, {}, {(receipt.id, 2): receipt.lines[2]})
        purchases.change_receipts(transaction, [receipt])
        assert purchases.receipts(transaction, [who.id], ["O-1"]) == {(who.id, shop, "O-1"): receipt}
        assert receipt.amount == Decimal("8.0001")

    database.write(work)


def test_activities_and_notes_are_known_by_their_source(database: Database, entity_id: int) -> None:
    def work(transaction: Transaction) -> None:
        who = customer(transaction.key(), entity_id, "A")
        customers.add(transaction, [who], AT)
        visit = definitions.ActivityTypeDraft(entity_id, "visit", "Visit", "", 1)
        definitions.save_activity_type(transaction, None, visit)
        ((type_id, _),) = definitions.activity_types(transaction, [entity_id]).values()
        activity = ActivityDraft(who.id, "crm-1", type_id, "", "Came by", AT, None, None)
        note = NoteDraft(who.id, "crm-1", "", "Likes red", "internal", AT, None)
        timeline.save(transaction, ActivityDraft, [(None, activity)], AT)
        timeline.save(transaction, NoteDraft, [(None, note)], AT)
        other = replace(activity, text="Came again")
        assert timeline.compare(transaction, ActivityDraft, [activity]) == {}
        differing = timeline.compare(transaction, ActivityDraft, [activity, replace(activity, source="crm-2"), other])
        assert differing.keys() == {1, 2}
        assert differing[1] is None
        stored = differing[2]
        assert stored is not None
        timeline.save(transaction, ActivityDraft, [(stored, other)], AT)
        assert timeline.compare(transaction, ActivityDraft, [other]) == {}
        assert [former.text for former in revisions.of_activity(transaction, stored.id)] == ["Came by"]
        assert timeline.known(transaction, NoteDraft, [who.id], ["crm-1", "crm-2"]) == {(who.id, "crm-1")}

    database.write(work)


def test_holders_change_and_free_customers_have_none(database: Database, entity_id: int) -> None:
    def work(transaction: Transaction) -> None:
        shop = company.save_store(transaction, None, None, store(entity_id))
        add_group(transaction, "associate", "Associate", frozenset({Operation.CUSTOMER_SEARCH}))
        staff = [
            WorkerDraft(number, number, "", "associate", "en", None, None, until, frozenset({shop}))
            for number, until in (("002", None), ("001", None), ("003", date(2025, 1, 1)))
        ]
        company.save_workers(transaction, [(None, draft) for draft in staff])
        assert books.associates(transaction, "associate", AT.date()) == {shop: ["001", "002"]}
        definitions.add_number_sequence(transaction, entity_id, client_company.CLIENT_BOOK_SEQUENCE, "B-###")
        made = [customer(transaction.key(), entity_id, account) for account in ("b", "A", "a")]
        customers.add(transaction, made, AT)
        ids = {c.account_number: c.id for c in made}
        mine = client_books.make(transaction, entity_id, company.workers(transaction, ["001"])["001"][0], "001")
        free = books.holdings(transaction, ids.values())
        assert {held.personnel_number for held in free.values()} == {None}
        books.save_holdings(transaction, [(free[ids["a"]], mine.id, AT)])
        held = books.holdings(transaction, [ids["a"]])[ids["a"]]
        assert (held.book_id, held.since, held.personnel_number) == (mine.id, AT, "001")
        code = next(iter(store(entity_id).customer_books))
        book = client_company.address_book(transaction, code, code)
        customers.add_to_address_books(transaction, [(key, book) for key in ids.values()])
        assert list(books.customers_by_store(transaction)) == [
            (shop, "USMF", "A", None),
            (shop, "USMF", "a", "001"),
            (shop, "USMF", "b", None),
        ]

    database.write(work)


def test_display_orders_are_those_that_were_given(database: Database) -> None:
    def work(transaction: Transaction) -> None:
        a, b = (attributes.save_attribute(transaction, Attribute(0, n, AttributeType.TEXT)).id for n in "AB")
        definitions.set_display_orders(transaction, "Ours", {a: 1, b: 7})
        definitions.set_display_orders(transaction, "Ours", {a: 7, b: 1})
        assert definitions.display_orders(transaction, "Ours") == {a: 7, b: 1}
        assert definitions.display_orders(transaction, "Others") == {}
        assert not definitions.has_values(transaction, a)

    database.write(work)
