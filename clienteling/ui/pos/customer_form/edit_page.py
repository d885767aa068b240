"""The page that edits a customer."""

from dataclasses import replace
from functools import partial
from operator import index
from typing import SupportsIndex

from PySide6.QtCore import QCoreApplication

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.customer_draft import CustomerDraft, clashing, rebased, yielding
from clienteling.domain.operations import Operation
from clienteling.services.customer_changes import Saved
from clienteling.services.customer_form import CustomerForm, KeptForm
from clienteling.ui.page import BACK
from clienteling.ui.pos.customer_form.form_page import FormPage
from clienteling.ui.pos.customer_form.words import clashing_words, edited_words
from clienteling.ui.till import Till


class EditCustomerPage(FormPage):
    """Its argument is a customer's key."""

    def __init__(self, till: Till) -> None:
        super().__init__(till, Operation.CUSTOMER_EDIT)
        self._other: CustomerDraft | None = None
        self._shows_mine = True
        self._told = ""

    def activate(self, argument: object) -> None:
        customer_id = index(argument) if isinstance(argument, SupportsIndex) else self._customer_id
        if customer_id == self._customer_id and self._is_open:
            self.form.focus_first()
            return
        self._customer_id = customer_id
        self._kept = None
        self._read(self._open)

    def refresh(self, changes: Changes) -> None:
        if self._is_open and changes.concerns(Kind.CUSTOMERS, self._customer_id):
            self._reconcile()

    def _reconcile(self) -> None:
        """Read what somebody else has saved, behind what is being typed."""
        work = partial(self._till.services.customer_changes.form, self._till.session, self._customer_id)
        self._till.tasks.query(self, work, self._catch_up, key="form", failed=self._say_problem)

    def _open(self, form: CustomerForm) -> None:
        if form.customer is None:
            return
        self.head.show_customer(form.customer.name)
        fresh = KeptForm(form.draft, form.draft, form.customer.version, add_to_book=False)
        self._begin(form, form.kept or fresh)
        if form.kept is not None and form.kept.version != form.customer.version:
            self._catch_up(form)

    def _catch_up(self, form: CustomerForm) -> None:
        """Somebody else has saved the customer who is shown."""
        if form.customer is None or self._kept is None:
            return
        if form.customer.version == self._kept.version:
            return
        if self.has_draft():
            self._take_over(form, form.customer.version)
        else:
            self._kept = KeptForm(form.draft, form.draft, form.customer.version, add_to_book=False)
            self.form.show_change(form.draft)
            self._show_kept()

    def _take_over(self, form: CustomerForm, version: int) -> None:
        """Bring what is typed on top of what somebody else has saved; what both changed is theirs to choose."""
        current = self._current()
        typed, base = current.typed, current.base
        clashes = clashing(typed, base, form.draft)
        mine = rebased(typed, base, form.draft)
        self._other = yielding(mine, clashes, form.draft) if clashes else None
        self._kept = replace(current, typed=mine, base=form.draft, version=version)
        self._told = QCoreApplication.translate("CustomerForm", "This customer was changed in the meantime")
        if form.edited is not None:
            self._told = edited_words(form.edited, self._till.formats)
        self.form.show_change(mine)
        if clashes:
            self._told += ". " + clashing_words(clashes, self._till.formats)
            self._offer(mine=True)
        else:
            keep = QCoreApplication.translate("CustomerForm", "What you typed is kept. Look at it and save again.")
            self._say(self._told, keep)
        self._show_kept()
        self._keep()

    def _offer(self, *, mine: bool) -> None:
        """Say whose stands in the form where both changed the same, and offer the other."""
        translate = QCoreApplication.translate
        self._shows_mine = mine
        if mine:
            text = translate("CustomerForm", "What you typed stands in the form.")
            self._say(self._told, text, translate("CustomerForm", "Take theirs"))
        else:
            text = translate("CustomerForm", "What they saved stands in the form.")
            self._say(self._told, text, translate("CustomerForm", "Take mine"))

    def _act(self) -> None:
        """Change between what was typed and what somebody else has saved."""
        if self._other is not None:
            shown = self._draft()
            self.form.show_change(self._other)
            self._other = shown
            self._offer(mine=not self._shows_mine)
            self._edited()

    def _store(self, current: KeptForm) -> Saved:
        if self._customer_id is None:
            raise RuntimeError("nobody is edited")
        changes = self._till.services.customer_changes
        return changes.edit(self._till.session, self._customer_id, current.typed, current.version)

    def _leave_for(self, saved: Saved) -> None:
        words = QCoreApplication.translate("CustomerForm", "{name} is saved")
        if not saved.changes.kinds:
            words = QCoreApplication.translate("CustomerForm", "Nothing was changed of {name}")
        self.go.emit(BACK, None)
        self._till.messages.toast(words.format(name=saved.customer.name))
