from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.errors import Invalid
from clienteling.domain.splitting import Part, Way, shares, split

SPENDS = st.lists(st.decimals(0, 100_000, places=2) | st.just(Decimal(0)), max_size=60)
TAKERS = st.lists(st.integers(1, 50), min_size=1, max_size=6, unique=True)


def parts_of(spends: list[Decimal]) -> list[Part]:
    return [Part(1000 + number, f"Customer {number}", spend, number % 3) for number, spend in enumerate(spends)]


@given(SPENDS, TAKERS, st.sampled_from(Way))
def test_nobody_is_lost_and_nobody_is_given_to_a_stranger(spends: list[Decimal], takers: list[int], way: Way) -> None:
    parts = parts_of(spends)
    chosen = split(way, parts, takers)
    assert chosen.keys() == {part.customer_id for part in parts}
    assert set(chosen.values()) <= set(takers)
    told = shares(parts, chosen, takers)
    assert [share.worker_id for share in told] == takers
    assert sum(share.customers for share in told) == len(parts)
    assert sum(share.spend for share in told) == sum(spends)
    assert sum(share.follow_ups for share in told) == sum(part.follow_ups for part in parts)


@given(SPENDS, TAKERS)
def test_by_number_the_shares_differ_by_one_at_most(spends: list[Decimal], takers: list[int]) -> None:
    numbers = Counter(dict.fromkeys(takers, 0))
    numbers.update(split(Way.NUMBER, parts_of(spends), takers).values())
    assert max(numbers.values()) - min(numbers.values()) <= 1


@given(SPENDS, TAKERS)
def test_by_spend_the_sums_differ_by_the_largest_single_spend_at_most(spends: list[Decimal], takers: list[int]) -> None:
    parts = parts_of(spends)
    told = shares(parts, split(Way.SPEND, parts, takers), takers)
    sums = [share.spend for share in told]
    assert max(sums) - min(sums) <= max(spends, default=Decimal(0))


@given(st.integers(0, 60), TAKERS)
def test_without_any_spend_both_ways_even_out_the_numbers(customers: int, takers: list[int]) -> None:
    parts = parts_of([Decimal(0)] * customers)
    for way in (Way.NUMBER, Way.SPEND):
        numbers = [share.customers for share in shares(parts, split(way, parts, takers), takers)]
        assert max(numbers) - min(numbers) <= 1


@given(SPENDS, TAKERS)
def test_the_same_book_is_always_split_alike(spends: list[Decimal], takers: list[int]) -> None:
    parts = parts_of(spends)
    for way in Way:
        assert split(way, parts, takers) == split(way, parts[::-1], takers)


@pytest.mark.parametrize("takers", [[], [1, 1]])
def test_without_colleagues_or_with_one_twice_nothing_is_split(takers: list[int]) -> None:
    with pytest.raises(Invalid) as refusal:
        split(Way.NUMBER, parts_of([Decimal(1)]), takers)
    assert refusal.value.field == "to"
