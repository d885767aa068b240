"""Operation records: what was done or refused, by whom, and to whom.

One record serves as audit line, as step that can be undone, and as what an offline till will send one day.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from clienteling.domain.cover import Lending
from clienteling.domain.operations import Operation


class Outcome(StrEnum):
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed. `before` and `after` are what it takes to show and undo it; None: was not, is not."""

    subject: str
    customer_id: int | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """An operation with its changes. Without a worker it came from the command line of an administrator.

    `undoes` is the key of the record whose opposite it is, `override_by` that of the worker who signed for it.
    """

    id: int
    at: datetime
    operation: Operation
    outcome: Outcome
    worker_id: int | None
    register_id: int | None
    legal_entity_id: int | None
    reason: str = ""
    changes: tuple[Change, ...] = ()
    undoes: int | None = None
    override_by: int | None = None


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A change as it is read in the audit: names instead of keys. `id` is the record's.

    It was `erased` with the person it was about, and says no more than that something was changed.
    """

    id: int
    at: datetime
    worker: str
    store: str
    operation: Operation
    outcome: Outcome
    customer: str
    account_number: str
    subject: str
    before: str | None
    after: str | None
    reason: str
    override_by: str = ""
    erased: bool = False


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which records of the audit are asked for: by whom, of what kind, about whom, and when (`until` not included)."""

    worker_id: int | None = None
    operation: Operation | None = None
    outcome: Outcome | None = None
    account_number: str = ""
    since: datetime | None = None
    until: datetime | None = None


class Undo(StrEnum):
    """Whether a record can be undone now."""

    NEVER = "never"
    POSSIBLE = "possible"
    DONE = "done"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A whole record as it is read in the audit. `customers` of them changed; `customer` is the first one's name.

    `before` and `after` are those of the first change, with workers by name. `newer` is the latest record that changed
    one of the same customers' holders afterwards: what stands in the way of an undo, or the undo itself. `override_by`
    signed for it, or was asked to, if it was refused. Its customers came from `givers` workers and went to `takers`.
    `subject` is what the first change was of. Of a book that is lent there is the `lending`.
    """

    id: int
    at: datetime
    worker: str
    store: str
    operation: Operation
    outcome: Outcome
    reason: str
    is_undo: bool
    customers: int
    customer: str
    before: str | None
    after: str | None
    worker_id: int | None = None
    newer: int | None = None
    newer_is_undo: bool = False
    override_by: str = ""
    subject: str = ""
    givers: int = 1
    takers: int = 1
    lending: Lending | None = None


PRIMARY_HOLDER = "primary holder"
"""The subject of changes that make another client book of a customer the primary one."""

UNDONE_BY = {
    Operation.ADD_TO_CLIENT_BOOK: Operation.REMOVE_FROM_CLIENT_BOOK,
    Operation.REMOVE_FROM_CLIENT_BOOK: Operation.ADD_TO_CLIENT_BOOK,
    Operation.REASSIGN: Operation.REASSIGN,
    Operation.LEND_BOOK: Operation.LEND_BOOK,
}
"""The operation that is the way back, and so needs its permission."""

_OF_ANYBODY = (Operation.REASSIGN, Operation.LEND_BOOK)


def undo_of(entry: AuditEntry, worker_id: int) -> Undo:
    """Whether a worker can undo an entry: changes of books, own ones or those of managers, that nothing newer touched.

    That a book was lent cannot be changed any more when its last day has passed.
    """
    own = entry.worker_id == worker_id or entry.operation in _OF_ANYBODY
    if entry.operation not in UNDONE_BY or entry.outcome is not Outcome.DONE or not own:
        return Undo.NEVER
    if entry.lending is not None and entry.lending.is_over and not entry.newer_is_undo:
        return Undo.NEVER
    if entry.newer is None:
        return Undo.POSSIBLE
    return Undo.DONE if entry.newer_is_undo else Undo.BLOCKED


class Kind(StrEnum):
    """Kinds of things that pages show and that a write can touch."""

    COMPANY = "company"
    WORKERS = "workers"
    CUSTOMERS = "customers"
    BOOKS = "books"
    TIMELINE = "timeline"
    ATTRIBUTES = "attributes"
    VIEWS = "views"
    CLOUDS = "clouds"
    TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write touched: which kinds, and which customers (empty: any of them). `record_id` can be undone."""

    kinds: frozenset[Kind]
    customer_ids: frozenset[int] = field(default_factory=frozenset)
    record_id: int | None = None

    def concerns(self, kind: Kind, customer_id: int | None = None) -> bool:
        """Whether something that shows `kind` (of that customer) must be read again."""
        return kind in self.kinds and (customer_id is None or not self.customer_ids or customer_id in self.customer_ids)
