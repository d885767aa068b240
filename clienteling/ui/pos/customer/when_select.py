"""The button of the composer that says when something happened or is planned."""

from datetime import datetime, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.ui.pos.customer.moment_popup import MomentPopup
from clienteling.ui.till import Till
from clienteling.ui.widgets.select import Choice, Select

_EARLIER = timedelta(hours=1)
_MORNING = 10


class _When(Enum):
    NOW = auto()
    EARLIER = auto()
    LATER = auto()
    MOMENT = auto()
    CHOSEN = auto()


class WhenSelect(QWidget):
    """Now, earlier today, later, or a day and a time. `changed` is emitted when a person chose another moment."""

    changed = Signal()

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._moment: datetime | None = None
        self.select = Select(icon="clock")
        self.select.setAccessibleName(QCoreApplication.translate("CustomerPage", "When"))
        self.select.changed.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.select)
        self.setFocusProxy(self.select)
        # Made last: Qt loses the way of the Tab key through a focus proxy that comes after a popup.
        self.popup = MomentPopup(till.formats, ZoneInfo(till.session.store.time_zone), self)
        self.popup.chosen.connect(self._take)
        self.popup.closed.connect(self._say)
        self._say()

    def moment(self) -> datetime | None:
        """The chosen moment; None for now."""
        return self._moment

    def set_moment(self, moment: datetime | None) -> None:
        self._moment = moment
        self._say()

    def _choose(self, key: object) -> None:
        now = self._till.now()
        if key is _When.NOW:
            self._take(None)
        elif key is _When.EARLIER:
            midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
            self.popup.ask(self.select, max(now - _EARLIER, midnight), now, only_today=True)
        elif key is _When.LATER:
            tomorrow = now.replace(hour=_MORNING, minute=0, second=0, microsecond=0) + timedelta(days=1)
            later = self._moment if self._moment is not None and self._moment > now else tomorrow
            self.popup.ask(self.select, later, now, only_today=False)
        elif key is _When.MOMENT:
            self.popup.ask(self.select, self._moment or now, now, only_today=False)

    def _take(self, moment: datetime | None) -> None:
        self.set_moment(moment)
        self.changed.emit()

    def _say(self) -> None:
        translate = QCoreApplication.translate
        choices = [
            Choice(_When.NOW, translate("CustomerPage", "Now")),
            Choice(_When.EARLIER, translate("CustomerPage", "Earlier today…")),
            Choice(_When.LATER, translate("CustomerPage", "Later: plan it…")),
            Choice(_When.MOMENT, translate("CustomerPage", "Date and time…")),
        ]
        if self._moment is not None:
            choices.append(Choice(_When.CHOSEN, self._words(self._moment)))
        self.select.set_choices(choices)
        self.select.set_value(_When.NOW if self._moment is None else _When.CHOSEN)

    def _words(self, moment: datetime) -> str:
        now, formats = self._till.now(), self._till.formats
        day = formats.moment(moment, now)
        if moment > now:
            return QCoreApplication.translate("CustomerPage", "Planned: {moment}").format(moment=day)
        return day
