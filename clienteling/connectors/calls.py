"""The one way out: every call of every cloud goes through a `Calls`.

It trusts the certificates of the settings and no others that the environment names, reads no .netrc, ends what takes
too long as a whole (a server may send a byte now and then for ever), and stops waiting when it is told to.
"""

import threading
from collections.abc import Mapping, MutableMapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Any

import requests
from requests.utils import get_environ_proxies
from urllib3.exceptions import HTTPError, ProtocolError, ReadTimeoutError

from clienteling.domain.cloud_problems import CaptivePortal, MalformedAnswer, Stopped
from clienteling.domain.cloud_settings import CloudSettings, host_of

_PIECE = 1 << 16
_WHOLE = (b"{}", b"[]")  # how documents begin and end
_LONGEST_ANSWER = 64_000_000  # bytes; pages have a hundred rows


class Calls(requests.Session):
    """A session that requests, msal and azure-core use alike. `stop` may be set from any thread."""

    def __init__(self, settings: CloudSettings, stop: threading.Event | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.stop = stop or threading.Event()
        # Else REQUESTS_CA_BUNDLE takes the place of the settings' certificates, and .netrc that of the token.
        self.trust_env = False
        self.verify = settings.verify
        adapter = requests.adapters.HTTPAdapter(pool_maxsize=settings.calls_at_once)
        self.mount("https://", adapter)

    def request(self, method: str, url: str | bytes, *args: Any, **kwargs: Any) -> requests.Response:
        # Nobody follows where a network would send a secret.
        kwargs["allow_redirects"] = False
        if kwargs.get("timeout") is None:
            kwargs["timeout"] = (self.settings.connect_seconds, self.settings.read_seconds)
        return super().request(method, url, *args, **kwargs)

    def merge_environment_settings(
        self,
        url: str | bytes | None,
        proxies: MutableMapping[str, Any] | None,
        stream: bool | None,
        verify: bool | str | None,
        cert: Any,
    ) -> Any:
        if self.settings.proxy and url is not None:
            proxies = {**get_environ_proxies(str(url), no_proxy=None), **(proxies or {})}
        return super().merge_environment_settings(url, proxies, stream, verify, cert)  # type: ignore[arg-type]

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        """Send, and read the answer whole within the time limits. Raises `Stopped`."""
        if self.stop.is_set():
            raise Stopped
        ends = monotonic() + self.settings.connect_seconds + 2 * self.settings.read_seconds
        kwargs["stream"] = True
        response = super().send(request, **kwargs)
        _hold(response, b"".join(self._pieces(response, ends)))
        _check(response)
        return response

    def wait(self, seconds: float) -> None:
        """Wait before trying again. Raises `Stopped`."""
        if self.stop.wait(seconds):
            raise Stopped

    def _pieces(self, response: requests.Response, ends: float) -> list[bytes]:
        if getattr(response, "_content_consumed", False):
            return [response.content]
        pieces, size, whole = [], 0, False
        try:
            while piece := response.raw.read1(_PIECE, decode_content=True):
                pieces.append(piece)
                size += len(piece)
                if self.stop.is_set():
                    raise Stopped
                if monotonic() > ends:
                    raise requests.exceptions.ReadTimeout("the answer takes too long")
                if size > _LONGEST_ANSWER:
                    raise requests.exceptions.ContentDecodingError("the answer is too long")
            if response.raw.length_remaining:
                raise requests.exceptions.ChunkedEncodingError("the answer is too short")
            whole = True
        except ReadTimeoutError as error:
            raise requests.exceptions.ReadTimeout(error) from error
        except (ProtocolError, HTTPError, OSError) as error:
            raise requests.exceptions.ChunkedEncodingError(error) from error
        finally:
            # What is left of an answer would be taken for the next one on the same connection.
            response.raw.release_conn() if whole else response.close()
        return pieces


def _hold(response: requests.Response, content: bytes) -> None:
    response._content = content
    response._content_consumed = True


def _check(response: requests.Response) -> None:
    """All clouds speak JSON. Raises `CaptivePortal` for a web page, `MalformedAnswer` for half a document."""
    content, kind = response.content.strip(), response.headers.get("Content-Type", "").lower()
    host = host_of(response.url)
    is_page = "html" in kind or content[:100].lower().startswith((b"<!doctype html", b"<html"))
    if 300 <= response.status_code < 400 or (is_page and (response.status_code < 500 or response.status_code == 511)):
        raise CaptivePortal(host=host)
    if response.ok and content and "json" in kind and (content[:1] + content[-1:]) not in _WHOLE:
        raise MalformedAnswer(host=host)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds that an answer wants one to wait: it says them, or until when."""
    given = headers.get("Retry-After", "")
    try:
        return max(0.0, float(given))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(given) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
