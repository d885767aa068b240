"""How a health score went over half a year, on the ground of its grades."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from clienteling.domain.relationship.analytics import Analytics, State
from clienteling.ui.formats import Formats
from clienteling.ui.theme import STRONG, TEXT_NOTE, Theme
from clienteling.ui.widgets.chart import Chart
from clienteling.ui.widgets.chart_scale import ChartData, Series
from clienteling.ui.widgets.drawing import CENTER, draw_text

_GROUNDS = {State.POOR: "danger_weak", State.FAIR: "warning_weak", State.GOOD: "success_weak"}
_DOT = 10.0
_LINE = 16.0


class CourseChart(Chart):
    """A line over the grades' grounds, with today's score as a dot and a number."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate("Relationship", "Health score in the last six months")
        super().__init__(name, formats.number, parent)
        self._formats = formats
        self._analytics = Analytics()

    def show_course(self, course: Sequence[tuple[datetime, int]], analytics: Analytics, now: datetime) -> None:
        self._analytics = analytics
        today = self._formats.today(now)
        labels = tuple(self._formats.day(self._formats.today(at), today) for at, _ in course)
        name = QCoreApplication.translate("Relationship", "Health score")
        self.set_data(ChartData(labels, (Series(name, tuple(float(score) for _, score in course)),)))

    def scale(self) -> tuple[float, ...]:
        return 0.0, float(self._analytics.fair), float(self._analytics.good), 100.0

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 150)

    def paint_values(self, painter: QPainter, theme: Theme) -> None:
        plot = self.plot()
        for state, (first, last) in self._analytics.ranges().items():
            top, bottom = self.y_of(min(last + 1, 100)), self.y_of(first)
            painter.fillRect(
                QRectF(plot.left(), top, plot.width(), bottom - top), getattr(theme.colors, _GROUNDS[state])
            )
        values = [value for value in self.data.series[0].values if value is not None]
        points = [QPointF(self.band(place).center().x(), self.y_of(value)) for place, value in enumerate(values)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colors.accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF(points))
        shown = self.place if self.place is not None else len(points) - 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colors.accent)
        painter.drawEllipse(points[shown], _DOT / 2, _DOT / 2)
        above = QRectF(points[shown].x() - 24, points[shown].y() - _LINE - _DOT / 2 - 1, 48, _LINE)
        above.moveTop(max(above.top(), plot.top() - _LINE))
        above.moveRight(min(above.right(), float(self.width())))
        font = theme.font(TEXT_NOTE, STRONG)
        draw_text(painter, above, self._formats.number(values[shown]), font, theme.colors.text, align=CENTER)
