"""How long accounts take to reply.

A mail from an account is a reply if the mail before it in the same conversation with this account is ours and at most
thirty days older. When a mail comes late and stands in between, the reply that was counted is taken back.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clienteling.engagement.hashing import Hashes
from clienteling.engagement.interactions import DAY, Kind
from clienteling.engagement.legs import FROM, TO, Legs
from clienteling.engagement.sorting import Codes, order_of, ranked, unlike

LONGEST_DAYS = 30
_SINCE = 946_684_800  # moments are counted from 2000 on, to fit with their direction into 32 bits


@dataclass(frozen=True, slots=True)
class Threads:
    """Mails by conversation, in order. A moment is its seconds since 2000 with the direction as last bit."""

    thread: Hashes
    moment: NDArray[np.uint32]
    account: Codes

    def __len__(self) -> int:
        return len(self.thread)


@dataclass(frozen=True, slots=True)
class Replies:
    """Replies by day; `sign` is -1 for one that is taken back."""

    account: Codes
    day: NDArray[np.int32]
    seconds: NDArray[np.int32]
    sign: NDArray[np.int8]


def threads_of(legs: Legs) -> Threads:
    """The mails of conversations among legs."""
    chosen = (legs.kind == Kind.MAIL.number) & (legs.thread != 0)
    moment = ((legs.at[chosen] - _SINCE) << 1 | legs.direction[chosen]).astype(np.uint32)
    return _ordered([Threads(legs.thread[chosen], moment, legs.account[chosen])])


def related(known: Threads, new: Threads) -> Threads:
    """The known mails of the same conversations that are near enough in time to matter."""
    if not len(new) or not len(known):
        return Threads(known.thread[:0], known.moment[:0], known.account[:0])
    wanted = unlike(new.thread)
    starts = np.searchsorted(known.thread, wanted)
    lengths = np.searchsorted(known.thread, wanted, side="right") - starts
    places = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths) + np.arange(int(lengths.sum()))
    found = Threads(known.thread[places], known.moment[places], known.account[places])
    reach = LONGEST_DAYS * DAY * 2 + 2
    low, high = int(new.moment.min()) - reach, int(new.moment.max()) + reach
    near = (found.moment.astype(np.int64) >= low) & (found.moment.astype(np.int64) <= high)
    return Threads(found.thread[near], found.moment[near], found.account[near])


def news(known: Iterable[Threads], new: Threads) -> Replies:
    """What new mails change in the replies, given the related ones that are known."""
    old = _ordered(list(known))
    return joined(_with_sign(_paired(old), -1), _with_sign(_paired(_ordered([old, new])), 1))


def without(known: Iterable[Threads], gone: Threads) -> Replies:
    """What changes in the replies when mails are gone, given the related ones that are known, those among them."""
    old = _ordered(list(known))
    return joined(_with_sign(_paired(old), -1), _with_sign(_paired(_less(old, gone)), 1))


def no_replies() -> Replies:
    nothing = np.zeros(0, np.int32)
    return Replies(nothing, nothing, nothing, np.zeros(0, np.int8))


def _less(old: Threads, gone: Threads) -> Threads:
    """Mails in order without others: of the same at the same second as many less as there are."""
    thread = ranked(np.concatenate([old.thread, gone.thread]))[1].astype(np.uint64)
    moment = np.concatenate([old.moment, gone.moment])
    different, same = ranked(thread << np.uint64(32) | moment)
    count = np.bincount(same[: len(old)], minlength=len(different))
    left = count - np.bincount(same[len(old) :], minlength=len(different))
    first = np.cumsum(count) - count
    mine = same[: len(old)]
    stays = np.arange(len(old)) - first[mine] < left[mine]
    return Threads(old.thread[stays], old.moment[stays], old.account[stays])


def _ordered(several: list[Threads]) -> Threads:
    thread = np.concatenate([one.thread for one in several]) if several else np.zeros(0, np.uint64)
    moment = np.concatenate([one.moment for one in several]) if several else np.zeros(0, np.uint32)
    account = np.concatenate([one.account for one in several]) if several else np.zeros(0, np.int32)
    order = order_of(thread, moment)
    return Threads(thread[order], moment[order], account[order])


Pairs = tuple[Codes, NDArray[np.int32], NDArray[np.int32]]


def _paired(mails: Threads) -> Pairs:
    """The replies among mails in order: account, day and seconds."""
    same = mails.thread[1:] == mails.thread[:-1]
    direction = mails.moment & 1
    seconds = (mails.moment >> 1).astype(np.int64)
    took = seconds[1:] - seconds[:-1]
    replied = same & (direction[1:] == FROM) & (direction[:-1] == TO) & (took <= LONGEST_DAYS * DAY)
    found = np.flatnonzero(replied) + 1
    day = ((seconds[found] + _SINCE) // DAY).astype(np.int32)
    return mails.account[found], day, took[found - 1].astype(np.int32)


def _with_sign(pairs: Pairs, sign: int) -> Replies:
    return Replies(*pairs, np.full(len(pairs[0]), sign, np.int8))


def joined(first: Replies, second: Replies) -> Replies:
    """Both in one."""
    return Replies(
        np.concatenate([first.account, second.account]),
        np.concatenate([first.day, second.day]),
        np.concatenate([first.seconds, second.seconds]),
        np.concatenate([first.sign, second.sign]),
    )
