"""The tab of a customer's engagement."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.card import Score
from clienteling.domain.enrichment import AccountEngagement
from clienteling.domain.operations import Operation
from clienteling.ui.pos.customer.engagement.charts_box import MonthCharts
from clienteling.ui.pos.customer.engagement.figures_box import FiguresBox
from clienteling.ui.pos.customer.engagement.score_box import ScoreBox
from clienteling.ui.pos.customer.read_tab import ReadTab
from clienteling.ui.theme import SPACE_4, TEXT_NOTE
from clienteling.ui.till import Till
from clienteling.ui.widgets.label import Label, Tone


class EngagementTab(ReadTab[AccountEngagement | None]):
    """The score with its parts, figures and months; `set_up_asked` where nothing is known and one may set it up."""

    set_up_asked = Signal()

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(till, parent)
        self._score: Score | None = None
        self.score = ScoreBox(till.formats)
        self.figures = FiguresBox(till.formats)
        self.charts = MonthCharts(till.formats)
        words = QCoreApplication.translate(
            "Engagement", "Only counts and dates are used. What was written is never read."
        )
        self.source = Label(words, size=TEXT_NOTE, tone=Tone.MUTED, wrap=True)
        self.area.setAccessibleName(QCoreApplication.translate("Engagement", "The customer’s engagement"))
        self._lay_out((self.score, self.figures, self.charts, self.source), SPACE_4)

    def show_customer(self, customer_id: int, score: Score | None) -> None:
        """Be about a customer; `score` is the one on the card."""
        self._score = score
        self.be_about(customer_id)

    def _read_of(self, customer_id: int) -> AccountEngagement | None:
        return self._till.services.engagement.results.of_customer(self._till.session, customer_id)

    def _show_found(self, found: AccountEngagement | None) -> None:
        now = self._till.now()
        for part in (self.figures, self.charts):
            part.setVisible(found is not None)
        if found is not None:
            self.score.show_engagement(found, now)
            self.figures.show_engagement(found, now)
            self.charts.show_engagement(found)
        elif self._score is not None:
            self.score.show_score(self._score, now)
        else:
            self._say_nothing_yet()

    def _say_nothing_yet(self) -> None:
        translate = QCoreApplication.translate
        sentence = translate(
            "Engagement",
            "A score, e-mails and meetings stand here when the customer writes to or meets colleagues whose addresses "
            "were chosen at headquarters.",
        )
        step = translate("Engagement", "Account engagement at headquarters")
        may = self._till.may(Operation.ENGAGEMENT)
        self._say("mails", translate("Engagement", "No engagement is known yet"), sentence, step if may else "")

    def _go_on(self) -> None:
        self.set_up_asked.emit()
