"""Signing in, locking and passwords."""

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from clienteling.database import company, records, workers
from clienteling.database.engine import Database, Transaction
from clienteling.domain.audit import Change, Changes, Outcome, Record
from clienteling.domain.company import Register
from clienteling.domain.errors import NotAllowed, NotFound, SignInRefused, mark
from clienteling.domain.operations import Operation
from clienteling.domain.text import checked
from clienteling.domain.worker import (
    Credentials,
    Session,
    Worker,
    after_failure,
    check_may_try,
    check_password,
)
from clienteling.services.operations import Operations, Writing

_WRONG = mark("Worker ID or password is wrong. After five wrong passwords the worker is locked out for 15 minutes.")


class SignIn:
    """Sessions begin and end here. Passwords are kept as argon2id hashes."""

    def __init__(self, database: Database, operations: Operations, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._operations = operations
        self._clock = clock

    def registers(self) -> tuple[Register, ...]:
        """All tills that a machine can be. Empty: there is no company yet."""
        return self._database.read(company.registers)

    def workers_at(self, register: Register) -> tuple[Worker, ...]:
        """Who can sign in at a till, by name."""
        return self._database.read(lambda t: workers.of_store(t, register.store.id))

    def demo_password(self) -> str | None:
        """The password of every worker of a demo company; None for a real one."""
        return self._database.read(lambda t: company.parameters(t).get(company.DEMO_PASSWORD))

    def sign_in(self, register: Register, personnel_number: str, password: str) -> Session:
        """A session at a till. Raises `SignInRefused`: wrong password, locked out, blocked, or of another store."""
        number = checked("worker", personnel_number)
        worker = self._database.read(lambda t: workers.by_number(t, number))
        with self._refusals(worker, register):
            if worker is None:
                # As slow as a wrong password, so that nobody learns which worker IDs exist.
                _verify(None, password)
                raise SignInRefused(_WRONG)
            self._try(worker, password)
            if register.store.id not in worker.store_ids:
                raise SignInRefused(
                    mark("{worker} does not work in {store}."), worker=worker.name, store=register.store.name
                )
        session = Session(worker, register, self._clock())
        self._note(session, Operation.LOG_ON)
        return session

    def unlock(self, session: Session, password: str) -> None:
        """Raise `SignInRefused` unless this is the password of the session's worker."""
        with self._refusals(session.worker, session.register):
            self._try(session.worker, password)

    def lock(self, session: Session) -> Changes:
        return self._note(session, Operation.LOCK)

    def sign_out(self, session: Session) -> Changes:
        return self._note(session, Operation.LOG_OFF)

    def set_password(self, session: Session | None, personnel_number: str, password: str) -> Changes:
        """Set a worker's password and end a lock-out. Raises `Invalid` if it is too weak.

        A worker resets those of the session's store only, and nobody's who may do more than they.
        """
        check_password(password)
        number = checked("worker", personnel_number)
        hashed = _hash(password)

        def work(writing: Writing) -> None:
            worker = workers.by_number(writing.transaction, number)
            if worker is None:
                raise NotFound(mark("There is no worker {number}."), number=number)
            if session is not None:
                _check_may_reset(writing.transaction, session, worker)
            workers.set_credentials(writing.transaction, worker.id, Credentials(hashed, 0, None, False))
            writing.note("password", None, None, worker.personnel_number)

        return self._operations.write(session, Operation.RESET_PASSWORD, work)

    def _try(self, worker: Worker, password: str) -> None:
        now = self._clock()
        credentials = self._database.read(lambda t: workers.credentials(t, worker.id))
        check_may_try(credentials, now)
        right = _verify(credentials.password_hash, password)

        # The failures are counted where nobody can be in between, so that trying in parallel gains nothing.
        def count(transaction: Transaction) -> None:
            current = workers.credentials(transaction, worker.id)
            check_may_try(current, now)
            after = (
                Credentials(current.password_hash, 0, None, current.blocked) if right else after_failure(current, now)
            )
            if after != current:
                workers.set_credentials(transaction, worker.id, after)

        self._database.write(count)
        if not right:
            raise SignInRefused(_WRONG)

    @contextmanager
    def _refusals(self, worker: Worker | None, register: Register) -> Iterator[None]:
        """Records who was refused where, and why."""
        try:
            yield
        except SignInRefused as refusal:
            self._record(Operation.LOG_ON, Outcome.REFUSED, worker, register, reason=refusal.message)
            raise

    def _note(self, session: Session, operation: Operation) -> Changes:
        """Write it into the audit; nothing else changes."""
        change = Change("session", None, None, session.worker.personnel_number)
        self._record(operation, Outcome.DONE, session.worker, session.register, changes=(change,))
        return Changes(frozenset())

    def _record(
        self,
        operation: Operation,
        outcome: Outcome,
        worker: Worker | None,
        register: Register,
        *,
        reason: str = "",
        changes: tuple[Change, ...] = (),
    ) -> None:
        def work(transaction: Transaction) -> None:
            record = Record(
                transaction.key(),
                self._clock(),
                operation,
                outcome,
                worker.id if worker else None,
                register.id,
                register.store.legal_entity.id,
                reason,
                changes,
            )
            records.write(transaction, record)

        self._database.write(work)


def _check_may_reset(transaction: Transaction, session: Session, worker: Worker) -> None:
    mine = workers.operations_of(transaction, session.worker.id, session.store.id)
    if session.store.id not in worker.store_ids or not worker.group.operations <= mine:
        raise NotAllowed(Operation.RESET_PASSWORD.title, workers.who_may(transaction, Operation.SET_UP))


def _hash(password: str) -> str:
    from argon2 import PasswordHasher  # imported when needed: not on the way to the first window

    return PasswordHasher().hash(_bytes(password))


def _verify(password_hash: str | None, password: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import VerifyMismatchError

    hasher = PasswordHasher()
    if password_hash is None:
        hasher.hash(_bytes(password))
        return False
    try:
        return hasher.verify(password_hash, _bytes(password))
    except VerifyMismatchError:
        return False


def _bytes(password: str) -> bytes:
    """The same bytes for the same letters, however a keyboard composes their accents."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
