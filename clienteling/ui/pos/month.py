"""A month to choose days from."""

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.ui.theme import CONTROL, MEDIUM, REGULAR, STRONG, TEXT_HEAD, Theme, theme_of
from clienteling.ui.widgets.button import IconButton
from clienteling.ui.widgets.drawing import CENTER, draw_box, draw_text, mirrored, painter_on
from clienteling.ui.widgets.label import Label

_CELL = CONTROL
_DISC = 36
_NAMES = 28
_WEEKS = 6


class Month(QWidget):
    """The days of a month, with arrows to the next and the one before. `picked` gives a day that was pressed."""

    picked = Signal(object)

    def __init__(self, locale: QLocale, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._locale = locale
        self.grid = _Grid(locale, today, self)
        self.grid.picked.connect(self.picked)
        self.grid.turned.connect(self._say)
        self._title = Label(size=TEXT_HEAD, weight=STRONG)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        before = IconButton("chevron-left", translate("Month", "The month before"))
        after = IconButton("chevron-right", translate("Month", "The next month"))
        before.clicked.connect(lambda: self.grid.turn(-1))
        after.clicked.connect(lambda: self.grid.turn(1))
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(before)
        head.addWidget(self._title, 1)
        head.addWidget(after)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.grid)
        self.setFocusProxy(self.grid)
        self._say()

    def show_days(self, first: date | None, last: date | None) -> None:
        """Mark the days from `first` to `last`, and turn to the first."""
        self.grid.mark(first, last)
        if first is not None:
            self.grid.go_to(first)

    def mark(self, first: date | None, last: date | None) -> None:
        """Mark the days from `first` to `last` in the month that is shown."""
        self.grid.mark(first, last)

    def _say(self) -> None:
        shown = self.grid.current
        name = self._locale.standaloneMonthName(shown.month)
        self._title.setText(f"{name[:1].upper()}{name[1:]} {shown.year}")


class _Grid(QWidget):
    """The days as one painted widget: arrows move the current day, Enter and Space pick it."""

    picked = Signal(object)
    turned = Signal()

    def __init__(self, locale: QLocale, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._locale = locale
        self._today = today
        self.current = today
        self._first: date | None = None
        self._last: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._tell()

    def mark(self, first: date | None, last: date | None) -> None:
        self._first, self._last = first, last if last is not None else first
        self.update()

    def go_to(self, day: date) -> None:
        self.current = day
        self._tell()

    def turn(self, months: int) -> None:
        """Show the month so many months from now on, with the same day of it if there is one."""
        place = self.current.year * 12 + self.current.month - 1 + months
        year, month = divmod(place, 12)
        day = min(self.current.day, calendar.monthrange(year, month + 1)[1])
        self.go_to(date(year, month + 1, day))

    def sizeHint(self) -> QSize:
        return QSize(7 * _CELL, _NAMES + _WEEKS * _CELL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = 1 if self.isLeftToRight() else -1
        steps = {
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Down: 7,
            Qt.Key.Key_Up: -7,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.go_to(self.current + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self.go_to(day)
            self.picked.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        on_day = self.day_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if on_day else Qt.CursorShape.ArrowCursor)

    def day_at(self, point: QPoint) -> date | None:
        """The day of the shown month at a point."""
        return next((day for day in self._days() if self.box_of(day).contains(point)), None)

    def box_of(self, day: date) -> QRect:
        """Where a day of the shown month lies."""
        place = (day - self._corner()).days
        box = QRect(place % 7 * _CELL, _NAMES + place // 7 * _CELL, _CELL, _CELL)
        return mirrored(self.layoutDirection(), self.rect(), box)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        self._paint_names(painter, theme)
        for day in self._days():
            self._paint_day(painter, theme, day)
        painter.end()

    def _paint_names(self, painter: QPainter, theme: Theme) -> None:
        first = self._locale.firstDayOfWeek().value
        for column in range(7):
            box = mirrored(self.layoutDirection(), self.rect(), QRect(column * _CELL, 0, _CELL, _NAMES))
            name = self._locale.standaloneDayName((first - 1 + column) % 7 + 1, QLocale.FormatType.ShortFormat)
            draw_text(painter, box, name, theme.font(12), theme.colors.text_muted, align=CENTER)

    def _paint_day(self, painter: QPainter, theme: Theme, day: date) -> None:
        colors, box = theme.colors, self.box_of(day)
        first, last = self._first, self._last
        inside = first is not None and last is not None and first <= day <= last
        ends = inside and day in (first, last)
        inset = (_CELL - _DISC) // 2
        disc = QRectF(box.adjusted(inset, inset, -inset, -inset))
        if inside and first != last:
            self._paint_band(painter, theme, box, day)
        if ends:
            draw_box(painter, disc, _DISC / 2, colors.accent)
        elif day == self._today:
            draw_box(painter, disc, _DISC / 2, None, colors.border_strong)
        if day == self.current and self.hasFocus():
            draw_box(painter, disc.adjusted(-3, -3, 3, 3), _DISC / 2 + 3, None, colors.accent, width=2)
        color = colors.on_accent if ends else colors.accent if inside else colors.text
        font = theme.font(14, STRONG if ends else MEDIUM if inside else REGULAR, tabular=True)
        draw_text(painter, box, str(day.day), font, color, align=CENTER)

    def _paint_band(self, painter: QPainter, theme: Theme, box: QRect, day: date) -> None:
        inset = (_CELL - _DISC) // 2
        band = box.adjusted(0, inset, 0, -inset)
        begins, ends = day == self._first, day == self._last
        if not self.isLeftToRight():
            begins, ends = ends, begins
        band.adjust(_CELL // 2 if begins else 0, 0, -_CELL // 2 if ends else 0, 0)
        painter.fillRect(band, theme.colors.accent_weak)

    def _days(self) -> list[date]:
        year, month = self.current.year, self.current.month
        return [date(year, month, number) for number in range(1, calendar.monthrange(year, month)[1] + 1)]

    def _corner(self) -> date:
        """The day in the upper corner: the first of the week that the month begins in."""
        first = self.current.replace(day=1)
        return first - timedelta(days=(first.isoweekday() - self._locale.firstDayOfWeek().value) % 7)

    def _tell(self) -> None:
        day = self.current
        long = self._locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
        self.setAccessibleName(long)
        self.turned.emit()
        self.update()
