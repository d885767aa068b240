from contextlib import closing
from pathlib import Path

import alembic.command
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from clienteling.database import migrations, records, seals
from clienteling.database.engine import Database, Transaction
from clienteling.domain.audit import Change, Outcome, Record
from clienteling.domain.chain import line_commitment
from clienteling.domain.operations import Operation
from tests.database.test_migrations import config
from tests.database.test_records import AT, written
from tests.support.clock import Clock
from tests.support.processes import at_once
from tests.support.program import Program

RECORDS = 8


def broken(program: Program) -> tuple[str, ...]:
    return program.database.read(seals.broken)


def tamper(program: Program, *statements: str) -> None:
    """Change the audit as somebody does who owns the database: without what stands in the way."""
    triggers = {
        "sqlite": [f"DROP TRIGGER {t}_no_{c}" for t in TABLES for c in ("update", "delete")],
        "postgresql": [f"ALTER TABLE {t} DISABLE TRIGGER USER" for t in TABLES],
    }
    kind = program.database.engine.dialect.name

    def work(transaction: Transaction) -> None:
        for statement in (*triggers[kind], *statements):
            transaction.execute(text(statement))

    program.database.write(work)


TABLES = ("record", "record_change", "record_seal")


def three(program: Program) -> list[int]:
    first, second = program.company.accounts(1, 2)
    lines = (Change("name", first, "Anna", "Ana"), Change("holder", second, "001", "002"))
    return [written(program, *lines), written(program, outcome=Outcome.REFUSED), written(program, *lines)]


def test_the_chain_holds_after_everything_that_is_done(program: Program) -> None:
    keys = three(program)
    anna = program.session("001")
    program.services.book_changes.add(anna, program.company.accounts(21, 22))
    program.services.timelines.add_note(anna, program.company.customers["C-0001"], "“ē” \n \U0001f600")
    assert broken(program) == ()
    head = program.database.read(seals.head)
    assert head.position > len(keys)
    assert program.database.read(lambda t: seals.hash_at(t, head.position)) == head.hash
    assert program.database.read(lambda t: seals.hash_at(t, head.position + 1)) == ""


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET reason = 'another' WHERE id = {key}",
        "UPDATE record SET worker_id = (SELECT min(id) FROM worker) WHERE id = {key}",
        "UPDATE record SET salt = NULL WHERE id = {key}",
        "UPDATE record_change SET after = '003' WHERE record_id = {key} AND line = 2",
        "UPDATE record_change SET customer_id = NULL, before = NULL, after = NULL WHERE record_id = {key} AND line = 1",
        "UPDATE record_change SET subject = 'note' WHERE record_id = {key} AND line = 1",
        "DELETE FROM record_change WHERE record_id = {key} AND line = 1",
        "DELETE FROM record_change WHERE record_id = {key} AND line = 2",
        "UPDATE record_seal SET hash = (SELECT salt FROM record WHERE id = {key}) WHERE record_id = {key}",
    ],
)
def test_what_was_changed_afterwards_shows_first(program: Program, statement: str) -> None:
    _, _, key = three(program)
    three(program)
    tamper(program, statement.format(key=key))
    first, *_ = broken(program)
    assert f"record {key} of 2026-11-22 12:00:00 UTC: " in first


def test_what_was_deleted_or_slipped_in_shows(program: Program) -> None:
    first, second, third = three(program)
    tamper(
        program,
        f"DELETE FROM record_seal WHERE record_id = {second}",
        f"DELETE FROM record WHERE id = {second}",
        "INSERT INTO record (id, at, operation, outcome, reason) "
        f"SELECT {first + 1}, at, operation, outcome, reason FROM record WHERE id = {first}",
    )
    (place,) = [line for line in broken(program) if line.endswith(": deleted")]
    assert place.startswith("place ")
    assert broken(program)[-1] == f"record {first + 1}: not in the chain"
    assert any(f"record {third} of" in line for line in broken(program))


def test_what_is_erased_is_gone_and_the_chain_holds(program: Program) -> None:
    key, refused, _ = three(program)
    assert program.database.write(lambda t: seals.erase_lines(t, [(key, 1), (key, 2)])) == 1
    assert program.database.write(lambda t: seals.erase_reasons(t, [key, refused])) == 2
    assert broken(program) == ()
    lines = [line for line in program.database.read(records.audit) if line.id in (key, refused)]
    read = [(x.account_number, x.customer, x.before, x.after, x.reason, x.erased) for x in lines]
    name = lines[-1].customer
    assert read == [
        ("", "", None, None, "", False),
        ("", "", None, None, "", True),
        ("C-0002", name, "001", "002", "", False),
    ]
    # What is gone is not erased again.
    assert program.database.write(lambda t: seals.erase_lines(t, [(key, 1)])) == 0
    assert program.database.write(lambda t: seals.erase_reasons(t, [key])) == 0
    assert broken(program) == ()


