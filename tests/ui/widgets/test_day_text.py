"""Days as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from clienteling.domain.customer_draft import day_text
from clienteling.domain.dates import YearlyDate
from clienteling.ui.widgets.day_text import DayText, age_on

TODAY = date(2026, 11, 22)


def days(language: str) -> DayText:
    return DayText(QLocale(language), TODAY)


@pytest.mark.parametrize(
    ("language", "typed", "kept"),
    [
        ("lv", "18.11.1988", "1988-11-18"),
        ("lv", "18.11.", "--11-18"),
        ("lv", "18/11/88", "1988-11-18"),
        ("lv", " 1.2.05 ", "2005-02-01"),
        ("lv", "18111988", "1988-11-18"),
        ("lv", "181188", "1988-11-18"),
        ("lv", "1811", "--11-18"),
        ("lv", "1988-11-18", "1988-11-18"),
        ("lv", "29.2", "--02-29"),
        ("en-US", "11/18/1988", "1988-11-18"),
        ("en-US", "11/18", "--11-18"),
        ("en-GB", "18/11/1988", "1988-11-18"),
        ("lv", "29.2.1989", "1989-02-29"),
        ("en-GB", "31/02", "--02-31"),
        ("lv", "311.2.1989", "311.2.1989"),
        ("lv", "soon", "soon"),
        ("lv", "1.2.3.4", "1.2.3.4"),
        ("lv", "1.2.198", "1.2.198"),
        ("lv", "", ""),
    ],
)
def test_a_day_is_read_in_the_order_of_the_language(language: str, typed: str, kept: str) -> None:
    assert days(language).read(typed) == kept


@pytest.mark.parametrize("language", ["lv", "en-US", "ja", "ar"])
@given(day=st.dates(date(1000, 1, 1), date(2026, 11, 22)), with_year=st.booleans())
def test_what_is_written_reads_the_same(language: str, day: date, with_year: bool) -> None:
    kept = day_text(YearlyDate(day.month, day.day, day.year if with_year else None))
    assert days(language).read(days(language).write(kept)) == kept


@given(st.text(max_size=20))
def test_what_is_no_day_stays_as_it_was_typed(typed: str) -> None:
    read = days("lv").read(typed)
    assert read == typed or days("lv").read(days("lv").write(read)) == read


def test_a_day_that_there_is_not_says_why_and_stands_as_it_was_typed() -> None:
    english = days("en-GB")
    kept = english.read("31/02/2026")
    assert english.write(kept) == "31/02/2026"
    assert english.what_is_wrong(kept) == "There is no day 31: February 2026 has 28 days."
    assert english.what_is_wrong(english.read("28/02/2026")) == english.what_is_wrong("soon") == ""


def test_an_age_needs_a_year_that_has_begun() -> None:
    assert age_on("1988-11-22", TODAY) == 38
    assert age_on("1988-11-23", TODAY) == 37
    assert age_on("--11-23", TODAY) is None
    assert age_on("2027-01-01", TODAY) is None
    assert age_on("18.11", TODAY) is None
