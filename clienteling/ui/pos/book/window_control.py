"""The filter of a date: days from today, or days to choose."""

from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from clienteling.domain.dates import YearlyDate, next_time
from clienteling.domain.filters import Between, Facet, NextDays, Since, YearlyBetween, day_value
from clienteling.ui.formats import Formats
from clienteling.ui.pos.book.day_range import DayRange
from clienteling.ui.pos.book.days_control import DaysControl
from clienteling.ui.widgets.popup import Popup


class WindowControl(DaysControl):
    """The next days of a date that comes round each year, or the last days of any other; and days to choose."""

    def __init__(self, facet: Facet, formats: Formats, today: date) -> None:
        translate = QCoreApplication.translate
        self._today = today
        self._yearly = any(isinstance(value.criterion, NextDays) for value in facet.values)
        note = translate("BookFilter", "in the next") if self._yearly else translate("BookFilter", "in the last")
        super().__init__(facet, formats, note=note, other=translate("BookFilter", "Dates…"))
        self.days = DayRange(formats, today, self)
        self.days.chosen.connect(self._choose_days)
        self.days.closed.connect(self._show_set)
        self.show_facet(facet)

    @property
    def popup(self) -> Popup:
        return self.days

    def _ask(self, button: QWidget) -> None:
        self.days.ask(button, *self._days_set())

    def _days_set(self) -> tuple[date | None, date | None]:
        match self._facet.criterion:
            case YearlyBetween(first=first, last=last):
                begin = next_time(YearlyDate(*first), self._today)
                return begin, next_time(YearlyDate(*last), begin)
            case Since(days=days, more=False):
                return self._today - timedelta(days=days), self._today
            case Between(low=Decimal() as low, high=Decimal() as high):
                return date.fromordinal(int(low)), date.fromordinal(int(high))
            case _:
                return None, None

    def _choose_days(self, first: date, last: date) -> None:
        if self._yearly:
            self.changed.emit(YearlyBetween(self._facet.key, (first.month, first.day), (last.month, last.day)))
        else:
            self.changed.emit(Between(self._facet.key, day_value(first), day_value(last)))
