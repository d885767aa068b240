"""What an enrichment has found: its commands, the cards, the chart, a preview of its table, and its runs."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clienteling.domain.enrichment import FILES, Consent, Run
from clienteling.domain.operations import Operation
from clienteling.services.engagement.results import Overview
from clienteling.ui.headquarters.engagement.figures import CourseBox, EnrichedBox, ProcessedBox
from clienteling.ui.headquarters.engagement.run_box import RunBox
from clienteling.ui.headquarters.engagement.words import (
    consent_words,
    failure_words,
    next_words,
    run_state_tone,
    run_state_words,
    run_words,
    source_words,
    standing,
)
from clienteling.ui.lists.table import DataTable
from clienteling.ui.lists.table_column import Column, Pill
from clienteling.ui.lists.table_delegate import ROW_HEIGHT
from clienteling.ui.theme import PAGE_PADDING, SPACE_4, STRONG, TEXT_HEAD, TEXT_TITLE
from clienteling.ui.till import Till
from clienteling.ui.widgets import button
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.button import Button, IconButton, Link
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.menu import Menu
from clienteling.ui.widgets.pill import StatusPill

PREVIEWED = 4
_HEAD = 36
_BESIDE_FROM = 760
_CARDS_WIDTH = 340
_RUNS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel shows: how the enrichment stands, and the first rows of its table."""

    overview: Overview
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    count: int


