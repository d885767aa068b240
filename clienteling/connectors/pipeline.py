"""The pipeline of the data services: tokens, retries, pauses that services ask for, correlation IDs, paging.

A connector makes one `Pipeline` for its service and asks it for JSON by path. What an answer that is no success means
is the connector's to say, in `problem_of`.
"""

import threading
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlencode, urljoin

from azure.core import PipelineClient
from azure.core.credentials import AccessToken
from azure.core.pipeline.policies import (
    BearerTokenCredentialPolicy,
    HttpLoggingPolicy,
    RequestIdPolicy,
    RetryPolicy,
    UserAgentPolicy,
)
from azure.core.pipeline.transport._requests_basic import RequestsTransport  # the public name has no type
from azure.core.rest import HttpRequest, HttpResponse

from clienteling.connectors.calls import Calls, retry_after
from clienteling.connectors.failures import read_json, translated
from clienteling.domain.cloud_problems import CloudProblem, KeyRefused, MalformedAnswer, Throttled
from clienteling.domain.cloud_settings import CloudSettings, host_of

_OK = 200
_THROTTLED = 429
_PLAIN = "'(),$@:/"  # what a query may have as it is: lists of a hundred keys are long enough without


class Credential(Protocol):
    """Gives tokens; `forget` drops one that was refused."""

    def get_token(self, *scopes: str, **options: Any) -> AccessToken: ...
    def forget(self) -> None: ...


class Transport(RequestsTransport):
    """Pauses of retries can be stopped. One that is longer than anybody wants to watch is not waited for."""

    def __init__(self, calls: Calls) -> None:
        settings = calls.settings
        super().__init__(
            session=calls,
            session_owner=False,
            connection_timeout=settings.connect_seconds,
            read_timeout=settings.read_seconds,
            connection_verify=settings.verify,
        )
        self._calls = calls

    def sleep(self, duration: float) -> None:
        if duration > self._calls.settings.longest_wait:
            raise Throttled(service="Microsoft", seconds=round(duration))
        self._calls.wait(duration)


def retry_options(settings: CloudSettings) -> dict[str, Any]:
    """How often and after which pauses azure-core tries again."""
    return {
        "retry_total": settings.retries,
        "retry_connect": 1,
        "retry_read": 1,
        "retry_status": settings.retries,
        "retry_backoff_factor": settings.retry_pause,
        "retry_backoff_max": 30,
    }


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that was no success: its status, what it says (None: no JSON), and how to ask about it."""

    status: int
    document: Any
    correlation_id: str
    headers: Mapping[str, str] = field(default_factory=dict)


class Pipeline:
    """Asks one service. May be used by several threads; at most `calls_at_once` calls are out at a time."""

    def __init__(
        self,
        service: str,
        base: str,
        scope: str,
        credential: Credential,
        calls: Calls,
        problem_of: Callable[[Answer], CloudProblem],
        headers: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        settings = calls.settings
        self.service = service
        self.host = host_of(base)
        self._base = base.rstrip("/") + "/"
        self._credential = credential
        self._problem_of = problem_of
        self._headers = headers
        self._out = threading.BoundedSemaphore(settings.calls_at_once)
        self._calls = calls
        self._tokens = BearerTokenCredentialPolicy(credential, scope)
        policies = [
            RequestIdPolicy(auto_request_id=False),
            UserAgentPolicy(base_user_agent="clienteling"),
            RetryPolicy(**retry_options(settings)),
            self._tokens,
            HttpLoggingPolicy(),
        ]
        self._client: PipelineClient[Any, Any] = PipelineClient(
            base_url=base, policies=policies, transport=Transport(calls)
        )

    def get(self, path: str, query: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None) -> Any:
        """The JSON at a path below the service's address, or at a whole address that the service gave.

        Refused once with 401, the token and what `headers` gave are read again. Raises problems.
        """
        url = urljoin(self._base, path) + (f"?{urlencode(query, safe=_PLAIN)}" if query else "")
        if host_of(url) != self.host:
            raise MalformedAnswer(host=self.host)  # nobody else gets the token
        try:
            return self._get(url, headers or {})
        except KeyRefused:
            self._credential.forget()
            self._tokens._token = None
            return self._get(url, headers or {})

    def pages(self, path: str, query: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Iterator[Any]:
        """The documents of an OData list, following `@odata.nextLink` as it is."""
        page = self.get(path, query, headers)
        yield page
        while link := page.get("@odata.nextLink"):
            page = self.get(link, headers=headers)
            yield page

    def _get(self, url: str, headers: Mapping[str, str]) -> Any:
        asked = str(uuid.uuid4())
        request = HttpRequest("GET", url, headers={"Accept": "application/json", **self._headers(), **headers})
        with self._out, translated(self.host):
            response: HttpResponse = self._client.send_request(request, request_id=asked)
        correlation = response.headers.get("x-ms-request-id") or response.headers.get("request-id") or asked
        if response.status_code == _OK:
            try:
                return read_json(response.content, self.host)
            except CloudProblem as problem:
                problem.correlation_id = correlation
                raise
        raise self._failed(response, correlation)

    def _failed(self, response: HttpResponse, correlation: str) -> CloudProblem:
        if response.status_code == _THROTTLED:
            return Throttled(correlation, service=self.service, seconds=round(retry_after(response.headers) or 60))
        try:
            document = read_json(response.content, self.host)
        except CloudProblem:
            document = None
        return self._problem_of(Answer(response.status_code, document, correlation, dict(response.headers)))
