from datetime import date
from decimal import Decimal

from clienteling.domain.filters import Contains, NextDays, OneOf, Query, day_value

BRAND = OneOf("attribute:1", frozenset({"Fabrikam"}))
BIRTHDAY = NextDays("attribute:2", 30)


def test_a_criterion_takes_the_place_of_the_one_for_the_same_property() -> None:
    query = Query((BRAND, BIRTHDAY), "score", True)
    other = OneOf("attribute:1", frozenset({"Contoso"}))
    assert query.with_criterion(other) == Query((BIRTHDAY, other), "score", True)
    assert query.criterion("attribute:1") == BRAND


def test_a_criterion_is_taken_away_by_its_property() -> None:
    query = Query((BRAND, BIRTHDAY), "score", True)
    assert query.without("attribute:1") == Query((BIRTHDAY,), "score", True)
    assert query.without("name") == query
    assert Query((BRAND,)).with_criterion(Contains("name", "anna")).criterion("phone") is None


def test_days_compare_as_numbers() -> None:
    assert day_value(date(2026, 11, 23)) - day_value(date(2026, 11, 22)) == Decimal(1)
