"""A writer that is killed at random moments, and whether the database then holds what it was told to hold.

The writer is a process of its own. It says what it is about to do, does it, and says that it is done when the service
has returned, which is when a person would see it done. Each is killed without a word of warning (SIGKILL) at a random
moment; the next one goes on with the same database.
"""

import multiprocessing
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from random import Random
from time import monotonic

from sqlalchemy import text

from clienteling.database import customers
from clienteling.database.engine import Database, Transaction
from clienteling.domain import search
from clienteling.services.status import examine
from tests.support.company import Company
from tests.support.floor_acts import Act, Floor, do, floor_in, next_act
from tests.support.program import Program

MOST_ACTS = 6  # that are let done before the kill
LONGEST_ACT = 0.015  # seconds, or about that: the kill comes at any moment of the next one
PATIENCE = 60  # seconds


@dataclass(frozen=True, slots=True)
class Orders:
    """What a writer begins with."""

    url: str
    company: Company
    floor: Floor
    seed: int


@dataclass(slots=True)
class Diary:
    """What one writer said before it died: acts that are done, with their records, and the one that was begun."""

    done: list[tuple[Act, int]] = field(default_factory=list)
    begun: Act | None = None


@dataclass(slots=True)
class Tally:
    """What came of all kills. `in_doubt` were begun and not said to be done; `whole` of them are there."""

    kills: int = 0
    acts: int = 0
    in_doubt: int = 0
    whole: int = 0


def now() -> datetime:
    return datetime.now(UTC)


def write_until_killed(orders: Orders, said: Connection) -> None:
    """The writer's life."""
    random, floor = Random(orders.seed), orders.floor
    program = Program(orders.url, orders.company, now)
    last: tuple[Act, int] | None = None
    for number in range(1_000_000):
        act = next_act(random, floor, last, f"N{orders.seed}-{number}")
        said.send(act)
        record = do(act, program)
        said.send(record)
        floor, last = floor.after(act), (act, record)


class Writer:
    """A process that writes, and the diary of what it has said."""

    def __init__(self, orders: Orders) -> None:
        self.diary = Diary()
        processes = _processes()
        self._ear, mouth = processes.Pipe(duplex=False)
        self._process = processes.Process(target=write_until_killed, args=(orders, mouth), daemon=True)
        self._process.start()
        mouth.close()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def go_on(self, acts: int) -> None:
        """Wait until so many acts more are done, and another one is begun."""
        enough = len(self.diary.done) + acts
        while len(self.diary.done) < enough or self.diary.begun is None:
            assert self._ear.poll(PATIENCE), "the writer does nothing"
            self._hear()

    def hear_the_rest(self) -> None:
        """What it had said by now counts, heard or not."""
        with suppress(EOFError):
            while self._ear.poll():
                self._hear()

    def kill(self) -> None:
        self._process.kill()
        self._process.join(PATIENCE)
        assert self._process.exitcode is not None
        self.hear_the_rest()
        self._ear.close()

    def _hear(self) -> None:
        message: Act | int = self._ear.recv()
        if isinstance(message, Act):
            self.diary.begun = message
        else:
            assert self.diary.begun is not None
            self.diary.done.append((self.diary.begun, message))
            self.diary.begun = None


