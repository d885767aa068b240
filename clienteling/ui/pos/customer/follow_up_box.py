"""What is to be followed up with a customer, in the profile: whoever has it to do."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.customer import Customer
from clienteling.domain.follow_up import FollowUp, Section
from clienteling.domain.operations import Operation
from clienteling.ui.pos.follow_ups.actions import FollowUpActions
from clienteling.ui.pos.follow_ups.rows import title_of
from clienteling.ui.theme import MEDIUM
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import IconButton, Kind, Link
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import SmallHead

MOST = 5


class FollowUpBox(QWidget):
    """The next ones, each with *Done*, and a link to write down another. Reads by itself."""

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._till = till
        self._customer: Customer | None = None
        self._shown: tuple[FollowUp, ...] = ()
        self.acts = FollowUpActions(till, self)
        self.acts.failed.connect(self.refresh)
        self.add_link = Link(translate("FollowUps", "Follow up"), icon="plus")
        self.add_link.clicked.connect(self.add)
        till.explain(self.add_link, Operation.TASKS)
        head = QHBoxLayout()
        head.addWidget(SmallHead(translate("FollowUps", "Follow-ups")), 1)
        head.addWidget(self.add_link)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 6)
        self._rows.setSpacing(2)
        self._rows.addLayout(head)

    @property
    def titles(self) -> list[str]:
        """What is shown, one by one."""
        return [follow_up.title for follow_up in self._shown[:MOST]]

    def show_customer(self, customer: Customer) -> None:
        if self._customer is None or self._customer.id != customer.id:
            self._show(())
        self._customer = customer
        self.refresh()

    def refresh(self) -> None:
        """Read what is open about the customer who is shown."""
        if self._customer is None or not self._till.may(Operation.TASKS):
            return
        work = partial(self._till.services.follow_ups.of_customer, self._till.session, self._customer.id)
        # Somebody may have been erased, or the right may be gone: the page says so.
        self._till.tasks.query(self, work, self._show, key="follow-ups", failed=lambda _: self._show(()))

    def add(self) -> None:
        if self._customer is not None:
            self.acts.add([self._customer.id], self._customer.name)

    def _show(self, follow_ups: Sequence[FollowUp]) -> None:
        if tuple(follow_ups) == self._shown:
            return
        while self._rows.count() > 1:
            taken = self._rows.takeAt(1)
            if taken is not None and (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = tuple(follow_ups)
        for follow_up in self._shown[:MOST]:
            self._rows.addWidget(self._row(follow_up))
        if len(self._shown) > MOST:
            words = QCoreApplication.translate("FollowUps", "and %n more", "", len(self._shown) - MOST)
            self._rows.addWidget(Label(words, tone=Tone.MUTED))

    def _row(self, follow_up: FollowUp) -> QWidget:
        formats = self._till.formats
        today = formats.today(self._till.now())
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title_of(follow_up), weight=MEDIUM, elide=True))
        overdue = follow_up.section(today) is Section.OVERDUE
        day = formats.day(follow_up.due, today)
        if overdue:
            day = QCoreApplication.translate("FollowUps", "Overdue since {day}").format(day=day)
        who = "" if follow_up.worker_id == self._till.session.worker.id else follow_up.worker
        detail = " · ".join(part for part in (day, who) if part)
        words.addWidget(Label(detail, tone=Tone.DANGER if overdue else Tone.MUTED, elide=True))
        done = IconButton("check", QCoreApplication.translate("FollowUps", "Done"), kind=Kind.PLAIN)
        done.clicked.connect(partial(self.acts.finish, follow_up))
        line.addLayout(words, 1)
        line.addWidget(done)
        return row
