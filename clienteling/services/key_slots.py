"""Which slot a customer has: sorted keys to look up in, and beside them what changed since."""

import numpy as np
from numpy.typing import NDArray


class KeySlots:
    """Slots by customer key. Sorting the keys is much quicker than putting each of them into a dictionary."""

    def __init__(self, keys: NDArray[np.int64], slots: NDArray[np.int64]) -> None:
        """`keys` are those of all slots, `slots` those in use."""
        order = np.argsort(keys[slots])
        self._slots = slots[order]
        self._keys = keys[self._slots]
        self._changed: dict[int, int | None] = {}

    def get(self, key: int) -> int | None:
        if key in self._changed:
            return self._changed[key]
        place = int(np.searchsorted(self._keys, key))
        return int(self._slots[place]) if place < len(self._keys) and self._keys[place] == key else None

    def put(self, key: int, slot: int | None) -> None:
        """Give a customer a slot; None takes it away."""
        self._changed[key] = slot
