"""Splitting a book over several colleagues: who gets whom.

By number, the shares differ by one customer at most; the biggest spenders are dealt out first, so that spend is near,
too.

By spend, the sums differ by the largest spend of one customer at most: the next one, the biggest spenders first, always
goes to whoever has got the least so far. Customers without spend then even out the numbers, as far as they can.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from clienteling.domain.errors import Invalid, mark


class Way(StrEnum):
    """How a book is split."""

    NUMBER = "number"
    SPEND = "spend"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Part:
    """A customer of the book that is split: what they have spent, and what is open to be followed up with them."""

    customer_id: int
    name: str
    spend: Decimal = Decimal(0)
    follow_ups: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """What one colleague gets."""

    worker_id: int
    customers: int
    spend: Decimal
    follow_ups: int


def split(way: Way, parts: Sequence[Part], takers: Sequence[int]) -> dict[int, int]:
    """The colleague of each customer; by hand, at first the same as by number. Raises `Invalid` without colleagues."""
    if not takers:
        raise Invalid("to", mark("Choose at least one colleague."))
    if len(set(takers)) < len(takers):
        raise Invalid("to", mark("A colleague is named twice."))
    return _by_spend(parts, takers) if way is Way.SPEND else _by_number(parts, takers)


def shares(parts: Iterable[Part], chosen: Mapping[int, int], takers: Sequence[int]) -> tuple[Share, ...]:
    """What each colleague gets, in their order."""
    found = {worker_id: Share(worker_id, 0, Decimal(0), 0) for worker_id in takers}
    for part in parts:
        worker_id = chosen[part.customer_id]
        had = found[worker_id]
        found[worker_id] = Share(worker_id, had.customers + 1, had.spend + part.spend, had.follow_ups + part.follow_ups)
    return tuple(found.values())


def _by_number(parts: Sequence[Part], takers: Sequence[int]) -> dict[int, int]:
    """Dealt out there and back, so that nobody always has the first choice."""
    chosen: dict[int, int] = {}
    for place, part in enumerate(_biggest_first(parts)):
        turn, seat = divmod(place, len(takers))
        chosen[part.customer_id] = takers[seat if turn % 2 == 0 else len(takers) - 1 - seat]
    return chosen


def _by_spend(parts: Sequence[Part], takers: Sequence[int]) -> dict[int, int]:
    sums = dict.fromkeys(takers, Decimal(0))
    numbers = dict.fromkeys(takers, 0)
    chosen: dict[int, int] = {}
    for part in _biggest_first(parts):
        if part.spend > 0:
            taker = min(takers, key=lambda one: (sums[one], numbers[one]))
        else:
            taker = min(takers, key=lambda one: numbers[one])
        chosen[part.customer_id] = taker
        sums[taker] += max(part.spend, Decimal(0))
        numbers[taker] += 1
    return chosen


def _biggest_first(parts: Sequence[Part]) -> list[Part]:
    return sorted(parts, key=lambda part: (-part.spend, part.customer_id))
