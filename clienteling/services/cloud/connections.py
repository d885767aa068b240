"""Opens the way to the clouds for a legal entity, and remembers in the database how each link of it fares.

A secret that a vault gave stays in memory, for as long as it works. The libraries of the clouds are imported when
somebody first goes there.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from clienteling.credentials import Credentials
from clienteling.database import clouds, company
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes
from clienteling.domain.cloud_problems import Incomplete, SecretExpired, SecretKeyMissing
from clienteling.domain.cloud_settings import CloudSettings
from clienteling.domain.cloud_state import (
    InsightsParameters,
    LinkState,
    SecretEntry,
    VaultParameters,
    link_failed,
)
from clienteling.domain.company import LegalEntity
from clienteling.domain.errors import NotAllowed, NotFound, Problem, mark
from clienteling.domain.insights import InsightsSource
from clienteling.domain.operations import Operation
from clienteling.domain.vault import Secret, reference
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations, Writing

if TYPE_CHECKING:
    from clienteling.connectors.calls import Calls
    from clienteling.connectors.entra import AppSignIn

Result = TypeVar("Result")

# Names of parameters
VAULT_URL = "key_vault_url"
VAULT_CLIENT = "key_vault_client"
APPLICATION_ID = "insights_application_id"
SECRET_NAME = "insights_secret_name"  # noqa: S105 - a name
ENABLED = "insights_enabled"
ENVIRONMENTS = "insights_environments"
ALTERNATE_ID = "insights_alternate_id"
MEASURES = "insights_measures"


@dataclass(frozen=True, slots=True)
class Parameters:
    """Everything that was entered for a legal entity."""

    entity: LegalEntity
    settings: CloudSettings
    vault: VaultParameters
    secrets: tuple[SecretEntry, ...]
    insights: InsightsParameters

    def secret(self, name: str) -> SecretEntry:
        """A secret of the list. Raises `NotFound`."""
        found = next((entry for entry in self.secrets if entry.name == name), None)
        if found is None:
            raise NotFound(mark("There is no secret “{name}” in the list of secrets."), name=name)
        return found


def parameters(transaction: Transaction, entity: LegalEntity) -> Parameters:
    given = company.parameters(transaction, entity.id)
    insights = InsightsParameters(
        given.get(APPLICATION_ID, ""),
        given.get(SECRET_NAME, ""),
        given.get(ENABLED) == "yes",
        tuple(filter(None, given.get(ENVIRONMENTS, "").split("|"))),
        given.get(ALTERNATE_ID, ""),
        tuple(filter(None, given.get(MEASURES, "").split("|"))),
    )
    vault = VaultParameters(given.get(VAULT_URL, ""), given.get(VAULT_CLIENT, ""))
    return Parameters(entity, CloudSettings.of(given), vault, clouds.secrets(transaction, entity.id), insights)


def key_name(client: str) -> str:
    """The name in the credential store of the secret key of an application."""
    return f"key-vault {client}"


@dataclass(slots=True)
class Way:
    """An open way to the clouds of one legal entity. `stop` ends its calls and its pauses, from any thread."""

    parameters: Parameters
    calls: "Calls"
    connections: "Connections"
    stop: threading.Event
    _vault_sign_in: "AppSignIn | None" = None
    _sign_in: "AppSignIn | None" = None
    _fresh: set[str] = field(default_factory=set)

    def vault_sign_in(self) -> "AppSignIn":
        """The sign-in of the application that reads the vault. Raises `Incomplete`."""
        from clienteling.connectors.entra import AppSignIn

        client = needed(self.parameters.vault.client, mark("the Key Vault client"))
        if self._vault_sign_in is None:
            self._vault_sign_in = AppSignIn(self.calls, client, partial(self.connections.secret_key, client))
        return self._vault_sign_in

    def sign_in(self) -> "AppSignIn":
        """The sign-in of the application that reads Customer Insights; its secret comes from the vault."""
        from clienteling.connectors.entra import AppSignIn

        given = self.parameters.insights
        client = needed(given.application_id, mark("the application ID"))
        name = needed(given.secret, mark("the name of the secret"))
        if self._sign_in is None:
            self._sign_in = AppSignIn(self.calls, client, lambda: self.secret(name).value, self._renew)
        return self._sign_in

    @property
    def graph_application(self) -> str:
        """The application that reads Microsoft Graph: its own, or that of Customer Insights."""
        return self.parameters.settings.graph_application or self.parameters.insights.application_id

    def graph_sign_in(self) -> "AppSignIn":
        """The sign-in of the application that reads Microsoft Graph: its own, or that of Customer Insights."""
        from clienteling.connectors.entra import AppSignIn

        settings = self.parameters.settings
        if not settings.graph_application:
            return self.sign_in()
        name = needed(settings.graph_secret, mark("the name of the secret for Microsoft Graph"))
        return AppSignIn(self.calls, settings.graph_application, lambda: self.secret(name).value, self._renew)

    def secret(self, name: str) -> Secret:
        """The secret of a name in the list, from memory, else from the vault."""
        entry = self.parameters.secret(name)
        return self.connections.kept(entry.reference) or self.read_secret(entry)

    def read_secret(self, entry: SecretEntry) -> Secret:
        """The secret as the vault has it now; when it expires is remembered."""
        from clienteling.connectors.key_vault import KeyVault

        # Checked first: a wrong reference needs no sign-in to be found out.
        parsed = reference(entry.reference)
        vault = KeyVault(self.calls, self.vault_sign_in(), self.connections.clock)
        try:
            secret = vault.secret(parsed)
        except SecretExpired as problem:
            # Banner and follow-up go on until there is another one.
            self.connections.remember_expiry(self.parameters.entity, entry.reference, problem.expires)
            raise
        self._fresh.add(entry.reference)
        self.connections.keep(self.parameters.entity, entry.reference, secret)
        return secret

    def source(self) -> InsightsSource:
        """Customer Insights, by the interface that the settings name."""
        settings = self.parameters.settings
        if settings.insights_source == "dataverse":
            from clienteling.connectors.dataverse import DataverseApi

            return DataverseApi(self.calls, self.sign_in())
        from clienteling.connectors.customer_insights import CustomerInsightsApi

        return CustomerInsightsApi(self.calls, self.sign_in(), self.subscription_key)

    def subscription_key(self) -> str:
        """The key that the data interface wants beside the token; "" where none is entered."""
        name = self.parameters.settings.subscription_key
        return self.secret(name).value if name else ""

    def _renew(self) -> bool:
        """Forget what vaults gave, and say whether any of it was older than this way."""
        settings = self.parameters.settings
        given = (self.parameters.insights.secret, settings.subscription_key, settings.graph_secret)
        references = {entry.reference for entry in self.parameters.secrets if entry.name in given}
        older = any(self.connections.kept(text) is not None and text not in self._fresh for text in references)
        for text in references:
            self.connections.forget(text)
        return older


class Connections:
    """What all services of the clouds stand on."""

    def __init__(self, operations: Operations, credentials: Credentials) -> None:
        self.operations = operations
        self.credentials = credentials
        self.clock = operations.clock
        self._kept: dict[str, Secret] = {}
        self._lock = threading.Lock()

    def entered(self, session: Session | None, operation: Operation, entity: LegalEntity) -> Parameters:
        """The parameters, for a worker with the permission or for an administrator."""
        return self.look(session, operation, entity, lambda transaction: parameters(transaction, entity))

    def look(
        self, session: Session | None, operation: Operation, entity: LegalEntity, work: Callable[[Transaction], Result]
    ) -> Result:
        """Read something of a legal entity, for its worker with the permission or for an administrator."""
        if session is None:
            return self.operations.database.read(work)
        return self.operations.read(own(session, operation, entity), operation, work)

    def write(
        self, session: Session | None, operation: Operation, entity: LegalEntity, work: Callable[[Writing], None]
    ) -> Changes:
        """Change something of a legal entity, likewise."""
        if session is not None:
            own(session, operation, entity)
        return self.operations.write(session, operation, work)

    @contextmanager
    def open(self, entered: Parameters, stop: threading.Event | None = None) -> Iterator[Way]:
        """The way to the clouds, until the block ends."""
        from clienteling.connectors.calls import Calls

        stop = stop or threading.Event()
        with Calls(entered.settings, stop) as calls:
            yield Way(entered, calls, self, stop)

    @contextmanager
    def link(self, entity: LegalEntity, step: str) -> Iterator[None]:
        """Remembers how a link fared in the block."""
        try:
            yield
        except Problem as problem:
            self._remember(entity, link_failed(step, self.clock(), problem))
            raise
        self._remember(entity, LinkState(step, succeeded=self.clock()))

    def secret_key(self, client: str) -> str:
        """The secret key of an application, from the credential store. Raises `SecretKeyMissing`."""
        found = self.credentials.get(key_name(client))
        if not found:
            raise SecretKeyMissing
        return found

    def kept(self, reference: str) -> Secret | None:
        with self._lock:
            return self._kept.get(reference)

    def keep(self, entity: LegalEntity, reference: str, secret: Secret) -> None:
        with self._lock:
            self._kept[reference] = secret
        self.remember_expiry(entity, reference, secret.expires)

    def remember_expiry(self, entity: LegalEntity, reference: str, expires: datetime | None) -> None:
        """Remember when a secret ends, or has ended, as its vault has just said."""
        self.operations.database.write(lambda t: clouds.set_expiry(t, entity.id, reference, expires, self.clock()))

    def forget(self, reference: str | None = None) -> None:
        """Forget a secret that was resolved, or all of them."""
        with self._lock:
            if reference is None:
                self._kept.clear()
            else:
                self._kept.pop(reference, None)

    def _remember(self, entity: LegalEntity, state: LinkState) -> None:
        self.operations.database.write(lambda t: clouds.set_link(t, entity.id, state))


def own(session: Session, operation: Operation, entity: LegalEntity) -> Session:
    """The session, if it works for the legal entity. Raises `NotAllowed`."""
    if session.legal_entity.id != entity.id:
        raise NotAllowed(operation.title, ())
    return session


def needed(value: str, what: str) -> str:
    """A value that has to be entered. Raises `Incomplete`."""
    if not value:
        raise Incomplete(what=what)
    return value
