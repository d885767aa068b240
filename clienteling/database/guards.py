"""What guards operations beside permissions: features that are off, and operations that are for everybody."""

import json

from sqlalchemy import bindparam, exists, select

from clienteling.database.engine import Transaction
from clienteling.database.tables import ConfigurationItemRow, WorkerRow, WorkerStoreRow
from clienteling.domain.configuration.company import FeatureSettings
from clienteling.domain.configuration.documents import read
from clienteling.domain.configuration.people import OperationSettings
from clienteling.domain.feature import Feature, FeatureStatus
from clienteling.domain.operations import Operation

_ITEM = select(ConfigurationItemRow.document).where(
    ConfigurationItemRow.section == bindparam("section"), ConfigurationItemRow.key == bindparam("key")
)
_WORKS = select(
    exists()
    .where(WorkerRow.id == bindparam("worker"), WorkerRow.blocked.is_(False))
    .where(WorkerStoreRow.worker_id == WorkerRow.id, WorkerStoreRow.store_id == bindparam("store"))
)
_OPERATIONS = select(ConfigurationItemRow.document).where(ConfigurationItemRow.section == "operations")


def _document(transaction: Transaction, section: str, key: str) -> str | None:
    found: str | None = transaction.connection().execute(_ITEM, {"section": section, "key": key}).scalar()
    return found


def feature(transaction: Transaction, wanted: Feature) -> FeatureStatus:
    """Whether a feature is on; where nobody said otherwise, it is."""
    text = _document(transaction, "features", wanted.value)
    return FeatureStatus() if text is None else read(FeatureSettings, json.loads(text)).status


def settings(transaction: Transaction, operation: Operation) -> OperationSettings:
    """How an operation is guarded."""
    text = _document(transaction, "operations", str(int(operation)))
    return OperationSettings(int(operation)) if text is None else read(OperationSettings, json.loads(text))


def for_everybody(transaction: Transaction) -> frozenset[Operation]:
    """The operations that need no permission."""
    found = [
        read(OperationSettings, json.loads(text)) for text in transaction.connection().execute(_OPERATIONS).scalars()
    ]
    return frozenset(Operation(known.operation) for known in found if not known.check_user_access)


def works_in(transaction: Transaction, worker_id: int, store_id: int) -> bool:
    """Whether a worker, not blocked, works in a store now."""
    return bool(transaction.connection().execute(_WORKS, {"worker": worker_id, "store": store_id}).scalar())
