"""Diagnostics: each link to the clouds, when it worked last and what went wrong last, to be copied."""

from collections.abc import Mapping
from datetime import UTC

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from clienteling import __version__
from clienteling.domain.audit import Changes
from clienteling.domain.cloud_state import LinkState, Step
from clienteling.ui.failure import show_failure
from clienteling.ui.headquarters.clouds.words import link_pill, link_words
from clienteling.ui.lists.table import DataTable
from clienteling.ui.lists.table_column import Column
from clienteling.ui.messages import problem_message
from clienteling.ui.page import Page
from clienteling.ui.theme import PAGE_PADDING
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.label import Label
from clienteling.ui.widgets.page_head import PageHead


class DiagnosticsPage(Page):
    """*Copy* gives times, codes and correlation IDs: no secret, no name, no address of a customer."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        translate = QCoreApplication.translate
        self.copy_button = Button(translate("Diagnostics", "Copy"), icon="copy")
        self.links = DataTable(translate("Diagnostics", "Links"), self._columns(), opens=False)
        self.links.set_empty(
            "stethoscope",
            translate("Diagnostics", "No link was tried yet"),
            translate("Diagnostics", "Enter the Key Vault parameters and validate a secret; it shows here then."),
            primary=translate("Diagnostics", "Open Key Vault"),
        )
        self.detail = Label(wrap=True)
        self.detail.setMinimumHeight(56)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(12)
        column.addWidget(PageHead(translate("Diagnostics", "Diagnostics"), self.copy_button))
        column.addWidget(self.links, 1)
        column.addWidget(self.detail)
        self.copy_button.clicked.connect(self._copy)
        self.links.selected.connect(self._show_detail)
        self.links.state.primary.connect(self._next_step)
        self._failed = False

    def _columns(self) -> list[Column[LinkState]]:
        translate, till = QCoreApplication.translate, self._till
        order = {step.value: place for place, step in enumerate(Step)}

        def at(moment: object) -> str:
            return till.formats.moment(moment, till.now()) if moment is not None else "–"  # type: ignore[arg-type]

        return [
            Column[LinkState](translate("Diagnostics", "Link"), lambda s: link_words(s.step), width=240, weight=3,
                              strong=True, sort_key=lambda s: order.get(s.step, len(order))),
            Column[LinkState](translate("Diagnostics", "Now"), lambda _: "", pill=link_pill, width=180, weight=2),
            Column[LinkState](translate("Diagnostics", "Last success"), lambda s: at(s.succeeded), width=130,
                              sort_key=lambda s: s.succeeded),
            Column[LinkState](translate("Diagnostics", "Last error"), lambda s: at(s.failed), width=130,
                              note=lambda s: s.code, sort_key=lambda s: s.failed),
            Column[LinkState](translate("Diagnostics", "Correlation ID"), lambda s: s.correlation_id or "–", width=160,
                              weight=2, muted=True),
        ]  # fmt: skip

    def activate(self, argument: object) -> None:
        self._read()
        self.links.setFocus()

    def refresh(self, changes: Changes) -> None:
        self._read()

    def report(self) -> str:
        """What is copied: one line for each link."""
        lines = [f"clienteling {__version__}"]
        for state in self.links.rows:
            moments = [("ok", state.succeeded), ("failed", state.failed)]
            said = [f"{word} {at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" for word, at in moments if at is not None]
            step = state.step if state.step in set(Step) else Step.SECRET.value
            lines.append(", ".join(filter(None, (step, *said, state.code, state.correlation_id))))
        return "\n".join(lines)

    def _read(self) -> None:
        till, session = self._till, self._till.session
        vaults = till.services.clouds.key_vaults
        self.links.show_loading()
        till.tasks.query(
            self,
            lambda: vaults.states(session, session.legal_entity),
            self._show,
            key="links",
            failed=self._fail,
        )

    def _show(self, states: Mapping[str, LinkState]) -> None:
        order = {step.value: place for place, step in enumerate(Step)}
        self._failed = False
        rows = sorted(states.values(), key=lambda state: (order.get(state.step, len(order)), state.step))
        self.links.show_rows(rows)
        self.copy_button.setEnabled(bool(rows))
        self._show_detail(self.links.current())

    def _show_detail(self, state: LinkState | None) -> None:
        problem = state.problem if state is not None else None
        self.detail.setText(problem_message(problem) if problem is not None else "")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())
        self._till.messages.toast(QCoreApplication.translate("Diagnostics", "Copied"), icon="copy")

    def _next_step(self) -> None:
        if self._failed:
            self._read()
        else:
            self.go.emit("key_vault", None)

    def _fail(self, error: Exception) -> None:
        self._failed = True
        words = QCoreApplication.translate("Diagnostics", "The links could not be read")
        show_failure(self.links.state, words, error)
        self.links.show_state()
