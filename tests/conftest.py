"""What every test stands on: a home of its own, no settings from outside, a screen, databases."""

import builtins
import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support import postgres
from tests.support.effort import TIMES, examples
from tests.support.memory import memory
from tests.support.screen import open_screen

if sys.platform == "linux" and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if (_folder := memory()) is not None:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_folder))
if "PYTEST_XDIST_WORKER" in os.environ and os.environ.get("QT_QPA_PLATFORM") == "xcb":
    open_screen()

# PySide6 puts an import of its own in place of Python's, which is slow and not safe in threads. The program
# puts Python's back; so do the tests, before pytest-qt loads PySide6.
_import = builtins.__import__
import PySide6.QtCore  # noqa: E402

builtins.__import__ = _import

# The same examples each time, but in a fuzz run, and no test that fails because the machine was busy.
settings.register_profile("tests", deadline=None, derandomize=TIMES == 1, max_examples=examples(100))
settings.load_profile("tests")

pytest_plugins = ["tests.support.cloud_fixtures", "tests.support.program_fixtures"]

_names = (f"clienteling_{os.getpid()}_{number}" for number in count(1))


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the home, or the settings, of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        if name.startswith("CLIENTELING_") and not name.startswith("CLIENTELING_TEST_"):
            monkeypatch.delenv(name)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "STATE_HOME", "RUNTIME_DIR"):
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(f"XDG_{name}", str(folder))


@pytest.fixture(scope="session")
def qapp(qapp: PySide6.QtCore.QCoreApplication) -> PySide6.QtCore.QCoreApplication:
    """pytest-qt's application, with plurals as people read them."""
    from clienteling.ui.assets import translation

    translator = translation("en")
    assert translator is not None
    translator.setParent(qapp)
    qapp.installTranslator(translator)
    return qapp


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server's URL for psycopg; databases on it come and go with the tests.

    It is the server that CLIENTELING_TEST_POSTGRES names, else one of our own; without either, tests are
    skipped.
    """
    given = os.environ.get("CLIENTELING_TEST_POSTGRES")
    if given:
        yield given.replace("postgresql+psycopg://", "postgresql://", 1)
        return
    try:
        with postgres.running_cluster() as url:
            yield url
    except postgres.Unavailable as reason:
        pytest.skip(str(reason))


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The SQLAlchemy URL of an empty PostgreSQL database that is gone after the test."""
    with postgres.new_database(postgres_url, next(_names)) as url:
        yield url.replace("postgresql://", "postgresql+psycopg://", 1)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The SQLAlchemy URL of an empty database: the test runs once for each kind that we support."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'clienteling.sqlite'}"
    url: str = request.getfixturevalue("postgres_database")
    return url
