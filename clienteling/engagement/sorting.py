"""Keys in order with their codes: dictionaries of numbers that are searched all at once."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Codes = NDArray[np.int32]

MISSING = -1


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
