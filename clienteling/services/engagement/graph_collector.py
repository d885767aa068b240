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
from typing import TYPE_CHECKING, Any, TypeVar

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
from clienteling.services.engagement.mailbox_parts import Filing, Reading

if TYPE_CHECKING:
    from clienteling.connectors.graph import GraphApi
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
    known: dict[tuple[str, str], Position] = field(default_factory=dict)
    left: deque[Reading | Filing] = field(default_factory=deque)

    def finish(self) -> None:
        """Resolve the groups, then read all parts of all mailboxes."""
        chosen = self.work.enrichment.settings.chosen
        resolved = self._answer(self.crew.submit(lambda: resolve(self.api, chosen)))
        self.mailboxes = len(resolved.colleagues)
        check_addresses(self.mailboxes)
        self._remember(resolved.colleagues)
        arrivals = Arrivals(self.connections.operations.database, self.work.pool, self.work.now, self._first)
        self._begin(resolved.colleagues)
        self._read(arrivals)
        arrivals.forget_old()
        if self.missed:
            self.work.notes.append(_MISSED.format(count=len(self.missed), total=self.mailboxes))

    @property
    def _first(self) -> datetime:
        """The first moment that matters."""
        return _day_of(self.work.now - WINDOW)

    def _remember(self, colleagues: tuple[Colleague, ...]) -> None:
        """Who is in the groups now, for the tables and for whose mail it is that counts."""

        def change(transaction: Transaction) -> None:
            current = stored.enrichment(transaction, self.work.enrichment.id)
            if current is not None and current.settings.colleagues != colleagues:
                stored.change(transaction, current.id, settings=replace(current.settings, colleagues=colleagues))

        self.connections.operations.database.write(change)

    def _begin(self, colleagues: Iterable[Colleague]) -> None:
        """What is left to read: all parts, but for calendars that an interrupted run has read."""
        pool, now = self.work.pool.identity, self.work.now

        def look(transaction: Transaction) -> tuple[dict[tuple[str, str], Position], datetime]:
            known = {(one.mailbox, one.part): one for one in kept.positions(transaction, pool)}
            for colleague in colleagues:
                for part in Part:
                    if (colleague.id, part) not in known:
                        known[colleague.id, part] = kept.add_part(transaction, pool, colleague.id, part)
            return known, _interrupted_since(transaction, self.work.enrichment, now)

        self.known, since = self.connections.operations.database.write(look)
        for number, colleague in enumerate(colleagues, 1):
            self.left.append(Filing(Position(colleague.id, "", -number)))
            for part in Part:
                one = self.known[colleague.id, part]
                if part is not Part.CALENDAR or one.read is None or one.read < since:
                    self.left.append(Reading(one, self._first, now))

    def _file(self, mailbox: str, folders: tuple[str, ...]) -> None:
        """Read these folders too; of one that is gone nothing is there any more."""
        pool = self.work.pool.identity
        new = [folder for folder in folders if (mailbox, folder) not in self.known]
        if new:
            added = self.connections.operations.database.write(
                lambda t: [kept.add_part(t, pool, mailbox, folder) for folder in new]
            )
            self.known |= {(mailbox, one.part): one for one in added}
        self.left.extend(Reading(self.known[mailbox, folder], self._first, self.work.now) for folder in folders)
        for (whose, part), one in self.known.items():
            if whose == mailbox and part not in (*Part, *folders) and (one.link or one.began):
                gone = replace(one, began=None, since=None, link="", read=None, round=one.round + 1)
                self.waiting.append(Arrival(gone, is_whole=True))

    def _read(self, arrivals: Arrivals) -> None:
        done, left = 0, self.left
        out: dict[Future[Any], Reading | Filing] = {}
        self.work.progress(0, len(left))
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
                    self.work.progress(done, done + len(left) + len(out))
        except Stopped:
            raise
        except Problem:
            # What has come is kept, and the next run goes on from there.
            self._store(arrivals)
            raise
        self._store(arrivals)
        self.work.progress(done, done)

    def _take(self, future: "Future[Any]", reading: Reading | Filing) -> bool:
        """Take what a call has brought; whether the part is over."""
        position = reading.position
        try:
            found = future.result()
        except ChangesLost as problem:
            if isinstance(reading, Reading):
                reading.start_again(problem)
            return False
        except Throttled as problem:
            self._pause(reading, problem)
            return False
        except (MailboxMissing, MailboxRefused) as problem:
            is_folder = isinstance(reading, Reading) and position.part not in tuple(Part)
            if not is_folder or isinstance(problem, MailboxRefused):  # else it is gone since it was seen
                self._miss(position.mailbox, problem)
            return True
        if isinstance(reading, Filing):
            self._file(position.mailbox, found)
            return True
        self.seen.add(position.mailbox)
        reading.take(found)
        self.waiting.append(Arrival(reading.position, found.items, found.removed, reading.is_whole))
        return reading.is_over

    def _miss(self, mailbox: str, problem: MailboxMissing | MailboxRefused) -> None:
        """A mailbox cannot be read. The others can, unless it is the consent that is gone."""
        self.missed.add(mailbox)
        if isinstance(problem, MailboxRefused):
            self._answer(self.crew.submit(self.api.probe))
            if not self.seen and len(self.missed) >= min(_REFUSED_AT_FIRST, self.mailboxes):
                raise ConsentMissing(problem.correlation_id) from problem

    def _pause(self, reading: Reading | Filing, problem: Throttled) -> None:
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
