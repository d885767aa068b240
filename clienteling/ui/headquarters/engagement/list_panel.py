"""All enrichments of the legal entity, or what account engagement is while there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.domain.enrichment import Enrichment, Run
from clienteling.domain.operations import Operation
from clienteling.ui.headquarters.engagement.words import next_words, run_state_tone, run_state_words, standing
from clienteling.ui.lists.table import DataTable
from clienteling.ui.lists.table_column import Column, Pill
from clienteling.ui.theme import PAGE_PADDING
from clienteling.ui.till import Till
from clienteling.ui.widgets import button
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.page_head import PageHead


@dataclass(frozen=True, slots=True)
class Line:
    """An enrichment with its last run, the last that came to a good end, and how many have failed since."""

    enrichment: Enrichment
    last: Run | None
    successful: Run | None
    failures: int = 0


class ListPanel(QWidget):
    """`opened` gives the key of an enrichment, `add_asked` that somebody wants another."""

    opened = Signal(object)
    add_asked = Signal()

    def __init__(self, till: Till) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._till = till
        self.add = Button(translate("AccountEngagement", "Enrich my data"), icon="plus", kind=button.Kind.PRIMARY)
        self.add.clicked.connect(self.add_asked)
        till.explain(self.add, Operation.ENGAGEMENT)
        self.table = DataTable(translate("AccountEngagement", "Enrichments"), self._columns())
        self.table.set_empty(
            "mails",
            translate("AccountEngagement", "Account engagement: data from Microsoft 365"),
            translate(
                "AccountEngagement",
                "How much business customers and we have to do with each other, from who wrote to whom and who met "
                "whom. What was written is never read.",
            ),
            primary=translate("AccountEngagement", "Enrich my data"),
        )
        self.table.state.primary.connect(self.add_asked)
        # Until it is read nobody knows what is offered.
        self.add.hide()
        self.table.show_loading()
        self.table.opened.connect(lambda line: self.opened.emit(line.enrichment.id))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        rows.setSpacing(0)
        rows.addWidget(PageHead(translate("AccountEngagement", "Account engagement"), self.add))
        rows.addWidget(self.table, 1)

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.add.setVisible(bool(lines))
        self.table.show_rows(lines)

    def _columns(self) -> tuple[Column[Line], ...]:
        translate, formats, now = QCoreApplication.translate, self._till.formats, self._till.now
        return (
            Column(
                translate("AccountEngagement", "Name"),
                lambda line: line.enrichment.settings.name,
                weight=2,
                width=180,
                note=lambda line: line.enrichment.settings.table,
                strong=True,
            ),
            Column(
                translate("AccountEngagement", "Status"),
                lambda line: "",
                width=170,
                pill=lambda line: Pill(*standing(line.enrichment)),
                sort_key=lambda line: standing(line.enrichment)[0],
            ),
            Column(
                translate("AccountEngagement", "Customers enriched"),
                lambda line: formats.number(line.successful.accounts) if line.successful else "–",
                at_end=True,
                sort_key=lambda line: line.successful.accounts if line.successful else None,
            ),
            Column(
                translate("AccountEngagement", "Last run"),
                lambda line: formats.moment(line.last.ended or line.last.queued, now()) if line.last else "–",
                width=200,
                weight=2,
                pill=lambda line: (
                    Pill(run_state_words(line.last.state), run_state_tone(line.last.state)) if line.last else None
                ),
                sort_key=lambda line: line.last.queued if line.last else None,
            ),
            Column(
                translate("AccountEngagement", "Schedule"),
                lambda line: next_words(line.enrichment, formats, now(), line.failures),
                width=180,
                muted=True,
            ),
        )
