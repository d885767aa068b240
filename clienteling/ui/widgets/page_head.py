"""The head of a page: its title, a muted count beside it, and its commands at the far end."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.ui.theme import PAGE_HEAD_HEIGHT, STRONG, TEXT_HEAD, TEXT_TITLE
from clienteling.ui.widgets.label import Label, Tone


class PageHead(QWidget):
    """76 high."""

    def __init__(self, title: str, *commands: QWidget) -> None:
        super().__init__()
        self.title = Label(title, size=TEXT_TITLE, weight=STRONG)
        self.note = Label(size=TEXT_HEAD, tone=Tone.MUTED)
        self.setFixedHeight(PAGE_HEAD_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.note)
        row.addStretch(1)
        for command in commands:
            row.addWidget(command)
