"""Finds customers of a legal entity who are likely the same, and remembers who is not."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from clienteling.database import customers, duplicates, pairs
from clienteling.database.engine import Transaction
from clienteling.database.pairs import Place, Way
from clienteling.domain.audit import Changes
from clienteling.domain.duplicates import Pair
from clienteling.domain.errors import NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.text import fold
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations, Writing

MOST = 200
"""Pairs that are shown at once: whoever merges those can look on."""

_AT_ONCE = 20  # groups of those born on a day that are compared between two looks at whether it was cancelled

Result = TypeVar("Result")
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a search has come: to look on from there."""

    way: Way
    after: Place | None


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Likely pairs, the most likely first. `goes_on` is where to look on from; None if all were looked at."""

    pairs: tuple[Pair, ...]
    goes_on: Stage | None
    was_cancelled: bool = False


@dataclass(slots=True)
class _Search:
    found: dict[tuple[int, int], Pair] = field(default_factory=dict)

    def take(self, new: list[Pair]) -> None:
        for pair in new:
            self.found.setdefault((pair.one.customer_id, pair.other.customer_id), pair)

    def in_order(self) -> tuple[Pair, ...]:
        return tuple(
            sorted(self.found.values(), key=lambda p: (-p.likeness.score, fold(p.one.name), p.one.customer_id))
        )


class DuplicateFinder:
    """Works in blocks: memory holds one block and what is shown, however many customers there are."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def find(
        self,
        session: Session | None,
        legal_entity_id: int,
        *,
        most: int = MOST,
        start: Stage | None = None,
        progress: Progress = lambda _done, _total: None,
        cancelled: Cancelled = lambda: False,
    ) -> Duplicates:
        """Customers of a legal entity who share a phone, an e-mail, a name or a birthday and are likely one.

        `progress` is told which of the ways of looking has been done. `start` is where another search has stopped.
        """
        search, ways = _Search(), list(Way)
        stage = start or Stage(ways[0], None)
        entity = legal_entity_id if session is None else session.legal_entity.id
        while True:
            progress(ways.index(stage.way), len(ways))
            after = self._block(session, entity, stage, search, cancelled)
            if cancelled():
                return Duplicates(search.in_order(), stage, was_cancelled=True)
            if after is not None:
                stage = Stage(stage.way, after)
            elif stage.way is ways[-1]:
                return Duplicates(search.in_order(), None)
            else:
                stage = Stage(ways[ways.index(stage.way) + 1], None)
            if len(search.found) >= most:
                return Duplicates(search.in_order(), stage)

    def _block(
        self, session: Session | None, entity: int, stage: Stage, search: _Search, cancelled: Cancelled
    ) -> Place | None:
        found, after = self._read(session, lambda t: pairs.groups(t, entity, stage.way, stage.after))
        for start in range(0, len(found), _AT_ONCE):
            if cancelled():
                break
            part = found[start : start + _AT_ONCE]
            search.take(self._read(session, partial(pairs.pairs, found=part, way=stage.way)))
        return after

    def _read(self, session: Session | None, work: Callable[[Transaction], Result]) -> Result:
        if session is None:
            return self._operations.database.read(work)
        return self._operations.read(session, Operation.MERGE_CUSTOMERS, work)

    def keep_apart(self, session: Session, customer_id: int, other_id: int) -> Changes:
        """Remember that two who look alike are two people."""

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            there = customers.those_there(transaction, session.legal_entity.id, [customer_id, other_id])
            if len(set(there)) < 2:
                raise NotFound(mark("There is no such customer in this company."))
            apart = duplicates.keep_apart(transaction, customer_id, [other_id], session.worker.id, writing.at)
            for account in customers.account_numbers(transaction, apart):
                writing.note("somebody else", customer_id, None, account)

        return self._operations.write(session, Operation.MERGE_CUSTOMERS, work)
