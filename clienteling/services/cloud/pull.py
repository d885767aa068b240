"""The pull (CI-2, CI-3): values of the customers of the books, in batches, several calls at a time.

A batch that has arrived is stored with how far the pull has come, in one transaction: whatever stops it, the next one
goes on from there.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from clienteling.database import attributes, clouds, company
from clienteling.database.engine import Transaction
from clienteling.domain.attribute import Attribute
from clienteling.domain.audit import Changes
from clienteling.domain.cloud_problems import CloudProblem, Incomplete, Stopped
from clienteling.domain.cloud_state import PullState, Step
from clienteling.domain.company import LegalEntity
from clienteling.domain.errors import Conflict, mark
from clienteling.domain.insights import BATCH, CustomerInsights, InsightsSource, Question
from clienteling.domain.operations import Operation
from clienteling.domain.parameters import INSIGHTS_HOURS
from clienteling.domain.worker import Session
from clienteling.services.cloud.arrivals import Arrivals
from clienteling.services.cloud.connections import ENABLED, Connections, Way, needed
from clienteling.services.cloud.insights import environment_of
from clienteling.services.operations import Writing

_READ_AT_ONCE = 1000 * BATCH  # account numbers; sorted anew for each piece, so few of them
_WRITTEN_AT_ONCE = 16  # batches
_RESUMED_WITHIN = timedelta(days=1)

Batch = list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a pull asks, and how it reads the answers."""

    source: InsightsSource
    question: Question
    measures: tuple[Attribute, ...]
    computed: dict[str, datetime]


