"""Opens a database and runs transactions on it.

SQLite: write-ahead log, foreign keys, full synchronous, and writes that take the lock at their beginning, because
SQLAlchemy's default loses updates silently when two write. PostgreSQL: serializable writes, rerun whole when the
server asks for it. A transaction is a function, since only a function can be run again.
"""

import random
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

from clienteling.database import failures
from clienteling.database.number_reserve import NumberReserve
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.keys import KeyMaker

MOST_RUNS = 30
BUSY_SECONDS = 10
_PATIENCE = f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}"
_CACHE = 32_000  # kilobytes of an SQLite file that a connection keeps: some pages of cards and the way to them
_AT_ONCE = "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
_WRITING = "clienteling_writing"
_HASTY = "clienteling_hasty"

Result = TypeVar("Result")


class Transaction(Session):
    """What a service hands to the functions of this package: all of it happens, or none."""

    keys: KeyMaker
    reserve: NumberReserve
    closing: list[Callable[[], None]]
    """What is done last, right before the commit of a transaction that writes."""
    reading: Connection | None = None

    def connection(self, *arguments: Any, **named: Any) -> Connection:
        # What a read does most. The session needs to know of the transaction only where rows become objects.
        return self.reading if self.reading is not None else super().connection(*arguments, **named)

    def key(self) -> int:
        """A key for a new row. Only in transactions that write."""
        return self.keys()


class Database:
    """A database by URL: `sqlite:///file` or `postgresql+psycopg://...`. Connections are opened when first needed."""

    def __init__(self, url: str, clock: Callable[[], datetime]) -> None:
        self.engine = _engine(url)
        self._clock = clock
        self._keys: KeyMaker | None = None
        self._leasing = threading.Lock()
        self._reserve = NumberReserve()
        self._writer = self.engine.execution_options(**{_WRITING: True})
        self._hasty_writer = self.engine.execution_options(**{_WRITING: True, _HASTY: True})
        if not self.is_sqlite:
            self._writer = self.engine.execution_options(isolation_level="SERIALIZABLE")
            self._hasty_writer = self._writer
        self._pause = threading.Event()

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @property
    def place(self) -> str:
        """Where the data is: a file, or a server's address without a password."""
        if self.is_sqlite:
            return self.engine.url.database or ""
        return self.engine.url.render_as_string(hide_password=True)

    def read(self, work: Callable[[Transaction], Result]) -> Result:
        """Run `work` on one consistent state. Raises `Storage` problems."""
        with (
            failures.translated(),
            self.engine.connect() as connection,
            Transaction(connection, expire_on_commit=False) as transaction,
        ):
            transaction.reading = connection
            return work(transaction)

    def write(self, work: Callable[[Transaction], Result], *, patient: bool = True) -> Result:
        """Run `work` and commit; whatever it raises rolls everything back. May run `work` more than once.

        Without being `patient` it raises `Busy` at once if somebody else is writing to the SQLite file.
        """
        writer = self._writer if patient else self._hasty_writer
        with failures.translated():
            for run in range(MOST_RUNS):
                try:
                    with Transaction(writer, expire_on_commit=False) as transaction:
                        transaction.keys = self._lease(transaction)
                        transaction.closing = []
                        transaction.reserve = self._reserve
                        result = work(transaction)
                        for act in transaction.closing:
                            act()
                        transaction.commit()
                        return result
                except DBAPIError as error:
                    if run == MOST_RUNS - 1 or not failures.must_rerun(error):
                        raise
                    # Two that collided should not collide again.
                    self._pause.wait(random.uniform(0, 0.005 * (run + 1)))  # noqa: S311 - no secret
        raise AssertionError("unreachable")

    def wrote(self, key: int) -> bool:
        """Whether this process made the row with a key."""
        return self._keys is not None and self._keys.made(key)

    def close(self) -> None:
        self.engine.dispose()

    def _lease(self, transaction: Transaction) -> KeyMaker:
        """This process's keys. The node is leased by its first write, and forgotten if that one fails."""
        if self._keys is not None:
            return self._keys
        statement = text("UPDATE node SET next_number = next_number + 1 RETURNING next_number")
        keys = KeyMaker(transaction.connection().execute(statement).scalar_one(), self._clock)

        @event.listens_for(transaction, "after_commit")
        def keep(_session: Session) -> None:
            with self._leasing:
                self._keys = self._keys or keys

        return keys


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # ValueError: a port that is no number
        raise Invalid("database", mark("This is no database address. Use sqlite:///file or postgresql://...")) from None
    if parsed.drivername == "sqlite":
        connect_args: dict[str, Any] = {"timeout": BUSY_SECONDS, "check_same_thread": False}
        return _sqlite(create_engine(parsed, connect_args=connect_args, hide_parameters=True))
    if parsed.get_backend_name() in {"postgresql", "postgres"}:
        return _postgres(
            create_engine(
                parsed.set(drivername="postgresql+psycopg"),
                isolation_level="REPEATABLE READ",
                connect_args={"connect_timeout": BUSY_SECONDS, "application_name": "clienteling"},
                pool_pre_ping=True,
                hide_parameters=True,  # what goes wrong is logged, and names of customers must not be
            )
        )
    raise Invalid("database", mark("Only SQLite and PostgreSQL are supported."))


def _postgres(engine: Engine) -> Engine:
    event.listen(engine, "connect", _insist)
    return engine


def _insist(connection: Any, _entry: ConnectionPoolEntry) -> None:
    """What is said to be done is on the server's disk, also where the server would say so a moment before."""
    with connection.cursor() as cursor:
        cursor.execute(_AT_ONCE)
    connection.commit()


def _sqlite(engine: Engine) -> Engine:
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:
    # The driver must not begin transactions by itself: `_begin` does.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(_PATIENCE)
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA cache_size = -{_CACHE}")
    if not cursor.execute("PRAGMA query_only").fetchone()[0]:
        _use_write_ahead_log(cursor)
    cursor.execute("PRAGMA synchronous = FULL")
    # macOS: to the disk, and not only into what the disk remembers until the power fails.
    cursor.execute("PRAGMA fullfsync = ON")
    cursor.close()


def _use_write_ahead_log(cursor: Any) -> None:
    (mode,) = cursor.execute("PRAGMA journal_mode").fetchone()
    if mode != "wal":
        cursor.execute("PRAGMA journal_mode = WAL")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get(_WRITING, False):
        # It takes no lock yet, so nothing can fail that would have to be translated.
        connection.connection.cursor().execute("BEGIN")
    elif not options.get(_HASTY, False):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        finally:
            connection.exec_driver_sql(_PATIENCE)
