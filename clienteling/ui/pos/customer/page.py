"""Customer details: one page for everything known of a customer, and for writing down what happened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from operator import index
from typing import SupportsIndex

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.activity import ActivityType, Timeline, TimelineCounts, TimelineItem, TimelineKind
from clienteling.domain.audit import Changes, Kind
from clienteling.domain.card import Holder
from clienteling.domain.customer import Customer
from clienteling.domain.errors import NotAllowed, NotFound
from clienteling.domain.operations import Operation
from clienteling.domain.profile import Profile
from clienteling.ui.messages import bug_details, problem_message
from clienteling.ui.page import BACK, Page
from clienteling.ui.pos.customer.attributes_tab import AttributesTab
from clienteling.ui.pos.customer.book_actions import BookActions
from clienteling.ui.pos.customer.drafts import Draft
from clienteling.ui.pos.customer.engagement.tab import EngagementTab
from clienteling.ui.pos.customer.head import CustomerHead, View
from clienteling.ui.pos.customer.notes_tab import NotesTab
from clienteling.ui.pos.customer.patience import Patience
from clienteling.ui.pos.customer.pinned_notes import MOST
from clienteling.ui.pos.customer.profile_column import ProfileColumn
from clienteling.ui.pos.customer.purchases_tab import PurchasesTab
from clienteling.ui.pos.customer.relationship.tab import RelationshipTab
from clienteling.ui.pos.customer.skeleton import CustomerSkeleton
from clienteling.ui.pos.customer.states import show_failure, show_nobody, show_not_allowed
from clienteling.ui.pos.customer.timeline_tab import Asked, TimelineTab
from clienteling.ui.pos.export import ExportActions
from clienteling.ui.till import Till
from clienteling.ui.widgets.state_page import StatePage

_SHOWN = (Kind.CUSTOMERS, Kind.BOOKS, Kind.TIMELINE, Kind.ATTRIBUTES, Kind.WORKERS, Kind.COMPANY)


@dataclass(frozen=True, slots=True)
class Details:
    """All that the page needs to show a customer, read in one go."""

    profile: Profile
    types: tuple[ActivityType, ...]
    counts: TimelineCounts
    asked: Asked
    timeline: Timeline
    pinned: tuple[TimelineItem, ...]


class CustomerPage(Page):
    """Its argument is a customer's key, or a pair of that and the keys of those to page through.

    What was typed is kept for each customer until it is saved; `drafts` tells of it without its text being shown.
    """

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        self._customer_id: int | None = None
        self._among: Sequence[int] = ()
        self._details: Details | None = None
        self._next_steps: tuple[Callable[[], object], ...] = ()
        self.column = ProfileColumn(till)
        self.head = CustomerHead(till.formats)
        self.timeline = TimelineTab(till)
        self.purchases = PurchasesTab(till)
        self.relationship = RelationshipTab(till)
        self.engagement = EngagementTab(till)
        self.notes = NotesTab(till, self.timeline.item_actions)
        self.attributes = AttributesTab(till)
        self.state = StatePage()
        self._content = QWidget()
        self.skeleton = CustomerSkeleton()
        self._book = BookActions(till, self)
        self._export = ExportActions(till, self)
        self._patience = Patience(self._show_shape, self)
        self._lay_out()
        self._connect()

    def drafts(self) -> tuple[Draft, ...]:
        """What is typed and not saved, the newest first: kind, length, and when it was put by."""
        self.timeline.composer.keep()
        return self.timeline.composer.drafts.all()

    # What the window tells

    def activate(self, argument: object) -> None:
        if isinstance(argument, tuple):
            customer_id, self._among = index(argument[0]), argument[1]
        elif isinstance(argument, SupportsIndex):
            customer_id, self._among = index(argument), ()
        elif self._customer_id is not None:
            customer_id = self._customer_id
        else:
            self._say_nobody()
            return
        self._customer_id = customer_id
        self.head.show_place(customer_id, self._among)
        self.timeline.begin(customer_id)
        self._read()
        self._focus()

    def deactivate(self) -> None:
        self.keep()

    def keep(self) -> None:
        self.timeline.composer.keep()

    def refresh(self, changes: Changes) -> None:
        if changes.concerns(Kind.TASKS):
            self.column.follow_ups.refresh()
        if self._customer_id is None or not any(changes.concerns(kind, self._customer_id) for kind in _SHOWN):
            return
        self._read()
        self.purchases.refresh()
        self.relationship.refresh()
        self.engagement.refresh()
        self.notes.refresh()

    def edit(self) -> None:
        """F2: the entry that has the focus, or else the form of the customer."""
        focused = self.timeline.focused() or self.notes.focused()
        if focused is not None and focused.kind is not TimelineKind.PURCHASE:
            self.timeline.item_actions.edit(focused)
        else:
            self._edit_customer()

    def focus_filter(self) -> None:
        self._open(View.TIMELINE)
        self.timeline.filter.chip(None).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Alt with an arrow pages where there is something to page through; else it means what it means to the window.

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := self._step(event):
            self._page_by(step)
        else:
            super().keyPressEvent(event)

    def _step(self, event: QKeyEvent) -> int:
        if not self._among or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            return 0
        ahead = 1 if self.isLeftToRight() else -1
        return {Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead}.get(Qt.Key(event.key()), 0)

    def _page_by(self, step: int) -> None:
        customer_id = self.head.neighbour(step)
        if customer_id is not None:
            self.go.emit("customer", (customer_id, self._among))

    # Reading and showing

    def _read(self) -> None:
        customer_id = self._customer_id
        if customer_id is None:
            return
        asked = self.timeline.asked(customer_id)
        self._patience.begin()
        self._till.tasks.query(
            self,
            lambda: self._read_details(customer_id, asked),
            lambda details: self._patience.end(partial(self._show, details)),
            key="details",
            failed=lambda error: self._patience.end(partial(self._fail, error)),
        )

    def _read_details(self, customer_id: int, asked: Asked) -> Details:
        """On the database's thread."""
        session, timelines = self._till.session, self._till.services.timelines
        notes = timelines.page(session, customer_id, kinds=(TimelineKind.NOTE,), limit=MOST)
        return Details(
            profile=self._till.services.customers.profile(session, customer_id),
            types=timelines.activity_types(session),
            counts=timelines.counts(session, customer_id),
            asked=asked,
            timeline=self.timeline.read_first(asked),
            pinned=tuple(note for note in notes.items if note.is_pinned),
        )

    def _show(self, details: Details) -> None:
        self._details = details
        self.column.show()
        counts, profile = details.counts, details.profile
        self.column.show_profile(profile)
        self.column.pinned.show_notes(details.pinned)
        self.head.show_counts(counts)
        self.head.show_score(profile.score.value if profile.score is not None else None)
        self.timeline.composer.set_types(details.types)
        self.timeline.filter.set_types(details.types)
        self.timeline.filter.set_counts(counts)
        self.timeline.show_timeline(details.asked, details.timeline)
        self.purchases.show_profile(profile)
        self.relationship.show_customer(profile.customer.id)
        self.engagement.show_customer(profile.customer.id, profile.score)
        self.notes.be_about(profile.customer.id)
        self.attributes.show_profile(profile)
        self._stack.setCurrentWidget(self._content)

    def _show_shape(self) -> None:
        """The shape of the page, unless the customer who is read is shown already."""
        shown = self._details.profile.customer.id if self._details is not None else None
        if shown != self._customer_id or self._stack.currentWidget() is self.state:
            self._stack.setCurrentWidget(self.skeleton)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, NotFound):
            self._say_nobody(problem_message(error))
        elif isinstance(error, NotAllowed):
            show_not_allowed(self.state, error)
            self._show_state(self._go_back)
        else:
            show_failure(self.state, error)
            self._show_state(self._read, partial(QGuiApplication.clipboard().setText, bug_details(error)))

    def _say_nobody(self, message: str = "") -> None:
        show_nobody(self.state, message)
        self._show_state(self._go_back, lambda: self.go.emit("search", None))

    def _show_state(self, *steps: Callable[[], object]) -> None:
        self._details = None
        self._next_steps = steps
        self._stack.setCurrentWidget(self.state)

    def _take_step(self, number: int) -> None:
        self._next_steps[number]()

    # What the worker does

    def _on_customer(self, act: Callable[[Customer], None]) -> None:
        """Do something with the customer who is shown."""
        if self._details is not None:
            act(self._details.profile.customer)

    def _add_to_book(self) -> None:
        if self._details is not None:
            profile = self._details.profile
            self._book.add(profile.customer, profile.holder)

    def _make_primary(self, holder: Holder) -> None:
        if self._details is not None:
            self._book.make_primary(self._details.profile.customer, holder)

    def _edit_customer(self) -> None:
        if self._customer_id is not None and self._details is not None:
            self.go.emit("edit_customer", self._customer_id)

    def _ask_export(self, customer: Customer) -> None:
        self._export.ask([customer.id], customer.name, are_own=self.column.strip.is_mine)

    def _write_note(self) -> None:
        self._open(View.TIMELINE)
        self.timeline.composer.write_note()

    def _open(self, view: View) -> None:
        self.head.tabs.set_value(view)
        self._show_view(view)

    def _show_view(self, view: object) -> None:
        tabs: dict[object, QWidget] = {
            View.TIMELINE: self.timeline,
            View.PURCHASES: self.purchases,
            View.RELATIONSHIP: self.relationship,
            View.ENGAGEMENT: self.engagement,
            View.NOTES: self.notes,
            View.ATTRIBUTES: self.attributes,
        }
        self._tabs.setCurrentWidget(tabs[view])

    def _go_back(self) -> None:
        self.go.emit(BACK, None)

    def _focus(self) -> None:
        """A draft is gone on with; else letters are the search's, as a scanner types them."""
        drafted = self._customer_id is not None and self.timeline.composer.drafts.of(self._customer_id) is not None
        target = self.timeline.composer.text if drafted else self.timeline.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.head.back.connect(self._go_back)
        self.head.paged.connect(self._page_by)
        self.head.view_changed.connect(self._show_view)
        self.column.head.edit_asked.connect(self._edit_customer)
        self.column.pinned.asked.connect(partial(self._open, View.NOTES))
        self._till.explain(self.column.head.edit_button, Operation.CUSTOMER_EDIT)
        self.column.strip.add_asked.connect(self._add_to_book)
        self.column.strip.primary_asked.connect(self._make_primary)
        self.column.strip.remove_asked.connect(partial(self._on_customer, self._book.remove))
        self.column.strip.reassign_asked.connect(partial(self._on_customer, self._book.reassign))
        self.column.strip.follow_up_asked.connect(self.column.follow_ups.add)
        self.column.strip.export_asked.connect(partial(self._on_customer, self._ask_export))
        self._book.failed.connect(self._read)
        self.timeline.note_asked.connect(self._write_note)
        self.engagement.set_up_asked.connect(lambda: self.go.emit("headquarters", ("engagement", None)))
        self.notes.note_asked.connect(self._write_note)
        self.state.primary.connect(partial(self._take_step, 0))
        self.state.plain.connect(partial(self._take_step, 1))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.column)
        # Until the first customer is there, nothing can be pressed in vain; and nothing jumps when they are.
        policy = self.column.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.column.setSizePolicy(policy)
        self.column.hide()
        right = QVBoxLayout()
        right.setSpacing(0)
        row.addLayout(right, 1)
        right.addWidget(self.head)
        self._tabs = QStackedLayout()
        right.addLayout(self._tabs, 1)
        # Filled when it has its place: a stack without a parent shows its first widget as a window of its own.
        for tab in (self.timeline, self.purchases, self.relationship, self.engagement, self.notes, self.attributes):
            self._tabs.addWidget(tab)
        self._stack = QStackedLayout(self)
        for part in (self._content, self.skeleton, self.state):
            self._stack.addWidget(part)
