"""Two charts beside each other: e-mails and meetings by month, ours and the customer's."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.enrichment import AccountEngagement
from clienteling.ui.formats import Formats
from clienteling.ui.pos.customer.engagement.words import recent_months
from clienteling.ui.theme import SPACE_4
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.chart import BarChart
from clienteling.ui.widgets.chart_scale import ChartData, Series
from clienteling.ui.widgets.section import SectionHead

_BESIDE_FROM = 640
_HEIGHT = 168


class MonthCharts(QWidget):
    """Below each other where there is no room."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._formats = formats
        self.mails = _chart(translate("Engagement", "E-mails per month"), formats)
        self.meetings = _chart(translate("Engagement", "Meetings per month"), formats)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_4)
        for title, chart in (
            (translate("Engagement", "E-mails per month"), self.mails),
            (translate("Engagement", "Meetings per month"), self.meetings),
        ):
            self._row.addWidget(_boxed(title, chart), 1)

    def show_engagement(self, found: AccountEngagement) -> None:
        translate = QCoreApplication.translate
        months = recent_months(found)
        labels = tuple(self._month(start) for start, _ in months)
        from_us, from_them = translate("Engagement", "From us"), translate("Engagement", "From the customer")
        numbers = [month for _, month in months]
        self.mails.set_data(
            ChartData(
                labels,
                (
                    Series(from_us, tuple(float(m.mails_to) if m else 0.0 for m in numbers)),
                    Series(from_them, tuple(float(m.mails_from) if m else 0.0 for m in numbers)),
                ),
            )
        )
        self.meetings.set_data(
            ChartData(
                labels,
                (
                    Series(from_us, tuple(float(m.meetings_to) if m else 0.0 for m in numbers)),
                    Series(from_them, tuple(float(m.meetings_from) if m else 0.0 for m in numbers)),
                ),
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if self.width() >= _BESIDE_FROM else ways.TopToBottom)

    def _month(self, start: date) -> str:
        return self._formats.locale.standaloneMonthName(start.month, QLocale.FormatType.ShortFormat)


def _chart(name: str, formats: Formats) -> BarChart:
    chart = BarChart(name, lambda value: formats.number(round(value)) if value == round(value) else "", stacked=True)
    chart.setFixedHeight(_HEIGHT)
    return chart


def _boxed(title: str, chart: BarChart) -> Box:
    box = Box()
    column = QVBoxLayout(box)
    column.setContentsMargins(20, 12, 20, 12)
    column.setSpacing(4)
    column.addWidget(SectionHead(title))
    column.addWidget(chart)
    return box
