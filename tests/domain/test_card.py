from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.attribute import Attribute, AttributeType
from clienteling.domain.card import MOST_MEASURES, OLD_AFTER, card_properties, is_old
from clienteling.domain.parameters import CARD_PLACES


def some(count: int) -> list[Attribute]:
    return [Attribute(number, f"Property {number}", AttributeType.TEXT) for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("measures", "attributes", "keys"),
    [
        (0, 5, ["attribute:1", "attribute:2", "attribute:3"]),
        (1, 5, ["measure:1", "attribute:1", "attribute:2"]),
        (2, 5, ["measure:1", "measure:2", "attribute:1"]),
        (3, 5, ["measure:1", "measure:2", "measure:3"]),
        (2, 0, ["measure:1", "measure:2"]),
        (0, 0, []),
    ],
)
def test_a_card_shows_the_measures_and_then_the_first_attributes(
    measures: int, attributes: int, keys: list[str]
) -> None:
    shown = card_properties(some(measures), some(attributes), CARD_PLACES.default)
    assert [definition.key for definition in shown] == keys
    assert [definition.is_measure for definition in shown] == [key.startswith("m") for key in keys]


@given(st.integers(0, 6), st.integers(0, 9), st.integers(3, 6))
def test_the_places_are_filled_by_measures_before_attributes_in_their_order(
    measures: int, attributes: int, places: int
) -> None:
    shown = card_properties(some(measures), some(attributes), places)
    chosen = min(measures, MOST_MEASURES)
    left = min(attributes, places - chosen)
    assert [definition.key for definition in shown] == [
        *(f"measure:{number}" for number in range(1, chosen + 1)),
        *(f"attribute:{number}" for number in range(1, left + 1)),
    ]


def test_a_measure_is_old_after_two_days() -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    assert not is_old(now - OLD_AFTER, now)
    assert is_old(now - OLD_AFTER - timedelta(seconds=1), now)
