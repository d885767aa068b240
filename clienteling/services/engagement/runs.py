"""Runs of enrichments (9023): now or by the schedule, with progress, cancelled or interrupted, and their history.

Where interactions come from is a `Collector` by the name of the source; those from files are in the pool already.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from clienteling.database import engagement as stored
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes
from clienteling.domain.cloud_problems import Throttled
from clienteling.domain.enrichment import (
    FIRST_RUN_AFTER,
    GRAPH,
    Consent,
    Enrichment,
    Run,
    RunState,
)
from clienteling.domain.errors import Conflict, Invalid, NotFound, Problem, mark
from clienteling.domain.mailboxes import ConsentMissing
from clienteling.domain.operations import Operation
from clienteling.domain.run_plan import LONGEST_RUN, failures, next_run, tried_again
from clienteling.domain.worker import Session
from clienteling.services.engagement.enrichments import known, take_consent
from clienteling.services.engagement.place import Place
from clienteling.services.engagement.running import MustStop, Progress, Running, Why
from clienteling.services.engagement.storing import store_results
from clienteling.services.operations import Operations, Writing
from clienteling.services.relationship.choices import revoke

if TYPE_CHECKING:
    from clienteling.engagement.pool import Pool

_NO_CONSENT = mark("The tenant’s administrator has not agreed yet.")
_WITHDRAWN = mark("The administrator’s consent was withdrawn during the run.")
_INACTIVE = mark("The enrichment is not active.")
_TOO_EARLY = mark("The first run begins six hours after consent.")
_IN_USE = mark("Another run is on.")
_INTERRUPTED = mark("The program ended during the run. The next run goes on from there.")
_BUG = mark("This is a bug of the program. The log says where it happened.")
_LOOKED_BACK = 50  # runs, for failures in a row


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
        self.settle()
        enrichment, run_id = self._queue(session, enrichment_id, at)
        end = partial(self._end, session, enrichment, run_id, at)
        reason = _why_not(enrichment, at) or self._is_elsewhere(enrichment, run_id, at)
        if reason:
            return end(RunState.SKIPPED, problem=reason)
        running = Running(self._operations, run_id, progress, cancelled)
        try:
            figures = self._work(enrichment, run_id, at, running)
        except MustStop as stop:
            if stop.why is Why.CONSENT:
                return end(RunState.FAILED, problem=_WITHDRAWN)
            return end(RunState.CANCELED, is_due=stop.why is Why.PROGRAM)
        except Conflict:
            return end(RunState.SKIPPED, problem=_IN_USE)
        except ConsentMissing as problem:
            return end(RunState.FAILED, has_consent=False, problem=problem.message)
        except Problem as problem:
            return end(RunState.FAILED, wait=_wanted_pause(problem), problem=problem.message)
        except Exception:
            with suppress(Problem):
                end(RunState.FAILED, problem=_BUG)
            raise
        return end(RunState.SUCCESSFUL, **figures)

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

    def cancel_current(self, session: Session | None, enrichment_id: int) -> Changes:
        """The same for whatever run of an enrichment is on; nothing if none is."""

        def work(writing: Writing) -> None:
            for run_id in stored.unfinished(writing.transaction, known(writing.transaction, session, enrichment_id).id):
                stored.change_run(writing.transaction, run_id, cancel=True)
                writing.note(f"run {run_id}", None, RunState.PROCESSING.value, RunState.CANCELED.value)

        return self._operations.write(session, Operation.ENGAGEMENT, work)

    def settle(self) -> None:
        """Tell as failed the run that was on in this data folder when its program ended."""
        from clienteling.engagement.lock import locked

        try:
            file = self._place.running
        except Invalid:
            return  # without a folder nothing runs
        if not file.is_file():
            return
        with suppress(Conflict), locked(self._place.pool):
            text = file.read_text(encoding="ascii")
            if text.isdecimal():
                self._operations.database.write(lambda t: _interrupt(t, int(text), self._clock()))
            file.unlink(missing_ok=True)

    def _queue(self, session: Session | None, enrichment_id: int, at: datetime) -> tuple[Enrichment, int]:
        found: list[tuple[Enrichment, int]] = []

        def work(writing: Writing) -> None:
            enrichment = known(writing.transaction, session, enrichment_id)
            key = stored.add_run(writing.transaction, enrichment.id, at)
            writing.note(f"run {key}", None, None, RunState.QUEUED.value)
            found[:] = [(enrichment, key)]

        self._operations.write(session, Operation.ENGAGEMENT, work)
        return found[0]

    def _is_elsewhere(self, enrichment: Enrichment, run_id: int, at: datetime) -> str:
        """Why another machine keeps it from running: with one database there may be several data folders."""
        since = at - LONGEST_RUN
        on = self._operations.database.read(lambda t: stored.under_way(t, enrichment.id, since))
        return _IN_USE if any(other < run_id for other in on) else ""

    def _work(self, enrichment: Enrichment, run_id: int, at: datetime, running: Running) -> dict[str, Any]:
        from clienteling.engagement import enrichment as engine
        from clienteling.engagement.accounts import directory
        from clienteling.engagement.lock import locked
        from clienteling.engagement.pool import Pool

        with locked(self._place.pool):
            self._place.running.write_text(str(run_id), encoding="ascii")
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
                raise MustStop(Why.PROGRAM) from None
            running.check()
            store_results(self._operations.database, enrichment, computed, at)
        names = ("accounts", "mails", "meetings", "addresses", "days")
        return {"problem": " ".join(work.notes), **{name: getattr(figures, name) for name in names}}

    def _begin(self, enrichment: Enrichment, run_id: int, at: datetime) -> None:
        """The run begins; others that have no end have none any more.

        If nobody is left to say how it ended, it is tried again as after a failure, and not for ever at once.
        """

        def work(transaction: Transaction) -> None:
            for other in stored.unfinished(transaction, enrichment.id):
                if other != run_id:
                    _interrupt(transaction, other, at)
            stored.change_run(transaction, run_id, state=RunState.PROCESSING.value, started=at)
            if enrichment.next_run is not None:
                failed = failures(stored.runs(transaction, enrichment.id, _LOOKED_BACK)) + 1
                planned = tried_again(enrichment.next_run, at, at, failed)
                stored.change(transaction, enrichment.id, next_run=planned)

        self._operations.database.write(work)

    def _end(
        self,
        session: Session | None,
        enrichment: Enrichment,
        run_id: int,
        at: datetime,
        state: RunState,
        *,
        has_consent: bool = True,
        is_due: bool = False,
        wait: float = 0,
        **found: Any,
    ) -> Run:
        """Store how a run ended, and when the next one is: with `is_due`, as if there had not been this one."""

        def work(writing: Writing) -> None:
            transaction, ended = writing.transaction, max(at, writing.at)
            stored.change_run(transaction, run_id, state=state.value, ended=ended, **found)
            runs = stored.runs(transaction, enrichment.id, _LOOKED_BACK)
            current = stored.enrichment(transaction, enrichment.id)
            if not has_consent:
                _lose_consent(writing, enrichment, was_read=any(run.state is RunState.SUCCESSFUL for run in runs))
            elif current is not None and current.next_run is not None and enrichment.next_run is not None:
                planned = enrichment.next_run
                if not is_due:
                    planned = next_run(state, planned, at, ended, failures(runs), wait)
                if planned != current.next_run:
                    stored.change(transaction, enrichment.id, next_run=planned)
            writing.note(f"run {run_id}", None, RunState.QUEUED.value, state.value)

        self._operations.write(session, Operation.ENGAGEMENT, work)
        self._forget_running(run_id)
        ended = self._operations.database.read(lambda t: stored.run(t, run_id))
        if ended is None:
            raise NotFound(mark("The enrichment is not there any more."))
        return ended

    def _forget_running(self, run_id: int) -> None:
        with suppress(OSError, Invalid):
            if self._place.running.read_text(encoding="ascii") == str(run_id):
                self._place.running.unlink()


def _lose_consent(writing: Writing, enrichment: Enrichment, *, was_read: bool) -> None:
    """The tenant does not let the application read: all that reads mailboxes of the legal entity waits for consent."""
    for one in stored.enrichments(writing.transaction):
        is_alike = one.legal_entity_id == enrichment.legal_entity_id and one.settings.source == GRAPH
        if (is_alike or one.id == enrichment.id) and one.consent is Consent.GRANTED:
            take_consent(writing, one, Consent.WITHDRAWN if was_read else Consent.REQUESTED)
    revoke(writing, enrichment.legal_entity_id)


def _interrupt(transaction: Transaction, run_id: int, at: datetime) -> None:
    found = stored.run(transaction, run_id)
    if found is not None and not found.state.is_over:
        values = {"state": RunState.FAILED.value, "problem": _INTERRUPTED, "ended": at}
        stored.change_run(transaction, run_id, **values)


def _wanted_pause(problem: Problem) -> float:
    """How many seconds a service wants to be left alone."""
    return float(str(problem.values.get("seconds") or 0)) if isinstance(problem, Throttled) else 0


def _why_not(enrichment: Enrichment, at: datetime) -> str:
    if not enrichment.active:
        return _INACTIVE
    if enrichment.consent is not Consent.GRANTED or enrichment.consent_at is None:
        return _NO_CONSENT
    return _TOO_EARLY if at < enrichment.consent_at + FIRST_RUN_AFTER else ""
