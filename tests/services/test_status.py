"""How the database is, for the status page and for administrators."""

from pathlib import Path

import pytest

from clienteling.database import migrations
from clienteling.database.engine import Database
from clienteling.domain.errors import NewerData, NotAllowed, NotFound
from clienteling.services.status import Status, examine
from tests.support.clock import Clock
from tests.support.program import Program


def execute(program: Program, *statements: str) -> None:
    """Change the database behind the program's back, even against its rules."""
    with program.database.engine.connect() as connection:
        if program.database.is_sqlite:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("BEGIN")
        for statement in statements:
            connection.exec_driver_sql(statement)
        connection.commit()
        if program.database.is_sqlite:
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")


def broken(program: Program) -> dict[str, int]:
    """What is wrong, by code."""
    health = examine(program.database)
    assert health.is_well == (not any(finding.broken for finding in health.findings))
    return {finding.code: finding.broken for finding in health.findings if finding.broken}


def test_the_connection_says_where_the_data_is(program: Program) -> None:
    connection = program.services.status.connection(program.session("001"))
    assert connection.place == program.database.place
    assert connection.system.startswith("SQLite 3." if program.database.is_sqlite else "PostgreSQL ")
    assert connection.size > 100_000


def test_a_sound_database_is_well(program: Program) -> None:
    health = program.services.status.health(program.session("001"))
    assert health.is_well
    assert health.revision == migrations.HEAD
    assert len({finding.code for finding in health.findings}) == len(health.findings)
    assert (health.counts["customer"], health.counts["holding"]) == (45, 29)
    assert health == examine(program.database)


def test_the_status_needs_its_permissions(sqlite_program: Program) -> None:
    execute(sqlite_program, "DELETE FROM permission WHERE operation IN (717, 917)")
    status: Status = sqlite_program.services.status
    for ask in (status.connection, status.health):
        with pytest.raises(NotAllowed):
            ask(sqlite_program.session("001"))


@pytest.mark.parametrize(
    ("code", "statement"),
    [
        (
            "own_company",
            "UPDATE client_book SET legal_entity_id = (SELECT id FROM legal_entity WHERE code = 'DEMF')"
            " WHERE code = 'USMF-00001'",
        ),
        (
            "name_order",
            "UPDATE holding SET name_key = 'zzz' WHERE customer_id = (SELECT max(customer_id) FROM holding)",
        ),
        ("searchable", "DELETE FROM customer_token"),
        ("one_primary", "UPDATE customer_email SET is_primary = (1 = 1)"),
    ],
)
def test_a_broken_rule_is_found(program: Program, code: str, statement: str) -> None:
    execute(program, statement)
    assert list(broken(program)) == [code]


def test_a_second_book_of_a_worker_is_found(sqlite_program: Program) -> None:
    # No database lets it in as long as its index is whole.
    columns = "id INTEGER PRIMARY KEY, legal_entity_id INTEGER, worker_id INTEGER, code TEXT, description TEXT"
    execute(
        sqlite_program,
        f"CREATE TABLE plain ({columns})",
        "INSERT INTO plain SELECT id, legal_entity_id, worker_id, code, description FROM client_book",
        "DROP TABLE client_book",
        "ALTER TABLE plain RENAME TO client_book",
        "INSERT INTO client_book SELECT id + 1, legal_entity_id, worker_id, code || 'x', '' FROM client_book LIMIT 1",
    )
    assert broken(sqlite_program)["one_book"] == 1


def test_a_reference_to_nothing_is_found(sqlite_program: Program) -> None:
    execute(sqlite_program, "DELETE FROM worker WHERE personnel_number = '004'")
    health = examine(sqlite_program.database)
    (finding,) = [finding for finding in health.findings if finding.broken]
    assert finding.code == "references"
    assert any(detail.startswith("client_book → worker") for detail in finding.details)


def test_there_has_to_be_a_database(tmp_path: Path) -> None:
    for name in ("missing", "empty"):
        file = tmp_path / f"{name}.sqlite"
        if name == "empty":
            file.touch()
        database = Database(f"sqlite:///{file}", Clock())
        with pytest.raises(NotFound):
            examine(database)
        database.close()
    assert not (tmp_path / "missing.sqlite").exists()


def test_a_newer_schema_is_refused(program: Program) -> None:
    execute(program, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerData, match="9999"):
        examine(program.database)


def test_of_an_older_schema_only_the_file_is_looked_over(program: Program) -> None:
    execute(program, "UPDATE alembic_version SET version_num = '0000'")
    health = examine(program.database)
    assert (health.revision, dict(health.counts)) == ("0000", {})
    assert [finding.code for finding in health.findings] == ["whole", "references"]
