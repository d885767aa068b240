"""Phones and e-mail addresses: as many as one likes, each with its label, one of them the first choice."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.domain.customer_draft import ContactDraft
from clienteling.ui.theme import CONTROL, FIELD_PADDING
from clienteling.ui.widgets.button import IconButton, Link
from clienteling.ui.widgets.drawing import mirrored
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.menu import Menu

MOBILE = "Mobile"

Labels = Callable[[], dict[str, str]]
"""The labels one can choose from, by what is stored, in the worker's language."""


def phone_labels() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        MOBILE: translate("CustomerForm", "Mobile"),
        "Home": translate("CustomerForm", "Home phone"),
        "Work": translate("CustomerForm", "Work phone"),
        "": translate("CustomerForm", "Phone"),
    }


def email_labels() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "": translate("CustomerForm", "E-mail"),
        "Home": translate("CustomerForm", "Private e-mail"),
        "Work": translate("CustomerForm", "Work e-mail"),
    }


class ContactField(Field):
    """One phone or e-mail. Its button changes the label, makes it the first choice, or takes it away."""

    relabelled = Signal()
    preferred = Signal()
    removed = Signal()

    def __init__(self, labels: Labels, contact: ContactDraft, placeholder: str) -> None:
        super().__init__("", placeholder=placeholder)
        self._labels = labels()
        self._kept_label = contact.label
        self._primary = contact.primary
        self.can_remove = False
        self.more = IconButton("ellipsis", "", parent=self.edit)
        self.more.clicked.connect(self._open_menu)
        self.more.setCursor(Qt.CursorShape.ArrowCursor)
        self.edit.reserve(CONTROL - FIELD_PADDING)
        self.set_text(contact.typed)
        self.show_as(contact.label, contact.primary, one_of_several=False)

    @property
    def contact(self) -> ContactDraft:
        return ContactDraft(self.text(), self._kept_label, self._primary)

    def show_as(self, label: str, primary: bool, *, one_of_several: bool) -> None:
        self._kept_label, self._primary = label, primary
        first = QCoreApplication.translate("CustomerForm", "first choice")
        self.set_label(self._labels.get(label, label), first if primary and one_of_several else "")
        self.can_remove = one_of_several
        name = QCoreApplication.translate("CustomerForm", "More for {contact}").format(contact=self.label)
        self.more.set_name(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def showEvent(self, event: object) -> None:
        self._place_button()

    def _place_button(self) -> None:
        self.layout().activate()  # type: ignore[union-attr]
        place = QRect(self.edit.width() - CONTROL, 0, CONTROL, CONTROL)
        self.more.setGeometry(mirrored(self.layoutDirection(), self.edit.rect(), place))

    def _open_menu(self) -> None:
        translate = QCoreApplication.translate
        menu = Menu(self)
        known = self._labels if self._kept_label in self._labels else {**self._labels, self._kept_label: self.label}
        for label, words in known.items():
            menu.add(words, partial(self._choose, label), chosen=label == self._kept_label)
        if self.can_remove:
            if not self._primary:
                menu.add(translate("CustomerForm", "Make it the first choice"), self.preferred.emit, icon_name="star")
            menu.add(translate("CustomerForm", "Remove"), self.removed.emit, icon_name="x")
        menu.open_below(self.more, from_right=True)

    def _choose(self, label: str) -> None:
        self._kept_label = label
        self.relabelled.emit()


class ContactRows(QWidget):
    """The phones or the e-mails of a form: one at least, blank if there is none."""

    edited = Signal()

    def __init__(self, labels: Labels, first_label: str, more: str, placeholder: str = "") -> None:
        super().__init__()
        self._labels = labels
        self._first_label = first_label
        self._placeholder = placeholder
        self.fields: list[ContactField] = []
        self.add_link = Link(more, icon="plus")
        self.add_link.clicked.connect(self._add)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addWidget(self.add_link, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignTop)

    def contacts(self) -> tuple[ContactDraft, ...]:
        """What is typed; a blank one with nothing beside it is left out."""
        return tuple(field.contact for field in self.fields if field.text())

    def show_contacts(self, contacts: Sequence[ContactDraft]) -> None:
        for field in self.fields:
            field.hide()
            field.deleteLater()
        self.fields = []
        for contact in contacts or (ContactDraft("", self._first_label, primary=True),):
            self._put(contact)
        self._show_labels()

    def controls(self) -> list[QWidget]:
        """What takes the keyboard, in the order of reading."""
        return [control for field in self.fields for control in (field.edit, field.more)] + [self.add_link]

    def field(self, place: int) -> ContactField | None:
        """The field of a contact among `contacts`."""
        filled = [field for field in self.fields if field.text()]
        return filled[place] if place < len(filled) else None

    def _put(self, contact: ContactDraft) -> ContactField:
        field = ContactField(self._labels, contact, self._placeholder)
        field.text_edited.connect(lambda _: self.edited.emit())
        field.relabelled.connect(self._changed)
        field.preferred.connect(lambda: self._prefer(field))
        field.removed.connect(lambda: self._remove(field))
        self._rows.insertWidget(len(self.fields), field)
        field.show()
        self.fields.append(field)
        return field

    def _add(self) -> None:
        field = self._put(ContactDraft())
        self._show_labels()
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _prefer(self, chosen: ContactField) -> None:
        for field in self.fields:
            field.show_as(field.contact.label, field is chosen, one_of_several=True)
        self.edited.emit()

    def _remove(self, field: ContactField) -> None:
        self.fields.remove(field)
        field.hide()
        field.deleteLater()
        if field.contact.primary:
            self.fields[0].show_as(self.fields[0].contact.label, True, one_of_several=True)
        self._changed()
        self.fields[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        self._show_labels()
        self.edited.emit()

    def _show_labels(self) -> None:
        several = len(self.fields) > 1
        for field in self.fields:
            contact = field.contact
            field.show_as(contact.label, contact.primary, one_of_several=several)
