"""What happened between us and a customer in a year, in figures."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from clienteling.domain.enrichment import AccountEngagement, EngagementNumbers
from clienteling.ui.formats import Formats
from clienteling.ui.pos.customer.relationship.figures_box import Figure
from clienteling.ui.widgets.box import Box

_FIGURES = 4
_NONE = "--"


class FiguresBox(Box):
    """Four numbers side by side."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self.figures = [Figure() for _ in range(_FIGURES)]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(16)
        for figure in self.figures:
            row.addWidget(figure, 1)

    def show_engagement(self, found: AccountEngagement, now: datetime) -> None:
        for figure, texts in zip(self.figures, self._texts(found.year, self._formats.today(now)), strict=True):
            figure.say(*texts)

    def _texts(self, year: EngagementNumbers, today: date) -> tuple[tuple[str, str, str], ...]:
        translate, number = QCoreApplication.translate, self._formats.number
        reply = meeting = ""
        if year.reply_hours is not None:
            words = translate("Engagement", "replies take {hours} h")
            reply = words.format(hours=number(round(year.reply_hours, 1)))
        if year.meeting_minutes is not None:
            words = translate("Engagement", "{minutes} min on average")
            meeting = words.format(minutes=number(round(year.meeting_minutes)))
        return (
            (number(year.mails), translate("Engagement", "E-mails, last 12 months"), reply),
            (number(year.meetings), translate("Engagement", "Meetings, last 12 months"), meeting),
            (self._since(year.last_mail, today), translate("Engagement", "since the last e-mail"), ""),
            (self._since(year.last_meeting, today), translate("Engagement", "since the last meeting"), ""),
        )

    def _since(self, day: date | None, today: date) -> str:
        if day is None:
            return _NONE
        return QCoreApplication.translate("Engagement", "%n days", None, max(0, (today - day).days))
