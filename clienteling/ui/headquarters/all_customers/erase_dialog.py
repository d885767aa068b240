"""Erasing a customer: what would go, a word to type, and then the proof."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from clienteling.domain.erasure import TITLES, WORD, Proof
from clienteling.domain.errors import Invalid, Problem
from clienteling.services.erasure import Erased, write_proof
from clienteling.ui.headquarters.all_customers.words import counts_words
from clienteling.ui.lists.table import DataTable
from clienteling.ui.lists.table_column import Column
from clienteling.ui.messages import problem_message
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.progress import ProgressBar

_TABLE_HEIGHT = 280

Count = tuple[str, int]


class EraseDialog(Dialog):
    """`erased` is emitted once the customer is gone; the dialog stays until the proof is saved, or given up."""

    erased = Signal()

    def __init__(self, till: Till, window: QWidget, customer_id: int, name: str) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, translate("Erase", "Erase {name}").format(name=name), translate("Erase", "Close"))
        self._till = till
        self._customer_id = customer_id
        self.proof: Proof | None = None
        self._is_erasing = False
        self._mentions: list[str] = []
        self.words = Label(translate("Erase", "This will be removed for good, from all stores and tills:"), wrap=True)
        self.counts = DataTable(translate("Erase", "What is removed"), _columns(till), opens=False)
        self.counts.setFixedHeight(_TABLE_HEIGHT)
        self.word = Field(
            translate("Erase", "Type {word} to confirm").format(word=WORD),
            note=translate("Erase", "It cannot be undone."),
        )
        self.error = Label(tone=Tone.DANGER, wrap=True)
        self.progress = ProgressBar(translate("Erase", "Erasing"))
        self.progress.set_part(None)
        self.without = Button(translate("Erase", "Close without the proof"), kind=Kind.QUIET_DANGER)
        self.go_on = Button(translate("Erase", "Erase for good"), icon="user-x", kind=Kind.DANGER)
        self.save = Button(translate("Erase", "Save the proof"), icon="file-check", kind=Kind.PRIMARY)
        for widget in (self.words, self.counts, self.word, self.progress, self.error):
            self.body.addWidget(widget)
        self.foot.addWidget(self.without)
        self.foot.addStretch(1)
        self.foot.addWidget(self.go_on)
        self.foot.addWidget(self.save)
        for later in (self.error, self.progress, self.without, self.save):
            later.hide()
        self.go_on.clicked.connect(self._erase)
        self.word.submitted.connect(self._erase)
        self.save.clicked.connect(self._ask_place)
        self.without.clicked.connect(self.close_now)
        self.closed.connect(self.deleteLater)

    def show_outlook(self) -> None:
        """Open, and say what would be removed."""
        till, customer_id = self._till, self._customer_id
        self.counts.show_loading()
        self.open(self.word.edit)
        till.tasks.query(
            self,
            lambda: till.services.erasure.outlook(till.session, customer_id),
            self._show_counts,
            key="outlook",
            failed=self._refuse,
        )

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        translate = QCoreApplication.translate
        rows = [(translate("Problem", TITLES.get(name, name)), count) for name, count in counts.items() if count]
        self.counts.show_rows(sorted(rows))

    def leave(self) -> None:
        """Not while the erase is under way, and with an unsaved proof only by the button that says so."""
        if self._is_erasing:
            return
        if self.proof is None:
            self.close_now()
            return
        words = QCoreApplication.translate(
            "Erase", "The proof is not saved yet. Once this is closed, nobody can make it again."
        )
        self._say(*self._mentions, words)
        self.without.show()
        self.save.setFocus()

    def _show_erasing(self, *, is_erasing: bool) -> None:
        self._is_erasing = is_erasing
        self.go_on.setEnabled(not is_erasing)
        self.progress.setVisible(is_erasing)

    def _erase(self) -> None:
        if self._is_erasing:
            return
        till, customer_id, typed = self._till, self._customer_id, self.word.text()
        self.word.clear_error()
        self.error.hide()
        self._show_erasing(is_erasing=True)
        work = partial(till.services.erasure.erase, till.session, customer_id, typed)
        till.tasks.command(self, work, self._tell_erased, self._refuse)

    def _tell_erased(self, done: Erased) -> None:
        translate = QCoreApplication.translate
        self.proof = done.proof
        self._show_erasing(is_erasing=False)
        self.set_title(translate("Erase", "The customer is erased"))
        words = translate("Erase", "Removed, without a trace in audit, search or the free space of the database:")
        if not done.proof.swept:
            words = translate(
                "Erase",
                "Removed. Other programs were at work: the free space of the database is cleaned when they are closed.",
            )
        self.words.setText(words)
        self._show_counts({**done.proof.removed, **{name: count for name, count in done.proof.kept.items()}})
        self.word.hide()
        self.go_on.hide()
        self.save.show()
        self.save.setFocus()
        said = self._mentions
        if done.proof.mentions:
            mention = translate("Erase", "Others still mention the person, please look there: {what}.")
            said.append(mention.format(what=counts_words(self._till, done.proof.mentions)))
        if done.files:
            mention = translate("Erase", "Please look into these files of the data folder: {files}")
            said.append(mention.format(files=", ".join(done.files)))
        if said:
            self._say(*said)
        self.erased.emit()

    def _refuse(self, error: Exception) -> None:
        self._show_erasing(is_erasing=False)
        if isinstance(error, Invalid) and error.field == "word":
            self.word.set_error(problem_message(error))
            self.word.edit.setFocus()
        elif isinstance(error, Problem):
            self._say(problem_message(error))
        else:
            self._till.messages.error(error)

    def _say(self, *sentences: str) -> None:
        self.error.setText(" ".join(sentences))
        self.error.show()

    def _ask_place(self) -> None:
        translate = QCoreApplication.translate
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(folder) / translate("Erase", "proof of erasure.html"))
        chosen, _ = QFileDialog.getSaveFileName(self.window(), translate("Erase", "Save the proof"), proposed, "*.html")
        if chosen:
            self.save_proof(Path(chosen))

    def save_proof(self, file: Path) -> None:
        """Write the proof as a page, and beside it as JSON."""
        if self.proof is None:
            return
        try:
            page, _ = write_proof(self.proof, file, lambda text: QCoreApplication.translate("Problem", text))
        except Problem as problem:
            self._say(problem_message(problem))
            return
        words = QCoreApplication.translate("Erase", "The proof stands in {page}")
        self._till.messages.toast(words.format(page=page.name), icon="file-check")
        self.close_now()


def _columns(till: Till) -> list[Column[Count]]:
    translate = QCoreApplication.translate
    return [
        Column[Count](translate("Erase", "What"), lambda row: row[0], weight=3, sortable=False),
        Column[Count](
            translate("Erase", "How many"), lambda row: till.formats.number(row[1]), at_end=True, sortable=False
        ),
    ]
