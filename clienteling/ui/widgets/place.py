"""Company and store in the bar at the top."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.ui.theme import PAGE_PADDING, STRONG, TOP_BAR_HEIGHT
from clienteling.ui.widgets.label import Label, Tone

_WIDTH = 354


class Place(QWidget):
    """It keeps its width, so that what stands behind it stands still."""

    def __init__(self) -> None:
        super().__init__()
        self._company = Label(weight=STRONG, elide=True)
        self._store = Label(tone=Tone.MUTED, elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, PAGE_PADDING, 0)
        row.setSpacing(12)
        row.addWidget(self._company)
        row.addWidget(self._store)
        row.addStretch(1)

    def say(self, company: str, store: str) -> None:
        self._company.setText(company)
        self._store.setText(store)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(max(_WIDTH, super().sizeHint().width()), TOP_BAR_HEIGHT)
