"""Views as they are written down, and what is left of them when properties are gone."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.filters import (
    NAME,
    Between,
    Contains,
    Criterion,
    NextDays,
    OneOf,
    Query,
    Ranges,
    Since,
    YearlyBetween,
)
from clienteling.domain.saved_view import SavedView, read_query, write_query

keys = st.sampled_from(["attribute:1", "attribute:22", "measure:3", "holder", "phone", "score", "history:contact:7"])
ends = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12)
days = st.integers(0, 99_999)
days_of_year = st.dates(date(2028, 1, 1), date(2028, 12, 31)).map(lambda day: (day.month, day.day))
ranges = st.builds(Between, st.just("attribute:1"), ends, ends, st.booleans())
criteria: st.SearchStrategy[Criterion] = st.one_of(
    st.builds(OneOf, keys, st.frozensets(st.text(max_size=12), max_size=4)),
    st.builds(Between, keys, ends, ends, st.booleans()),
    st.lists(ranges, max_size=3).map(lambda parts: Ranges("attribute:1", tuple(parts))),
    st.builds(Since, keys, days, st.booleans()),
    st.builds(NextDays, keys, days),
    st.builds(YearlyBetween, keys, days_of_year, days_of_year),
    st.builds(Contains, keys, st.text(max_size=20)),
)
queries = st.builds(
    Query, st.lists(criteria, max_size=5, unique_by=lambda c: c.key).map(tuple), keys | st.just(NAME), st.booleans()
)


@given(queries, st.dictionaries(keys, st.text(max_size=10)))
def test_a_query_that_was_written_down_is_read_as_it_was(query: Query, names: dict[str, str]) -> None:
    written = read_query(write_query(query, names))
    assert written.query == query
    asked = {query.sort, *(criterion.key for criterion in query.criteria)}
    assert written.names == {key: name for key, name in names.items() if key in asked}


@given(queries, st.sets(keys))
def test_what_is_not_there_any_more_is_named_and_the_rest_is_asked(query: Query, gone: set[str]) -> None:
    names = {key: key.upper() for key in gone}
    there = {c.key for c in query.criteria} - gone
    orders = {query.sort, NAME} - gone | {NAME}
    left, lost = read_query(write_query(query, names)).among(there, orders)
    assert {c.key for c in left.criteria} == there
    assert left.sort in orders
    assert set(lost) == {key.upper() for key in {query.sort, *(c.key for c in query.criteria)} & gone}
    if not lost:
        assert left == query


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "null",
        "[]",
        "{}",
        '{"criteria": 7, "sort": {"key": "name"}, "descending": false}',
        '{"criteria": [{"key": "a"}], "sort": {"key": "name"}, "descending": false}',
        '{"criteria": [{"key": "a", "from": "much", "to": null}], "sort": {"key": "name"}, "descending": false}',
        '{"criteria": [{"key": "a", "from": null}], "sort": {"key": "name"}, "descending": false}',
        '{"criteria": [{"key": "a", "more_than_days": "x"}], "sort": {"key": "name"}, "descending": false}',
        '{"criteria": [], "sort": "name", "descending": false}',
        '{"criteria": [3], "sort": {"key": "name"}, "descending": false}',
    ],
)
def test_what_is_no_query_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_query(text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["criteria", "sort", "descending", "key", "one_of", "from", "to", "ranges"]), inner
            )
        ),
    )
)
def test_any_document_is_a_query_or_is_refused(document: object) -> None:
    try:
        read_query(json.dumps(document))
    except ValueError:
        return


def test_a_view_is_changed_when_something_else_is_asked_and_not_when_it_is_asked_in_another_order() -> None:
    one, other = OneOf("attribute:1", frozenset({"a"})), Between("attribute:2", Decimal(1), None)
    view = SavedView(1, "Name", 7, "Anna", False, Query((one, other), "score", True), 1)
    assert not view.is_changed(Query((other, one), "score", True))
    for query in (Query((one,), "score", True), Query((one, other), "score"), Query((one, other), NAME, True)):
        assert view.is_changed(query)
