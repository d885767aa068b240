"""Brings the mails and meetings of the chosen mailboxes from Microsoft Graph into the pool.

Whatever stops it, the next run goes on where each mailbox was. Some calls are out at once; all else is done by the
thread that runs.
"""

from collections import deque
from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from clienteling.database import company
from clienteling.database import engagement as stored
from clienteling.database import mailboxes as kept
from clienteling.database.engine import Transaction
from clienteling.domain.cloud_problems import Stopped, Throttled
from clienteling.domain.enrichment import Colleague, Enrichment, RunState, check_addresses
from clienteling.domain.errors import Problem, mark
from clienteling.domain.mailboxes import (
    ChangesLost,
    ConsentMissing,
    MailboxMissing,
    MailboxRefused,
    Part,
    Position,
)
from clienteling.services.cloud.connections import Connections, Way, parameters
from clienteling.services.engagement.directory import consented, resolve
from clienteling.services.engagement.mailbox_arrivals import Arrival, Arrivals
from clienteling.services.engagement.mailbox_parts import Reading

if TYPE_CHECKING:
    from clienteling.connectors.graph import GraphApi, Page
    from clienteling.services.engagement.runs import Collecting

WINDOW = timedelta(days=364)  # and the day of the run
_STORED_AT_ONCE = 20_000  # items
_STORED_EVERY = 30.0  # seconds
_LOOKED_EVERY = 0.25  # seconds, for somebody who cancels
_PAUSES = 5  # how often a part may be told to wait longer than a single call waits
_REFUSED_AT_FIRST = 5  # mailboxes in a row, and none that could be read: it is the consent that is missing

_MISSED = mark("{count} of {total} mailboxes could not be read: they are gone, or a policy keeps them.")

Result = TypeVar("Result")