class Campaign:
    """Kills one writer after the other on one database, which nobody else uses."""

    def __init__(self, url: str, company: Company, seed: int) -> None:
        self.tally = Tally()
        self._url = url
        self._database = Database(url, now)
        self._company = company
        self._random = Random(seed)
        with self._opened() as database:
            self._floor = database.read(floor_in)
            self._records = database.read(_records)
        self._pause = threading.Event()

    def run(self, kills: int) -> Tally:
        """Raises AssertionError if anything that was said to be done is missing, or anything is half done."""
        for _ in range(kills):
            self.look_after(self.kill_a_writer())
            self.tally.kills += 1
        return self.tally

    def kill_a_writer(self) -> Diary:
        """Let a writer write for a while, kill it, and give back what it had said."""
        writer = Writer(Orders(self._url, self._company, self._floor, self._random.randrange(1 << 30)))
        writer.go_on(self._random.randint(0, MOST_ACTS))
        self._pause.wait(self._random.uniform(0, LONGEST_ACT))
        writer.kill()
        return writer.diary

    def look_after(self, diary: Diary) -> None:
        """Open the database as the program does, and compare it with what was said."""
        with self._opened() as database:
            database.read(_wait_for_the_server)
            done = self._floor
            for act, _ in diary.done:
                done = done.after(act)
            found = database.read(floor_in)
            pending = diary.begun
            is_whole = pending is not None and found == done.after(pending) != done
            assert found == (done.after(pending) if is_whole and pending else done), (diary, _difference(found, done))
            self._check_records(database, diary, pending if is_whole else None)
            touched = {key for act in _acts(diary) for key in act.customers}
            database.read(lambda t: _check_tokens(t, self._company.entities["USMF"].id, touched))
            health = examine(database)
            assert health.is_well, health.findings
        self._floor = found
        self.tally.acts += len(diary.done)
        self.tally.in_doubt += pending is not None
        self.tally.whole += is_whole

    def _check_records(self, database: Database, diary: Diary, pending: Act | None) -> None:
        """Each act has its record with a line for each customer, and there is no record beside them."""
        found = database.read(_records)
        new = {key: lines for key, lines in found.items() if key not in self._records}
        for act, record in diary.done:
            assert new.pop(record) == act.named, act
        assert list(new.values()) == ([pending.named] if pending is not None else [])
        self._records = found

    @contextmanager
    def _opened(self) -> Iterator[Database]:
        """The database with fresh connections, which are closed at the end."""
        try:
            yield self._database
        finally:
            self._database.close()


def _processes() -> ForkServerContext | SpawnContext:
    """Where writers come from. What they import is imported once, not before each life, where that can be."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["tests.support.killing"])
    return server


def _acts(diary: Diary) -> list[Act]:
    return [act for act, _ in diary.done] + ([diary.begun] if diary.begun is not None else [])


def _records(transaction: Transaction) -> dict[int, int]:
    """How many customers each record names."""
    statement = (
        "SELECT record.id, count(DISTINCT record_change.customer_id) FROM record "
        "LEFT JOIN record_change ON record_change.record_id = record.id GROUP BY record.id"
    )
    return {key: lines for key, lines in transaction.connection().execute(text(statement))}


def _check_tokens(transaction: Transaction, legal_entity_id: int, keys: set[int]) -> None:
    """Search finds the customers by what they are called now, and by nothing else; attributes were not written."""
    connection = transaction.connection()
    for key in keys:
        customer = customers.find(transaction, legal_entity_id, key)
        assert customer is not None
        statement = text("SELECT token, field FROM customer_token WHERE customer_id = :key AND field <> 'attribute'")
        stored = {(token, where) for token, where in connection.execute(statement, {"key": key})}
        assert stored == search.tokens(customer)


def _wait_for_the_server(transaction: Transaction) -> None:
    """PostgreSQL finishes what it was told to do before it notices that nobody is there any more."""
    connection = transaction.connection()
    if connection.dialect.name == "sqlite":
        return
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    end = monotonic() + PATIENCE
    while connection.execute(others).scalar_one():
        connection.exec_driver_sql("SELECT pg_stat_clear_snapshot()")
        assert monotonic() < end, "somebody is still connected"


def _difference(found: Floor, expected: Floor) -> dict[str, object]:
    return {
        "holders": dict(found.holders.items() ^ expected.holders.items()),
        "names": dict(found.names.items() ^ expected.names.items()),
        "new": found.new ^ expected.new,
        "texts": found.texts ^ expected.texts,
    }
