"""Asks for the name of a view, and whether it is shared with the store."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from clienteling.domain.errors import Invalid, Problem
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.widgets import button
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.tick_list import TickRow
from clienteling.ui.window import LOCK_KEYS

_WIDTH = 460


class ViewDialog(Dialog):
    """`confirmed` gives the name and whether to share; whoever hears it closes the dialog, or shows what is wrong."""

    confirmed = Signal(str, bool)

    def __init__(self, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, "", translate("BookViews", "Close"), width=_WIDTH)
        self.let_through(QKeySequence(LOCK_KEYS))
        self.name = Field(translate("BookViews", "Name"), placeholder=translate("BookViews", "No contact for long"))
        self.share = TickRow(translate("BookViews", "Share with the store"))
        self._trouble = Banner(weight=Weight.DANGER, icon="circle-alert")
        self._trouble.hide()
        self.save_button = Button(translate("BookViews", "Save"), kind=button.Kind.PRIMARY)
        cancel = Button(translate("BookViews", "Cancel"))
        self.body.addWidget(self._trouble)
        self.body.addWidget(self.name)
        self.body.addWidget(self.share)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.save_button)
        cancel.clicked.connect(self.close_now)
        self.save_button.clicked.connect(self._confirm)
        self.name.edit.returnPressed.connect(self._confirm)

    def ask(self, title: str, name: str, *, may_share: bool, who_may: str = "") -> None:
        """Open it with a name; `may_share` offers to share, if not for `who_may` alone."""
        self.set_title(title)
        self.name.set_text(name)
        self.name.clear_error()
        self._trouble.hide()
        self.share.setChecked(False)
        self.share.setVisible(may_share)
        self.share.setEnabled(not who_may)
        self.share.set_count(who_may)
        self.save_button.setEnabled(True)
        self.open(self.name.edit)
        self.name.edit.selectAll()

    def show_problem(self, error: Exception) -> None:
        """Say what is wrong: at the field if it is the name. What was typed stays."""
        self.save_button.setEnabled(True)
        if isinstance(error, Invalid) and error.field == "name":
            self.name.set_error(problem_message(error))
            self.name.edit.setFocus()
        elif isinstance(error, Problem):
            self._trouble.say(problem_title(error), problem_message(error))
            self._trouble.show()

    def _confirm(self) -> None:
        if self.save_button.isEnabled():
            self.save_button.setEnabled(False)
            self.confirmed.emit(self.name.text(), self.share.isChecked())
