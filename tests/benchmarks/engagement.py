"""P6: the numbers and scores of 100,000 accounts from millions of mails and meetings, and what a day more costs.

The floor is the fastest scan of the same columns in the same run: each is added up once, on all cores.
"""

import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clienteling.engagement.accounts import Directory
from clienteling.engagement.coding import Coded
from clienteling.engagement.counting import WINDOW_DAYS, counted
from clienteling.engagement.enrichment import Enrichment
from clienteling.engagement.interactions import DAY, NO_END, Batch, seconds
from clienteling.engagement.pool import Pool
from clienteling.engagement.rows import Level, Period, rows_of
from clienteling.engagement.segments import Segment, read_segment
from tests.benchmarks.company import Bench
from tests.benchmarks.measuring import Result, compare, milliseconds

ACCOUNTS = 100_000
_CONTACTS, _COLLEAGUES, _CIRCLE = 8, 2500, 10
_PIECE = 2_000_000
NOW = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)


def computing(bench: Bench) -> Iterator[Result]:
    """All 16 columns and the score of the window, from all events and after a day more."""
    with tempfile.TemporaryDirectory(prefix="clienteling-engagement-") as folder:
        events = bench.events
        mill = _Mill(Path(folder), events)
        mill.fill()
        took = milliseconds(mill.run)
        yield Result("P6", f"{events:,} events taken into segments, with all months and weeks", None, took / 1000, "s")
        yield Result("P6", "memory of that", None, _most_memory(), "MB", most=2000)
        what = f"16 columns and score of {ACCOUNTS:,} accounts, {events:,} events"
        scan = mill.scan()
        yield Result("P6", f"{what}, a day later", *compare(scan, mill.updating(), 9), times=3.5)
        yield Result("P6", f"{what}, counted anew", *compare(scan, mill.computing(), 9), times=3.5)
        for number in range(1, 4):
            batch = mill.day(number)
            took = milliseconds(partial(mill.add_day, batch, number))
            yield Result("P6", f"a day's {len(batch):,} events more, taken and scored", None, took, most=250)


def _directory() -> Directory:
    ours = frozenset(f"p{n}@our.example" for n in range(_COLLEAGUES))
    return Directory(ours, frozenset({"our.example"}), {}, {f"a{n}.example": n for n in range(ACCOUNTS)})


