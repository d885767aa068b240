"""A column of widgets that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QVBoxLayout, QWidget


class ColumnScroll(QScrollArea):
    """Put the widgets into `column`. They end at the same place with and without the scroll bar.

    `side`, `top` and `bottom` are the margins round the column; what is under it shows through.
    """

    def __init__(self, side: int, top: int, bottom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._margins = (side, top, bottom)
        self.column = QVBoxLayout()
        self.column.setSpacing(0)
        content = QWidget()
        content.setLayout(self.column)
        self._make_room(0, 0)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self.verticalScrollBar().setSingleStep(24)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Both must let the ground show: a scroll area's view would be filled with the colour of the window.
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def is_near_end(self) -> bool:
        """Whether less than a view's height is left below."""
        bar = self.verticalScrollBar()
        return bar.value() + bar.pageStep() >= bar.maximum()

    def _make_room(self, _least: int, most: int) -> None:
        side, top, bottom = self._margins
        bar = self.verticalScrollBar().sizeHint().width() if most else 0
        if self.isLeftToRight():
            self.column.setContentsMargins(side, top, side - bar, bottom)
        else:
            self.column.setContentsMargins(side - bar, top, side, bottom)
