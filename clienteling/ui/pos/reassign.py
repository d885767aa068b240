"""Moving customers from one colleague's book to another's."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.errors import Conflict, Invalid, Problem
from clienteling.domain.operations import Operation
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.pos.colleague_select import ColleagueSelect, Person
from clienteling.ui.pos.override_dialog import with_permission
from clienteling.ui.pos.reassign_outlook import Held, Outlook, Situation, read_situation
from clienteling.ui.pos.undoing import undo_change
from clienteling.ui.theme import ICON, ICON_SMALL, SPACE_3, theme_of
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.drawing import draw_icon, painter_on
from clienteling.ui.widgets.field import Field, Labelled
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.window import LOCK_KEYS


def ask_to_reassign(
    till: Till, window: QWidget, customer_ids: Sequence[int], scope: str = "", to: int | None = None
) -> None:
    """Open the dialog for these customers: at once, or when somebody else has signed for it."""

    def ask(by: Till) -> None:
        dialog = ReassignDialog(by, window)
        dialog.closed.connect(by.end_signature)
        dialog.closed.connect(dialog.deleteLater)
        dialog.ask(customer_ids, scope, to)

    with_permission(till, window, (Operation.REASSIGN, Operation.VIEW_STORE_CLIENT_BOOKS), ask)


class ReassignDialog(Dialog):
    """From whom, to whom, how many, why, and what will happen. All of them move, or none.

    `moved` is emitted when they are, after the toast with the way back was shown.
    """

    moved = Signal()

    def __init__(self, till: Till, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, translate("Reassign", "Reassign customers"), translate("Reassign", "Close"))
        self.let_through(QKeySequence(LOCK_KEYS))
        self._till = till
        self._customers: tuple[int, ...] = ()
        self._scope = ""
        self._situation: Situation | None = None
        self.giver = ColleagueSelect(translate("Reassign", "Choose whose customers"))
        self.taker = ColleagueSelect(translate("Reassign", "Choose a colleague"))
        self.reason = Field(
            translate("Reassign", "Reason"), note=translate("Reassign", "(optional, stays in the history)")
        )
        self.outlook = Outlook(till.formats)
        self.trouble = Banner(weight=Weight.DANGER, icon="circle-alert")
        self.move_button = Button("", kind=Kind.PRIMARY)
        self._fill()
        self._connect()

    def _fill(self) -> None:
        translate = QCoreApplication.translate
        self._giver_field = Labelled(translate("Reassign", "From"), self.giver)
        self.taker_field = Labelled(translate("Reassign", "To"), self.taker)
        people = QGridLayout()
        people.setHorizontalSpacing(0)
        top = Qt.AlignmentFlag.AlignTop
        people.addWidget(self._giver_field, 0, 0, top)
        people.addWidget(_Arrow(), 0, 1, top)
        people.addWidget(self.taker_field, 0, 2, top)
        people.setColumnStretch(0, 1)
        people.setColumnStretch(2, 1)
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.body.addLayout(people)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.outlook)
        cancel = Button(translate("Reassign", "Cancel"))
        cancel.clicked.connect(self.close_now)
        self.foot.addWidget(_Undoable(), 1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.move_button)

    def _connect(self) -> None:
        self.giver.changed.connect(self._choose_giver)
        self.taker.changed.connect(self._choose_taker)
        self.trouble.acted.connect(self._read)
        self.move_button.clicked.connect(self._move)
        self.reason.submitted.connect(self._move)

    def ask(self, customer_ids: Sequence[int], scope: str = "", to: int | None = None) -> None:
        """Open it for these customers; `scope` says which they are ("Everybody the filter finds"), `to` who may get
        them."""
        self._customers, self._scope = tuple(customer_ids), scope
        self._say_scope(1)
        self.giver.set_value(None)
        self.taker.set_value(to)
        self.reason.set_text("")
        for field in (self._giver_field, self.taker_field, self.reason):
            field.clear_error()
        self._read()
        self.open(self.taker)

    def _say_scope(self, holders: int) -> None:
        translate, count = QCoreApplication.translate, len(self._customers)
        if holders > 1:
            words = translate(
                "Reassign", "{count} customers of {holders} colleagues. Choose whose are moved.", None, count
            )
        elif count == 1:
            words = translate("Reassign", "1 customer.")
        else:
            words = translate("Reassign", "{count} customers. All of them move, or none.", None, count)
        words = words.format(count=self._number(count), holders=self._number(holders))
        self.set_title(translate("Reassign", "Reassign customers"), f"{self._scope}: {words}" if self._scope else words)

    def _read(self) -> None:
        """Read who has them now; what was chosen and typed stays."""
        self.trouble.hide()
        self._situation = None
        self.outlook.show_loading()
        self._show_button()
        work = partial(read_situation, self._till, self._customers)
        self._till.tasks.query(self, work, self._show, key="situation", failed=self._failed)

    def _show(self, situation: Situation) -> None:
        self._situation = situation
        self._say_scope(len(situation.held))
        self.giver.set_people([self._giver_person(held) for held in situation.held])
        if self.giver.value() is None and situation.held:
            self.giver.set_value(situation.held[0].holder.worker_id)
        self._offer_takers()
        self._show_outlook()

    def _offer_takers(self) -> None:
        situation = self._situation
        if situation is None:
            return
        self.taker.set_people(
            [
                Person(one.worker_id, one.name, self._customers_now(one.customers))
                for one in situation.colleagues
                if one.worker_id != self.giver.value()
            ]
        )

    def _giver_person(self, held: Held) -> Person:
        translate = QCoreApplication.translate
        have, all_of_them = len(held.customer_ids), held.holder.customers
        if have == all_of_them:
            words = translate("Reassign", "all {all} customers", None, all_of_them)
        elif len(self._customers) == have:
            words = self._customers_now(all_of_them)
        else:
            words = translate("Reassign", "{count} chosen of {all} customers", None, all_of_them)
        words = words.format(count=self._number(have), all=self._number(all_of_them))
        return Person(held.holder.worker_id, held.holder.name, words)

    def _choose_giver(self) -> None:
        self._giver_field.clear_error()
        self._offer_takers()
        self._show_outlook()

    def _choose_taker(self) -> None:
        self.taker_field.clear_error()
        self._show_outlook()

    def _show_outlook(self) -> None:
        self._show_button()
        situation = self._situation
        if situation is None:
            return
        translate = QCoreApplication.translate
        held, taker = situation.of(self.giver.value()), situation.colleague(self.taker.value())
        if held is None:
            self.outlook.show_hint(translate("Reassign", "None of them is in the book of a colleague any more."))
        elif taker is None:
            self.outlook.show_hint(translate("Reassign", "Choose who gets them, then it stands here."))
        else:
            self.outlook.show_move(situation, len(held.customer_ids), held.holder, taker)

    def _show_button(self) -> None:
        translate = QCoreApplication.translate
        held = self._situation.of(self.giver.value()) if self._situation else None
        taker = self._situation.colleague(self.taker.value()) if self._situation else None
        count = len(held.customer_ids) if held else len(self._customers)
        if count == 1:
            words = (
                translate("Reassign", "Move 1 customer to {name}")
                if taker
                else translate("Reassign", "Move 1 customer")
            )
        elif taker:
            words = translate("Reassign", "Move {count} customers to {name}", None, count)
        else:
            words = translate("Reassign", "Move {count} customers", None, count)
        self.move_button.set_label(words.format(count=self._number(count), name=taker.name if taker else ""))
        self.move_button.setEnabled(held is not None and taker is not None)

    def _move(self) -> None:
        held = self._situation.of(self.giver.value()) if self._situation else None
        taker = self.taker.value()
        if held is None or taker is None or not self.move_button.isEnabled():
            return
        self.move_button.setEnabled(False)
        self.trouble.hide()
        work = partial(
            self._till.services.book_changes.reassign,
            self._till.session,
            held.customer_ids,
            held.holder.worker_id,
            taker,
            self.reason.text(),
        )
        self._till.tasks.command(self, work, self._done, self._failed)

    def _done(self, changes: Changes) -> None:
        translate = QCoreApplication.translate
        taker, count = self.taker.person(), len(changes.customer_ids)
        if count == 1:
            words = translate("Reassign", "1 customer moved to {name}")
        else:
            words = translate("Reassign", "{count} customers moved to {name}", None, count)
        self.close_now()
        undo = None
        if changes.record_id is not None:
            undo = partial(undo_change, self._till.own, self._window, Operation.REASSIGN, changes.record_id)
        self._till.messages.toast(words.format(count=self._number(count), name=taker.name if taker else ""), undo)
        self.moved.emit()

    def _failed(self, error: Exception) -> None:
        """Say it where it belongs; nothing that was chosen or typed is lost."""
        self._show_button()
        places = {"from": self._giver_field, "to": self.taker_field, "reason": self.reason}
        if isinstance(error, Invalid) and error.field in places:
            places[error.field].set_error(problem_message(error))
            places[error.field].setFocus()
        elif isinstance(error, Problem):
            again = QCoreApplication.translate("Reassign", "Try again")
            message = problem_message(error)
            if isinstance(error, Conflict):
                again = QCoreApplication.translate("Reassign", "Read again")
                message += " " + QCoreApplication.translate(
                    "Reassign", "Nobody was moved. Read again who has whom, and go on with the others."
                )
            self.trouble.say(problem_title(error), message, again)
            self.trouble.show()

    def _customers_now(self, count: int) -> str:
        words = QCoreApplication.translate("Reassign", "{count} customers now", None, count)
        return words.format(count=self._number(count))

    def _number(self, value: int) -> str:
        return self._till.formats.number(value)


class _Arrow(QWidget):
    """Points from one to the other, in the middle of their fields."""

    def sizeHint(self) -> QSize:
        return QSize(ICON + 2 * SPACE_3 + 4, 26 + 68)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        name = "arrow-right" if self.isLeftToRight() else "arrow-left"
        place = QRect(0, 26, self.width(), 68)
        draw_icon(painter, name, place, ICON, theme_of(self).colors.text_muted)
        painter.end()


class _Undoable(Label):
    """The note that the move has a way back."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("Reassign", "Can be undone"), tone=Tone.MUTED, elide=True)
        self.setContentsMargins(ICON_SMALL + 8, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = painter_on(self)
        left = 0 if self.isLeftToRight() else self.width() - ICON_SMALL
        place = QRect(left, 0, ICON_SMALL, self.height())
        draw_icon(painter, "undo-2", place, ICON_SMALL, theme_of(self).colors.text_muted)
        painter.end()
