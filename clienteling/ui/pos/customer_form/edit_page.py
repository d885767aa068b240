"""The page that edits a customer."""

from operator import index
from typing import SupportsIndex

from PySide6.QtCore import QCoreApplication

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.operations import Operation
from clienteling.services.customer_changes import Saved
from clienteling.services.customer_form import CustomerForm, KeptForm
from clienteling.ui.page import BACK
from clienteling.ui.pos.customer_form.form_page import FormPage
from clienteling.ui.pos.till import Till


class EditCustomerPage(FormPage):
    """Its argument is a customer's key."""

    def __init__(self, till: Till) -> None:
        super().__init__(till, Operation.CUSTOMER_EDIT)

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
            self._read(self._catch_up)

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
        self._stack.setCurrentIndex(0)
        if form.customer.version == self._kept.version:
            return
        if self.has_draft():
            words = QCoreApplication.translate("CustomerForm", "This customer was changed in the meantime")
            self._take_over(words, form)
        else:
            self._begin(form, KeptForm(form.draft, form.draft, form.customer.version, add_to_book=False))

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
