"""What a worker has begun and not saved: theirs alone, at every till of the legal entity."""

from dataclasses import dataclass
from datetime import datetime

from clienteling.database import drafts
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations

ACTIVITY, NOTE = "activity", "note"
ENRICHMENT = "enrichment"
"""The answers of the wizard of account engagement; what they are about is an enrichment, or a new one."""
_KINDS = (ACTIVITY, NOTE)


@dataclass(frozen=True, slots=True)
class KeptText:
    """A draft as it was put by. `text` means something to who wrote it."""

    customer_id: int
    kind: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Begun:
    """What a worker has begun. Of a form of a new customer neither key nor name are known: 0 and "".

    `customer_id` is the key of the enrichment where it is about one.
    """

    kind: str
    customer_id: int
    customer: str
    at: datetime


class Drafts:
    """One for each worker and customer: an activity or a note. It is nobody else's business, so nothing is recorded."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def keep(self, session: Session, customer_id: int, kind: str, text: str) -> Changes:
        """Put a draft by, in place of the one before; "" lets it go."""
        at = self._operations.clock()

        def work(transaction: Transaction) -> None:
            for other in _KINDS:
                drafts.drop(transaction, _place(session, other, customer_id))
            if text:
                drafts.keep(transaction, _place(session, kind, customer_id), text, at)

        self._operations.database.write(work)
        return Changes(frozenset())

    def of(self, session: Session, customer_id: int) -> KeptText | None:
        """What was put by for a customer."""

        def work(transaction: Transaction) -> KeptText | None:
            for kind in _KINDS:
                found = drafts.find(transaction, _place(session, kind, customer_id))
                if found is not None:
                    return KeptText(customer_id, kind, *found)
            return None

        return self._operations.database.read(work)

    def keep_answers(self, session: Session, enrichment_id: int | None, text: str) -> Changes:
        """Put answers of the wizard by, in place of those before; "" lets them go."""
        at, place = self._operations.clock(), _place(session, ENRICHMENT, enrichment_id or 0)
        self._operations.database.write(lambda t: drafts.keep_or_drop(t, place, text, at))
        return Changes(frozenset())

    def answers(self, session: Session, enrichment_id: int | None) -> tuple[str, datetime] | None:
        """The answers that were put by for an enrichment or for a new one, and when."""
        place = _place(session, ENRICHMENT, enrichment_id or 0)
        return self._operations.database.read(lambda t: drafts.find(t, place))

    def latest(self, session: Session) -> Begun | None:
        """What was begun last, of whatever kind: also the form of a customer."""
        owner = (session.worker.id, session.legal_entity.id)
        found = self._operations.database.read(lambda t: drafts.latest(t, *owner))
        return None if found is None else Begun(*found)


def _place(session: Session, kind: str, customer_id: int) -> drafts.Place:
    return (session.worker.id, session.legal_entity.id, kind, customer_id)