class GraphCollector:
    """The collector of the source "graph"."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def __call__(self, work: "Collecting") -> None:
        """Read what is new of all mailboxes. Raises problems; what has come by then is kept."""
        from clienteling.connectors.graph import GraphApi

        database = self._connections.operations.database
        entity = database.read(lambda t: company.legal_entity(t, work.enrichment.legal_entity_id))
        entered = database.read(lambda t: parameters(t, entity))
        with self._connections.open(entered) as way, consented(way):
            crew = ThreadPoolExecutor(way.parameters.settings.calls_at_once, "graph")
            try:
                run = _Run(self._connections, work, way, GraphApi(way.calls, way.graph_sign_in()), crew)
                run.finish()
            except Stopped:
                return  # somebody has cancelled; the run notices by itself
            finally:
                way.stop.set()
                crew.shutdown(cancel_futures=True)


@dataclass(slots=True)
class _Run:
    connections: Connections
    work: "Collecting"
    way: Way
    api: "GraphApi"
    crew: ThreadPoolExecutor
    waiting: list[Arrival] = field(default_factory=list)
    stored_at: float = 0.0
    missed: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    mailboxes: int = 0
    pauses: dict[int, int] = field(default_factory=dict)

    def finish(self) -> None:
        """Resolve the groups, then read all parts of all mailboxes."""
        chosen = self.work.enrichment.settings.chosen
        resolved = self._answer(self.crew.submit(lambda: resolve(self.api, chosen)))
        self.mailboxes = len(resolved.colleagues)
        check_addresses(self.mailboxes)
        self._remember(resolved.colleagues)
        first = _day_of(self.work.now - WINDOW)
        arrivals = Arrivals(self.connections.operations.database, self.work.pool, self.work.now, first)
        readings = self._readings(resolved.colleagues, first)
        self._read(readings, arrivals)
        arrivals.forget_old()
        if self.missed:
            self.work.notes.append(_MISSED.format(count=len(self.missed), total=self.mailboxes))

    def _remember(self, colleagues: tuple[Colleague, ...]) -> None:
        """Who is in the groups now, for the tables and for whose mail it is that counts."""

        def change(transaction: Transaction) -> None:
            current = stored.enrichment(transaction, self.work.enrichment.id)
            if current is not None and current.settings.colleagues != colleagues:
                stored.change(transaction, current.id, settings=replace(current.settings, colleagues=colleagues))

        self.connections.operations.database.write(change)

    def _readings(self, colleagues: Iterable[Colleague], first: datetime) -> deque[Reading]:
        """What is left to read: all parts, but for calendars that an interrupted run has read."""
        pool, now = self.work.pool.identity, self.work.now

        def look(transaction: Transaction) -> tuple[dict[tuple[str, Part], Position], datetime]:
            known = {(one.mailbox, one.part): one for one in kept.positions(transaction, pool)}
            for colleague in colleagues:
                for part in Part:
                    if (colleague.id, part) not in known:
                        known[colleague.id, part] = kept.add_part(transaction, pool, colleague.id, part)
            return known, _interrupted_since(transaction, self.work.enrichment, now)

        known, since = self.connections.operations.database.write(look)
        positions = [known[colleague.id, part] for colleague in colleagues for part in Part]
        return deque(
            Reading(one, first, now)
            for one in positions
            if one.part is not Part.CALENDAR or one.read is None or one.read < since
        )

    def _read(self, left: deque[Reading], arrivals: Arrivals) -> None:
        total, done = len(left), 0
        out: dict[Future[Page], Reading] = {}
        self.work.progress(0, total)
        self.stored_at = monotonic()
        try:
            while left or out:
                while left and len(out) < self.way.parameters.settings.calls_at_once:
                    reading = left.popleft()
                    out[self.crew.submit(reading.call(self.api))] = reading
                ended, _ = wait(out, _LOOKED_EVERY, FIRST_COMPLETED)
                for future in ended:
                    reading = out.pop(future)
                    if self._take(future, reading):
                        done += 1
                    else:
                        left.appendleft(reading)
                self._stop_if_cancelled()
                if self._is_time_to_store() and (self.waiting or ended):
                    self._store(arrivals)
                    self.work.progress(done, total)
        except Stopped:
            raise
        except Problem:
            # What has come is kept, and the next run goes on from there.
            self._store(arrivals)
            raise
        self._store(arrivals)
        self.work.progress(total, total)

    def _take(self, future: "Future[Page]", reading: Reading) -> bool:
        """Take what a call has brought; whether the part is over."""
        position = reading.position
        try:
            page = future.result()
        except ChangesLost as problem:
            reading.start_again(problem)
            return False
        except Throttled as problem:
            self._pause(reading, problem)
            return False
        except (MailboxMissing, MailboxRefused) as problem:
            self._miss(position.mailbox, problem)
            return True
        self.seen.add(position.mailbox)
        reading.take(page)
        self.waiting.append(Arrival(reading.position, page.items, page.removed, reading.is_whole))
        return reading.is_over

    def _miss(self, mailbox: str, problem: MailboxMissing | MailboxRefused) -> None:
        """A mailbox cannot be read. The others can, unless it is the consent that is gone."""
        self.missed.add(mailbox)
        if isinstance(problem, MailboxRefused):
            self._answer(self.crew.submit(self.api.probe))
            if not self.seen and len(self.missed) >= min(_REFUSED_AT_FIRST, self.mailboxes):
                raise ConsentMissing(problem.correlation_id) from problem

    def _pause(self, reading: Reading, problem: Throttled) -> None:
        """Wait as long as the service wants, but not for ever. Raises `Stopped` if somebody cancels, `Throttled`."""
        key = reading.position.id
        self.pauses[key] = self.pauses.get(key, 0) + 1
        if self.pauses[key] > _PAUSES:
            raise problem
        ends = monotonic() + float(str(problem.values.get("seconds") or 1))
        while (left := ends - monotonic()) > 0:
            self.way.calls.wait(min(left, _LOOKED_EVERY))
            self._stop_if_cancelled()

    def _is_time_to_store(self) -> bool:
        items = sum(len(one.items) + len(one.removed) for one in self.waiting)
        return items >= _STORED_AT_ONCE or monotonic() - self.stored_at > _STORED_EVERY

    def _store(self, arrivals: Arrivals) -> None:
        waiting, self.waiting = self.waiting, []
        if waiting:
            arrivals.store(waiting)
        self.stored_at = monotonic()

    def _answer(self, future: "Future[Result]") -> Result:
        """What a call answers, unless somebody cancels before."""
        while not wait([future], _LOOKED_EVERY).done:
            self._stop_if_cancelled()
        return future.result()

    def _stop_if_cancelled(self) -> None:
        if self.work.is_cancelled():
            self.way.stop.set()
            raise Stopped


def _day_of(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def _interrupted_since(transaction: Transaction, enrichment: Enrichment, now: datetime) -> datetime:
    """Since when there was no run that ended well: what was read since need not be read again."""
    earliest = now
    for run in stored.runs(transaction, enrichment.id, 20):
        if run.state is RunState.SUCCESSFUL:
            break
        earliest = min(earliest, run.queued)
    return earliest
