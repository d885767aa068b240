"""What can go wrong on demand: for a service, for calls whose path holds a text, as often as one likes."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tests.support.cloud.world import Answer, Request


class Way(StrEnum):
    """How an answer is spoiled, if it is not simply another one."""

    SLOW = "slow"
    TRICKLE = "trickle"
    CUT_OFF = "cut off"
    MALFORMED = "malformed"
    PORTAL = "portal"
    MOVED = "moved"
    WHOLE = "whole"


@dataclass(slots=True)
class Fault:
    """`times` is how often it happens; None is always. `way` spoils the answer unless it is `WHOLE`.

    It happens on `every` such call: on the third, the sixth, ... if that is 3.
    """

    way: Way = Way.WHOLE
    answer: Answer | None = None
    path: str = ""
    times: int | None = None
    every: int = 1
    met: int = 0


PORTAL = b"<!DOCTYPE html><html><head><title>Guest Wi-Fi</title></head><body>Please accept the terms.</body></html>"


def throttled(seconds: float = 1, times: int | None = None, path: str = "") -> Fault:
    document = {"error": {"code": "Throttled", "message": "Request was not processed because too many were received."}}
    return Fault(answer=Answer(429, document, {"Retry-After": str(seconds)}), times=times, path=path)


def refused(status: int, document: Any, headers: Mapping[str, str] | None = None, path: str = "") -> Fault:
    return Fault(answer=Answer(status, document, headers or {}), path=path)


@dataclass(slots=True)
class Faults:
    """The faults in force, by service ("entra", "vault", "insights", "dataverse", ...)."""

    known: dict[str, list[Fault]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    over: threading.Event = field(default_factory=threading.Event)

    def put(self, service: str, fault: Fault) -> None:
        with self.lock:
            self.known.setdefault(service, []).append(fault)

    def clear(self) -> None:
        with self.lock:
            self.known.clear()

    def of(self, service: str, request: Request) -> Fault | None:
        """The fault that meets a call, counted."""
        with self.lock:
            for fault in self.known.get(service, ()):
                if fault.path in request.path and fault.times != 0:
                    fault.met += 1
                    if fault.met % fault.every:
                        continue
                    if fault.times is not None:
                        fault.times -= 1
                    return fault
        return None
