"""Microsoft Entra ID: tokens for the program (a confidential client).

msal answers with dictionaries, `ValueError`s, errors of its own and those of requests; all of them are problems here.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from time import time
from typing import Any

import msal  # type: ignore[import-untyped]
import requests
from azure.core.credentials import AccessToken

from clienteling.connectors.calls import Calls
from clienteling.connectors.failures import on_the_way
from clienteling.domain.cloud_problems import (
    BlockedByPolicy,
    CloudProblem,
    ExpiredSecretKey,
    Incomplete,
    MalformedAnswer,
    NoConsent,
    ServiceFailed,
    SignInAgain,
    SignInCancelled,
    SignInFailed,
    WrongApplication,
    WrongScope,
    WrongSecretKey,
    WrongTenant,
)
from clienteling.domain.cloud_settings import host_of
from clienteling.domain.errors import mark

SERVICE = "Microsoft Entra ID"
# AADSTS codes, as far as one can do something about them.
_CODES: Mapping[int, type[SignInFailed]] = {
    7000215: WrongSecretKey,
    7000222: ExpiredSecretKey,
    700016: WrongApplication,
    90002: WrongTenant,
    900023: WrongTenant,
    1002012: WrongScope,
    70011: WrongScope,
    500011: WrongScope,
    65001: NoConsent,
    7000229: NoConsent,
    53003: BlockedByPolicy,
    50076: SignInAgain,
    50173: SignInAgain,
    70008: SignInAgain,
    700082: SignInAgain,
}

# What is left where no code says more.
_ERRORS: Mapping[str, type[SignInFailed]] = {"invalid_grant": SignInAgain, "access_denied": SignInCancelled}


class AppSignIn:
    """Tokens of one application, by its secret. One asks, the others wait for the answer.

    `secret` is read when a token is needed and none is at hand; `renew` forgets it, and says whether it may be another
    one now. msal keeps it in memory.
    """

    def __init__(
        self, calls: Calls, client_id: str, secret: Callable[[], str], renew: Callable[[], bool] = lambda: False
    ) -> None:
        self._calls = calls
        self._client_id = client_id
        self._secret = secret
        self._renew = renew
        self._application: Any = None
        self._asking = threading.Lock()

    def get_token(self, *scopes: str, **_options: Any) -> AccessToken:
        """A token as azure-core wants it. Raises problems."""
        with self._asking:
            try:
                found = self._ask_again(list(scopes))
            except CloudProblem:
                # msal replays a refusal for a minute; the next one asks anew.
                self._application = None
                raise
        return AccessToken(found["access_token"], int(time()) + int(found["expires_in"]))

    def forget(self) -> None:
        """Read the secret and ask for a token anew the next time: what was used no longer works."""
        with self._asking:
            self._application = None
            self._renew()

    def _ask_again(self, scopes: list[str]) -> Mapping[str, Any]:
        """A secret that was kept may have been replaced since: then once more, with the one of now."""
        try:
            return self._ask(scopes)
        except (WrongSecretKey, ExpiredSecretKey):
            self._application = None
            if not self._renew():
                raise
            return self._ask(scopes)

    def _ask(self, scopes: list[str]) -> Mapping[str, Any]:
        with answered(self._calls):
            if self._application is None:
                self._application = msal.ConfidentialClientApplication(
                    self._client_id,
                    client_credential=self._secret(),
                    authority=authority(self._calls),
                    instance_discovery=False,
                    http_client=self._calls,
                )
            answer = self._application.acquire_token_for_client(scopes)
        return checked(answer, self._client_id, scopes)


def authority(calls: Calls) -> str:
    """The tenant's address. Raises `Incomplete` if nobody entered the tenant."""
    if not calls.settings.tenant:
        raise Incomplete(what=mark("the tenant"))
    return f"{calls.settings.authority}/{calls.settings.tenant}"


@contextmanager
def answered(calls: Calls) -> Iterator[None]:
    """What msal raises as problems."""
    host = host_of(calls.settings.authority)
    try:
        yield
    except requests.exceptions.JSONDecodeError as error:
        raise MalformedAnswer(host=host) from error
    except requests.exceptions.RequestException as error:
        raise on_the_way(error, host) from error
    except msal.exceptions.MsalServiceError as error:
        raise ServiceFailed(service=SERVICE, status=_status(error)) from error
    except ValueError as error:
        raise _of_value_error(error, host) from error


def checked(answer: Mapping[str, Any] | None, client_id: str, scopes: list[str]) -> Mapping[str, Any]:
    """An answer with a token. Raises the problem of one without."""
    if answer is None:
        raise SignInAgain
    if "error" not in answer:
        return answer
    codes = [int(code) for code in answer.get("error_codes") or _codes_in(str(answer.get("error_description", "")))]
    kind = next((_CODES[code] for code in codes if code in _CODES), None)
    if kind is None:
        kind = _ERRORS.get(str(answer.get("error")), SignInFailed)
    named = f"AADSTS{codes[0]}" if codes else str(answer["error"])[:60]
    correlation = str(answer.get("correlation_id") or "")
    raise kind(correlation, application=client_id, scope=" ".join(scopes), code=named)


def _codes_in(description: str) -> list[str]:
    _, found, rest = description.partition("AADSTS")
    digits = rest.split(":", 1)[0]
    return [digits] if found and digits.isdecimal() else []


def _of_value_error(error: ValueError, host: str) -> CloudProblem:
    text = str(error)
    if isinstance(error, UnicodeError) or "JSON" in type(error).__name__:
        return MalformedAnswer(host=host)
    # msal raises this for a tenant whose configuration cannot be had: it does not exist.
    if "authority" in text.lower() or "tenant" in text.lower():
        return WrongTenant()
    return MalformedAnswer(host=host)


def _status(error: Exception) -> str:
    return next((word for word in str(error).split() if word.isdecimal()), "5xx")
