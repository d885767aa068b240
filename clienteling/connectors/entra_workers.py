"""Microsoft Entra ID: workers sign in themselves, in the browser of the system or with a code on another device.

Everything here takes as long as a person takes. Whoever sets `stop` of the calls ends the waiting.
"""

import html
import logging
import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from time import monotonic, time
from typing import Any
from urllib.parse import parse_qsl

import msal  # type: ignore[import-untyped]

from clienteling.connectors.calls import Calls
from clienteling.connectors.entra import answered, authority, checked
from clienteling.connectors.token_cache import EncryptedFile
from clienteling.domain.cloud_problems import (
    CloudProblem,
    Incomplete,
    MalformedAnswer,
    OtherTenant,
    SignInAgain,
    SignInTimedOut,
    Stopped,
    WrongClock,
)
from clienteling.domain.cloud_settings import host_of
from clienteling.domain.errors import mark
from clienteling.domain.identity import DeviceCode, Identity

PATIENCE = 300.0  # seconds in which somebody has to come back from the browser
_TICK = 0.2
_SKEW = 300  # seconds that a clock may be wrong
_LONGEST = 100_000  # bytes of an answer
_SCOPES: list[str] = []  # who it is, and no more


class WorkerSignIn:
    """Signs workers of the configured tenant in. One at a time; not on the GUI thread.

    `cache_of` says where the tokens of a worker are kept, by `oid` and `tid`.
    """

    def __init__(self, calls: Calls, cache_of: Callable[[str, str], EncryptedFile]) -> None:
        self._calls = calls
        self._client_id = calls.settings.worker_client
        self._cache_of = cache_of
        if not self._client_id:
            raise Incomplete(what=mark("the application by which workers sign in"))

    def in_browser(
        self, open_browser: Callable[[str], object], *, page: str = "", patience: float = PATIENCE
    ) -> Identity:
        """Who signed in, in the browser that `open_browser` opens at an address. `page` is what it says at the end.

        Raises `Stopped`, `SignInTimedOut`, and what Entra ID refuses.
        """
        application, cache = self._application()
        with _Listener(page) as listener:
            with answered(self._calls):
                flow = application.initiate_auth_code_flow(
                    _SCOPES,
                    redirect_uri=f"http://localhost:{listener.server_port}",
                    prompt="select_account",
                    response_mode="form_post",
                )
            listener.state = str(flow["state"])
            open_browser(flow["auth_uri"])
            given = listener.wait(self._calls, patience)
        with answered(self._calls):
            answer = application.acquire_token_by_auth_code_flow(flow, given)
        return self._signed_in(answer, cache)

    def by_device_code(self, show: Callable[[DeviceCode], None]) -> Identity:
        """Who signed in on another device, with the code that `show` shows. Many tenants forbid it."""
        application, cache = self._application()
        with answered(self._calls):
            flow = application.initiate_device_flow(_SCOPES)
        checked(flow, self._client_id, _SCOPES)
        ends = datetime.fromtimestamp(float(flow["expires_at"]), UTC)
        show(DeviceCode(flow["user_code"], flow["verification_uri"], ends))
        with answered(self._calls):
            answer = application.acquire_token_by_device_flow(flow, exit_condition=lambda _: self._calls.stop.is_set())
        if self._calls.stop.is_set():
            raise Stopped
        if answer.get("error") == "authorization_pending":
            raise SignInTimedOut
        return self._signed_in(answer, cache)

    def again(self, oid: str, tid: str) -> Identity:
        """Who signed in before on this machine, without asking. Raises `SignInAgain` if that is over."""
        file = self._cache_of(oid, tid)
        application, cache = self._application(file)
        with answered(self._calls):
            accounts = [one for one in application.get_accounts() if one.get("local_account_id") == oid]
            if not accounts:
                raise SignInAgain
            answer = application.acquire_token_silent_with_error(_SCOPES, accounts[0], force_refresh=True)
        # Who has signed out meanwhile leaves nothing.
        return self._signed_in(answer, cache, keep=file.is_there)

    def _application(self, file: EncryptedFile | None = None) -> tuple[Any, Any]:
        cache = msal.SerializableTokenCache()
        if file is not None and (known := file.read()) is not None:
            try:
                cache.deserialize(known)
            except ValueError:
                file.delete()
        with answered(self._calls):
            application = msal.PublicClientApplication(
                self._client_id,
                authority=authority(self._calls),
                instance_discovery=False,
                http_client=self._calls,
                token_cache=cache,
            )
        return application, cache

    def _signed_in(self, answer: Mapping[str, Any] | None, cache: Any, *, keep: bool = True) -> Identity:
        found = checked(answer, self._client_id, _SCOPES)
        claims = found.get("id_token_claims")
        if not isinstance(claims, Mapping) or not claims.get("oid") or not claims.get("tid"):
            raise MalformedAnswer(host=host_of(self._calls.settings.authority))
        # msal only decodes what it was given over TLS; for whom it is, is looked at here.
        tenant = self._calls.settings.tenant
        if claims.get("aud") != self._client_id or ("." not in tenant and claims["tid"].lower() != tenant.lower()):
            raise OtherTenant
        _check_clock(claims.get("iat"))
        roles = frozenset(map(str, claims.get("roles") or ()))
        identity = Identity(str(claims["oid"]), str(claims["tid"]), str(claims.get("name") or ""), roles)
        if keep and cache.has_state_changed:
            self._keep(identity, cache.serialize())
        return identity

    def _keep(self, identity: Identity, tokens: str) -> None:
        """Remember tokens, if this machine can keep a secret; without that one signs in all the same."""
        try:
            self._cache_of(identity.oid, identity.tid).write(tokens)
        except CloudProblem as problem:
            logging.getLogger(__name__).warning("Tokens are not kept: %s", problem.code)


def _check_clock(issued: object) -> None:
    """Raise `WrongClock` if the token was issued at another time than now."""
    if isinstance(issued, int | float) and abs(time() - issued) > _SKEW:
        raise WrongClock(minutes=round(abs(time() - issued) / 60))


class _Handler(BaseHTTPRequestHandler):
    timeout = 5  # seconds that one who connects and says nothing may hold the others up
    server: "_Listener"

    def log_message(self, format: str, *args: Any) -> None:
        """What the browser brings is a secret."""

    def do_POST(self) -> None:
        size = self.headers.get("Content-Length", "")
        body = self.rfile.read(min(int(size), _LONGEST)) if size.isdecimal() else b""
        given = dict(parse_qsl(body.decode("utf-8", "replace")))
        # Anybody on this machine can knock; only the browser that we sent out knows the state.
        is_ours = secrets.compare_digest(given.get("state", "").encode(), self.server.state.encode())
        if is_ours:
            self.server.given = given
        self._say(200 if is_ours else 400, self.server.page if is_ours else "")

    def do_GET(self) -> None:
        self._say(405, "")

    def _say(self, status: int, text: str) -> None:
        page = f"<!doctype html><meta charset=utf-8><title>Clienteling</title><p>{html.escape(text)}</p>".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(page)


class _Listener(HTTPServer):
    """Waits at a port of this machine for the browser to come back."""

    def __init__(self, page: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.timeout = _TICK
        self.page = page or "You can close this window."
        self.state = ""
        self.given: dict[str, str] | None = None

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever hangs up in the middle is not the browser that we wait for."""

    def wait(self, calls: Calls, patience: float) -> dict[str, str]:
        ends = monotonic() + patience
        while self.given is None:
            if calls.stop.is_set():
                raise Stopped
            if monotonic() > ends:
                raise SignInTimedOut
            self.handle_request()
        return self.given
