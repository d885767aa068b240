"""An open book against the same book in plain Python, before and after edits."""

from collections.abc import Sequence
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clienteling.domain.attribute import (
    DisplayControl,
)
from clienteling.domain.errors import Invalid
from clienteling.domain.filters import (
    FIELDS,
    HOLDER,
    Contains,
    Criterion,
    Facet,
    NextDays,
    OneOf,
    Query,
)
from clienteling.services.open_book import Found, OpenBook
from tests.support.book_examples import (
    DATES,
    DEFINITIONS,
    NAMES,
    NUMBERS,
    SHELF,
    TODAY,
    YEARLY,
    C,
    empty,
    member,
    opened,
    queries,
    update,
)
from tests.support.book_model import Member, Shelf, rows_of
from tests.support.effort import examples


def check(book: OpenBook, members: Sequence[Member], query: Query) -> None:
    found = book.find(query, "en", more=book.has_history)
    assert found.ids.tolist() == SHELF.find(members, query)
    assert found.of == len(members)
    for facet in found.facets:
        check_facet(facet, members, query)


def check_facet(facet: Facet, members: Sequence[Member], query: Query) -> None:
    """FLT-3: each value counts whom it would leave under the other filters."""
    assert facet.criterion == query.criterion(facet.key)
    left = [m for m in members if all(SHELF.fits(m, c) for c in query.without(facet.key).criteria)]
    for choice in facet.values:
        assert choice.count == sum(SHELF.fits(m, choice.criterion) for m in left)
    if facet.control is DisplayControl.LIST:
        assert {v for m in members for v in SHELF.choices(m, facet.key)} <= {v.value for v in facet.values}
    known = [SHELF.number(m, facet.key) for m in left if facet.key in NUMBERS - DATES]
    numbers = [float(number) for number in known if number is not None]
    if facet.control is DisplayControl.RANGE:
        assert sum(choice.count for choice in facet.values) == (len(numbers) if facet.values else 0)
    if facet.bars:
        assert facet.lowest == facet.bars[0].low
        assert facet.highest == facet.bars[-1].high
        assert sum(bar.count for bar in facet.bars) == len(numbers)
        for bar in facet.bars:
            last = bar is facet.bars[-1]
            assert bar.count == sum(bar.low <= n < bar.high or (last and n == bar.high) for n in numbers)


@settings(max_examples=examples(40))
@given(st.integers(0, 2**32), st.integers(0, 80), st.booleans())
def test_a_book_finds_counts_and_sorts_as_a_list_would(seed: int, size: int, more: bool) -> None:
    random = Random(seed)
    members = [member(100 + number, random) for number in range(size)]
    book = opened(members, more=more)
    for query in queries(random, book):
        check(book, members, query)


@settings(max_examples=examples(20))
@given(st.integers(0, 2**32), st.integers(0, 30), st.lists(st.integers(0, 12), min_size=1, max_size=5), st.booleans())
def test_a_book_that_was_edited_is_one_that_was_opened_afterwards(
    seed: int, size: int, edits: list[int], more: bool
) -> None:
    random = Random(seed)
    there = {100 + number: member(100 + number, random) for number in range(size)}
    book = opened(list(there.values()), more=more)
    asked = some_queries(random, book)
    for query in asked:
        check(book, list(there.values()), query)
    for number in edits:
        changed = random.sample(range(100, 100 + size + 5), min(number, size + 5))
        for key in changed:
            if random.random() < 0.3:
                there.pop(key, None)
            else:
                there[key] = member(key, random)
        update(book, [there[key] for key in changed if key in there], changed)
        if random.random() < 0.3:
            book = kept(book)
        # What was asked before is answered from what is remembered, corrected by the edit.
        asked += some_queries(random, book)
        for query in asked[-12:]:
            check(book, list(there.values()), query)


def some_queries(random: Random, book: OpenBook) -> list[Query]:
    every = queries(random, book)
    return random.sample(every, 8)


@pytest.mark.parametrize("size", [0, 64, 257])
def test_a_book_grows_over_any_number_of_slots(size: int) -> None:
    random = Random(size)
    members = [member(1000 + number, random) for number in range(size)]
    book = opened(members)
    for more in (1, 63, 256, 300):
        new = [member(1000 + len(members) + number, random) for number in range(more)]
        members += new
        book.update(rows_of(new, DEFINITIONS), [m.id for m in new])
        for query in queries(random, book)[:4]:
            check(book, members, query)
    book.update(rows_of([], DEFINITIONS), [m.id for m in members])
    assert book.find(Query(), "en").of == 0


def kept(book: OpenBook) -> OpenBook:
    """The same book, as another program takes it up from what was kept."""
    again = empty()
    assert again.restore(book.pieces())
    assert (again.as_of, again.seen, again.size) == (book.as_of, book.seen, book.size)
    return again


