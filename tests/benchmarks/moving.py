"""P5: ten thousand customers get another holder in one transaction, with one audit line each."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing

from clienteling.domain.filters import Query
from clienteling.services.books import View
from tests.benchmarks.company import Bench, sign_in
from tests.benchmarks.measuring import Result, compare

MOVED = 10_000


def reassigning(bench: Bench) -> Iterator[Result]:
    """P5. Each move is followed by the one back, so that both start from the same."""
    services = bench.services()
    with closing(services), closing(bench.raw()) as raw:
        manager, associate = sign_in(services, "003"), sign_in(services, "001")
        ids = services.books.find(associate, View.MINE, Query()).ids[:MOVED].tolist()
        workers = {size.personnel_number: size.worker_id for size in services.books.colleagues(manager)}
        floor = _Floor(raw, ids)
        turns = [(workers["001"], workers["002"]), (workers["002"], workers["001"])]

        def program() -> None:
            for turn in turns:
                services.book_changes.reassign(manager, ids, *turn, "Holiday")

        both = compare(floor.move, program, repeats=10)
        yield Result("P5", f"reassign {len(ids):,} customers", both[0] / 2, both[1] / 2, times=1.3)


class _Floor:
    """What has to be written, by the driver alone: the holdings, the record and its lines."""

    def __init__(self, raw: sqlite3.Connection, ids: Sequence[int]) -> None:
        self._raw = raw
        self._ids = ids
        self._books = [
            book
            for (book,) in raw.execute(
                "SELECT b.id FROM client_book b JOIN worker w ON w.id = b.worker_id ORDER BY w.personnel_number LIMIT 2"
            )
        ]
        # Older keys than any that the program makes.
        (self._next,) = raw.execute("SELECT coalesce(max(id), 0) FROM record WHERE id < ?", (1 << 50,)).fetchone()

    def move(self) -> None:
        """To the small book and back, in two transactions."""
        for book in reversed(self._books):
            self._move_to(book)

    def _move_to(self, book: int) -> None:
        self._next += 1
        raw, at = self._raw, "2026-01-15 09:30:00.000000"
        raw.execute("BEGIN IMMEDIATE")
        raw.executemany(
            "UPDATE holding SET book_id = ?, since = ? WHERE customer_id = ?", [(book, at, key) for key in self._ids]
        )
        raw.execute(
            "INSERT INTO record (id, at, operation, outcome, reason) VALUES (?, ?, 716, 'done', '')", (self._next, at)
        )
        raw.executemany(
            "INSERT INTO record_change (record_id, line, subject, customer_id, before, after) "
            "VALUES (?, ?, 'holder', ?, '001', '002')",
            [(self._next, line, key) for line, key in enumerate(self._ids, 1)],
        )
        raw.execute("COMMIT")
