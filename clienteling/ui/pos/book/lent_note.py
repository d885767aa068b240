"""The note over the cards of the own book: that it is lent, or that another one is kept with it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.domain.cover import Cover
from clienteling.ui.theme import PAGE_PADDING, SPACE_3
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight


class LentNote(QWidget):
    """Hidden as long as nothing is lent."""

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self.banner = Banner(weight=Weight.ACCENT, icon="hand-helping", inline=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, SPACE_3)
        column.addWidget(self.banner)
        self.hide()

    def show_covers(self, covers: Sequence[Cover]) -> None:
        """Say what the worker lends, and keeps."""
        self.setVisible(bool(covers))
        if not covers:
            return
        translate, formats = QCoreApplication.translate, self._till.formats
        me, today = self._till.session.worker.id, formats.today(self._till.now())
        lent = translate("BookPage", "Your book is lent to {name} until {day}.")
        kept = translate("BookPage", "With the book of {name}, lent to you until {day}.")
        words = [
            lent.format(name=cover.worker, day=formats.day(cover.until, today))
            if cover.owner_id == me
            else kept.format(name=cover.owner, day=formats.day(cover.until, today))
            for cover in covers
        ]
        self.banner.say(words[0], " ".join(words[1:]))
