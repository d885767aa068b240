"""What can be done with the customers that a search found."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from clienteling.domain.audit import Changes
from clienteling.domain.errors import AlreadyHeld
from clienteling.domain.operations import Operation
from clienteling.ui.lists.hit_delegate import HitRow
from clienteling.ui.messages import problem_message
from clienteling.ui.pos.override_dialog import with_permission
from clienteling.ui.pos.reassign import ask_to_reassign
from clienteling.ui.pos.search_results import Offer, ResultList
from clienteling.ui.pos.undoing import undo_change
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.command_bar import Command, CommandBar


class SearchCommands(QObject):
    """Adds to the own book, one by its button or several by the command bar, and reassigns.

    `refusal` says who has a customer that could not be added, and offers to reassign to those who may.
    """

    def __init__(self, till: Till, bar: CommandBar, results: ResultList) -> None:
        super().__init__(results)
        self._till = till
        self._bar = bar
        self._results = results
        self._held: tuple[int, ...] = ()
        self.refusal = Banner(weight=Weight.WARNING, icon="book-user")
        self.refusal.hide()
        self.refusal.acted.connect(lambda: self.reassign(self._held, to_me=True))
        results.add_asked.connect(lambda customer_id: self.add((customer_id,)))
        results.selection_changed.connect(self.show_selection)
        bar.closed.connect(results.drop_selection)
        bar.select_all.connect(results.select_all)

    def show_selection(self, selected: Sequence[int]) -> None:
        """Raise the bar for these customers, or let it go."""
        if not selected:
            self._bar.sink()
            return
        translate, number = QCoreApplication.translate, self._till.formats.number
        found = sum(isinstance(row, HitRow) for row in self._results.rows)
        count = translate("SearchPage", "{count} selected", None, len(selected)).format(count=number(len(selected)))
        every = translate("SearchPage", "Select all {count}").format(count=number(found))
        self._bar.set_count(count, every if len(selected) < found else "")
        free = self._selected(Offer.ADD, Offer.JOIN)
        held = self._selected(Offer.HELD, Offer.JOIN, Offer.MINE)
        label, why_not = (
            translate("SearchPage", "Add to my book"),
            self._till.who_may(Operation.ADD_TO_CLIENT_BOOK),
        )
        if 0 < len(free) < len(selected):
            label = translate("SearchPage", "Add {count} to my book", None, len(free)).format(count=number(len(free)))
        if not free:
            why_not = translate("SearchPage", "All are in a book")
        whose = self._till.who_may(Operation.REASSIGN)
        if not held:
            whose = translate("SearchPage", "They are in no book")
        self._bar.set_commands(
            (
                Command(
                    translate("SearchPage", "Reassign"),
                    "arrow-right-left",
                    partial(self.reassign, held),
                    whose,
                    bool(held) and self._till.signable(Operation.REASSIGN),
                ),
                Command(
                    label,
                    "book-plus",
                    partial(self.add, free),
                    why_not,
                    bool(free) and self._till.signable(Operation.ADD_TO_CLIENT_BOOK),
                    rank=2,
                ),
            )
        )
        self._bar.rise()

    def add(self, customer_ids: Sequence[int]) -> None:
        """Put customers into the own book, all of them or none."""
        self.refusal.hide()
        add = partial(self._add, tuple(customer_ids))
        with_permission(self._till, self._results.window(), (Operation.ADD_TO_CLIENT_BOOK,), add)

    def _add(self, customer_ids: tuple[int, ...], till: Till) -> None:
        rows = [row for row in self._hits() if row.customer_id in customer_ids]
        work = partial(till.services.book_changes.add, till.session, customer_ids)
        then = partial(self._say_added, rows)
        till.tasks.command(self, work, then, partial(self._refuse, customer_ids))

    def reassign(self, customer_ids: Sequence[int], *, to_me: bool = False) -> None:
        """Ask to whom these customers go; `to_me` proposes the worker."""
        self.refusal.hide()
        to = self._till.session.worker.id if to_me else None
        ask_to_reassign(self._till, self._results.window(), customer_ids, to=to)

    def _say_added(self, rows: Sequence[HitRow], changes: Changes) -> None:
        translate, count = QCoreApplication.translate, len(changes.customer_ids)
        added = [row for row in rows if row.customer_id in changes.customer_ids]
        shared = [row.holder for row in added if row.holder]
        name, holder = (added[0].name, added[0].holder) if added else ("", "")
        if count == 1:
            words = translate("SearchPage", "{name} added to your client book")
            if shared:
                words = translate("SearchPage", "{name} added to your client book; {holder} has them as well")
        else:
            words = translate("SearchPage", "{count} customers added to your client book", None, count)
            if shared:
                words = translate(
                    "SearchPage", "{count} added to your client book; colleagues have {shared} of them as well"
                )
        undo = None
        if changes.record_id is not None:
            adding = Operation.ADD_TO_CLIENT_BOOK
            undo = partial(undo_change, self._till, self._results.window(), adding, changes.record_id)
        number = self._till.formats.number
        said = words.format(name=name, holder=holder, count=number(count), shared=number(len(shared)))
        self._till.messages.toast(said, undo)
        self._results.drop_selection()

    def _refuse(self, customer_ids: tuple[int, ...], error: Exception) -> None:
        if not isinstance(error, AlreadyHeld):
            self._till.messages.error(error)
            return
        translate = QCoreApplication.translate
        self._held = customer_ids
        may = self._till.may(Operation.REASSIGN)
        if may:
            words = translate("SearchPage", "You can reassign instead.")
        else:
            words = translate("SearchPage", "Ask {holder} or a manager.").format(holder=error.values["holder"])
        if len(customer_ids) > 1:
            words = f"{translate('SearchPage', 'Nobody was added.')} {words}"
        self.refusal.say(problem_message(error), words, translate("SearchPage", "Reassign") if may else "")
        self.refusal.show()

    def _selected(self, *offers: Offer) -> tuple[int, ...]:
        rows = [row for row in self._hits() if self._results.is_selected(row)]
        return tuple(row.customer_id for row in rows if self._results.offer(row) in offers)

    def _hits(self) -> list[HitRow]:
        return [row for row in self._results.rows if isinstance(row, HitRow)]
