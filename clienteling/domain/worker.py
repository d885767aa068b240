"""Workers, and the session of the one who is signed in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from clienteling.domain.company import LegalEntity, Register, Store
from clienteling.domain.errors import Invalid, SignInRefused, mark
from clienteling.domain.identity import Identity
from clienteling.domain.operations import Operation, PermissionGroup
from clienteling.domain.text import checked

FAILURES_ALLOWED = 5
LOCK_OUT = timedelta(minutes=15)
SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 1000
SHORTEST_BADGE = 6
LONGEST_BADGE = 100
FAILURES_AT_TILL = 10
OVERRIDE_HOLDS = timedelta(minutes=10)


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
class Override:
    """What another worker signed for: one action of `worker_id` at a register, until a moment. Used once.

    `operations` are those that the action is made of; whether the approver may do them is looked up anew each time.
    """

    id: int
    worker_id: int
    register_id: int
    operations: frozenset[Operation]
    approver_id: int
    approver: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """A worker signed in at a register. Permissions are looked up anew at each operation.

    With an `override` it may also do what somebody else signed for: `dataclasses.replace(session, override=...)`.
    `account` is the company account that the worker signed in with, if it was with one.
    """

    worker: Worker
    register: Register
    since: datetime
    override: Override | None = None
    account: Identity | None = None

    @property
    def roles(self) -> frozenset[str]:
        """The roles of the company account: their permission groups stand in the place of the worker's own."""
        return self.account.roles if self.account is not None else frozenset()

    @property
    def store(self) -> Store:
        return self.register.store

    @property
    def legal_entity(self) -> LegalEntity:
        return self.register.store.legal_entity

    def is_of(self, worker: Worker, register: Register) -> bool:
        """Whether it is the session of this worker at this till."""
        return self.is_at(worker.id, register.id)

    def is_at(self, worker_id: int, register_id: int) -> bool:
        """The same by their keys."""
        return (self.worker.id, self.register.id) == (worker_id, register_id)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What checks a sign-in: an argon2id hash (None: no password set), and the failures since the last success."""

    password_hash: str | None
    failures: int
    locked_until: datetime | None
    blocked: bool


def check_not_locked_out(credentials: Credentials, now: datetime) -> None:
    """Raise `SignInRefused` for a worker who may not sign in at `now`, however they prove who they are."""
    if credentials.blocked:
        raise SignInRefused(mark("This worker is blocked. Ask a manager."))
    if credentials.locked_until is not None and now < credentials.locked_until:
        minutes = int((credentials.locked_until - now).total_seconds() // 60) + 1
        raise SignInRefused(
            mark("Too many wrong passwords. Try again in {minutes} min, or ask a manager to reset it."),
            minutes=minutes,
        )


def check_may_try(credentials: Credentials, now: datetime) -> None:
    """Raise `SignInRefused` if no password would be accepted at `now`."""
    check_not_locked_out(credentials, now)
    if credentials.password_hash is None:
        raise SignInRefused(mark("No password is set for this worker yet. Ask an administrator."))


def after_failure(credentials: Credentials, now: datetime) -> Credentials:
    """The credentials after one more wrong password."""
    failures = credentials.failures + 1
    locked = now + LOCK_OUT if failures >= FAILURES_ALLOWED else None
    return Credentials(credentials.password_hash, 0 if locked else failures, locked, credentials.blocked)


def check_badge(code: str) -> str:
    """The code of a badge as a reader types it. Raises `Invalid` if it is none; what it is stands in no message."""
    code = code.strip()
    if not SHORTEST_BADGE <= len(code) <= LONGEST_BADGE or not code.isprintable():
        message = mark("The code of a badge has {shortest} to {longest} characters that can be printed.")
        raise Invalid("badge", message, shortest=SHORTEST_BADGE, longest=LONGEST_BADGE)
    return code


def check_may_scan(failures: Sequence[datetime], now: datetime) -> None:
    """Raise `SignInRefused` after too many failed sign-ins at a till. `failures` are recent ones, the newest first.

    A badge names its worker by itself, so that nobody can be locked out for a code that was guessed: it is the till.
    """
    recent = [at for at in failures if at > now - LOCK_OUT]
    if len(recent) >= FAILURES_AT_TILL:
        left = recent[FAILURES_AT_TILL - 1] + LOCK_OUT - now
        raise SignInRefused(
            mark("Too many failed sign-ins at this till. Badges work again in {minutes} min; passwords work now."),
            minutes=int(left.total_seconds() // 60) + 1,
        )


def check_password(password: str) -> None:
    """Raise `Invalid` if `password` cannot be set or is too weak: length, and letters with something else."""
    checked("password", password, longest=LONGEST_PASSWORD)
    if len(password) < SHORTEST_PASSWORD:
        raise Invalid("password", mark("A password has at least {length} characters."), length=SHORTEST_PASSWORD)
    if not re.search(r"[^\W\d_]", password) or not re.search(r"[\d\W_]", password):
        raise Invalid("password", mark("A password has letters and at least one digit or sign."))
