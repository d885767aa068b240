"""What is chosen for relationship intelligence, and how it stands: the overview of headquarters."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from clienteling.database import company, relationships, workers
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes
from clienteling.domain.company import LegalEntity
from clienteling.domain.errors import Conflict, Invalid, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.relationship.acquaintance import WINDOW, check_introduction
from clienteling.domain.relationship.analytics import State, check_analytics
from clienteling.domain.relationship.enabling import (
    InForce,
    Intelligence,
    Prerequisite,
    check_may_enable,
    in_force,
    prerequisites,
)
from clienteling.domain.text import checked
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations, Writing

Result = TypeVar("Result")

_INTELLIGENCE = TypeAdapter(Intelligence)


@dataclass(frozen=True, slots=True)
class Role:
    """A permission group whose mailboxes can count."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Overview:
    """How relationship intelligence stands. `version` is to be given back with what is saved.

    `grades` are how many customers are in each state as of `computed_at`, of `customers` there are.
    """

    legal_entity: LegalEntity
    chosen: Intelligence
    version: int
    needs: tuple[Prerequisite, ...]
    force: InForce
    roles: tuple[Role, ...]
    grades: dict[State, int]
    customers: int
    computed_at: datetime | None


def chosen_for(transaction: Transaction, legal_entity_id: int) -> Intelligence:
    """What is chosen, or the defaults; so is what a newer version stored and this one cannot read."""
    try:
        return _INTELLIGENCE.validate_json(relationships.stored(transaction, legal_entity_id).document)
    except ValidationError:
        return Intelligence()


class Choices:
    """Who may set up the company chooses; everybody who sees relationships may see what is chosen."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def overview(self, session: Session | None, legal_entity: LegalEntity) -> Overview:
        now = self._operations.clock()

        def work(transaction: Transaction) -> Overview:
            stored = relationships.stored(transaction, legal_entity.id)
            chosen = chosen_for(transaction, legal_entity.id)
            return Overview(
                legal_entity,
                chosen,
                stored.version,
                _needs(transaction, session, legal_entity, chosen),
                in_force(chosen, legal_entity.country, now),
                tuple(Role(group.code, group.name) for group in workers.groups(transaction).values()),
                {State(state): n for state, n in relationships.grades(transaction, legal_entity.id).items()},
                relationships.customer_count(transaction, legal_entity.id),
                stored.computed_at,
            )

        return self._read(session, work)

    def acquainted(self, session: Session | None, legal_entity: LegalEntity) -> int:
        """For how many customers colleagues are found among the activities."""
        now = self._operations.clock()
        since = now - timedelta(days=WINDOW)
        return self._read(session, lambda t: relationships.acquainted(t, legal_entity.id, since, now))

    def enable(self, session: Session | None, legal_entity: LegalEntity, *, licence: bool = False) -> Changes:
        """Switch it on; the fourteen days for consent begin. Raises `Conflict` with what is missing.

        `licence` confirms that the company has one.
        """

        def change(writing: Writing, chosen: Intelligence) -> Intelligence:
            chosen = replace(chosen, licence=chosen.licence or licence)
            check_may_enable(_needs(writing.transaction, session, legal_entity, chosen))
            return chosen if chosen.is_enabled else replace(chosen, enabled_at=writing.at)

        return self._change(session, legal_entity, change)

    def disable(self, session: Session | None, legal_entity: LegalEntity) -> Changes:
        """Switch it off. What was chosen and the consent stay."""
        return self._change(session, legal_entity, lambda _, chosen: replace(chosen, enabled_at=None))

    def consent(self, session: Session | None, legal_entity: LegalEntity) -> Changes:
        """The tenant's administrator allows it; what had switched itself off works again."""

        def change(writing: Writing, chosen: Intelligence) -> Intelligence:
            return chosen if chosen.consent_at is not None else replace(chosen, consent_at=writing.at, revoked_at=None)

        return self._change(session, legal_entity, change)

    def withdraw(self, session: Session | None, legal_entity: LegalEntity) -> Changes:
        """Consent is taken back: from now on nothing of Exchange is used."""
        return self._change(session, legal_entity, lambda writing, chosen: _without_consent(chosen, writing.at))

    def save(
        self, session: Session | None, legal_entity: LegalEntity, chosen: Intelligence, version: int | None = None
    ) -> Changes:
        """Store what was chosen. Enabling and consent stay as they are.

        Raises `Invalid` at the field, and `Conflict` if somebody has saved since `version` was read.
        """

        def change(writing: Writing, before: Intelligence) -> Intelligence:
            _check(writing.transaction, chosen)
            if version is not None and relationships.stored(writing.transaction, legal_entity.id).version != version:
                raise Conflict(mark("Somebody has changed these choices in the meantime. Please look at them anew."))
            return replace(
                chosen,
                location=chosen.location.strip().upper(),
                enabled_at=before.enabled_at,
                consent_at=before.consent_at,
                revoked_at=before.revoked_at,
            )

        return self._change(session, legal_entity, change)

    def give_mailbox(self, session: Session | None, personnel_number: str, address: str) -> Changes:
        """Say whose mailbox an address is: what it receives and sends counts for this worker."""
        address = checked("address", address, required=True).casefold()
        if address.count("@") != 1 or any(c.isspace() for c in address):
            raise Invalid("address", mark("“{address}” is no mail address."), address=address)

        def work(writing: Writing) -> None:
            worker = workers.by_number(writing.transaction, personnel_number.strip())
            if worker is None:
                raise NotFound(mark("There is no worker {number}."), number=personnel_number)
            before = relationships.mailboxes(writing.transaction).get(address)
            if before == worker.id:
                return
            if before is not None:
                raise Conflict(mark("This address is another worker’s."))
            relationships.give_mailbox(writing.transaction, address, worker.id)
            writing.note("mailbox", None, None, worker.personnel_number)

        return self._operations.write(session, Operation.SET_UP, work)

    def _read(self, session: Session | None, work: Callable[[Transaction], Result]) -> Result:
        if session is None:
            return self._operations.database.read(work)
        return self._operations.read(session, Operation.RELATIONSHIP, work)

    def _change(
        self,
        session: Session | None,
        legal_entity: LegalEntity,
        change: Callable[[Writing, Intelligence], Intelligence],
    ) -> Changes:
        def work(writing: Writing) -> None:
            before = chosen_for(writing.transaction, legal_entity.id)
            _store(writing, legal_entity, before, change(writing, before))

        return self._operations.write(session, Operation.SET_UP, work)


