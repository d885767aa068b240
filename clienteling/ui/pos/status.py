"""The status page: where the data is, whether it answers, and whether all of it is well."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clienteling import __version__
from clienteling.domain.errors import Problem
from clienteling.domain.operations import Operation
from clienteling.services.status import Connection, Finding, Health
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.page import Page
from clienteling.ui.theme import PAGE_PADDING
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.section import Hairline, PropertyRow, SectionHead

_WIDTH = 720


class StatusPage(Page):
    """The connection is asked whenever the page is shown; the health check runs when somebody wants it."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        translate = QCoreApplication.translate
        self.check = Button(translate("StatusPage", "Check everything"), icon="stethoscope")
        self.check.set_not_allowed(till.who_may(Operation.HEALTH_CHECK))
        self.check.clicked.connect(self._check)
        self.banner = Banner()
        self.facts = _Facts(translate("StatusPage", "Connection"))
        self.findings = _Facts(translate("StatusPage", "Health"))
        self.findings.hide()
        self.counts = _Facts(translate("StatusPage", "What is stored"))
        self.counts.hide()
        self._lay_out()

    def activate(self, argument: object) -> None:
        till = self._till
        till.tasks.query(
            self,
            lambda: till.services.status.connection(till.session),
            self._show_connection,
            key="connection",
            failed=self._fail,
        )

    def _check(self) -> None:
        till = self._till
        self.check.setEnabled(False)
        self.check.set_label(QCoreApplication.translate("StatusPage", "Checking…"))
        till.tasks.query(
            self,
            lambda: till.services.status.health(till.session),
            self._show_health,
            key="health",
            failed=self._fail,
        )

    def _checked(self) -> None:
        self.check.setEnabled(True)
        self.check.set_label(QCoreApplication.translate("StatusPage", "Check everything"))

    def _show_connection(self, connection: Connection) -> None:
        translate = QCoreApplication.translate
        self.banner.set_weight(Weight.ACCENT, "circle-check")
        self.banner.say(
            translate("StatusPage", "Everything answers."),
            translate("StatusPage", "The data is read and written on this connection; nothing waits to be sent."),
        )
        session = self._till.session
        size = self._till.formats.locale.formattedDataSize(connection.size)
        self.facts.show_rows(
            (
                (translate("StatusPage", "Database"), connection.system),
                (translate("StatusPage", "Place"), connection.place),
                (translate("StatusPage", "Size"), size),
                (translate("StatusPage", "Till"), f"{session.store.name} · {session.register.name}"),
                (translate("StatusPage", "Time zone"), session.store.time_zone),
                (translate("StatusPage", "Program"), __version__),
            )
        )

    def _show_health(self, health: Health) -> None:
        self._checked()
        self.findings.show_rows(tuple(_finding(finding) for finding in health.findings))
        numbers = self._till.formats.number
        self.counts.show_rows(tuple((name, numbers(count)) for name, count in health.counts.items() if count))
        self.findings.show()
        self.counts.show()
        translate = QCoreApplication.translate
        if not health.is_well:
            self.banner.set_weight(Weight.DANGER, "circle-alert")
            self.banner.say(
                translate("StatusPage", "Something is not as it should be."),
                translate("StatusPage", "Work can go on. Please show this page to your administrator."),
            )

    def _fail(self, error: Exception) -> None:
        self._checked()
        if isinstance(error, Problem):
            self.banner.set_weight(Weight.DANGER, "circle-alert")
            self.banner.say(problem_title(error), problem_message(error))

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        parts = QVBoxLayout(content)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(16)
        for part in (self.banner, self.facts, self.findings, self.counts):
            parts.addWidget(part)
        parts.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(content, 1)
        row.addStretch(0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(0)
        column.addWidget(PageHead(QCoreApplication.translate("StatusPage", "Status"), self.check))
        column.addWidget(area, 1)


def _finding(finding: Finding) -> tuple[str, str]:
    translate = QCoreApplication.translate
    title = translate("Problem", finding.title)
    if not finding.broken:
        return title, translate("StatusPage", "Yes")
    details = "; ".join(finding.details)
    return title, translate("StatusPage", "No, %n case(s)", "", finding.broken) + (f": {details}" if details else "")


class _Facts(Box):
    """A box of facts under a head."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 20, 14)
        self._column.setSpacing(4)
        self._column.addWidget(SectionHead(title))
        self._column.addWidget(Hairline(room=4))

    def show_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        for widget in self._rows:
            self._column.removeWidget(widget)
            widget.deleteLater()
        self._rows = [PropertyRow(label, value) for label, value in rows]
        for widget in self._rows:
            self._column.addWidget(widget)
