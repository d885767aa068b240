"""Chance that repeats itself: the same seed and the same words give the same throws."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from random import Random
from typing import TypeVar

Item = TypeVar("Item")

_PLACE = re.compile("[#*@]")
_LETTERS = "ABCDEFGHJKLMNPRSTUVWXY"


def dice(seed: int, *about: str | int) -> Random:
    """The dice for one matter, so that what is thrown about one never shifts what is thrown about another."""
    return Random(f"{seed}/{about}")  # noqa: S311 - invents people, guards nothing


def happens(throw: Random, chance: float) -> bool:
    return throw.random() < chance


def filled(throw: Random, pattern: str) -> str:
    """`pattern` with # as any digit, * as a digit from 1 to 9 and @ as a capital letter."""
    return _PLACE.sub(lambda place: _thrown(throw, place[0]), pattern)


def _thrown(throw: Random, place: str) -> str:
    match place:
        case "#":
            return str(int(throw.random() * 10))
        case "*":
            return str(1 + int(throw.random() * 9))
        case _:
            return throw.choice(_LETTERS)


def weighted(throw: Random, items: Sequence[Item], cumulated: Sequence[float]) -> Item:
    """One of `items` by cumulated weights."""
    return items[bisect(cumulated, throw.random() * cumulated[-1])]


def chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """`items` in lists of at most `size`, made one at a time."""
    source = iter(items)
    while chunk := list(islice(source, size)):
        yield chunk
