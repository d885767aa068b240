"""What the pages that create and edit a customer share. What was typed survives refusal, lock, leaving and a crash."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.customer_draft import CustomerDraft
from clienteling.domain.customer_reading import problems_in
from clienteling.domain.errors import Invalid, NotAllowed, Problem
from clienteling.domain.operations import Operation
from clienteling.services.customer_changes import Saved
from clienteling.services.customer_form import CustomerForm, Edited, KeptForm
from clienteling.ui.failure import copy_details, show_failure
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.page import BACK, Page
from clienteling.ui.pos.customer.patience import Patience
from clienteling.ui.pos.customer_form.duplicate_search import DuplicateSearch
from clienteling.ui.pos.customer_form.form import CustomerFormView, unsaved_words
from clienteling.ui.pos.customer_form.head import FormHead
from clienteling.ui.theme import PAGE_PADDING, SPACE_3
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.skeleton import SkeletonRows
from clienteling.ui.widgets.state_page import StatePage
from clienteling.ui.window import MainWindow

_KEEP_AFTER = 2000
"""Milliseconds after the last key until the draft is put by."""


class FormPage(Page):
    """A form that is read, filled in, kept, compared with who is there, and saved."""

    def __init__(self, till: Till, operation: Operation) -> None:
        super().__init__()
        self._till = till
        self._operation = operation
        self._customer_id: int | None = None
        self._kept: KeptForm | None = None
        self._saving = False
        self._next_steps: tuple[Callable[[], object], ...] = ()
        self.head = FormHead(till, is_new=operation is Operation.CUSTOMER_ADD)
        self.banner = Banner(weight=Weight.WARNING, icon="circle-alert", inline=True)
        self._strip = QWidget()
        self.form = CustomerFormView(till)
        self.duplicates = DuplicateSearch(till, self.form.duplicates, self._draft)
        self.state = StatePage()
        self._skeleton = SkeletonRows(8)
        self._patience = Patience(lambda: self._stack.setCurrentIndex(1), self)
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_AFTER)
        self._lay_out()
        self._connect()

    def has_draft(self) -> bool:
        """Whether something is typed that is not saved."""
        return self._kept is not None and not self._current().is_blank

    # What the window tells

    def deactivate(self) -> None:
        self.duplicates.pause.stop()
        self._keep()

    def keep(self) -> None:
        self._keep()

    def go_back(self) -> bool:
        self._keep()
        return False

    def edit(self) -> None:
        self.form.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no field wanted comes from a scanner: it is a loyalty card."""
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        text = event.text()
        if not held and text.isprintable() and text.strip() and self._is_open:
            self.form.dates.scan(text)
        else:
            super().keyPressEvent(event)

    def _go_on(self, step: int) -> None:
        """The Tab key goes on as one reads: fields come and go, and Qt's own order is that of their making."""
        focus = QApplication.focusWidget()
        if focus is None or not self._is_open:
            return
        controls = [*self.head.controls(), *self.form.controls()]
        shown = [control for control in controls if control.isVisible() and control.isEnabled()]
        place = next_place(shown, focus, step)
        window = self.window()
        if place is not None:
            reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
            shown[place].setFocus(reason)
            self.form.show_control(shown[place])
        elif isinstance(window, MainWindow):
            window.focus_search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.form.make_room(self.width())

    # Reading

    def _read(self, then: Callable[[CustomerForm], None]) -> None:
        if not self._till.may(self._operation):
            groups = self._till.permissions.forbidden[self._operation]
            refusal = NotAllowed(self._operation.title, groups)
            self._fail(refusal)
            return
        work = partial(self._till.services.customer_changes.form, self._till.session, self._customer_id)
        self._patience.begin()
        self._till.tasks.query(
            self,
            work,
            lambda form: self._patience.end(partial(then, form)),
            key="form",
            failed=lambda error: self._patience.end(partial(self._fail, error)),
        )

    def _begin(self, form: CustomerForm, kept: KeptForm) -> None:
        """Show a form that was read; `kept` is what stands in it."""
        self._kept = kept
        self.duplicates.begin(self._customer_id, kept.typed.strangers)
        self._strip.hide()
        self.form.set_groups(form.groups)
        self.form.show_draft(kept.typed)
        self._stack.setCurrentIndex(0)
        self._show_kept()
        self.form.to_top()
        self.form.focus_first()
        if not kept.is_blank:
            self.duplicates.look()

    def _fail(self, error: Exception) -> None:
        show_failure(self.state, QCoreApplication.translate("CustomerForm", "The form cannot be opened"), error)
        self._next_steps = (lambda: self.activate(self._customer_id), partial(copy_details, self.state, error))
        self._stack.setCurrentIndex(2)

    # Typing

    @property
    def _is_open(self) -> bool:
        return self._kept is not None and self._stack.currentIndex() == 0

    def _draft(self) -> CustomerDraft:
        return replace(self.form.draft(), strangers=self.duplicates.strangers)

    def _current(self) -> KeptForm:
        """The form with what is typed into it now."""
        if self._kept is None:
            raise RuntimeError("no form is open")
        return replace(self._kept, typed=self._draft(), add_to_book=self.head.add_to_book)

    def _edited(self) -> None:
        self.duplicates.pause.start()
        self._keeping.start()
        self._show_kept()

    def _show_kept(self) -> None:
        self.head.show_kept(self.has_draft())

    def _keep(self) -> None:
        """Put by what is typed, if that has changed."""
        self._keeping.stop()
        if not self._is_open or self._saving:
            return
        current = self._current()
        if current != self._kept:
            self._kept = current
            work = partial(self._till.services.customer_changes.keep, self._till.session, self._customer_id, current)
            # A command, so that it is done though the window closes.
            self._till.tasks.command(self, work, failed=lambda _: None)

    def _refuse(self) -> None:
        self._edited()
        self.form.focus_first()

    # Saving

    def _save(self) -> None:
        if not self._is_open or self._saving:
            return
        self._saving = True
        self.form.complete()
        self.duplicates.pause.stop()
        self._keeping.stop()
        current = self._current()
        self._till.tasks.command(
            self, partial(self._store, current), self._saved, partial(self._refused, current.typed)
        )

    def _save_by_key(self) -> None:
        """Fingers are quicker than eyes: a page may have something to say first."""
        self._save()

    def _store(self, current: KeptForm) -> Saved:
        raise NotImplementedError

    def _saved(self, saved: Saved) -> None:
        self._saving = False
        self._kept = None
        self._leave_for(saved)

    def _leave_for(self, saved: Saved) -> None:
        raise NotImplementedError

    def _refused(self, draft: CustomerDraft, error: Exception) -> None:
        """Nothing was stored and everything typed stands as it was."""
        self._saving = False
        self._keep()
        if isinstance(error, Edited):
            self._reconcile()
            return
        homeless: tuple[Invalid, ...] = ()
        if isinstance(error, Invalid):
            homeless = self.form.show_problems(problems_in(error), draft)
            if not homeless:
                return
            error = homeless[0]
        self._say_problem(error)

    def _say_problem(self, error: Exception) -> None:
        if isinstance(error, Problem):
            self._say(problem_title(error), problem_message(error))

    def _reconcile(self) -> None:
        """Somebody else has saved the customer in the meantime."""

    def _say(self, title: str, text: str, action: str = "", *, weight: Weight = Weight.WARNING) -> None:
        self.banner.set_weight(weight, "circle-alert" if weight is Weight.WARNING else "user-plus")
        self.banner.say(title, text, action)
        self._strip.show()

    def _cancel(self) -> None:
        """Drop what is typed and go back; the toast brings it back."""
        if self._kept is None:
            self.go.emit(BACK, None)
            return
        dropped, customer_id = self._current(), self._customer_id
        self._keeping.stop()
        self._kept = None
        self._put_by(customer_id, replace(dropped, typed=dropped.aside or dropped.base, aside=None))
        self.go.emit(BACK, None)
        if dropped.typed != dropped.base:
            words = QCoreApplication.translate("CustomerForm", "The draft of {name} is thrown away")
            text = words.format(name=unsaved_words(dropped.typed))
            self._till.messages.toast(text, partial(self._bring_back, customer_id, dropped), icon="trash-2")

    def _bring_back(self, customer_id: int | None, dropped: KeptForm) -> None:
        self._put_by(customer_id, dropped)
        self.go.emit("new_customer" if customer_id is None else "edit_customer", customer_id)

    def _open_customer(self, customer_id: int) -> None:
        # Not within the key press of the button: Qt crashed now and then when the page with it went away meanwhile.
        QTimer.singleShot(0, self, partial(self.go.emit, "customer", customer_id))

    def _put_by(self, customer_id: int | None, form: KeptForm) -> None:
        work = partial(self._till.services.customer_changes.keep, self._till.session, customer_id, form)
        self._till.tasks.query(self, work, lambda _: None)

    # Layout

    def _connect(self) -> None:
        self.head.back.clicked.connect(lambda: self.go.emit(BACK, None))
        self.head.cancel.clicked.connect(self._cancel)
        self.head.save.clicked.connect(self._save)
        self.head.tick.toggled.connect(lambda _: self._edited() if self._is_open else None)
        self.form.edited.connect(self._edited)
        self.form.duplicates.opened.connect(self._open_customer)
        self.duplicates.refused.connect(self._refuse)
        self._keeping.timeout.connect(self._keep)
        self.banner.acted.connect(self._act)
        self.state.primary.connect(partial(self._take_step, 0))
        self.state.plain.connect(partial(self._take_step, 1))
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("Ctrl+Return", self._save_by_key),
            ("Ctrl+Enter", self._save_by_key),
            ("Ctrl+S", self._save_by_key),
            ("Tab", partial(self._go_on, 1)),
            ("Shift+Tab", partial(self._go_on, -1)),
        ):
            QShortcut(QKeySequence(keys), self, context=here).activated.connect(act)

    def _act(self) -> None:
        """The action of the banner."""

    def _take_step(self, number: int) -> None:
        self._next_steps[number]()

    def _lay_out(self) -> None:
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        strip = QVBoxLayout(self._strip)
        strip.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, SPACE_3)
        strip.addWidget(self.banner)
        self._strip.hide()
        column.addWidget(self._strip)
        column.addWidget(self.form, 1)
        waiting = QWidget()
        rows = QVBoxLayout(waiting)
        rows.setContentsMargins(PAGE_PADDING, PAGE_PADDING, PAGE_PADDING, 0)
        rows.addWidget(self._skeleton)
        rows.addStretch(1)
        self._stack = QStackedLayout(self)
        for part in (filled, waiting, self.state):
            self._stack.addWidget(part)


def next_place(controls: Sequence[QWidget], focus: QWidget, step: int) -> int | None:
    """The place of the control after the one that has the keyboard, or before it; None behind the ends."""
    at = next((place for place, control in enumerate(controls) if control is focus), None)
    if at is None:
        return 0
    return at + step if 0 <= at + step < len(controls) else None
