"""What libraries raise, as problems. Texts of exceptions are dropped: they name addresses with queries."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests
from azure.core.exceptions import (
    AzureError,
    IncompleteReadError,
    ServiceRequestTimeoutError,
    ServiceResponseTimeoutError,
)

from clienteling.domain.cloud_problems import (
    CaptivePortal,
    CloudProblem,
    CutOff,
    MalformedAnswer,
    NotTrusted,
    ServiceUnreachable,
    TooSlow,
)

_TOO_SLOW = (ServiceRequestTimeoutError, ServiceResponseTimeoutError, requests.exceptions.Timeout)
_CUT_OFF = (IncompleteReadError, requests.exceptions.ChunkedEncodingError)


@contextmanager
def translated(host: str) -> Iterator[None]:
    """Failures on the way to `host` as problems."""
    try:
        yield
    except (AzureError, requests.exceptions.RequestException) as error:
        raise on_the_way(error, host) from error


def on_the_way(error: Exception, host: str) -> CloudProblem:
    """The problem of a call that got no answer, or half of one."""
    causes = list(_causes(error))
    if any(isinstance(cause, requests.exceptions.SSLError) or "SSL" in type(cause).__name__ for cause in causes):
        return NotTrusted(host=host)
    if any(isinstance(cause, _TOO_SLOW) for cause in causes):
        return TooSlow(host=host)
    if any(isinstance(cause, _CUT_OFF) or type(cause).__name__ == "ProtocolError" for cause in causes):
        return CutOff(host=host)
    if any(isinstance(cause, ValueError) and not isinstance(cause, OSError) for cause in causes):
        return MalformedAnswer(host=host)
    return ServiceUnreachable(host=host)


def read_json(content: bytes, host: str) -> Any:
    """What an answer says. Raises `CaptivePortal` for a web page, `MalformedAnswer` for all else that is no JSON."""
    try:
        return json.loads(content)
    except ValueError:
        raise unreadable(content, host) from None


def unreadable(content: bytes, host: str) -> CloudProblem:
    start = content[:2000].lstrip().lower()
    is_page = start.startswith((b"<!doctype html", b"<html")) or b"<html" in start
    return CaptivePortal(host=host) if is_page else MalformedAnswer(host=host)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and what it was made of, as far as libraries keep it."""
    seen: list[BaseException] = []
    queue: list[Any] = [error]
    while queue:
        cause = queue.pop()
        if isinstance(cause, BaseException) and not any(cause is known for known in seen):
            seen.append(cause)
            inner = [getattr(cause, name, None) for name in ("inner_exception", "reason", "__cause__", "__context__")]
            queue += [*inner, *cause.args]
            yield cause
