"""The numbers of all accounts over some days. Days can be added in any order, and taken away again."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clienteling.engagement.files import read_array, write_arrays
from clienteling.engagement.segments import GROUPS, Pairs, Segment

_WORDS = 8  # of 64 days: a ring that holds a year, its first month whole, and some days more
RING = _WORDS * 64
NEVER = -1
_ONE = np.uint64(1)


@dataclass(slots=True)
class Sums:
    """`mails` and `meetings` are counts at twice the account and the direction. `seen` are days as bits of a ring.

    `last` is the last day of each pair, 0 for none; `newest` that of all of them.
    """

    mails: NDArray[np.int64]
    meetings: NDArray[np.int64]
    minutes: NDArray[np.int64]
    replies: NDArray[np.int64]
    reply_seconds: NDArray[np.int64]
    mail_days: NDArray[np.uint64]
    meeting_days: NDArray[np.uint64]
    last: NDArray[np.uint16]
    newest: int = 0

    def add(self, segment: Segment, first: int, last: int) -> None:
        """Count the days of a segment from `first` to `last`."""
        low, high = segment.between(first, last)
        if low == high:
            return
        self._count(segment, low, high, 1)
        for place in range(low, high):
            day = int(segment.days[place])
            _see(self.mail_days, day, segment.mails[segment.mail_bounds[place] : segment.mail_bounds[place + 1]])
            part = segment.meetings[segment.meeting_bounds[place] : segment.meeting_bounds[place + 1]]
            _see(self.meeting_days, day, part)
            pairs = segment.pairs[segment.pair_bounds[place] : segment.pair_bounds[place + 1]]
            if day >= self.newest:
                self.last[pairs] = self.newest = day
            else:
                # A late one does not make a pair older than it is.
                self.last[pairs] = np.maximum(self.last[pairs], day)

    def remove(self, segment: Segment, first: int, last: int) -> None:
        """Take the days from `first` to `last` away again; of pairs only `last` says that they are gone."""
        low, high = segment.between(first, last)
        if low < high:
            self._count(segment, low, high, -1)
        for place in range(low, high):
            _forget(self.mail_days, int(segment.days[place]))
            _forget(self.meeting_days, int(segment.days[place]))

    def grown(self, accounts: int, pairs: int) -> "Sums":
        """The same with room for more accounts and pairs."""
        return Sums(
            _longer(self.mails, accounts * 2),
            _longer(self.meetings, accounts * 2),
            _longer(self.minutes, accounts),
            _longer(self.replies, accounts),
            _longer(self.reply_seconds, accounts),
            _longer(self.mail_days, accounts),
            _longer(self.meeting_days, accounts),
            _longer(self.last, pairs),
            self.newest,
        )

    def people(self, pairs: Pairs, first: int) -> NDArray[np.int64]:
        """How many took part since the day `first`, by account and group."""
        there = np.flatnonzero(self.last >= max(first, 1))
        return np.bincount(pairs.slots[there], minlength=len(self.minutes) * GROUPS).reshape(-1, GROUPS)

    def write(self, folder: Path) -> None:
        write_arrays(folder, {name: getattr(self, name) for name in _FIELDS})

    def _count(self, segment: Segment, low: int, high: int, sign: int) -> None:
        accounts = len(self.minutes)
        part = slice(segment.mail_bounds[low], segment.mail_bounds[high])
        self.mails += sign * np.bincount(segment.mails[part], minlength=accounts * 2)
        part = slice(segment.meeting_bounds[low], segment.meeting_bounds[high])
        meetings = segment.meetings[part]
        self.meetings += sign * np.bincount(meetings, minlength=accounts * 2)
        self.minutes += sign * _summed(meetings >> 1, segment.minutes[part], accounts)
        part = slice(segment.reply_bounds[low], segment.reply_bounds[high])
        who, signs = segment.reply_account[part], segment.reply_sign[part]
        self.replies += sign * _summed(who, signs, accounts)
        self.reply_seconds += sign * _summed(who, segment.reply_seconds[part] * signs.astype(np.int64), accounts)


_FIELDS = tuple(name for name in Sums.__dataclass_fields__ if name != "newest")


def no_sums(accounts: int, pairs: int) -> Sums:
    """Nothing counted yet."""

    def zeros(size: int) -> NDArray[np.int64]:
        return np.zeros(size, np.int64)

    return Sums(
        zeros(accounts * 2),
        zeros(accounts * 2),
        zeros(accounts),
        zeros(accounts),
        zeros(accounts),
        np.zeros((_WORDS, accounts), np.uint64),
        np.zeros((_WORDS, accounts), np.uint64),
        np.zeros(pairs, np.uint16),
    )


def read_sums(folder: Path) -> Sums:
    found: dict[str, Any] = {name: np.array(read_array(folder, name)) for name in _FIELDS}
    sums = Sums(**found)
    sums.newest = int(sums.last.max(initial=0))
    return sums


def first_and_last(days: NDArray[np.uint64], first: int, last: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The first and the last day of each account from `first` to `last`; `NEVER` if there is none."""
    earliest = np.full(days.shape[1], NEVER, np.int32)
    latest = np.full(days.shape[1], NEVER, np.int32)
    for word in range(first >> 6, (last >> 6) + 1):
        bits = days[word % _WORDS] & _between(first - (word << 6), last - (word << 6))
        there = np.flatnonzero(bits)
        found = bits[there]
        lowest = np.bitwise_count((found & (~found + _ONE)) - _ONE).astype(np.int32) + (word << 6)
        for step in (1, 2, 4, 8, 16, 32):
            found = found | found >> np.uint64(step)
        latest[there] = np.bitwise_count(found).astype(np.int32) - 1 + (word << 6)
        new = earliest[there] == NEVER
        earliest[there[new]] = lowest[new]
    return earliest, latest


def _between(low: int, high: int) -> np.uint64:
    """The bits from `low` to `high` of a word."""
    low, high = max(low, 0), min(high, 63)
    return np.uint64(((1 << (high + 1)) - 1) & ~((1 << low) - 1))


def _see(days: NDArray[np.uint64], day: int, legs: NDArray[np.uint32]) -> None:
    row = days[(day >> 6) % _WORDS]
    row[legs >> 1] |= _ONE << np.uint64(day & 63)


def _forget(days: NDArray[np.uint64], day: int) -> None:
    days[(day >> 6) % _WORDS] &= ~(_ONE << np.uint64(day & 63))


def _summed(keys: NDArray[Any], values: NDArray[Any], size: int) -> NDArray[np.int64]:
    # Sums of whole numbers below 2^53 are exact in floating point.
    return np.bincount(keys, values, minlength=size).astype(np.int64)


def _longer(array: NDArray[Any], size: int) -> NDArray[Any]:
    missing = size - array.shape[-1]
    if missing <= 0:
        return array
    widths = [(0, 0)] * (array.ndim - 1) + [(0, missing)]
    return np.pad(array, widths)
