"""Follow-ups: what is overdue, due today, and coming; at the side what rules propose."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.errors import Problem
from clienteling.domain.follow_up import FollowUp, Rule, State
from clienteling.ui.lists.action_list import OPEN
from clienteling.ui.lists.follow_up_list import CALL, DONE, MAIL, REOPEN, SNOOZE, TAKE, FollowUpList, FollowUpRow
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.page import Page
from clienteling.ui.pos.follow_ups.actions import FollowUpActions
from clienteling.ui.pos.follow_ups.proposals import Proposals
from clienteling.ui.pos.follow_ups.rows import done_rows, open_rows
from clienteling.ui.theme import PAGE_PADDING
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.button import Kind as Weight
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.segments import Segment, Segments
from clienteling.ui.widgets.skeleton import SkeletonRows
from clienteling.ui.widgets.state_page import Mood, StatePage

_WEEK = timedelta(days=7)


class Which(StrEnum):
    """Whose follow-ups are shown."""

    MINE = "mine"
    STORE = "store"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page needs, read in one go."""

    which: Which
    follow_ups: tuple[FollowUp, ...]
    proposed: tuple[FollowUp, ...]
    rules: tuple[Rule, ...]


class FollowUpsPage(Page):
    """A tap on a row opens its customer; its buttons call or write, postpone, and finish. Ctrl+Enter finishes, too."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._till = till
        self._by_key: dict[int, FollowUp] = {}
        self._next_step: Callable[[], object] = self._read
        self.which = Segments(
            [
                Segment(Which.MINE, translate("FollowUps", "Mine")),
                Segment(Which.STORE, translate("FollowUps", "Store")),
                Segment(Which.DONE, translate("FollowUps", "Done")),
            ],
            Which.MINE,
            name=translate("FollowUps", "Which follow-ups"),
        )
        self.new_button = Button(translate("FollowUps", "New"), icon="plus", kind=Weight.PRIMARY)
        self.head = PageHead(translate("FollowUps", "Follow-ups"), self.which, self.new_button)
        self.list = FollowUpList()
        self.state = StatePage()
        self.skeleton = SkeletonRows(6, row_height=64)
        self.proposals = Proposals(till)
        self.acts = FollowUpActions(till, self)
        self._anchor = QWidget(self.list.viewport())
        self._anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lay_out()
        self._connect()

    # What the window tells

    def activate(self, argument: object) -> None:
        if isinstance(argument, str) and argument in set(Which):
            self.which.set_value(Which(argument))
        self._read()
        self.list.setFocus()

    def refresh(self, changes: Changes) -> None:
        if any(changes.concerns(kind) for kind in (Kind.TASKS, Kind.BOOKS, Kind.CUSTOMERS, Kind.COMPANY)):
            self._read()

    def edit(self) -> None:
        current = self._current()
        if current is not None and current.state is State.OPEN:
            self.acts.edit(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self._current() if self.focusWidget() is self.list else None
        if current is None or current.state is not State.OPEN:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete:
            self.acts.delete(current)
        elif event.key() == Qt.Key.Key_Space:
            self.acts.finish(current)
        else:
            super().keyPressEvent(event)

    # Reading and showing

    def _read(self) -> None:
        which = self.which.value()
        if not isinstance(which, Which):
            return
        if not self._by_key and self._stack.currentWidget() is not self.state:
            self._stack.setCurrentWidget(self.skeleton)
        self._till.tasks.query(self, partial(self._read_all, which), self._show, key="follow-ups", failed=self._fail)

    def _read_all(self, which: Which) -> Shown:
        """On the database's thread."""
        services, session = self._till.services.follow_ups, self._till.session
        reading = {Which.MINE: services.mine, Which.STORE: services.of_store, Which.DONE: services.done}
        rules = self._till.services.follow_up_rules.rules(session.legal_entity)
        return Shown(which, reading[which](session), services.proposed(session), rules)

    def _show(self, shown: Shown) -> None:
        formats, now = self._till.formats, self._till.now()
        self._by_key = {follow_up.id: follow_up for follow_up in shown.follow_ups}
        if shown.which is Which.DONE:
            rows = done_rows(shown.follow_ups, formats, now)
        else:
            rows = open_rows(shown.follow_ups, formats, now, with_worker=shown.which is Which.STORE)
        self.list.set_rows(rows)
        self.proposals.show_proposals(shown.proposed, shown.rules)
        self._say_count(shown)
        if rows:
            self._stack.setCurrentWidget(self.list)
        else:
            self._show_empty(shown)

    def _say_count(self, shown: Shown) -> None:
        week = self._till.formats.today(self._till.now()) + _WEEK
        near = sum(1 for f in shown.follow_ups if f.due < week)
        words = "" if shown.which is Which.DONE else QCoreApplication.translate("FollowUps", "%n this week", "", near)
        self.head.note.setText(words)

    def _show_empty(self, shown: Shown) -> None:
        translate = QCoreApplication.translate
        if shown.which is Which.DONE:
            title, words = (
                translate("FollowUps", "Nothing done yet"),
                translate("FollowUps", "What you finish stands here, and can be opened again."),
            )
        elif shown.proposed and shown.which is Which.MINE:
            title, words = (
                translate("FollowUps", "Nothing to follow up"),
                translate("FollowUps", "At the side stands what your customers would be glad of. Take what you like."),
            )
        else:
            title, words = (
                translate("FollowUps", "Nothing to follow up"),
                translate("FollowUps", "Write down what you have promised, and it stands here when its day comes."),
            )
        self._next_step = partial(self.acts.add, ())
        self.state.show_state(
            "list-checks", title, words, primary=translate("FollowUps", "New follow-up"), primary_icon="plus"
        )
        self._stack.setCurrentWidget(self.state)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            return
        self._next_step = self._read
        self.state.show_state(
            "circle-alert",
            problem_title(error),
            problem_message(error),
            mood=Mood.FAILED,
            primary=QCoreApplication.translate("FollowUps", "Try again"),
        )
        self._stack.setCurrentWidget(self.state)

    # What the worker does

    def _take_step(self) -> None:
        self._next_step()

    def _act(self, row: FollowUpRow, action: str) -> None:
        follow_up = self._by_key.get(row.key)
        if follow_up is None:
            return
        if action == SNOOZE:
            self._snooze(follow_up)
            return
        acts = {
            CALL: self.acts.call,
            MAIL: self.acts.mail,
            DONE: self.acts.finish,
            REOPEN: self.acts.reopen,
            OPEN: self._open,
        }
        acts[action](follow_up)

    def _open(self, follow_up: FollowUp) -> None:
        if follow_up.customer_id is not None:
            among = [f.customer_id for f in self._by_key.values() if f.customer_id is not None]
            self.go.emit("customer", (follow_up.customer_id, list(dict.fromkeys(among))))
        elif follow_up.state is State.OPEN:
            self.acts.edit(follow_up)

    def _snooze(self, follow_up: FollowUp) -> None:
        self._anchor.setGeometry(self.list.area_of(follow_up.id, SNOOZE))
        self.acts.snooze_menu(follow_up, self._anchor).open_below(self._anchor, from_right=True)

    def _open_menu(self, row: FollowUpRow, point: QPoint) -> None:
        follow_up = self._by_key.get(row.key)
        if follow_up is None or follow_up.state is not State.OPEN:
            return
        opened = partial(self._open, follow_up) if follow_up.customer_id is not None else None
        self.acts.menu(follow_up, opened=opened).popup(point)

    def _act_on_proposal(self, key: int, action: str) -> None:
        follow_up = self.proposals.of(key)
        if follow_up is None:
            return
        if action == OPEN:
            self._open(follow_up)
        elif action == TAKE:
            self.acts.take(follow_up)
        else:
            self.acts.skip(follow_up)

    def _current(self) -> FollowUp | None:
        row = self.list.current()
        return self._by_key.get(row.key) if row is not None else None

    def _connect(self) -> None:
        self.which.changed.connect(self._read)
        self.new_button.clicked.connect(partial(self.acts.add, ()))
        self.list.acted.connect(self._act)
        self.list.menu_asked.connect(self._open_menu)
        self.state.primary.connect(self._take_step)
        self.acts.failed.connect(self._read)
        self.proposals.acted.connect(self._act_on_proposal)
        self.proposals.all_taken.connect(self.acts.take_all)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        row.addLayout(column, 1)
        row.addWidget(self.proposals)
        # Filled when it has its place: a stack without a parent shows its first widget as a window of its own.
        for part in (self.list, self.state, self.skeleton):
            self._stack.addWidget(part)
        self._anchor.setGeometry(QRect(0, 0, 1, 1))
