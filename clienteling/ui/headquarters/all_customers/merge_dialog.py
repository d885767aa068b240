"""Two files about one customer become one: what stays is chosen field by field, and it can be undone."""

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.customer_draft import day_parts
from clienteling.domain.dates import YearlyDate
from clienteling.domain.errors import Invalid, Problem
from clienteling.domain.merge import MergeField, MergePreview, Side
from clienteling.ui.headquarters.all_customers.words import counts_words
from clienteling.ui.messages import problem_message
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.segments import Segment, Segments

_WIDTH = 760
_LONGEST = 34  # letters of a value on a button; the whole of it is in its tooltip


class MergeDialog(Dialog):
    """`ask` shows two customers, `ask_other` asks for the second one first. It goes when it is closed."""

    def __init__(self, till: Till, window: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            window, translate("MergeDialog", "Merge customers"), translate("MergeDialog", "Close"), width=_WIDTH
        )
        self._till = till
        self._pair: tuple[int, int] | None = None
        self._first: int | None = None
        self.sides: dict[str, Segments] = {}
        self.account = Field(translate("MergeDialog", "Account number of the other file"))
        self.look = Button(translate("MergeDialog", "Look at both"), icon="search")
        self.words = Label(wrap=True)
        self.rows = QWidget()
        self._grid = QGridLayout(self.rows)
        self.counts = Label(tone=Tone.MUTED, wrap=True)
        self.reason = Field(translate("MergeDialog", "Why"), note=translate("MergeDialog", "optional"))
        self.error = Label(tone=Tone.DANGER, wrap=True)
        self.swap = Button(translate("MergeDialog", "Keep the other one"), icon="arrow-left-right")
        self.merge = Button(translate("MergeDialog", "Merge"), icon="merge", kind=Kind.PRIMARY)
        self._fill()
        self.look.clicked.connect(self._find)
        self.account.submitted.connect(self._find)
        self.swap.clicked.connect(self._turn)
        self.merge.clicked.connect(self._merge)
        self.closed.connect(self.deleteLater)

    def _fill(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        for part in (self.account, self.look, self.words, self.rows, self.counts, self.reason, self.error):
            self.body.addWidget(part)
        self.foot.addWidget(self.swap)
        self.foot.addStretch(1)
        self.foot.addWidget(self.merge)
        for part in (self.account, self.look, self.error):
            part.hide()
        self._show_ready(ready=False)

    def _show_ready(self, *, ready: bool) -> None:
        for part in (self.words, self.rows, self.counts, self.reason, self.swap):
            part.setVisible(ready)
        self.merge.setEnabled(ready)

    def ask_other(self, customer_id: int, name: str) -> None:
        """Ask which file goes into a customer's."""
        self._first = customer_id
        self.set_title(QCoreApplication.translate("MergeDialog", "Merge customers"), name)
        self.account.show()
        self.look.show()
        self.open(self.account.edit)

    def ask(self, kept_id: int, other_id: int) -> None:
        """Show what merging would do."""
        self._pair = (kept_id, other_id)
        self._read()
        if not self.is_open:
            self.open(self.merge)

    def _find(self) -> None:
        till, account = self._till, self.account.text().strip()
        self.account.clear_error()
        till.tasks.query(
            self,
            lambda: till.services.customers.by_account(till.session, [account]),
            lambda found: self.ask(self._first, found[0]) if self._first is not None else None,
            key="other",
            failed=self._refuse_account,
        )

    def _refuse_account(self, error: Exception) -> None:
        if isinstance(error, Problem):
            self.account.set_error(problem_message(error))
            self.account.edit.setFocus()
        else:
            self._till.messages.error(error)

    def _turn(self) -> None:
        if self._pair is not None:
            kept, other = self._pair
            self.ask(other, kept)

    def _read(self) -> None:
        till, pair = self._till, self._pair
        if pair is None:
            return
        till.tasks.query(
            self,
            lambda: till.services.merging.preview(till.session, *pair),
            self._show,
            key="preview",
            failed=self._refuse,
        )

    def _show(self, preview: MergePreview) -> None:
        translate = QCoreApplication.translate
        for part in (self.error, self.account, self.look):
            part.hide()
        self._clear()
        kept, other = preview.kept, preview.other
        words = translate("MergeDialog", "{other} ({other_account}) goes into {kept} ({kept_account}), who stays.")
        self.words.setText(
            words.format(
                other=other.name, other_account=other.account_number, kept=kept.name, kept_account=kept.account_number
            )
        )
        for row, field in enumerate(preview.fields):
            self._add(row, field)
        parts = []
        if preview.moving:
            going = translate("MergeDialog", "Going over: {what}.")
            parts.append(going.format(what=counts_words(self._till, dict(preview.moving))))
        if preview.same:
            same = translate("MergeDialog", "In both files: {what}.")
            parts.append(same.format(what=counts_words(self._till, dict(preview.same))))
        self.counts.setText(" ".join(parts))
        self.merge.set_label(translate("MergeDialog", "Merge into {account}").format(account=kept.account_number))
        self._show_ready(ready=True)

    def _add(self, row: int, field: MergeField) -> None:
        translate = QCoreApplication.translate
        kind = translate("Problem", field.kind)
        label = f"{kind}: {field.name}" if field.name and field.name != field.kind else kind
        nothing = translate("MergeDialog", "nothing")
        told = {
            side: self._said(text) or nothing for side, text in ((Side.KEPT, field.kept), (Side.OTHER, field.other))
        }
        choice = Segments([Segment(side, _short(text)) for side, text in told.items()], field.side, name=label)
        for side, text in told.items():
            choice.button(side).setToolTip(text)
        self.sides[field.key] = choice
        self._grid.addWidget(Label(label, tone=Tone.MUTED, wrap=True), row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(choice, row, 1)

    def _said(self, text: str) -> str:
        """Days in the worker's language."""
        parts = day_parts(text)
        if parts is None:
            return text
        month, day, year = parts
        formats = self._till.formats
        try:
            return formats.full_day(date(year, month, day)) if year else formats.yearly(YearlyDate(month, day))
        except ValueError:
            return text

    def _clear(self) -> None:
        self.sides = {}
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _merge(self) -> None:
        if self._pair is None or not self.merge.isEnabled():
            return
        till = self._till
        self.merge.setEnabled(False)
        choices = {key: Side(str(choice.value())) for key, choice in self.sides.items()}
        work = partial(till.services.merging.merge, till.session, *self._pair, choices, self.reason.text())
        till.tasks.command(self, work, self._done, self._refuse)

    def _done(self, changes: Changes) -> None:
        till, record = self._till, changes.record_id
        self.close_now()
        words = QCoreApplication.translate("MergeDialog", "The two customers are one")

        def undo() -> None:
            if record is not None:
                # The messages live as long as the window: this dialog is gone.
                till.tasks.command(till.messages, partial(till.services.merging.undo, till.session, record))

        till.messages.toast(words, undo, icon="merge")

    def _refuse(self, error: Exception) -> None:
        self.merge.setEnabled(self._pair is not None and bool(self.words.text()))
        if isinstance(error, Invalid) and error.field == "reason":
            self.reason.set_error(problem_message(error))
        elif isinstance(error, Problem):
            self.error.setText(problem_message(error))
            self.error.show()
        else:
            self._till.messages.error(error)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
