"""The activity types that a till has fetched and keeps for some hours."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from clienteling.database import company, timeline
from clienteling.database.engine import Transaction
from clienteling.domain.activity import ActivityType
from clienteling.domain.parameters import ACTIVITY_TYPE_HOURS


class KeptActivityTypes:
    """Fetched when first needed, by legal entity. Safe to use from several threads."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._kept: dict[int, tuple[datetime, tuple[ActivityType, ...]]] = {}
        self._lock = threading.Lock()

    def of(self, transaction: Transaction, legal_entity_id: int) -> tuple[ActivityType, ...]:
        """Those of a legal entity; read anew after the hours of its parameter."""
        now = self._clock()
        with self._lock:
            until, types = self._kept.get(legal_entity_id, (now, ()))
        if now < until:
            return types
        hours = ACTIVITY_TYPE_HOURS.of(company.parameters(transaction, legal_entity_id))
        types = timeline.activity_types(transaction, legal_entity_id)
        with self._lock:
            self._kept[legal_entity_id] = (now + timedelta(hours=hours), types)
        return types

    def forget(self) -> None:
        with self._lock:
            self._kept.clear()
