"""Every column against a plain Python predicate over the same values."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.columns import (
    Choices,
    Column,
    NameOrder,
    Numbers,
    Texts,
    choice_text,
    count,
    counts,
    pack,
    threshold_edges,
    unpack,
)
from clienteling.domain.dates import YearlyDate, days_until
from clienteling.domain.day_columns import Days, Yearly
from clienteling.domain.errors import Invalid
from clienteling.domain.filters import Between, Contains, Criterion, NextDays, OneOf, Ranges, Since, YearlyBetween
from clienteling.domain.text import fold, words

KEY = "attribute:1"
SLOTS = 128
Values = dict[int, list[Any]]
Filled = TypeVar("Filled", bound=Column)

slots = st.integers(0, SLOTS - 1)
days_of_year = st.dates(date(2028, 1, 1), date(2028, 12, 31)).map(lambda day: (day.month, day.day))
letters = st.sampled_from(["red", "blue", "green", "Red", "", "ēē", "38"])
numbers = st.integers(-6, 6).map(lambda half: half / 2)  # few, so that they often meet
sentences = st.text("ab É'-", max_size=12)


def filled(column: Filled, values: Values) -> Filled:
    """The column with values put in at once, as a book that is loaded does."""
    column.resize(SLOTS)
    pairs = [(slot, value) for slot, several in values.items() for value in several]
    column.fill([slot for slot, _ in pairs], [value for _, value in pairs])
    return column


def edited(column: Column, steps: Sequence[tuple[int, list[Any]]]) -> Values:
    """Put values into single slots, with a growth in between; what then must be there."""
    now: Values = {}
    for number, (slot, values) in enumerate(steps):
        if number == len(steps) // 2:
            column.resize(SLOTS + 64)
        column.put(slot, values)
        now[slot] = values
    return now


def matched(column: Column, criterion: Criterion) -> set[int]:
    found = set(np.flatnonzero(unpack(column.match(criterion))).tolist())
    assert found == {slot for slot in range(SLOTS) if column.fits(criterion, slot)} | {s for s in found if s >= SLOTS}
    return found


def expected(values: Values, fits: Callable[[list[Any]], bool]) -> set[int]:
    return {slot for slot, several in values.items() if several and fits(several)}


def several(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Values]:
    return st.dictionaries(slots, st.lists(values, max_size=most, unique=True), max_size=40)


def edits(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[list[tuple[int, list[Any]]]]:
    return st.lists(st.tuples(slots, st.lists(values, max_size=most, unique=True)), max_size=40)


@given(st.sets(slots), st.sets(slots))
def test_a_set_of_slots_survives_being_packed(some: set[int], others: set[int]) -> None:
    chosen = np.zeros(SLOTS, np.bool_)
    chosen[list(some)] = True
    other = np.zeros(SLOTS, np.bool_)
    other[list(others)] = True
    assert set(np.flatnonzero(unpack(pack(chosen))).tolist()) == some
    assert count(pack(chosen)) == len(some)
    both = np.vstack([pack(chosen), pack(other)])
    assert counts(both, pack(other)) == [len(some & others), len(others)]


@given(several(letters), edits(letters), st.frozensets(letters, max_size=3))
def test_choices_match_as_a_list_would(
    values: Values, steps: list[tuple[int, list[Any]]], asked: frozenset[str]
) -> None:
    column = filled(Choices(), values)
    now = {**values, **edited(column, steps)}
    assert matched(column, OneOf(KEY, asked)) == expected(now, lambda v: bool(asked & set(v)))


@given(several(letters), edits(letters))
def test_each_choice_counts_those_who_have_it(values: Values, steps: list[tuple[int, list[Any]]]) -> None:
    column = Choices()
    filled(column, values)
    now = {**values, **edited(column, steps)}
    everyone = np.full(column.sets.shape[1], 0xFFFFFFFFFFFFFFFF, np.uint64)
    found = dict(zip(column.values, counts(column.sets, everyone), strict=True))
    wanted = {letter: sum(letter in v for v in now.values()) for v in now.values() for letter in v}
    assert {value: number for value, number in found.items() if number} == wanted


@given(several(numbers, 1), edits(numbers, 1), st.none() | numbers, st.none() | numbers, st.booleans())
def test_numbers_match_as_a_comparison_would(
    values: Values, steps: list[tuple[int, list[Any]]], low: float | None, high: float | None, below: bool
) -> None:
    column = filled(Numbers(), values)
    now = {**values, **edited(column, steps)}
    asked = Between(KEY, None if low is None else Decimal(low), None if high is None else Decimal(high), below)

    def fits(several: list[float]) -> bool:
        (number,) = several
        above = low is None or number >= low
        return above and (high is None or number < high or (not below and number == high))

    assert matched(column, asked) == expected(now, fits)


@given(several(numbers, 1), edits(numbers, 1), st.lists(st.tuples(numbers, numbers), max_size=3))
def test_numbers_match_several_ranges_at_once(
    values: Values, steps: list[tuple[int, list[Any]]], ends: list[tuple[float, float]]
) -> None:
    column = filled(Numbers(), values)
    now = {**values, **edited(column, steps)}
    asked = Ranges(KEY, tuple(Between(KEY, Decimal(low), Decimal(high)) for low, high in ends))
    assert matched(column, asked) == expected(now, lambda v: any(low <= v[0] <= high for low, high in ends))


@given(
    several(st.integers(739_900, 740_100).map(float), 1),
    edits(st.integers(739_900, 740_100).map(float), 1),
    st.integers(0, 120),
)
def test_days_match_by_how_long_ago_they_were(values: Values, steps: list[tuple[int, list[Any]]], days: int) -> None:
    today = date.fromordinal(740_000)
    column = filled(Days(today - timedelta(days=40)), values)
    now = {**values, **edited(column, steps)}
    column.turn_to(today)
    ago = {slot: 740_000 - several[0] for slot, several in now.items() if several}
    within = {slot for slot, gone in ago.items() if 0 <= gone <= days}
    ahead = {slot for slot, gone in ago.items() if gone < 0}
    assert matched(column, Since(KEY, days, more=False)) == within
    assert set(range(SLOTS)) - matched(column, Since(KEY, days, more=True)) == within | ahead
    assert matched(column, NextDays(KEY, days)) == {slot for slot, gone in ago.items() if 0 <= -gone <= days}


def test_what_never_was_is_longer_ago_than_anything() -> None:
    column = filled(Days(date(2026, 11, 22)), {3: [float(date(2026, 11, 22).toordinal())]})
    assert matched(column, Since(KEY, 100_000, more=True)) == set(range(SLOTS)) - {3}
    assert matched(column, Since(KEY, 100_000, more=False)) == {3}


@given(several(numbers, 1), edits(numbers, 1))
def test_the_bars_hold_every_number_where_it_belongs(values: Values, steps: list[tuple[int, list[Any]]]) -> None:
    column = Numbers()
    filled(column, values)
    now = {**values, **edited(column, steps)}
    known = [number for several in now.values() for number in several]
    check_parts(column, known)
    if len(set(known)) > 1:
        assert column.edges[0] <= min(known)
        assert max(known) <= column.edges[-1]


@given(several(numbers, 1), edits(numbers, 1), st.sets(numbers, min_size=1, max_size=3))
def test_the_ranges_between_thresholds_hold_every_number(
    values: Values, steps: list[tuple[int, list[Any]]], thresholds: set[float]
) -> None:
    edges = threshold_edges(sorted(Decimal(t) for t in thresholds))
    column = Numbers(thresholds=edges)
    filled(column, values)
    now = {**values, **edited(column, steps)}
    assert column.edges == edges
    check_parts(column, [number for several in now.values() for number in several])


def check_parts(column: Numbers, known: list[float]) -> None:
    everyone = np.full(column.sets.shape[1], 0xFFFFFFFFFFFFFFFF, np.uint64)
    parts = list(zip(column.edges, column.edges[1:], strict=False))
    wanted = [
        sum(low <= n < high or (n == high and row == len(parts) - 1) for n in known)
        for row, (low, high) in enumerate(parts)
    ]
    assert counts(column.sets, everyone) == wanted
    assert not parts or sum(wanted) == len(known)


def test_there_are_no_ranges_without_thresholds() -> None:
    assert threshold_edges([]) == ()
    assert threshold_edges([Decimal(10), Decimal(20)]) == (float("-inf"), 10.0, 20.0, float("inf"))


@given(
    several(days_of_year, 1),
    edits(days_of_year, 1),
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.integers(0, 366),
)
def test_yearly_dates_match_the_next_days_as_a_calendar_would(
    values: Values, steps: list[tuple[int, list[Any]]], today: date, days: int
) -> None:
    column = filled(Yearly(today), values)
    now = {**values, **edited(column, steps)}
    assert matched(column, NextDays(KEY, days)) == expected(now, lambda v: days_until(YearlyDate(*v[0]), today) <= days)


def test_nobody_without_a_date_comes_round_in_any_number_of_days() -> None:
    column = filled(Yearly(date(2026, 11, 22)), {5: [(11, 21)]})
    assert matched(column, NextDays(KEY, 100_000)) == {5}


@given(several(days_of_year, 1), edits(days_of_year, 1), days_of_year, days_of_year)
def test_yearly_dates_match_a_part_of_the_year(
    values: Values,
    steps: list[tuple[int, list[Any]]],
    first: tuple[int, int],
    last: tuple[int, int],
) -> None:
    column = filled(Yearly(date(2026, 11, 22)), values)
    now = {**values, **edited(column, steps)}

    def fits(several: list[tuple[int, int]]) -> bool:
        (day,) = several
        return first <= day <= last if first <= last else day >= first or day <= last

    assert matched(column, YearlyBetween(KEY, first, last)) == expected(now, fits)


def test_over_new_year_29_february_and_the_window_agree() -> None:
    today = date(2026, 12, 20)
    column = filled(Yearly(today), {0: [(12, 20)], 1: [(1, 3)], 2: [(12, 19)], 3: [(2, 29)], 4: []})
    assert matched(column, NextDays(KEY, 14)) == {0, 1}
    assert matched(column, NextDays(KEY, (date(2027, 2, 28) - today).days)) == {0, 1, 3}
    assert matched(column, YearlyBetween(KEY, (12, 20), (1, 3))) == {0, 1}


@given(several(sentences), edits(sentences), sentences)
def test_texts_match_when_all_typed_words_are_in_them(
    values: Values, steps: list[tuple[int, list[Any]]], typed: str
) -> None:
    column = filled(Texts(), values)
    now = {**values, **edited(column, steps)}
    found = matched(column, Contains(KEY, typed))
    asked = words(typed)
    wanted = expected(now, lambda v: all(word in fold(" ".join(v)) for word in asked))
    assert (found & set(now) if asked else set(now)) >= wanted
    assert not asked or found == wanted


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("BLUE", {1, 2}),
        ("zils juras", {3}),
        ("jūr", {3}),
        ("blue silk", {2}),
        ("o'brien", {4}),
        ("silky", set()),
    ],
)
def test_texts_are_compared_without_case_and_accents(typed: str, found: set[int]) -> None:
    column = filled(Texts(), {1: ["Blue eyes"], 2: ["likes BLUE silk"], 3: ["Jūras zils"], 4: ["O’Brien O'Brien"]})
    assert matched(column, Contains(KEY, typed)) == found


@pytest.mark.parametrize(
    ("typed", "found"), [("+1 (212) 555", {1}), ("5550", {1, 2}), ("371 29", {2}), ("none", set())]
)
def test_numbers_as_texts_are_compared_by_their_digits(typed: str, found: set[int]) -> None:
    column = filled(Texts(numeric=True), {1: ["12125550001", "2125550001"], 2: ["37129125550"], 3: []})
    assert matched(column, Contains(KEY, typed)) == found


ORDERED: list[tuple[Callable[[], Column], list[Any], list[Any]]] = [
    (Choices, ["blue", "red"], []),
    (lambda: Choices(numeric=True), [2.0, 9.0, 10.0, 38.5], []),
    (Numbers, [-2.0, 0.0, 10.5], []),
    (lambda: Days(date(2026, 11, 22)), [730_000.0, 740_000.0], []),
    (lambda: Yearly(date(2026, 11, 22)), [(11, 22), (12, 31), (1, 1), (11, 21)], []),
    (Texts, ["anna", "Ērika", "zoë"], []),
]


@pytest.mark.parametrize(("make", "values", "missing"), ORDERED)
def test_the_order_of_a_column_is_that_of_its_values_and_knows_who_has_none(
    make: Callable[[], Column], values: list[Any], missing: list[Any]
) -> None:
    places = list(range(len(values)))
    column = filled(make(), {len(values) - place: [values[place]] for place in places})
    keys = column.order(np.array([len(values) - place for place in places] + [100], np.int64))
    assert sorted(places, key=lambda place: keys[place]) == places
    assert len(set(keys[:-1].tolist())) == len(values)
    assert np.isnan(keys[-1])


@given(st.integers(0, 400), st.integers(1, 64))
def test_a_day_of_the_year_is_found_again_after_growing(number: int, more: int) -> None:
    today = date(2026, 1, 1) + timedelta(days=number)
    column = filled(Yearly(today), {3: [(today.month, today.day)]})
    column.resize(SLOTS + 64 * more)
    assert matched(column, NextDays(KEY, 0)) == {3}


@pytest.mark.parametrize(
    ("column", "criterion"),
    [
        (Choices(), Contains(KEY, "a")),
        (Numbers(), OneOf(KEY, frozenset())),
        (Yearly(date(2026, 1, 1)), Between(KEY, None, None)),
        (Texts(), NextDays(KEY, 7)),
    ],
)
def test_a_criterion_of_another_kind_is_refused(column: Column, criterion: Criterion) -> None:
    column.resize(64)
    with pytest.raises(Invalid, match="cannot be filtered like that") as refusal:
        column.match(criterion)
    assert refusal.value.field == KEY


@pytest.mark.parametrize(("value", "text"), [(38.0, "38"), (38.5, "38.5"), (0.1, "0.1"), ("38.0", "38.0")])
def test_a_choice_is_written_without_needless_digits(value: str | float, text: str) -> None:
    assert choice_text(value) == text


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 30), st.text("abc", max_size=2)), max_size=60))
def test_the_order_of_names_is_that_of_a_sorted_list(steps: list[tuple[bool, int, str]]) -> None:
    order = NameOrder(["b", "b"], [100, 101])
    there = {0: ("b", 100), 1: ("b", 101)}
    for adding, slot, name in steps:
        if adding and slot not in there:
            order.put(slot, name, 200 + slot)
            there[slot] = (name, 200 + slot)
        elif not adding and slot in there:
            order.drop(slot)
            del there[slot]
    assert order.slots.tolist() == sorted(there, key=lambda slot: there[slot])
