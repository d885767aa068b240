"""Cells: numbers, days, moments and words, as files have them."""

from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.activity import Restriction
from clienteling.domain.attribute import AttributeType
from clienteling.domain.errors import Invalid
from clienteling.services.importing.row import Formats, Row

RIGA = ZoneInfo("Europe/Riga")
GERMAN = Formats(decimal_comma=True, date_format="%d.%m.%Y")


def row(text: str, formats: Formats | None = None) -> Row:
    return Row(2, {"x": text}, (text,), formats or Formats())


def reason(error: pytest.ExceptionInfo[Invalid]) -> str:
    assert error.value.field == "x"
    return error.value.message


def test_texts_lose_the_space_around_them() -> None:
    assert row("  a b ").text("x") == "a b"


def test_what_a_row_does_not_have_is_what_is_stored() -> None:
    empty = Row(2, {}, (), Formats())
    assert empty.text("x", absent="old") == "old"
    assert empty.parts("x", absent=("a", "b")) == ("a", "b")
    assert empty.number("x", absent=Decimal(1)) == 1
    assert empty.whole("x", absent=2) == 2
    assert empty.day("x", absent=date(2026, 1, 2)) == date(2026, 1, 2)
    assert empty.yes("x", absent=True) is True
    assert empty.choice("x", Restriction, absent=Restriction.EXTERNAL) is Restriction.EXTERNAL


def test_an_empty_cell_is_not_what_is_stored() -> None:
    assert row("").text("x", absent="old") == ""
    assert row("").whole("x", absent=2) is None
    assert row(" ").day("x", absent=date(2026, 1, 2)) is None


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "x" * 201])
def test_what_cannot_be_stored_is_refused_but_can_be_looked_up(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        row(text).text("x")
    assert reason(refused)
    assert row("a\0b").peek("x") == ""


def test_lists_are_divided_and_have_everything_once() -> None:
    assert row(" a|b || a ").parts("x") == ("a", "b")


@pytest.mark.parametrize(
    ("text", "number"), [("12", "12"), ("-3.50", "-3.5"), ("+0.001", "0.001"), ("", None), ("007", "7")]
)
def test_numbers_have_a_decimal_point(text: str, number: str | None) -> None:
    assert row(text).number("x") == (None if number is None else Decimal(number))


@pytest.mark.parametrize("text", ["1,5", "1 000", "1e5", "NaN", "Infinity", "1_000", "٣", "--1", "1.", "9" * 16])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        row(text).number("x")
    assert "is no number" in reason(refused)


@pytest.mark.parametrize(("text", "number"), [("1.234,50", "1234.5"), ("1 234", "1234"), ("1\u00a0234,5", "1234.5")])
def test_a_decimal_comma_can_be_agreed_on(text: str, number: str) -> None:
    assert row(text, GERMAN).number("x") == Decimal(number)


def test_whole_numbers_keep_their_limits() -> None:
    assert row("3.0").whole("x") == 3
    for text, part in (("3.5", "not a whole number"), ("101", "not from 0 to 100"), ("-1", "not from 0 to 100")):
        with pytest.raises(Invalid) as refused:
            row(text).whole("x", lowest=0, highest=100)
        assert part in reason(refused)


@pytest.mark.parametrize("text", ["0.12345", "10000000000000"])
def test_amounts_are_stored_exactly_or_not_at_all(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        row(text).money("x")
    assert "too many digits" in reason(refused)
    assert row("9999999999.9999").money("x") == Decimal("9999999999.9999")


@pytest.mark.parametrize("text", ["2026-02-30", "yesterday", "30.02.2026", "2026-13-01", "0000-01-01"])
def test_impossible_days_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        row(text).day("x")
    assert reason(refused) == f"“{text}” is no date like 2026-11-22."


def test_days_are_written_as_agreed() -> None:
    assert row("03.02.2026", GERMAN).day("x") == date(2026, 2, 3)
    with pytest.raises(Invalid) as refused:
        row("2026-02-03", GERMAN).day("x")
    assert "like 22.11.2026" in reason(refused)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-02-03T10:00:00+01:00", datetime(2026, 2, 3, 9, tzinfo=UTC)),
        ("2026-02-03T10:00:00Z", datetime(2026, 2, 3, 10, tzinfo=UTC)),
        ("2026-02-03 10:00", datetime(2026, 2, 3, 8, tzinfo=UTC)),
        ("2026-07-03", datetime(2026, 7, 2, 21, tzinfo=UTC)),
        ("", None),
    ],
)
def test_moments_without_a_zone_are_those_of_the_place(text: str, moment: datetime | None) -> None:
    assert row(text).moment("x", RIGA) == moment


def test_moments_are_written_as_agreed() -> None:
    assert row("03.02.2026 10:00", GERMAN).moment("x", RIGA) == datetime(2026, 2, 3, 8, tzinfo=UTC)
    assert row("03.02.2026", GERMAN).moment("x", RIGA) == datetime(2026, 2, 2, 22, tzinfo=UTC)


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31T23:59:59-12:00", "1899-12-31"])
def test_moments_that_have_no_place_in_every_zone_are_refused(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        row(text).moment("x", RIGA)
    assert "between 1900 and 2199" in reason(refused)


@pytest.mark.parametrize(("text", "answer"), [("YES", True), ("n", False), ("0", False), ("true", True), ("", None)])
def test_yes_and_no_have_several_spellings(text: str, answer: bool | None) -> None:
    assert row(text).yes("x") is answer


def test_other_answers_than_yes_and_no_are_refused() -> None:
    with pytest.raises(Invalid) as refused:
        row("maybe").yes("x")
    assert "neither yes nor no" in reason(refused)


def test_words_of_a_short_list_are_known_in_any_case() -> None:
    assert row("Internal").choice("x", Restriction) is Restriction.INTERNAL
    with pytest.raises(Invalid) as refused:
        row("secret").choice("x", Restriction)
    assert reason(refused) == "“secret” is none of: internal, external."


def test_values_of_attributes_are_brought_into_their_own_form() -> None:
    assert row("1.234,5", GERMAN).plain("x", AttributeType.CURRENCY) == "1234.5"
    assert row("03.02.2026", GERMAN).plain("x", AttributeType.DATE_TIME) == "2026-02-03"
    assert row("03.02.2026", GERMAN).plain("x", AttributeType.TEXT) == "03.02.2026"


@given(text=st.text(max_size=40), comma=st.booleans(), date_format=st.sampled_from([None, "%d.%m.%Y", "%m/%d/%y"]))
def test_whatever_stands_in_a_cell_it_is_read_or_refused(text: str, comma: bool, date_format: str | None) -> None:
    cell = row(text, Formats(comma, date_format))
    asking = (
        lambda: cell.text("x"),
        lambda: cell.parts("x"),
        lambda: cell.money("x"),
        lambda: cell.whole("x"),
        lambda: cell.day("x"),
        lambda: cell.moment("x", RIGA),
        lambda: cell.yes("x"),
        lambda: cell.choice("x", Restriction),
        lambda: cell.plain("x", AttributeType.DATE_TIME),
    )
    for ask in asking:
        with suppress(Invalid):
            ask()
