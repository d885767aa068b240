"""What the pages of parameters of a cloud have in common: head and columns, reading, saving, and what is wrong."""

from abc import abstractmethod
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout

from clienteling.domain.audit import Changes
from clienteling.domain.errors import Invalid, Problem
from clienteling.ui.failure import copy_details, show_failure
from clienteling.ui.headquarters.clouds.scrolled import Columns
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.page import Page
from clienteling.ui.theme import PAGE_PADDING
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.form import Form
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.state_page import StatePage


class ParametersPage(Page):
    """A form with what belongs to it in two `columns`, and *Save* in the head.

    A subclass fills the columns, reads (`_read`, with `_fail` if that fails, and `_show_content` when it is there), and
    saves. `places` are the fields of the form by the field of a problem.
    """

    def __init__(self, till: Till, form: Form, title: str, failure: str, places: Mapping[str, str]) -> None:
        super().__init__()
        self._till = till
        self._failure = failure
        self._places = places
        self._error: Exception | None = None
        self.form = form
        self.save_button = Button(QCoreApplication.translate("CloudParameters", "Save"), kind=Kind.PRIMARY)
        self.head = PageHead(title, self.save_button)
        self.banner = Banner(weight=Weight.DANGER, icon="circle-alert")
        self.banner.hide()
        self.columns = Columns()
        self.columns.left.addWidget(self.banner)
        self.columns.left.addWidget(form)
        self.state = StatePage()
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._stack, 1)
        # Filled when it has its place: a stack without a parent shows its first widget as a window of its own.
        self._stack.addWidget(self.columns)
        self._stack.addWidget(self.state)
        self.save_button.clicked.connect(self.save)
        self.form.edited.connect(self._show_saving)
        self.state.primary.connect(self._read)
        self.state.plain.connect(self._copy_details)

    @abstractmethod
    def save(self) -> None:
        """Save what is entered; what is wrong stands at its field."""

    @abstractmethod
    def _read(self) -> None:
        """Read what is stored, and show it."""

    # As pages do

    def activate(self, argument: object) -> None:
        self._read()
        self.form.focus_first()

    def refresh(self, changes: Changes) -> None:
        self._read()

    # What is read, and what is wrong

    def _show_content(self) -> None:
        self._error = None
        self._stack.setCurrentWidget(self.columns)

    def _show_saving(self) -> None:
        self.save_button.setEnabled(self.form.is_dirty)

    def _refuse(self, error: Exception) -> None:
        """Say what is wrong at its field, or above the form."""
        if isinstance(error, Invalid) and error.field in self._places:
            self.form.show_errors({self._places[error.field]: problem_message(error)})
        elif isinstance(error, Problem):
            self.banner.set_weight(Weight.DANGER, "circle-alert")
            self.banner.say(problem_title(error), problem_message(error))
            self.banner.show()

    def _fail(self, error: Exception) -> None:
        """Nothing could be read."""
        self._error = error
        show_failure(self.state, self._failure, error)
        self._stack.setCurrentWidget(self.state)

    def _copy_details(self) -> None:
        if self._error is not None:
            copy_details(self.state, self._error)
