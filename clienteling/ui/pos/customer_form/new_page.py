"""The page that creates a customer."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from clienteling.domain.operations import Operation
from clienteling.services.customer_changes import Saved
from clienteling.services.customer_form import CustomerForm, KeptForm
from clienteling.ui.page import BACK
from clienteling.ui.pos.customer_form.form import unsaved_words
from clienteling.ui.pos.customer_form.form_page import FormPage
from clienteling.ui.pos.customer_form.typed import prefilled
from clienteling.ui.pos.undoing import undo_change
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Weight


class NewCustomerPage(FormPage):
    """`go` may bring what was typed into the search, which goes into the field that it fits."""

    def __init__(self, till: Till) -> None:
        super().__init__(till, Operation.CUSTOMER_ADD)

    def activate(self, argument: object) -> None:
        typed = argument.strip() if isinstance(argument, str) else ""
        if self._is_open and not typed:
            self.form.focus_first()
            return
        self._read(partial(self._open, typed))

    def _open(self, typed: str, form: CustomerForm) -> None:
        kept = self._current() if self._kept is not None else form.kept
        base = form.draft
        if not typed:
            self._begin(form, kept or KeptForm(base, base, add_to_book=self.head.may_add))
            self._offer_aside()
            return
        begun = kept.typed if kept is not None and kept.typed != kept.base else None
        fresh = KeptForm(prefilled(base, typed), base, add_to_book=self.head.may_add, aside=begun)
        self._begin(form, fresh)
        self._offer_aside()
        self._keep()

    def _begin(self, form: CustomerForm, kept: KeptForm) -> None:
        self.head.set_add_to_book(kept.add_to_book)
        super()._begin(form, kept)

    def _offer_aside(self) -> None:
        """Another customer was begun before this one."""
        aside = self._kept.aside if self._kept is not None else None
        if aside is not None:
            translate = QCoreApplication.translate
            words = translate("CustomerForm", "You had begun {name}").format(name=unsaved_words(aside))
            text = translate("CustomerForm", "That draft is kept.")
            self._say(words, text, translate("CustomerForm", "Go on with it"), weight=Weight.NOTE)

    def _act(self) -> None:
        """Go on with the one who was begun before; this one is then put aside."""
        current = self._current()
        if current.aside is None:
            return
        other = None if current.typed == current.base else current.typed
        self._kept = replace(current, typed=current.aside, aside=other)
        self.duplicates.begin(None, self._kept.typed.strangers)
        self.form.show_draft(self._kept.typed)
        self._strip.hide()
        self._offer_aside()
        self._edited()
        self.form.focus_first()

    def _save_by_key(self) -> None:
        """Not past a warning that nobody has answered: it gets the focus. What was just typed is looked up first."""
        if not self._is_open or self._saving:
            return
        if self.duplicates.pause.isActive():
            self.duplicates.look(self._save_unless_warned)
        else:
            self._save_unless_warned()

    def _save_unless_warned(self) -> None:
        box = self.form.duplicates
        if not box.found:
            self._save()
            return
        self.form.show_control(box)
        box.open_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._till.messages.toast(
            QCoreApplication.translate("CustomerForm", "This may be a customer already. Please say who it is."),
            icon="user-search",
        )

    def _store(self, current: KeptForm) -> Saved:
        changes = self._till.services.customer_changes
        return changes.create(self._till.session, current.typed, add_to_book=current.add_to_book, aside=current.aside)

    def _leave_for(self, saved: Saved) -> None:
        translate, name = QCoreApplication.translate, saved.customer.name
        self.go.emit(BACK, None)
        self.go.emit("customer", saved.customer.id)
        number = saved.customer.account_number
        words = translate("CustomerForm", "{name} is customer {number}").format(name=name, number=number)
        undo = None
        if saved.book_record_id is not None:
            words = translate("CustomerForm", "{name} is customer {number}, and in your client book")
            words = words.format(name=name, number=number)
            adding = Operation.ADD_TO_CLIENT_BOOK
            undo = partial(undo_change, self._till.own, self.window(), adding, saved.book_record_id)
        self._till.messages.toast(words, undo)
