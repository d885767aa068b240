"""Entra ID parameters: the tenant, and its applications by which workers sign in and mailboxes are read."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout

from clienteling.domain.audit import Changes
from clienteling.domain.errors import Invalid, Problem
from clienteling.domain.parameters import ENTRA_TENANT, ENTRA_WORKER_CLIENT, GRAPH_APPLICATION, GRAPH_SECRET
from clienteling.ui.failure import copy_details, show_failure
from clienteling.ui.headquarters.clouds.scrolled import Columns
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.page import Page
from clienteling.ui.theme import PAGE_PADDING, STRONG, TEXT_TITLE
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.form import Form
from clienteling.ui.widgets.form_fields import FormField, Heading, TextInput
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.state_page import StatePage

REDIRECT = "http://localhost"
_SIGN_IN = {"tenant": ENTRA_TENANT, "client": ENTRA_WORKER_CLIENT}
_FIELDS = {**_SIGN_IN, "graph": GRAPH_APPLICATION, "secret": GRAPH_SECRET}
_PLACES = {parameter.key: name for name, parameter in _FIELDS.items()}


class EntraPage(Page):
    """Nothing secret is entered here: one application is a public one, of the other the secret is in the key vault."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        self._error: Exception | None = None
        translate = QCoreApplication.translate
        self.save_button = Button(translate("EntraPage", "Save"), kind=Kind.PRIMARY)
        self.form = Form(_fields(), till.formats.locale, till.formats.today(till.now()))
        self.form.set_values({})
        self.banner = Banner(weight=Weight.NOTE, icon="info")
        self.workers = Button(translate("EntraPage", "Workers"), icon="users")
        self.roles = Button(translate("EntraPage", "Account roles"), icon="badge-check")
        self.state = StatePage()
        self._lay_out()
        self.save_button.clicked.connect(self.save)
        self.form.edited.connect(self._show_saving)
        self.workers.clicked.connect(lambda: self.go.emit("headquarters", ("workers", None)))
        self.roles.clicked.connect(lambda: self.go.emit("headquarters", ("app_roles", None)))
        self.state.primary.connect(self._read)
        self.state.plain.connect(self._copy_details)

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        columns = Columns()
        columns.left.addWidget(self.banner)
        columns.left.addWidget(self.form)
        for title, text in _steps():
            columns.right.addWidget(Label(title, size=TEXT_TITLE, weight=STRONG, wrap=True))
            columns.right.addWidget(Label(text, tone=Tone.MUTED, wrap=True))
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self.workers)
        bar.addWidget(self.roles)
        bar.addStretch(1)
        columns.right.addLayout(bar)
        columns.end()
        self._content = columns
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 0)
        column.setSpacing(0)
        column.addWidget(PageHead(translate("EntraPage", "Entra ID parameters"), self.save_button))
        column.addLayout(self._stack, 1)
        self._stack.addWidget(columns)
        self._stack.addWidget(self.state)

    # As pages do

    def activate(self, argument: object) -> None:
        self._read()
        self.form.focus_first()

    def refresh(self, changes: Changes) -> None:
        self._read()

    def _read(self) -> None:
        till = self._till
        entity = till.session.legal_entity
        given = till.services.parameters.given
        till.tasks.query(self, lambda: given(entity), self._show, key="read", failed=self._fail)

    def _show(self, given: Mapping[str, str]) -> None:
        self._error = None
        self._stack.setCurrentWidget(self._content)
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
        self._show_saving()

    def _show_saving(self) -> None:
        self.save_button.setEnabled(self.form.is_dirty)

    def save(self) -> None:
        """Save what is entered; what is wrong stands at its field."""
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

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Invalid) and error.field in _PLACES:
            self.form.show_errors({_PLACES[error.field]: problem_message(error)})
        elif isinstance(error, Problem):
            self.banner.set_weight(Weight.DANGER, "circle-alert")
            self.banner.say(problem_title(error), problem_message(error))

    def _fail(self, error: Exception) -> None:
        self._error = error
        words = QCoreApplication.translate("EntraPage", "The Entra ID parameters could not be read")
        show_failure(self.state, words, error)
        self._stack.setCurrentWidget(self.state)

    def _copy_details(self) -> None:
        if self._error is not None:
            copy_details(self.state, self._error)


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
