"""The boxes of the manager's page: a figure with words beside it, and something under a title."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.ui.theme import SPACE_4, STRONG, TEXT_DISPLAY, TEXT_NOTE
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.label import Label, Tone


class FigureBox(Box):
    """A title, the figure large, and what it means."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._figure = Label("–", size=TEXT_DISPLAY, weight=STRONG, tabular=True)
        self._note = Label(tone=Tone.MUTED, elide=True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._figure)
        line.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, 12, SPACE_4, 10)
        column.setSpacing(2)
        column.addWidget(Label(title, tone=Tone.MUTED, elide=True))
        column.addLayout(line)
        self.setAccessibleName(title)

    @property
    def figure(self) -> str:
        return self._figure.text()

    @property
    def note(self) -> str:
        return self._note.text()

    def show_figure(self, figure: str, note: str = "", *, danger: bool = False) -> None:
        self._figure.setText(figure)
        self._note.setText(note)
        self._note.set_tone(Tone.DANGER if danger else Tone.MUTED)
        self.setAccessibleName(f"{self._title}: {figure} {note}".strip())


class TitledBox(Box):
    """Something under a title, with a small note at the end of it."""

    def __init__(self, title: str, inner: QWidget, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        head.addWidget(Label(title, weight=STRONG), 1)
        head.addWidget(Label(note, size=TEXT_NOTE, tone=Tone.MUTED))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, 14, SPACE_4, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(inner, 1)
