"""Companies to import into."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.imports import Imported, add_base, make_empty


@pytest.fixture
def nothing(database_url: str, tmp_path: Path) -> Iterator[Imported]:
    """A database without a company, on both kinds."""
    imported = make_empty(database_url, tmp_path)
    yield imported
    imported.services.close()


@pytest.fixture
def company(nothing: Imported) -> Imported:
    """The company of `BASE`, on both kinds of databases."""
    add_base(nothing)
    return nothing
