"""Databases without anything in them."""

from collections.abc import Iterator

import pytest

from clienteling.database import migrations
from clienteling.database.engine import Database
from tests.support.clock import Clock


@pytest.fixture
def empty(database_url: str) -> Iterator[Database]:
    """A database without any table, on both kinds."""
    database = Database(database_url, Clock())
    yield database
    database.close()


@pytest.fixture
def database(empty: Database) -> Database:
    """A database with the newest schema and no rows, on both kinds."""
    migrations.upgrade(empty)
    return empty
