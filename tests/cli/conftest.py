"""The program as people start it: in a process of its own, or within the test's."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from clienteling.cli import main
from tests.support.company import PASSWORD
from tests.support.program import Template

ROOT = Path(__file__).parents[2]
_names = (f"clienteling_cli_{os.getpid()}_{number}" for number in count(1))


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, object]:
        """The one JSON document on stdout."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    @property
    def error(self) -> dict[str, str]:
        """The one JSON document on stderr."""
        found = json.loads(self.err)
        assert isinstance(found, dict)
        return found


@dataclass(frozen=True, slots=True)
class Shop:
    """A data folder and a database, and the program that works on them."""

    home: Path
    url: str
    capture: Callable[[], Sequence[str]]
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, *arguments: str, password: str | None = PASSWORD, stdin: str = "") -> Done:
        """Run the program in a process of its own."""
        done = subprocess.run(
            self.command(*arguments),
            env=self.variables(password),
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=ROOT,
            start_new_session=True,  # without a terminal to ask for a password
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def call(self, *arguments: str) -> Done:
        """Run the program in the process of the test, which is quicker."""
        self.capture()
        code = main([*arguments, "--home", str(self.home), "--database", self.url])
        return Done(code, *self.capture())

    def execute(self, statement: str) -> None:
        """Change the database behind the program's back."""
        engine = create_engine(self.url)
        with engine.begin() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()

    def command(self, *arguments: str) -> list[str]:
        place = ["--home", str(self.home), "--database", self.url]
        return [sys.executable, "-m", "clienteling", *arguments, *place]

    def variables(self, password: str | None = PASSWORD) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CLIENTELING_")}
        given = {} if password is None else {"CLIENTELING_PASSWORD": password}
        return kept | self.environment | given


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIENTELING_PASSWORD", PASSWORD)


@contextmanager
def _opened(template: Template, folder: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Shop]:
    with template.copied(folder, next(_names)) as url:
        yield Shop(folder / "home", url, capsys.readouterr)


@pytest.fixture
def shop(sqlite_template: Template, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Shop]:
    """The program on a copy of the small company, in an SQLite file."""
    with _opened(sqlite_template, tmp_path, capsys) as opened:
        yield opened


@pytest.fixture
def any_shop(template: Template, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Shop]:
    """The same on both kinds of database."""
    with _opened(template, tmp_path, capsys) as opened:
        yield opened


@pytest.fixture
def empty_shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shop:
    """The program with a new data folder and nothing in it."""
    home = tmp_path / "home"
    return Shop(home, f"sqlite:///{home / 'clienteling.sqlite'}", capsys.readouterr)
