"""What can be done with an entry of the timeline."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtWidgets import QWidget

from clienteling.domain.activity import TimelineItem, TimelineKind
from clienteling.domain.audit import Changes
from clienteling.domain.operations import Operation
from clienteling.services.timeline_edits import ActivityText
from clienteling.ui.pos.customer.edit_dialog import EditDialog, write
from clienteling.ui.pos.customer.edit_form import ItemText
from clienteling.ui.pos.customer.former_texts import FormerTexts
from clienteling.ui.pos.override_dialog import with_permission
from clienteling.ui.till import Till
from clienteling.ui.widgets.menu import Menu


@dataclass(frozen=True, slots=True)
class _Finished:
    """What was planned, as it was before it was done."""

    changes: Changes
    before: ActivityText
    version: int


class ItemActions(QObject):
    """Edit, done, pin, and former texts, for the activities and notes that `host` shows."""

    def __init__(self, till: Till, host: QWidget) -> None:
        super().__init__(host)
        self._till = till
        self._host = host
        self._editing: EditDialog | None = None
        self._former: FormerTexts | None = None

    @property
    def editing(self) -> EditDialog:
        """The dialog, made when it is first asked for."""
        if self._editing is None:
            self._editing = EditDialog(self._till, self._host.window())
            self._editing.saved.connect(self._say_saved)
        return self._editing

    @property
    def former(self) -> FormerTexts:
        if self._former is None:
            self._former = FormerTexts(self._till, self._host.window())
        return self._former

    def menu(self, item: TimelineItem, copy: Callable[[], object] | None = None) -> Menu:
        """What this worker may do with an item; what they may not says who may."""
        translate = QCoreApplication.translate
        menu, till, editing = Menu(self._host), self._till, _editing(item, self._till)
        why_not, signable = till.who_may(editing), till.signable(editing)
        if item.kind is TimelineKind.ACTIVITY and item.at > till.now():
            words, done = translate("CustomerPage", "Done now"), partial(self.finish, item)
            menu.add(words, done, icon_name="check", why_not=why_not, signable=signable)
        words, edit = translate("CustomerPage", "Edit…"), partial(self.edit, item)
        menu.add(words, edit, icon_name="pencil", why_not=why_not, signable=signable)
        if item.kind is TimelineKind.NOTE:
            label = translate("CustomerPage", "Pin") if not item.is_pinned else translate("CustomerPage", "Unpin")
            icon = "pin-off" if item.is_pinned else "pin"
            why_not, signable = till.who_may(Operation.ADD_NOTE), till.signable(Operation.ADD_NOTE)
            pin = partial(self.pin, item, not item.is_pinned)
            menu.add(label, pin, icon_name=icon, why_not=why_not, signable=signable)
        if item.edited is not None:
            words = translate("CustomerPage", "Former texts")
            menu.add(words, partial(self.show_history, item), icon_name="history")
        if copy is not None:
            menu.add(translate("CustomerPage", "Copy"), copy, icon_name="copy")
        return menu

    def open_menu(self, item: TimelineItem, place: QPoint, copy: Callable[[], object] | None = None) -> None:
        """Open the menu of an item at a place on the screen, within the window."""
        menu = self.menu(item, copy)
        window = self._host.window()
        right = window.mapToGlobal(QPoint(window.width(), 0)).x()
        menu.popup(QPoint(min(place.x(), right - menu.sizeHint().width() - 8), place.y()))

    def edit(self, item: TimelineItem) -> None:
        """F2: change an item, if this worker may or somebody else signs for it."""
        operation = _editing(item, self._till)
        with_permission(self._till, self._host.window(), (operation,), lambda till: self.editing.ask(item, till))

    def show_history(self, item: TimelineItem) -> None:
        self.former.ask(item)

    def pin(self, item: TimelineItem, pinned: bool) -> None:
        """Let a note stand first, or no longer; a toast has the way back."""
        act = partial(self._pin, item, pinned)
        with_permission(self._till, self._host.window(), (Operation.ADD_NOTE,), act)

    def _pin(self, item: TimelineItem, pinned: bool, till: Till) -> None:
        translate = QCoreApplication.translate
        edits = till.services.timeline_edits
        words = translate("CustomerPage", "Note pinned") if pinned else translate("CustomerPage", "Note unpinned")
        back = partial(edits.pin, till.session, item.id, pinned=not pinned)
        till.tasks.command(
            self,
            partial(edits.pin, till.session, item.id, pinned=pinned),
            lambda _changes: till.messages.toast(words, lambda: till.tasks.command(self, back)),
        )

    def finish(self, item: TimelineItem) -> None:
        """What was planned has happened just now."""
        with_permission(self._till, self._host.window(), (_editing(item, self._till),), partial(self._finish, item))

    def _finish(self, item: TimelineItem, till: Till) -> None:
        edits = till.services.timeline_edits

        def work() -> _Finished:
            before, version = edits.activity(till.session, item.id)
            changes = edits.edit_activity(till.session, item.id, version, replace(before, at=till.now()))
            return _Finished(changes, before, version + 1)

        till.tasks.command(self, work, lambda done: self._say_saved(item, done.before, done.version))

    def _say_saved(self, item: TimelineItem, before: ItemText, version: int) -> None:
        """The way back is another edit, so that nothing is lost on it."""
        translate, till = QCoreApplication.translate, self._till
        activity = item.kind is TimelineKind.ACTIVITY
        words = translate("CustomerPage", "Activity changed") if activity else translate("CustomerPage", "Note changed")
        back = partial(write, till, item, version, before)
        undo = partial(till.tasks.command, self, back) if till.may(_editing(item, till)) else None
        till.messages.toast(words, undo)


def _editing(item: TimelineItem, till: Till) -> Operation:
    """The operation by which this worker edits an item."""
    if item.worker_id != till.session.worker.id:
        return Operation.EDIT_ACTIVITY_OF_OTHERS
    return Operation.ADD_ACTIVITY if item.kind is TimelineKind.ACTIVITY else Operation.ADD_NOTE
