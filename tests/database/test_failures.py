"""What goes wrong with a real database is said in words, and nothing is lost."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError, ProgrammingError

from clienteling.database import engine, migrations
from clienteling.database.engine import Database, Transaction
from clienteling.database.failures import must_rerun, translated
from clienteling.domain.errors import (
    BrokenData,
    Busy,
    Problem,
    ReadOnly,
    Storage,
    StorageFull,
    Unreachable,
)
from tests.support import postgres
from tests.support.clock import Clock


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An SQLite database with the newest schema."""
    file = tmp_path / "clienteling.sqlite"
    database = Database(f"sqlite:///{file}", Clock())
    migrations.upgrade(database)
    database.close()
    return file


@pytest.fixture
def sqlite_database(file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The same, which does not wait for others."""
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0)
    monkeypatch.setattr(engine, "_PATIENCE", "PRAGMA busy_timeout = 0")
    database = Database(f"sqlite:///{file}", Clock())
    yield database
    database.close()


def add_parameter(transaction: Transaction, name: str = "x", value: str = "") -> None:
    transaction.execute(
        text("INSERT INTO parameter (scope_id, name, value) VALUES (0, :name, :value)"), {"name": name, "value": value}
    )


def parameters(transaction: Transaction) -> int:
    return int(transaction.execute(text("SELECT count(*) FROM parameter")).scalar_one())


def test_another_program_that_writes_is_said_and_waited_for(file: Path, sqlite_database: Database) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy, match="Another program is writing"):
        sqlite_database.write(add_parameter)
    assert sqlite_database.read(parameters) == 0
    other.execute("COMMIT")
    other.close()
    sqlite_database.write(add_parameter)
    assert sqlite_database.read(parameters) == 1


def test_a_file_that_may_only_be_read_is_read_and_not_written(file: Path) -> None:
    database = Database(f"sqlite:///file:{file}?mode=ro&uri=true", Clock())
    assert database.read(parameters) == 0
    with pytest.raises(ReadOnly, match="Nothing can be saved"):
        database.write(add_parameter)
    database.close()


def test_a_full_disk_is_said_and_leaves_the_data_whole(sqlite_database: Database) -> None:
    sqlite_database.write(add_parameter)

    def fill(transaction: Transaction) -> None:
        pages = transaction.execute(text("PRAGMA page_count")).scalar_one()
        transaction.execute(text(f"PRAGMA max_page_count = {pages + 10}"))
        for number in range(1000):
            add_parameter(transaction, f"big {number}", "x" * 4000)

    with pytest.raises(StorageFull, match="The disk is full"):
        sqlite_database.write(fill)
    assert sqlite_database.read(parameters) == 1
    assert sqlite_database.read(lambda t: t.execute(text("PRAGMA integrity_check")).scalar_one()) == "ok"


def test_a_damaged_file_is_said(file: Path) -> None:
    pages = bytearray(file.read_bytes())
    pages[100 : len(pages)] = bytes(len(pages) - 100)
    file.write_bytes(pages)
    database = Database(f"sqlite:///{file}", Clock())
    with pytest.raises(BrokenData, match="Restore it from a backup"):
        database.read(parameters)
    database.close()


def test_a_file_in_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'nowhere' / 'x.sqlite'}", Clock())
    with pytest.raises(Unreachable, match="folder exists and that you may write there"):
        database.read(parameters)
    database.close()


def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    database = Database(f"postgresql://anna@/shop?host={tmp_path}", Clock())
    for act in (database.read, database.write):
        with pytest.raises(Unreachable, match="does not answer"):
            act(parameters)
    with pytest.raises(Unreachable):
        migrations.upgrade(database)
    database.close()


def test_a_server_whose_name_nobody_knows_is_said() -> None:
    database = Database("postgresql://anna@server.invalid/shop", Clock())
    with pytest.raises(Unreachable, match="does not answer"):
        database.read(parameters)
    database.close()


def test_a_database_that_the_server_does_not_have_is_said(postgres_url: str) -> None:
    database = Database(postgres.with_database(postgres_url, "nowhere"), Clock())
    with pytest.raises(Unreachable, match="no such database"):
        database.read(parameters)
    database.close()


def test_a_user_whom_the_server_does_not_know_is_said(postgres_url: str) -> None:
    given = psycopg.conninfo.conninfo_to_dict(postgres_url)
    database = Database(f"postgresql://nobody:guess@/postgres?host={given['host']}", Clock())
    with pytest.raises(Unreachable, match="refuses the user or the password"):
        database.read(parameters)
    database.close()


def test_a_server_that_goes_away_is_said_and_found_again(postgres_database: str, postgres_url: str) -> None:
    database = Database(postgres_database, Clock())
    migrations.upgrade(database)
    name = database.engine.url.database

    def cut(transaction: Transaction) -> int:
        parameters(transaction)
        with psycopg.connect(postgres_url, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        return parameters(transaction)

    for act in (database.read, database.write):
        with pytest.raises(Unreachable):
            act(cut)
        assert database.read(parameters) == 0
    database.close()


def test_a_database_that_only_gives_is_said(postgres_database: str) -> None:
    database = Database(postgres_database, Clock())
    migrations.upgrade(database)

    def forbid(transaction: Transaction) -> None:
        transaction.execute(text("SET TRANSACTION READ ONLY"))
        add_parameter(transaction)

    with pytest.raises(ReadOnly, match="Nothing can be saved"):
        database.write(forbid)
    database.close()


class Answer(psycopg.OperationalError):
    """What psycopg says when the server has given a code."""

    def __init__(self, state: str) -> None:
        super().__init__(f"the server said {state}")
        self.sqlstate = state


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (sqlite3.OperationalError("database is locked"), Busy),
        (sqlite3.OperationalError("database table is locked: customer"), Busy),
        (sqlite3.OperationalError("attempt to write a readonly database"), ReadOnly),
        (sqlite3.OperationalError("database or disk is full"), StorageFull),
        (sqlite3.DatabaseError("file is not a database"), BrokenData),
        (sqlite3.DatabaseError("database disk image is malformed"), BrokenData),
        (sqlite3.OperationalError("unable to open database file"), Unreachable),
        (Answer("40001"), Busy),
        (Answer("40P01"), Busy),
        (Answer("55P03"), Busy),
        (Answer("25006"), ReadOnly),
        (Answer("53100"), StorageFull),
        (Answer("08006"), Unreachable),
        (Answer("57P01"), Unreachable),
        (Answer("57P03"), Unreachable),
        (Answer("28P01"), Unreachable),
        (Answer("3D000"), Unreachable),
        (Answer("XX001"), BrokenData),
        (psycopg.OperationalError("connection failed: server closed the connection unexpectedly"), Unreachable),
        (psycopg.OperationalError("consuming input failed: server closed the connection unexpectedly"), Unreachable),
        (psycopg.errors.ConnectionTimeout("connection timeout expired"), Unreachable),
        (psycopg.InterfaceError("the connection is closed"), Unreachable),
    ],
)
def test_what_a_driver_says_becomes_a_problem(said: Exception, problem: type[Storage]) -> None:
    with pytest.raises(Storage) as raised, translated():
        raise driver_error(said)
    assert type(raised.value) is problem
    assert raised.value.message


def test_a_wrong_password_is_not_taken_for_a_server_that_is_away() -> None:
    said = 'connection failed: FATAL:  password authentication failed for user "anna"'
    with pytest.raises(Unreachable, match="refuses the user or the password"), translated():
        raise driver_error(psycopg.OperationalError(said))


@pytest.mark.parametrize(
    "said", [sqlite3.OperationalError("no such table: customer"), Answer("42P01"), Answer("23505"), Answer("22003")]
)
def test_a_mistake_of_the_program_stays_what_it_is(said: Exception) -> None:
    with pytest.raises(DatabaseError), translated():
        raise driver_error(said)


def test_only_collisions_are_run_again() -> None:
    states = ["40001", "40P01", "55P03", "23505", "08006"]
    assert [s for s in states if must_rerun(OperationalError("", {}, Answer(s)))] == ["40001", "40P01"]
    assert not must_rerun(OperationalError("", {}, sqlite3.OperationalError("database is locked")))


def test_problems_pass_through_unchanged() -> None:
    with pytest.raises(Problem, match="mine"), translated():
        raise Problem("mine")


def driver_error(said: Exception) -> Exception:
    """As SQLAlchemy wraps it."""
    if isinstance(said, psycopg.InterfaceError):
        return InterfaceError("", {}, said)
    if isinstance(said, sqlite3.OperationalError | psycopg.OperationalError):
        return OperationalError("", {}, said)
    return ProgrammingError("", {}, said)