@dataclass(slots=True)
class _Mill:
    """Makes events, and the enrichment of them."""

    folder: Path
    events: int
    directory: Directory = field(default_factory=_directory)

    def fill(self) -> None:
        """A pool with the events of a year, in pieces by time."""
        pool = Pool(self.folder / "pool")
        addresses = [f"p{n}@our.example" for n in range(_COLLEAGUES)]
        addresses += [f"c{n % _CONTACTS}@a{n // _CONTACTS}.example" for n in range(ACCOUNTS * _CONTACTS)]
        pool.people, codes = pool.people.with_addresses(pool.salt, pa.array(addresses))
        assert codes[-1] == len(addresses) - 1
        pieces = max(self.events // _PIECE, 1)
        span = (WINDOW_DAYS - 4) * DAY // pieces
        start = seconds(NOW) // DAY * DAY - (WINDOW_DAYS - 1) * DAY
        for piece in range(pieces):
            rows = _coded(self.events // pieces, start + piece * span, span, piece)
            pool.keep(rows, pool.people)

    def run(self) -> None:
        Enrichment(self.folder / "one").run(Pool(self.folder / "pool"), self.directory, NOW - timedelta(days=3))

    def scan(self) -> Callable[[], int]:
        """Add up every column that is computed from."""
        columns: list[NDArray[Any]] = []
        for segment in self._segments():
            for array in (segment.mails, segment.meetings, segment.minutes, segment.pairs, segment.reply_account):
                columns += np.array_split(array, max(len(array) // 500_000, 1))
            columns += [segment.reply_seconds, segment.reply_sign]
        pool = ThreadPoolExecutor()
        return lambda: sum(int(total) for total in pool.map(np.add.reduce, columns))

    def computing(self) -> Callable[[], int]:
        """Compute the rows of the window from its segments."""
        enrichment = Enrichment(self.folder / "one")
        segments = self._segments()
        pairs, window = enrichment._read_pairs(), Period(Level.YEAR, *enrichment._state.window)

        def work() -> int:
            sums = counted(segments, window, ACCOUNTS, pairs)
            return len(rows_of(sums, window))

        assert work() > ACCOUNTS * 0.9 or self.events < ACCOUNTS * 4
        return work

    def updating(self) -> Callable[[], int]:
        """Compute the rows of the window a day later, from the sums that are kept, as a run does."""
        enrichment = Enrichment(self.folder / "one")
        pairs = enrichment._read_pairs()
        first, last = enrichment._state.window
        window = Period(Level.YEAR, first + 1, last + 1)

        def work() -> int:
            return len(rows_of(enrichment._window(ACCOUNTS, pairs, window), window))

        return work

    def day(self, number: int) -> Batch:
        """The events of a day after all others, as a source brings them."""
        start = seconds(NOW) // DAY * DAY - (3 - number) * DAY
        return _texts(_coded(self.events // WINDOW_DAYS, start, 20 * 3600, 1000 + number))

    def add_day(self, batch: Batch, number: int) -> None:
        now = NOW - timedelta(days=3 - number)
        pool = Pool(self.folder / "pool")
        pool.take([batch], now)
        Enrichment(self.folder / "one").run(pool, self.directory, now)

    def _segments(self) -> list[Segment]:
        state = Enrichment(self.folder / "one")._state
        return [read_segment(self.folder / "one" / one[0]) for one in state.segments]


def _coded(count: int, start: int, span: int, seed: int) -> Coded:
    """Four mails for each meeting, half of them from the account; some with a second colleague."""
    random = np.random.default_rng(seed)
    account = random.integers(0, ACCOUNTS, count)
    contact = _COLLEAGUES + account * _CONTACTS + random.integers(0, _CONTACTS, count)
    colleague = (account * 7 + random.integers(0, _CIRCLE, count)) % _COLLEAGUES
    second = (account * 7 + random.integers(0, _CIRCLE, count)) % _COLLEAGUES
    sent = random.random(count) < 0.5
    more = random.random(count) < 0.3
    offsets = np.concatenate([[0], np.cumsum(1 + more)])
    recipients = np.repeat(np.where(sent, contact, colleague), 1 + more)
    recipients[offsets[1:][more] - 1] = second[more]
    meeting = random.random(count) < 0.2
    return Coded(
        kind=meeting.astype(np.uint8),
        id=random.integers(1, 1 << 63, count).astype(np.uint64),
        conversation=np.where(meeting, 0, account * 1000 + random.integers(1, 100, count)).astype(np.uint64),
        at=np.sort(start + random.integers(0, span, count)),
        minutes=np.where(meeting, random.integers(1, 9, count) * 15, 0).astype(np.uint16),
        sender=np.where(sent, colleague, contact).astype(np.int32),
        offsets=offsets.astype(np.int64),
        recipients=recipients.astype(np.int32),
    )


def _texts(rows: Coded) -> Batch:
    def address(code: int) -> str:
        number = code - _COLLEAGUES
        return f"p{code}@our.example" if number < 0 else f"c{number % _CONTACTS}@a{number // _CONTACTS}.example"

    return Batch(
        kind=rows.kind,
        id=pa.array([f"<{number:x}@mail.example>" for number in rows.id.tolist()]),
        conversation=pa.array([f"{number:x}" if number else "" for number in rows.conversation.tolist()]),
        at=rows.at,
        end=np.where(rows.kind == 1, rows.at + rows.minutes.astype(np.int64) * 60, NO_END),
        sender=pa.array([address(code) for code in rows.sender.tolist()]),
        recipients=pa.ListArray.from_arrays(
            pa.array(rows.offsets.astype(np.int32)), pa.array([address(code) for code in rows.recipients.tolist()])
        ),
        places=np.arange(len(rows)),
    )


def _most_memory() -> float:
    try:
        import resource
    except ImportError:
        return float("nan")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
