"""The page of a section: what there is at the left, the form of one of them at the right, saved where it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.configuration.configuration import ChangedMeanwhile, InvalidConfiguration, name_of
from clienteling.domain.configuration.item import ConfirmationNeeded, Item
from clienteling.domain.configuration.schedule import Mode
from clienteling.domain.errors import Invalid, NotAllowed, Problem
from clienteling.services.headquarters.headquarters import Saved
from clienteling.ui.failure import copy_details, show_failure
from clienteling.ui.headquarters.confirm_dialog import ConfirmDialog
from clienteling.ui.headquarters.conflict_dialog import ConflictDialog
from clienteling.ui.headquarters.editor import Editor
from clienteling.ui.headquarters.noun import Known, Noun, Values
from clienteling.ui.lists.side_list import SideList, SideRow
from clienteling.ui.lists.table_column import Pill
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.page import Page
from clienteling.ui.theme import PAGE_PADDING, SPACE_6
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.pill import State
from clienteling.ui.widgets.select import Choice, Select
from clienteling.ui.widgets.state_page import StatePage

_NEW = object()
"""Stands for the key of an item that was not saved yet."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in a form and is not saved, and the item that was opened for it (None: a new one)."""

    values: Values
    opened: Item | None


class SectionPage(Page):
    """Goes to the item whose key it is given. What is typed stays with its item, also when another one is shown."""

    def __init__(self, till: Till, noun: Noun) -> None:
        super().__init__()
        self.till, self.noun = till, noun
        self.known: Known | None = None
        self._key: object = None
        self._wanted: object = None
        self._drafts: dict[object, Draft] = {}
        self._error: Exception | None = None
        translate = QCoreApplication.translate
        self.unsaved = Label(translate("Headquarters", "Not saved"), tone=Tone.MUTED)
        self.discard_button = Button(translate("Headquarters", "Discard"))
        self.save_button = Button(translate("Headquarters", "Save and publish"), kind=Kind.PRIMARY)
        self.pick = Select((), searched=True)
        self.pick.setAccessibleName(noun.title)
        self.add_button = Button(noun.add, icon="plus")
        self.head = PageHead(
            noun.title, self.unsaved, self.pick, self.add_button, self.discard_button, self.save_button
        )
        self.side = SideList(noun.title, noun.add if not noun.section.fixed else "")
        self.side.set_empty(noun.empty)
        self.editor = Editor(till, noun)
        self.state = StatePage()
        self._lay_out()
        self._connect()
        self._show_commands()

    def _lay_out(self) -> None:
        self._sentence = Label(self.noun.sentence, tone=Tone.MUTED, wrap=True)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_6)
        row.addWidget(self.side)
        row.addWidget(self.editor, 1)
        self._body = body
        self.side.setVisible(not self.noun.wide)
        self.pick.setVisible(self.noun.wide)
        self.add_button.setVisible(self.noun.wide)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._sentence)
        self._sentence.setVisible(bool(self.noun.sentence))
        if self.noun.sentence:
            column.addSpacing(12)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(body)
        self._stack.addWidget(self.state)

    def _connect(self) -> None:
        self.side.chosen.connect(self._choose)
        self.pick.changed.connect(self._choose)
        self.add_button.clicked.connect(self.add)
        self.side.entered.connect(self.editor.focus_first)
        self.side.add_asked.connect(self.add)
        self.editor.edited.connect(self._edited)
        self.editor.delete_asked.connect(self._delete)
        self.editor.undo_asked.connect(self._forget_waiting)
        self.discard_button.clicked.connect(self.discard)
        self.save_button.clicked.connect(self.save)
        self.state.primary.connect(self._state_act)
        self.state.plain.connect(self._copy_details)

    # As pages do

    def activate(self, argument: object) -> None:
        if argument is not None:
            self._wanted = argument
        self._read()
        (self.pick if self.noun.wide else self.side).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: Changes) -> None:
        self._read()

    def edit(self) -> None:
        self.editor.focus_first()

    @property
    def key(self) -> object:
        """The key of the item that is shown; None if there is none, or a new one."""
        return None if self._key is _NEW else self._key

    @property
    def has_drafts(self) -> bool:
        return bool(self._drafts)

    # Reading

    def _read(self) -> None:
        till = self.till

        def work() -> tuple[Any, bool]:
            headquarters = till.services.headquarters
            jobs = till.services.distribution.jobs(till.session)
            mode = next(status.schedule.mode for status in jobs if status.job is self.noun.section.job)
            return headquarters.view(till.session), mode is Mode.ON_SAVE

        till.tasks.query(self, work, self._show, key="view", failed=self._fail)

    def _show(self, read: tuple[Any, bool]) -> None:
        view, on_save = read
        self._error = None
        self.known = Known(view)
        self.save_button.set_label(
            QCoreApplication.translate("Headquarters", "Save and publish")
            if on_save
            else QCoreApplication.translate("Headquarters", "Save")
        )
        keys = [item.key for item in self._items()]
        if self._wanted in keys:
            self._key = self._wanted
        elif self._wanted == "":
            self._key = _NEW
        self._wanted = None
        if self._key is not _NEW and self._key not in keys:
            self._key = next(iter(keys), None)
        self._show_rows()
        self._show_item()

    def _items(self) -> tuple[Item, ...]:
        found = self.known.items(self.noun.kind) if self.known is not None else ()
        return tuple(sorted(found, key=self.noun.order))

    def _item(self, key: object) -> Item | None:
        return next((item for item in self._items() if item.key == key), None)

    def _show_rows(self) -> None:
        if self.known is None:
            return
        rows = [self._row(item, self.known) for item in self._items()]
        if self._key is _NEW or _NEW in self._drafts:
            new = QCoreApplication.translate("Headquarters", "New")
            rows.insert(0, SideRow(_NEW, new, pill=_pill(unsaved=_NEW in self._drafts, waits=False)))
        number = len(self._items())
        self.head.note.setText(self.till.formats.number(number) if number and not self.noun.section.fixed else "")
        self.side.show_rows(rows)
        self.side.select(self._key)
        self.pick.set_choices([Choice(row.key, row.title) for row in rows])
        self.pick.set_value(self._key)
        self.pick.setVisible(self.noun.wide and bool(rows))
        if not rows and not self.noun.section.fixed:
            self.state.show_state(
                self.noun.icon,
                QCoreApplication.translate("Headquarters", "Nothing here yet"),
                self.noun.empty,
                primary=self.noun.add,
                primary_icon="plus",
            )
        self._stack.setCurrentWidget(self._body if rows or self.noun.section.fixed else self.state)

    def _row(self, item: Item, known: Known) -> SideRow:
        row = self.noun.row(item, known)
        pill = _pill(unsaved=item.key in self._drafts, waits=known.waits(item, self.noun.section.name))
        return SideRow(row.key, row.title, row.detail, row.icon, pill or row.pill)

    def _show_item(self) -> None:
        """Show what belongs to the key: what was typed, or else the item as it is now."""
        if self.known is None or self._key is None:
            self.editor.show_nothing()
        else:
            draft = self._drafts.get(self._key)
            item = draft.opened if draft is not None else self._item(self._key)
            waits = self.known.waits(self._item(self._key), self.noun.section.name)
            values = draft.values if draft is not None else None
            self.editor.show_item(item, self.known, values, waits=waits)
        self._show_commands()

    # What people do

    def _choose(self, key: object) -> None:
        self._key = key
        self._show_item()

    def add(self) -> None:
        """Begin a new one."""
        self._key = _NEW
        self._show_rows()
        self._show_item()
        self.editor.focus_first()

    def _edited(self) -> None:
        if self._key is None:
            return
        had = self._key in self._drafts
        if self.editor.is_dirty:
            self._drafts[self._key] = Draft(self.editor.values(), self.editor.opened)
        else:
            self._drafts.pop(self._key, None)
        if had != (self._key in self._drafts):
            self._show_rows()
        self._show_commands()

    def discard(self) -> None:
        """Forget what was typed."""
        self._drafts.pop(self._key, None)
        if self._key is _NEW:
            self._key = next((item.key for item in self._items()), None)
        self._show_rows()
        self._show_item()

    def save(self) -> None:
        self._save(confirmed=False)

    def _save(self, *, confirmed: bool, opened: Item | None = None) -> None:
        item = self.editor.read()
        if item is None:
            return
        opened = opened if opened is not None else self.editor.opened
        till, key, name = self.till, self._key, self.noun.section.name
        self.editor.say("")
        till.tasks.command(
            self,
            lambda: till.services.headquarters.save(till.session, name, item, opened, confirmed=confirmed),
            partial(self._saved, key, item),
            partial(self._refused, item),
        )

    def _saved(self, key: object, item: Item, saved: Saved) -> None:
        self._drafts.pop(key, None)
        if self._key in (key, item.key):
            self._wanted = item.key
            self._key = item.key
        words = QCoreApplication.translate("Headquarters", "Saved. It waits until its distribution job has run.")
        if saved.published:
            words = QCoreApplication.translate("Headquarters", "Saved and published to the tills")
        self.till.messages.toast(words)
        self._read()

    def _refused(self, item: Item | None, error: Exception) -> None:
        """What stands in the way goes to where it can be mended."""
        match error:
            case ChangedMeanwhile() if item is not None and self.editor.opened is None and self._item(item.key):
                words = QCoreApplication.translate("Headquarters", "There is one already: choose another one.")
                own = [name for name in self.noun.fixed if name != "legal_entity"]
                self.editor.show_problems({own[-1]: words})
            case ChangedMeanwhile():
                self._ask_whose(error, item)
            case ConfirmationNeeded():
                words = QCoreApplication.translate("Headquarters", "Save it")
                self._ask(problem_title(error), error, words, partial(self._save, confirmed=True))
            case InvalidConfiguration():
                self.editor.show_findings(error.findings, item.key if item else "")
            case Invalid():
                self.editor.show_problems({error.field: problem_message(error)})
            case Problem():
                self.editor.say(problem_title(error), problem_message(error))
            case _:
                self.till.messages.error(error)

    def _ask(self, title: str, error: ConfirmationNeeded, words: str, act: Callable[[], object]) -> None:
        dialog = ConfirmDialog(self.window(), title, error.remarks, words)
        dialog.confirmed.connect(act)
        dialog.open(dialog.go_on)

    def _ask_whose(self, conflict: ChangedMeanwhile, mine: Item | None) -> None:
        labels = self.editor.form.labels()
        dialog = ConflictDialog(self.window(), conflict, mine, self.noun.section.name, labels)
        dialog.theirs_chosen.connect(self._take_theirs)
        if mine is not None:
            dialog.mine_chosen.connect(partial(self._save_over, conflict.theirs))
        else:
            dialog.mine_chosen.connect(partial(self._delete_now, conflict.theirs))
        dialog.open(dialog.theirs)

    def _take_theirs(self) -> None:
        self._drafts.pop(self._key, None)
        self._read()

    def _save_over(self, theirs: Item | None) -> None:
        if theirs is None:
            # It is gone: what is typed becomes a new one.
            self._drafts[_NEW] = Draft(self.editor.values(), None)
            self._drafts.pop(self._key, None)
            self._key = _NEW
            self._show_rows()
            self._show_item()
        self._save(confirmed=False, opened=theirs)

    def _delete(self) -> None:
        self._delete_now(self._item(self._key))

    def _delete_now(self, item: Item | None) -> None:
        if item is None:
            return
        till, name = self.till, self.noun.section.name

        def deleted(_saved: Saved) -> None:
            self._drafts.pop(item.key, None)
            words = QCoreApplication.translate("Headquarters", "{name} is deleted").format(name=name_of(item))
            till.messages.toast(words, undo=partial(self._make_again, item), icon="trash-2")
            self._read()

        self.editor.say("")
        till.tasks.command(
            self,
            lambda: till.services.headquarters.delete(till.session, name, item),
            deleted,
            partial(self._refused, None),
        )

    def _make_again(self, item: Item) -> None:
        till, name = self.till, self.noun.section.name
        till.tasks.command(
            self,
            lambda: till.services.headquarters.save(till.session, name, item, confirmed=True),
            partial(self._saved, item.key, item),
            till.messages.error,
        )

    def _forget_waiting(self) -> None:
        """Take back what waits to be published."""
        till, name, key = self.till, self.noun.section.name, str(self._key)
        self._drafts.pop(self._key, None)
        till.tasks.command(self, lambda: till.services.headquarters.discard(till.session, name, key), lambda _: None)

    def _show_commands(self) -> None:
        dirty = self._key in self._drafts or self._key is _NEW
        self.unsaved.setVisible(self._key in self._drafts)
        self.discard_button.setVisible(dirty)
        self.save_button.setVisible(self._key is not None)
        self.save_button.setEnabled(dirty)

    def _fail(self, error: Exception) -> None:
        self._error = error
        title = QCoreApplication.translate("Headquarters", "This could not be read")
        show_failure(self.state, title, error)
        self._stack.setCurrentWidget(self.state)
        if isinstance(error, NotAllowed):
            self.save_button.hide()

    def _copy_details(self) -> None:
        if self._error is not None:
            copy_details(self.state, self._error)

    def _state_act(self) -> None:
        if self._error is not None:
            self._read()
        else:
            self.add()


def _pill(*, unsaved: bool, waits: bool) -> Pill | None:
    if unsaved:
        return Pill(QCoreApplication.translate("Headquarters", "not saved"))
    if waits:
        return Pill(QCoreApplication.translate("Headquarters", "waiting"), State.WARNING)
    return None
