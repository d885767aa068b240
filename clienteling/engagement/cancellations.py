"""Meetings that were cancelled, by the hashes of their IDs: they may come before what they cancel, and again after."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from clienteling.engagement.files import read_arrays, write_arrays
from clienteling.engagement.hashing import Hashes
from clienteling.engagement.interactions import Batch, Kind
from clienteling.engagement.sorting import MISSING, look_up


@dataclass(frozen=True, slots=True)
class Cancellations:
    """IDs in order, each with the latest revision that was cancelled."""

    ids: Hashes
    revisions: NDArray[np.int64]

    def news(self, batch: Batch, ids: Hashes) -> Hashes:
        """What a batch cancels that was not known to be, in order: what takes place again since is let be."""
        chosen = _cancelled(batch)
        ids, revisions = ids[chosen], _revisions(batch)[chosen]
        if len(self.ids):
            known = look_up(self.ids, np.arange(len(self.ids)), ids)
            ids = ids[(known == MISSING) | (revisions > self.revisions[np.maximum(known, 0)])]
        return np.unique(ids)

    def with_batch(self, batch: Batch, ids: Hashes) -> "Cancellations":
        """These and those of a batch."""
        chosen = _cancelled(batch)
        every = np.concatenate([self.ids, ids[chosen]])
        revisions = np.concatenate([self.revisions, _revisions(batch)[chosen]])
        order = np.lexsort((revisions, every))
        every, revisions = every[order], revisions[order]
        last = np.ones(len(every), np.bool_)
        np.not_equal(every[1:], every[:-1], out=last[:-1])
        return Cancellations(every[last], revisions[last])

    def left(self, batch: Batch, ids: Hashes) -> NDArray[np.int64]:
        """The places of what takes place: neither cancelled here, nor known to be and not changed since."""
        there = ~_cancelled(batch)
        if len(self.ids):
            known = look_up(self.ids, np.arange(len(self.ids)), ids)
            met = (known != MISSING) & (batch.kind == Kind.MEETING.number)
            there &= ~(met & (_revisions(batch) <= self.revisions[np.maximum(known, 0)]))
        return np.flatnonzero(there)

    def write(self, file: Path) -> None:
        write_arrays(file, {"ids": self.ids, "revisions": self.revisions})


def no_cancellations() -> Cancellations:
    return Cancellations(np.zeros(0, np.uint64), np.zeros(0, np.int64))


def read_cancellations(file: Path) -> Cancellations:
    found = read_arrays(file)
    return Cancellations(found["ids"], found["revisions"])


def _cancelled(batch: Batch) -> NDArray[np.bool_]:
    return np.zeros(len(batch), np.bool_) if batch.cancelled is None else batch.cancelled


def _revisions(batch: Batch) -> NDArray[np.int64]:
    return np.zeros(len(batch), np.int64) if batch.revision is None else batch.revision
