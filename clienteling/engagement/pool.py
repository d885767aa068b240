"""All interactions that were taken, coded and without duplicates. What enrichments compute from.

A pool is a folder: chunks of interactions in the order of their time, and the people who took part. The same mail in
several mailboxes has one ID and one day, and is taken once; so is the same meeting. What is withdrawn counts no more.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clienteling.engagement.cancellations import Cancellations, no_cancellations, read_cancellations
from clienteling.engagement.coding import Coded, Counted, coded
from clienteling.engagement.files import read_array, read_arrays, read_state, sweep, write_arrays, write_state
from clienteling.engagement.hashing import Hashes, Salt
from clienteling.engagement.interactions import DAY, Batch, Kind, Rejected, seconds
from clienteling.engagement.people import People, nobody, read_people
from clienteling.engagement.sorting import MISSING, again, found_in, look_up

_SOON = timedelta(days=1)  # how far a clock may be wrong
_MEETINGS_AHEAD = timedelta(days=370)
_COLUMNS = ("kind", "id", "conversation", "at", "minutes", "sender", "offsets", "recipients")


@dataclass(slots=True)
class Taken:
    """What became of the entries of a source. `rejected` has the first hundred that cannot be taken."""

    taken: int = 0
    duplicates: int = 0
    ignored: int = 0
    rejected_count: int = 0
    rejected: list[Rejected] = field(default_factory=list)

    def reject(self, found: Iterable[Rejected]) -> None:
        for one in found:
            self.rejected_count += 1
            if len(self.rejected) < 100:
                self.rejected.append(one)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a pool: its rows stand in the order of their time. `gone` has the places of those withdrawn."""

    name: str
    rows: int
    first_day: int
    last_day: int
    gone: str = ""


