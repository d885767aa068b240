"""Interactions of a batch as narrow numbers, and which of them cannot be taken."""

from dataclasses import dataclass, field
from functools import reduce
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from clienteling.domain.errors import mark
from clienteling.engagement.hashing import Hashes, Salt, mixed
from clienteling.engagement.interactions import DAY, NO_END, Batch, Kind, Rejected
from clienteling.engagement.people import People
from clienteling.engagement.sorting import Codes

_FIRST = 946_684_800  # 2000-01-01: no mail of an older one is true
_ADDRESS = r"^[^\s@<>;,\x00-\x1f]+@[^\s@<>;,\x00-\x1f]+$"
_LONGEST_ADDRESS = 254

BAD_KIND = mark("It is neither a mail nor a meeting.")
BAD_TIME = mark("The time is missing or impossible.")
BAD_END = mark("It ends before it begins, or never.")
BAD_SENDER = mark("The sender is no e-mail address.")
NO_RECIPIENT = mark("There is no recipient with an e-mail address.")
_REASONS = (BAD_KIND, BAD_TIME, BAD_END, BAD_SENDER, NO_RECIPIENT)


@dataclass(slots=True)
class Counted:
    """What was left out: `ignored` rows are right, but count for nothing (whole days)."""

    ignored: int = 0
    rejected: list[Rejected] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Coded:
    """Interactions as numbers. The recipients of row i are those from `offsets[i]` to `offsets[i + 1]`."""

    kind: NDArray[np.uint8]
    id: Hashes
    conversation: Hashes  # 0 where none is known
    at: NDArray[np.int64]
    minutes: NDArray[np.uint16]
    sender: Codes
    offsets: NDArray[np.int64]
    recipients: Codes

    def __len__(self) -> int:
        return len(self.kind)

    def ordered(self) -> "Coded":
        """The same in the order of time; what came first of several at once stays first."""
        return self._picked(np.argsort(self.at, kind="stable"))

    def only(self, chosen: NDArray[np.bool_]) -> "Coded":
        """The rows that are chosen."""
        return self if chosen.all() else self._picked(np.flatnonzero(chosen))

    def at_places(self, places: NDArray[np.int64]) -> "Coded":
        """The rows at these places."""
        return self._picked(places)

    def part(self, first: int, last: int) -> "Coded":
        """The rows from `first` up to but without `last`."""
        offsets = self.offsets[first : last + 1]
        rows = slice(first, last)
        columns = (self.kind[rows], self.id[rows], self.conversation[rows], self.at[rows], self.minutes[rows])
        return Coded(*columns, self.sender[rows], offsets - offsets[0], self.recipients[offsets[0] : offsets[-1]])

    def joined(self, other: "Coded") -> "Coded":
        """These rows, then the others."""
        offsets = np.concatenate([self.offsets, other.offsets[1:] + self.offsets[-1]])

        def column(name: str) -> NDArray[Any]:
            return np.concatenate([getattr(self, name), getattr(other, name)])

        front = (column("kind"), column("id"), column("conversation"), column("at"), column("minutes"))
        return Coded(*front, column("sender"), offsets, column("recipients"))

    def _picked(self, rows: NDArray[np.int64]) -> "Coded":
        lengths = np.diff(self.offsets)[rows]
        offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        places = np.arange(offsets[-1]) + np.repeat(self.offsets[:-1][rows] - offsets[:-1], lengths)
        columns = (self.kind[rows], self.id[rows], self.conversation[rows], self.at[rows], self.minutes[rows])
        return Coded(*columns, self.sender[rows], offsets, self.recipients[places])


def concatenated(parts: list[Coded]) -> Coded:
    """All rows of several parts, in the order of time."""
    return parts[0] if len(parts) == 1 else reduce(Coded.joined, parts).ordered()


