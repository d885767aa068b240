"""Customer Insights parameters (Commerce parameters, Clienteling): entered, enabled step by step, and pulled."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from clienteling.domain.audit import Changes
from clienteling.domain.cloud_problems import Stopped
from clienteling.domain.cloud_state import InsightsParameters, LinkState, PullState, SecretEntry, Step, Trying
from clienteling.domain.errors import Problem
from clienteling.domain.parameters import INSIGHTS_HOURS, INSIGHTS_SUBSCRIPTION_KEY
from clienteling.ui.headquarters.clouds.chain_view import ChainView
from clienteling.ui.headquarters.clouds.insights_form import PLACES, InsightsForm, Listed
from clienteling.ui.headquarters.clouds.parameters_page import ParametersPage
from clienteling.ui.headquarters.clouds.pull_box import PullBox
from clienteling.ui.messages import problem_message
from clienteling.ui.tasks import Lane
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.switch import Switch


@dataclass(frozen=True, slots=True)
class _Read:
    """What the page shows of what is stored."""

    parameters: InsightsParameters
    secrets: tuple[SecretEntry, ...]
    states: Mapping[str, LinkState]
    pull: PullState | None
    given: Mapping[str, str]


class InsightsPage(ParametersPage):
    """*Enable Customer Insights* tries the whole chain; any failure returns it to No, with the reason."""

    form: InsightsForm

    def __init__(self, till: Till) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            till,
            InsightsForm(till),
            translate("Insights", "Customer Insights"),
            translate("Insights", "The Customer Insights parameters could not be read"),
            PLACES,
        )
        self._read_in: _Read | None = None
        self._trying = False
        self._stop = threading.Event()
        self.head.note.setText(translate("Insights", "Commerce parameters · Clienteling"))
        self.list_button = Button(translate("Insights", "List what there is"), icon="refresh-cw")
        self.listed = Label(tone=Tone.MUTED, wrap=True)
        self.enable = Switch(translate("Insights", "Enable Customer Insights"))
        self.enabled = Label(tone=Tone.MUTED, wrap=True)
        self.chain = ChainView(till)
        self.pull = PullBox(till)
        self._news = _News(till.tasks)
        self._fill()
        self._connect()

    def _connect(self) -> None:
        self.list_button.clicked.connect(self.save)
        self.enable.clicked.connect(self._switch)
        self.pull.pull_asked.connect(self.run_pull)
        self.pull.cancel_asked.connect(self._cancel)
        self.pull.scheduled.connect(self._schedule)
        self._news.moved.connect(self.chain.advance)
        self._news.pulled.connect(self._show_progress)
        self._news.heard.connect(self._till.tasks.changed)
        self._till.tasks.closing.connect(self._stop_now)

    def _fill(self) -> None:
        listing = QHBoxLayout()
        listing.setSpacing(12)
        listing.addWidget(self.list_button)
        listing.addWidget(self.listed, 1)
        self.columns.left.addLayout(listing)
        for part in (self.enable, self.enabled, self.chain, self.pull):
            self.columns.right.addWidget(part)
        self.columns.end()

    def _read(self) -> None:
        till, session = self._till, self._till.session
        clouds, entity = till.services.clouds, session.legal_entity

        def work() -> _Read:
            return _Read(
                clouds.insights.parameters(session, entity),
                clouds.key_vaults.secrets(session, entity),
                clouds.insights.states(session, entity),
                clouds.pull.state(entity),
                till.services.parameters.given(entity),
            )

        till.tasks.query(self, work, self._show, key="read", failed=self._fail)

    def _show(self, read: _Read) -> None:
        first, self._read_in = self._read_in is None, read
        self._show_content()
        self.form.show_parameters(read.parameters, read.secrets)
        self.pull.show_state(read.pull, INSIGHTS_HOURS.of(read.given), enabled=read.parameters.enabled)
        if not self._trying:
            self.enable.setChecked(read.parameters.enabled)
            self.chain.show_states(read.states, bool(INSIGHTS_SUBSCRIPTION_KEY.of(read.given)))
            self._show_enabled(read)
        self._show_saving()
        if first and read.parameters.application_id and read.parameters.secret:
            self.list_choices()

    def _show_enabled(self, read: _Read) -> None:
        translate = QCoreApplication.translate
        if read.parameters.enabled:
            words = translate("Insights", "Yes. Cards show the measures before the attributes.")
        elif any(state.problem is not None for step, state in read.states.items() if step in set(Step)):
            words = translate("Insights", "No, the check failed. Cards keep their last known values, with their age.")
        else:
            words = translate("Insights", "No. Switched on, the whole chain is tried below.")
        self.enabled.setText(words)

    # What is entered

    def save(self) -> None:
        """Save what is entered, and list what there is to choose from with it."""
        self._save(self.list_choices)

    def _save(self, then: Callable[[], None]) -> None:
        entered = self.form.entered()
        if entered is None:
            return
        till, session = self._till, self._till.session
        was_dirty = self.form.is_dirty

        def done(_changes: Changes) -> None:
            self.banner.hide()
            self.form.set_values(self.form.values())
            self._show_saving()
            if was_dirty:
                till.messages.toast(QCoreApplication.translate("Insights", "Saved"))
            then()

        insights, entity = till.services.clouds.insights, session.legal_entity
        till.tasks.command(self, lambda: insights.set_parameters(session, entity, **entered), done, self._refuse)

    def _refuse(self, error: Exception) -> None:
        self._show_tried()
        super()._refuse(error)

    def list_choices(self) -> None:
        """Ask the service what there is to choose from."""
        till, session = self._till, self._till.session
        insights, entity = till.services.clouds.insights, session.legal_entity
        self.listed.setText(QCoreApplication.translate("Insights", "Asking the service…"))
        self.list_button.setEnabled(False)

        def work() -> tuple[Listed, Problem | None]:
            environments = insights.environments(session, entity)
            try:
                columns, measures = insights.alternate_ids(session, entity), insights.measures(session, entity)
            except Problem as problem:
                # Such as: no environment is chosen yet, of several.
                return Listed(environments), problem
            return Listed(environments, columns, measures), None

        till.tasks.query(self, work, self._show_listed, key="list", failed=self._not_listed, lane=Lane.CLOUD)

    def _show_listed(self, found: tuple[Listed, Problem | None]) -> None:
        listed, problem = found
        self.list_button.setEnabled(True)
        self.form.show_listed(listed)
        if problem is not None:
            self.listed.setText(problem_message(problem))
            return
        words = QCoreApplication.translate(
            "Insights", "The service lists {environments} environments and {measures} measures."
        )
        counts = {"environments": len(listed.environments), "measures": len(listed.measures)}
        self.listed.setText(words.format(**counts))

    def _not_listed(self, error: Exception) -> None:
        self.list_button.setEnabled(True)
        if isinstance(error, Problem):
            words = QCoreApplication.translate("Insights", "The service could not be asked: {reason}")
            self.listed.setText(words.format(reason=problem_message(error)))

    # On and off

    def _switch(self, on: bool) -> None:
        if on:
            self._trying = True
            self.enable.setEnabled(False)
            self._save(self._try)
            if self.form.errors():
                self._show_tried()
            return
        till, session = self._till, self._till.session
        insights, entity = till.services.clouds.insights, session.legal_entity
        till.tasks.command(self, lambda: insights.disable(session, entity), lambda _: self._read(), self._refuse)

    def _try(self) -> None:
        till, session, news = self._till, self._till.session, self._news
        insights = till.services.clouds.insights
        self.enabled.setText(QCoreApplication.translate("Insights", "The chain is tried…"))
        given = self._read_in.given if self._read_in else {}
        self.chain.begin(bool(INSIGHTS_SUBSCRIPTION_KEY.of(given)))
        till.tasks.query(
            self,
            lambda: insights.enable(session, session.legal_entity, news.move),
            self._enabled,
            key="enable",
            failed=self._not_enabled,
            lane=Lane.CLOUD,
        )

    def _enabled(self, changes: Changes) -> None:
        self._show_tried()
        self._till.messages.toast(QCoreApplication.translate("Insights", "Customer Insights is on"))
        self._till.tasks.changed.emit(changes)
        self._read()
        self.list_choices()

    def _not_enabled(self, error: Exception) -> None:
        """The chain says which step it was; it is No again."""
        self._show_tried()
        self._read()

    def _show_tried(self) -> None:
        self._trying = False
        self.enable.setEnabled(True)
        self.enable.setChecked(bool(self._read_in and self._read_in.parameters.enabled))

    # The pull

    def run_pull(self) -> None:
        """Pull now; cards follow by themselves."""
        till, session, news = self._till, self._till.session, self._news
        pull = till.services.clouds.pull
        self._stop = stop = threading.Event()
        self.pull.show_running(running=True)
        till.tasks.query(
            self,
            lambda: pull.run(session, session.legal_entity, news.pull, stop, news.hear),
            self._pulled,
            key="pull",
            failed=self._not_pulled,
            lane=Lane.CLOUD,
        )

    def _cancel(self) -> None:
        self._stop.set()
        self.pull.show_cancelling()

    def _stop_now(self) -> None:
        self._stop.set()

    def _show_progress(self, state: PullState) -> None:
        if not self._stop.is_set():
            self.pull.show_progress(state)

    def _pulled(self, state: PullState) -> None:
        self.pull.show_running(running=False)
        words = QCoreApplication.translate("Insights", "Pulled: {changed} customers changed")
        self._till.messages.toast(words.format(changed=self._till.formats.number(state.changed)))
        self._read()

    def _not_pulled(self, error: Exception) -> None:
        self.pull.show_running(running=False)
        if isinstance(error, Stopped):
            self._till.messages.toast(problem_message(error))
        elif isinstance(error, Problem):
            self.pull.show_failure(error)
        self._read()

    def _schedule(self, hours: int) -> None:
        till, session = self._till, self._till.session
        set_parameter, entity = till.services.parameters.set, session.legal_entity
        till.tasks.command(
            self,
            lambda: set_parameter(session, entity, INSIGHTS_HOURS.key, str(hours)),
            lambda _: self._read(),
            self._refuse,
        )


class _News(QObject):
    """Carries what happens on the lane to the GUI thread. Lives on when the page is gone."""

    moved = Signal(object, object, object)
    pulled = Signal(object)
    heard = Signal(object)

    def move(self, step: Step, trying: Trying, problem: Problem | None) -> None:
        self.moved.emit(step, trying, problem)

    def pull(self, state: PullState) -> None:
        self.pulled.emit(state)

    def hear(self, changes: Changes) -> None:
        self.heard.emit(changes)
