"""Changing an activity or a note that stands in the timeline."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.domain.activity import ActivityType, TimelineItem, TimelineKind
from clienteling.domain.audit import Changes
from clienteling.domain.errors import Invalid, Problem
from clienteling.services.timeline_edits import ActivityText, EditedMeanwhile
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.pos.customer.edit_form import EditForm, ItemText
from clienteling.ui.pos.customer.wrapped_text import WrappedText
from clienteling.ui.theme import MEDIUM
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.window import LOCK_KEYS

_WIDTH = 640
_MOST_LINES = 12

Key = tuple[TimelineKind, int]


@dataclass(frozen=True, slots=True)
class Opened:
    """What an item says as of a version, and what types of activities there are."""

    text: ItemText
    version: int
    types: tuple[ActivityType, ...]


class EditDialog(Dialog):
    """Keeps what was typed for each item until it is saved, so that Esc loses nothing.

    `saved` tells which item it was, what it said before, and its version since. If somebody else changed it meanwhile,
    theirs stands above what was typed, and saving once more replaces it.
    """

    saved = Signal(object, object, int)

    def __init__(self, till: Till, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, translate("CustomerPage", "Edit"), translate("CustomerPage", "Close"), width=_WIDTH)
        self.let_through(QKeySequence(LOCK_KEYS))
        self._till = till
        self._signed = till
        self._item: TimelineItem | None = None
        self._original: ItemText | None = None
        self._version = 0
        self._unsaved: dict[Key, tuple[ItemText, ItemText, int]] = {}
        self.form = EditForm(till)
        self.trouble = Banner(weight=Weight.DANGER, icon="circle-alert")
        self.theirs = Box(fill="surface_sunken", line="")
        self._theirs = QVBoxLayout(self.theirs)
        self.save_button = Button(translate("CustomerPage", "Save"), kind=Kind.PRIMARY)
        self._fill()
        self.save_button.clicked.connect(self.save)
        self.form.submitted.connect(self.save)
        self.save_by_keyboard(self.save)
        self.closed.connect(self._keep)

    def ask(self, item: TimelineItem, till: Till | None = None) -> None:
        """Read what an item says now, and open for it; `till` is another one if somebody else signed for the edit."""
        self._signed = till or self._till
        self._till.tasks.query(
            self, partial(self._read, item), partial(self._open_for, item), key="item", failed=self._till.messages.error
        )

    def save(self) -> None:
        item, made, version = self._item, self.form.made(), self._version
        if item is None or made is None or not self.save_button.isEnabled():
            return
        self.save_button.setEnabled(False)
        self._till.tasks.command(self, partial(write, self._signed, item, version, made), self._stored, self._refused)

    def _read(self, item: TimelineItem) -> Opened:
        """On the database's thread."""
        edits, session = self._till.services.timeline_edits, self._till.session
        types = self._till.services.timelines.activity_types(session)
        if item.kind is TimelineKind.ACTIVITY:
            return Opened(*edits.activity(session, item.id), types)
        return Opened(*edits.note(session, item.id), types)

    def _open_for(self, item: TimelineItem, opened: Opened) -> None:
        translate = QCoreApplication.translate
        activity = item.kind is TimelineKind.ACTIVITY
        title = translate("CustomerPage", "Edit activity") if activity else translate("CustomerPage", "Edit note")
        kept = self._unsaved.pop((item.kind, item.id), None)
        typed, self._original, self._version = kept or (opened.text, opened.text, opened.version)
        self._item = item
        hint = translate("CustomerPage", "What you typed before is still here. It is not saved yet.") if kept else ""
        self.set_title(title, hint)
        self.form.set_types(opened.types)
        self.form.show_text(typed, own=item.worker_id == self._till.session.worker.id)
        self.trouble.hide()
        self.theirs.hide()
        self.save_button.set_label(translate("CustomerPage", "Save"))
        self.save_button.setEnabled(True)
        self.open(self.form.text)

    def _stored(self, changes: Changes) -> None:
        item, before, version = self._item, self._original, self._version
        self._item = None
        self.save_button.setEnabled(True)
        self.close_now()
        if changes.record_id is not None:
            self.saved.emit(item, before, version + 1)

    def _refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, EditedMeanwhile):
            self._show_theirs(error)
        elif isinstance(error, Invalid) and error.field in ("text", "title"):
            self.form.show_error(error.field, problem_message(error))
        elif isinstance(error, Problem):
            self.trouble.say(problem_title(error), problem_message(error))
            self.trouble.show()
        else:
            self._till.messages.error(error)

    def _show_theirs(self, error: EditedMeanwhile) -> None:
        """What the other wrote, beside what was typed: saving again replaces it."""
        translate = QCoreApplication.translate
        self._original, self._version = error.now, error.version
        self.trouble.say(problem_title(error), problem_message(error))
        self.trouble.show()
        while (taken := self._theirs.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        head = translate("CustomerPage", "It says now")
        if error.edit is not None and error.edit.worker:
            head = translate("CustomerPage", "{worker} wrote").format(worker=error.edit.worker)
        self._theirs.addWidget(Label(head, tone=Tone.MUTED, weight=MEDIUM))
        if error.now.title:
            self._theirs.addWidget(WrappedText(error.now.title, weight=MEDIUM, most=3))
        self._theirs.addWidget(WrappedText(error.now.text, most=_MOST_LINES))
        self.theirs.show()
        self.save_button.set_label(translate("CustomerPage", "Save mine instead"))
        self.form.text.setFocus()

    def _keep(self) -> None:
        """Put by what was typed and not saved."""
        item, made = self._item, self.form.made()
        if item is not None and made is not None and self._original is not None and made != self._original:
            self._unsaved[item.kind, item.id] = (made, self._original, self._version)
        self._item = None
        if self._signed is not self._till:
            self._signed.end_signature()

    def _fill(self) -> None:
        translate = QCoreApplication.translate
        for part in (self.trouble, self.theirs, self.form):
            self.body.addWidget(part)
        self.trouble.hide()
        self.theirs.hide()
        self._theirs.setContentsMargins(16, 12, 16, 14)
        cancel = Button(translate("CustomerPage", "Cancel"))
        cancel.clicked.connect(self.close_now)
        self.foot.addWidget(Label(translate("CustomerPage", "Ctrl+Enter saves"), tone=Tone.MUTED), 1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.save_button)


def write(till: Till, item: TimelineItem, version: int, new: ItemText) -> Changes:
    """Store an edit; on the database's thread."""
    edits = till.services.timeline_edits
    if isinstance(new, ActivityText):
        return edits.edit_activity(till.session, item.id, version, new)
    return edits.edit_note(till.session, item.id, version, new)