class Pool:
    """A folder of interactions. Each `take` is whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        state = read_state(folder)
        self.chunks = [Chunk(*chunk) for chunk in state.get("chunks", [])]
        self._made = int(state.get("made", 0))
        self._is_written = bool(state)
        self.salt = Salt(int(state.get("seed", 0)) or Salt.new_seed())
        people = state.get("people")
        self._people_name = people
        self.people: People = read_people(folder / people) if people else nobody()
        self._cancelled_name: str | None = state.get("cancelled")
        self._cancelled = (
            read_cancellations(folder / self._cancelled_name) if self._cancelled_name else no_cancellations()
        )

    def take(self, batches: Iterable[Batch | Rejected], now: datetime) -> Taken:
        """Take what a source has. Rows that cannot be are counted, with their reasons."""
        self._sweep()
        result = Taken()
        latest = (seconds(now + _SOON), seconds(now + _MEETINGS_AHEAD))
        for batch in batches:
            if isinstance(batch, Rejected):
                result.reject([batch])
            elif len(batch):
                self._take(batch, latest, result)
        return result

    def rows(self, chunk: Chunk) -> Coded:
        """The interactions of a chunk that were not withdrawn."""
        rows = self.all_rows(chunk)
        return rows.only(~self.gone(chunk)) if chunk.gone else rows

    def all_rows(self, chunk: Chunk) -> Coded:
        """The interactions of a chunk, those that were withdrawn too."""
        found = read_arrays(self.folder / chunk.name)
        return Coded(*(found[name] for name in _COLUMNS))

    def no_rows(self) -> Coded:
        """Rows without any."""
        return self.all_rows(self.chunks[0]).part(0, 0)

    def gone(self, chunk: Chunk) -> NDArray[np.bool_]:
        """Which interactions of a chunk were withdrawn."""
        gone = np.zeros(chunk.rows, np.bool_)
        if chunk.gone:
            gone[read_array(self.folder / chunk.gone, "places")] = True
        return gone

    @property
    def identity(self) -> str:
        """What tells this pool from others, for those who remember what it has."""
        if not self._is_written:
            self._write()
        return hashlib.blake2b(self.salt.seed.to_bytes(8), digest_size=12).hexdigest()

    def keys(self, batch: Batch) -> NDArray[np.uint64]:
        """What an interaction of each row is known by; `withdraw` takes it back by that."""
        return _keys(self.salt.hashes(batch.id), batch.at, batch.kind)

    def withdraw(self, keys: NDArray[np.uint64], days: tuple[int, int]) -> int:
        """Take interactions from `days` back; how many there were."""
        ordered = np.sort(keys)
        chunks, count = list(self.chunks), 0
        for number, chunk in enumerate(chunks):
            if chunk.first_day > days[1] or chunk.last_day < days[0]:
                continue
            rows, gone = self.all_rows(chunk), self.gone(chunk)
            there = _keys(rows.id, rows.at, rows.kind)
            found = found_in(there, ordered) & ~gone
            if found.any():
                count += int(found.sum())
                self._made += 1
                chunks[number] = replace(chunk, gone=f"gone-{self._made}")
                write_arrays(self.folder / chunks[number].gone, {"places": np.flatnonzero(gone | found)})
        if count:
            self.chunks = chunks
            self._write()
            self._sweep()
        return count

    def days(self) -> Iterator[tuple[int, int]]:
        for chunk in self.chunks:
            yield chunk.first_day, chunk.last_day

    def _take(self, batch: Batch, latest: tuple[int, int], result: Taken) -> None:
        ids = self.salt.hashes(batch.id)
        news = self._cancelled.news(batch, ids)
        if len(news):
            self._cancel(news, self._cancelled.with_batch(batch, ids))
        there = self._cancelled.left(batch, ids)
        result.ignored += len(batch) - len(there)
        if len(there) < len(batch):
            batch = batch.at_places(there)
        if batch.single is not None:
            self._withdraw_moved(batch, np.flatnonzero(batch.single))
        counted = Counted()
        people, rows = coded(batch, self.people, self.salt, latest, counted)
        result.ignored += counted.ignored
        result.reject(counted.rejected)
        before = len(rows)
        # Of the same in one batch the first one counts, as if they had come in two.
        rows = rows.only(~again(_keys(rows.id, rows.at, rows.kind))).ordered()
        rows = rows.only(~self._known(rows))
        result.duplicates += before - len(rows)
        result.taken += len(rows)
        if len(rows):
            self.keep(rows, people)

    def _withdraw_moved(self, batch: Batch, chosen: NDArray[np.int64]) -> None:
        """Take back what the chosen rows of a batch have at another time, or for longer or shorter."""
        ids = self.salt.hashes(batch.id.take(pa.array(chosen)))
        order = np.argsort(ids)
        ids, rows = ids[order], chosen[order]
        for number in range(len(self.chunks)):
            there = self.rows(self.chunks[number])
            places = look_up(ids, rows, there.id)
            met = np.flatnonzero((places != MISSING) & (there.kind == Kind.MEETING.number))
            now = places[met]
            minutes = (batch.end[now] - batch.at[now]) // 60
            moved = met[(there.at[met] != batch.at[now]) | (there.minutes[met] != minutes)]
            if len(moved):
                days = there.at[moved] // DAY
                keys = _keys(there.id[moved], there.at[moved], there.kind[moved])
                self.withdraw(keys, (int(days.min()), int(days.max())))

    def _cancel(self, news: Hashes, known: Cancellations) -> None:
        """Take back what was cancelled, and then remember it: after a kill in between it is news again."""
        for number in range(len(self.chunks)):
            there = self.rows(self.chunks[number])
            gone = np.flatnonzero(found_in(there.id, news) & (there.kind == Kind.MEETING.number))
            if len(gone):
                days = there.at[gone] // DAY
                keys = _keys(there.id[gone], there.at[gone], there.kind[gone])
                self.withdraw(keys, (int(days.min()), int(days.max())))
        self._made += 1
        self._cancelled, self._cancelled_name = known, f"cancelled-{self._made}"
        known.write(self.folder / self._cancelled_name)
        self._write()

    def keep(self, rows: Coded, people: People) -> None:
        """Put rows that are in order and new into a chunk of their own, and the people with those who take part."""
        self._made += 1
        name = f"chunk-{self._made}"
        write_arrays(self.folder / name, {column: getattr(rows, column) for column in _COLUMNS})
        gone = None
        if people is not self.people or self._people_name is None:
            gone, self._people_name = self._people_name, f"people-{self._made}"
            people.write(self.folder / self._people_name)
            self.people = people
        self.chunks.append(Chunk(name, len(rows), int(rows.at[0] // DAY), int(rows.at[-1] // DAY)))
        self._write()
        if gone:
            self._sweep()

    def _known(self, rows: Coded) -> NDArray[np.bool_]:
        """Which rows are of an ID and a day that was taken."""
        keys = _keys(rows.id, rows.at, rows.kind)
        known = np.zeros(len(rows), np.bool_)
        if not len(rows):
            return known
        first, last = int(rows.at[0] // DAY), int(rows.at[-1] // DAY)
        for chunk in self.chunks:
            if chunk.first_day <= last and first <= chunk.last_day:
                found = self.all_rows(chunk)
                at = found.at
                part = slice(np.searchsorted(at, first * DAY), np.searchsorted(at, (last + 1) * DAY))
                there = _keys(found.id[part], at[part], found.kind[part])
                if chunk.gone:
                    there = there[~self.gone(chunk)[part]]
                known |= found_in(keys, np.sort(there))
        return known

    def _write(self) -> None:
        state: dict[str, Any] = {
            "seed": self.salt.seed,
            "made": self._made,
            "people": self._people_name,
            "cancelled": self._cancelled_name,
            "chunks": [[c.name, c.rows, c.first_day, c.last_day, c.gone] for c in self.chunks],
        }
        write_state(self.folder, state)
        self._is_written = True

    def _sweep(self) -> None:
        named = [name for chunk in self.chunks for name in (chunk.name, chunk.gone)]
        sweep(self.folder, filter(None, [*named, self._people_name, self._cancelled_name]))


def _keys(ids: NDArray[np.uint64], at: NDArray[np.int64], kinds: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """What two rows of the same interaction have in common: ID, day and kind."""
    day = (at // DAY).astype(np.uint64) * np.uint64(2) + kinds
    return np.asarray(ids) ^ (day * np.uint64(0x9E3779B97F4A7C15))
