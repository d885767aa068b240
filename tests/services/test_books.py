"""Client books as they are looked at, on real databases, against the same books in plain Python."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from clienteling.database import attributes, company
from clienteling.database import tables as t
from clienteling.database.engine import Transaction
from clienteling.domain.card import PropertyDefinition
from clienteling.domain.customer import name_key
from clienteling.domain.dates import YearlyDate, days_until
from clienteling.domain.errors import Invalid
from clienteling.domain.filters import (
    CARD,
    EMAIL,
    HOLDER,
    NAME,
    PHONE,
    Between,
    Contains,
    NextDays,
    OneOf,
    Query,
    YearlyBetween,
    day_value,
)
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.books import View
from clienteling.services.operations import Writing
from tests.support.book_model import Member
from tests.support.clock import START, Clock
from tests.support.company_customers import invent
from tests.support.company_members import members, shelf
from tests.support.program import Program

NORTH = ("001", "002", "008")  # who of S01 has a book, Wanda's of two stores among them


def keys(program: Program, session: Session) -> dict[str, str]:
    """The keys of the properties by name."""
    return {d.attribute.name: d.key for d in program.services.books.definitions(session)}


def ids(program: Program, session: Session, view: View, query: Query | None = None) -> list[int]:
    found: list[int] = program.services.books.find(session, view, query or Query()).ids.tolist()
    return found


def edited(program: Program, change: str, **values: object) -> None:
    """Change something directly and record it, as an import does."""

    def work(writing: Writing) -> None:
        writing.transaction.execute(text(change), values)
        customer = values.get("customer")
        writing.note("test", customer if isinstance(customer, int) else None, None, None)

    program.services.operations.write(None, Operation.IMPORT, work)


def judged(program: Program, session: Session, *holders: str) -> tuple[list[Member], tuple[PropertyDefinition, ...]]:
    definitions = program.services.books.definitions(session)
    return members(program.company, holders, definitions), definitions


QUERIES: dict[str, tuple[tuple[str, str, object], ...]] = {
    "everybody": (),
    "brand": (("one", "Brand", {"Fabrikam", "Northwind"}),),
    "interests": (("one", "Interests", {"golf"}),),
    "not a VIP": (("one", "VIP", {"false"}),),
    "visits": (("one", "Visits", {"0", "2"}),),
    "spend": (("between", "Spend", (1000, 4000)),),
    "size": (("between", "Size", ("37.5", 40)),),
    "churn": (("between", "Churn", (None, 50)),),
    "since": (("days", "Member since", 90),),
    "birthday": (("next", "Birthday", 90),),
    "birthday over New Year": (("yearly", "Birthday", ((12, 15), (1, 15))),),
    "remarks": (("has", "Remarks", "blue"),),
    "name": (("has", NAME, "MULLER"),),
    "phone": (("has", PHONE, "212-555"),),
    "e-mail": (("has", EMAIL, "example.org"),),
    "card": (("has", CARD, "lc-0003"),),
    "scanned card": (("has", CARD, "lc0003c0003"),),
    "several": (("one", "Brand", {"Fabrikam", "Contoso"}), ("one", "VIP", {"true"}), ("between", "Spend", (0, 4500))),
    "nobody": (("has", NAME, "nobody at all"),),
}


def query(name: str, properties: dict[str, str], today: date) -> Query:
    asked = Query()
    for kind, field, value in QUERIES[name]:
        key = properties.get(field, field)
        match kind, value:
            case "one", set(values):
                asked = asked.with_criterion(OneOf(key, frozenset(values)))
            case "between", (low, high):
                ends = [None if end is None else Decimal(str(end)) for end in (low, high)]
                asked = asked.with_criterion(Between(key, ends[0], ends[1]))
            case "days", int(days):
                asked = asked.with_criterion(Between(key, day_value(today - timedelta(days=days)), day_value(today)))
            case "next", int(days):
                asked = asked.with_criterion(NextDays(key, days))
            case "yearly", (first, last):
                asked = asked.with_criterion(YearlyBetween(key, first, last))
            case "has", str(typed):
                asked = asked.with_criterion(Contains(key, typed))
    return asked


@pytest.mark.parametrize("name", QUERIES)
def test_a_filter_finds_and_counts_whom_plain_python_does(program: Program, name: str) -> None:
    today = program.services.books.today(program.session("001"))
    for number, view, holders in (("001", View.MINE, ("001",)), ("003", View.STORE, NORTH)):
        session = program.session(number)
        there, definitions = judged(program, session, *holders)
        shelves = shelf(program.company, definitions, today)
        asked = query(name, keys(program, session), today)
        found = program.services.books.find(session, view, asked)
        assert found.ids.tolist() == shelves.find(there, asked)
        assert found.of == len(there)
        for facet in found.facets:
            left = [m for m in there if all(shelves.fits(m, c) for c in asked.without(facet.key).criteria)]
            for value in facet.values:
                assert value.count == sum(shelves.fits(m, value.criterion) for m in left)


def test_the_facets_are_those_that_headquarters_lets_refine(program: Program) -> None:
    found = program.services.books.find(program.session("001"), View.MINE, Query())
    labels = [facet.label for facet in found.facets]
    assert labels == [
        "Churn",
        "Birthday",
        "Brand",
        "Spend",
        "Size",
        "VIP",
        "Interests",
        "Remarks",
        "Visits",
        "Member since",
        "name",
        "phone",
        "email",
        "card",
    ]
    store = program.services.books.find(program.session("003"), View.STORE, Query())
    assert [facet.label for facet in store.facets] == ["holder", *labels]


def test_facets_speak_the_language_of_the_worker(program: Program) -> None:
    program.database.write(lambda tr: tr.execute(text("UPDATE worker SET language = 'lv'")))
    session = Session(
        program.services.sign_in.sign_in(program.company.registers["S01"], "001", "correct horse 1").worker,
        program.company.registers["S01"],
        START,
    )
    facets = program.services.books.find(session, View.MINE, Query()).facets
    brand = next(facet for facet in facets if facet.attribute and facet.attribute.name == "Brand")
    assert brand.label == "Zīmols"
    assert "Kontoso" in [value.label for value in brand.values]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", [NAME, "next_date", "score", HOLDER, "Brand", "Spend", "VIP", "Birthday", "Churn"])
def test_a_book_is_sorted_as_plain_python_sorts(sqlite_program: Program, sort: str, descending: bool) -> None:
    session = sqlite_program.session("003")
    there, definitions = judged(sqlite_program, session, *NORTH)
    today = sqlite_program.services.books.today(session)
    asked = Query((), keys(sqlite_program, session).get(sort, sort), descending)
    assert ids(sqlite_program, session, View.STORE, asked) == shelf(sqlite_program.company, definitions, today).find(
        there, asked
    )


def test_a_book_cannot_be_sorted_by_what_it_does_not_know(sqlite_program: Program) -> None:
    with pytest.raises(Invalid) as refusal:
        ids(sqlite_program, sqlite_program.session("001"), View.MINE, Query((), "colour"))
    assert refusal.value.field == "sort"


def test_the_two_views_show_the_own_book_and_those_of_the_store(program: Program) -> None:
    accounts = program.company.accounts
    views = {
        ("001", "S01", View.MINE): accounts(1, 10),
        ("003", "S01", View.MINE): [],
        ("003", "S01", View.STORE): accounts(1, 20),
        ("001", "S01", View.STORE): accounts(1, 20),
        ("008", "S01", View.MINE): accounts(17, 20),
        ("005", "S02", View.STORE): accounts(17, 20) + accounts(25, 29),
        ("008", "S02", View.STORE): accounts(17, 20) + accounts(25, 29),
        ("007", "B01", View.STORE): [program.company.customers[f"DEMF D-{n:04}"] for n in range(1, 5)],
    }
    for (number, store, view), expected in views.items():
        session = program.session(number, store)
        assert sorted(ids(program, session, view)) == sorted(expected)
        assert program.services.books.count(session, view) == len(expected)


def test_a_view_is_not_limited_to_the_stores_customer_address_books(program: Program) -> None:
    south = program.company.customers["C-0036"]
    program.services.book_changes.add(program.session("001"), [south])
    assert south in ids(program, program.session("001"), View.MINE)
    assert south in ids(program, program.session("003"), View.STORE)


def test_the_first_page_is_the_beginning_of_the_book_in_name_order(program: Program) -> None:
    session = program.session("003")
    for limit in (1, 7, 40):
        page = program.services.books.first_page(session, View.STORE, limit)
        assert [card.customer_id for card in page] == ids(program, session, View.STORE)[:limit]
        assert [name_key(card.name) for card in page] == sorted(name_key(card.name) for card in page)


def test_cards_come_in_the_asked_order_and_only_from_the_view(program: Program) -> None:
    session = program.session("001")
    accounts = program.company.accounts
    asked = [*reversed(accounts(1, 5)), *accounts(11, 12), program.company.customers["DEMF D-0001"], 7]
    mine = program.services.books.cards(session, View.MINE, asked)
    assert [card.customer_id for card in mine] == list(reversed(accounts(1, 5)))
    store = program.services.books.cards(session, View.STORE, asked)
    assert [card.customer_id for card in store] == [*reversed(accounts(1, 5)), *accounts(11, 12)]
    assert {card.holder.name for card in store if card.holder} == {"Anna Ozola", "Jens Holm"}


def test_the_book_is_there_after_the_first_customer(program: Program) -> None:
    session = program.session("003")
    assert program.services.books.book(session) is None
    program.services.book_changes.add(session, program.company.accounts(21, 21))
    book = program.services.books.book(session)
    assert book is not None
    assert (book.code, book.description, book.worker_id) == ("USMF-00005", "Mara Liepa", session.worker.id)


def test_colleagues_are_those_whose_books_the_store_sees(program: Program) -> None:
    sizes = program.services.books.colleagues(program.session("003"))
    assert [(size.name, size.customers) for size in sizes] == [
        ("Ada Boss", 0),
        ("Anna Ozola", 10),
        ("Boris Weg", 0),
        ("Jens Holm", 6),
        ("Mara Liepa", 0),
        ("Otto Alt", 0),
        ("Wanda Rivera", 4),
    ]


# Current after changes


def test_an_open_book_shows_the_own_changes_at_once(program: Program) -> None:
    session = program.session("001")
    accounts = program.company.accounts
    before = ids(program, session, View.MINE)
    program.services.book_changes.add(session, accounts(21, 24))
    assert set(ids(program, session, View.MINE)) == {*before, *accounts(21, 24)}
    program.services.book_changes.remove(session, accounts(1, 2))
    assert set(ids(program, session, View.MINE)) == {*accounts(3, 10), *accounts(21, 24)}
    assert [c.customer_id for c in program.services.books.first_page(session, View.MINE)] == ids(
        program, session, View.MINE
    )


def test_an_open_book_shows_what_other_programs_do(program: Program) -> None:
    session, manager = program.session("001"), program.session("003")
    accounts = program.company.accounts
    worker = program.company.worker_id
    with program.beside() as other:
        for reader in (program, other):
            assert len(ids(reader, session, View.MINE)) == 10
            assert len(ids(reader, manager, View.STORE)) == 20
        other.services.book_changes.add(session, accounts(21, 22))
        assert set(ids(program, session, View.MINE)) == {*accounts(1, 10), *accounts(21, 22)}
        program.services.book_changes.reassign(manager, accounts(1, 3), worker("001"), worker("002"))
        jens = OneOf(HOLDER, frozenset({str(worker("002"))}))
        for reader in (program, other):
            assert set(ids(reader, session, View.MINE)) == {*accounts(4, 10), *accounts(21, 22)}
            assert set(ids(reader, manager, View.STORE, Query((jens,)))) == {*accounts(11, 16), *accounts(1, 3)}


@pytest.mark.parametrize("behind", [timedelta(0), timedelta(seconds=9), timedelta(seconds=50)])
def test_an_open_book_shows_what_a_till_does_whose_clock_is_behind(program: Program, behind: timedelta) -> None:
    session = program.session("001")
    slow = Clock(START - behind)
    program.services.timelines.add_note(session, program.company.customers["C-0001"], "now")
    ids(program, session, View.MINE)
    with program.beside(slow) as other:
        for number in (21, 22, 23):
            other.services.book_changes.add(session, program.company.accounts(number, number))
            assert len(ids(program, session, View.MINE)) == number - 10
            program.services.timelines.add_note(session, program.company.customers["C-0001"], "again")


def test_an_open_book_shows_a_record_that_was_committed_after_a_newer_one(postgres_program: Program) -> None:
    session = postgres_program.session("001")
    accounts = postgres_program.company.accounts
    ids(postgres_program, session, View.MINE)

    with postgres_program.beside() as slow:

        def work(writing: Writing) -> None:
            # While this one is on its way, another till begins later and is done sooner.
            writing.note("holder", accounts(21, 21)[0], None, "001")
            key = slow.services.books.book(session)
            assert key is not None
            writing.transaction.execute(
                text("INSERT INTO holding (customer_id, book_id, name_key, since) VALUES (:c, :b, 'x', :at)"),
                {"c": accounts(21, 21)[0], "b": key.id, "at": START},
            )
            writing.transaction.keys()  # the record's key follows at once

        made = slow.database.write(lambda transaction: transaction.key())
        postgres_program.clock().replace(tzinfo=UTC)
        postgres_program.services.timelines.add_note(session, accounts(1, 1)[0], "newer")
        assert len(ids(postgres_program, session, View.MINE)) == 10
        slow.services.operations.write(session, Operation.ADD_TO_CLIENT_BOOK, work)
        assert made
        assert len(ids(postgres_program, session, View.MINE)) == 11


def test_an_open_book_shows_new_values_and_where_they_sort(program: Program) -> None:
    session = program.session("001")
    properties = keys(program, session)
    first = program.company.customers["C-0001"]
    spend = program.company.properties.attributes["Spend"].id
    rich = Query((Between(properties["Spend"], Decimal(50_000), None),))
    assert ids(program, session, View.MINE, rich) == []
    edited(
        program,
        "UPDATE customer_attribute SET number = 99999 WHERE customer_id = :customer AND attribute_id = :attribute",
        customer=first,
        attribute=spend,
    )
    assert ids(program, session, View.MINE, rich) == [first]
    facet = next(
        f for f in program.services.books.find(session, View.MINE, Query()).facets if f.key == properties["Spend"]
    )
    assert facet.highest == 99999
    assert facet.bars[-1].count == 1


def test_an_open_book_follows_what_headquarters_defines(program: Program) -> None:
    session = program.session("001")
    ids(program, session, View.MINE)
    entity = program.company.entities["USMF"].id
    brand = program.company.properties.attributes["Brand"]

    def work(writing: Writing) -> None:
        attributes.save_group(writing.transaction, "Short", [brand.id])
        company.set_parameter(writing.transaction, entity, company.CLIENT_BOOK_GROUP, "Short")
        company.set_parameter(writing.transaction, entity, company.MEASURES, "")
        writing.note("parameter", None, "Client book", "Short")

    program.services.operations.write(None, Operation.SET_UP, work)
    (card, *_) = program.services.books.first_page(session, View.MINE)
    assert [value.definition.attribute.name for value in card.properties] == ["Brand"]
    found = program.services.books.find(session, View.MINE, Query())
    assert found.facets[0].label == "Brand"
    with pytest.raises(Invalid):
        ids(program, session, View.MINE, Query((NextDays(f"attribute:{brand.id + 1}", 7),)))


def test_an_open_book_begins_a_new_day_at_the_stores_midnight(sqlite_program: Program) -> None:
    clock = sqlite_program.clock
    assert isinstance(clock, Clock)
    session = sqlite_program.session("001")
    properties = keys(sqlite_program, session)
    today = Query((NextDays(properties["Birthday"], 0),))
    fourth = sqlite_program.company.customers["C-0004"]  # 20 November
    clock.now = datetime(2026, 11, 20, 4, 59, tzinfo=UTC)  # 23:59 on the 19th in New York
    assert ids(sqlite_program, session, View.MINE, today) == []
    clock.now = datetime(2026, 11, 20, 5, 1, tzinfo=UTC)
    assert ids(sqlite_program, session, View.MINE, today) == [fourth]
    clock.now = datetime(2026, 11, 21, 5, 1, tzinfo=UTC)
    assert ids(sqlite_program, session, View.MINE, today) == []


def test_a_book_that_changed_a_lot_is_read_anew(program: Program) -> None:
    session = program.session("001")
    entity = program.company.entities["USMF"].id
    assert len(ids(program, session, View.MINE)) == 10

    def many(transaction: Transaction) -> list[int]:
        new = [transaction.key() for _ in range(2100)]
        transaction.add_all(
            t.CustomerRow(id=key, legal_entity_id=entity, account_number=f"M-{key}", name=f"M {key}", created=START)
            for key in new
        )
        return new

    new = program.database.write(many)
    program.services.book_changes.add(session, new)
    assert len(ids(program, session, View.MINE)) == 2110
    program.services.book_changes.remove(session, new[:300])
    assert len(ids(program, session, View.MINE)) == 1810


# Coming dates


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 11, 20), 0),
        (date(2026, 12, 30), 7),
        (date(2026, 12, 31), 0),
        (date(2027, 2, 27), 1),
        (date(2028, 2, 27), 1),
        (date(2028, 2, 27), 2),
        (date(2026, 6, 1), 365),
    ],
)
def test_coming_dates_are_those_of_the_next_days_soonest_first(sqlite_program: Program, today: date, days: int) -> None:
    clock = sqlite_program.clock
    assert isinstance(clock, Clock)
    clock.now = datetime(today.year, today.month, today.day, 17, tzinfo=UTC)
    session = sqlite_program.session("001")
    assert sqlite_program.services.books.today(session) == today
    births = {n: invent(n, "", ()).dates.get("Birthday") for n in range(1, 11)}
    expected = sorted(
        (days_until(day, today), sqlite_program.company.customers[f"C-{n:04}"])
        for n, day in births.items()
        if day is not None and days_until(day, today) <= days
    )
    found = sqlite_program.services.books.coming_dates(session, days)
    assert sorted(((d.next_day - today).days, d.customer_id) for d in found) == expected
    assert [d.next_day for d in found] == sorted(d.next_day for d in found)
    assert all(d.important.name == "Birthday" for d in found)


def test_coming_dates_are_those_of_the_own_book_with_the_phone_to_call(program: Program) -> None:
    session = program.session("001")
    (found,) = program.services.books.coming_dates(session, 0)
    assert (found.customer_id, found.important.day) == (program.company.customers["C-0004"], YearlyDate(11, 20))
    assert found.phone == "+12125550004"
    assert program.services.books.coming_dates(program.session("002"), 0) == ()
    assert program.services.books.coming_dates(program.session("003"), 365) == ()
