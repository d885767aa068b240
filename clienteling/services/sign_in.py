"""Signing in, locking, passwords, and signing for what somebody else does."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from clienteling.database import company, records, workers
from clienteling.database.engine import Database, Transaction
from clienteling.domain.audit import Change, Changes, Outcome, Record
from clienteling.domain.company import Register
from clienteling.domain.errors import NotFound, PasswordNeeded, SignInRefused, mark
from clienteling.domain.identity import Identity
from clienteling.domain.operations import Operation
from clienteling.domain.text import checked
from clienteling.domain.worker import (
    Credentials,
    Override,
    Session,
    Worker,
    after_failure,
    check_may_try,
    check_not_locked_out,
    check_password,
)
from clienteling.services import passwords
from clienteling.services.badges import WRONG_PASSWORD, Badges, check_may_look_after
from clienteling.services.operations import Operations, Writing

WITH_ACCOUNT = mark("with the company account")
"""How somebody signed in, in the audit; nothing stands there for a password or a badge."""

UNKNOWN_ACCOUNT = mark(
    "No worker here has this company account. Ask an administrator to enter it at your worker’s form in headquarters: "
    "object ID {oid}, tenant ID {tid}."
)


class SignIn:
    """Sessions begin and end here; `ended` hears of each that has."""

    def __init__(
        self,
        database: Database,
        operations: Operations,
        badges: Badges,
        clock: Callable[[], datetime],
        ended: Callable[[Session], None] = lambda _: None,
    ) -> None:
        self._database = database
        self._operations = operations
        self._badges = badges
        self._clock = clock
        self._ended = ended

    def registers(self) -> tuple[Register, ...]:
        """All tills that a machine can be. Empty: there is no company yet."""
        return self._database.read(company.registers)

    def workers_at(self, register: Register) -> tuple[Worker, ...]:
        """Who can sign in at a till, by name."""
        return self._database.read(lambda t: workers.of_store(t, register.store.id))

    def demo_password(self) -> str | None:
        """The password of every worker of a demo company; None for a real one."""
        return self._database.read(lambda t: company.parameters(t).get(company.DEMO_PASSWORD))

    # Beginning and ending

    def sign_in(
        self,
        register: Register,
        personnel_number: str,
        password: str,
        *,
        scanned: bool = False,
        instead_of: Session | None = None,
    ) -> Session:
        """A session at a till. Raises `SignInRefused`: wrong password, locked out, blocked, or of another store.

        What was typed as quickly as a scanner types may be somebody's badge in the place of a password. The session
        `instead_of` ends with it; it goes on if it is of the same worker at the same till.
        """
        number = checked("worker", personnel_number)
        worker = self._database.read(lambda t: workers.by_number(t, number))
        with self._refusals(worker, register):
            if worker is None and not scanned:
                # As slow as a wrong password, so that nobody learns which worker IDs exist.
                passwords.is_right(None, password)
            proven = self._prove(worker, register, password, scanned=scanned)
            return self._begin(proven, register, instead_of)

    def scan(self, register: Register, code: str, instead_of: Session | None = None) -> Session:
        """A session of the worker whose badge was scanned. Raises `SignInRefused`, or `PasswordNeeded`."""
        worker = self._badges.owner(register, code)
        with self._refusals(worker, register):
            self._admit(worker, register)
            return self._begin(worker, register, instead_of)

    def with_account(self, register: Register, account: Identity, instead_of: Session | None = None) -> Session:
        """A session of the worker whose company account it is. Raises `SignInRefused`.

        The session `instead_of` goes on if it is of the same worker at the same till and may do the same.
        """
        worker = self._database.read(lambda t: workers.by_account(t, account.oid, account.tid))
        with self._refusals(worker, register):
            if worker is None:
                raise SignInRefused(UNKNOWN_ACCOUNT, oid=account.oid, tid=account.tid)
            known = worker
            check_not_locked_out(self._database.read(lambda t: workers.credentials(t, known.id)), self._clock())
            return self._begin(known, register, instead_of, account)

    def unlock(self, session: Session, password: str, *, scanned: bool = False) -> Session:
        """The session to go on with: this one, if it is its worker's password. Raises `SignInRefused`.

        What was `scanned` may be a badge: that of the worker, or of another, whose session begins.
        """
        with self._refusals(session.worker, session.register):
            proven = self._prove(session.worker, session.register, password, scanned=scanned)
            return self._begin(proven, session.register, session)

    def lock(self, session: Session) -> Changes:
        return self._note(session, Operation.LOCK)

    def sign_out(self, session: Session) -> Changes:
        self._ended(session)
        return self._note(session, Operation.LOG_OFF)

    # Passwords and overrides

    def set_password(self, session: Session | None, personnel_number: str, password: str) -> Changes:
        """Set a worker's password and end a lock-out. Raises `Invalid` if it is too weak.

        A worker resets those of the session's store only, and nobody's who may do more than they.
        """
        check_password(password)
        number = checked("worker", personnel_number)
        hashed = passwords.hashed(password)

        def work(writing: Writing) -> None:
            worker = workers.by_number(writing.transaction, number)
            if worker is None:
                raise NotFound(mark("There is no worker {number}."), number=number)
            if session is not None:
                check_may_look_after(writing, session, worker, Operation.RESET_PASSWORD)
            workers.set_credentials(writing.transaction, worker.id, Credentials(hashed, 0, None, False))
            writing.note("password", None, None, worker.personnel_number)

        return self._operations.write(session, Operation.RESET_PASSWORD, work)

    def authorize(
        self, session: Session, operations: Sequence[Operation], personnel_number: str, password: str
    ) -> Override:
        """What another worker signs for, so that the session's may do it once: the first of `operations` is what is
        done, the others are what it takes. Raises `SignInRefused`, also for one's own signature.

            services.book_changes.remove(dataclasses.replace(session, override=override), customers)
        """
        number = checked("worker", personnel_number)
        approver = self._database.read(lambda t: workers.by_number(t, number))
        with self._refusals(session.worker, session.register, operations[0], approver):
            if approver is None:
                passwords.is_right(None, password)
                raise SignInRefused(WRONG_PASSWORD)
            _check_is_another(session, approver)
            self._try(approver, password)
            self._database.read(lambda t: _check_may_sign(t, session, approver, operations))
        return self._operations.overrides.give(session, approver, operations)

    def authorize_scanned(self, session: Session, operations: Sequence[Operation], code: str) -> Override:
        """The same for a badge, where badges alone let their workers in. Raises `PasswordNeeded` where they do not."""
        approver = self._badges.owner(session.register, code)
        with self._refusals(session.worker, session.register, operations[0], approver):
            _check_is_another(session, approver)
            self._admit(approver, session.register)
            self._database.read(lambda t: _check_may_sign(t, session, approver, operations))
        return self._operations.overrides.give(session, approver, operations)

    # Proving who one is

    def _prove(self, worker: Worker | None, register: Register, password: str, *, scanned: bool) -> Worker:
        """Who it is: `worker` by the password, or whoever's badge was scanned in its place."""
        owner = self._badges.known(register, password) if scanned else None
        if owner is not None:
            self._admit(owner, register)
            return owner
        if worker is None:
            raise SignInRefused(WRONG_PASSWORD)
        self._try(worker, password)
        return worker

    def _admit(self, worker: Worker, register: Register) -> None:
        """Refuse a badge whose worker is blocked or locked out, and ask for the password where badges need one."""
        credentials = self._database.read(lambda t: workers.credentials(t, worker.id))
        check_not_locked_out(credentials, self._clock())
        if self._badges.need_password(register):
            _check_works_here(worker, register)
            raise PasswordNeeded(worker.name, worker.personnel_number)

    def _try(self, worker: Worker, password: str) -> None:
        now = self._clock()
        credentials = self._database.read(lambda t: workers.credentials(t, worker.id))
        check_may_try(credentials, now)
        right = passwords.is_right(credentials.password_hash, password)

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
            raise SignInRefused(WRONG_PASSWORD)

    def _begin(
        self, worker: Worker, register: Register, instead_of: Session | None, account: Identity | None = None
    ) -> Session:
        _check_works_here(worker, register)
        if instead_of is not None:
            # A password proves who it is; what the roles of a company account allow holds until its session ends.
            if instead_of.is_of(worker, register) and (account is None or account.roles == instead_of.roles):
                return instead_of
            self._give_place(instead_of, account)
        session = Session(worker, register, self._clock(), account=account)
        self._note(session, Operation.LOG_ON, WITH_ACCOUNT if account is not None else "")
        return session

    def _give_place(self, session: Session, account: Identity | None) -> None:
        """End a session for another one, which may be with the same company account."""
        if session.account is None or account is None or session.account.oid != account.oid:
            self._ended(session)
        self._note(session, Operation.LOG_OFF)

    # Recording

    @contextmanager
    def _refusals(
        self,
        worker: Worker | None,
        register: Register,
        operation: Operation = Operation.LOG_ON,
        approver: Worker | None = None,
    ) -> Iterator[None]:
        """Records who was refused where, and why."""
        try:
            yield
        except SignInRefused as refusal:
            self._record(operation, Outcome.REFUSED, worker, register, reason=refusal.message, approver=approver)
            raise

    def _note(self, session: Session, operation: Operation, reason: str = "") -> Changes:
        """Write it into the audit; nothing else changes."""
        change = Change("session", None, None, session.worker.personnel_number)
        self._record(operation, Outcome.DONE, session.worker, session.register, reason=reason, changes=(change,))
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
        approver: Worker | None = None,
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
                override_by=approver.id if approver else None,
            )
            records.write(transaction, record)

        self._database.write(work)


def _check_works_here(worker: Worker, register: Register) -> None:
    if register.store.id not in worker.store_ids:
        raise SignInRefused(mark("{worker} does not work in {store}."), worker=worker.name, store=register.store.name)


def _check_is_another(session: Session, approver: Worker) -> None:
    if approver.id == session.worker.id:
        raise SignInRefused(mark("Nobody can sign for themselves. Ask somebody else."))


def _check_may_sign(
    transaction: Transaction, session: Session, approver: Worker, operations: Sequence[Operation]
) -> None:
    """Refuse who may not do it either, in the session's store."""
    for operation in operations:
        if not workers.may(transaction, approver.id, session.store.id, operation):
            raise SignInRefused(
                mark("{worker} may not do this either: {operation}. It is for: {who}."),
                worker=approver.name,
                operation=operation.title,
                who=", ".join(workers.who_may(transaction, operation)),
            )
