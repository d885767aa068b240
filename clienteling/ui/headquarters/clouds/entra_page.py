"""Entra ID parameters: the tenant, and its applications by which workers sign in and mailboxes are read."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from clienteling.domain.audit import Changes
from clienteling.domain.parameters import ENTRA_TENANT, ENTRA_WORKER_CLIENT, GRAPH_APPLICATION, GRAPH_SECRET
from clienteling.ui.headquarters.clouds.parameters_page import ParametersPage
from clienteling.ui.theme import STRONG, TEXT_TITLE
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Weight
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.form import Form
from clienteling.ui.widgets.form_fields import FormField, Heading, TextInput
from clienteling.ui.widgets.label import Label, Tone

REDIRECT = "http://localhost"
_SIGN_IN = {"tenant": ENTRA_TENANT, "client": ENTRA_WORKER_CLIENT}
_FIELDS = {**_SIGN_IN, "graph": GRAPH_APPLICATION, "secret": GRAPH_SECRET}
_PLACES = {parameter.key: name for name, parameter in _FIELDS.items()}


class EntraPage(ParametersPage):
    """Nothing secret is entered here: one application is a public one, of the other the secret is in the key vault."""

    def __init__(self, till: Till) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            till,
            Form(_fields(), till.formats.locale, till.formats.today(till.now())),
            translate("EntraPage", "Entra ID parameters"),
            translate("EntraPage", "The Entra ID parameters could not be read"),
            _PLACES,
        )
        self.form.set_values({})
        self.workers = Button(translate("EntraPage", "Workers"), icon="users")
        self.roles = Button(translate("EntraPage", "Account roles"), icon="badge-check")
        self._fill()
        self.workers.clicked.connect(lambda: self.go.emit("headquarters", ("workers", None)))
        self.roles.clicked.connect(lambda: self.go.emit("headquarters", ("app_roles", None)))

    def _fill(self) -> None:
        for title, text in _steps():
            self.columns.right.addWidget(Label(title, size=TEXT_TITLE, weight=STRONG, wrap=True))
            self.columns.right.addWidget(Label(text, tone=Tone.MUTED, wrap=True))
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self.workers)
        bar.addWidget(self.roles)
        bar.addStretch(1)
        self.columns.right.addLayout(bar)
        self.columns.end()

    def _read(self) -> None:
        till = self._till
        entity = till.session.legal_entity
        given = till.services.parameters.given
        till.tasks.query(self, lambda: given(entity), self._show, key="read", failed=self._fail)

    def _show(self, given: Mapping[str, str]) -> None:
        self._show_content()
        entered = {name: parameter.of(given) for name, parameter in _FIELDS.items()}
        if not self.form.is_dirty:
            self.form.set_values(entered)
        translate = QCoreApplication.translate
        if all(entered[name] for name in _SIGN_IN):
            self.banner.set_weight(Weight.ACCENT, "circle-check")
            self.banner.say(
                translate("EntraPage", "Tills offer the company account"),
                translate("EntraPage", "It stands below the password on the sign-in page and on the lock."),
            )
        else:
            self.banner.set_weight(Weight.NOTE, "info")
            self.banner.say(
                translate("EntraPage", "Tills ask for passwords and badges only"),
                translate("EntraPage", "With a tenant and an application they offer the company account, too."),
            )
        self.banner.show()
        self._show_saving()

    def save(self) -> None:
        values = self.form.read()
        if values is None:
            return
        till, session = self._till, self._till.session
        chosen = till.services.parameters.set_several
        texts = {parameter.key: str(values[name] or "") for name, parameter in _FIELDS.items()}
        till.tasks.command(self, lambda: chosen(session, session.legal_entity, texts), self._saved, self._refuse)

    def _saved(self, _changes: Changes) -> None:
        self.form.set_values(self.form.values())
        self._till.messages.toast(QCoreApplication.translate("EntraPage", "Saved"))
        self._read()


def _fields() -> tuple[FormField | Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading(
            translate("EntraPage", "Company account"),
            translate("EntraPage", "Workers can sign in at Microsoft Entra ID. Passwords and badges go on working."),
        ),
        TextInput("tenant", translate("EntraPage", "Tenant"), hint=translate("EntraPage", "An ID or a domain.")),
        TextInput(
            "client",
            translate("EntraPage", "Application ID"),
            hint=translate("EntraPage", "Of the application by which workers sign in. It has no secret."),
        ),
        Heading(
            translate("EntraPage", "Mailboxes"),
            translate(
                "EntraPage",
                "Account engagement reads them. Without an application here, that of Customer Insights does.",
            ),
        ),
        TextInput("graph", translate("EntraPage", "Application ID for Microsoft Graph")),
        TextInput(
            "secret",
            translate("EntraPage", "Name of its secret"),
            hint=translate("EntraPage", "In the list of secrets of Key Vault."),
        ),
    )


def _steps() -> tuple[tuple[str, str], ...]:
    """What an administrator does elsewhere."""
    translate = QCoreApplication.translate
    return (
        (
            translate("EntraPage", "1. Register the application"),
            translate(
                "EntraPage",
                "In Microsoft Entra ID, under “Mobile and desktop applications”, with the redirect address {address}. "
                "For codes on another device, allow public client flows.",
            ).format(address=REDIRECT),
        ),
        (
            translate("EntraPage", "2. Enter each worker’s account"),
            translate(
                "EntraPage",
                "By object ID and tenant ID, never by address. Who signs in before that is told both IDs; they stand "
                "in the audit, too.",
            ),
        ),
        (
            translate("EntraPage", "3. Map roles, if you use them"),
            translate(
                "EntraPage",
                "A role of the application can stand for a permission group. Without one, workers keep their own.",
            ),
        ),
    )
