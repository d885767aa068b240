"""Relationship intelligence at headquarters: enabling, consent, what works, and how health is made."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.errors import Conflict
from clienteling.domain.operations import Operation
from clienteling.domain.relationship.acquaintance import Introduction, Mail
from clienteling.domain.relationship.enabling import Intelligence
from clienteling.services.relationship.choices import Overview
from clienteling.ui.failure import copy_details, show_failure
from clienteling.ui.headquarters.relationship.computing import Computing
from clienteling.ui.headquarters.relationship.consent_banner import ConsentBanner
from clienteling.ui.headquarters.relationship.dialogs import IntroductionOptions, LocationDialog, RolesDialog
from clienteling.ui.headquarters.relationship.enable_panel import EnablePanel
from clienteling.ui.headquarters.relationship.health_panel import HealthPanel
from clienteling.ui.headquarters.relationship.parts_panel import PartsPanel
from clienteling.ui.headquarters.relationship.words import consent_mail
from clienteling.ui.messages import problem_message
from clienteling.ui.page import Page
from clienteling.ui.tasks import Lane
from clienteling.ui.theme import PAGE_PADDING, SPACE_4
from clienteling.ui.till import Till
from clienteling.ui.widgets import button
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.pill import State, StatusPill
from clienteling.ui.widgets.state_page import StatePage

_PARTS_WIDTH = 364


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows: how it stands, and for how many customers colleagues were found."""

    overview: Overview
    acquainted: int


