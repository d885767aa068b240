"""Work off the GUI thread: a page asks, a lane works, the answer comes back on the GUI thread.

An answer is delivered once, only while its owner lives, and not at all when the owner has meanwhile asked the
same question (`key`) anew.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from clienteling.domain.audit import Changes
from clienteling.domain.errors import Problem


class Lane(Enum):
    """Where work runs. What others write is looked for on a lane of its own: nobody's reading waits for that."""

    DATABASE = "database"
    WATCH = "watch"
    CLOUD = "cloud"


_THREADS = {Lane.DATABASE: 1, Lane.WATCH: 1, Lane.CLOUD: 4}


class Written(Protocol):
    """What a write returns when it has more to tell than what changed."""

    @property
    def changes(self) -> Changes: ...


T = TypeVar("T")
W = TypeVar("W", bound=Changes | Written)
OnError = Callable[[QObject, Exception], None]


@dataclass(eq=False, slots=True)
class Job:
    """One request on its way: to a worker thread, and back with `result` or `error`."""

    owner: QObject
    work: Callable[[], Any]
    then: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    lane: Lane
    key: str | None = None
    writes: bool = False
    result: Any = None
    error: Exception | None = None
    future: Future[None] | None = None

    def run(self) -> None:
        try:
            self.result = self.work()
        except Exception as error:  # carried to the GUI thread, which tells the person
            self.error = error


class Tasks(QObject):
    """Runs queries and commands. Made, called and closed on the GUI thread.

    `on_error(owner, error)` hears of errors that a request gave no `failed` for, of bugs always (a `Problem` is no
    bug), and of failed writes even when their page is gone.
    """

    changed = Signal(object)
    """`Changes` of a write that succeeded, once, before its own `then` is called."""

    closing = Signal()
    """Nothing is delivered from now on: work that takes long should stop."""

    _finished = Signal(object)

    def __init__(self, on_error: OnError, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_error = on_error
        self._newest: dict[tuple[int, str], Job] = {}
        self._lanes = {lane: ThreadPoolExecutor(_THREADS[lane], f"{lane.value}-lane") for lane in Lane}
        self._closed = False
        self._under_way: set[Job] = set()
        self._finished.connect(self._deliver)

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits, runs, or is on its way back."""
        return not self._under_way

    def query(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        *,
        key: str | None = None,
        failed: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.DATABASE,
    ) -> None:
        """Read something. A newer query of the same owner and key drops this one, waiting or running."""
        job = Job(owner, work, then, failed, lane, key)
        if key is not None:
            older = self._newest.get((id(owner), key))
            if older is not None and older.future is not None:
                older.future.cancel()
            self._newest[id(owner), key] = job
        self._start(job)

    def command(
        self,
        owner: QObject,
        work: Callable[[], W],
        then: Callable[[W], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Write something, after all that was asked before. Commands are never dropped by newer ones."""
        self._start(Job(owner, work, then, failed, Lane.DATABASE, writes=True))

    def close(self) -> None:
        """Write all that is to be written, wait for what runs, and drop the rest. Nothing is delivered any more."""
        self._closed = True
        self.closing.emit()
        for job in list(self._under_way):
            if job.future is not None and not job.writes:
                job.future.cancel()
        for lane in self._lanes.values():
            lane.shutdown(wait=True)
        self._newest.clear()

    def _start(self, job: Job) -> None:
        if not self._closed:
            self._under_way.add(job)
            job.future = self._lanes[job.lane].submit(self._run, job)
            job.future.add_done_callback(partial(self._forget, job))

    def _run(self, job: Job) -> None:
        job.run()
        self._finished.emit(job)

    def _forget(self, job: Job, future: Future[None]) -> None:
        """Forget a request that was dropped before it ran; the others are forgotten when they are delivered."""
        if future.cancelled():
            self._under_way.discard(job)

    @Slot(object)
    def _deliver(self, job: Job) -> None:
        self._under_way.discard(job)
        if self._closed or not self._is_newest(job):
            return
        alive = shiboken6.isValid(job.owner)
        if job.error is not None:
            self._deliver_error(job, job.error, alive)
            return
        if job.writes:
            self._broadcast(job.result)
        if job.then is not None and alive:
            job.then(job.result)

    def _deliver_error(self, job: Job, error: Exception, alive: bool) -> None:
        tells_itself = job.failed is not None and alive
        if job.failed is not None and alive:
            job.failed(error)
        if not isinstance(error, Problem) or (not tells_itself and (alive or job.writes)):
            self._on_error(job.owner, error)

    def _is_newest(self, job: Job) -> bool:
        if job.key is None:
            return True
        place = (id(job.owner), job.key)
        if self._newest.get(place) is not job:
            return False
        del self._newest[place]
        return True

    def _broadcast(self, result: Changes | Written) -> None:
        changes = result if isinstance(result, Changes) else result.changes
        if changes.kinds:
            self.changed.emit(changes)
