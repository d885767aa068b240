"""The numbers of all accounts over some days. Days can be added in any order, and taken away again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clienteling.engagement.files import read_arrays, write_arrays
from clienteling.engagement.segments import GROUPS, Pairs, Segment
from clienteling.engagement.sorting import Codes, unlike

_WORDS = 8  # of 64 days: a ring that holds a year, its first month whole, and some days more
RING = _WORDS * 64
NEVER = -1
_ONE = np.uint64(1)


@dataclass(slots=True)
class Sums:
    """`mails` and `meetings` are counts at twice the account and the direction. `seen` are days as bits of a ring.

    `people` are how many took part, at four times the account and the group. `last` is the last day of each pair, 0 for
    none; `newest` that of all of them.
    """

    mails: NDArray[np.int32]
    meetings: NDArray[np.int32]
    minutes: NDArray[np.int32]
    replies: NDArray[np.int32]
    reply_seconds: NDArray[np.int64]
    mail_days: NDArray[np.uint64]
    meeting_days: NDArray[np.uint64]
    people: NDArray[np.int32]
    last: NDArray[np.uint16]
    newest: int = 0

    def add(self, segment: Segment, first: int, last: int) -> None:
        """Count the days of a segment from `first` to `last`, without who took part."""
        low, high = segment.between(first, last)
        if low == high:
            return
        self._count(segment, low, high, 1)
        for place in range(low, high):
            day = int(segment.days[place])
            _see(self.mail_days, day, segment.mails[segment.mail_bounds[place] : segment.mail_bounds[place + 1]])
            part = segment.meetings[segment.meeting_bounds[place] : segment.meeting_bounds[place + 1]]
            _see(self.meeting_days, day, part)

    def add_pairs(self, segment: Segment, first: int, last: int, slots: Codes | None = None) -> None:
        """Count who took part on these days; without `slots`, `count_people` has to be called at the end."""
        for place in range(*segment.between(first, last)):
            day, pairs = int(segment.days[place]), segment.pairs_of(place)
            if slots is not None:
                self._count_people(slots, pairs[self.last[pairs] == 0], 1)
            if day >= self.newest:
                self.last[pairs] = self.newest = day
            else:
                # A late one does not make a pair older than it is.
                self.last[pairs] = np.maximum(self.last[pairs], day)

    def remove(self, segment: Segment, first: int, last: int, slots: Codes) -> None:
        """Take the days from `first` to `last` away again."""
        low, high = segment.between(first, last)
        if low < high:
            self._count(segment, low, high, -1)
        for place in range(low, high):
            day, pairs = int(segment.days[place]), segment.pairs_of(place)
            _forget(self.mail_days, day)
            _forget(self.meeting_days, day)
            gone = pairs[self.last[pairs] == day]
            self._count_people(slots, gone, -1)
            self.last[gone] = 0

    def count_people(self, slots: Codes) -> None:
        """Count anew who took part."""
        self.people[:] = np.bincount(slots[self.last > 0], minlength=len(self.people))

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
            _longer(self.people, accounts * GROUPS),
            _longer(self.last, pairs),
            self.newest,
        )

    def write(self, file: Path) -> None:
        write_arrays(file, {name: getattr(self, name) for name in _FIELDS})

    def _count_people(self, slots: Codes, pairs: NDArray[np.uint32], sign: int) -> None:
        if len(pairs):
            self.people += sign * np.bincount(slots[pairs], minlength=len(self.people))

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

    def zeros(size: int) -> NDArray[np.int32]:
        return np.zeros(size, np.int32)

    return Sums(
        zeros(accounts * 2),
        zeros(accounts * 2),
        zeros(accounts),
        zeros(accounts),
        np.zeros(accounts, np.int64),
        np.zeros((_WORDS, accounts), np.uint64),
        np.zeros((_WORDS, accounts), np.uint64),
        zeros(accounts * GROUPS),
        np.zeros(pairs, np.uint16),
    )


def read_sums(file: Path) -> Sums:
    arrays = read_arrays(file)
    found: dict[str, Any] = {name: np.array(arrays[name]) for name in _FIELDS}
    sums = Sums(**found)
    sums.newest = int(sums.last.max(initial=0))
    return sums


def people_of(segments: Iterable[Segment], period: tuple[int, int], pairs: Pairs, accounts: int) -> NDArray[np.int32]:
    """How many took part in a period, at four times the account and the group."""
    found = []
    for segment in segments:
        low, high = segment.between(*period)
        found.append(segment.pairs[segment.pair_bounds[low] : segment.pair_bounds[high]])
    there = unlike(np.concatenate(found))
    return np.bincount(pairs.slots[there], minlength=accounts * GROUPS).astype(np.int32)


def first_and_last(days: NDArray[np.uint64], first: int, last: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The first and the last day of each account from `first` to `last`; `NEVER` if there is none."""
    words = range(first >> 6, (last >> 6) + 1)
    return _found(days, first, last, words, _lowest), _found(days, first, last, words[::-1], _highest)


def _found(
    days: NDArray[np.uint64], first: int, last: int, words: Iterable[int], bit: Callable[[Any], NDArray[np.int32]]
) -> NDArray[np.int32]:
    """The day of a bit in the first of the words that has one, for each account. Most have it in the very first."""
    found = np.full(days.shape[1], NEVER, np.int32)
    left: Any = slice(None)
    for word in words:
        bits = days[word % _WORDS][left] & _between(first - (word << 6), last - (word << 6))
        there = np.flatnonzero(bits)
        places = there if isinstance(left, slice) else left[there]
        found[places] = bit(bits[there]) + (word << 6)
        left = np.flatnonzero(bits == 0) if isinstance(left, slice) else left[bits == 0]
        if not len(left):
            break
    return found


def _lowest(bits: NDArray[np.uint64]) -> NDArray[np.int32]:
    return np.bitwise_count((bits & (~bits + _ONE)) - _ONE).astype(np.int32)


def _highest(bits: NDArray[np.uint64]) -> NDArray[np.int32]:
    # Doubles have 53 bits: the upper half of a word first, then the lower one where that is empty.
    high = (bits >> np.uint64(32)).astype(np.float64)
    low = (bits & np.uint64(0xFFFFFFFF)).astype(np.float64)
    found: NDArray[np.int32] = np.where(high > 0, np.frexp(high)[1] + 31, np.frexp(low)[1] - 1).astype(np.int32)
    return found


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
