"""Numbers that were taken in blocks and are not used yet."""

import threading
from collections import deque
from collections.abc import Iterable


class NumberReserve:
    """The numbers of a process, by sequence. Safe to use from several threads."""

    def __init__(self) -> None:
        self._numbers: dict[int, deque[int]] = {}
        self._lock = threading.Lock()

    def take(self, sequence_id: int) -> int | None:
        """The next of them; None if there is none."""
        with self._lock:
            numbers = self._numbers.get(sequence_id)
            return numbers.popleft() if numbers else None

    def put(self, sequence_id: int, numbers: Iterable[int]) -> None:
        with self._lock:
            self._numbers.setdefault(sequence_id, deque()).extend(numbers)

    def forget(self, sequence_id: int) -> None:
        with self._lock:
            self._numbers.pop(sequence_id, None)