class RelationshipPage(Page):
    """What is changed stands on the page until it is saved or discarded; consent and enabling happen at once."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._till = till
        self._found: Found | None = None
        self._chosen = Intelligence()
        self._error: Exception | None = None
        self.pill = StatusPill(translate("RelationshipPage", "Enabled"))
        self.unsaved = Label(translate("RelationshipPage", "Not saved"), tone=Tone.MUTED)
        self.discard = Button(translate("RelationshipPage", "Discard"))
        self.save = Button(translate("RelationshipPage", "Save"), kind=button.Kind.PRIMARY)
        self.disable = Button(translate("RelationshipPage", "Disable"))
        self.computing = Computing(till)
        self.banner = ConsentBanner(till.formats)
        self.parts = PartsPanel(till.formats)
        self.health = HealthPanel(till.formats)
        self.enabling = EnablePanel()
        self.state = StatePage()
        self.dialog: RolesDialog | IntroductionOptions | LocationDialog | None = None
        self._content = QScrollArea()
        self._lay_out()
        self._connect()

    # What the window tells

    def activate(self, argument: object) -> None:
        self._read()

    def refresh(self, changes: Changes) -> None:
        if not self.is_dirty and any(changes.concerns(kind) for kind in (Kind.COMPANY, Kind.BOOKS)):
            self._read()

    @property
    def is_dirty(self) -> bool:
        """Whether something is chosen that is not saved."""
        return self._found is not None and self._chosen != self._found.overview.chosen

    # Reading and showing

    def _read(self) -> None:
        self._till.tasks.query(self, self._look_up, self._show, key="overview", failed=self._fail)

    def _look_up(self) -> Found:
        """On the database's thread."""
        session, choices = self._till.session, self._till.services.relationships.choices
        entity = session.legal_entity
        return Found(choices.overview(session, entity), choices.acquainted(session, entity))

    def _show(self, found: Found) -> None:
        kept = self._chosen if self.is_dirty else found.overview.chosen
        self._found, self._chosen = found, kept
        translate, enabled = QCoreApplication.translate, found.overview.chosen.is_enabled
        self.pill.set_state(
            translate("RelationshipPage", "Enabled") if enabled else translate("RelationshipPage", "Not enabled"),
            State.OK if enabled else State.WARNING,
        )
        self.enabling.show_overview(found.overview)
        self._stack.setCurrentWidget(self._content if enabled else self.enabling)
        self._show_choices()
        self._recount()
        if enabled:
            self.computing.start()

    def _show_choices(self) -> None:
        if self._found is None:
            return
        overview = self._found.overview
        self.banner.show_force(overview.force, self._till.now())
        self.parts.show_choices(overview, self._chosen, self._found.acquainted)
        if self.health.analytics != self._chosen.analytics:
            self.health.show_analytics(self._chosen.analytics)
        self._show_dirty()

    def _show_dirty(self) -> None:
        enabled = self._found is not None and self._found.overview.chosen.is_enabled
        self.unsaved.setVisible(self.is_dirty)
        for command in (self.discard, self.save):
            command.setVisible(enabled)
            command.setEnabled(self.is_dirty)
        self.disable.setVisible(enabled and not self.is_dirty)

    def _recount(self) -> None:
        """What the choices would make of the customers, off the GUI thread."""
        analytics, entity = self.health.analytics, self._till.session.legal_entity
        computation = self._till.services.relationships.computation
        self._till.tasks.query(
            self,
            lambda: computation.distribution(entity, analytics),
            self.health.show_distribution,
            key="distribution",
            lane=Lane.CLOUD,
        )

    def _fail(self, error: Exception) -> None:
        self._error = error
        title = QCoreApplication.translate("RelationshipPage", "Relationship intelligence cannot be read")
        show_failure(self.state, title, error)
        self._stack.setCurrentWidget(self.state)

    def _copy_details(self) -> None:
        if self._error is not None:
            copy_details(self.state, self._error)

    # What the administrator does

    def _switch(self) -> None:
        self._choose(self.parts.applied(self._chosen))

    def _weigh(self) -> None:
        self._choose(replace(self._chosen, analytics=self.health.analytics))

    def _choose(self, chosen: Intelligence) -> None:
        self._chosen = chosen
        self._show_choices()

    def _discard(self) -> None:
        if self._found is not None:
            self._choose(self._found.overview.chosen)
            self._read()

    def _save(self) -> None:
        if self._found is None or not self.is_dirty:
            return
        chosen, version = self._chosen, self._found.overview.version
        session, choices = self._till.session, self._till.services.relationships.choices
        self.save.setEnabled(False)
        self._till.tasks.command(
            self,
            lambda: choices.save(session, session.legal_entity, chosen, version),
            lambda _: self._saved(),
            self._refused,
        )

    def _saved(self) -> None:
        self._till.messages.toast(QCoreApplication.translate("RelationshipPage", "Saved."))
        self._settle()

    def _settle(self) -> None:
        """What is stored is what the page shows from now on."""
        if self._found is not None:
            self._chosen = self._found.overview.chosen
        self._read()

    def _refused(self, error: Exception) -> None:
        self._show_dirty()
        self._till.messages.error(error)

    def _enable(self, licence: bool) -> None:
        session, choices = self._till.session, self._till.services.relationships.choices
        self._till.tasks.command(
            self,
            lambda: choices.enable(session, session.legal_entity, licence=licence),
            lambda _: self._settle(),
            self._not_enabled,
        )

    def _not_enabled(self, error: Exception) -> None:
        if isinstance(error, Conflict):
            self.enabling.refuse(problem_message(error))
        else:
            self._refused(error)

    def _disable(self) -> None:
        session, choices = self._till.session, self._till.services.relationships.choices
        words = QCoreApplication.translate("RelationshipPage", "Relationship intelligence is disabled.")

        def done(_changes: Changes) -> None:
            self._till.messages.toast(words, lambda: self._enable(False))
            self._settle()

        self._till.tasks.command(self, lambda: choices.disable(session, session.legal_entity), done, self._refused)

    def _consent(self) -> None:
        session, choices = self._till.session, self._till.services.relationships.choices
        self._till.tasks.command(
            self, lambda: choices.consent(session, session.legal_entity), lambda _: self._read(), self._refused
        )

    def _ask_by_mail(self) -> None:
        subject, body = consent_mail()
        if QDesktopServices.openUrl(QUrl(Mail("", subject, body).link)):
            return
        QGuiApplication.clipboard().setText(f"{subject}\n\n{body}")
        words = QCoreApplication.translate("RelationshipPage", "This machine has no mail program. The mail is copied.")
        self._till.messages.toast(words, icon="copy")

    # Options

    def _ask_roles(self) -> None:
        if self._found is not None:
            dialog = RolesDialog(self.window(), self._found.overview.roles, self._chosen.roles)
            dialog.taken.connect(self._take_roles)
            self._open(dialog)

    def _take_roles(self, roles: tuple[str, ...]) -> None:
        self._choose(replace(self._chosen, roles=roles))

    def _ask_introduction(self) -> None:
        dialog = IntroductionOptions(self.window(), self._chosen.introduction)
        dialog.taken.connect(self._take_introduction)
        self._open(dialog)

    def _take_introduction(self, introduction: Introduction) -> None:
        self._choose(replace(self._chosen, introduction=introduction))

    def _ask_location(self) -> None:
        if self._found is None:
            return
        overview, chosen = self._found.overview, self._chosen
        country = overview.legal_entity.country
        dialog = LocationDialog(self.window(), overview.needs, country, chosen.location, licence=chosen.licence)
        dialog.taken.connect(self._take_location)
        self._open(dialog)

    def _take_location(self, country: str, licence: bool) -> None:
        own = self._till.session.legal_entity.country
        self._choose(replace(self._chosen, location="" if country == own else country, licence=licence))

    def _open(self, dialog: RolesDialog | IntroductionOptions | LocationDialog) -> None:
        self.dialog = dialog
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(self._discard)
        self.disable.clicked.connect(self._disable)
        self.enabling.asked.connect(self._enable)
        self.banner.given.connect(self._consent)
        self.banner.asked_by_mail.connect(self._ask_by_mail)
        self.parts.changed.connect(self._switch)
        self.parts.roles_asked.connect(self._ask_roles)
        self.parts.introduction_asked.connect(self._ask_introduction)
        self.parts.location_asked.connect(self._ask_location)
        self.health.changed.connect(self._weigh)
        self.health.recount.connect(self._recount)
        self.computing.done.connect(self._recount)
        self.state.primary.connect(self._read)
        self.state.plain.connect(self._copy_details)
        for command in (self.save, self.disable, self.banner.give):
            self._till.explain(command, Operation.SET_UP)

    def _lay_out(self) -> None:
        head = PageHead(
            QCoreApplication.translate("RelationshipPage", "Relationship intelligence"),
            self.computing,
            self.unsaved,
            self.disable,
            self.discard,
            self.save,
        )
        row_of_head = head.layout()
        if isinstance(row_of_head, QHBoxLayout):
            row_of_head.insertWidget(1, self.pill)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, PAGE_PADDING)
        column.setSpacing(SPACE_4)
        column.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(SPACE_4)
        self.parts.setFixedWidth(_PARTS_WIDTH)
        row.addWidget(self.parts)
        row.addWidget(self.health, 1)
        column.addLayout(row)
        column.addStretch()
        self._content.setFrameShape(QFrame.Shape.NoFrame)
        self._content.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content.setWidgetResizable(True)
        self._content.setWidget(content)
        self._stack = QStackedLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addLayout(self._stack, 1)
        for part in (self._content, self.enabling, self.state):
            self._stack.addWidget(part)
