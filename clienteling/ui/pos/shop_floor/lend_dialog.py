"""Lending a book to a colleague until a day, and giving it back before."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.book import BookSize
from clienteling.domain.cover import Cover
from clienteling.domain.errors import Invalid, Problem
from clienteling.domain.operations import Operation
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.pos.colleague_select import ColleagueSelect, Person
from clienteling.ui.pos.follow_ups.day_select import DaySelect
from clienteling.ui.pos.override_dialog import with_permission
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Field, Labelled
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.window import LOCK_KEYS

_WIDTH = 560
_USUAL = timedelta(days=14)


def lend_book(till: Till, window: QWidget, owner_id: int) -> None:
    """Open the dialog for a colleague's book: at once, or when somebody else has signed for it."""

    def ask(by: Till) -> None:
        dialog = LendDialog(by, window)
        dialog.closed.connect(by.end_signature)
        dialog.closed.connect(dialog.deleteLater)
        dialog.ask(owner_id)

    with_permission(till, window, (Operation.LEND_BOOK, Operation.VIEW_STORE_CLIENT_BOOKS), ask)


def end_cover(till: Till, cover: Cover, read_again: Callable[[], object]) -> None:
    """Give a book back now; a toast has the way back."""

    def done(changes: Changes) -> None:
        words = QCoreApplication.translate("Lending", "The book of {owner} is given back")
        till.messages.toast(words.format(owner=cover.owner), _undo(till, changes))

    def failed(error: Exception) -> None:
        till.messages.error(error)
        read_again()

    work = partial(till.services.covers.end, till.session, cover)
    till.tasks.command(till.messages, work, done, failed)


def _undo(till: Till, changes: Changes) -> Callable[[], object] | None:
    if changes.record_id is None:
        return None
    undo = partial(till.services.covers.undo, till.own.session, changes.record_id)
    return partial(till.tasks.command, till.messages, undo)


class LendDialog(Dialog):
    """To whom, until when, and why."""

    def __init__(self, till: Till, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, translate("Lending", "Lend the book"), translate("Lending", "Close"), width=_WIDTH)
        self.let_through(QKeySequence(LOCK_KEYS))
        self._till = till
        self._owner_id = 0
        self._owner = ""
        self.trouble = Banner(weight=Weight.DANGER, icon="circle-alert")
        self.taker = ColleagueSelect(translate("Lending", "Choose a colleague"))
        self._taker_field = Labelled(translate("Lending", "To"), self.taker)
        self.until = DaySelect(till)
        self._until_field = Labelled(translate("Lending", "Until the end of"), self.until)
        self.reason = Field(
            translate("Lending", "Reason"), note=translate("Lending", "(optional, stays in the history)")
        )
        self.lend_button = Button(translate("Lending", "Lend the book"), kind=Kind.PRIMARY)
        self._fill()

    def ask(self, owner_id: int) -> None:
        self._owner_id = owner_id
        self.until.set_day(self._till.formats.today(self._till.now()) + _USUAL)
        work = partial(self._till.services.books.colleagues, self._till.session)
        self._till.tasks.query(self, work, self._show, key="colleagues", failed=self._failed)
        self.open(self.taker)

    def _show(self, colleagues: Sequence[BookSize]) -> None:
        translate, number = QCoreApplication.translate, self._till.formats.number
        owner = next((c for c in colleagues if c.worker_id == self._owner_id), None)
        if owner is not None:
            self._owner = owner.name
            words = translate("Lending", "{count} customers of {name}", None, owner.customers)
            words = words.format(count=number(owner.customers), name=owner.name)
            self.set_title(translate("Lending", "Lend the book"), words)
        now = translate("Lending", "{count} customers now")
        self.taker.set_people(
            [
                Person(c.worker_id, c.name, now.format(count=number(c.customers)))
                for c in colleagues
                if c.worker_id != self._owner_id
            ]
        )

    def _lend(self) -> None:
        taker = self.taker.value()
        if taker is None:
            self._taker_field.set_error(QCoreApplication.translate("Lending", "Please choose a colleague."))
            self.taker.setFocus()
            return
        self.lend_button.setEnabled(False)
        self.trouble.hide()
        covers, session = self._till.services.covers, self._till.session
        work = partial(covers.lend, session, self._owner_id, taker, self.until.day(), self.reason.text())
        self._till.tasks.command(self, work, self._done, self._failed)

    def _done(self, changes: Changes) -> None:
        formats, taker = self._till.formats, self.taker.person()
        words = QCoreApplication.translate("Lending", "The book of {owner} is lent to {name} until {day}")
        day = formats.full_day(self.until.day())
        self.close_now()
        words = words.format(owner=self._owner, name=taker.name if taker else "", day=day)
        self._till.messages.toast(words, _undo(self._till, changes))

    def _failed(self, error: Exception) -> None:
        """Say it where it belongs; nothing that was chosen or typed is lost."""
        self.lend_button.setEnabled(True)
        places: dict[str, Labelled] = {
            "to": self._taker_field,
            "until": self._until_field,
            "reason": self.reason,
        }
        if isinstance(error, Invalid) and error.field in places:
            places[error.field].set_error(problem_message(error))
            places[error.field].setFocus()
        elif isinstance(error, Problem):
            self.trouble.say(problem_title(error), problem_message(error))
            self.trouble.show()

    def _fill(self) -> None:
        translate = QCoreApplication.translate
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.body.addWidget(self._taker_field)
        self.body.addWidget(self._until_field)
        self.body.addWidget(self.reason)
        words = translate(
            "Lending",
            "The colleague sees these customers and their follow-ups as if they were in the own book. The day after, "
            "the book goes back by itself.",
        )
        self.body.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
        cancel = Button(translate("Lending", "Cancel"))
        cancel.clicked.connect(self.close_now)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.lend_button)
        self.lend_button.clicked.connect(self._lend)
        self.reason.submitted.connect(self._lend)
        self.taker.changed.connect(self._taker_field.clear_error)
        self.until.changed.connect(self._until_field.clear_error)