def test_the_door_for_erasing_lets_nothing_else_through(program: Program) -> None:
    key, *_ = three(program)
    sealed = line_commitment(bytes(16), 1, None, None).hex()
    digest = f"decode('{sealed}', 'hex')" if not program.database.is_sqlite else f"x'{sealed}'"
    gone = "customer_id = NULL, before = NULL, after = NULL"
    for change in (
        f"record_change SET salt = {digest}",
        f"record_change SET before = NULL, after = NULL, salt = {digest}",
        f"record_change SET {gone}, subject = 'x', salt = {digest}",
        f"record_change SET {gone}, line = line + 5, salt = {digest}",
        f"record SET reason = 'x', salt = {digest}",
        f"record SET reason = '', outcome = 'refused', salt = {digest}",
    ):
        with pytest.raises(DBAPIError, match="audit lines cannot be changed"):
            program.database.write(lambda t, change=change: t.execute(text(f"UPDATE {change}")))  # type: ignore[misc]
    # Whoever erases by hand without knowing what was there breaks the chain.
    program.database.write(
        lambda t: t.execute(text(f"UPDATE record_change SET {gone}, salt = {digest} WHERE salt IS NOT NULL"))
    )
    assert f"record {key} of" in "".join(broken(program))


def write_many(url: str) -> None:
    with closing(Database(url, Clock())) as database:
        for _ in range(RECORDS):
            database.write(
                lambda t: records.write(
                    t,
                    Record(
                        t.key(),
                        AT,
                        Operation.SET_UP,
                        Outcome.DONE,
                        None,
                        None,
                        None,
                        "x",
                        (Change("a", None, None, "b"),),
                    ),
                )
            )


def test_writers_at_the_same_time_make_one_chain(database: Database, database_url: str) -> None:
    at_once(write_many, [database_url] * 3)
    assert database.read(seals.head).position == 3 * RECORDS
    assert database.read(seals.broken) == ()


def test_a_transaction_that_began_long_ago_goes_on_at_the_end_of_the_chain(postgres_program: Program) -> None:
    with postgres_program.beside() as other:
        written(postgres_program)
        written(other)

        def work(transaction: Transaction) -> None:
            transaction.execute(text("SELECT count(*) FROM customer")).scalar()
            written(other)
            made = Record(transaction.key(), AT, Operation.SET_UP, Outcome.DONE, None, None, None)
            records.write(transaction, made)

        postgres_program.database.write(work)
    assert broken(postgres_program) == ()


def test_what_is_there_gets_its_chain_when_it_is_migrated(database: Database, tmp_path: Path) -> None:
    writer = database.engine.execution_options(clienteling_writing=True)
    with writer.begin() as connection:
        alembic.command.downgrade(config(connection), "0005")
        connection.execute(
            text("INSERT INTO legal_entity (id, code, name, country, currency) VALUES (1, 'A', 'A', 'LV', 'EUR')")
        )
        connection.execute(
            text(
                "INSERT INTO customer (id, legal_entity_id, account_number, kind, title, first_name, last_name, name, "
                "name_key, language, created, version) "
                "VALUES (5, 1, 'C', 'person', '', '', '', '', '', '', '2026-01-01 00:00:00', 1)"
            )
        )
        for key in range(1, 4):
            connection.execute(
                text(
                    "INSERT INTO record (id, at, operation, outcome, reason) "
                    "VALUES (:key, '2026-01-01 00:00:00.5', 716, 'done', 'why')"
                ),
                {"key": key},
            )
            connection.execute(
                text(
                    "INSERT INTO record_change (record_id, line, subject, customer_id, after) "
                    "VALUES (:key, 1, 'x', 5, 'é')"
                ),
                {"key": key},
            )
    migrations.upgrade(database)
    assert database.read(seals.head).position == 3
    assert database.read(seals.broken) == ()
    salts = database.read(
        lambda t: t.execute(text("SELECT salt FROM record UNION SELECT salt FROM record_change")).all()
    )
    assert len(set(salts)) == 6
    with pytest.raises(DBAPIError, match="audit lines cannot be changed"):
        database.write(lambda t: t.execute(text("UPDATE record_change SET after = 'x'")))
