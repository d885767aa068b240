import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from clienteling.database import engine
from clienteling.database.engine import Database, Transaction
from clienteling.domain.errors import Busy, Invalid, Problem
from clienteling.domain.keys import KeyMaker
from tests.support import counters
from tests.support.clock import START, Clock
from tests.support.processes import at_once


def add_parameter(transaction: Transaction, name: str, value: str = "") -> None:
    transaction.execute(
        text("INSERT INTO parameter (scope_id, name, value) VALUES (0, :name, :value)"), {"name": name, "value": value}
    )


def parameter_names(transaction: Transaction) -> list[str]:
    return sorted(transaction.execute(text("SELECT name FROM parameter")).scalars())


def test_threads_that_write_at_once_lose_nothing(database: Database) -> None:
    database.write(counters.set_up)
    with ThreadPoolExecutor(4) as pool:
        reached = list(pool.map(lambda _: database.write(counters.increment), range(40)))
    assert sorted(reached) == list(range(1, 41))
    assert database.read(counters.value) == 40


def test_processes_that_write_at_once_lose_nothing(database: Database, database_url: str) -> None:
    database.write(counters.set_up)
    reached = at_once(counters.increment_often, [(database_url, 25)] * 2)
    assert sorted(number for numbers in reached for number in numbers) == list(range(1, 51))
    assert database.read(counters.value) == 50


def test_what_raises_takes_everything_back(database: Database) -> None:
    def work(transaction: Transaction) -> None:
        add_parameter(transaction, "half")
        raise Problem("no further")

    with pytest.raises(Problem, match="no further"):
        database.write(work)
    assert database.read(parameter_names) == []


def test_what_is_written_is_there_for_a_program_that_starts_later(database: Database, database_url: str) -> None:
    database.write(lambda t: add_parameter(t, "kept"))
    database.close()
    later = Database(database_url, Clock())
    assert later.read(parameter_names) == ["kept"]
    later.close()


def test_a_read_sees_one_state_while_another_writes(database: Database) -> None:
    def work(transaction: Transaction) -> tuple[list[str], list[str]]:
        before = parameter_names(transaction)
        database.write(lambda t: add_parameter(t, "new"))
        return before, parameter_names(transaction)

    assert database.read(work) == ([], [])
    assert database.read(parameter_names) == ["new"]


def test_a_transaction_that_collides_is_run_again_from_the_beginning(postgres_database: str) -> None:
    database = Database(postgres_database, Clock())
    engine_ready(database)
    runs = []

    def work(transaction: Transaction) -> int:
        runs.append(counters.value(transaction))
        if len(runs) == 1:
            # Somebody writes between our reading and our writing.
            database.write(counters.increment)
        return counters.increment(transaction)

    assert database.write(work) == 2
    assert runs == [0, 1]
    database.close()


def test_transactions_that_wait_for_each_other_are_run_again(postgres_database: str) -> None:
    database = Database(postgres_database, Clock())
    engine_ready(database)
    database.write(lambda t: add_parameter(t, "other", "0"))
    runs = []

    def touch(transaction: Transaction, name: str) -> None:
        transaction.execute(text("UPDATE parameter SET value = value || 'x' WHERE name = :name"), {"name": name})

    def work(names: tuple[str, str]) -> None:
        def both(transaction: Transaction) -> None:
            runs.append(names)
            touch(transaction, names[0])
            touch(transaction, names[1])

        for _ in range(10):
            database.write(both)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, [(counters.NAME, "other"), ("other", counters.NAME)]))
    values = database.read(lambda t: list(t.execute(text("SELECT value FROM parameter")).scalars()))
    assert values == ["0" + "x" * 20] * 2
    assert len(runs) >= 20
    database.close()


def engine_ready(database: Database) -> None:
    from clienteling.database import migrations

    migrations.upgrade(database)
    database.write(counters.set_up)


def test_a_transaction_that_always_collides_gives_up_in_words(
    postgres_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "MOST_RUNS", 3)
    database = Database(postgres_database, Clock())
    engine_ready(database)
    runs = []

    def work(transaction: Transaction) -> None:
        counters.value(transaction)
        runs.append(database.write(counters.increment))
        counters.increment(transaction)

    with pytest.raises(Busy):
        database.write(work)
    assert runs == [1, 2, 3]
    assert database.read(counters.value) == 3
    database.close()


def test_a_mistake_of_the_program_is_not_run_again(database: Database) -> None:
    runs = []

    def work(transaction: Transaction) -> None:
        runs.append(1)
        add_parameter(transaction, "same")
        add_parameter(transaction, "same")

    with pytest.raises(IntegrityError):
        database.write(work)
    assert len(runs) == 1


def test_what_goes_wrong_does_not_tell_what_was_to_be_written(database: Database) -> None:
    """It is logged with its traceback, and names of customers must not be."""

    customer = " ".join(("Anna", "Bērziņa"))

    def work(transaction: Transaction) -> None:
        add_parameter(transaction, "same", customer)
        add_parameter(transaction, "same", customer)

    with pytest.raises(IntegrityError) as error:
        database.write(work)
    assert customer not in "".join(traceback.format_exception(error.value))


def test_rows_that_refer_to_nothing_are_refused(database: Database) -> None:
    statement = text("INSERT INTO permission (group_id, operation) VALUES (7, 712)")
    with pytest.raises(DBAPIError):
        database.write(lambda t: t.execute(statement))


def test_each_program_makes_keys_of_its_own_even_at_the_same_moment(database: Database, database_url: str) -> None:
    others = [Database(database_url, lambda: START) for _ in range(3)]
    made = [other.write(lambda t: [t.key() for _ in range(10)]) for other in others]
    made.append(others[0].write(lambda t: [t.key()]))
    keys = [key for keys in made for key in keys]
    assert len(set(keys)) == 31
    for other in others:
        other.close()


def test_a_node_whose_first_write_failed_is_not_used(database: Database) -> None:
    def work(transaction: Transaction) -> int:
        transaction.key()
        raise Problem("no")

    with pytest.raises(Problem):
        database.write(work)
    assert database._keys is None
    database.write(lambda t: t.key())
    assert isinstance(database._keys, KeyMaker)


def test_the_place_is_shown_without_the_password() -> None:
    database = Database("postgresql://anna:secret@server/shop", Clock())
    assert database.place == "postgresql+psycopg://anna:***@server/shop"
    database.close()


@pytest.mark.parametrize(
    "url", ["postgresql://server/shop", "postgres://server/shop", "postgresql+psycopg2://server/shop"]
)
def test_every_way_to_write_a_postgresql_address_is_understood(url: str) -> None:
    database = Database(url, Clock())
    assert database.place == "postgresql+psycopg://server/shop"
    database.close()


@pytest.mark.parametrize("url", ["", "shop", "mysql://server/shop", "nonsense://server", "postgresql://server:port/x"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(Invalid) as refusal:
        Database(url, Clock())
    assert refusal.value.field == "database"


def test_sqlite_keeps_what_a_person_wrote_through_a_power_cut(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'x.sqlite'}", Clock())
    with database.engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "fullfsync", "foreign_keys")
        }
    # With each commit the log is synced: FULL is 2.
    assert settings == {"journal_mode": "wal", "synchronous": 2, "fullfsync": 1, "foreign_keys": 1}
    database.close()
