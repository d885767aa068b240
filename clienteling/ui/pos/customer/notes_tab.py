"""The tab of notes: what is true of a customer beyond one visit."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.activity import Cursor, TimelineItem, TimelineKind
from clienteling.ui.pos.customer.item_actions import ItemActions
from clienteling.ui.pos.customer.note_box import NoteBox
from clienteling.ui.pos.customer.paged_tab import PagedTab
from clienteling.ui.pos.customer.states import show_no_notes
from clienteling.ui.till import Till
from clienteling.ui.widgets.state_page import StatePage


class NotesTab(PagedTab[TimelineItem, Cursor]):
    """Notes as boxes, pinned ones first, then newest first. `note_asked` is emitted by the empty tab."""

    note_asked = Signal()

    def __init__(self, till: Till, actions: ItemActions, parent: QWidget | None = None) -> None:
        super().__init__(till, parent)
        self._actions = actions

    def focused(self) -> TimelineItem | None:
        """The note whose box has the focus."""
        with_focus = self.focusWidget()
        if with_focus is None or not with_focus.hasFocus():
            return None
        boxes = (box for box in self.boxes if isinstance(box, NoteBox) and box.isAncestorOf(with_focus))
        return next((box.note for box in boxes), None)

    def _read_page(self, customer_id: int, cursor: Cursor | None) -> tuple[Sequence[TimelineItem], Cursor | None]:
        page = self._till.services.timelines.page(
            self._till.session, customer_id, kinds=(TimelineKind.NOTE,), cursor=cursor
        )
        return page.items, page.cursor

    def _box(self, entry: TimelineItem) -> QWidget:
        box = NoteBox(entry, self._till.formats, self._till.now())
        box.menu_button.clicked.connect(partial(self._open_menu, box))
        box.edited_link.clicked.connect(partial(self._actions.show_history, entry))
        return box

    def _open_menu(self, box: NoteBox) -> None:
        button = box.menu_button
        self._actions.open_menu(box.note, button.mapToGlobal(QPoint(0, button.height())))

    def _say_empty(self, state: StatePage) -> None:
        show_no_notes(state)

    def _go_on(self) -> None:
        self.note_asked.emit()
