"""Formats: values as a worker of a language reads them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication

from clienteling.domain.attribute import Attribute, AttributeType, Option, Value
from clienteling.domain.card import PropertyDefinition, PropertyValue
from clienteling.domain.dates import YearlyDate
from clienteling.ui.formats import DASH, Formats, level_of
from clienteling.ui.widgets.level_sign import Level

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 18)


@pytest.fixture
def english(qapp: QApplication) -> Formats:
    return Formats("en-GB", "EUR", "Europe/Riga")


@pytest.fixture
def latvian(qapp: QApplication) -> Formats:
    return Formats("lv-LV", "EUR", "Europe/Riga")


def _attribute(kind: AttributeType = AttributeType.TEXT, **more: object) -> Attribute:
    return Attribute(1, "Property", kind, **more)  # type: ignore[arg-type]


def _property(value: Value | None, attribute: Attribute | None = None, age: timedelta | None = None) -> PropertyValue:
    definition = PropertyDefinition("attribute:1", attribute or _attribute(), age is not None)
    return PropertyValue(definition, value, NOW - age if age is not None else None)


@pytest.mark.parametrize(
    ("language", "short", "other_year", "long", "yearly"),
    [
        ("en-GB", "18 Nov", "2 Sept 2025", "Wednesday, 18 November", "12 March"),
        ("en-US", "Nov 18", "Sep 2, 2025", "Wednesday, November 18", "March 12"),
        ("lv-LV", "18. nov.", "2025. gada 2. sept.", "trešdiena, 18. novembris", "12. marts"),
        ("da-DK", "18. nov.", "2. sep. 2025", "onsdag den 18. november", "12. marts"),
        ("ro-RO", "18 nov.", "2 sept. 2025", "miercuri, 18 noiembrie", "12 martie"),
        ("id-ID", "18 Nov", "2 Sep 2025", "Rabu, 18 November", "12 Maret"),
        ("hu-HU", "nov. 18.", "2025. szept. 2.", "november 18., szerda", "március 12."),
        ("ja-JP", "11月18日", "2025年9月2日", "11月18日水曜日", "3月12日"),
    ],
)
def test_days_follow_the_language(
    qapp: QApplication, language: str, short: str, other_year: str, long: str, yearly: str
) -> None:
    formats = Formats(language, "EUR", "Europe/Riga")
    assert formats.day(TODAY, TODAY) == short
    assert formats.day(date(2025, 9, 2), TODAY) == other_year
    assert formats.weekday(TODAY) == long
    assert formats.yearly(YearlyDate(3, 12, 1980)) == yearly


def test_the_leap_day_is_written_as_it_is(english: Formats) -> None:
    assert english.yearly(YearlyDate(2, 29)) == "29 February"


@pytest.mark.parametrize(("days", "text"), [(0, "today"), (1, "tomorrow"), (5, "in 5 days")])
def test_near_days_are_counted(english: Formats, days: int, text: str) -> None:
    assert english.days_away(days) == text


@pytest.mark.parametrize(("days", "text"), [(0, "today"), (1, "yesterday"), (12, "12 days ago")])
def test_past_days_are_counted(english: Formats, days: int, text: str) -> None:
    assert english.days_ago(TODAY - timedelta(days=days), TODAY) == text


def test_times_are_shown_in_the_zone_of_the_store(english: Formats) -> None:
    late = datetime(2026, 11, 17, 22, 30, tzinfo=UTC)
    assert english.time(late) == "00:30"
    assert english.today(late) == TODAY
    assert english.moment(late, NOW) == "Today, 00:30"


def test_moments_name_the_day_as_shortly_as_they_can(english: Formats) -> None:
    assert english.moment(NOW - timedelta(days=1), NOW) == "Yesterday, 11:30"
    assert english.moment(datetime(2026, 11, 6, 15, 20, tzinfo=UTC), NOW) == "6 Nov, 17:20"
    assert english.moment(datetime(2024, 9, 19, 8, 0, tzinfo=UTC), NOW) == "19 Sept 2024"
    new_year = datetime(2027, 1, 1, 8, 0, tzinfo=UTC)
    assert english.moment(datetime(2026, 12, 31, 8, 0, tzinfo=UTC), new_year) == "Yesterday, 10:00"


@pytest.mark.parametrize(
    ("passed", "text"),
    [
        (timedelta(minutes=20), "just now"),
        (timedelta(hours=1), "1 hour old"),
        (timedelta(hours=2), "2 hours old"),
        (timedelta(days=1), "1 day old"),
        (timedelta(days=3), "3 days old"),
    ],
)
def test_ages_are_told_in_hours_and_days(english: Formats, passed: timedelta, text: str) -> None:
    assert english.age(NOW - passed, NOW) == text


def test_occasions_say_when_in_words_while_they_are_near(english: Formats) -> None:
    assert english.occasion("Birthday", TODAY, TODAY) == "Birthday today"
    assert english.occasion("Birthday", TODAY + timedelta(days=1), TODAY) == "Birthday tomorrow"
    assert english.occasion("Birthday", TODAY + timedelta(days=3), TODAY) == "Birthday · Sat 21 Nov"


@pytest.mark.parametrize(
    ("language", "currency", "amount", "text"),
    [
        ("en-GB", "EUR", "18430.5", "€18,430.50"),
        ("lv-LV", "EUR", "18430.5", "18\N{NO-BREAK SPACE}430,50\N{NO-BREAK SPACE}€"),
        ("en-US", "USD", "-20.5", "−$20.50"),
        ("en-GB", "JPY", "1200", "¥1,200"),
        ("en-GB", "KWD", "1.5", "KWD\N{NO-BREAK SPACE}1.500"),
        ("da-DK", "DKK", "1000", "1.000,00\N{NO-BREAK SPACE}kr."),
    ],
)
def test_money_has_the_symbol_and_the_digits_of_its_currency(
    qapp: QApplication, language: str, currency: str, amount: str, text: str
) -> None:
    assert Formats(language, "EUR", "UTC").money(Decimal(amount), currency) == text


def test_limits_have_no_cents(english: Formats) -> None:
    assert english.money(25000, whole=True) == "€25,000"


def test_numbers_keep_the_decimals_they_have(english: Formats, latvian: Formats) -> None:
    assert english.number(12345) == "12,345"
    assert english.number(Decimal("12.50")) == "12.5"
    assert latvian.number(0.25) == "0,25"


def test_phones_of_the_own_country_are_written_nationally(english: Formats, latvian: Formats) -> None:
    assert english.phone("+37120123456") == "+371 20 123 456"
    assert latvian.phone("+37120123456") == "20 123 456"
    assert Formats("en-GB", "EUR", "UTC", country="LV").phone("+37120123456") == "20 123 456"


@pytest.mark.parametrize("typed", ["", "extension 12", "+", "+0000000"])
def test_what_is_no_number_stays_as_it_was_typed(english: Formats, typed: str) -> None:
    assert english.phone(typed) == typed


@pytest.mark.parametrize(
    ("value", "attribute", "text"),
    [
        (None, _attribute(), DASH),
        ((), _attribute(), DASH),
        ("", _attribute(), DASH),
        (True, _attribute(AttributeType.BOOLEAN), "Yes"),
        (False, _attribute(AttributeType.BOOLEAN), "No"),
        (38, _attribute(AttributeType.INTEGER, unit="EU"), "38\N{NO-BREAK SPACE}EU"),
        (Decimal("7.5"), _attribute(AttributeType.DECIMAL), "7.5"),
        (Decimal("18430"), _attribute(AttributeType.CURRENCY), "€18,430.00"),
        (Decimal("10"), _attribute(AttributeType.CURRENCY, unit="GBP"), "£10.00"),
        (date(2026, 3, 2), _attribute(AttributeType.DATE_TIME), "2 Mar"),
        (YearlyDate(3, 2), _attribute(AttributeType.REFERENCE), "2 March"),
        (("Aurel", "Nordlys"), _attribute(multi_value=True), "Aurel, Nordlys"),
    ],
)
def test_values_read_by_their_type(english: Formats, value: Value, attribute: Attribute, text: str) -> None:
    assert english.value(attribute, value, NOW) == text


def test_options_are_shown_in_the_language(latvian: Formats) -> None:
    attribute = _attribute(options=(Option("Low", {"lv": "Zems"}),))
    assert latvian.value(attribute, "Low", NOW) == "Zems"


@pytest.mark.parametrize(("day", "near"), [((11, 18), "today"), ((11, 23), "in 5 days"), ((12, 18), "in 30 days")])
def test_a_yearly_date_within_thirty_days_is_near(english: Formats, day: tuple[int, int], near: str) -> None:
    text = english.property_text(_property(YearlyDate(*day)), NOW)
    assert (text.near_text, text.text) == (near, "")
    assert text.muted_text.startswith(str(day[1]))


def test_a_yearly_date_further_away_is_written_out(english: Formats) -> None:
    text = english.property_text(_property(YearlyDate(12, 19)), NOW)
    assert (text.text, text.near_text, text.muted_text) == ("19 December", "", "")


def test_a_missing_property_is_a_dash_without_age(english: Formats) -> None:
    text = english.property_text(_property(None, age=timedelta(days=9)), NOW)
    assert (text.text, text.age_text, text.level) == (DASH, "", None)


def test_only_an_old_measure_says_its_age(english: Formats) -> None:
    assert english.property_text(_property("Call", age=timedelta(days=3)), NOW).age_text == "3 days old"
    assert english.property_text(_property("Call", age=timedelta(days=1)), NOW).age_text == ""
    assert english.property_text(_property("Call"), NOW).age_text == ""


def test_levels_run_from_the_first_option_to_the_last() -> None:
    options = tuple(map(Option, ("none", "some", "much", "all")))
    attribute = _attribute(options=options, levels=True)
    levels = [level_of(attribute, option.value) for option in options]
    assert levels == [Level.LOW, Level.MEDIUM, Level.MEDIUM, Level.HIGH]
    assert level_of(attribute, "unknown") is None
    assert level_of(_attribute(options=options), "all") is None
    assert level_of(_attribute(options=options[:1], levels=True), "none") is None


def test_a_property_is_spoken_in_one_line(english: Formats) -> None:
    assert english.property_text(_property(YearlyDate(11, 23)), NOW).spoken == "in 5 days, 23 Nov"
    assert english.property_text(_property("Call", age=timedelta(days=3)), NOW).spoken == "Call, 3 days old"
