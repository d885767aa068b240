"""Badges (operation 919): a bar code or a magnetic card that names its worker.

A badge is looked up by its code, so its hash cannot have a salt of its own, as that of a password has: all badges of a
company share one, made with the first badge. Whoever has the database must still try every code anew, with the same
slow, memory-hard function that guards passwords, and cannot use what was computed for another company. At a till there
are few tries: see `check_may_scan`.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime

from clienteling.database import badges, company, records, workers
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes, Outcome, Record
from clienteling.domain.company import Register
from clienteling.domain.errors import Conflict, NotAllowed, NotFound, SignInRefused, mark
from clienteling.domain.operations import Operation
from clienteling.domain.parameters import BADGE_NEEDS_PASSWORD
from clienteling.domain.text import checked
from clienteling.domain.worker import LOCK_OUT, Session, Worker, check_badge, check_may_scan
from clienteling.services.operations import Operations, Writing
from clienteling.services.passwords import as_bytes

WRONG_PASSWORD = mark(
    "Worker ID or password is wrong. After five wrong passwords the worker is locked out for 15 minutes."
)
UNKNOWN_BADGE = mark("This badge is nobody’s. Sign in with worker ID and password.")

# Fixed for good: with others the hashes that are stored would not be found again.
_PASSES, _KIBIBYTES, _LANES, _LENGTH = 3, 65536, 4, 32


class Badges:
    """Gives badges to workers and takes them away, and knows whose a scanned one is. No code is ever recorded."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def of_store(self, session: Session) -> Mapping[int, datetime]:
        """Which workers of the session's store have a badge, and since when."""
        return self._operations.read(session, Operation.EXTENDED_LOG_ON, lambda t: badges.of_store(t, session.store.id))

    def assign(self, session: Session | None, personnel_number: str, code: str) -> Changes:
        """Give a worker a badge, in place of the one before. Raises `Conflict` if it is somebody else's.

        A worker gives them to those of the session's store only, and to nobody who may do more than they.
        """
        code = check_badge(code)
        salt = self._operations.database.write(_salt)
        hashed = _hash(code, salt)

        def work(writing: Writing) -> None:
            worker = _worker(writing, session, personnel_number)
            holder = badges.owner(writing.transaction, hashed)
            if holder is not None and holder.id != worker.id:
                raise Conflict(mark("This badge is {worker}’s. Take it away there first."), worker=holder.name)
            badges.put(writing.transaction, worker.id, hashed, writing.at)
            writing.note("badge", None, None, worker.personnel_number)

        return self._operations.write(session, Operation.EXTENDED_LOG_ON, work)

    def remove(self, session: Session | None, personnel_number: str) -> Changes:
        """Take a worker's badge away, such as a lost one."""

        def work(writing: Writing) -> None:
            worker = _worker(writing, session, personnel_number)
            if badges.since(writing.transaction, worker.id) is None:
                raise NotFound(mark("{worker} has no badge."), worker=worker.name)
            badges.take(writing.transaction, worker.id)
            writing.note("badge", None, worker.personnel_number, None)

        return self._operations.write(session, Operation.EXTENDED_LOG_ON, work)

    def owner(self, register: Register, code: str) -> Worker:
        """Whose badge was scanned at a till. Raises `SignInRefused`, recorded, if nobody's, or after too many tries."""
        hashed = self._hashed(code)

        # Looked up and counted where nobody can be in between, so that trying in parallel gains nothing.
        def work(transaction: Transaction) -> Worker | SignInRefused:
            now = self._operations.clock()
            try:
                check_may_scan(_failures(transaction, register, now), now)
                found = badges.owner(transaction, hashed)
                if found is not None:
                    return found
                raise SignInRefused(UNKNOWN_BADGE)
            except SignInRefused as refusal:
                records.write(transaction, _refused(transaction.key(), register, now, refusal))
                return refusal

        found = self._operations.database.write(work)
        if isinstance(found, SignInRefused):
            raise found
        return found

    def known(self, register: Register, code: str) -> Worker | None:
        """Whose badge this is, for a code that may as well be a password. None as well after too many failures."""
        hashed = self._hashed(code)

        def work(transaction: Transaction) -> Worker | None:
            now = self._operations.clock()
            try:
                check_may_scan(_failures(transaction, register, now), now)
            except SignInRefused:
                return None  # a password may still be tried
            return badges.owner(transaction, hashed)

        return self._operations.database.read(work)

    def need_password(self, register: Register) -> bool:
        """Whether a badge only names its worker, who then types the password."""
        scope = register.store.legal_entity.id
        return BADGE_NEEDS_PASSWORD.of(self._operations.database.read(lambda t: company.parameters(t, scope)))

    def _hashed(self, code: str) -> str:
        salt = self._operations.database.read(lambda t: company.parameters(t).get(company.BADGE_SALT))
        # Where nobody has a badge it takes as long to say so.
        return _hash(code.strip(), salt or "0" * 32)


def _worker(writing: Writing, session: Session | None, personnel_number: str) -> Worker:
    """The worker of this number, whom the session may give badges. Raises `NotFound` or `NotAllowed`."""
    number = checked("worker", personnel_number)
    worker = workers.by_number(writing.transaction, number)
    if worker is None:
        raise NotFound(mark("There is no worker {number}."), number=number)
    if session is not None:
        check_may_look_after(writing, session, worker, Operation.EXTENDED_LOG_ON)
    return worker


def check_may_look_after(writing: Writing, session: Session, worker: Worker, operation: Operation) -> None:
    """Raise `NotAllowed` for a worker who is not of the session's store, or who may do more than the session's, or than
    who signed for it.
    """
    transaction = writing.transaction
    if writing.override is not None and writing.signed:
        mine = workers.operations_of(transaction, writing.override.approver_id, session.store.id)
    else:
        mine = workers.operations_of(transaction, session.worker.id, session.store.id, session.roles)
    if session.store.id not in worker.store_ids or not worker.group.operations <= mine:
        raise NotAllowed(operation.title, workers.who_may(transaction, Operation.SET_UP))


def _salt(transaction: Transaction) -> str:
    """The salt of the company's badges, made if there is none."""
    known = company.parameters(transaction).get(company.BADGE_SALT)
    if known is None:
        known = secrets.token_hex(16)
        company.set_parameter(transaction, company.COMPANY, company.BADGE_SALT, known)
    return known


def _failures(transaction: Transaction, register: Register, now: datetime) -> tuple[datetime, ...]:
    reasons = (WRONG_PASSWORD, UNKNOWN_BADGE)
    return records.refused_at(transaction, register.id, Operation.LOG_ON, reasons, now - LOCK_OUT)


def _refused(key: int, register: Register, at: datetime, refusal: SignInRefused) -> Record:
    return Record(
        key,
        at,
        Operation.LOG_ON,
        Outcome.REFUSED,
        None,
        register.id,
        register.store.legal_entity.id,
        refusal.message,
    )


def _hash(code: str, salt: str) -> str:
    from argon2.low_level import Type, hash_secret_raw  # imported when needed: not on the way to the first window

    secret, salted = as_bytes(code), bytes.fromhex(salt)
    return hash_secret_raw(secret, salted, _PASSES, _KIBIBYTES, _LANES, _LENGTH, Type.ID).hex()
