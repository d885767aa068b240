"""Splitting a leaver's book over colleagues: who, how, and what each of them gets, before it is done."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.errors import Conflict, Invalid, Problem
from clienteling.domain.operations import Operation
from clienteling.domain.splitting import Part, Share, Way, shares, split
from clienteling.domain.text import initials
from clienteling.services.leavers import BookToSplit
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.pos.override_dialog import with_permission
from clienteling.ui.pos.shop_floor.split_list import SplitList, SplitRow
from clienteling.ui.pos.undoing import undo_change
from clienteling.ui.theme import MEDIUM, SPACE_2, SPACE_3, SPACE_4, STRONG
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.chip import ChoiceChip
from clienteling.ui.widgets.choice_card import ChoiceCard
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Field, Labelled
from clienteling.ui.widgets.flow_layout import FlowLayout
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.menu import Menu
from clienteling.ui.window import LOCK_KEYS

_WIDTH = 760
_LIST_HEIGHT = 240


def split_book(till: Till, window: QWidget, worker_id: int) -> None:
    """Open the dialog for a colleague's book: at once, or when somebody else has signed for it."""

    def ask(by: Till) -> None:
        dialog = SplitDialog(by, window)
        dialog.closed.connect(by.end_signature)
        dialog.closed.connect(dialog.deleteLater)
        dialog.ask(worker_id)

    with_permission(till, window, (Operation.REASSIGN, Operation.VIEW_STORE_CLIENT_BOOKS), ask)


class SplitDialog(Dialog):
    """All customers move, or none. `handed_over` is emitted when they have."""

    handed_over = Signal()

    def __init__(self, till: Till, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window, translate("Splitting", "Hand over the book"), translate("Splitting", "Close"), width=_WIDTH
        )
        self.let_through(QKeySequence(LOCK_KEYS))
        self._till = till
        self._worker_id = 0
        self._book: BookToSplit | None = None
        self._chosen: dict[int, int] = {}
        self.takers: dict[int, ChoiceChip] = {}
        self.trouble = Banner(weight=Weight.DANGER, icon="circle-alert")
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._chips.setAccessibleName(translate("Splitting", "To whom"))
        self._ways = QWidget()
        self.ways = {
            Way.NUMBER: ChoiceCard(translate("Splitting", "Evenly by number"), "", self._ways),
            Way.SPEND: ChoiceCard(translate("Splitting", "Evenly by spend"), "", self._ways),
            Way.HAND: ChoiceCard(
                translate("Splitting", "By hand"), translate("Splitting", "Choose for each"), self._ways
            ),
        }
        self.list = SplitList()
        self.preview = _Preview(till)
        self.reason = Field(
            translate("Splitting", "Reason"), note=translate("Splitting", "(optional, stays in the history)")
        )
        self.move_button = Button(translate("Splitting", "Hand over"), kind=Kind.PRIMARY)
        self._fill()
        self._connect()

    def ask(self, worker_id: int) -> None:
        """Open it for a colleague's book."""
        self._worker_id = worker_id
        self._read()
        self.open(self.ways[Way.NUMBER])

    @property
    def way(self) -> Way:
        return next(way for way, card in self.ways.items() if card.isChecked())

    def chosen(self) -> dict[int, int]:
        """Who gets whom, as it is now."""
        return dict(self._chosen)

    def give(self, customer_id: int, worker_id: int) -> None:
        """Choose who gets a customer."""
        self._chosen[customer_id] = worker_id
        self._show_split()

    def _read(self) -> None:
        self.trouble.hide()
        self.move_button.setEnabled(False)
        work = partial(self._till.services.leavers.book, self._till.session, self._worker_id)
        self._till.tasks.query(self, work, self._show, key="book", failed=self._failed)

    def _show(self, book: BookToSplit) -> None:
        translate, number = QCoreApplication.translate, self._till.formats.number
        before = {key for key, chip in self.takers.items() if chip.isChecked()} if self._book else None
        self._book = book
        count = len(book.parts)
        words = translate("Splitting", "{count} customers of {name}. All of them move, or none.", None, count)
        title = translate("Splitting", "Hand over the book")
        self.set_title(title, words.format(count=number(count), name=book.owner.name))
        self._flow.clear()
        self.takers = {}
        for taker in book.takers:
            chip = ChoiceChip(taker.name, self._chips, count=number(taker.customers), square=True)
            # At first those who have books: they are the ones who look after customers.
            chip.setChecked(bool(taker.customers) if before is None else taker.worker_id in before)
            chip.toggled.connect(self._split)
            self.takers[taker.worker_id] = chip
            self._flow.addWidget(chip)
            chip.show()
        self._chips.updateGeometry()
        self._split()

    def _split(self) -> None:
        """Divide anew: other colleagues, or another way."""
        self.list.setVisible(self.way is Way.HAND)
        ids = self._taking()
        if self._book is None or not ids:
            self._chosen = {}
        elif self.way is Way.HAND and self._chosen:
            fresh = split(Way.NUMBER, self._book.parts, ids)
            self._chosen = {key: to if to in ids else fresh[key] for key, to in self._chosen.items()}
        else:
            self._chosen = split(self.way, self._book.parts, ids)
        self._show_split()

    def _show_split(self) -> None:
        translate, book, ids = QCoreApplication.translate, self._book, self._taking()
        self.move_button.setEnabled(bool(self._chosen))
        if book is None:
            return
        number = self._till.formats.number
        names = {taker.worker_id: taker.name for taker in book.takers}
        for way in (Way.NUMBER, Way.SPEND):
            told = shares(book.parts, split(way, book.parts, ids), ids) if ids else ()
            words = ", ".join(number(share.customers) for share in told[:5])
            self.ways[way].set_subtitle(words or translate("Splitting", "Choose colleagues"))
        told = shares(book.parts, self._chosen, ids) if self._chosen else ()
        self.preview.show_shares(book, told)
        if self.way is Way.HAND:
            self.list.set_rows([self._row(part, names) for part in book.parts])
        words = translate("Splitting", "Hand over {count} customers", None, len(self._chosen))
        self.move_button.set_label(words.format(count=number(len(self._chosen))))

    def _row(self, part: Part, names: dict[int, str]) -> SplitRow:
        spend = self._till.formats.money(part.spend, whole=True)
        taker = names.get(self._chosen.get(part.customer_id, 0), "")
        return SplitRow(part.customer_id, initials(part.name), part.name, spend, taker)

    def _taking(self) -> list[int]:
        return [key for key, chip in self.takers.items() if chip.isChecked()]

    def _choose_taker(self, row: SplitRow, _action: str) -> None:
        menu = Menu(self)
        for key in self._taking():
            chosen = self._chosen.get(row.key) == key
            menu.add(self.takers[key].label, partial(self.give, row.key, key), chosen=chosen)
        area = self.list.area_of(row.key, "choose")
        menu.popup(self.list.viewport().mapToGlobal(area.bottomLeft() + QPoint(0, 4)))

    def _move(self) -> None:
        if not self._chosen or not self.move_button.isEnabled():
            return
        self.move_button.setEnabled(False)
        self.trouble.hide()
        leavers, session = self._till.services.leavers, self._till.session
        work = partial(leavers.split, session, self._worker_id, self.chosen(), self.reason.text())
        self._till.tasks.command(self, work, self._done, self._failed)

    def _done(self, changes: Changes) -> None:
        count, owner = len(changes.customer_ids), self._book.owner.name if self._book else ""
        words = QCoreApplication.translate("Splitting", "{count} customers of {name} handed over", None, count)
        self.close_now()
        undo = None
        if changes.record_id is not None:
            undo = partial(undo_change, self._till.own, self._window, Operation.REASSIGN, changes.record_id)
        self._till.messages.toast(words.format(count=self._till.formats.number(count), name=owner), undo)
        self.handed_over.emit()

    def _failed(self, error: Exception) -> None:
        """Say it where it belongs; nothing that was chosen or typed is lost."""
        self.move_button.setEnabled(bool(self._chosen))
        if isinstance(error, Invalid) and error.field == "reason":
            self.reason.set_error(problem_message(error))
            self.reason.setFocus()
        elif isinstance(error, Problem):
            again = QCoreApplication.translate("Splitting", "Read again") if isinstance(error, Conflict) else ""
            self.trouble.say(problem_title(error), problem_message(error), again)
            self.trouble.show()

    def _connect(self) -> None:
        for card in self.ways.values():
            card.toggled.connect(self._toggle)
        self.list.acted.connect(self._choose_taker)
        self.trouble.acted.connect(self._read)
        self.move_button.clicked.connect(self._move)

    def _toggle(self, on: bool) -> None:
        if on:
            self._split()

    def _fill(self) -> None:
        translate = QCoreApplication.translate
        self.ways[Way.NUMBER].setChecked(True)
        row = QHBoxLayout(self._ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3)
        for card in self.ways.values():
            row.addWidget(card, 1)
        self.trouble.hide()
        self.list.hide()
        self.list.setFixedHeight(_LIST_HEIGHT)
        ways = Labelled(translate("Splitting", "How"), self._ways)
        to_whom = Label(translate("Splitting", "To whom"), weight=MEDIUM)
        for part in (self.trouble, to_whom, self._chips, ways, self.preview, self.list, self.reason):
            self.body.addWidget(part)
        cancel = Button(translate("Splitting", "Cancel"))
        cancel.clicked.connect(self.close_now)
        self.foot.addWidget(Label(translate("Splitting", "Can be undone"), tone=Tone.MUTED), 1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.move_button)


