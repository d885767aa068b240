"""A note: who wrote it, for whom, when, its text, and who edited it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.activity import TimelineItem
from clienteling.ui.formats import Formats
from clienteling.ui.lists.timeline_text import entry_of, readers
from clienteling.ui.pos.customer.wrapped_text import WrappedText
from clienteling.ui.theme import MEDIUM, STRONG
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import IconButton, Link
from clienteling.ui.widgets.label import Label, Tone

_MOST_LINES = 12
_LINK_HEIGHT = 28


class NoteBox(Box):
    """Of a long note twelve lines show, until somebody asks for all of it."""

    def __init__(self, note: TimelineItem, formats: Formats, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="surface_sunken", line="")
        self.note = note
        self._whole = False
        says = entry_of(note, formats, now)
        pinned = Label(says.title, weight=STRONG, tone=Tone.WARNING)
        author = Label(note.worker, weight=STRONG, elide=True)
        name = QCoreApplication.translate("CustomerPage", "What to do with the note")
        self.menu_button = IconButton("ellipsis", name)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(pinned)
        head.addWidget(author)
        head.addWidget(Label(readers(note), tone=Tone.MUTED, elide=True), 1)
        head.addWidget(Label(says.when, tone=Tone.MUTED))
        head.addWidget(self.menu_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 2, 6, 14)
        rows.setSpacing(4)
        rows.addLayout(head)
        if note.title.strip():
            rows.addWidget(WrappedText(" ".join(note.title.split()), weight=MEDIUM, most=3))
        self.text = WrappedText(note.text, most=_MOST_LINES)
        rows.addWidget(self.text)
        self.more = Link("", height=_LINK_HEIGHT)
        self.more.clicked.connect(self._toggle)
        self.more.hide()
        self.text.relaid.connect(self._offer_more)
        rows.addWidget(self.more)
        self.edited_link = Link(says.edited, icon="history", height=_LINK_HEIGHT)
        rows.addWidget(self.edited_link)
        # Not before they have their places: what shows without one is a window of its own.
        pinned.setVisible(note.is_pinned)
        self.text.setVisible(bool(note.text.strip()))
        self.edited_link.setVisible(bool(says.edited))

    def _toggle(self) -> None:
        self._whole = not self._whole
        self.text.show_whole(self._whole, _MOST_LINES)

    def _offer_more(self) -> None:
        translate = QCoreApplication.translate
        less, more = translate("CustomerPage", "Show less"), translate("CustomerPage", "Show all of it")
        self.more.set_label(less if self._whole else more)
        self.more.setVisible(self._whole or self.text.is_cut)
