"""Legs as they are kept to be counted: by day, as narrow as can be, one segment for each piece that came.

A pair is a person who took part with an account, as one of ours or of theirs, in mails or in meetings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clienteling.engagement.files import read_arrays, write_arrays
from clienteling.engagement.interactions import DAY, Kind
from clienteling.engagement.legs import Legs, Parts
from clienteling.engagement.replies import Replies, Threads
from clienteling.engagement.sorting import MISSING, Codes, Keys, look_up, merged, ranked, unlike

GROUPS = 4


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The keys of pairs in order with their codes."""

    keys: Keys
    codes: Codes

    def with_new(self, keys: Keys, codes: Codes) -> "Dictionary":
        return Dictionary(*merged(self.keys, self.codes, keys, codes))


@dataclass(frozen=True, slots=True)
class Pairs:
    """`slots` by code are four times the account and the group.

    Those that came `lately` stand in a dictionary of their own, so that a few need not have all written again.
    """

    known: Dictionary
    lately: Dictionary
    slots: Codes

    def __len__(self) -> int:
        return len(self.slots)

    def with_parts(self, parts: Parts) -> tuple["Pairs", Codes]:
        """The pairs with those of `parts`, and the code of each part."""
        slots = parts.account * GROUPS + parts.group
        keys = slots.astype(np.uint64) << np.uint64(32) | parts.person.astype(np.uint64)
        different, places = ranked(keys)
        codes = look_up(self.known.keys, self.known.codes, different)
        missing = codes == MISSING
        codes[missing] = look_up(self.lately.keys, self.lately.codes, different[missing])
        new = codes == MISSING
        if not new.any():
            return self, codes[places]
        fresh = np.arange(len(self), len(self) + int(new.sum()), dtype=np.int32)
        codes[new] = fresh
        lately = self.lately.with_new(different[new], fresh)
        added = (different[new] >> np.uint64(32)).astype(np.int32)
        return Pairs(self.known, lately, np.concatenate([self.slots, added])), codes[places]

    @property
    def is_many(self) -> bool:
        """Whether so many came lately that all are worth being written again."""
        return len(self.lately.keys) * _FEW > len(self.known.keys)

    def settled(self) -> "Pairs":
        """The same in one dictionary."""
        return Pairs(self.known.with_new(self.lately.keys, self.lately.codes), _NO_PAIRS, self.slots)

    def write(self, file: Path) -> None:
        """Write those that are known for long."""
        count = len(self.known.codes)
        write_arrays(file, {"keys": self.known.keys, "codes": self.known.codes, "slots": self.slots[:count]})

    def write_lately(self, file: Path) -> None:
        """Write those that came lately."""
        count = len(self.known.codes)
        write_arrays(file, {"keys": self.lately.keys, "codes": self.lately.codes, "slots": self.slots[count:]})


_FEW = 16
_NO_PAIRS = Dictionary(np.zeros(0, np.uint64), np.zeros(0, np.int32))


def no_pairs() -> Pairs:
    return Pairs(_NO_PAIRS, _NO_PAIRS, np.zeros(0, np.int32))


def read_pairs(file: Path, lately: Path | None) -> Pairs:
    found = read_arrays(file)
    known = Dictionary(found["keys"], found["codes"])
    if lately is None:
        return Pairs(known, _NO_PAIRS, found["slots"])
    late = read_arrays(lately)
    slots = np.concatenate([found["slots"], late["slots"]])
    return Pairs(known, Dictionary(late["keys"], late["codes"]), slots)


@dataclass(frozen=True, slots=True)
class Segment:
    """Legs by day. Day i of `days` has the mails from `mail_bounds[i]` to `mail_bounds[i + 1]`, and so on.

    A mail or a meeting is twice its account and its direction.
    """

    days: NDArray[np.int32]
    mails: NDArray[np.uint32]
    mail_bounds: NDArray[np.int64]
    meetings: NDArray[np.uint32]
    minutes: NDArray[np.uint16]
    meeting_bounds: NDArray[np.int64]
    pairs: NDArray[np.uint32]
    pair_bounds: NDArray[np.int64]
    reply_account: Codes
    reply_seconds: NDArray[np.int32]
    reply_sign: NDArray[np.int8]
    reply_bounds: NDArray[np.int64]

    @property
    def replies(self) -> Replies:
        day = np.repeat(self.days, np.diff(self.reply_bounds))
        return Replies(self.reply_account, day, self.reply_seconds, self.reply_sign)

    def pairs_of(self, place: int) -> NDArray[np.uint32]:
        """Who took part on a day, by its place."""
        return self.pairs[self.pair_bounds[place] : self.pair_bounds[place + 1]]

    def between(self, first: int, last: int) -> tuple[int, int]:
        """The places in `days` of the days from `first` to `last`, as a range without its end."""
        return int(np.searchsorted(self.days, first)), int(np.searchsorted(self.days, last, side="right"))


def segment_of(legs: Legs, parts: Parts, codes: Codes, replies: Replies) -> Segment:
    """A segment of legs; `codes` are those of the parts' pairs."""
    day = (legs.at // DAY).astype(np.int32)
    days = unlike(np.concatenate([day, parts.day, replies.day]))
    leg = (legs.account.astype(np.uint32) << 1) | legs.direction
    mail = legs.kind == Kind.MAIL.number
    mails, mail_bounds = _by_day(days, day[mail], leg[mail])
    order = np.argsort(day[~mail], kind="stable")
    meetings = leg[~mail][order]
    minutes = legs.minutes[~mail][order]
    meeting_bounds = _bounds(days, day[~mail][order])
    once = unlike(parts.day.astype(np.uint64) << np.uint64(32) | codes.astype(np.uint64))
    pair_day = (once >> np.uint64(32)).astype(np.int32)
    order = np.argsort(replies.day, kind="stable")
    return Segment(
        days,
        mails,
        mail_bounds,
        meetings,
        minutes,
        meeting_bounds,
        (once & np.uint64(0xFFFFFFFF)).astype(np.uint32),
        _bounds(days, pair_day),
        replies.account[order],
        replies.seconds[order],
        replies.sign[order],
        _bounds(days, replies.day[order]),
    )


def _by_day(
    days: NDArray[np.int32], day: NDArray[np.int32], values: NDArray[np.uint32]
) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Values by day and in order, which keeps near in memory what is counted together."""
    keys = day.astype(np.uint64) << np.uint64(32) | values
    keys.sort()
    return (keys & np.uint64(0xFFFFFFFF)).astype(np.uint32), _bounds(days, (keys >> np.uint64(32)).astype(np.int32))


def _bounds(days: NDArray[np.int32], ordered: NDArray[np.int32]) -> NDArray[np.int64]:
    return np.append(np.searchsorted(ordered, days), len(ordered)).astype(np.int64)


_FIELDS = tuple(Segment.__dataclass_fields__)


def write_segment(file: Path, segment: Segment, threads: Threads) -> None:
    arrays: dict[str, NDArray[Any]] = {name: getattr(segment, name) for name in _FIELDS}
    kept: Mapping[str, NDArray[Any]] = {
        "thread": threads.thread,
        "thread_moment": threads.moment,
        "thread_account": threads.account,
    }
    write_arrays(file, {**arrays, **kept})


def read_segment(file: Path) -> Segment:
    found = read_arrays(file)
    return Segment(*(found[name] for name in _FIELDS))


def read_threads(file: Path) -> Threads:
    found = read_arrays(file)
    return Threads(*(found[name] for name in ("thread", "thread_moment", "thread_account")))
