"""Takes files of mails and meetings, with how far it is and what came of each."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from clienteling.ui.headquarters.engagement.words import error_words
from clienteling.ui.tasks import Lane
from clienteling.ui.till import Till
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.progress import ProgressBar

if TYPE_CHECKING:
    from clienteling.services.engagement.interactions import FileTaken


class Taking(QWidget):
    """`done` when files have been taken. `words` say what came of them."""

    done = Signal()

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        self._news = _News(till.tasks)
        self._news.told.connect(self._show_progress)
        self.bar = ProgressBar(QCoreApplication.translate("AccountEngagement", "Interactions"))
        self.words = Label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self.words)
        self.bar.hide()
        self.words.hide()

    def ask(self) -> None:
        """Let somebody choose files."""
        translate = QCoreApplication.translate
        chosen, _ = QFileDialog.getOpenFileNames(
            self.window(),
            translate("AccountEngagement", "E-mails and meetings"),
            "",
            translate("AccountEngagement", "E-mails and meetings (*.csv *.parquet *.mbox *.eml *.ics)"),
        )
        if chosen:
            self.take([Path(name) for name in chosen])

    def take(self, files: Sequence[Path]) -> None:
        """Take these, all or none behind the first one that is damaged."""
        till, session, told = self._till, self._till.session, self._news.told.emit
        interactions = till.services.engagement.interactions
        self._say(QCoreApplication.translate("AccountEngagement", "Reading…"), Tone.MUTED)
        self.bar.set_part(None)
        self.bar.show()
        till.tasks.query(
            self,
            lambda: interactions.take_files(session, files, told),
            self._end,
            key="take",
            failed=self._fail,
            lane=Lane.CLOUD,
        )

    def _show_progress(self, count: int) -> None:
        words = QCoreApplication.translate("AccountEngagement", "{count} interactions read")
        self._say(words.format(count=self._till.formats.number(count)), Tone.MUTED)

    def _end(self, taken: "Sequence[FileTaken]") -> None:
        self.bar.hide()
        number = self._till.formats.number
        lines = []
        for one in taken:
            words = QCoreApplication.translate(
                "AccountEngagement", "{file}: {taken} taken, {known} known already, {rejected} cannot be taken"
            )
            counts = one.taken
            lines.append(
                words.format(
                    file=one.file.name,
                    taken=number(counts.taken),
                    known=number(counts.duplicates),
                    rejected=number(counts.rejected_count),
                )
            )
        self._say("\n".join(lines), Tone.TEXT)
        self.done.emit()

    def _fail(self, error: Exception) -> None:
        self.bar.hide()
        self._say(error_words(error), Tone.DANGER)

    def _say(self, text: str, tone: Tone) -> None:
        self.words.setText(text)
        self.words.set_tone(tone)
        self.words.show()


class _News(QObject):
    """Carries the progress from the lane to the GUI thread. Lives on when the page is gone."""

    told = Signal(int)
