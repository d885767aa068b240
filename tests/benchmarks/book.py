"""P1, P2 and P2b: a big book's first page, its filters with their counts, and opening it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from decimal import Decimal
from functools import reduce
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clienteling.domain.dates import YearlyDate, days_until
from clienteling.domain.filters import Between, NextDays, OneOf, Query
from clienteling.domain.worker import Session
from clienteling.services.books import View
from clienteling.services.services import Services
from tests.benchmarks.company import Bench, clock, sign_in
from tests.benchmarks.measuring import Result, compare, median, milliseconds

PAGE = 40
Bits = NDArray[np.uint64]

# All that 40 cards show, in two statements, each with the page in it.
_PAGE = "SELECT customer_id FROM holding WHERE book_id = ? ORDER BY name_key, customer_id LIMIT 40"
_CARDS = f"""
    SELECT c.id, c.account_number, c.name, p.typed, p.e164, e.address, s.score, s.as_of, w.id, w.name, h.since
    FROM ({_PAGE}) AS page JOIN customer c ON c.id = page.customer_id JOIN holding h ON h.customer_id = c.id
    JOIN client_book b ON b.id = h.book_id JOIN worker w ON w.id = b.worker_id
    LEFT JOIN customer_phone p ON p.customer_id = c.id AND p.is_primary = 1
    LEFT JOIN customer_email e ON e.customer_id = c.id AND e.is_primary = 1
    LEFT JOIN engagement_score s ON s.customer_id = c.id"""
_VALUES = f"""
    SELECT a.customer_id, a.attribute_id, a.text, a.number FROM ({_PAGE}) AS page
    JOIN customer_attribute a ON a.customer_id = page.customer_id WHERE a.attribute_id IN (?, ?)"""
_DATES = f"""
    SELECT d.customer_id, d.name, d.month, d.day, d.year FROM ({_PAGE}) AS page
    JOIN important_date d ON d.customer_id = page.customer_id WHERE d.name = 'Birthday'"""


def first_page(bench: Bench) -> Iterator[Result]:
    """P1: 40 cards in name order."""
    services = bench.services()
    session = sign_in(services, "001")
    with closing(bench.raw()) as raw, closing(services):
        book = services.books.book(session)
        assert book is not None
        shown = [d.attribute.id for d in services.books.definitions(session)[1:3]]

        def floor() -> int:
            raw.execute("BEGIN")
            found = raw.execute(_CARDS, (book.id,)).fetchall()
            found += raw.execute(_VALUES, (book.id, *shown)).fetchall()
            found += raw.execute(_DATES, (book.id,)).fetchall()
            raw.execute("ROLLBACK")
            return len(found)

        program = services.books.first_page(session, View.MINE)
        assert len(program) == PAGE
        assert floor() == 4 * PAGE
        times = compare(floor, lambda: services.books.first_page(session, View.MINE))
        yield Result("P1", "first 40 cards of the big book", *times, times=3)
        times = compare(floor, lambda: services.books.first_page(session, View.STORE))
        yield Result("P1", "first 40 cards of the store's books", *times)


def filters(bench: Bench) -> Iterator[Result]:
    """P2: four filters set; the page, the count and the counts of all attributes. Then again after an edit."""
    services, other = bench.services(), bench.services()
    session = sign_in(services, "001")
    with closing(services), closing(other):
        query = four_filters(services, session)
        found = services.books.find(session, View.MINE, query)
        book = services.books.book(session)
        assert book is not None
        with closing(bench.raw()) as raw:
            floor = _Columns(raw, book.id)
        assert floor.find() == len(found.ids)
        times = compare(floor.find, lambda: services.books.find(session, View.MINE, query))
        yield Result("P2", f"four filters and counts, {found.of:,} customers", *times, times=3)
        colleague = sign_in(other, "001")
        customer, after = int(found.ids[0]), []
        for number in range(31):
            change = other.book_changes.add if number % 2 else other.book_changes.remove
            change(colleague, [customer])
            after.append(milliseconds(lambda: services.books.find(session, View.MINE, query)))
        other.book_changes.add(colleague, [customer])
        yield Result("P2", "the same after another program's edit", times[0], sorted(after)[15], most=5)


def opening(bench: Bench) -> Iterator[Result]:
    """P2b: the same with nothing in memory: from the rows as after an import, and from what was kept of that."""
    services = bench.services()
    with closing(services):
        session = sign_in(services, "001")
        query = four_filters(services, session)
        book = services.books.book(session)
        assert book is not None

    def opened() -> float:
        fresh = bench.services()
        with closing(fresh):
            # The cards are painted first.
            fresh.books.first_page(session, View.MINE)
            return milliseconds(lambda: fresh.books.find(session, View.MINE, query))

    with closing(bench.raw()) as raw:
        yield Result(
            "P2b", "opening the book from its rows", median(lambda: _read_rows(raw, book.id), 5), _anew(raw, opened)
        )
        times = compare(lambda: _read_kept(raw), lambda: None, repeats=9)
        yield Result("P2b", "opening the book as it was kept", times[0], sorted(opened() for _ in range(9))[4], most=50)


def _anew(raw: sqlite3.Connection, opened: Callable[[], float]) -> float:
    raw.execute("DELETE FROM book_column")
    return opened()


def _read_rows(raw: sqlite3.Connection, book: int) -> None:
    held = "SELECT customer_id FROM holding WHERE book_id = ?"
    for table in ("customer_attribute", "important_date", "engagement_score", "customer_phone", "customer_email"):
        raw.execute(f"SELECT * FROM {table} WHERE customer_id IN ({held})", (book,)).fetchall()


def _read_kept(raw: sqlite3.Connection) -> None:
    for (data,) in raw.execute("SELECT data FROM book_column").fetchall():
        np.frombuffer(data, np.uint8).copy()


def four_filters(services: Services, session: Session) -> Query:
    known = {d.attribute.name: d.key for d in services.books.definitions(session)}
    return Query(
        (
            OneOf(known["Brand"], frozenset({"value 0", "value 1", "value 2"})),
            Between(known["Spend"], Decimal(100), Decimal(2500)),
            NextDays(known["Birthday"], 90),
            OneOf(known["Size"], frozenset({"value 1", "value 2", "value 3"})),
        )
    )


class _Columns:
    """The same question asked of bare arrays: each filter computed, joined, counted."""

    def __init__(self, raw: sqlite3.Connection, book: int) -> None:
        ids = raw.execute("SELECT customer_id FROM holding WHERE book_id = ? ORDER BY name_key, customer_id", (book,))
        self.ids = np.array([key for (key,) in ids], np.int64)
        slots = {int(key): slot for slot, key in enumerate(self.ids)}
        self._size = -(-len(slots) // 64) * 64
        self.lists: dict[str, dict[str, Bits]] = {}
        self.numbers: dict[str, NDArray[np.float64]] = {}
        self._parts: list[tuple[str, Bits]] = []
        values = (
            "SELECT v.customer_id, v.text, v.number FROM holding h "
            "JOIN customer_attribute v ON v.customer_id = h.customer_id WHERE h.book_id = ? AND v.attribute_id = ?"
        )
        for attribute, name in raw.execute("SELECT id, name FROM attribute WHERE type <> 'reference'").fetchall():
            found = [(slots[key], text, number) for key, text, number in raw.execute(values, (book, attribute))]
            if found[0][1] is None:
                self.numbers[name] = np.full(self._size, np.nan)
                self.numbers[name][[slot for slot, _, _ in found]] = [number for _, _, number in found]
                top = np.nanmax(self.numbers[name])
                bars = [
                    (self.numbers[name] >= top * n / 15) & (self.numbers[name] < top * (n + 1) / 15) for n in range(15)
                ]
                self._parts.append((name, np.vstack([_pack(bar) for bar in bars])))
            else:
                self.lists[name] = self._sets([(slot, text) for slot, text, _ in found])
                self._parts.append((name, np.vstack(list(self.lists[name].values()))))
        self.until = self._days(raw, slots)
        self._parts.append(("Birthday", np.vstack([_pack(self.until <= days) for days in (7, 30, 90)])))

    def find(self) -> int:
        brand, size = self.lists["Brand"], self.lists["Size"]
        spend = self.numbers["Spend"]
        sets = {
            "Brand": brand["value 0"] | brand["value 1"] | brand["value 2"],
            "Spend": _pack((spend >= 100.0) & (spend <= 2500.0)),
            "Birthday": _pack(self.until <= 90),
            "Size": size["value 1"] | size["value 2"] | size["value 3"],
        }
        chosen = reduce(np.bitwise_and, sets.values())
        for name, parts in self._parts:
            others = [bits for other, bits in sets.items() if other != name]
            among = chosen if name not in sets else reduce(np.bitwise_and, others)
            np.bitwise_count(parts & among).sum(axis=1, dtype=np.int64)
        slots = np.flatnonzero(np.unpackbits(chosen.view(np.uint8), bitorder="little"))
        self.ids[slots[:PAGE]].tolist()
        return len(slots)

    def _sets(self, found: list[tuple[int, str]]) -> dict[str, Bits]:
        places: dict[str, list[int]] = {}
        for slot, text in found:
            places.setdefault(text, []).append(slot)
        sets = {}
        for text, members in places.items():
            chosen = np.zeros(self._size, np.bool_)
            chosen[members] = True
            sets[text] = _pack(chosen)
        return sets

    def _days(self, raw: sqlite3.Connection, slots: dict[int, int]) -> NDArray[np.float64]:
        """Days until each customer's birthday."""
        today = clock().astimezone(ZoneInfo("Europe/Riga")).date()
        until = np.full(self._size, np.inf)
        for key, month, day in raw.execute("SELECT customer_id, month, day FROM important_date"):
            if key in slots:
                until[slots[key]] = days_until(YearlyDate(month, day), today)
        return until


def _pack(chosen: NDArray[np.bool_]) -> Bits:
    return np.packbits(chosen, bitorder="little").view(np.uint64)
