"""The side of the follow-ups: what rules propose, until it is taken or skipped."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.follow_up import FollowUp, Rule
from clienteling.ui.lists.follow_up_list import ProposalList, ProposalRow
from clienteling.ui.pos.follow_ups.rows import proposal_rows, rules_words
from clienteling.ui.theme import PAGE_PADDING, STRONG, TEXT_HEAD, TEXT_NOTE
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Surface
from clienteling.ui.widgets.button import Link
from clienteling.ui.widgets.label import Label, Tone

_WIDTH = 384


class Proposals(Surface):
    """384 wide. `acted` gives the key of a proposal and what was pressed of it."""

    acted = Signal(object, str)
    all_taken = Signal()

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="surface_raised", edge=Qt.Edge.LeftEdge)
        translate = QCoreApplication.translate
        self._till = till
        self._known: dict[int, FollowUp] = {}
        self._title = Label(translate("FollowUps", "Proposed for you"), size=TEXT_HEAD, weight=STRONG)
        self._count = Label(size=TEXT_HEAD, tone=Tone.MUTED)
        self.all_link = Link("")
        self.list = ProposalList()
        self.list.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._nothing = Label(
            translate("FollowUps", "Nothing is proposed now. Look in again tomorrow."), tone=Tone.MUTED, wrap=True
        )
        self._rules = Label(size=TEXT_NOTE, tone=Tone.MUTED, wrap=True)
        self.setFixedWidth(_WIDTH)
        self._lay_out()
        self.all_link.clicked.connect(self.all_taken)
        self.list.acted.connect(self._act)

    def of(self, key: int) -> FollowUp | None:
        return self._known.get(key)

    def show_proposals(self, proposed: Sequence[FollowUp], rules: Sequence[Rule]) -> None:
        formats = self._till.formats
        self._known = {follow_up.id: follow_up for follow_up in proposed}
        self.list.set_rows(proposal_rows(proposed, formats, self._till.now()))
        count = formats.number(len(proposed))
        self._count.setText(count if proposed else "")
        words = QCoreApplication.translate("FollowUps", "Take all {count}", None, len(proposed))
        self.all_link.set_label(words.format(count=count))
        self.all_link.setVisible(len(proposed) > 1)
        self.list.setVisible(bool(proposed))
        self._nothing.setVisible(not proposed)
        self._rules.setText(rules_words(rules))

    def _act(self, row: ProposalRow, action: str) -> None:
        self.acted.emit(row.key, action)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 16, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.all_link)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self._rules)
        column.addStretch(0)
        self.all_link.hide()
        self.list.hide()
