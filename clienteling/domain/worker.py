"""Workers, and the session of the one who is signed in."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from clienteling.domain.company import LegalEntity, Register, Store
from clienteling.domain.errors import Invalid, SignInRefused, mark
from clienteling.domain.operations import PermissionGroup
from clienteling.domain.text import checked

FAILURES_ALLOWED = 5
LOCK_OUT = timedelta(minutes=15)
SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 1000


@dataclass(frozen=True, slots=True)
class Worker:
    """An employee. `language` is a BCP 47 tag; `employed_until` the last day, if it is known."""

    id: int
    personnel_number: str
    name: str
    title: str
    group: PermissionGroup
    language: str
    store_ids: frozenset[int]
    employed_until: date | None = None

    @property
    def first_name(self) -> str:
        return self.name.split(" ", 1)[0]


@dataclass(frozen=True, slots=True)
class Session:
    """A worker signed in at a register. Permissions are looked up anew at each operation."""

    worker: Worker
    register: Register
    since: datetime

    @property
    def store(self) -> Store:
        return self.register.store

    @property
    def legal_entity(self) -> LegalEntity:
        return self.register.store.legal_entity


@dataclass(frozen=True, slots=True)
class Credentials:
    """What checks a sign-in: an argon2id hash (None: no password set), and the failures since the last success."""

    password_hash: str | None
    failures: int
    locked_until: datetime | None
    blocked: bool


def check_may_try(credentials: Credentials, now: datetime) -> None:
    """Raise `SignInRefused` if no password would be accepted at `now`."""
    if credentials.blocked:
        raise SignInRefused(mark("This worker is blocked. Ask a manager."))
    if credentials.locked_until is not None and now < credentials.locked_until:
        minutes = int((credentials.locked_until - now).total_seconds() // 60) + 1
        raise SignInRefused(
            mark("Too many wrong passwords. Try again in {minutes} min, or ask a manager to reset it."),
            minutes=minutes,
        )
    if credentials.password_hash is None:
        raise SignInRefused(mark("No password is set for this worker yet. Ask an administrator."))


def after_failure(credentials: Credentials, now: datetime) -> Credentials:
    """The credentials after one more wrong password."""
    failures = credentials.failures + 1
    locked = now + LOCK_OUT if failures >= FAILURES_ALLOWED else None
    return Credentials(credentials.password_hash, 0 if locked else failures, locked, credentials.blocked)


def check_password(password: str) -> None:
    """Raise `Invalid` if `password` cannot be set or is too weak: length, and letters with something else."""
    checked("password", password, longest=LONGEST_PASSWORD)
    if len(password) < SHORTEST_PASSWORD:
        raise Invalid("password", mark("A password has at least {length} characters."), length=SHORTEST_PASSWORD)
    if not re.search(r"[^\W\d_]", password) or not re.search(r"[\d\W_]", password):
        raise Invalid("password", mark("A password has letters and at least one digit or sign."))
