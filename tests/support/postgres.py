"""A PostgreSQL server of the tests' own, made with the programs the system has."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from tests.support.memory import memory

_SETTINGS = {
    # nothing here has to survive a power cut
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    # a socket in a folder of our own: no port to be taken, no one else to come in
    "listen_addresses": "''",
    "max_connections": "60",
}

_FIRST_WITH_ICU_CLUSTERS = 15


class Unavailable(Exception):
    """The system cannot run a PostgreSQL server; the text says why."""


@contextmanager
def running_cluster() -> Iterator[str]:
    """Run a new cluster until the block ends; gives the psycopg URL of its database ``postgres``.

    It sorts texts as a company's server would, by a language's rules, and not by bytes as SQLite does.
    Raises Unavailable.
    """
    with crashing_cluster() as (url, _):
        yield url


@contextmanager
def crashing_cluster() -> Iterator[tuple[str, Callable[[], None]]]:
    """The same, with a way to let it crash and start again. What it had not written is lost."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="clienteling-postgres-", dir=memory()))
    as_owner = _owner_command(folder)
    data = str(folder / "data")
    options = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
    control = [*as_owner, str(programs / "pg_ctl"), "--silent", "--wait", "--pgdata", data]
    try:
        initdb = [*as_owner, str(programs / "initdb")]
        _run([*initdb, "--username=postgres", "--auth=trust", *_locale(initdb), "--no-sync", "--pgdata", data])
        start = [*control, "--log", str(folder / "log"), f"--options=-k {folder} {options}", "start"]
        stop = [*control, "--mode=immediate", "stop"]

        def crash() -> None:
            _run(stop)
            _run(start)

        _run(start)
        try:
            yield f"postgresql://postgres@/postgres?host={quote(str(folder), safe='')}", crash
        finally:
            _run(stop)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def new_database(server: str, name: str) -> Iterator[str]:
    """Make an empty database on the server of this URL, drop it when the block ends; gives its URL."""
    identifier = sql.Identifier(name)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(identifier))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(identifier))
    try:
        yield with_database(server, name)
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(identifier))


def with_database(url: str, name: str) -> str:
    """The same URL with another database."""
    address, separator, parameters = url.partition("?")
    return address.rpartition("/")[0] + "/" + quote(name) + separator + parameters


def _programs() -> Path:
    """The folder of initdb and pg_ctl: Debian keeps one for each release, the newest is taken."""
    releases = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    if releases:
        return max(releases, key=lambda path: float(path.parent.name))
    found = shutil.which("initdb")
    if found is None:
        raise Unavailable("PostgreSQL's initdb is not installed")
    return Path(found).resolve().parent


def _locale(initdb: list[str]) -> list[str]:
    by_bytes = ["--encoding=UTF8", "--no-locale"]
    release = _run([*initdb, "--version"]).split()[2]
    if int(release.partition(".")[0]) < _FIRST_WITH_ICU_CLUSTERS:
        return by_bytes
    return [*by_bytes, "--locale-provider=icu", "--icu-locale=en-US"]


def _owner_command(folder: Path) -> list[str]:
    """What to put before a command so that it does not run as root, which PostgreSQL refuses."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    try:
        shutil.chown(folder, "postgres")
    except LookupError as error:
        raise Unavailable("root cannot run PostgreSQL, and there is no user postgres") from error
    runuser = shutil.which("runuser")
    if runuser is None:
        raise Unavailable("root cannot run PostgreSQL, and there is no runuser to become postgres")
    return [runuser, "-u", "postgres", "--"]


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout
