"""Overrides (OPS-4) that were given in this program and not used yet.

An `Override` is a value that a session carries; what counts is whether it is still open here, exactly as it was given:
a changed or an invented one is worth nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from itertools import count

from clienteling.domain.operations import Operation
from clienteling.domain.worker import OVERRIDE_HOLDS, Override, Session, Worker


class Overrides:
    """Each is given once, to one session, for one action. Reading what the action needs leaves it open."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._numbers = count(1)
        self._open: dict[int, Override] = {}
        self._seen: set[tuple[int, Operation]] = set()

    def give(self, session: Session, approver: Worker, operations: Iterable[Operation]) -> Override:
        """Let a session do these once, as `approver` has signed for."""
        given = Override(
            next(self._numbers),
            session.worker.id,
            session.register.id,
            frozenset(operations),
            approver.id,
            approver.name,
            self._clock() + OVERRIDE_HOLDS,
        )
        self._open[given.id] = given
        return given

    def of(self, session: Session) -> Override | None:
        """The session's override, if it can be used now."""
        carried = session.override
        if carried is None or self._open.get(carried.id) != carried:
            return None
        same = session.is_at(carried.worker_id, carried.register_id)
        return carried if same and self._clock() < carried.until else None

    def take(self, session: Session) -> Override | None:
        """The session's override, which nobody else can use from now on."""
        carried = self.of(session)
        # Two threads may have come as far as this; one of them gets it.
        return self._open.pop(carried.id, None) if carried is not None else None

    def give_back(self, override: Override) -> None:
        """It was not used after all."""
        self._open[override.id] = override

    def end(self, session: Session) -> Session:
        """The session without what somebody else signed for; nothing is left of that."""
        if session.override is not None:
            self._open.pop(session.override.id, None)
        return replace(session, override=None)

    def is_first(self, override: Override, operation: Operation) -> bool:
        """Whether an override is used for an operation for the first time."""
        place = (override.id, operation)
        if place in self._seen:
            return False
        self._seen.add(place)
        return True
