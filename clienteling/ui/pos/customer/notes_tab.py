"""The tab of notes: what is true of a customer beyond one visit."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.activity import TimelineItem, TimelineKind
from clienteling.ui.pos.customer.note_box import NoteBox
from clienteling.ui.pos.customer.paged_tab import Cursor, PagedTab
from clienteling.ui.pos.customer.states import show_no_notes
from clienteling.ui.widgets.state_page import StatePage


class NotesTab(PagedTab[TimelineItem]):
    """Notes as boxes, newest first. `note_asked` is emitted by the empty tab."""

    note_asked = Signal()

    def _read_page(self, customer_id: int, cursor: Cursor | None) -> tuple[Sequence[TimelineItem], Cursor | None]:
        page = self._till.services.timelines.page(
            self._till.session, customer_id, kinds=(TimelineKind.NOTE,), cursor=cursor
        )
        return page.items, page.cursor

    def _box(self, entry: TimelineItem) -> QWidget:
        return NoteBox(entry, self._till.formats, self._till.now())

    def _say_empty(self, state: StatePage) -> None:
        show_no_notes(state)

    def _act_on_empty(self) -> None:
        self.note_asked.emit()
