"""Runs of enrichments (9023): now or by the schedule, with progress, cancelled or interrupted, and their history.

Where interactions come from is a `Collector` by the name of the source; those from files are in the pool already.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from clienteling.database import engagement as stored
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes
from clienteling.domain.enrichment import (
    FIRST_RUN_AFTER,
    RUNS_EVERY,
    Consent,
    Enrichment,
    Run,
    RunState,
)
from clienteling.domain.errors import Conflict, NotFound, Problem, mark
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.engagement.enrichments import known
from clienteling.services.engagement.place import Place
from clienteling.services.engagement.storing import store_results
from clienteling.services.operations import Operations, Writing

if TYPE_CHECKING:
    from clienteling.engagement.pool import Pool

Progress = Callable[[int, int], None]

_NO_CONSENT = mark("The tenant’s administrator has not agreed yet.")
_WITHDRAWN = mark("The administrator’s consent was withdrawn during the run.")
_INACTIVE = mark("The enrichment is not active.")
_TOO_EARLY = mark("The first run begins six hours after consent.")
_IN_USE = mark("Another run is on.")
_INTERRUPTED = mark("The program ended during the run. The next run goes on from there.")
_BUG = mark("This is a bug of the program. The log says where it happened.")


@dataclass(frozen=True, slots=True)
class Collecting:
    """What a collector works with: the pool to fill, until when, whom to tell, and when to stop.

    `is_cancelled` is asked often; a collector that is cancelled just returns, what it has put into the pool stays.
    `notes` are what a run that ends well has to say nevertheless.
    """

    enrichment: Enrichment
    pool: "Pool"
    now: datetime
    progress: Progress
    is_cancelled: Callable[[], bool]
    notes: list[str] = field(default_factory=list)


class Collector(Protocol):
    """Brings the interactions of a source into the pool. Raises `Problem`s."""

    def __call__(self, work: Collecting) -> None: ...


class Runs:
    """One run at a time in a data folder. It works in the thread that calls it."""

    def __init__(self, operations: Operations, clock: Callable[[], datetime], place: Place) -> None:
        self._operations = operations
        self._clock = clock
        self._place = place
        self.collectors: dict[str, Collector] = {}

    def history(self, session: Session | None, enrichment_id: int, limit: int = 100) -> tuple[Run, ...]:
        """The runs of an enrichment, the newest first."""

        def work(transaction: Transaction) -> tuple[Run, ...]:
            return stored.runs(transaction, known(transaction, session, enrichment_id).id, limit)

        if session is None:
            return self._operations.database.read(work)
        return self._operations.read(session, Operation.ENGAGEMENT, work)

    def due(self, now: datetime | None = None) -> tuple[Enrichment, ...]:
        """The enrichments whose time has come."""
        at = now or self._clock()
        every = self._operations.database.read(stored.enrichments)
        return tuple(e for e in every if e.active and e.next_run is not None and e.next_run <= at)

    def run(
        self,
        session: Session | None,
        enrichment_id: int,
        *,
        now: datetime | None = None,
        progress: Progress = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Run:
        """Run an enrichment and wait for its end, which is in what is returned: also a failure.

        A run without consent, before the six hours are over, or while another one is on is skipped.
        """
        at = now or self._clock()
        enrichment, run_id = self._queue(session, enrichment_id, at)
        reason = _why_not(enrichment, at)
        if reason:
            return self._end(session, enrichment, run_id, RunState.SKIPPED, at, problem=reason)
        running = _Running(self._operations, run_id, progress, cancelled)
        try:
            figures = self._work(enrichment, run_id, at, running)
        except _Stopped as stop:
            state = RunState.FAILED if stop.is_withdrawn else RunState.CANCELED
            return self._end(session, enrichment, run_id, state, at, problem=_WITHDRAWN if stop.is_withdrawn else "")
        except Conflict:
            return self._end(session, enrichment, run_id, RunState.SKIPPED, at, problem=_IN_USE)
        except Problem as problem:
            return self._end(session, enrichment, run_id, RunState.FAILED, at, problem=problem.message)
        except Exception:
            with suppress(Problem):
                self._end(session, enrichment, run_id, RunState.FAILED, at, problem=_BUG)
            raise
        return self._end(session, enrichment, run_id, RunState.SUCCESSFUL, at, **figures)

    def cancel(self, session: Session | None, run_id: int) -> Changes:
        """Ask a run to stop, wherever it runs. Raises `NotFound` if it is over."""

        def work(writing: Writing) -> None:
            found = stored.run(writing.transaction, run_id)
            if found is None or found.state.is_over:
                raise NotFound(mark("The run is over."))
            known(writing.transaction, session, found.enrichment_id)
            stored.change_run(writing.transaction, run_id, cancel=True)
            writing.note(f"run {run_id}", None, found.state.value, RunState.CANCELED.value)

        return self._operations.write(session, Operation.ENGAGEMENT, work)

    def _queue(self, session: Session | None, enrichment_id: int, at: datetime) -> tuple[Enrichment, int]:
        found: list[tuple[Enrichment, int]] = []

        def work(writing: Writing) -> None:
            enrichment = known(writing.transaction, session, enrichment_id)
            key = stored.add_run(writing.transaction, enrichment.id, at)
            writing.note(f"run {key}", None, None, RunState.QUEUED.value)
            found[:] = [(enrichment, key)]

        self._operations.write(session, Operation.ENGAGEMENT, work)
        return found[0]

    def _work(self, enrichment: Enrichment, run_id: int, at: datetime, running: "_Running") -> dict[str, Any]:
        from clienteling.engagement import enrichment as engine
        from clienteling.engagement.accounts import directory
        from clienteling.engagement.lock import locked
        from clienteling.engagement.pool import Pool

        with locked(self._place.pool):
            self._begin(enrichment, run_id, at)
            pool = Pool(self._place.pool)
            work = Collecting(enrichment, pool, at, running.tell, running.is_cancelled)
            collector = self.collectors.get(enrichment.settings.source)
            if collector is not None:
                collector(work)
                running.check()
                # Who is meant by groups may be somebody else now.
                enrichment = self._operations.database.read(lambda t: known(t, None, enrichment.id))
            contacts = self._operations.database.read(lambda t: stored.contacts(t, enrichment.legal_entity_id))
            settings = enrichment.settings
            whose = directory(
                [colleague.address for colleague in settings.colleagues],
                settings.own_domains,
                contacts,
                by_domain=settings.match.value == "domain",
            )
            computed = engine.Enrichment(self._place.enrichment(enrichment.id))
            try:
                figures = computed.run(pool, whose, at, running.tell, running.is_cancelled)
            except engine.Cancelled:
                running.check()
                raise _Stopped from None
            running.check()
            store_results(self._operations.database, enrichment, computed, at)
        names = ("accounts", "mails", "meetings", "addresses", "days")
        return {"problem": " ".join(work.notes), **{name: getattr(figures, name) for name in names}}

    def _begin(self, enrichment: Enrichment, run_id: int, at: datetime) -> None:
        """The run begins. Who has the folder knows that no other run can be alive."""

        def work(transaction: Transaction) -> None:
            for other in stored.unfinished(transaction, enrichment.id):
                if other != run_id:
                    values = {"state": RunState.FAILED.value, "problem": _INTERRUPTED, "ended": at}
                    stored.change_run(transaction, other, **values)
            stored.change_run(transaction, run_id, state=RunState.PROCESSING.value, started=at)

        self._operations.database.write(work)

    def _end(
        self, session: Session | None, enrichment: Enrichment, run_id: int, state: RunState, at: datetime, **found: Any
    ) -> Run:
        def work(writing: Writing) -> None:
            stored.change_run(writing.transaction, run_id, state=state.value, ended=max(at, writing.at), **found)
            if state in (RunState.SUCCESSFUL, RunState.FAILED) and enrichment.next_run is not None:
                current = stored.enrichment(writing.transaction, enrichment.id)
                if current is not None and current.next_run is not None:
                    stored.change(writing.transaction, enrichment.id, next_run=at + RUNS_EVERY)
            writing.note(f"run {run_id}", None, RunState.QUEUED.value, state.value)

        self._operations.write(session, Operation.ENGAGEMENT, work)
        ended = self._operations.database.read(lambda t: stored.run(t, run_id))
        if ended is None:
            raise NotFound(mark("The enrichment is not there any more."))
        return ended


def _why_not(enrichment: Enrichment, at: datetime) -> str:
    if not enrichment.active:
        return _INACTIVE
    if enrichment.consent is not Consent.GRANTED or enrichment.consent_at is None:
        return _NO_CONSENT
    return _TOO_EARLY if at < enrichment.consent_at + FIRST_RUN_AFTER else ""


class _Stopped(Exception):
    def __init__(self, *, is_withdrawn: bool = False) -> None:
        super().__init__()
        self.is_withdrawn = is_withdrawn


class _Running:
    """A run on its way: tells how far it is, and notices that it must stop."""

    def __init__(self, operations: Operations, run_id: int, progress: Progress, cancelled: Callable[[], bool]) -> None:
        self._operations = operations
        self._run_id = run_id
        self._progress = progress
        self._cancelled = cancelled

    def tell(self, done: int, total: int) -> None:
        self._progress(done, total)
        self._operations.database.write(lambda t: stored.change_run(t, self._run_id, done=done, total=total))

    def is_cancelled(self) -> bool:
        return self._why() is not None

    def check(self) -> None:
        """Raises `_Stopped` if the run must stop."""
        why = self._why()
        if why is not None:
            raise _Stopped(is_withdrawn=why is Consent.WITHDRAWN)

    def _why(self) -> Consent | None:
        if self._cancelled():
            return Consent.REQUESTED
        return self._operations.database.read(lambda t: stored.must_stop(t, self._run_id))
