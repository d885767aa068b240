"""The services at work on a copy of the small company."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import psycopg
from psycopg import sql

from clienteling.database import migrations
from clienteling.database.engine import Database
from clienteling.domain.worker import Session
from clienteling.services.services import Services
from tests.support import company, postgres
from tests.support.clock import START, Clock


@dataclass(slots=True)
class Program:
    """One running program. `beside` starts another one on the same database, as a second till would."""

    url: str
    company: company.Company
    clock: Callable[[], datetime] = field(default_factory=Clock)
    home: Path | None = None
    database: Database = field(init=False)
    services: Services = field(init=False)

    def __post_init__(self) -> None:
        self.database = Database(self.url, self.clock)
        self.services = Services(self.database, self.clock, self.home)

    def session(self, number: str, store: str | None = None) -> Session:
        """A worker who is signed in, without asking for the password."""
        return self.company.session(number, START, store)

    @contextmanager
    def beside(self, clock: Callable[[], datetime] | None = None) -> Iterator["Program"]:
        other = Program(self.url, self.company, clock or self.clock, self.home)
        try:
            yield other
        finally:
            other.close()

    def close(self) -> None:
        self.services.close()


@dataclass(frozen=True, slots=True)
class Template:
    """A database with the small company that programs get copies of."""

    url: str
    company: company.Company

    @contextmanager
    def copied(self, folder: Path, name: str) -> Iterator[str]:
        """The URL of a copy, which is gone when the block ends."""
        if self.url.startswith("sqlite"):
            file = folder / f"{name}.sqlite"
            shutil.copyfile(self.url.removeprefix("sqlite:///"), file)
            try:
                yield f"sqlite:///{file}"
            finally:
                for left in folder.glob(f"{file.name}*"):
                    left.unlink()
            return
        with copied_database(self.url.replace("+psycopg", "", 1), name) as url:
            yield url.replace("postgresql://", "postgresql+psycopg://", 1)

    @contextmanager
    def program(self, folder: Path, name: str) -> Iterator[Program]:
        """A program on a copy."""
        with self.copied(folder, name) as url:
            program = Program(url, self.company, home=folder)
            try:
                yield program
            finally:
                program.close()


def prepare(url: str) -> Template:
    """Make the small company in an empty database, to be copied."""
    clock = Clock(START - timedelta(hours=1))
    database = Database(url, clock)
    try:
        migrations.upgrade(database)
        made = database.write(lambda transaction: company.build(transaction, clock()))
        if database.is_sqlite:
            # Everything into the one file that is copied.
            with database.engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.exec_driver_sql("BEGIN")
    finally:
        database.close()
    return Template(url, made)


@contextmanager
def copied_database(template: str, name: str) -> Iterator[str]:
    """A copy of a PostgreSQL database that nobody is connected to; gives its URL."""
    server = postgres.with_database(template, "postgres")
    source = psycopg.conninfo.conninfo_to_dict(template)["dbname"]
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(str(source)))
        )
    try:
        yield postgres.with_database(template, name)
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
