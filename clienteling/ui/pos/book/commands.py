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
from clienteling.ui.pos.reassign import ReassignDialog
from clienteling.ui.pos.till import Till
from clienteling.ui.widgets.command_bar import Command, CommandBar


class BookCommands(QObject):
    """Fills the command bar, and does what it says. `name_of` gives a customer's name, "" if it is not known."""

    def __init__(self, till: Till, view: View, bar: CommandBar, name_of: Callable[[int], str]) -> None:
        super().__init__(bar)
        self._till = till
        self._view = view
        self._bar = bar
        self._name_of = name_of
        self._selection = Selection()
        self._own: frozenset[int] = frozenset()
        self._offered: tuple[object, ...] = ()
        self._activity: ActivityDialog | None = None
        self._reassign: ReassignDialog | None = None
        self._export = ExportActions(till, bar)

    def set_own(self, own: frozenset[int]) -> None:
        """Which customers of the store view are in the worker's own book."""
        self._own = own
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

    def reassign(self) -> None:
        """Ask to whom everybody selected goes."""
        if self._reassign is None:
            self._reassign = ReassignDialog(self._till, self._window())
        scope = ""
        if self._selection.everything and len(self._selection) > 1:
            scope = QCoreApplication.translate("BookPage", "Everybody the filter finds")
        self._reassign.ask(self._selection.customer_ids, scope)

    def export(self) -> None:
        """Ask for a file, and write everybody selected into it."""
        ids = self._selection.customer_ids
        self._export.ask(ids, self._name_of(ids[0]) if len(ids) == 1 else "")

    def remove(self) -> None:
        """Take those selected who are the worker's own out of the book; a toast has the way back."""
        ids = self._removable()
        name = self._name_of(ids[0])
        work = partial(self._till.services.book_changes.remove, self._till.session, ids)
        self._bar.setEnabled(False)
        self._till.tasks.command(self, work, partial(self._say_removed, name), self._say_failed)

    def _offer(self) -> None:
        """Commands that this worker or selection does not allow stay, and say why."""
        if not self._selection:
            return
        translate, till = QCoreApplication.translate, self._till
        removable = len(self._removable())
        label = translate("BookPage", "Remove from book")
        if 0 < removable < len(self._selection):
            count = till.formats.number(removable)
            label = translate("BookPage", "Remove {count} from my book", None, removable).format(count=count)
        why_not = till.who_may(Operation.REMOVE_FROM_CLIENT_BOOK)
        if not removable and not why_not:
            why_not = translate("BookPage", "Your own customers only")
        own = removable == len(self._selection)
        offered = (
            *(label, why_not, till.who_may(Operation.ADD_ACTIVITY), till.who_may(Operation.REASSIGN)),
            till.who_may(Operation.EXPORT if own else Operation.EXPORT_STORE),
        )
        if offered == self._offered:
            return
        self._offered = offered
        self._bar.set_commands(
            (
                Command(
                    translate("BookPage", "Add activity"),
                    "calendar-plus",
                    self.add_activity,
                    offered[2],
                    rank=3,
                ),
                Command(translate("BookPage", "Reassign"), "arrow-right-left", self.reassign, offered[3], rank=1),
                Command(translate("BookPage", "Export"), "download", self.export, offered[4], rank=0),
                Command(label, "trash-2", self.remove, why_not, danger=True, rank=2),
            )
        )

    def _removable(self) -> Sequence[int]:
        if self._view is View.MINE:
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
        undo = partial(self._undo, changes.record_id) if changes.record_id is not None else None
        self._till.messages.toast(words.format(name=name, count=self._till.formats.number(count)), undo)

    def _undo(self, record_id: int) -> None:
        self._till.tasks.command(self, partial(self._till.services.book_changes.undo, self._till.session, record_id))

    def _say_recorded(self, count: int) -> None:
        translate = QCoreApplication.translate
        if count == 1:
            words = translate("BookPage", "Activity saved")
        else:
            words = translate("BookPage", "Activity saved for {count} customers", None, count)
        self._till.messages.toast(words.format(count=self._till.formats.number(count)))

    def _window(self) -> QWidget:
        return self._bar.window()
