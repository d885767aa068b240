"""Keys of rows: 63-bit integers that sort by time and never collide between processes.

Layout, from the top: 41 bits of milliseconds since 2020 (until 2089), 10 bits of node, 12 bits of counter.
A node number is leased from the database by each process that writes, so two tills never share one.
"""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
NODES = 1 << 10
_COUNTS = 1 << 12


class KeyMaker:
    """Makes keys for one node. Safe to call from several threads."""

    def __init__(self, node: int, clock: Callable[[], datetime]) -> None:
        self._node = node % NODES
        self._clock = clock
        self._last = 0
        self._count = 0
        self._lock = threading.Lock()

    def __call__(self) -> int:
        with self._lock:
            now = milliseconds(self._clock())
            if now > self._last:
                self._last, self._count = now, 0
            else:
                # The clock stood still or went back: count on, into the next millisecond when it is full.
                self._count += 1
                if self._count == _COUNTS:
                    self._last, self._count = self._last + 1, 0
            return (self._last << 22) | (self._node << 12) | self._count

    def made(self, key: int) -> bool:
        """Whether a key is one of this node's."""
        return (key >> 12) % NODES == self._node


def milliseconds(moment: datetime) -> int:
    """Whole milliseconds since `EPOCH`; negative before it."""
    passed = moment - EPOCH
    return (passed.days * 86_400 + passed.seconds) * 1000 + passed.microseconds // 1000


def first_key_at(moment: datetime) -> int:
    """The smallest key that can have been made at `moment`."""
    return max(milliseconds(moment), 0) << 22
