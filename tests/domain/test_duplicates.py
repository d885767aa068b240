"""Whether two files are about the same person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.dates import YearlyDate
from clienteling.domain.duplicates import (
    Agreement,
    Field,
    Identity,
    Likely,
    days_agree,
    differing,
    distance,
    emails_agree,
    likely,
    likeness,
    names_agree,
    phones_agree,
)

SAME, NEAR, DIFFERENT = Agreement.SAME, Agreement.NEAR, Agreement.DIFFERENT

_words = st.text(alphabet="abcdeéøñ", min_size=1, max_size=9)
_names = st.lists(_words, min_size=1, max_size=4).map(" ".join)
_days = st.builds(YearlyDate.of, st.dates(date(1900, 1, 1), date(2026, 1, 1)))
_phones = st.text(alphabet="0123456789", min_size=5, max_size=11)
_identities = st.builds(
    Identity,
    name=st.one_of(st.just(""), _names),
    birth_date=st.none() | _days,
    phones=st.lists(_phones, max_size=2).map(tuple),
    emails=st.lists(_words.map(lambda w: f"{w}@example.org"), max_size=2).map(tuple),
)


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("Anna Berzina", "Anna Bērziņa", SAME),
        ("Bērziņa Anna", "Anna Bērziņa", SAME),
        ("ANNA  berzina", "Anna Bērziņa", SAME),
        ("Ana Berzina", "Anna Bērziņa", NEAR),
        ("Anna Bezrina", "Anna Bērziņa", NEAR),
        ("Anna Marija Bērziņa", "Anna Bērziņa", NEAR),
        ("A. Bērziņa", "Anna Bērziņa", NEAR),
        ("Christine Kalniņa", "Kristine Kalniņa", NEAR),
        ("Anna Kalniņa", "Anna Bērziņa", DIFFERENT),
        ("Anna", "Anna Bērziņa", DIFFERENT),
        ("Bērziņa", "Berzina", SAME),
        ("Li", "Lu", DIFFERENT),
    ],
)
def test_names_agree_in_any_order_and_spelling(one: str, other: str, agreement: Agreement) -> None:
    assert names_agree(one, other) is agreement
    assert names_agree(other, one) is agreement


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("+37120123456", "20 123 456", SAME),
        ("+37120123456", "+37120123466", NEAR),
        ("+37120123456", "+37120123546", NEAR),
        ("+37120123456", "+37129999999", DIFFERENT),
        ("0171 1234567", "+491711234567", SAME),
        ("12345", "12345", SAME),
        ("12345", "12346", DIFFERENT),
    ],
)
def test_phones_agree_with_and_without_the_countrys_code(one: str, other: str, agreement: Agreement) -> None:
    assert phones_agree(one, other) is agreement


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        (YearlyDate(11, 18, 1988), YearlyDate(11, 18, 1988), SAME),
        (YearlyDate(11, 18), YearlyDate(11, 18, 1988), NEAR),
        (YearlyDate(11, 18, 1989), YearlyDate(11, 18, 1988), NEAR),
        (YearlyDate(8, 11, 1988), YearlyDate(11, 8, 1988), NEAR),
        (YearlyDate(8, 12, 1988), YearlyDate(11, 8, 1988), DIFFERENT),
    ],
)
def test_birth_dates_agree_with_slips(one: YearlyDate, other: YearlyDate, agreement: Agreement) -> None:
    assert days_agree(one, other) is agreement


def test_emails_agree_without_case_and_with_a_slip() -> None:
    assert emails_agree("Anna@Example.org", "anna@example.org") is SAME
    assert emails_agree("ana@example.org", "anna@example.org") is NEAR
    assert emails_agree("jens@example.org", "anna@example.org") is DIFFERENT


def test_the_same_name_and_birth_date_with_a_mistyped_phone_is_the_same_person() -> None:
    typed = Identity("Anna Berzina", YearlyDate(11, 18, 1988), ("+37120123466",))
    known = Identity("Anna Bērziņa", YearlyDate(11, 18, 1988), ("+37120123456",), ("anna@example.org",))
    found = likeness(typed, known)
    assert found.is_likely
    assert [(c.field, c.agreement) for c in found.fields] == [
        (Field.NAME, SAME),
        (Field.BIRTH_DATE, SAME),
        (Field.PHONE, NEAR),
    ]
    assert (found.fields[2].one, found.fields[2].other) == ("+37120123466", "+37120123456")


def test_a_name_alone_is_enough_and_another_birth_date_is_not() -> None:
    anna = Identity("Anna Bērziņa", YearlyDate(11, 18, 1988))
    assert likeness(Identity("Anna Berzina"), anna).is_likely
    assert not likeness(Identity("Anna Berzina", YearlyDate(1, 2, 1955)), anna).is_likely
    assert not likeness(Identity("Ana Berzina"), anna).is_likely


def test_somebody_of_the_same_household_is_not_the_same_person() -> None:
    anna = Identity("Anna Bērziņa", phones=("+37120123456",))
    assert not likeness(Identity("Jānis Bērziņš", phones=("+37120123456",)), anna).is_likely


def test_the_most_likely_comes_first_and_the_unlikely_not_at_all() -> None:
    typed = Identity("Anna Berzina", phones=("+37120123456",))
    others = [
        Identity("Anna Bērziņa"),
        Identity("Jens Kjær"),
        Identity("Anna Bērziņa", phones=("+37120123456",)),
    ]
    found = likely(Likely(key, str(key), other.name, None, likeness(typed, other)) for key, other in enumerate(others))
    assert [candidate.customer_id for candidate in found] == [2, 0]


@given(_identities, _identities)
def test_it_does_not_matter_who_comes_first(one: Identity, other: Identity) -> None:
    here, there = likeness(one, other), likeness(other, one)
    assert here.score == there.score
    assert {(c.field, c.agreement) for c in here.fields} == {(c.field, c.agreement) for c in there.fields}


@given(_identities, _identities)
def test_nobody_is_more_like_somebody_than_they_are_themselves(one: Identity, other: Identity) -> None:
    assert likeness(one, other).score <= likeness(one, one).score


@given(_identities)
def test_a_field_is_compared_only_if_both_have_it(one: Identity) -> None:
    assert likeness(one, Identity("")).fields == ()
    assert likeness(one, Identity("")).score == 0


def _slips(one: str, other: str) -> int:
    """The textbook's recursion, as slow as it is plain."""
    if not one or not other:
        return len(one) + len(other)
    best = min(
        _slips(one[1:], other) + 1,
        _slips(one, other[1:]) + 1,
        _slips(one[1:], other[1:]) + (one[0] != other[0]),
    )
    if len(one) > 1 and len(other) > 1 and one[0] == other[1] and one[1] == other[0]:
        best = min(best, _slips(one[2:], other[2:]) + 1)
    return best


@given(st.text(alphabet="abc", max_size=5), st.text(alphabet="abc", max_size=5))
def test_slips_are_counted_as_by_the_textbook(one: str, other: str) -> None:
    expected = _slips(one, other)
    assert distance(one, other) == expected or abs(len(one) - len(other)) > 2


def test_the_digits_that_differ_are_found_whatever_the_notation() -> None:
    assert differing("20 123 466", "20 123 456") == {8}
    assert differing("+371 20123466", "+371 20 123 456") == {11}
    assert differing("Anna", "Ānna") == frozenset()
    assert differing("Anna", "Hanna") == frozenset()
    assert differing("Hanna", "Anna") == {0}


@given(_phones, _phones)
def test_without_the_differing_digits_the_rest_is_the_same(one: str, other: str) -> None:
    left = "".join(c for place, c in enumerate(one) if place not in differing(one, other))
    right = "".join(c for place, c in enumerate(other) if place not in differing(other, one))
    assert left == right
