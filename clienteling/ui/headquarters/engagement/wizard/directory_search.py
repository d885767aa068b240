"""Looks up in the directory of the tenant what is typed into a field."""

import re
from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.mailboxes import DirectoryEntry
from clienteling.ui.headquarters.engagement.wizard.directory_list import DirectoryList
from clienteling.ui.headquarters.engagement.words import error_words
from clienteling.ui.tasks import Lane
from clienteling.ui.till import Till
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.picker import Entry

SEARCH_AFTER = 300
"""Milliseconds after the last key until the directory is searched."""

_SHORTEST = 2  # letters that are looked up


class DirectorySearch(DirectoryList):
    """`taken` gives the address of somebody who was found, `said` what there is to say meanwhile.

    Where the directory cannot be read it says so once, and leaves whoever types in peace.
    """

    said = Signal(str)

    def __init__(self, till: Till, field: Field, parent: QWidget) -> None:
        name = QCoreApplication.translate("AccountEngagement", "People and groups of the directory")
        super().__init__(field.edit, name, parent)
        self._till = till
        self._field = field
        self._known: Collection[str] = ()
        self._is_on = False
        self._is_searching = False
        self.pause = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self.pause.timeout.connect(self._search)

    def begin(self, *, on: bool) -> None:
        """Search from now on, or not."""
        self._is_on = on
        self.stop()

    def type(self, known: Collection[str]) -> None:
        """Somebody types: look it up soon. Those who are `known` are not offered."""
        self.stop()
        self._known = known
        if self._is_on and len(searched(self._field.text())) >= _SHORTEST:
            self.pause.start()

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self.pause.stop()
        self.hide()
        if self._is_searching:
            self._is_searching = False
            self.said.emit("")

    def _search(self) -> None:
        asked = searched(self._field.text())
        till, session = self._till, self._till.session
        mailboxes, entity = till.services.engagement.mailboxes, session.legal_entity
        self._is_searching = True
        self.said.emit(QCoreApplication.translate("AccountEngagement", "Searching the directory…"))
        till.tasks.query(
            self,
            lambda: mailboxes.search(session, entity, asked),
            lambda found: self._show_found(asked, found),
            key="directory",
            failed=self._fail,
            lane=Lane.CLOUD,
        )

    def _show_found(self, asked: str, found: Sequence[DirectoryEntry]) -> None:
        if not self._is_searching or asked != searched(self._field.text()):
            return
        self._is_searching = False
        nobody = QCoreApplication.translate("AccountEngagement", "Nobody in the directory is called “{text}”.")
        self.said.emit("" if found else nobody.format(text=asked))
        entries = [
            Entry(one.address, one.name or one.address, one.address, "users" if one.is_group else "")
            for one in found
            if one.address not in self._known
        ]
        self.show_entries(entries, choose_first="@" not in asked)

    def _fail(self, error: Exception) -> None:
        self._is_on = self._is_searching = False
        words = QCoreApplication.translate(
            "AccountEngagement", "The directory cannot be searched now; addresses can be typed. {reason}"
        )
        self.said.emit(words.format(reason=error_words(error)))


def searched(text: str) -> str:
    """What to look up of what is typed: a name may have spaces, and an address stands for itself."""
    last = re.split(r"[,;<>]", text)[-1].strip()
    return last.split()[-1] if "@" in last else last
