"""The filter of a date: days from today, or days to choose."""

from collections.abc import Hashable
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from clienteling.domain.dates import YearlyDate, next_time
from clienteling.domain.filters import Between, Facet, NextDays, Since, YearlyBetween, day_value
from clienteling.ui.formats import Formats
from clienteling.ui.pos.book.day_range import DayRange
from clienteling.ui.pos.book.facet_control import FacetControl
from clienteling.ui.pos.book.filter_words import days_label, facet_label, short_days
from clienteling.ui.widgets.section import SectionHead
from clienteling.ui.widgets.window_buttons import Window, WindowButtons

_DATES = "dates"


class WindowControl(FacetControl):
    """The next days of a date that comes round each year, or the last days of any other; and days to choose."""

    def __init__(self, facet: Facet, formats: Formats, today: date) -> None:
        super().__init__(formats)
        translate = QCoreApplication.translate
        self._key = facet.key
        self._today = today
        self._yearly = any(isinstance(value.criterion, NextDays) for value in facet.values)
        self._facet = facet
        note = translate("BookFilter", "in the next") if self._yearly else translate("BookFilter", "in the last")
        days = [value.value for value in facet.values]
        windows = [Window(key, days_label(int(key)), short=short_days(int(key))) for key in days]
        windows.append(Window(_DATES, translate("BookFilter", "Dates…")))
        self.windows = WindowButtons(windows, name=facet_label(facet))
        self.windows.changed.connect(self._tell)
        self.days = DayRange(formats, today, self)
        self.days.chosen.connect(self._choose_days)
        self.days.closed.connect(self._show_set)
        self.rows.addWidget(SectionHead(facet_label(facet), note=note))
        self.rows.addSpacing(4)
        self.rows.addWidget(self.windows)
        self.show_facet(facet)

    def show_facet(self, facet: Facet) -> None:
        self._facet = facet
        self.windows.set_counts({value.value: self._formats.number(value.count) for value in facet.values})
        if not self.days.isVisible():
            self._show_set()

    def _show_set(self) -> None:
        asked = self._facet.criterion
        known = next((value.value for value in self._facet.values if value.criterion == asked), _DATES)
        self.windows.set_value(None if asked is None else known)

    def _tell(self, key: Hashable) -> None:
        asked = self._facet.criterion
        known = {value.value: value.criterion for value in self._facet.values}
        if key == _DATES or (key is None and asked is not None and asked not in known.values()):
            self.windows.set_value(_DATES)
            self.days.ask(self.windows.button(_DATES), *self._days_set())
        else:
            self.changed.emit(known.get(str(key)))

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
            self.changed.emit(YearlyBetween(self._key, (first.month, first.day), (last.month, last.day)))
        else:
            self.changed.emit(Between(self._key, day_value(first), day_value(last)))
