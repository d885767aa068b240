"""The head of the form: where one is, whether the book gets the customer, and the two ways out."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.domain.operations import Operation
from clienteling.ui.theme import PAGE_HEAD_HEIGHT, PAGE_PADDING, SPACE_3, STRONG, TEXT_TITLE
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button, IconButton, Kind
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.tick_list import TickRow


class FormHead(QWidget):
    """76 high. The tick is there for a new customer, and only for who may add to a book."""

    def __init__(self, till: Till, *, is_new: bool) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.may_add = is_new and till.may(Operation.ADD_TO_CLIENT_BOOK)
        title = translate("CustomerForm", "New customer") if is_new else translate("CustomerForm", "Edit")
        save = translate("CustomerForm", "Save customer") if is_new else translate("CustomerForm", "Save changes")
        self.back = IconButton("chevron-left", translate("CustomerForm", "Back; what you typed is kept"))
        self.title = Label(title, size=TEXT_TITLE, weight=STRONG, elide=True)
        self.kept = Label(tone=Tone.MUTED, elide=True)
        self.tick = TickRow(translate("CustomerForm", "Add to my client book"))
        self.cancel = Button(translate("CustomerForm", "Cancel"))
        self.save = Button(save, kind=Kind.PRIMARY)
        self.save.set_tip(translate("CustomerForm", "Ctrl Enter"))
        operation = Operation.CUSTOMER_ADD if is_new else Operation.CUSTOMER_EDIT
        self.save.set_not_allowed(till.who_may(operation))
        self.setFixedHeight(PAGE_HEAD_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_PADDING - SPACE_3, 0, PAGE_PADDING, 0)
        row.setSpacing(SPACE_3)
        row.addWidget(self.back)
        row.addWidget(self.title)
        row.addWidget(self.kept, 1)
        for control in (self.tick, self.cancel, self.save):
            row.addWidget(control)
        # Shown when it has its place: without a parent it would be a window.
        self.tick.setVisible(self.may_add)

    def controls(self) -> list[QWidget]:
        """What takes the keyboard, in the order of reading."""
        return [self.back, self.tick, self.cancel, self.save]

    @property
    def add_to_book(self) -> bool:
        return self.may_add and self.tick.isChecked()

    def set_add_to_book(self, wanted: bool) -> None:
        self.tick.setChecked(wanted and self.may_add)

    def show_customer(self, name: str) -> None:
        self.title.setText(QCoreApplication.translate("CustomerForm", "Edit {name}").format(name=name))

    def show_kept(self, kept: bool) -> None:
        """Say that nothing typed gets lost."""
        self.kept.setText(QCoreApplication.translate("CustomerForm", "kept as a draft") if kept else "")
