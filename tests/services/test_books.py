"""Client books as they are looked at, on real databases, against the same books in plain Python."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

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
from clienteling.domain.worker import Session
from clienteling.services.books import View
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
            case "yearly", ((int(month), int(day)), (int(to_month), int(to_day))):
                asked = asked.with_criterion(YearlyBetween(key, (month, day), (to_month, to_day)))
            case "has", str(typed):
                asked = asked.with_criterion(Contains(key, typed))
    return asked


@pytest.mark.parametrize(
    ("number", "view", "holders"), [("001", View.MINE, ("001",)), ("003", View.STORE, NORTH), ("003", View.MINE, ())]
)
def test_a_filter_finds_and_counts_whom_plain_python_does(
    program: Program, number: str, view: View, holders: tuple[str, ...]
) -> None:
    session = program.session(number)
    today = program.services.books.today(session)
    there, definitions = judged(program, session, *holders)
    shelves = shelf(program.company, definitions, today)
    for name in QUERIES:
        asked = query(name, keys(program, session), today)
        found = program.services.books.find(session, view, asked)
        assert (name, found.ids.tolist()) == (name, shelves.find(there, asked))
        assert found.of == len(there)
        for facet in found.facets:
            left = [m for m in there if all(shelves.fits(m, c) for c in asked.without(facet.key).criteria)]
            counted = {value.value: value.count for value in facet.values}
            wanted = {value.value: sum(shelves.fits(m, value.criterion) for m in left) for value in facet.values}
            assert (name, facet.label, counted) == (name, facet.label, wanted)


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
        count = program.services.books.count(session, view)
        assert (count, type(count)) == (len(expected), int)


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
