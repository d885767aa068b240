"""What can be done with the customers that are selected in a book."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.operations import Operation
from clienteling.services.books import View
from clienteling.ui.lists.card_view import Selection
from clienteling.ui.pos.book.activity_dialog import ActivityDialog
from clienteling.ui.pos.export import ExportActions
from clienteling.ui.pos.follow_ups.actions import FollowUpActions
from clienteling.ui.pos.override_dialog import with_permission
from clienteling.ui.pos.reassign import ask_to_reassign
from clienteling.ui.pos.undoing import undo_change
from clienteling.ui.till import Till
from clienteling.ui.widgets.command_bar import Command, CommandBar


class BookCommands(QObject):
    """Fills the command bar, and does what it says. `name_of` gives a customer's name, "" if it is not known."""

    def __init__(self, till: Till, view: View, bar: CommandBar, name_of: Callable[[int], str]) -> None:
        super().__init__(bar)
        self._till = till
        self._bar = bar
        self._name_of = name_of
        self._selection = Selection()
        self._own: frozenset[int] = frozenset()
        self._all_own = view is View.MINE
        self._offered: tuple[Command, ...] = ()
        self._activity: ActivityDialog | None = None
        self._export = ExportActions(till, bar)
        self._follow_ups = FollowUpActions(till, bar)

    @property
    def offered(self) -> tuple[Command, ...]:
        """What the bar has."""
        return self._offered

    def set_own(self, own: frozenset[int], *, all_own: bool) -> None:
        """Which customers are in the worker's own book: those, or all of them."""
        self._own, self._all_own = own, all_own
        self._offer()

    def show_selection(self, selection: Selection, found: int) -> None:
        """Raise the bar for a selection among so many that were found, or let it go."""
        self._selection = selection
        if not selection:
            self._bar.sink()
            return
        translate, number = QCoreApplication.translate, self._till.formats.number
        count = translate("BookPage", "{count} selected", None, len(selection)).format(count=number(len(selection)))
        every = "" if selection.everything else translate("BookPage", "Select all {count}").format(count=number(found))
        self._bar.set_count(count, every)
        self._offer()
        self._bar.rise()

    def add_activity(self) -> None:
        """Ask for an activity for everybody selected."""
        ids = self._selection.customer_ids
        if self._activity is None:
            self._activity = ActivityDialog(self._till, self._window())
            self._activity.recorded.connect(self._say_recorded)
        self._activity.ask(ids, self._name_of(ids[0]))

    def follow_up(self) -> None:
        """Ask what is to be done, and when, for everybody selected."""
        ids = self._selection.customer_ids
        self._follow_ups.add(ids, self._name_of(ids[0]))

    def reassign(self) -> None:
        """Ask to whom everybody selected goes."""
        scope = ""
        if self._selection.everything and len(self._selection) > 1:
            scope = QCoreApplication.translate("BookPage", "Everybody the filter finds")
        ask_to_reassign(self._till, self._window(), self._selection.customer_ids, scope)

    def export(self) -> None:
        """Ask for a file, and write everybody selected into it."""
        ids = self._selection.customer_ids
        self._export.ask(ids, self._name_of(ids[0]) if len(ids) == 1 else "", are_own=self._are_own())

    def remove(self) -> None:
        """Take those selected who are the worker's own out of the book; a toast has the way back."""
        with_permission(self._till, self._window(), (Operation.REMOVE_FROM_CLIENT_BOOK,), self._remove)

    def _remove(self, till: Till) -> None:
        ids = self._removable()
        name = self._name_of(ids[0])
        work = partial(till.services.book_changes.remove, till.session, ids)
        self._bar.setEnabled(False)
        till.tasks.command(self, work, partial(self._say_removed, name), self._say_failed)

    def _offer(self) -> None:
        """Commands that this worker or selection does not allow stay, and say why."""
        if not self._selection:
            return
        commands = self._commands(len(self._removable()))
        if commands != self._offered:
            self._offered = commands
            self._bar.set_commands(commands)

    def _commands(self, removable: int) -> tuple[Command, ...]:
        translate, till = QCoreApplication.translate, self._till
        label = translate("BookPage", "Remove from book")
        if 0 < removable < len(self._selection):
            count = till.formats.number(removable)
            label = translate("BookPage", "Remove {count} from my book", None, removable).format(count=count)
        activity, export = translate("BookPage", "Add activity"), translate("BookPage", "Export")
        removing, moving = Operation.REMOVE_FROM_CLIENT_BOOK, Operation.REASSIGN
        exporting = Operation.EXPORT if removable == len(self._selection) else Operation.EXPORT_STORE
        why_not = till.who_may(removing) if removable else translate("BookPage", "Your own customers only")
        can_sign = bool(removable) and till.signable(removing)
        who_moves, who_exports = till.who_may(moving), till.who_may(exporting)
        move, follow = translate("BookPage", "Reassign"), translate("BookPage", "Follow up")
        return (
            Command(activity, "calendar-plus", self.add_activity, till.who_may(Operation.ADD_ACTIVITY), rank=3),
            Command(follow, "list-checks", self.follow_up, till.who_may(Operation.TASKS), rank=0),
            Command(move, "arrow-right-left", self.reassign, who_moves, till.signable(moving), rank=1),
            Command(export, "download", self.export, who_exports, till.signable(exporting), rank=0),
            Command(label, "trash-2", self.remove, why_not, can_sign, danger=True, rank=2),
        )

    def _are_own(self) -> bool:
        """Whether everybody selected is in the worker's own book."""
        return len(self._removable()) == len(self._selection)

    def _removable(self) -> Sequence[int]:
        if self._all_own:
            return self._selection.customer_ids
        return [key for key in self._selection.customer_ids if key in self._own]

    def _say_failed(self, error: Exception) -> None:
        self._bar.setEnabled(True)
        self._till.messages.error(error)

    def _say_removed(self, name: str, changes: Changes) -> None:
        self._bar.setEnabled(True)
        translate, count = QCoreApplication.translate, len(changes.customer_ids)
        if count == 1:
            words = translate("BookPage", "{name} removed from your client book")
        else:
            words = translate("BookPage", "{count} customers removed from your client book", None, count)
        undo = None
        if changes.record_id is not None:
            removing = Operation.REMOVE_FROM_CLIENT_BOOK
            undo = partial(undo_change, self._till, self._window(), removing, changes.record_id)
        self._till.messages.toast(words.format(name=name, count=self._till.formats.number(count)), undo)

    def _say_recorded(self, changes: Changes) -> None:
        translate, till, count = QCoreApplication.translate, self._till, len(changes.customer_ids)
        if count == 1:
            words = translate("BookPage", "Activity saved")
        else:
            words = translate("BookPage", "Activity saved for {count} customers", None, count)
        undo = partial(self._undo_recorded, changes.record_id) if changes.record_id is not None else None
        till.messages.toast(words.format(count=till.formats.number(count)), undo)

    def _undo_recorded(self, record_id: int) -> None:
        timelines = self._till.services.timelines
        self._till.tasks.command(self, partial(timelines.undo_activities, self._till.session, record_id))

    def _window(self) -> QWidget:
        return self._bar.window()
