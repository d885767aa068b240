"""Brings the schema up to date: alembic from the first table on."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from clienteling.database.engine import Database
from clienteling.database.failures import translated
from clienteling.domain.errors import BrokenData, NewerData, mark

HEAD = "0020"  # the newest revision; known here so that a start need not import alembic
_KNOWN = frozenset(f"{number:04}" for number in range(1, int(HEAD) + 1))
_LOCK = 0x636C69  # any number, the same in all programs that migrate


def revision(database: Database) -> str | None:
    """The schema's revision; None for an empty database. Raises `BrokenData` if it belongs to another program."""
    with translated(), database.engine.connect() as connection:
        return _revision(connection)


def upgrade(database: Database) -> None:
    """Make the schema the newest one. SQLite files with data are copied first, beside themselves.

    Raises `NewerData` if a newer version of the program wrote the database.
    """
    current = revision(database)
    if current == HEAD:
        return
    if current is not None:
        if current not in _KNOWN:
            raise NewerData(
                mark(
                    "A newer version of the program wrote it (schema {revision}). Update this program. Nothing changed."
                ),
                revision=current,
            )
        _copy(database, current)
    from alembic import command  # imported when needed: a start without a migration is quicker
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    # Two programs that start at the same time: the second waits for the first, and finds the work done.
    options = {"clienteling_writing": True} if database.is_sqlite else {"isolation_level": "READ COMMITTED"}
    with translated(), database.engine.execution_options(**options).begin() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if _revision(connection) != HEAD:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        if tables:
            raise BrokenData(mark("It holds the tables of another program. Choose an empty database."))
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _copy(database: Database, current: str) -> None:
    if not database.is_sqlite or database.engine.url.database is None:
        return
    file = Path(database.engine.url.database)
    copy = file.with_name(f"{file.stem}-before-{HEAD}-from-{current}{file.suffix}")
    half = copy.with_name(f"{copy.name}.part")
    try:
        half.unlink(missing_ok=True)
        with translated(), database.engine.connect() as connection:
            # A copy must be made outside a transaction.
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("VACUUM INTO ?", (str(half),))
            connection.exec_driver_sql("BEGIN")
        half.replace(copy)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
