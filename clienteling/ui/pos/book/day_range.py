"""Choosing days from one to another, over New Year too."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.ui.formats import Formats
from clienteling.ui.pos.month import Month
from clienteling.ui.theme import MEDIUM, SPACE_2, SPACE_3
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.label import Label
from clienteling.ui.widgets.popup import Popup

_LONGEST = timedelta(days=364)


class DayRange(Popup):
    """A month in which two presses name the first day and the last. `chosen` gives both once they are confirmed."""

    chosen = Signal(object, object)
    closed = Signal()

    def __init__(self, formats: Formats, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._formats = formats
        self._today = today
        self._first: date | None = None
        self._last: date | None = None
        self.month = Month(formats.locale, today, self)
        self.month.picked.connect(self._pick)
        self._words = Label(weight=MEDIUM, elide=True)
        self.show_button = Button(translate("BookFilter", "Show"), kind=Kind.PRIMARY)
        self.show_button.clicked.connect(self._confirm)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_3)
        foot.addWidget(self._words, 1)
        foot.addWidget(self.show_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_3)
        rows.setSpacing(SPACE_2)
        rows.addWidget(self.month)
        rows.addLayout(foot)
        self.month.setFocus()

    def ask(self, control: QWidget, first: date | None, last: date | None) -> None:
        """Open below a control with these days marked."""
        self._first, self._last = first, last
        self.month.show_days(first, last)
        self._say()
        self.open_below(control)
        self.month.setFocus()

    def hideEvent(self, _event: object) -> None:
        self.closed.emit()

    def _pick(self, day: date) -> None:
        begun = self._first is not None and self._last is None
        if begun and self._first is not None and timedelta() <= day - self._first <= _LONGEST:
            self._last = day
        else:
            self._first, self._last = day, None
        self.month.mark(self._first, self._last)
        self._say()

    def _say(self) -> None:
        translate = QCoreApplication.translate
        self.show_button.setEnabled(self._first is not None)
        if self._first is None:
            self._words.setText(translate("BookFilter", "From which day?"))
        elif self._last is None:
            first = self._formats.day(self._first, self._today)
            self._words.setText(translate("BookFilter", "{day} – to which?").format(day=first))
        else:
            days = [self._formats.day(day, self._today) for day in (self._first, self._last)]
            self._words.setText(" – ".join(dict.fromkeys(days)))

    def _confirm(self) -> None:
        if self._first is not None:
            self.chosen.emit(self._first, self._last or self._first)
            self.close()
