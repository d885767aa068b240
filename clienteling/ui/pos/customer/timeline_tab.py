"""The tab of the timeline: the composer, filters with counts, and what happened."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.activity import Cursor, Timeline, TimelineItem, TimelineKind
from clienteling.services.timeline import PAGE
from clienteling.ui.lists.timeline_view import TimelineView
from clienteling.ui.pos.customer.column_scroll import ColumnScroll
from clienteling.ui.pos.customer.composer import Composer
from clienteling.ui.pos.customer.item_actions import ItemActions
from clienteling.ui.pos.customer.states import (
    show_no_activities,
    show_no_notes,
    show_no_purchases,
    show_nothing_yet,
    show_part_failure,
)
from clienteling.ui.pos.customer.timeline_filter import TimelineFilter
from clienteling.ui.theme import PAGE_PADDING, SPACE_4
from clienteling.ui.till import Till
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.state_page import StatePage


@dataclass(frozen=True, slots=True)
class Asked:
    """What of whose timeline was read; `limit` are as many as are shown already, so that all of them are current."""

    customer_id: int
    kinds: tuple[TimelineKind, ...]
    type_ids: tuple[int, ...]
    limit: int = field(default=PAGE, compare=False)


class TimelineTab(QWidget):
    """The page gives it the first entries along with the profile; the tab reads on, and anew for another filter.

    `note_asked` is emitted where there are no notes yet.
    """

    note_asked = Signal()

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._customer_id: int | None = None
        self._shown: Asked | None = None
        self._failed = False
        self.composer = Composer(till)
        self.filter = TimelineFilter(till.formats)
        self.filter.changed.connect(self._read)
        self.list = TimelineView(till.formats, till.now)
        self.item_actions = ItemActions(till, self)
        self.list.menu_asked.connect(self._open_menu)
        self.list.history_asked.connect(self.item_actions.show_history)
        self.state = StatePage()
        self.state.primary.connect(self._act)
        # Below a long text there may be less room than the state wants: it scrolls then.
        self._state_area = ColumnScroll(0, 0, 0)
        self._state_area.column.addWidget(self.state)
        self._lay_out()

    def begin(self, customer_id: int) -> None:
        """Be about a customer from now on: what is typed is theirs, even before their timeline is here."""
        self._customer_id = customer_id
        self.composer.show_customer(customer_id)

    def asked(self, customer_id: int) -> Asked:
        """What is to be read of a customer's timeline with the filter as it is."""
        asked = Asked(customer_id, self.filter.kinds(), self.filter.type_ids())
        return replace(asked, limit=max(PAGE, self.list.rows)) if asked == self._shown else asked

    def read_first(self, asked: Asked) -> Timeline:
        """The first entries; on the database's thread."""
        return self._read_page(asked, None, asked.limit)

    def focused(self) -> TimelineItem | None:
        """The entry that keys are about, while the list has them."""
        return self.list.current_item if self.list.hasFocus() else None

    def show_timeline(self, asked: Asked, timeline: Timeline) -> None:
        """Show the first entries, unless somebody asks for something else by now.

        For what is shown already the place is kept.
        """
        if self._customer_id is None or asked != self.asked(self._customer_id):
            return
        if asked != self._shown:
            # Another customer or filter, whose first entries may be the same as those that are shown.
            self.list.clear()
        self._shown = asked
        self._failed = False
        if timeline.items:
            self.list.show_timeline(timeline, partial(self._read_more, asked))
            self._stack.setCurrentWidget(self.list)
        else:
            self._say_empty(asked)
            self._stack.setCurrentWidget(self._state_area)

    def _read(self) -> None:
        if self._customer_id is None:
            return
        asked = self.asked(self._customer_id)
        self.list.show_loading()
        self._till.tasks.query(
            self,
            lambda: self.read_first(asked),
            partial(self.show_timeline, asked),
            key="page",
            failed=self._fail,
        )

    def _read_more(self, asked: Asked, cursor: Cursor, then: Callable[[Timeline | None], None]) -> None:
        def stop(error: Exception) -> None:
            then(None)
            self._till.messages.error(error)

        self._till.tasks.query(self, lambda: self._read_page(asked, cursor), then, key="more", failed=stop)

    def _read_page(self, asked: Asked, cursor: Cursor | None, limit: int = PAGE) -> Timeline:
        return self._till.services.timelines.page(
            self._till.session,
            asked.customer_id,
            kinds=asked.kinds,
            type_ids=asked.type_ids,
            cursor=cursor,
            limit=limit,
        )

    def _fail(self, error: Exception) -> None:
        self._failed = True
        show_part_failure(self.state, error)
        self._stack.setCurrentWidget(self._state_area)

    def _say_empty(self, asked: Asked) -> None:
        match asked.kinds:
            case (TimelineKind.ACTIVITY,):
                show_no_activities(self.state, of_type=bool(asked.type_ids))
            case (TimelineKind.NOTE,):
                show_no_notes(self.state)
            case (TimelineKind.PURCHASE,):
                show_no_purchases(self.state)
            case _:
                show_nothing_yet(self.state)

    def _open_menu(self, item: TimelineItem, place: QPoint) -> None:
        self.item_actions.open_menu(item, place, self.list.copy)

    def _act(self) -> None:
        if self._failed:
            self._read()
        else:
            self.note_asked.emit()

    def _lay_out(self) -> None:
        newest = Label(QCoreApplication.translate("CustomerPage", "Newest first"), tone=Tone.MUTED)
        newest.setFixedHeight(36)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self.filter, 1)
        bar.addWidget(newest, 0, Qt.AlignmentFlag.AlignTop)
        upper = QVBoxLayout()
        upper.setContentsMargins(0, 0, PAGE_PADDING, 0)
        upper.setSpacing(SPACE_4)
        upper.addWidget(self.composer)
        upper.addLayout(bar)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(PAGE_PADDING, SPACE_4, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(upper)
        self._stack = QStackedLayout()
        rows.addLayout(self._stack, 1)
        # Filled when it has its place: a stack without a parent shows its first widget as a window of its own.
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._state_area)
