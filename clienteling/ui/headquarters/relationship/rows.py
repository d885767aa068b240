"""Rows of a box that say what a part does, and let somebody switch or open it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.ui.theme import STRONG, TEXT_HEAD
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.sign import Sign
from clienteling.ui.widgets.switch import Switch


class PartHead(QWidget):
    """The head of a part that can be switched off: icon, title, switch, and below it what it is."""

    def __init__(self, icon: str, title: str, sentence: str) -> None:
        super().__init__()
        self.switch = Switch(title, show_label=False)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Sign(icon, tone=Tone.TEXT))
        head.addWidget(Label(title, size=TEXT_HEAD, weight=STRONG), 1)
        head.addWidget(self.switch)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 8)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(Label(sentence, tone=Tone.MUTED, wrap=True))


class PartRow(QWidget):
    """A title over a muted line, and a control or a sign at the far end."""

    def __init__(self, title: str, control: QWidget | None = None) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._title = Label(title, weight=STRONG, elide=True)
        self._detail = Label(tone=Tone.MUTED, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addLayout(words, 1)
        if control is not None:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def detail(self) -> str:
        return self._detail.text()

    def say(self, detail: str) -> None:
        self._detail.setText(detail)
