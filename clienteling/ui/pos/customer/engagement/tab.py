"""The tab of a customer's engagement."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.card import Score
from clienteling.domain.enrichment import AccountEngagement
from clienteling.domain.errors import NotAllowed
from clienteling.domain.operations import Operation
from clienteling.ui.pos.customer.column_scroll import ColumnScroll
from clienteling.ui.pos.customer.engagement.charts_box import MonthCharts
from clienteling.ui.pos.customer.engagement.figures_box import FiguresBox
from clienteling.ui.pos.customer.engagement.score_box import ScoreBox
from clienteling.ui.pos.customer.states import show_not_allowed, show_part_failure
from clienteling.ui.theme import PAGE_PADDING, SPACE_4, TEXT_NOTE
from clienteling.ui.till import Till
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.skeleton import SkeletonRows
from clienteling.ui.widgets.state_page import StatePage

_LOADING_AFTER = 100
_WIDEST = 1180


class EngagementTab(QWidget):
    """Reads when it is first shown for a customer, and again after `refresh`."""

    set_up_asked = Signal()

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._customer_id: int | None = None
        self._score: Score | None = None
        self._is_read = False
        self._stale = False
        self.score = ScoreBox(till.formats)
        self.figures = FiguresBox(till.formats)
        self.charts = MonthCharts(till.formats)
        words = QCoreApplication.translate(
            "Engagement", "Only counts and dates are used. What was written is never read."
        )
        self.source = Label(words, size=TEXT_NOTE, tone=Tone.MUTED, wrap=True)
        self.area = ColumnScroll(PAGE_PADDING, SPACE_4, PAGE_PADDING)
        self.area.setAccessibleName(QCoreApplication.translate("Engagement", "The customer’s engagement"))
        self.state = StatePage()
        self._skeleton = QWidget()
        self._loading = QTimer(self, singleShot=True, interval=_LOADING_AFTER)
        self._loading.timeout.connect(lambda: self._stack.setCurrentWidget(self._skeleton))
        self._failed = False
        self.state.primary.connect(self._take_step)
        self._lay_out()

    def show_customer(self, customer_id: int, score: Score | None) -> None:
        """Be about another customer; nothing of the one before stays. `score` is the one on the card."""
        self._score = score
        if customer_id != self._customer_id:
            self._customer_id = customer_id
            self._is_read = False
            self._stack.setCurrentWidget(self._skeleton)
            self.refresh()

    def refresh(self) -> None:
        """Something changed: read again, now or when it is shown."""
        self._stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, _event: object) -> None:
        if self._stale:
            self._read()

    def _read(self) -> None:
        customer_id = self._customer_id
        if customer_id is None:
            return
        self._stale = False
        if not self._is_read:
            self._loading.start()
        results, session = self._till.services.engagement.results, self._till.session
        self._till.tasks.query(
            self, lambda: results.of_customer(session, customer_id), self._show, key="engagement", failed=self._fail
        )

    def _show(self, found: AccountEngagement | None) -> None:
        self._loading.stop()
        self._is_read = True
        now = self._till.now()
        if found is None and self._score is None:
            self._say_nothing_yet()
            return
        for part in (self.figures, self.charts):
            part.setVisible(found is not None)
        if found is not None:
            self.score.show_engagement(found, now)
            self.figures.show_engagement(found, now)
            self.charts.show_engagement(found)
        elif self._score is not None:
            self.score.show_score(self._score, now)
        self._stack.setCurrentWidget(self.area)

    def _say_nothing_yet(self) -> None:
        translate = QCoreApplication.translate
        self._failed = False
        may = self._till.may(Operation.ENGAGEMENT)
        sentence = translate(
            "Engagement",
            "A score, e-mails and meetings stand here when the customer writes to or meets colleagues whose addresses "
            "were chosen at headquarters.",
        )
        self.state.show_state(
            "mails",
            translate("Engagement", "No engagement is known yet"),
            sentence,
            primary=translate("Engagement", "Account engagement at headquarters") if may else "",
        )
        self._stack.setCurrentWidget(self.state)

    def _fail(self, error: Exception) -> None:
        self._loading.stop()
        self._failed = True
        if isinstance(error, NotAllowed):
            show_not_allowed(self.state, error)
            self.state.primary_button.hide()
        else:
            show_part_failure(self.state, error)
        self._stack.setCurrentWidget(self.state)

    def _take_step(self) -> None:
        if self._failed:
            self._read()
        else:
            self.set_up_asked.emit()

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        boxes: tuple[QWidget, ...] = (self.score, self.figures, self.charts, self.source)
        for box in boxes:
            column.addWidget(box)
        row = QHBoxLayout()
        row.addWidget(content, 1000)
        row.addStretch(1)
        self.area.column.addLayout(row)
        self.area.column.addStretch()
        rows = QVBoxLayout(self._skeleton)
        rows.setContentsMargins(PAGE_PADDING, SPACE_4, PAGE_PADDING, 0)
        rows.addWidget(SkeletonRows(5, row_height=96, discs=False))
        rows.addStretch()
        self._stack = QStackedLayout(self)
        for part in (self.area, self.state, self._skeleton):
            self._stack.addWidget(part)
