"""Azure Key Vault: the value of a secret that a reference names.

A vault gives out secrets that have expired or are not valid yet; that is checked here.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from azure.core.exceptions import (
    AzureError,
    ClientAuthenticationError,
    DecodeError,
    HttpResponseError,
    IncompleteReadError,
)
from azure.keyvault.secrets import KeyVaultSecret, SecretClient

from clienteling.connectors.calls import Calls, retry_after
from clienteling.connectors.failures import on_the_way, read_json, unreadable
from clienteling.connectors.pipeline import Credential, Transport, retry_options
from clienteling.domain.cloud_problems import (
    BlockedByFirewall,
    CloudProblem,
    MalformedAnswer,
    NoPermission,
    SecretDisabled,
    SecretExpired,
    SecretMissing,
    SecretNotYetValid,
    ServiceFailed,
    Throttled,
    WrongTenant,
)
from clienteling.domain.cloud_settings import host_of
from clienteling.domain.vault import Reference, Secret

SERVICE = "Azure Key Vault"
_REFUSED: Mapping[str, type[CloudProblem]] = {
    "SecretDisabled": SecretDisabled,
    "ForbiddenByFirewall": BlockedByFirewall,
    "ForbiddenByRbac": NoPermission,
    "ForbiddenByPolicy": NoPermission,
}


class KeyVault:
    """Reads secrets for one application."""

    def __init__(self, calls: Calls, credential: Credential, clock: Callable[[], datetime]) -> None:
        self._calls = calls
        self._credential = credential
        self._clock = clock
        self._clients: dict[str, SecretClient] = {}

    def secret(self, reference: Reference) -> Secret:
        """The secret now. Raises problems: each reason why it cannot be used has its own."""
        address = reference.address(self._calls.settings.vault_suffix)
        with _translated(reference, host_of(address)):
            found = self._get(address, reference)
        properties, now = found.properties, self._clock()
        if found.value is None:
            raise MalformedAnswer(host=host_of(address))
        if properties.enabled is False:
            raise SecretDisabled(name=reference.name)
        if properties.expires_on is not None and properties.expires_on <= now:
            expired = SecretExpired(name=reference.name, day=f"{properties.expires_on:%Y-%m-%d}")
            expired.expires = properties.expires_on
            raise expired
        if properties.not_before is not None and properties.not_before > now:
            raise SecretNotYetValid(name=reference.name, day=f"{properties.not_before:%Y-%m-%d}")
        return Secret(found.value, properties.expires_on)

    def _get(self, address: str, reference: Reference) -> KeyVaultSecret:
        try:
            return self._client(address).get_secret(reference.name, reference.version or None)
        except ClientAuthenticationError:
            # A token that is kept may be taken no more before its time: once with a new one.
            self._credential.forget()
            self._clients.pop(address, None)
            return self._client(address).get_secret(reference.name, reference.version or None)

    def _client(self, address: str) -> SecretClient:
        if address not in self._clients:
            options = retry_options(self._calls.settings)
            self._clients[address] = SecretClient(
                address, self._credential, transport=Transport(self._calls), **options
            )
        return self._clients[address]


def _body(response: Any) -> bytes:
    return b"" if response is None else bytes(response.body())


@contextmanager
def _translated(reference: Reference, host: str) -> Iterator[None]:
    try:
        yield
    except IncompleteReadError as error:
        raise on_the_way(error, host) from error
    except DecodeError as error:
        # It answered with 200, and with something else.
        raise unreadable(_body(error.response), host) from error
    except HttpResponseError as error:
        raise _refusal(error, reference, host) from error
    except AzureError as error:
        raise on_the_way(error, host) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        # A challenge of another resource, or a document of another shape.
        raise MalformedAnswer(host=host) from error


def _refusal(error: HttpResponseError, reference: Reference, host: str) -> CloudProblem:
    response: Any = error.response
    if response is None:
        return on_the_way(error, host)
    headers, status = response.headers, response.status_code
    correlation = headers.get("x-ms-request-id", "")
    if status == 429:
        return Throttled(correlation, service=SERVICE, seconds=round(retry_after(headers) or 10))
    if status >= 500:
        return ServiceFailed(correlation, service=SERVICE, status=status)
    try:
        document = read_json(response.body(), host)
    except CloudProblem as problem:
        return problem
    said = document.get("error") if isinstance(document, dict) else None
    inner = said.get("innererror") if isinstance(said, dict) else None
    code = str(inner.get("code")) if isinstance(inner, dict) else ""
    message = str(said.get("message")) if isinstance(said, dict) else ""
    if status == 404:
        return SecretMissing(correlation, name=reference.name)
    if status == 403:
        return _REFUSED.get(code, NoPermission)(correlation, name=reference.name)
    if status == 401:
        return WrongTenant(correlation) if "AKV10032" in message else NoPermission(correlation)
    return ServiceFailed(correlation, service=SERVICE, status=status)