class ResultsPanel(QWidget):
    """Signals ask the page for what is done with the enrichment; `run_box` runs it here."""

    back = Signal()
    asked = Signal(str)
    """What somebody wants, such as "edit" or "delete"."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._till = till
        self._shown: Shown | None = None
        self.back_button = IconButton("chevron-left", translate("AccountEngagement", "All enrichments"))
        self.title = Label(size=TEXT_TITLE, weight=STRONG, elide=True)
        self.pill = StatusPill("")
        self.note = Label(tone=Tone.MUTED, elide=True)
        self.run = Button(translate("AccountEngagement", "Run"), icon="play", kind=button.Kind.PRIMARY)
        self.active = Button(translate("AccountEngagement", "Deactivate"), icon="pause")
        self.edit = Button(translate("AccountEngagement", "Edit"), icon="pencil")
        self.segment = Button(translate("AccountEngagement", "Create segment"), icon="list-filter")
        self.measure = Button(translate("AccountEngagement", "Create measure"), icon="chart-column")
        self.more = IconButton("ellipsis", translate("AccountEngagement", "More"))
        self.banner = Banner(weight=Weight.WARNING, icon="hourglass")
        self.agree = Button(translate("AccountEngagement", "Give consent"))
        self.ask = Button(translate("AccountEngagement", "Ask by mail"), icon="mail")
        self.failed = Banner(weight=Weight.DANGER, icon="circle-alert", inline=True)
        self.run_box = RunBox(till)
        self.enriched, self.processed = EnrichedBox(till.formats), ProcessedBox(till.formats)
        self.course = CourseBox(till.formats)
        self.preview_title = Label(translate("AccountEngagement", "Preview"), size=TEXT_HEAD, weight=STRONG)
        self.preview_note = Label(tone=Tone.MUTED, elide=True)
        self.see_more = Link("")
        self.preview: DataTable | None = None
        self.runs = DataTable(translate("AccountEngagement", "Runs"), self._run_columns(), opens=False)
        self._lay_out()
        self._connect()

    def show_results(self, shown: Shown) -> None:
        translate, formats, now = QCoreApplication.translate, self._till.formats, self._till.now()
        self._shown = shown
        overview = shown.overview
        enrichment, settings = overview.enrichment, overview.enrichment.settings
        self.title.setText(settings.name)
        self.pill.set_state(*standing(enrichment))
        words = translate("AccountEngagement", "table {table} · {source} · {next}")
        self.note.setText(
            words.format(
                table=settings.table,
                source=source_words(settings.source),
                next=next_words(enrichment, formats, now, overview.failures),
            )
        )
        self.active.set_label(
            translate("AccountEngagement", "Deactivate")
            if enrichment.active
            else translate("AccountEngagement", "Activate")
        )
        self.active.set_icon("pause" if enrichment.active else "circle-play")
        self._show_trouble(overview)
        self.enriched.show_overview(overview, now)
        self.processed.show_overview(overview)
        self.course.show_runs(overview.runs, now)
        self.run_box.show_other(overview.under_way)
        self._show_running()
        self._show_preview(shown)
        self.runs.show_rows(overview.runs)
        rows = min(max(len(overview.runs), 1), _RUNS_SHOWN)
        self.runs.setFixedHeight(_HEAD + rows * ROW_HEIGHT + (100 if not overview.runs else 10))

    def _show_trouble(self, overview: Overview) -> None:
        """What keeps it from running: consent that is not there, or a failure."""
        formats, now = self._till.formats, self._till.now()
        self.consent_box.setVisible(overview.enrichment.consent is not Consent.GRANTED)
        self.banner.say(*consent_words(overview, formats, now))
        title, text = failure_words(overview, formats, now)
        self.failed.setVisible(bool(title) and overview.under_way is None)
        if title:
            self.failed.say(title, text)

    def _show_running(self) -> None:
        self.run.setEnabled(self.run_box.isHidden())

    def _show_preview(self, shown: Shown) -> None:
        translate, number = QCoreApplication.translate, self._till.formats.number
        if self.preview is None or tuple(c.title for c in self.preview.rows_model.columns) != shown.columns:
            if self.preview is not None:
                self._preview_rows.removeWidget(self.preview)
                self.preview.deleteLater()
            name = translate("AccountEngagement", "Preview of the table")
            self.preview = DataTable(name, value_columns(shown.columns, self._till), opens=False)
            self.preview.set_empty(
                "table-2",
                translate("AccountEngagement", "No rows yet"),
                translate("AccountEngagement", "The table is filled by the first run that finds mails or meetings."),
            )
            self._preview_rows.addWidget(self.preview)
        self.preview.show_rows(shown.rows)
        self.preview.setFixedHeight(_HEAD + (PREVIEWED * ROW_HEIGHT + 30 if shown.rows else 200))
        words = translate("AccountEngagement", "{shown} of {count} customers, whole year")
        self.preview_note.setText(
            words.format(shown=number(len(shown.rows)), count=number(shown.count)) if shown.rows else ""
        )
        more = translate("AccountEngagement", "See more: all {columns} columns")
        self.see_more.set_label(more.format(columns=number(len(shown.columns))))
        self.see_more.setVisible(bool(shown.rows))

    def _run_columns(self) -> tuple[Column[Run], ...]:
        translate, formats, now = QCoreApplication.translate, self._till.formats, self._till.now
        return (
            Column(
                translate("AccountEngagement", "Run"),
                lambda run: formats.moment(run.started or run.queued, now()),
                width=170,
                sortable=False,
            ),
            Column(
                translate("AccountEngagement", "State"),
                lambda run: "",
                width=140,
                pill=lambda run: Pill(run_state_words(run.state), run_state_tone(run.state)),
                sortable=False,
            ),
            Column(
                translate("AccountEngagement", "What came of it"),
                lambda run: run_words(run, formats),
                weight=6,
                width=300,
                sortable=False,
            ),
        )

    # Commands

    def _open_menu(self) -> None:
        translate = QCoreApplication.translate
        if self._shown is None:
            return
        enrichment = self._shown.overview.enrichment
        why = self._till.who_may(Operation.ENGAGEMENT)
        menu = Menu(self.more)
        if enrichment.settings.source == FILES:
            menu.add(
                translate("AccountEngagement", "Import mails and meetings…"),
                lambda: self.asked.emit("import"),
                icon_name="file-up",
                why_not=why,
            )
        menu.add(translate("AccountEngagement", "Whole table"), lambda: self.asked.emit("table"), icon_name="table-2")
        if enrichment.consent is Consent.GRANTED:
            menu.add(
                translate("AccountEngagement", "Withdraw consent"),
                lambda: self.asked.emit("withdraw"),
                icon_name="ban",
                why_not=why,
            )
        menu.add(
            translate("AccountEngagement", "Delete…"),
            lambda: self.asked.emit("delete"),
            icon_name="trash-2",
            why_not=why,
        )
        menu.open_below(self.more, from_right=True)

    def _begin_run(self) -> None:
        if self._shown is not None:
            self.run_box.run(self._shown.overview.enrichment.id)
            self._show_running()

    def _toggle(self) -> None:
        if self._shown is not None:
            self.asked.emit("deactivate" if self._shown.overview.enrichment.active else "activate")

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back)
        self.run.clicked.connect(self._begin_run)
        self.run_box.ended.connect(lambda _: self._show_running())
        self.active.clicked.connect(self._toggle)
        self.more.clicked.connect(self._open_menu)
        for command, act in (
            (self.edit, "edit"),
            (self.segment, "segment"),
            (self.measure, "measure"),
            (self.see_more, "table"),
            (self.agree, "consent"),
            (self.ask, "ask_consent"),
        ):
            command.clicked.connect(lambda *_, act=act: self.asked.emit(act))
        for command in (self.run, self.active, self.edit, self.measure, self.agree):
            self._till.explain(command, Operation.ENGAGEMENT)

    # How it is made

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(SPACE_4)
        self._lay_out_consent()
        for strip in (self.consent_box, self.failed, self.run_box):
            column.addWidget(strip)
        cards = QWidget()
        stacked = QVBoxLayout(cards)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(SPACE_4)
        stacked.addWidget(self.enriched)
        stacked.addWidget(self.processed, 1)
        self._cards = cards
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(SPACE_4)
        self._beside.addWidget(cards, 1)
        self._beside.addWidget(self.course, 2)
        column.addLayout(self._beside)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.preview_title)
        head.addWidget(self.preview_note, 1)
        head.addWidget(self.see_more)
        self._preview_rows = QVBoxLayout()
        self._preview_rows.setSpacing(4)
        self._preview_rows.addLayout(head)
        column.addLayout(self._preview_rows)
        history = QCoreApplication.translate("AccountEngagement", "Runs")
        column.addWidget(Label(history, size=TEXT_HEAD, weight=STRONG))
        self.runs.set_empty(
            "history",
            QCoreApplication.translate("AccountEngagement", "No run yet"),
            QCoreApplication.translate("AccountEngagement", "It runs once a week from six hours after consent on."),
        )
        column.addWidget(self.runs)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        self.area = area
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._head())
        rows.addWidget(area, 1)

    def _lay_out_consent(self) -> None:
        self.consent_box = QWidget()
        consent = QHBoxLayout(self.consent_box)
        consent.setContentsMargins(0, 0, 0, 0)
        consent.setSpacing(8)
        consent.addWidget(self.banner, 1)
        consent.addWidget(self.ask)
        consent.addWidget(self.agree)
        self.failed.hide()

    def _head(self) -> QVBoxLayout:
        title = QHBoxLayout()
        title.setContentsMargins(PAGE_PADDING - 12, 10, PAGE_PADDING, 0)
        title.setSpacing(8)
        title.addWidget(self.back_button)
        title.addWidget(self.title)
        title.addWidget(self.pill)
        title.addWidget(self.note, 1)
        commands = QHBoxLayout()
        commands.setContentsMargins(PAGE_PADDING, 4, PAGE_PADDING, SPACE_4)
        commands.setSpacing(8)
        for command in (self.run, self.active, self.edit):
            commands.addWidget(command)
        commands.addStretch(1)
        for command in (self.segment, self.measure, self.more):
            commands.addWidget(command)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addLayout(title)
        rows.addLayout(commands)
        return rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        beside = self.width() >= _BESIDE_FROM
        self._beside.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._cards.setMaximumWidth(_CARDS_WIDTH if beside else 16_777_215)


def value_columns(names: tuple[str, ...], till: Till) -> tuple[Column[Any], ...]:
    """The columns of an output table by the names that it has everywhere: they are never translated."""

    def column(place: int, name: str) -> Column[Any]:
        def text(row: Any) -> str:
            value = row[place]
            if value is None:
                return "--"
            return till.formats.number(value) if isinstance(value, int | float) else str(value)

        return Column(
            name,
            text,
            at_end=place > 0,
            weight=0,
            width=110,
            sort_key=lambda row: row[place],
            cell=lambda row: row[place],
        )

    return tuple(column(place, name) for place, name in enumerate(names))
