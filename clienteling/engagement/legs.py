"""What interactions mean for accounts.

A mail is *to* every account that receives it, if we sent it, and *from* the account whose contact sent it to us. A
meeting is the same with its organizer. One of the chosen addresses has to take part: our other people's mail is
nobody's business. What strangers send to both of us is neither.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clienteling.engagement.accounts import OWN, SELECTED
from clienteling.engagement.coding import Coded
from clienteling.engagement.hashing import Hashes, mixed
from clienteling.engagement.interactions import DAY
from clienteling.engagement.sorting import Codes, unlike

TO, FROM = 0, 1
OURS, THEIRS = 0, 1
_LOW = np.int64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class Legs:
    """An interaction with one account, in the order of time. `thread` is 0 where no conversation is known."""

    account: Codes
    kind: NDArray[np.uint8]
    direction: NDArray[np.uint8]
    at: NDArray[np.int64]
    minutes: NDArray[np.uint16]
    thread: Hashes


@dataclass(frozen=True, slots=True)
class Parts:
    """Who took part in what with an account: `group` is twice the kind and the side."""

    account: Codes
    group: NDArray[np.uint8]
    person: Codes
    day: NDArray[np.int32]


def legs_of(rows: Coded, roles: Codes) -> tuple[Legs, Parts]:
    """The legs of coded interactions, and who took part. `roles` are those of all people."""
    row, person = _who(rows)
    role = roles[person]
    by = roles[rows.sender]
    ours = role == SELECTED
    sent = by <= OWN
    counts = (np.bincount(row[ours], minlength=len(rows)) > 0) & (sent | (by >= 0))
    theirs = (role >= 0) & counts[row] & (sent[row] | (role == by[row]))
    their_row, their_account = row[theirs], role[theirs]
    keys = unlike(their_row << 32 | their_account)
    leg_row, account = keys >> 32, (keys & _LOW).astype(np.int32)
    legs = Legs(
        account,
        rows.kind[leg_row],
        np.where(sent[leg_row], TO, FROM).astype(np.uint8),
        rows.at[leg_row],
        rows.minutes[leg_row],
        _threads(rows.conversation[leg_row], account),
    )
    day = (rows.at // DAY).astype(np.int32)
    # Each of ours who took part stands with each account of the interaction.
    our_row, our_person = row[ours], person[ours]
    many = np.bincount(our_row, minlength=len(rows))
    starts = np.cumsum(many) - many
    lengths = many[leg_row]
    ends = np.cumsum(lengths)
    places = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - lengths, lengths)
    places += np.repeat(starts[leg_row], lengths)
    twice = rows.kind.astype(np.uint8) * 2
    parts = Parts(
        np.concatenate([their_account, np.repeat(account, lengths)]),
        np.concatenate([twice[their_row] + THEIRS, np.repeat(twice[leg_row] + OURS, lengths)]).astype(np.uint8),
        np.concatenate([person[theirs], our_person[places]]),
        np.concatenate([day[their_row], np.repeat(day[leg_row], lengths)]),
    )
    return legs, parts


def _who(rows: Coded) -> tuple[NDArray[np.int64], Codes]:
    """Everybody who takes part in a row, once."""
    row_of = np.repeat(np.arange(len(rows), dtype=np.int64), np.diff(rows.offsets))
    keys = np.concatenate([np.arange(len(rows), dtype=np.int64) << 32 | rows.sender, row_of << 32 | rows.recipients])
    keys = unlike(keys)
    return keys >> 32, (keys & _LOW).astype(np.int32)


def _threads(conversations: Hashes, accounts: Codes) -> Hashes:
    """Conversations apart by account."""
    threads = mixed(np.asarray(conversations) ^ mixed(accounts.astype(np.uint64)))
    return np.where(np.asarray(conversations) == 0, np.uint64(0), threads)
