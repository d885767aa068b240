"""Companies to import into. The company of `BASE` is made once for each kind of database, and copied for each test."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy.engine import make_url

from tests.support import postgres
from tests.support.clock import START, Clock
from tests.support.imports import Imported, make_base, open_imported

TEMPLATE = "clienteling_import_template"


@pytest.fixture
def nothing(database_url: str, tmp_path: Path) -> Iterator[Imported]:
    """A database without a company, on both kinds."""
    imported = open_imported(database_url, tmp_path)
    yield imported
    imported.services.close()


@pytest.fixture(scope="session")
def base_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the company of `BASE`."""
    folder = tmp_path_factory.mktemp("base")
    make_base(f"sqlite:///{folder / 'base.sqlite'}", folder)
    return folder / "base.sqlite"


@pytest.fixture(scope="session")
def base_name(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a PostgreSQL database with the company of `BASE`."""
    with postgres.new_database(postgres_url, TEMPLATE) as url:
        make_base(url.replace("postgresql://", "postgresql+psycopg://", 1), tmp_path_factory.mktemp("base"))
        yield TEMPLATE


@pytest.fixture
def company(database_url: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Imported]:
    """The company of `BASE`, on both kinds of databases, an hour after it was made."""
    place = make_url(database_url).database or ""
    if database_url.startswith("sqlite"):
        shutil.copyfile(request.getfixturevalue("base_file"), place)
    else:
        _copy(request.getfixturevalue("postgres_url"), request.getfixturevalue("base_name"), place)
    imported = open_imported(database_url, tmp_path, Clock(START + timedelta(hours=1)))
    yield imported
    imported.services.close()


def _copy(server: str, source: str, target: str) -> None:
    names = sql.Identifier(target), sql.Identifier(source)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {}").format(names[0]))
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))
