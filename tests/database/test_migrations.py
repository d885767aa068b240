import sqlite3
from pathlib import Path
from typing import Any

import alembic.autogenerate
import alembic.command
import pytest
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Column, Connection, DefaultClause, inspect, text
from sqlmodel import SQLModel

from clienteling.database import migrations
from clienteling.database.engine import Database
from clienteling.domain.errors import BrokenData, NewerData
from tests.support.clock import Clock
from tests.support.processes import at_once

FOLDER = Path(migrations.__file__).parent


def config(connection: Connection | None = None) -> Config:
    made = Config()
    made.set_main_option("script_location", str(FOLDER))
    made.attributes["connection"] = connection
    return made


def tables(database: Database) -> set[str]:
    with database.engine.connect() as connection:
        return set(inspect(connection).get_table_names())


def stamp(database: Database, revision: str) -> None:
    """Make the database look as if another version of the program had written it."""
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


def test_the_newest_schema_has_exactly_the_tables_of_the_program(database: Database) -> None:
    with database.engine.connect() as connection:
        opts = {"compare_type": True, "compare_server_default": has_another_default}
        context = MigrationContext.configure(connection, opts=opts)
        assert alembic.autogenerate.compare_metadata(context, SQLModel.metadata) == []
    assert tables(database) == {*SQLModel.metadata.tables, "alembic_version"}


def has_another_default(
    _context: object, _column: object, ours: Column[Any], there: str | None, *_rendered: object
) -> bool | None:
    """PostgreSQL cannot compare JSON, so its texts are compared; None leaves it to Alembic."""
    if not isinstance(ours.type, JSON):
        return None
    default = ours.server_default
    said = str(default.arg) if isinstance(default, DefaultClause) else None
    return said != (there.removesuffix("::json") if there is not None else None)


def test_the_newest_revision_is_the_one_the_program_knows_as_such() -> None:
    script = ScriptDirectory.from_config(config())
    assert script.get_heads() == [migrations.HEAD]
    assert {revision.revision for revision in script.walk_revisions()} == migrations._KNOWN


def test_every_migration_can_be_taken_back_and_done_again(database: Database) -> None:
    writer = database.engine.execution_options(clienteling_writing=True)
    with writer.begin() as connection:
        alembic.command.downgrade(config(connection), "base")
    assert tables(database) == {"alembic_version"}
    assert migrations.revision(database) is None
    migrations.upgrade(database)
    assert migrations.revision(database) == migrations.HEAD
    assert tables(database) == {*SQLModel.metadata.tables, "alembic_version"}


def test_migrating_twice_changes_nothing(database: Database, tmp_path: Path) -> None:
    migrations.upgrade(database)
    assert migrations.revision(database) == migrations.HEAD
    assert list(tmp_path.glob("*before*")) == []


def migrate(url: str) -> str | None:
    database = Database(url, Clock())
    try:
        migrations.upgrade(database)
        return migrations.revision(database)
    finally:
        database.close()


def test_programs_that_start_together_on_an_empty_database_all_find_it_migrated(database_url: str) -> None:
    assert at_once(migrate, [database_url] * 2) == [migrations.HEAD] * 2


def test_a_database_of_a_newer_program_is_refused_and_left_alone(database: Database) -> None:
    stamp(database, "9999")
    with pytest.raises(NewerData, match="schema 9999"):
        migrations.upgrade(database)
    assert migrations.revision(database) == "9999"


def test_a_database_of_another_program_is_refused_and_left_alone(empty: Database) -> None:
    with empty.engine.begin() as connection:
        connection.execute(text("CREATE TABLE invoices (id INTEGER PRIMARY KEY)"))
    with pytest.raises(BrokenData, match="another program"):
        migrations.upgrade(empty)
    assert tables(empty) == {"invoices"}


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "letter.sqlite"
    file.write_text("Dear Anna, " * 1000)
    before = file.read_bytes()
    database = Database(f"sqlite:///{file}", Clock())
    with pytest.raises(BrokenData, match="no database of this program"):
        migrations.upgrade(database)
    database.close()
    assert file.read_bytes() == before


def test_an_sqlite_file_is_copied_before_it_is_migrated(tmp_path: Path) -> None:
    file = tmp_path / "clienteling.sqlite"
    database = Database(f"sqlite:///{file}", Clock())
    writer = database.engine.execution_options(clienteling_writing=True)
    with writer.begin() as connection:
        alembic.command.upgrade(config(connection), "0001")
        connection.execute(text("INSERT INTO parameter (scope_id, name, value) VALUES (0, 'kept', 'yes')"))
    migrations.upgrade(database)
    database.close()
    copy = sqlite3.connect(tmp_path / f"clienteling-before-{migrations.HEAD}-from-0001.sqlite")
    assert copy.execute("SELECT value FROM parameter").fetchall() == [("yes",)]
    assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    copy.close()


def test_those_who_could_work_before_get_the_permissions_of_new_operations(database: Database) -> None:
    granted = "SELECT g.code, p.operation FROM permission p JOIN permission_group g ON g.id = p.group_id"
    with database.engine.begin() as connection:
        alembic.command.downgrade(config(connection), "0003")
        for key, code in enumerate(("associate", "manager", "administrator", "cleaners"), 1):
            connection.execute(
                text("INSERT INTO permission_group (id, code, name) VALUES (:id, :code, :code)"),
                {"id": key, "code": code},
            )
    migrations.upgrade(database)
    with database.engine.connect() as connection:
        found = {(code, operation) for code, operation in connection.execute(text(granted))}
    assert found == {
        *(("associate", operation) for operation in (9007, 9011)),
        *(("manager", operation) for operation in (919, 9007, 9008, 9009, 9010, 9011)),
        *(("administrator", operation) for operation in (919, 9007, 9008, 9009, 9010, 9011, 9023)),
        *((group, 1400) for group in ("associate", "manager", "administrator")),
        *((group, operation) for group in ("manager", "administrator") for operation in (9013, 9014, 9015)),
        *((group, 9024) for group in ("associate", "manager", "administrator")),
        *(("administrator", operation) for operation in (9021, 9022)),
        *(("administrator", operation) for operation in (919, 9007, 9008, 9009, 9010, 9011, 9020)),
        *(("manager", operation) for operation in (9016, 9019)),
        *(("administrator", operation) for operation in (9016, 9017, 9018, 9019)),
    }