def coded(batch: Batch, people: People, salt: Salt, latest: tuple[int, int], counted: Counted) -> tuple[People, Coded]:
    """The rows of a batch that can be taken, and the people with those who take part in them.

    `latest` are the last moments that a mail and a meeting may have.
    """
    sender, sender_ok = _addresses(batch.sender)
    flat = batch.recipients.flatten()
    recipients, recipient_ok = _addresses(flat)
    lengths = pc.fill_null(pc.list_value_length(batch.recipients), 0).to_numpy(zero_copy_only=False).astype(np.int64)
    row_of = np.repeat(np.arange(len(batch)), lengths)
    received = np.bincount(row_of[recipient_ok], minlength=len(batch))
    fine = _sorted_out(batch, sender_ok, received > 0, latest, counted)
    rows = np.flatnonzero(fine)
    chosen = recipient_ok & fine[row_of]
    people, codes = _coded_addresses(
        pa.concat_arrays([sender.take(pa.array(rows)), recipients.filter(chosen)]), people, salt
    )
    offsets = np.concatenate([[0], np.cumsum(received[rows])]).astype(np.int64)
    conversations = batch.conversation.take(pa.array(rows))
    threads = salt.hashes(conversations)
    threads[pc.equal(pc.fill_null(conversations, ""), "").to_numpy(zero_copy_only=False)] = 0
    at = batch.at[rows]
    minutes = np.where(batch.kind[rows] == Kind.MEETING.number, (batch.end[rows] - at) // 60, 0).astype(np.uint16)
    result = Coded(
        batch.kind[rows],
        np.zeros(len(rows), np.uint64),
        threads,
        at,
        minutes,
        codes[: len(rows)],
        offsets,
        codes[len(rows) :],
    )
    return people, _with_ids(result, batch.id.take(pa.array(rows)), salt)


def _addresses(texts: Any) -> tuple[Any, NDArray[np.bool_]]:
    """Addresses as they are compared, and which of the texts are some: "Ann <Ann@X.org>" is "ann@x.org"."""
    texts = pc.fill_null(texts, "")
    if pc.any(pc.match_substring(texts, "<")).as_py():
        texts = pc.replace_substring_regex(texts, r"(?s)^.*<([^<>]*)>\s*$", r"\1")
    texts = pc.utf8_lower(pc.utf8_trim_whitespace(texts))
    fine = pc.and_(pc.match_substring_regex(texts, _ADDRESS), pc.less_equal(pc.utf8_length(texts), _LONGEST_ADDRESS))
    return texts, fine.to_numpy(zero_copy_only=False)


def _sorted_out(
    batch: Batch,
    sender_ok: NDArray[np.bool_],
    received: NDArray[np.bool_],
    latest: tuple[int, int],
    counted: Counted,
) -> NDArray[np.bool_]:
    """Which rows can be taken."""
    meeting = batch.kind == Kind.MEETING.number
    last = np.where(meeting, latest[1], latest[0])
    wrong = (
        ~meeting & (batch.kind != Kind.MAIL.number),
        (batch.at < _FIRST) | (batch.at > last),
        meeting & (batch.end < batch.at),
        ~sender_ok,
        ~received,
    )
    rejected = np.zeros(len(batch), np.bool_)
    for bad, reason in zip(wrong, _REASONS, strict=True):
        for row in np.flatnonzero(bad & ~rejected):
            counted.rejected.append(Rejected(str(batch.places[row]), reason))
        rejected |= bad
    whole_days = meeting & ~rejected & (batch.end - batch.at >= DAY) & (batch.end != NO_END)
    counted.ignored += int(whole_days.sum())
    fine: NDArray[np.bool_] = ~rejected & ~whole_days
    return fine


def _coded_addresses(addresses: Any, people: People, salt: Salt) -> tuple[People, Codes]:
    encoded = addresses.dictionary_encode()
    people, codes = people.with_addresses(salt, encoded.dictionary)
    return people, codes[encoded.indices.to_numpy()]


def _with_ids(rows: Coded, ids: Any, salt: Salt) -> Coded:
    """Rows with their IDs. Where a source gives none, all that is known of the row is its ID."""
    hashes = salt.hashes(ids)
    unnamed = pc.equal(pc.fill_null(ids, ""), "").to_numpy(zero_copy_only=False)
    if unnamed.any():
        who = np.zeros(len(rows), np.uint64)
        row_of = np.repeat(np.arange(len(rows)), np.diff(rows.offsets))
        np.add.at(who, row_of, mixed(rows.recipients.astype(np.uint64)))
        seen = mixed(rows.sender.astype(np.uint64) + mixed(rows.at.astype(np.uint64) + mixed(who)))
        hashes[unnamed] = seen[unnamed]
    return Coded(
        rows.kind, hashes, rows.conversation, rows.at, rows.minutes, rows.sender, rows.offsets, rows.recipients
    )
