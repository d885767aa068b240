"""Setting out to do something: about a customer, about everybody selected, or about nobody; or changing it."""

from collections.abc import Sequence
from datetime import time
from functools import partial

from PySide6.QtCore import QCoreApplication, QTime, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.book import BookSize
from clienteling.domain.errors import Invalid, Problem
from clienteling.domain.follow_up import FollowUp
from clienteling.domain.operations import Operation
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.pos.colleague_select import ColleagueSelect, Person
from clienteling.ui.pos.customer.moment import parse_time
from clienteling.ui.pos.follow_ups.day_select import DaySelect
from clienteling.ui.theme import SPACE_4
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Field, Labelled
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.text_area import TextArea
from clienteling.ui.window import LOCK_KEYS

_WIDTH = 600


class FollowUpDialog(Dialog):
    """What, when, and for whom. `saved` gives the `Changes`: for all customers, or for none.

    What was typed and not saved is still there when it is opened again for the same.
    """

    saved = Signal(object)

    def __init__(self, till: Till, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, translate("FollowUps", "New follow-up"), translate("FollowUps", "Close"), width=_WIDTH)
        self.let_through(QKeySequence(LOCK_KEYS))
        self._till = till
        self._customers: tuple[int, ...] = ()
        self._edited: FollowUp | None = None
        self.trouble = Banner(weight=Weight.DANGER, icon="circle-alert")
        self.title_field = Field(
            translate("FollowUps", "What is to be done"), placeholder=translate("FollowUps", "Call about the fitting")
        )
        self.day = DaySelect(till)
        self._day_field = Labelled(translate("FollowUps", "Day"), self.day)
        self.time = Field(
            translate("FollowUps", "Time"), note=translate("FollowUps", "(optional)"), placeholder="11:00"
        )
        self.worker = ColleagueSelect(translate("FollowUps", "Choose a colleague"))
        self._worker_field = Labelled(translate("FollowUps", "For"), self.worker)
        self.text = TextArea(translate("FollowUps", "Details"), least_lines=2)
        self._text_field = Labelled(
            translate("FollowUps", "Details"), self.text, note=translate("FollowUps", "(optional)")
        )
        self.save_button = Button(translate("FollowUps", "Save"), kind=Kind.PRIMARY)
        self._fill()

    @property
    def edited(self) -> FollowUp | None:
        """What is changed, or was changed last, as it was before; None for a new one."""
        return self._edited

    def ask(self, customer_ids: Sequence[int], name: str = "") -> None:
        """Open it for some customers, or none; `name` is that of the only one."""
        translate, count = QCoreApplication.translate, len(customer_ids)
        if self._edited is not None or self._customers != tuple(customer_ids):
            self._clear()
        self._edited, self._customers = None, tuple(customer_ids)
        if count > 1:
            words = translate("FollowUps", "One for each of {count} customers", None, count)
            words = words.format(count=self._till.formats.number(count))
        else:
            words = name or translate("FollowUps", "About no customer")
        self._open(translate("FollowUps", "New follow-up"), words)

    def edit(self, follow_up: FollowUp) -> None:
        """Open it for one that is there."""
        self._clear()
        self._edited, self._customers = follow_up, ()
        self.title_field.set_text(follow_up.title)
        self.text.set_text(follow_up.text)
        self.day.set_day(follow_up.due)
        if follow_up.at is not None:
            locale = self._till.formats.locale
            at = QTime(follow_up.at.hour, follow_up.at.minute)
            self.time.set_text(locale.toString(at, locale.FormatType.ShortFormat))
        self._open(QCoreApplication.translate("FollowUps", "Edit follow-up"), follow_up.customer)

    def _open(self, title: str, words: str) -> None:
        self.set_title(title, words)
        self.trouble.hide()
        self.save_button.setEnabled(True)
        chooses = self._edited is None and self._till.may(Operation.TASKS_OF_OTHERS)
        self._worker_field.setVisible(chooses)
        if chooses:
            books, session = self._till.services.books, self._till.session
            self._till.tasks.query(self, partial(books.colleagues, session), self._show_colleagues, key="colleagues")
        self.open(self.title_field)

    def _show_colleagues(self, colleagues: Sequence[BookSize]) -> None:
        me = self._till.session.worker
        mine = Person(me.id, me.name, QCoreApplication.translate("FollowUps", "For myself"))
        others = [Person(c.worker_id, c.name, c.title) for c in colleagues if c.worker_id != me.id]
        self.worker.set_people([mine, *others])
        if self.worker.value() is None:
            self.worker.set_value(me.id)

    def _clear(self) -> None:
        for field in (self.title_field, self.time):
            field.set_text("")
        for labelled in (self.title_field, self.time, self._day_field, self._worker_field, self._text_field):
            labelled.clear_error()
        self.text.clear()
        self.day.set_day(self._till.formats.today(self._till.now()))
        self.worker.set_value(None)

    def _save(self) -> None:
        if not self.save_button.isEnabled():
            return
        try:
            at = parse_time(self.time.text()) if self.time.text().strip() else None
        except Invalid as problem:
            self._failed(problem)
            return
        self.save_button.setEnabled(False)
        self._till.tasks.command(self, self._work(at), self._saved, self._failed)

    def _work(self, at: time | None) -> "partial[Changes]":
        services, session = self._till.services.follow_ups, self._till.session
        title, text, due = self.title_field.text(), self.text.text(), self.day.day()
        if self._edited is not None:
            return partial(services.edit, session, self._edited, title, due, at=at, text=text)
        whose = None if self._worker_field.isHidden() else self.worker.value()
        return partial(services.add, session, self._customers, title, due, at=at, text=text, worker_id=whose)

    def _saved(self, changes: Changes) -> None:
        self._clear()
        self.close_now()
        self.saved.emit(changes)

    def _failed(self, error: Exception) -> None:
        """Say it where it belongs; nothing that was typed is lost."""
        self.save_button.setEnabled(True)
        places: dict[str, Labelled] = {
            "title": self.title_field,
            "text": self._text_field,
            "due": self._day_field,
            "time": self.time,
            "worker": self._worker_field,
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
        self.body.addWidget(self.title_field)
        when = QGridLayout()
        when.setHorizontalSpacing(SPACE_4)
        when.addWidget(self._day_field, 0, 0)
        when.addWidget(self.time, 0, 1)
        when.setColumnStretch(0, 3)
        when.setColumnStretch(1, 2)
        self.body.addLayout(when)
        self.body.addWidget(self._worker_field)
        self.body.addWidget(self._text_field)
        cancel = Button(translate("FollowUps", "Cancel"))
        cancel.clicked.connect(self.close_now)
        self.foot.addWidget(Label(translate("FollowUps", "Ctrl+Enter saves"), tone=Tone.MUTED), 1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.save_button)
        self.save_button.clicked.connect(self._save)
        self.title_field.submitted.connect(self._save)
        self.time.submitted.connect(self._save)
        self.text.submitted.connect(self._save)
        self.save_by_keyboard(self._save)
        self.day.changed.connect(self._day_field.clear_error)
        self.worker.changed.connect(self._worker_field.clear_error)
        self.text.text_edited.connect(self._text_field.clear_error)
