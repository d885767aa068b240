"""What the audit is asked for: who, what, whom, and since when."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.domain.audit import AuditFilter, Outcome
from clienteling.domain.operations import READINGS, Operation
from clienteling.domain.text import fold
from clienteling.ui.theme import SPACE_3
from clienteling.ui.till import Till
from clienteling.ui.widgets.field import FieldEdit
from clienteling.ui.widgets.select import Choice, Select

_ANY = "any"
_REFUSED = "refused"


class Period(Enum):
    """Since when; in days before today."""

    EVER = None
    TODAY = 0
    WEEK = 6
    MONTH = 29
    YEAR = 364


class AuditFilters(QWidget):
    """A row of choices. `changed` when the audit has to be read anew; `asked` is what for."""

    changed = Signal()

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        translate = QCoreApplication.translate
        self.who = Select(prefix=translate("AuditPage", "Who"), searched=True)
        self.what = Select(self._operations(), prefix=translate("AuditPage", "What"), searched=True)
        self.when = Select(_periods(), prefix=translate("AuditPage", "When"))
        self.account = FieldEdit()
        self.account.setPlaceholderText(translate("AuditPage", "Account number of a customer"))
        self.account.setAccessibleName(self.account.placeholderText())
        self.account.setFixedWidth(260)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, SPACE_3)
        row.setSpacing(SPACE_3)
        for part in (self.account, self.who, self.what, self.when):
            row.addWidget(part)
        row.addStretch(1)
        self.set_workers(())
        self._put_back()
        for select in (self.who, self.what, self.when):
            select.changed.connect(lambda _: self.changed.emit())
        self.account.textEdited.connect(lambda _: self.changed.emit())

    def _operations(self) -> list[Choice]:
        translate = QCoreApplication.translate
        known = [Choice(o, translate("Problem", o.title)) for o in Operation if o not in READINGS]
        known.sort(key=lambda choice: fold(choice.label))
        return [
            Choice(_ANY, translate("AuditPage", "everything")),
            Choice(_REFUSED, translate("AuditPage", "only what was refused")),
            *known,
        ]

    def set_workers(self, workers: Sequence[tuple[int, str]]) -> None:
        """Who can be chosen; the choice stays if it is still there."""
        chosen = self.who.value()
        choices = [Choice(_ANY, QCoreApplication.translate("AuditPage", "everybody"))]
        choices += [Choice(key, name) for key, name in workers]
        self.who.set_choices(choices)
        self.who.set_value(chosen if chosen in {choice.key for choice in choices} else _ANY)

    @property
    def asked(self) -> AuditFilter:
        who, what, when = self.who.value(), self.what.value(), self.when.value()
        return AuditFilter(
            who if isinstance(who, int) else None,
            what if isinstance(what, Operation) else None,
            Outcome.REFUSED if what == _REFUSED else None,
            self.account.text().strip(),
            self._since(when) if isinstance(when, Period) else None,
        )

    def _since(self, period: Period) -> datetime | None:
        if period.value is None:
            return None
        now = self._till.now()
        return datetime.combine(now.date() - timedelta(days=period.value), time(), now.tzinfo)

    def clear(self) -> None:
        """Ask for everything."""
        self._put_back()
        self.changed.emit()

    def _put_back(self) -> None:
        self.account.clear()
        self.who.set_value(_ANY)
        self.what.set_value(_ANY)
        self.when.set_value(Period.EVER)


def _periods() -> list[Choice]:
    translate = QCoreApplication.translate
    return [
        Choice(Period.EVER, translate("AuditPage", "at any time")),
        Choice(Period.TODAY, translate("AuditPage", "today")),
        Choice(Period.WEEK, translate("AuditPage", "in the last 7 days")),
        Choice(Period.MONTH, translate("AuditPage", "in the last 30 days")),
        Choice(Period.YEAR, translate("AuditPage", "in the last year")),
    ]