class InsightsPull:
    """Session None is the program itself, or an administrator at the command line."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._database = connections.operations.database
        self._running = threading.Lock()

    def state(self, entity: LegalEntity) -> PullState | None:
        """How far the last pull has come."""
        return self._database.read(lambda t: clouds.pull_state(t, entity.id))

    def is_due(self, entity: LegalEntity) -> bool:
        """Whether a pull should begin, or go on, now: *insights-hours* after the last one began."""

        def look(transaction: Transaction) -> bool:
            given = company.parameters(transaction, entity.id)
            hours, state = INSIGHTS_HOURS.of(given), clouds.pull_state(transaction, entity.id)
            if not hours or given.get(ENABLED) != "yes":
                return False
            now = self._connections.clock()
            if state is not None and state.is_held(now):
                return False
            return state is None or now - state.started >= timedelta(hours=hours) or self._is_halfway(state, now)

        return self._database.read(look)

    def run(
        self,
        session: Session | None,
        entity: LegalEntity,
        told: Callable[[PullState], None] = lambda _: None,
        stop: threading.Event | None = None,
        heard: Callable[[Changes], None] = lambda _: None,
    ) -> PullState:
        """Pull, from where a pull of today stopped. `told` hears the progress, `heard` what was changed.

        Raises problems, `Stopped` when `stop` is set; what had arrived is stored. One pull at a time, at whatever till.
        """
        entered = self._connections.entered(session, Operation.INSIGHTS, entity)
        if not entered.insights.enabled:
            raise Incomplete(what=mark("“Enable Customer Insights”"))
        if not self._running.acquire(blocking=False):
            raise Conflict(mark("A pull is running already."))
        try:
            state = self._begin(entity)
            try:
                with self._connections.open(entered, stop) as way, self._connections.link(entity, Step.PULL):
                    return _Run(self._connections, session, way, state, told, heard).finish()
            finally:
                self._let_go(entity, state.runner)
        finally:
            self._running.release()

    def _begin(self, entity: LegalEntity) -> PullState:
        now = self._connections.clock()

        def begin(transaction: Transaction) -> PullState:
            before = clouds.pull_state(transaction, entity.id)
            if before is not None and before.is_held(now):
                raise Conflict(mark("A pull is running at another till. Its values come here, too."))
            runner = transaction.key()
            if before is not None and self._is_halfway(before, now):
                left = clouds.held_count(transaction, entity.id, before.after_id)
                state = replace(before, total=before.done + left, runner=runner, beat=now)
            else:
                state = PullState(now, total=clouds.held_count(transaction, entity.id), runner=runner, beat=now)
            clouds.set_pull_state(transaction, entity.id, state)
            return state

        return self._database.write(begin)

    def _let_go(self, entity: LegalEntity, runner: int | None) -> None:
        """Nobody is at the pull any more, unless another till has taken it over."""

        def work(transaction: Transaction) -> None:
            state = clouds.pull_state(transaction, entity.id)
            if state is not None and state.runner == runner:
                clouds.set_pull_state(transaction, entity.id, replace(state, beat=None))

        self._database.write(work)

    def _is_halfway(self, state: PullState, now: datetime) -> bool:
        return state.finished is None and now - state.started < _RESUMED_WITHIN


@dataclass(slots=True)
class _Run:
    """One pull on its way."""

    connections: Connections
    session: Session | None
    way: Way
    state: PullState
    told: Callable[[PullState], None]
    heard: Callable[[Changes], None]

    @property
    def entity(self) -> LegalEntity:
        return self.way.parameters.entity

    def finish(self) -> PullState:
        plan = self._plan()
        self.told(self.state)
        pool = ThreadPoolExecutor(self.way.parameters.settings.calls_at_once, "insights")
        try:
            for group in self._groups(pool, plan):
                self._store(plan, group)
                self.told(self.state)
        finally:
            # Whoever still waits for an answer, or for a pause to end, need not.
            self.way.stop.set()
            pool.shutdown(cancel_futures=True)
        self.state = replace(self.state, finished=self.connections.clock())
        self.connections.operations.database.write(lambda t: clouds.set_pull_state(t, self.entity.id, self.state))
        return self.state

    def _plan(self) -> _Plan:
        source, given = self.way.source(), self.way.parameters.insights
        environment = environment_of(self.way.parameters, source)
        listed = {measure.name: measure.computed for measure in source.measures(environment)}
        measures = self.connections.operations.database.read(
            lambda t: tuple(m for m in attributes.chosen_measures(t, self.entity.id) if m.name in listed)
        )
        alternate = needed(given.alternate_id, mark("the alternate customer ID"))
        names = tuple(measure.name for measure in measures)
        question = Question(environment, alternate, names, source.score_table(environment))
        return _Plan(source, question, measures, {name: at for name, at in listed.items() if at is not None})

    def _groups(self, pool: ThreadPoolExecutor, plan: _Plan) -> Iterator[list[tuple[Batch, list[CustomerInsights]]]]:
        """Batches with their answers, in the order of the customers, some at a time.

        When one fails, those before it are given first, and then the failure is raised.
        """
        ahead: deque[tuple[Batch, Future[list[CustomerInsights]]]] = deque()
        most = 2 * self.way.parameters.settings.calls_at_once + _WRITTEN_AT_ONCE  # asked for while some are written
        group: list[tuple[Batch, list[CustomerInsights]]] = []
        batches = self._batches()
        while True:
            while len(ahead) < most and (batch := next(batches, None)) is not None:
                accounts = [account for _, account in batch]
                ahead.append((batch, pool.submit(plan.source.customers, plan.question, accounts)))
            if not ahead:
                break
            batch, answer = ahead.popleft()
            try:
                group.append((batch, answer.result()))
            except CloudProblem:
                if group:
                    yield group
                raise
            if self.way.stop.is_set():
                yield group
                raise Stopped
            if len(group) == _WRITTEN_AT_ONCE:
                yield group
                group = []
        if group:
            yield group

    def _batches(self) -> Iterator[Batch]:
        after = self.state.after_id
        while known := self._accounts(after):
            for start in range(0, len(known), BATCH):
                yield known[start : start + BATCH]
            after = known[-1][0]

    def _accounts(self, after: int) -> Batch:
        database = self.connections.operations.database
        return database.read(lambda t: clouds.held_accounts(t, self.entity.id, after, _READ_AT_ONCE))

    def _store(self, plan: _Plan, group: list[tuple[Batch, list[CustomerInsights]]]) -> None:
        keys = {account: key for batch, _ in group for key, account in batch}
        found = {keys[one.account]: one for _, answer in group for one in answer if one.account in keys}
        before = self.state

        def work(writing: Writing) -> None:
            current = clouds.pull_state(writing.transaction, self.entity.id)
            if current is None or current.runner != before.runner:
                raise Conflict(mark("Another till has taken the pull over. Its values come here, too."))
            kind = None
            if any(one.activities for one in found.values()):
                kind = clouds.activity_type(writing.transaction, self.entity.id)
            arrivals = Arrivals(plan.measures, plan.computed, kind, found)
            arrivals.store(writing)
            self.state = replace(
                before,
                after_id=group[-1][0][-1][0],
                done=before.done + len(keys),
                changed=before.changed + len(arrivals.changed),
                unknown=before.unknown + len(keys) - len(found),
                beat=writing.at,
            )
            clouds.set_pull_state(writing.transaction, self.entity.id, self.state)

        changes = self.connections.write(self.session, Operation.INSIGHTS, self.entity, work)
        if changes.kinds:
            self.heard(changes)
