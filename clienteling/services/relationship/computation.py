"""Computes the health of all customers of a legal entity, in blocks, and what other choices would make of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import numpy as np

from clienteling.database import books, company, records, relationships
from clienteling.database.engine import Transaction
from clienteling.database.relationships import StoredHealth
from clienteling.domain.audit import Changes, Kind
from clienteling.domain.company import LegalEntity
from clienteling.domain.errors import Problem
from clienteling.domain.keys import first_key_at
from clienteling.domain.relationship.analytics import Analytics, State, Trend
from clienteling.domain.relationship.enabling import Intelligence, Standing, in_force
from clienteling.domain.relationship.health import Traffic, ingredients, judgeable, scores, table
from clienteling.services.following import news_since
from clienteling.services.operations import Operations
from clienteling.services.relationship.choices import chosen_for
from clienteling.services.relationship.reading import InteractionReader

BLOCK = 10_000  # customers in one transaction
SAMPLE = 100_000  # customers by whom choices are tried out
MAX_AGE = timedelta(hours=24)


def _never() -> bool:
    return False


def _tell_nobody(_done: int, _total: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Distribution:
    """How many customers would get each score from 0 to 100; of `of` customers who were looked at."""

    counts: tuple[int, ...]
    of: int

    @property
    def graded(self) -> int:
        return sum(self.counts)

    def grades(self, analytics: Analytics) -> dict[State, int]:
        """How many would be in each grade."""
        return {state: sum(self.counts[first : last + 1]) for state, (first, last) in analytics.ranges().items()}


class Computation:
    """Health by all interactions. Anybody's till may compute: it is the same for all."""

    def __init__(self, operations: Operations, reader: InteractionReader) -> None:
        self._database = operations.database
        self._clock = operations.clock
        self._reader = reader
        # What was done in the last minute before a computation, and was read by it.
        self._seen: dict[int, tuple[int, ...]] = {}
        self._tried: dict[int, tuple[int, tuple[Traffic, ...]]] = {}

    def is_due(self, legal_entity: LegalEntity) -> bool:
        """Whether there is something to compute: a day has passed, or something has happened."""
        return self._database.read(lambda t: self._due(t, legal_entity)) != ()

    def keep_current(self, _now: datetime) -> Changes:
        """A chore: bring the health of everybody up to date where it is due. What it changes is on cards alone."""
        entities = self._database.read(company.legal_entities)
        done = [entity for entity in entities if self.is_due(entity) and self.refresh(entity)]
        return Changes(frozenset({Kind.BOOKS}) if done else frozenset())

    def refresh(
        self,
        legal_entity: LegalEntity,
        *,
        whole: bool = False,
        progress: Callable[[int, int], None] = _tell_nobody,
        cancelled: Callable[[], bool] = _never,
    ) -> int:
        """Bring the stored health up to date; how many customers were computed.

        All of them once a day, after other choices and imports, or if `whole`; else those with whom something happened.
        What was done before somebody cancelled stays.
        """
        now = self._clock()
        due, news = self._database.read(
            lambda t: (self._due(t, legal_entity), news_since(t, first_key_at(now), ()).records)
        )
        if due == () and not whole:
            return 0
        if due is None or whole:
            done = self._all(legal_entity, now, progress, cancelled)
        else:
            done = self._block(legal_entity, sorted(due), now, whole=False)
        if not cancelled():
            is_whole = due is None or whole
            self._database.write(lambda t: _remember(t, legal_entity, now, is_whole=is_whole))
            self._seen[legal_entity.id] = news
        return done

    def distribution(self, legal_entity: LegalEntity, analytics: Analytics) -> Distribution:
        """What these choices would make of the customers, or of evenly chosen hundred thousand of them."""
        now = self._clock()
        counts = np.zeros(101, np.int64)
        looked_at = 0
        for traffic in self._trial(legal_entity, now):
            found = ingredients(traffic, analytics.frequency, now)
            given = scores(found, analytics)[judgeable(found)].astype(np.int64)
            counts += np.bincount(given, minlength=101)
            looked_at += traffic.size
        return Distribution(tuple(counts.tolist()), looked_at)

    def _due(self, transaction: Transaction, legal_entity: LegalEntity) -> tuple[int, ...] | None:
        """The customers to compute; None: all of them."""
        chosen = chosen_for(transaction, legal_entity.id)
        if in_force(chosen, legal_entity.country, self._clock()).health is not Standing.ON:
            return ()
        stored = relationships.stored(transaction, legal_entity.id)
        if stored.computed_at is None or self._clock() - stored.computed_at >= MAX_AGE:
            return None
        news = news_since(transaction, stored.computed_record, self._seen.get(legal_entity.id, ()))
        if news.customers is None:
            return None
        return tuple(sorted(books.of_legal_entity(transaction, list(news.customers), legal_entity.id)))

    def _all(
        self,
        legal_entity: LegalEntity,
        now: datetime,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> int:
        total = self._database.read(lambda t: relationships.customer_count(t, legal_entity.id))
        done = 0
        for block in self._blocks(legal_entity):
            if cancelled():
                break
            done += self._block(legal_entity, block, now, whole=True)
            progress(done, max(total, done))
        return done

    def _blocks(self, legal_entity: LegalEntity) -> Iterator[tuple[int, ...]]:
        after = 0
        while True:
            block = self._database.read(partial(_next, legal_entity, after))
            if not block:
                return
            yield block
            after = block[-1]

    def _block(self, legal_entity: LegalEntity, customer_ids: Sequence[int], now: datetime, *, whole: bool) -> int:
        rows = self._database.read(lambda t: self._rows(t, legal_entity, customer_ids, now, whole=whole))
        self._database.write(lambda t: _store(t, rows))
        return len(rows)

    def _rows(
        self,
        transaction: Transaction,
        legal_entity: LegalEntity,
        customer_ids: Sequence[int],
        now: datetime,
        *,
        whole: bool,
    ) -> list[StoredHealth]:
        chosen = chosen_for(transaction, legal_entity.id)
        try:
            traffic = self._read(transaction, legal_entity, customer_ids, chosen, now, whole=whole)
        except Problem:
            return [StoredHealth(key, None, State.WENT_WRONG, Trend.WENT_WRONG, now) for key in customer_ids]
        found = table(traffic, chosen.analytics, now)
        rows = zip(customer_ids, found.scores.tolist(), found.states, found.trends, strict=True)
        return [
            StoredHealth(key, score if score >= 0 else None, state, trend, now) for key, score, state, trend in rows
        ]

    def _read(
        self,
        transaction: Transaction,
        legal_entity: LegalEntity,
        customer_ids: Sequence[int],
        chosen: Intelligence,
        now: datetime,
        *,
        whole: bool,
    ) -> Traffic:
        return self._reader.traffic(
            transaction, legal_entity.id, legal_entity.country, customer_ids, chosen, now, whole=whole
        )

    def _trial(self, legal_entity: LegalEntity, now: datetime) -> tuple[Traffic, ...]:
        """What is tried out, kept as long as nobody has written anything."""
        newest = self._database.read(records.newest)
        known = self._tried.get(legal_entity.id)
        if known is None or known[0] != newest:
            total = self._database.read(lambda t: relationships.customer_count(t, legal_entity.id))
            step = -(-total // SAMPLE) or 1
            blocks = self._blocks(legal_entity)
            found = [self._database.read(partial(self._sample, legal_entity, block, step, now)) for block in blocks]
            known = (newest, tuple(found))
            self._tried[legal_entity.id] = known
        return known[1]

    def _sample(
        self, legal_entity: LegalEntity, block: Sequence[int], step: int, now: datetime, transaction: Transaction
    ) -> Traffic:
        chosen = chosen_for(transaction, legal_entity.id)
        return self._read(transaction, legal_entity, block[::step], chosen, now, whole=step == 1)


def _remember(transaction: Transaction, legal_entity: LegalEntity, now: datetime, *, is_whole: bool) -> None:
    at = now if is_whole else relationships.stored(transaction, legal_entity.id).computed_at
    # What was written before this moment has been read; following looks back a minute by itself.
    relationships.computed(transaction, legal_entity.id, at, first_key_at(now))


def _next(legal_entity: LegalEntity, after: int, transaction: Transaction) -> tuple[int, ...]:
    return relationships.customers_after(transaction, legal_entity.id, after, BLOCK)


def _store(transaction: Transaction, rows: Sequence[StoredHealth]) -> None:
    # Somebody may have been erased since.
    there = relationships.there(transaction, [row.customer_id for row in rows])
    relationships.put_health(transaction, [row for row in rows if row.customer_id in there])
