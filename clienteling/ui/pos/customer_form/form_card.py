"""A card of the form: a box with a title, and its fields below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.ui.theme import SPACE_3, STRONG, TEXT_HEAD
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.label import Label, Tone

PADDING = 20
GAP = 16
ROW_GAP = 12
BELOW_LINKS = 6


class FormCard(Box):
    """Put fields into `body`. `aside` stands at the far end of the head, `bottom` is the room below the fields."""

    def __init__(self, title: str, aside: QWidget | None = None, *, bottom: int = PADDING) -> None:
        super().__init__()
        self.title = Label(title, size=TEXT_HEAD, weight=STRONG)
        self.note = Label(tone=Tone.MUTED, elide=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        if aside is not None:
            head.addWidget(aside)
        self.body = QVBoxLayout()
        self.body.setSpacing(ROW_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, GAP, PADDING, bottom)
        column.setSpacing(SPACE_3)
        column.addLayout(head)
        column.addLayout(self.body)

    def controls(self) -> list[QWidget]:
        """What takes the keyboard, in the order of reading."""
        raise NotImplementedError

    def add_row(self, *widgets: QWidget, stretch: tuple[int, ...] = ()) -> QHBoxLayout:
        """Widgets side by side, as wide as one another, or as `stretch` says."""
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for place, widget in enumerate(widgets):
            row.addWidget(widget, stretch[place] if stretch else 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        return row