def test_a_book_that_stays_open_over_midnight_counts_from_the_new_day() -> None:
    random = Random(7)
    members = [member(100 + number, random) for number in range(60)]
    book = opened(members)
    days = [Query((NextDays(key, number),), "next_date") for key in sorted(YEARLY) for number in (0, 7, 90)]
    for today in (TODAY, date(2027, 2, 28), date(2027, 12, 31), date(2028, 2, 29)):
        book.turn_to(today)
        for query in days:
            expected = Shelf(DEFINITIONS, NAMES, today).find(members, query)
            assert book.find(query, "en").ids.tolist() == expected


def facet(found: Found, key: str) -> Facet:
    return next(facet for facet in found.facets if facet.key == key)


def test_every_filter_has_the_control_that_suits_its_values() -> None:
    random = Random(1)
    found = opened([member(number, random) for number in range(60)]).find(Query(), "en")
    controls = {facet.key: facet.control for facet in found.facets}
    assert controls == {
        HOLDER: C.LIST,
        "attribute:1": C.LIST,
        "attribute:2": C.LIST,
        "attribute:3": C.TEXT_BOX,
        "attribute:4": C.SLIDER_WITH_BARS,
        "attribute:5": C.RANGE,
        "attribute:6": C.LIST,
        "attribute:7": C.LIST,
        "attribute:8": C.WINDOW,
        "attribute:9": C.WINDOW,
        "attribute:10": C.WINDOW,
        "attribute:12": C.RANGE,
        "attribute:13": C.SLIDER_WITH_BARS,
        "measure:1": C.SLIDER_WITH_BARS,
        "measure:2": C.LIST,
        "measure:3": C.WINDOW,
        **dict.fromkeys(FIELDS, C.TEXT_BOX),
    }


def test_values_of_a_list_come_in_the_order_of_headquarters_and_then_by_themselves() -> None:
    values = ["Ēriks", "high", "low", "medium", "Anna"]
    members = [Member(number, "A", 1, values={"attribute:1": value}) for number, value in enumerate(values)]
    found = opened(members).find(Query(), "en")
    assert [value.value for value in facet(found, "attribute:1").values] == [
        "low",
        "medium",
        "high",
        "Anna",
        "Ēriks",
    ]


def test_holders_come_by_how_many_customers_they_have_and_then_by_name() -> None:
    members = [Member(number, "A", holder) for number, holder in enumerate([1, 3, 3, 2])]
    found = opened(members).find(Query(), "en")
    shown = [(value.label, value.count) for value in facet(found, HOLDER).values]
    assert shown == [("Zane", 2), ("anna Bērziņa", 1), ("Ērika Ozola", 1)]


def test_a_book_of_one_worker_cannot_be_filtered_by_holder() -> None:
    book = OpenBook(book_ids=(1,), definitions=(), names={1: "Anna"}, today=TODAY)
    book.load(rows_of([Member(1, "A", 1)], ()))
    assert [facet.key for facet in book.find(Query(), "en").facets] == list(FIELDS)


def test_a_list_with_too_many_values_becomes_a_text_box() -> None:
    members = [Member(n, "A", 1, values={"attribute:1": f"value {n}"}) for n in range(301)]
    book = opened(members)
    assert facet(book.find(Query(), "en"), "attribute:1").control is DisplayControl.TEXT_BOX
    assert book.find(Query((Contains("attribute:1", "VALUE 300"),)), "en").ids.tolist() == [300]


@pytest.mark.parametrize("asked", [Contains("attribute:1", "low"), OneOf("attribute:99", frozenset())])
def test_a_filter_that_does_not_fit_is_refused_and_not_left_out(asked: Criterion) -> None:
    with pytest.raises(Invalid) as refusal:
        opened([Member(1, "A", 1)]).find(Query((asked,)), "en")
    assert refusal.value.field == asked.key


def test_values_from_before_a_type_was_changed_are_no_values() -> None:
    members = [Member(1, "A", 1, values={"attribute:1": 7, "attribute:4": "seven", "attribute:7": "x"})]
    found = opened(members).find(Query(), "en")
    assert facet(found, "attribute:1").values == facet(found, "attribute:7").values == ()
    assert facet(found, "attribute:4").bars == ()


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", ["next_date", "score", "attribute:1", "attribute:3", "attribute:4", "attribute:9"])
def test_who_has_no_value_comes_last_in_either_direction(sort: str, descending: bool) -> None:
    random = Random(3)
    members = [member(number, random) for number in range(50)]
    found = opened(members).find(Query((), sort, descending), "en").ids.tolist()
    lacking = [Member(m.id, m.name, m.holder) for m in members]
    nobody = set(SHELF.find(lacking, Query())) - {
        m.id for m in members if sort in m.values or (sort == "score" and m.score is not None)
    }
    if sort == "next_date":
        nobody = {m.id for m in members if not YEARLY & m.values.keys()}
    assert nobody
    assert set(found[-len(nobody) :]) == nobody
