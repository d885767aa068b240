"""Key Vault parameters: the vault, who reads it, and the list of secrets with what is known of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from clienteling.domain import audit
from clienteling.domain.audit import Changes
from clienteling.domain.cloud_state import LinkState, SecretEntry, VaultParameters
from clienteling.domain.errors import Problem
from clienteling.domain.parameters import ENTRA_TENANT, SECRET_WARNING
from clienteling.services.cloud.key_vaults import secret_step
from clienteling.ui.headquarters.clouds.parameters_page import ParametersPage
from clienteling.ui.headquarters.clouds.secret_form import SecretForm
from clienteling.ui.headquarters.clouds.words import expiry_pill, link_pill
from clienteling.ui.lists.table import DataTable
from clienteling.ui.lists.table_column import Column
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.tasks import Lane
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.form import Form
from clienteling.ui.widgets.form_fields import FormField, Heading, SecretInput, TextInput

_TABLE_HEIGHT = 54 + 4 * 52
_PLACES = {"url": "url", "client": "client", "secret-key": "secret_key", ENTRA_TENANT.key: "tenant"}


@dataclass(frozen=True, slots=True)
class _Read:
    """What the page shows."""

    vault: VaultParameters
    has_key: bool | None
    secrets: tuple[SecretEntry, ...]
    states: Mapping[str, LinkState]
    given: Mapping[str, str]


class KeyVaultPage(ParametersPage):
    """The secret key goes to the credential store of this machine and is never shown again."""

    def __init__(self, till: Till) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            till,
            Form(_fields(), till.formats.locale, till.formats.today(till.now())),
            translate("KeyVault", "Key Vault parameters"),
            translate("KeyVault", "The Key Vault parameters could not be read"),
            _PLACES,
        )
        self._states: Mapping[str, LinkState] = {}
        self._warning_days = SECRET_WARNING.default
        self.form.set_values({})
        self.secrets = DataTable(translate("KeyVault", "Secrets"), self._table_columns(), opens=False)
        self.secrets.setFixedHeight(_TABLE_HEIGHT)
        self.secrets.set_empty(
            "key-round",
            translate("KeyVault", "No secrets yet"),
            translate("KeyVault", "Add one below: a name for it, and where it is in the vault."),
        )
        self.validate_button = Button(translate("KeyVault", "Validate all"), icon="shield-check")
        self.secret = SecretForm(till)
        self.outcome = Banner(weight=Weight.ACCENT, icon="circle-check")
        self._fill()
        self.validate_button.clicked.connect(lambda: self.validate(tuple(e.name for e in self.secrets.rows)))
        self.secrets.selected.connect(self.secret.show_entry)
        self.secret.save_asked.connect(self._save_secret)
        self.secret.delete_asked.connect(self._delete_secret)
        self.secret.validate_asked.connect(lambda name: self.validate((name,)))

    def _fill(self) -> None:
        bar = QHBoxLayout()
        bar.addStretch(1)
        bar.addWidget(self.validate_button)
        self.columns.right.addWidget(self.secrets)
        self.columns.right.addLayout(bar)
        self.columns.right.addWidget(self.outcome)
        self.columns.right.addWidget(self.secret)
        self.columns.end()
        self.outcome.hide()

    def _table_columns(self) -> list[Column[SecretEntry]]:
        translate = QCoreApplication.translate
        now = self._till.now
        return [
            Column[SecretEntry](translate("KeyVault", "Secret"), lambda e: e.name, width=120, weight=2, strong=True,
                                note=lambda e: e.description or e.reference),
            Column[SecretEntry](translate("KeyVault", "Expires"), lambda e: "" if e.expires else "–", width=130,
                                pill=lambda e: expiry_pill(e, now(), self._warning_days), sort_key=lambda e: e.expires),
            Column[SecretEntry](translate("KeyVault", "State"), lambda _: "", width=150,
                                pill=lambda e: link_pill(self._states.get(secret_step(e.name)))),
        ]  # fmt: skip

    def _read(self) -> None:
        till = self._till
        vaults, session = till.services.clouds.key_vaults, till.session
        entity = session.legal_entity

        def work() -> _Read:
            vault = vaults.parameters(session, entity)
            try:
                has_key: bool | None = vaults.has_secret_key(session, entity)
            except Problem:
                # The store is not there or stays locked: saving and Validate say which.
                has_key = None
            secrets, states = vaults.secrets(session, entity), vaults.states(session, entity)
            return _Read(vault, has_key, secrets, states, till.services.parameters.given(entity))

        # A locked credential store waits for somebody to unlock it: nobody's reading waits for that.
        till.tasks.query(self, work, self._show, key="read", failed=self._fail, lane=Lane.CLOUD)

    def _show(self, read: _Read) -> None:
        self._show_content()
        self._states, self._warning_days = read.states, SECRET_WARNING.of(read.given)
        if not self.form.is_dirty:
            tenant = ENTRA_TENANT.of(read.given)
            self.form.set_fields(_fields(has_key=read.has_key))
            self.form.set_values({"url": read.vault.url, "client": read.vault.client, "tenant": tenant})
        current = self.secrets.current()
        self.secrets.blockSignals(True)
        self.secrets.show_rows(read.secrets)
        same = next((entry for entry in read.secrets if current and entry.name == current.name), None)
        if same is not None:
            self.secrets.select(same)
        self.secrets.blockSignals(False)
        self.validate_button.setEnabled(bool(read.secrets))
        self._show_saving()

    # The vault

    def save(self) -> None:
        values = self.form.read()
        if values is None:
            return
        till, session = self._till, self._till.session
        entity = session.legal_entity
        typed = values["secret_key"] or None

        def work() -> Changes:
            changes = till.services.clouds.key_vaults.set_parameters(
                session, entity, values["url"], values["client"], typed
            )
            if values["tenant"] != ENTRA_TENANT.of(till.services.parameters.given(entity)):
                till.services.parameters.set(session, entity, ENTRA_TENANT.key, values["tenant"])
            return changes

        self._write(work, QCoreApplication.translate("KeyVault", "Saved"), self._saved, self._refuse)

    def _saved(self) -> None:
        self.banner.hide()
        self.form.set_values({**self.form.values(), "secret_key": ""})

    # The secrets

    def _save_secret(self, name: str, reference: str, description: str) -> None:
        till, session = self._till, self._till.session
        vaults = till.services.clouds.key_vaults
        self._write(
            lambda: vaults.save_secret(session, session.legal_entity, name, reference, description),
            QCoreApplication.translate("KeyVault", "The secret is in the list"),
            lambda: self.secret.show_entry(None),
            self.secret.refuse,
        )

    def _delete_secret(self, name: str) -> None:
        till, session = self._till, self._till.session
        self._write(
            lambda: till.services.clouds.key_vaults.delete_secret(session, session.legal_entity, name),
            QCoreApplication.translate("KeyVault", "The secret is off the list; the vault still has it"),
            lambda: self.secret.show_entry(None),
            self.secret.refuse,
        )

    def validate(self, names: tuple[str, ...]) -> None:
        """Read secrets from the vault, and say of each whether that works, or what stands in the way."""
        till, session = self._till, self._till.session
        vaults, entity = till.services.clouds.key_vaults, session.legal_entity
        self._show_validating(validating=True)

        def work() -> dict[str, Problem | None]:
            found: dict[str, Problem | None] = {}
            for name in names:
                try:
                    vaults.validate(session, entity, name)
                    found[name] = None
                except Problem as problem:
                    found[name] = problem
            return found

        till.tasks.query(self, work, self._show_outcome, key="validate", failed=self._fail, lane=Lane.CLOUD)

    def _show_validating(self, *, validating: bool) -> None:
        translate = QCoreApplication.translate
        words = translate("KeyVault", "Validating…") if validating else translate("KeyVault", "Validate all")
        self.validate_button.set_label(words)
        self.validate_button.setEnabled(not validating)

    def _show_outcome(self, found: Mapping[str, Problem | None]) -> None:
        translate = QCoreApplication.translate
        self._show_validating(validating=False)
        bad = {name: problem for name, problem in found.items() if problem is not None}
        if bad:
            title = problem_title(next(iter(bad.values())))
            lines = [f"{name}: {problem_message(problem)}" for name, problem in bad.items()]
            self.outcome.set_weight(Weight.DANGER, "circle-alert")
            self.outcome.say(title, "\n".join(lines))
        else:
            self.outcome.set_weight(Weight.ACCENT, "circle-check")
            words = translate("KeyVault", "All {number} secrets can be read.").format(number=len(found))
            self.outcome.say(words if len(found) > 1 else translate("KeyVault", "The secret can be read."))
        self.outcome.show()
        # What the vault said of when secrets end concerns others, too.
        self._till.tasks.changed.emit(Changes(frozenset({audit.Kind.CLOUDS})))
        self._read()

    # How it goes

    def _write(
        self,
        work: Callable[[], Changes],
        words: str,
        then: Callable[[], object],
        refuse: Callable[[Problem], object],
    ) -> None:
        till = self._till

        def done(changes: Changes) -> None:
            then()
            till.messages.toast(words)
            till.tasks.changed.emit(changes)
            self._read()

        def failed(error: Exception) -> None:
            if isinstance(error, Problem):
                refuse(error)

        # The credential store may wait for somebody to unlock it.
        till.tasks.query(self, work, done, failed=failed, lane=Lane.CLOUD)

    def _fail(self, error: Exception) -> None:
        self._show_validating(validating=False)
        super()._fail(error)


def _fields(*, has_key: bool | None = None) -> tuple[FormField | Heading, ...]:
    translate = QCoreApplication.translate
    known: dict[Any, str] = {
        True: translate("KeyVault", "It is in the credential store of this machine. Type another one to replace it."),
        False: translate(
            "KeyVault", "It is not on this machine yet. It is kept in its credential store, nowhere else."
        ),
        None: translate("KeyVault", "It is kept in the credential store of this machine, nowhere else."),
    }
    return (
        Heading(
            translate("KeyVault", "The vault"),
            translate("KeyVault", "Secrets stay in Azure Key Vault. Here is where it is, and who may read it."),
        ),
        TextInput("url", translate("KeyVault", "Key Vault URL"), placeholder="https://NAME.vault.azure.net"),
        TextInput("tenant", translate("KeyVault", "Tenant"), hint=translate("KeyVault", "An ID or a domain.")),
        TextInput(
            "client", translate("KeyVault", "Key Vault client"), hint=translate("KeyVault", "An application ID.")
        ),
        SecretInput("secret_key", translate("KeyVault", "Key Vault secret key"), hint=known[has_key]),
    )
