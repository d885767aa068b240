"""A run on its way: how far it is, and whether it must stop."""

from collections.abc import Callable
from enum import Enum, auto

from clienteling.database import engagement as stored
from clienteling.domain.enrichment import Consent
from clienteling.services.operations import Operations

Progress = Callable[[int, int], None]


class Why(Enum):
    """Why a run must stop: somebody cancelled it, the program ends, or consent is gone."""

    PERSON = auto()
    PROGRAM = auto()
    CONSENT = auto()


class MustStop(Exception):
    """Ends a run that is on."""

    def __init__(self, why: Why) -> None:
        super().__init__()
        self.why = why


class Running:
    """Tells how far a run is, and notices that it must stop."""

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
        """Raises `MustStop` if the run must stop."""
        why = self._why()
        if why is not None:
            raise MustStop(why)

    def _why(self) -> Why | None:
        if self._cancelled():
            return Why.PROGRAM
        found = self._operations.database.read(lambda t: stored.must_stop(t, self._run_id))
        if found is None:
            return None
        return Why.CONSENT if found is Consent.WITHDRAWN else Why.PERSON