class _Preview(Box):
    """What each colleague gets, and what their book comes to."""

    def __init__(self, till: Till) -> None:
        super().__init__(fill="surface_sunken", line="")
        self._till = till
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        self._grid.setHorizontalSpacing(SPACE_4)
        self._grid.setVerticalSpacing(SPACE_2)
        self._grid.setColumnStretch(0, 1)
        self.lines: tuple[tuple[str, ...], ...] = ()

    def show_shares(self, book: BookToSplit, told: tuple[Share, ...]) -> None:
        translate = QCoreApplication.translate
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not told:
            words = translate("Splitting", "Choose at least one colleague, then it stands here who gets how many.")
            self.lines = ()
            self._grid.addWidget(Label(words, tone=Tone.MUTED, wrap=True), 0, 0)
            return
        heads = (
            translate("Splitting", "What will happen"),
            translate("Splitting", "Customers"),
            translate("Splitting", "Spend"),
            translate("Splitting", "Follow-ups"),
            translate("Splitting", "Book then"),
        )
        self.lines = tuple(self._told(book, share) for share in told)
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row, line in enumerate((heads, *self.lines)):
            for column, text in enumerate(line):
                tone = Tone.MUTED if row == 0 and column else Tone.TEXT
                label = Label(text, weight=STRONG if row == 0 and not column else 400, tone=tone, tabular=column > 0)
                self._grid.addWidget(label, row, column, end if column else Qt.AlignmentFlag.AlignVCenter)

    def _told(self, book: BookToSplit, share: Share) -> tuple[str, ...]:
        formats = self._till.formats
        taker = next(taker for taker in book.takers if taker.worker_id == share.worker_id)
        return (
            taker.name,
            formats.number(share.customers),
            formats.money(share.spend, whole=True),
            formats.number(share.follow_ups),
            formats.number(taker.customers + share.customers),
        )