def revoke(writing: Writing, legal_entity_id: int) -> None:
    """The tenant does not let the program read mailboxes any more, as it was found out on the way there."""
    before = chosen_for(writing.transaction, legal_entity_id)
    entity = company.legal_entity(writing.transaction, legal_entity_id)
    _store(writing, entity, before, _without_consent(before, writing.at))


def _without_consent(chosen: Intelligence, at: datetime) -> Intelligence:
    return chosen if chosen.consent_at is None else replace(chosen, consent_at=None, revoked_at=at)


def _store(writing: Writing, legal_entity: LegalEntity, before: Intelligence, after: Intelligence) -> None:
    if after != before:
        written = _INTELLIGENCE.dump_json(after).decode()
        relationships.choose(writing.transaction, legal_entity.id, written)
        was = _INTELLIGENCE.dump_json(before).decode()
        writing.note(f"relationship intelligence {legal_entity.code}", None, was, written)


def _needs(
    transaction: Transaction, session: Session | None, legal_entity: LegalEntity, chosen: Intelligence
) -> tuple[Prerequisite, ...]:
    may = session is None or workers.may(
        transaction, session.worker.id, session.store.id, Operation.SET_UP, session.roles
    )
    who = ", ".join(workers.who_may(transaction, Operation.SET_UP))
    return prerequisites(chosen, legal_entity.country, may_set_up=may, who_may=who)


def _check(transaction: Transaction, chosen: Intelligence) -> None:
    check_analytics(chosen.analytics)
    check_introduction(chosen.introduction)
    location = chosen.location.strip()
    if location and not (len(location) == 2 and location.isascii() and location.isalpha()):
        raise Invalid("location", mark("A country is written with two letters, such as FI."))
    known = {group.code for group in workers.groups(transaction).values()}
    for role in chosen.roles:
        if role not in known:
            message = mark("There is no permission group “{role}”. There are: {choices}.")
            raise Invalid("roles", message, role=role, choices=", ".join(sorted(known)))
