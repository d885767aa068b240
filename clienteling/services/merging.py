"""Merging two files about one customer (9016), and undoing it."""

from collections.abc import Mapping
from itertools import zip_longest

from clienteling.database import books, edits, workers
from clienteling.database.engine import Transaction
from clienteling.database.person import merging
from clienteling.database.records import HOLDER
from clienteling.domain.audit import Changes
from clienteling.domain.errors import Conflict, Invalid, NotFound, mark
from clienteling.domain.merge import Merge, MergePreview, Side
from clienteling.domain.operations import Operation
from clienteling.domain.text import checked
from clienteling.domain.worker import Session
from clienteling.services.book_changes import LONGEST_REASON
from clienteling.services.operations import Operations, Writing

MERGED = "merge"

# What stays with the customer who was kept when a merge is undone.
_STAYS = frozenset(
    {
        Operation.ADD_ACTIVITY,
        Operation.ADD_NOTE,
        Operation.EDIT_ACTIVITY_OF_OTHERS,
        Operation.EXPORT_PERSONAL_FILE,
        Operation.VIEW_CUSTOMER_DETAILS,
    }
)


class Merging:
    """Customers of one legal entity: the session's, or with an administrator any."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def preview(self, session: Session | None, kept_id: int, other_id: int) -> MergePreview:
        """What a merge would do, and of what one file's value has to be chosen."""

        def work(transaction: Transaction) -> MergePreview:
            _check(transaction, session, kept_id, other_id)
            return merging.preview(transaction, kept_id, other_id)

        if session is None:
            return self._operations.database.read(work)
        return self._operations.read(session, Operation.MERGE_CUSTOMERS, work)

    def merge(
        self,
        session: Session | None,
        kept_id: int,
        other_id: int,
        choices: Mapping[str, Side] | None = None,
        reason: str = "",
    ) -> Changes:
        """Let everything of the other customer be the kept one's. `choices` are sides of fields of the preview.

        Raises `Invalid` with the field's key for a field that is not there (any more).
        """
        reason = checked("reason", reason, longest=LONGEST_REASON)
        chosen = dict(choices or {})

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            _check(transaction, session, kept_id, other_id)
            shown = merging.preview(transaction, kept_id, other_id)
            fields = {field.key: field for field in shown.fields}
            for key in chosen:
                if key not in fields:
                    raise Invalid(key, mark("Both files say the same here now. Look at the two again."))
            sides = {key: field.side for key, field in fields.items()} | chosen
            held = _holders(transaction, kept_id, other_id)
            worker = session.worker.id if session else None
            merging.merge(transaction, writing.record_id(), kept_id, other_id, sides, worker, writing.at)
            kept, other = shown.kept.account_number, shown.other.account_number
            writing.note(MERGED, kept_id, other, kept)
            writing.note(MERGED, other_id, other, kept)
            for key, side in sides.items():
                if side is Side.OTHER and key != "holding":
                    field = fields[key]
                    writing.note(field.name or field.kind, kept_id, field.kept or None, field.other or None)
            _note_holders(writing, held, _holders(transaction, kept_id, other_id))

        return self._operations.write(session, Operation.MERGE_CUSTOMERS, work, reason=reason)

    def undo(self, session: Session | None, record_id: int) -> Changes:
        """Make two customers of one again, if nothing newer changed the file; what happened since stays with the kept.

        Raises `Conflict` that says what stands in between.
        """

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            found = merging.find(transaction, record_id)
            if found is None or not _is_of(transaction, session, found.survivor_id):
                raise NotFound(mark("There is no such merge, or it has been undone."))
            _check_newest(transaction, found)
            keys = (found.survivor_id, found.merged_id)
            held = _holders(transaction, *keys)
            writing.undoes = found.record_id
            merging.undo(transaction, record_id)
            for key in keys:
                writing.note(MERGED, key, found.into, found.account_number)
            _note_holders(writing, held, _holders(transaction, *keys))

        return self._operations.write(session, Operation.MERGE_CUSTOMERS, work)

    def merges(self, session: Session | None, customer_id: int) -> tuple[Merge, ...]:
        """The files that went into a customer's, the newest first."""

        def work(transaction: Transaction) -> tuple[Merge, ...]:
            if not _is_of(transaction, session, customer_id):
                return ()
            return merging.merges_into(transaction, customer_id)

        if session is None:
            return self._operations.database.read(work)
        return self._operations.read(session, Operation.VIEW_ALL_CUSTOMERS, work)


def _check(transaction: Transaction, session: Session | None, kept_id: int, other_id: int) -> None:
    if kept_id == other_id:
        raise Invalid("other", mark("Choose somebody else: this is the same customer."))
    if not (_is_of(transaction, session, kept_id) and _is_of(transaction, session, other_id)):
        raise NotFound(mark("There is no such customer in this company."))
    if books.entity_of(transaction, kept_id) != books.entity_of(transaction, other_id):
        raise Invalid("other", mark("The two are customers of different companies."))


def _is_of(transaction: Transaction, session: Session | None, customer_id: int) -> bool:
    entity = books.entity_of(transaction, customer_id)
    return entity is not None and (session is None or entity == session.legal_entity.id)


def _check_newest(transaction: Transaction, found: Merge) -> None:
    newer = edits.since(transaction, found.record_id, found.survivor_id, _STAYS)
    if newer is None:
        return
    operation, worker = newer
    if not worker:
        raise Conflict(
            mark("A newer change by an administrator stands in between: {operation}."), operation=operation.title
        )
    raise Conflict(
        mark("A newer change stands in between: {operation}, by {worker}."), operation=operation.title, worker=worker
    )


def _holders(transaction: Transaction, *customer_ids: int) -> dict[int, list[str]]:
    """The personnel numbers of those who hold customers, that of the primary book first."""
    found = {}
    for key, holder in books.holders(transaction, customer_ids).items():
        known = (workers.by_id(transaction, one.worker_id) for one in holder.all)
        found[key] = [worker.personnel_number for worker in known if worker is not None]
    return found


def _note_holders(writing: Writing, before: Mapping[int, list[str]], after: Mapping[int, list[str]]) -> None:
    for key in sorted({*before, *after}):
        had, has = before.get(key, []), after.get(key, [])
        gone, new = ([number for number in one if number not in other] for one, other in ((had, has), (has, had)))
        for number, other in zip_longest(gone, new):
            writing.note(HOLDER, key, number, other)
