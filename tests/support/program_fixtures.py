"""Fixtures that give a test the services at work on a copy of the small company."""

import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.support import postgres
from tests.support.program import Program, Template, prepare

_names = (f"clienteling_copy_{os.getpid()}_{number}" for number in count(1))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The small company in an SQLite file."""
    return prepare(f"sqlite:///{tmp_path_factory.mktemp('template') / 'company.sqlite'}")


@pytest.fixture(scope="session")
def postgres_template(postgres_url: str) -> Iterator[Template]:
    """The small company in a PostgreSQL database."""
    with postgres.new_database(postgres_url, next(_names)) as url:
        yield prepare(url.replace("postgresql://", "postgresql+psycopg://", 1))


@pytest.fixture(params=["sqlite", "postgresql"])
def template(request: pytest.FixtureRequest) -> Template:
    """The small company: the test runs once for each kind of database that we support."""
    name = "sqlite_template" if request.param == "sqlite" else "postgres_template"
    found: Template = request.getfixturevalue(name)
    return found


@pytest.fixture
def program(template: Template, tmp_path: Path) -> Iterator[Program]:
    """A program on a copy of the small company of its own, on both kinds of database."""
    with template.program(tmp_path, next(_names)) as running:
        yield running


@pytest.fixture
def sqlite_program(sqlite_template: Template, tmp_path: Path) -> Iterator[Program]:
    """The same on SQLite only, for what has nothing to do with the kind of database."""
    with sqlite_template.program(tmp_path, next(_names)) as running:
        yield running


@pytest.fixture
def postgres_program(postgres_template: Template, tmp_path: Path) -> Iterator[Program]:
    """The same on PostgreSQL only, for what SQLite does not have."""
    with postgres_template.program(tmp_path, next(_names)) as running:
        yield running


@pytest.fixture
def left_overs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What tests of windows leave over is collected as in the program, on the GUI thread, and after each of them."""
    monkeypatch.setattr(gc, "freeze", lambda: None)  # the tests have more to come
    gc.disable()
    yield
    gc.collect(0)  # all that was made since the last time
    gc.enable()
