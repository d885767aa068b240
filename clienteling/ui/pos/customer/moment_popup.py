"""Choosing the moment of an activity: earlier today, or any day and time."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.errors import Invalid
from clienteling.ui.formats import Formats
from clienteling.ui.messages import problem_message
from clienteling.ui.pos.customer.moment import at_store, parse_time
from clienteling.ui.pos.month import Month
from clienteling.ui.theme import MEDIUM, SPACE_2, SPACE_3
from clienteling.ui.widgets.button import Button, IconButton, Kind
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.label import Label
from clienteling.ui.widgets.popup import Popup

_STEP = timedelta(minutes=15)


class MomentPopup(Popup):
    """A month and a time on the store's clock, or the time alone. `chosen` gives the moment, `closed` always comes."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, formats: Formats, zone: ZoneInfo, parent: QWidget) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._formats = formats
        self._zone = zone
        self._now = datetime.now(zone)
        self._day = self._now.date()
        self._only_today = False
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_3)
        self._body.setSpacing(SPACE_2)
        self.month: Month | None = None
        self._day_words = Label(weight=MEDIUM, elide=True)
        self.time = Field(translate("CustomerPage", "Time"))
        self.time.submitted.connect(self._confirm)
        earlier = IconButton("minus", translate("CustomerPage", "15 minutes earlier"), kind=Kind.PLAIN)
        later = IconButton("plus", translate("CustomerPage", "15 minutes later"), kind=Kind.PLAIN)
        earlier.clicked.connect(lambda: self._step(-_STEP))
        later.clicked.connect(lambda: self._step(_STEP))
        self.button = Button(translate("CustomerPage", "Use this time"), kind=Kind.PRIMARY)
        self.button.clicked.connect(self._confirm)
        steps = QHBoxLayout()
        steps.setSpacing(SPACE_2)
        steps.addWidget(self.time, 1)
        for step in (earlier, later):
            # The field has its label above it: the buttons stand beside the line one types in.
            beside = QVBoxLayout()
            beside.addSpacing(26)
            beside.addWidget(step)
            beside.addStretch()
            steps.addLayout(beside)
        self._body.addWidget(self._day_words)
        self._body.addLayout(steps)
        self._body.addWidget(self.button)
        self.setMinimumWidth(7 * 44 + 2 * SPACE_3)

    def ask(self, control: QWidget, start: datetime, now: datetime, *, only_today: bool) -> None:
        """Open below a control at the moment `start`. `only_today` asks for a time before `now`."""
        self._now = now.astimezone(self._zone)
        start = start.astimezone(self._zone)
        self._only_today = only_today
        self._show_month(start.date())
        self._pick(self._now.date() if only_today else start.date())
        self.time.set_text(self._formats.time(start))
        self.time.clear_error()
        self.open_below(control)
        self.time.setFocus()
        self.time.edit.selectAll()

    def hideEvent(self, _event: object) -> None:
        self.closed.emit()

    def _show_month(self, day: date) -> None:
        """A month made anew, so that it knows which day is today."""
        if self.month is not None:
            self._body.removeWidget(self.month)
            self.month.deleteLater()
            self.month = None
        if self._only_today:
            return
        self.month = Month(self._formats.locale, self._now.date(), self)
        self.month.picked.connect(self._pick)
        self.month.show_days(day, day)
        self._body.insertWidget(0, self.month)

    def _pick(self, day: date) -> None:
        self._day = day
        if self.month is not None:
            self.month.mark(day, day)
        self._say()

    def _say(self) -> None:
        today = self._now.date()
        words = self._formats.weekday(self._day) if self._day.year == today.year else self._formats.full_day(self._day)
        self._day_words.setText(words)

    def _step(self, by: timedelta) -> None:
        """To the next full quarter of an hour, earlier or later, on the same day."""
        try:
            now = datetime.combine(self._day, parse_time(self.time.text()))
        except Invalid as problem:
            self.time.set_error(problem_message(problem))
            return
        passed = timedelta(minutes=now.minute % 15)
        moved = now - passed + (by if by > timedelta() or not passed else timedelta())
        if moved.date() == self._day:
            self.time.set_text(self._formats.time(moved.replace(tzinfo=self._zone)))
            self.time.clear_error()

    def _confirm(self) -> None:
        try:
            moment = at_store(self._day, parse_time(self.time.text()), self._zone)
        except Invalid as problem:
            self._refuse(problem_message(problem))
            return
        if self._only_today and moment > self._now:
            words = QCoreApplication.translate("CustomerPage", "It is only {time} now.")
            self._refuse(words.format(time=self._formats.time(self._now)))
            return
        self.chosen.emit(moment)
        self.close()

    def _refuse(self, message: str) -> None:
        self.time.set_error(message)
        self.adjustSize()
        self.time.setFocus()
