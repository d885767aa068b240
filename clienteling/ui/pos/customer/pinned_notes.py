"""The pinned notes in the profile: what nobody should overlook, whatever tab is open."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.domain.activity import TimelineItem
from clienteling.ui.pos.customer.wrapped_text import LINE, WrappedText
from clienteling.ui.theme import ICON_SMALL, theme_of
from clienteling.ui.widgets.drawing import draw_icon, mirrored, painter_on
from clienteling.ui.widgets.section import SmallHead

MOST = 3
_MOST_LINES = 3


class PinnedNotes(QWidget):
    """The first lines of the newest ones; a tap asks for all notes. Hidden while there are none."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[TimelineItem, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 6)
        self._rows.setSpacing(6)
        self._rows.addWidget(SmallHead(QCoreApplication.translate("CustomerPage", "Pinned")))
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is shown, note by note."""
        return [_says(note) for note in self._shown]

    def show_notes(self, notes: Sequence[TimelineItem]) -> None:
        shown = tuple(notes[:MOST])
        if shown == self._shown:
            return
        while self._rows.count() > 1:
            taken = self._rows.takeAt(1)
            if taken is not None and (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = shown
        for note in shown:
            self._rows.addWidget(_Pinned(_says(note), self))
        self.setVisible(bool(shown))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.asked.emit()


class _Pinned(QWidget):
    """A pin, and some lines of the note."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        row = QVBoxLayout(self)
        row.setContentsMargins(ICON_SMALL + 8, 0, 0, 0)
        row.addWidget(WrappedText(text, most=_MOST_LINES))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        place = mirrored(self.layoutDirection(), self.rect(), QRect(0, 0, ICON_SMALL, LINE))
        draw_icon(painter, "pin", place, ICON_SMALL, theme_of(self).colors.warning)
        painter.end()


def _says(note: TimelineItem) -> str:
    return "\n".join(part for part in (note.title, note.text.strip()) if part)
