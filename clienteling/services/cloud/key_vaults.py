"""Key Vault parameters, the list of secrets, and whether each can be read (KV-1 to KV-4)."""

from collections.abc import Mapping

from clienteling.database import clouds, company
from clienteling.domain.audit import Changes
from clienteling.domain.cloud_state import Expiring, LinkState, SecretEntry, Step, VaultParameters
from clienteling.domain.company import LegalEntity
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.operations import Operation
from clienteling.domain.parameters import SECRET_WARNING
from clienteling.domain.vault import days_left, reference, vault_address
from clienteling.domain.worker import Session
from clienteling.services.cloud.connections import (
    VAULT_CLIENT,
    VAULT_URL,
    Connections,
    key_name,
    parameters,
)
from clienteling.services.operations import Writing

_LONGEST_NAME = 127


class KeyVaults:
    """Session None is an administrator at the command line."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def parameters(self, session: Session | None, entity: LegalEntity) -> VaultParameters:
        return self._connections.entered(session, Operation.KEY_VAULT, entity).vault

    def has_secret_key(self, session: Session | None, entity: LegalEntity) -> bool:
        """Whether the secret key is in this machine's credential store. May wait for somebody to unlock it."""
        client = self.parameters(session, entity).client
        return bool(client and self._connections.credentials.get(key_name(client)))

    def set_parameters(
        self, session: Session | None, entity: LegalEntity, url: str, client: str, secret_key: str | None = None
    ) -> Changes:
        """Enter the address and the application. The secret key, if given, goes to the credential store alone.

        Raises `MalformedAddress`, `Invalid`, and the problems of a credential store: then nothing is changed.
        """
        entered = self._connections.entered(session, Operation.KEY_VAULT, entity)
        address = vault_address(url, entered.settings.vault_suffix)
        application = client.strip()
        if not application or len(application) > _LONGEST_NAME or not application.isprintable():
            raise Invalid("client", mark("Enter the application ID of the Key Vault client."))
        if secret_key is not None:
            if not secret_key.strip():
                raise Invalid("secret-key", mark("Enter the value of the secret key."))
            self._connections.credentials.set(key_name(application), secret_key.strip())
        self._connections.forget()

        def work(writing: Writing) -> None:
            set_parameter(writing, entity, VAULT_URL, address)
            set_parameter(writing, entity, VAULT_CLIENT, application)
            if secret_key is not None:
                writing.note("Key Vault secret key", None, None, "entered")

        return self._connections.write(session, Operation.KEY_VAULT, entity, work)

    def secrets(self, session: Session | None, entity: LegalEntity) -> tuple[SecretEntry, ...]:
        """The list of secrets, by name."""
        return self._connections.entered(session, Operation.KEY_VAULT, entity).secrets

    def save_secret(
        self, session: Session | None, entity: LegalEntity, name: str, text: str, description: str = ""
    ) -> Changes:
        """Add a secret to the list, or change the one of this name. Raises `MalformedReference`, `Invalid`."""
        named = name.strip()
        if not named or len(named) > _LONGEST_NAME or not named.isprintable() or "|" in named:
            raise Invalid("name", mark("Enter a name for the secret."))
        parsed = str(reference(text))

        def work(writing: Writing) -> None:
            known = {entry.name: entry for entry in clouds.secrets(writing.transaction, entity.id)}
            before = known.get(named)
            if before is None or (before.reference, before.description) != (parsed, description.strip()):
                clouds.save_secret(writing.transaction, entity.id, named, description.strip(), parsed)
                writing.note(f"secret {entity.code} {named}", None, before.reference if before else None, parsed)

        self._connections.forget()
        return self._connections.write(session, Operation.KEY_VAULT, entity, work)

    def delete_secret(self, session: Session | None, entity: LegalEntity, name: str) -> Changes:
        """Take a secret off the list. Raises `NotFound`."""

        def work(writing: Writing) -> None:
            entry = parameters(writing.transaction, entity).secret(name)
            clouds.delete_secret(writing.transaction, entity.id, name)
            writing.note(f"secret {entity.code} {name}", None, entry.reference, None)

        return self._connections.write(session, Operation.KEY_VAULT, entity, work)

    def validate(self, session: Session | None, entity: LegalEntity, name: str) -> SecretEntry:
        """Read a secret from its vault, now. Raises the problem that stands in the way: each has its own words."""
        entered = self._connections.entered(session, Operation.KEY_VAULT, entity)
        entry = entered.secret(name)
        self._connections.forget(entry.reference)
        with self._connections.open(entered) as way, self._connections.link(entity, secret_step(name)):
            way.read_secret(entry)
        return self._connections.entered(session, Operation.KEY_VAULT, entity).secret(name)

    def states(self, session: Session | None, entity: LegalEntity) -> Mapping[str, LinkState]:
        """How each link fared last, by `Step` and by `secret_step`."""
        return self._connections.look(session, Operation.KEY_VAULT, entity, lambda t: clouds.links(t, entity.id))

    def expiring(self, entity: LegalEntity) -> tuple[Expiring, ...]:
        """The secrets that expire within the days of *secret-warning*, or have; the first to go first.

        What was known when the vault was last asked; asks nobody, so that a watcher may call it often.
        """
        database = self._connections.operations.database
        given, entries = database.read(lambda t: (company.parameters(t, entity.id), clouds.secrets(t, entity.id)))
        now, days = self._connections.clock(), SECRET_WARNING.of(given)
        found = [
            Expiring(entry.name, entry.expires, left)
            for entry in entries
            if entry.expires is not None and (left := days_left(entry.expires, now)) is not None and left < days
        ]
        return tuple(sorted(found, key=lambda one: one.expires))


def secret_step(name: str) -> str:
    """The link of one secret of the list."""
    return f"{Step.SECRET} {name}"


def set_parameter(writing: Writing, entity: LegalEntity, name: str, value: str) -> None:
    """Store a parameter and note the change, if it is one."""
    before = company.parameters(writing.transaction, entity.id).get(name, "")
    if before != value:
        company.set_parameter(writing.transaction, entity.id, name, value)
        writing.note(f"{name} {entity.code}", None, before, value)
