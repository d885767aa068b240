"""Translates what the database drivers raise into problems that a person can act on."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from clienteling.domain.errors import (
    BrokenData,
    Busy,
    Problem,
    ReadOnly,
    Storage,
    StorageFull,
    Unreachable,
    mark,
)

SERIALIZATION_FAILURE = "40001"
DEADLOCK = "40P01"

_BUSY = mark("Another program is writing. Nothing was lost: try again in a moment.")
_READ_ONLY = mark("Nothing can be saved: the database may only be read. Ask who set this machine up.")
_FULL = mark("The disk is full, so nothing was saved. What is there can be read. Free some space and try again.")
_BROKEN = mark("The file is damaged or is no database of this program. Restore it from a backup; nothing was changed.")
_UNREACHABLE = mark("The database server does not answer. Check the network, then try again.")
_MISSING = mark("The database cannot be opened. Check that its folder exists and that you may write there.")
_REFUSED = mark("The database server refuses the user or the password.")
_NO_DATABASE = mark("There is no such database on the server.")

# What is said without a code, and what it means: by SQLite, and by PostgreSQL while connecting.
_SAID: tuple[tuple[str, type[Storage], str], ...] = (
    ("database is locked", Busy, _BUSY),
    ("database table is locked", Busy, _BUSY),
    ("readonly", ReadOnly, _READ_ONLY),
    ("disk is full", StorageFull, _FULL),
    ("disk i/o error", StorageFull, _FULL),
    ("not a database", BrokenData, _BROKEN),
    ("malformed", BrokenData, _BROKEN),
    ("unable to open", Unreachable, _MISSING),
    ("password authentication failed|no password supplied|pg_hba.conf", Unreachable, _REFUSED),
    ('fatal: +role ".*" does not exist', Unreachable, _REFUSED),
    ('fatal: +database ".*" does not exist', Unreachable, _NO_DATABASE),
)
# The first letters of PostgreSQL's SQLSTATE, and what they mean.
_POSTGRES: tuple[tuple[str, type[Storage], str], ...] = (
    ("25006", ReadOnly, _READ_ONLY),
    ("53100", StorageFull, _FULL),
    ("55P03", Busy, _BUSY),
    (SERIALIZATION_FAILURE, Busy, _BUSY),
    (DEADLOCK, Busy, _BUSY),
    ("08", Unreachable, _UNREACHABLE),
    ("57P", Unreachable, _UNREACHABLE),
    ("28", Unreachable, _REFUSED),
    ("3D000", Unreachable, _NO_DATABASE),
    ("XX", BrokenData, _BROKEN),
)


def sql_state(error: DBAPIError) -> str | None:
    """PostgreSQL's code for an error; None for SQLite and for broken connections."""
    state = getattr(error.orig, "sqlstate", None)
    return state if isinstance(state, str) else None


def must_rerun(error: DBAPIError) -> bool:
    """Whether the whole transaction has to be run again because another one was in between."""
    return sql_state(error) in {SERIALIZATION_FAILURE, DEADLOCK}


@contextmanager
def translated() -> Iterator[None]:
    """Raise a `Storage` problem instead of a driver's error, where it is one that a person can act on."""
    try:
        yield
    except DBAPIError as error:
        problem = _problem(error)
        if problem is None:
            raise
        raise problem from error


def _problem(error: DBAPIError) -> Problem | None:
    state = sql_state(error)
    if state is not None:
        return next((kind(message) for start, kind, message in _POSTGRES if state.startswith(start)), None)
    said = str(error.orig).casefold()
    found = next((kind(message) for pattern, kind, message in _SAID if re.search(pattern, said)), None)
    return found or (Unreachable(_UNREACHABLE) if _lost(error) else None)


def _lost(error: DBAPIError) -> bool:
    """Whether the server could not be reached or went away: PostgreSQL's driver has no code for that."""
    driver = type(error.orig).__module__.partition(".")[0]
    return driver == "psycopg" and (isinstance(error, OperationalError) or "connection" in str(error.orig))
