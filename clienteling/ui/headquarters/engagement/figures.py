"""The cards of the results: how many customers are enriched, what was processed, and how it went over time."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from clienteling.domain.enrichment import Run, RunState
from clienteling.services.engagement.results import Overview
from clienteling.ui.formats import Formats
from clienteling.ui.theme import STRONG, TEXT_DISPLAY, TEXT_HEAD, TEXT_NOTE
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.chart import LineChart
from clienteling.ui.widgets.chart_scale import ChartData, Series
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.progress import ProgressBar
from clienteling.ui.widgets.section import PropertyRow
from clienteling.ui.widgets.segments import Segment, Segments

_RANGES = (7, 30, 84, 365)
_CHART = 220


class EnrichedBox(Box):
    """How many of the customers have engagement numbers."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._formats = formats
        self.age = Label(size=TEXT_NOTE, tone=Tone.MUTED)
        self.count = Label(size=TEXT_DISPLAY, weight=STRONG)
        self.of = Label(tone=Tone.MUTED, elide=True)
        self.bar = ProgressBar(translate("AccountEngagement", "Customers enriched"))
        head = QHBoxLayout()
        title = Label(translate("AccountEngagement", "Customers enriched"), size=TEXT_HEAD, weight=STRONG, elide=True)
        head.addWidget(title, 1)
        head.addWidget(self.age)
        numbers = QHBoxLayout()
        numbers.setSpacing(8)
        numbers.addWidget(self.count)
        numbers.addWidget(self.of, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 18)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(numbers)
        column.addWidget(self.bar)

    def show_overview(self, found: Overview, now: datetime) -> None:
        translate, number, last = QCoreApplication.translate, self._formats.number, found.last
        accounts = last.accounts if last else 0
        part = accounts / found.customers if found.customers else 0.0
        self.count.setText(number(accounts))
        words = translate("AccountEngagement", "of {customers} customers, {percent} %")
        self.of.setText(words.format(customers=number(found.customers), percent=number(round(100 * part, 2))))
        self.bar.set_part(part)
        self.age.setText(self._formats.age(last.ended, now) if last and last.ended else "")


class ProcessedBox(Box):
    """What the last run has processed."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._formats = formats
        names = (
            translate("AccountEngagement", "Employee addresses selected"),
            translate("AccountEngagement", "of these processed"),
            translate("AccountEngagement", "E-mails processed"),
            translate("AccountEngagement", "Meetings processed"),
            translate("AccountEngagement", "Days of data"),
        )
        self.rows = [PropertyRow(name, "–") for name in names]
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(2)
        title = translate("AccountEngagement", "E-mail and meeting overview")
        column.addWidget(Label(title, size=TEXT_HEAD, weight=STRONG, elide=True))
        for row in self.rows:
            column.addWidget(row)
        column.addStretch(1)

    def show_overview(self, found: Overview) -> None:
        number, last = self._formats.number, found.last
        selected = len(found.enrichment.settings.colleagues)
        values = (last.addresses, last.mails, last.meetings, last.days) if last else ()
        texts = [number(selected), *(number(value) for value in values)]
        texts += ["–"] * (len(self.rows) - len(texts))
        for row, text in zip(self.rows, texts, strict=True):
            row.set_value(text)


class CourseBox(Box):
    """How many customers each run has enriched, over a time to be chosen."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._formats = formats
        self._runs: tuple[Run, ...] = ()
        self._now: datetime | None = None
        title = translate("AccountEngagement", "Number of enriched customers")
        self.chart = LineChart(title, lambda value: formats.number(round(value)))
        self.chart.setFixedHeight(_CHART)
        self.range = Segments(
            [
                Segment(7, translate("AccountEngagement", "7 days")),
                Segment(30, translate("AccountEngagement", "30 days")),
                Segment(84, translate("AccountEngagement", "12 weeks")),
                Segment(365, translate("AccountEngagement", "12 months")),
            ],
            84,
            name=translate("AccountEngagement", "Time that is shown"),
        )
        self.range.changed.connect(lambda _: self._draw())
        head = QHBoxLayout()
        head.addWidget(Label(title, size=TEXT_HEAD, weight=STRONG, elide=True), 1)
        head.addWidget(self.range)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.chart, 1)

    def show_runs(self, runs: Sequence[Run], now: datetime) -> None:
        self._runs, self._now = tuple(runs), now
        self._draw()

    def _draw(self) -> None:
        now = self._now
        if now is None:
            return
        since = now - timedelta(days=int(str(self.range.value() or _RANGES[-1])))
        good = [run for run in self._runs if run.state is RunState.SUCCESSFUL and run.ended and run.ended >= since]
        shown = [run for run in reversed(good)]
        today = self._formats.today(now)
        labels = tuple(self._formats.day(self._formats.today(run.ended), today) for run in shown if run.ended)
        name = QCoreApplication.translate("AccountEngagement", "Customers enriched")
        series = Series(name, tuple(float(run.accounts) for run in shown))
        self.chart.set_data(ChartData(labels, (series,), lit=len(shown) - 1 if shown else None))
