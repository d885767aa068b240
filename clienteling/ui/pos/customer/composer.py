"""Where a worker writes what happened: an activity of a type, or a note."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QWidget

from clienteling.domain.activity import ActivityType, Audience, Restriction
from clienteling.domain.audit import Changes
from clienteling.domain.errors import Invalid
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.ui.messages import problem_message
from clienteling.ui.pos.customer.composer_layout import ComposerLayout
from clienteling.ui.pos.customer.drafts import Draft, Drafts
from clienteling.ui.pos.customer.kept_drafts import KeptDrafts
from clienteling.ui.pos.override_dialog import with_permission
from clienteling.ui.till import Till
from clienteling.ui.widgets.chip import ChoiceChip

_NOTE = 0  # the button of the note; types have the numbers of their place from 1 on


class Composer(ComposerLayout):
    """Writes for one customer at a time and keeps what was typed for each, until it is saved.

    `saved` is emitted after a text was stored. What the service refuses stands at its field; the text stays.
    """

    saved = Signal()

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(till, parent)
        self._till = till
        self.drafts = Drafts(till.now)
        self._kept = KeptDrafts(till, self._draft, self)
        self._found: Draft | None = None
        self._customer_id: int | None = None
        self._types: tuple[ActivityType, ...] = ()
        self._saving: dict[int, Draft] = {}
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._show_kind)
        self._group.addButton(self.note_chip, _NOTE)
        self.text.text_edited.connect(self._typed)
        self.text.submitted.connect(self.save)
        self.title.textEdited.connect(self._typed)
        self.title.returnPressed.connect(self.text.setFocus)
        self.save_button.clicked.connect(self.save)
        # From the type and the time as well, not only out of the text.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            here = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=here).activated.connect(self.save)
        self.note_chip.setChecked(True)

    def set_types(self, types: Sequence[ActivityType]) -> None:
        """What activities there are, in their order."""
        if tuple(types) == self._types:
            return
        draft = self._draft()
        for number in range(len(self._types), 0, -1):
            self._remove_chip(number)
        # Before there were types there was nothing to choose: the first of them is meant.
        first = not self._types and draft is not None and draft.is_blank
        self._types = tuple(types)
        for number, kind in enumerate(self._types, 1):
            self._add_chip(kind, number)
        if first and self._types:
            self._group.button(1).setChecked(True)
        elif draft is not None:
            self._show(draft)
        self._take_up()

    def kinds(self) -> list[ChoiceChip]:
        """The chips of the activity types, and last that of the note."""
        items = (self.chips.itemAt(place) for place in range(self.chips.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, ChoiceChip)]

    def show_customer(self, customer_id: int) -> None:
        """Put by what is typed, and take up what was begun for this customer."""
        if customer_id == self._customer_id:
            return
        self.keep()
        self._customer_id = customer_id
        first = self._types[0].id if self._types else None
        begun = self.drafts.of(customer_id) or self._saving.get(customer_id)
        self._show(begun or Draft(customer_id, first))
        self._found = None
        if begun is None:
            self._kept.find(customer_id, self._find)

    def keep(self) -> None:
        """Put by what is typed, such as before the page is left."""
        draft = self._draft()
        if draft is not None and draft.customer_id not in self._saving:
            self.drafts.keep(draft)
            self._kept.keep(draft)

    def _find(self, draft: Draft) -> None:
        self._found = draft
        self._take_up()

    def _take_up(self) -> None:
        """Show what the worker had begun before this session, as soon as its type is known; what is typed now stays."""
        found, draft = self._found, self._draft()
        if found is None or not (self._types or found.is_note):
            return
        self._found = None
        if draft is not None and draft.is_blank and draft.customer_id == found.customer_id:
            self.drafts.keep(found)
            self._show(found)

    def write_note(self) -> None:
        """Begin a note."""
        self.note_chip.setChecked(True)
        self.text.setFocus()

    def save(self) -> None:
        draft = self._draft()
        if draft is None or draft.customer_id in self._saving or not self.save_button.allowed:
            return
        self.keep()
        operation = Operation.ADD_NOTE if draft.is_note else Operation.ADD_ACTIVITY
        with_permission(self._till, self.window(), (operation,), partial(self._save, draft))

    def _save(self, draft: Draft, till: Till) -> None:
        self._saving[draft.customer_id] = draft
        self._show_saving()
        self._till.tasks.command(
            self,
            lambda: self._write(draft, till.session),
            lambda _changes: self._stored(draft),
            lambda error: self._refused(draft, error),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.save()
                return True
        return super().eventFilter(watched, event)

    def _write(self, draft: Draft, session: Session) -> Changes:
        """On the database's thread."""
        changes = self._add(draft, session)
        self._kept.drop(draft.customer_id)
        return changes

    def _add(self, draft: Draft, session: Session) -> Changes:
        timelines = self._till.services.timelines
        if draft.type_id is None:
            return timelines.add_note(
                session,
                draft.customer_id,
                draft.text,
                title=draft.title,
                restriction=draft.restriction,
                audience=draft.audience,
                pinned=draft.pinned,
            )
        return timelines.add_activity(
            session, draft.customer_id, draft.type_id, draft.text, title=draft.title, at=draft.at
        )

    def _stored(self, draft: Draft) -> None:
        self._saving.pop(draft.customer_id, None)
        self.drafts.drop(draft.customer_id)
        self._kept.forget(draft.customer_id)
        if draft.customer_id == self._customer_id:
            self._show(Draft(draft.customer_id, draft.type_id))
        translate = QCoreApplication.translate
        if draft.is_note:
            words = translate("CustomerPage", "Note saved")
        else:
            words = translate("CustomerPage", "Activity saved")
        self._till.messages.toast(words)
        self.saved.emit()

    def _refused(self, draft: Draft, error: Exception) -> None:
        self._saving.pop(draft.customer_id, None)
        here = draft.customer_id == self._customer_id
        if here:
            self._show_saving()
        if here and isinstance(error, Invalid):
            self.show_error(error.field, problem_message(error))
        else:
            self._till.messages.error(error)

    def _draft(self) -> Draft | None:
        """What stands in the composer now."""
        if self._customer_id is None:
            return None
        number = self._group.checkedId()
        note = number <= _NOTE
        return Draft(
            self._customer_id,
            None if note else self._types[number - 1].id,
            self.title.text(),
            self.text.text(),
            None if note else self.when.moment(),
            Restriction(str(self.restriction.value())),
            Audience.PRIVATE if self.private.isChecked() else Audience.TEAM,
            self.pinned.isChecked(),
        )

    def _show(self, draft: Draft) -> None:
        places = {kind.id: number for number, kind in enumerate(self._types, 1)}
        # A type that is no longer there leaves the text with the first one.
        number = _NOTE if draft.is_note else places.get(draft.type_id or 0, min(1, len(self._types)))
        self._group.button(number).setChecked(True)
        self.when.set_moment(draft.at)
        self.restriction.set_value(draft.restriction)
        self.private.setChecked(draft.audience is Audience.PRIVATE)
        self.pinned.setChecked(draft.pinned)
        self.title.setText(draft.title)
        self.show_title(bool(draft.title))
        if draft.text != self.text.text():
            self.text.set_text(draft.text)
        self.text.edit.moveCursor(self.text.edit.textCursor().MoveOperation.End)
        self.clear_error()
        self._show_saving()

    def _show_saving(self) -> None:
        saving = self._customer_id in self._saving
        self.text.edit.setReadOnly(saving)
        self.title.setReadOnly(saving)
        if saving and self.save_button.hasFocus():
            # Qt would send the keyboard to what comes next.
            self.text.setFocus()
        self.save_button.setEnabled(not saving)

    def _show_kind(self, number: int, chosen: bool) -> None:
        if not chosen:
            return
        note = number == _NOTE
        self.show_kind(note=note)
        self.clear_error()
        operation = Operation.ADD_NOTE if note else Operation.ADD_ACTIVITY
        self._till.explain(self.save_button, operation)

    def _typed(self) -> None:
        self.clear_error()
        self._kept.typed()

    def _add_chip(self, kind: ActivityType, number: int) -> None:
        chip = ChoiceChip(kind.label(self._till.formats.language), icon=kind.icon, square=True)
        self._group.addButton(chip, number)
        # The note is always the last to be seen, and the first to be in place for the Tab key.
        self.chips.insert_widget(number - 1, chip)
        self.setTabOrder(self._group.button(number - 1), chip)

    def _remove_chip(self, number: int) -> None:
        chip = self._group.button(number)
        self._group.removeButton(chip)
        self.chips.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
