"""Choosing the day on which something is to be done: one of the next, or any from a month."""

from datetime import date, timedelta
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.ui.formats import Formats
from clienteling.ui.pos.month import Month
from clienteling.ui.theme import SPACE_2, SPACE_3
from clienteling.ui.till import Till
from clienteling.ui.widgets.popup import Popup
from clienteling.ui.widgets.select import Choice, Select


class _Any(Enum):
    OTHER = auto()


def near_days(today: date, formats: Formats, *, with_today: bool = True) -> list[tuple[date, str]]:
    """The days that are chosen most, with their names."""
    translate = QCoreApplication.translate
    named = [(today, translate("FollowUps", "Today"))] if with_today else []
    named.append((today + timedelta(days=1), translate("FollowUps", "Tomorrow")))
    later = today + timedelta(days=3)
    named.append((later, _capital(formats.locale.standaloneDayName(later.isoweekday()))))
    named.append((today + timedelta(days=7), translate("FollowUps", "Next week")))
    named.append((today + timedelta(days=30), translate("FollowUps", "In a month")))
    return named


class DaySelect(QWidget):
    """Shows the day that is chosen. `changed` is emitted when a person chose another."""

    changed = Signal()

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._day = till.formats.today(till.now())
        self.select = Select(icon="calendar-days", field=True)
        self.select.changed.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.select)
        self.setFocusProxy(self.select)
        # Made last: Qt loses the way of the Tab key through a focus proxy that comes after a popup.
        self.popup = DayPopup(till, self)
        self.popup.picked.connect(self._take)
        self._say()

    def day(self) -> date:
        return self._day

    def set_day(self, day: date) -> None:
        """Show a day, without `changed`."""
        self._day = day
        self._say()

    def set_wrong(self, wrong: bool) -> None:
        self.select.set_wrong(wrong)

    def setAccessibleName(self, name: str) -> None:
        self.select.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        self.select.setAccessibleDescription(description)

    def _choose(self, key: object) -> None:
        if isinstance(key, date):
            self._take(key)
        else:
            self._say()
            self.popup.ask(self.select, self._day)

    def _take(self, day: date) -> None:
        self.set_day(day)
        self.changed.emit()

    def _say(self) -> None:
        formats = self._till.formats
        today = formats.today(self._till.now())
        near = dict(near_days(today, formats))
        choices = [Choice(day, f"{name}, {formats.day(day, today)}") for day, name in near.items()]
        if self._day not in near:
            choices.append(Choice(self._day, formats.full_day(self._day)))
        choices.append(Choice(_Any.OTHER, QCoreApplication.translate("FollowUps", "Another day…")))
        self.select.set_choices(choices)
        self.select.set_value(self._day)


class DayPopup(Popup):
    """A month to pick a day from."""

    picked = Signal(object)

    def __init__(self, till: Till, parent: QWidget) -> None:
        super().__init__(parent)
        self._till = till
        self.month: Month | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_3)

    def ask(self, control: QWidget, day: date) -> None:
        """Open below a control; a month made anew, so that it knows which day is today."""
        if self.month is not None:
            self._column.removeWidget(self.month)
            self.month.deleteLater()
        formats = self._till.formats
        self.month = Month(formats.locale, formats.today(self._till.now()), self)
        self.month.picked.connect(self._pick)
        self.month.show_days(day, day)
        self._column.addWidget(self.month)
        self.open_below(control)
        self.month.setFocus()

    def _pick(self, day: date) -> None:
        self.close()
        self.picked.emit(day)


def _capital(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}"
