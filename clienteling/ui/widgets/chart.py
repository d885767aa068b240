"""Charts of bars and lines, with axis, unit, and the values of a place under the pointer or the arrows.

chart = BarChart("Contacts made per week", formats.number)
chart.set_data(ChartData(("45", "46"), (Series("Contacts", (63, 57)),), unit="contacts", lit=1))
chart.chosen.connect(...)      # a place, by a click or Enter: open the list behind it
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.theme import RADIUS_SMALL, STRONG, TEXT_NOTE, Theme, theme_of
from clienteling.ui.widgets.chart_scale import ChartData, Written, plain_number, summary, ticks
from clienteling.ui.widgets.drawing import CENTER, RIGHT, draw_box, draw_hairline, draw_text, painter_on, text_width
from clienteling.ui.widgets.focus_ring import FocusRing

_LABELS = 24
_LEGEND = 28
_TOP = 18
_GAP = 8
_LINE = 16
_DOT = 8


class Chart(QWidget):
    """What bars and lines share. A screen reader gets the values in words; arrows move from place to place."""

    chosen = Signal(int)

    def __init__(self, name: str, written: Written = plain_number, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._written = written
        self.data = ChartData()
        self._place: int | None = None
        FocusRing(self, RADIUS_SMALL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    def set_data(self, data: ChartData) -> None:
        self.data, self._place = data, None
        self.setAccessibleDescription(summary(data, self._written))
        self.update()

    @property
    def place(self) -> int | None:
        """The place whose values are shown."""
        return self._place

    def values_at(self, place: int) -> str:
        """The label of a place and its values, as the pointer shows them."""
        data = self.data
        several = len(data.series) > 1
        parts = [data.labels[place]]
        for series in data.series:
            value = series.values[place]
            words = "–" if value is None else f"{self._written(value)} {data.unit}".strip()
            parts.append(f"{series.name}: {words}" if several else words)
        return "\n".join(parts)

    def sizeHint(self) -> QSize:
        return QSize(360, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    # What it is made of

    def reach(self) -> tuple[float, float]:
        """The lowest and the highest value that is drawn."""
        known = [value for series in self.data.series for value in series.values if value is not None]
        return (min(known), max(known)) if known else (0.0, 0.0)

    def paint_values(self, painter: QPainter, theme: Theme) -> None:
        """The bars or lines; overridden."""
        raise NotImplementedError

    def plot(self) -> QRectF:
        """Where values are drawn."""
        font = theme_of(self).font(TEXT_NOTE)
        axis = max((text_width(font, self._written(tick)) for tick in self.scale()), default=0) + _GAP
        top = (_LEGEND if len(self.data.series) > 1 else 0) + _TOP
        area = QRectF(axis, top, max(1, self.width() - axis), max(1, self.height() - top - _LABELS))
        if not self.isLeftToRight():
            area.moveLeft(0)
        return area

    def scale(self) -> tuple[float, ...]:
        return ticks(*self.reach(), most=4 if self.height() >= 200 else 2)

    def y_of(self, value: float) -> float:
        scale, plot = self.scale(), self.plot()
        return plot.bottom() - (value - scale[0]) / (scale[-1] - scale[0]) * plot.height()

    def band(self, place: int) -> QRectF:
        """The part of the plot that belongs to a place."""
        plot, number = self.plot(), len(self.data.labels)
        width = plot.width() / number
        at = place if self.isLeftToRight() else number - 1 - place
        return QRectF(plot.left() + at * width, plot.top(), width, plot.height())

    def color(self, series: int, theme: Theme) -> QColor:
        found: QColor = getattr(theme.colors, self.data.color_of(series))
        return found

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        painter.setLayoutDirection(self.layoutDirection())
        if self.data.is_empty:
            draw_text(
                painter,
                self.rect(),
                summary(self.data, self._written),
                theme.font(),
                theme.colors.text_muted,
                align=CENTER,
            )
            painter.end()
            return
        self._paint_axis(painter, theme)
        self._paint_labels(painter, theme)
        self._paint_legend(painter, theme)
        if self._place is not None:
            draw_box(painter, self.band(self._place), RADIUS_SMALL, theme.colors.surface_sunken)
        self.paint_values(painter, theme)
        painter.end()

    def _paint_axis(self, painter: QPainter, theme: Theme) -> None:
        plot = self.plot()
        for tick in self.scale():
            y = self.y_of(tick)
            draw_hairline(painter, plot.left(), plot.right(), round(y), theme.colors.border)
            left = 0.0 if self.isLeftToRight() else plot.right() + _GAP
            width = plot.left() - _GAP if self.isLeftToRight() else self.width() - left
            place = QRectF(left, y - _LINE / 2, width, _LINE)
            draw_text(painter, place, self._written(tick), theme.font(TEXT_NOTE), theme.colors.text_muted, align=RIGHT)
        if self.data.unit:
            place = QRectF(plot.left(), plot.top() - _TOP, plot.width(), _LINE)
            draw_text(painter, place, self.data.unit, theme.font(TEXT_NOTE), theme.colors.text_muted)

    def _paint_labels(self, painter: QPainter, theme: Theme) -> None:
        """As many labels as have room: every one, every second, ..."""
        labels, plain = self.data.labels, theme.font(TEXT_NOTE)
        widest = max(text_width(plain, label) for label in labels) + _GAP
        each = max(1, -int(-widest // self.band(0).width()))
        for place, label in enumerate(labels):
            lit = place == self.data.lit
            if place % each and not lit:
                continue
            middle = self.band(place).center().x()
            width = max(widest, self.band(place).width())
            left = min(max(0.0, middle - width / 2), self.width() - width)
            box = QRectF(left, self.height() - _LABELS + 6, width, _LINE)
            font = theme.font(TEXT_NOTE, STRONG) if lit else plain
            draw_text(painter, box, label, font, theme.colors.text if lit else theme.colors.text_muted, align=CENTER)

    def _paint_legend(self, painter: QPainter, theme: Theme) -> None:
        if len(self.data.series) < 2:
            return
        left, font = self.plot().left(), theme.font(TEXT_NOTE)
        for number, series in enumerate(self.data.series):
            draw_box(painter, QRectF(left, 4, 10, 10), 3, self.color(number, theme))
            width = text_width(font, series.name)
            draw_text(painter, QRectF(left + 16, 1, width, _LINE), series.name, font, theme.colors.text)
            left += 16 + width + 16

    # Pointer and keys

    def _show_place(self, place: int | None) -> None:
        if place == self._place:
            return
        self._place = place
        self.setToolTip("" if place is None else self.values_at(place))
        words = "" if place is None else self.values_at(place).replace("\n", ", ")
        self.setAccessibleName(f"{self._name}, {words}" if words else self._name)
        self.update()

    def place_at(self, at: QPointF) -> int | None:
        """The place that a point belongs to."""
        places = range(len(self.data.labels))
        return next((place for place in places if self.band(place).adjusted(0, -_TOP, 0, _LABELS).contains(at)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._show_place(self.place_at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        self._show_place(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._show_place(place)
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.data.labels) - 1
        onwards = 1 if self.isLeftToRight() else -1
        step = {Qt.Key.Key_Right: onwards, Qt.Key.Key_Left: -onwards}.get(Qt.Key(event.key()))
        if step is not None and last >= 0:
            start = -1 if step > 0 else last + 1
            self._show_place(min(max((start if self._place is None else self._place) + step, 0), last))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._place is not None:
            self.chosen.emit(self._place)
        else:
            super().keyPressEvent(event)


class BarChart(Chart):
    """Bars: side by side where there are several series, or `stacked`."""

    def __init__(
        self,
        name: str,
        written: Written = plain_number,
        parent: QWidget | None = None,
        *,
        stacked: bool = False,
    ) -> None:
        super().__init__(name, written, parent)
        self._stacked = stacked

    def reach(self) -> tuple[float, float]:
        if not self._stacked:
            return super().reach()
        sums = [sum(series.values[place] or 0 for series in self.data.series) for place in range(len(self.data.labels))]
        return 0.0, max(sums, default=0.0)

    def paint_values(self, painter: QPainter, theme: Theme) -> None:
        for place in range(len(self.data.labels)):
            if self._stacked:
                self._paint_stack(painter, theme, place)
            else:
                self._paint_group(painter, theme, place)

    def _paint_group(self, painter: QPainter, theme: Theme, place: int) -> None:
        band, number = self.band(place), len(self.data.series)
        width = min(48.0, band.width() * 0.68) / number
        left = band.center().x() - width * number / 2
        for at in range(number):
            shown = at if self.isLeftToRight() else number - 1 - at
            value = self.data.series[shown].values[place]
            if value is not None:
                bar = QRectF(left + at * width, self.y_of(value), max(1.0, width - 1), self.y_of(0) - self.y_of(value))
                draw_box(painter, bar.normalized(), 2, self._bar_color(shown, place, theme))
                if place == self.data.lit and number == 1:
                    above = QRectF(band.left() - 8, bar.top() - _LINE - 1, band.width() + 16, _LINE)
                    font = theme.font(TEXT_NOTE, STRONG)
                    draw_text(painter, above, self._written(value), font, theme.colors.text, align=CENTER)

    def _paint_stack(self, painter: QPainter, theme: Theme, place: int) -> None:
        band, base = self.band(place), 0.0
        width = min(48.0, band.width() * 0.68)
        for number, series in enumerate(self.data.series):
            value = series.values[place] or 0.0
            if value:
                top, bottom = self.y_of(base + value), self.y_of(base)
                # A gap of one pixel keeps the parts apart for those who do not see the colours.
                part = QRectF(band.center().x() - width / 2, top, width, max(1.0, bottom - top - 1))
                draw_box(painter, part, 2, self.color(number, theme))
            base += value

    def _bar_color(self, series: int, place: int, theme: Theme) -> QColor:
        if len(self.data.series) == 1 and self.data.lit is not None and not self.data.series[0].color:
            return theme.colors.chart_1 if place == self.data.lit else theme.colors.chart_2
        return self.color(series, theme)


class LineChart(Chart):
    """A line for each series with a dot at each value; where there is none the line is interrupted."""

    def paint_values(self, painter: QPainter, theme: Theme) -> None:
        for number, series in enumerate(self.data.series):
            color = self.color(number, theme)
            line: list[QPointF] = []
            for place, value in enumerate(series.values):
                if value is None:
                    self._paint_line(painter, line, color)
                    line = []
                else:
                    line.append(QPointF(self.band(place).center().x(), self.y_of(value)))
            self._paint_line(painter, line, color)

    def _paint_line(self, painter: QPainter, points: list[QPointF], color: QColor) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for point in points:
            painter.drawEllipse(point, _DOT / 2, _DOT / 2)
