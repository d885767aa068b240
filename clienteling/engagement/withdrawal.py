"""What a pool has no more of what was taken from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from clienteling.engagement.coding import Coded
from clienteling.engagement.pool import Pool

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The rows that are gone and were taken before, their places by chunk, and the places of all that is gone."""

    rows: Coded
    places: Mapping[str, Places]
    all_places: Mapping[str, Places]


def withdrawn_since(pool: Pool, known: Mapping[str, Places], done: Mapping[str, int]) -> Withdrawn:
    """What was withdrawn since `known` among the rows that are done."""
    every: dict[str, Places] = {}
    places: dict[str, Places] = {}
    rows: list[Coded] = []
    for chunk in pool.chunks:
        every[chunk.name] = gone = np.flatnonzero(pool.gone(chunk))
        new = np.setdiff1d(gone, known.get(chunk.name, gone[:0]), assume_unique=True)
        new = new[new < done.get(chunk.name, 0)]
        if len(new):
            places[chunk.name] = new
            rows.append(pool.all_rows(chunk).at_places(new))
    found = reduce(Coded.joined, rows).ordered() if rows else pool.no_rows()
    return Withdrawn(found, places, every)


def has_rows(places: Places | None, first: int, last: int) -> bool:
    """Whether one of the places is from `first` up to but without `last`."""
    return places is not None and bool(np.subtract(*np.searchsorted(places, (last, first))))


def rows_of_source(pool: Pool, name: str, first: int, last: int) -> Coded:
    """The rows of a piece of a chunk that are still there."""
    chunk = next(one for one in pool.chunks if one.name == name)
    return pool.all_rows(chunk).part(first, last).only(~pool.gone(chunk)[first:last])
