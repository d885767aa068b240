"""Keys in order with their codes: dictionaries of numbers that are searched all at once."""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Codes = NDArray[np.int32]

T = TypeVar("T", bound=np.generic)

MISSING = -1


def unlike(keys: NDArray[T]) -> NDArray[T]:
    """The different keys in order. `numpy.unique` goes by hashes, which takes several times as long for millions."""
    if not len(keys):
        return keys
    ordered = np.sort(keys)
    return ordered[_firsts(ordered)]


def ranked(keys: NDArray[T]) -> tuple[NDArray[T], NDArray[np.int64]]:
    """The different keys in order, and for each key its place among them."""
    order = np.argsort(keys)
    ordered = keys[order]
    first = _firsts(ordered)
    places = np.empty(len(keys), np.int64)
    places[order] = np.cumsum(first) - 1
    return ordered[first], places


def again(keys: Keys) -> NDArray[np.bool_]:
    """Which keys were there before, further to the front."""
    order = np.argsort(keys, kind="stable")
    repeated = np.empty(len(keys), np.bool_)
    repeated[order] = ~_firsts(keys[order])
    return repeated


def found_in(keys: Keys, ordered: Keys) -> NDArray[np.bool_]:
    """Which keys are among those in order."""
    if not len(ordered):
        return np.zeros(len(keys), np.bool_)
    found: NDArray[np.bool_] = ordered[np.minimum(np.searchsorted(ordered, keys), len(ordered) - 1)] == keys
    return found


def order_of(keys: Keys, then: NDArray[np.uint32]) -> NDArray[np.int64]:
    """The order by keys, then by the others: `numpy.lexsort` in a third of its time."""
    _, places = ranked(keys)
    return np.argsort(places.astype(np.uint64) << np.uint64(32) | then)


def _firsts(ordered: NDArray[Any]) -> NDArray[np.bool_]:
    """Which keys differ from the one before."""
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first


def look_up(keys: Keys, codes: NDArray[Any], wanted: Keys) -> Codes:
    """The codes of what is wanted; `MISSING` for what is not among the keys."""
    if not len(keys):
        return np.full(len(wanted), MISSING, np.int32)
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[places] == wanted, codes[places], MISSING).astype(np.int32)


def merged(keys: Keys, codes: Codes, new_keys: Keys, new_codes: Codes) -> tuple[Keys, Codes]:
    """Both dictionaries in one. None of the new keys may be known."""
    order = np.argsort(new_keys)
    new_keys, new_codes = new_keys[order], new_codes[order]
    places = np.searchsorted(keys, new_keys)
    return np.insert(keys, places, new_keys), np.insert(codes, places, new_codes)
