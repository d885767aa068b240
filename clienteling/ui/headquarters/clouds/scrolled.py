"""Two columns that scroll together under a page's head; one below the other where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

_BESIDE_FROM = 860


class Columns(QScrollArea):
    """`left` and `right` are layouts to be filled."""

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        for column in (self.left, self.right):
            column.setSpacing(16)
        content = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._row.setContentsMargins(0, 0, 4, 24)
        self._row.setSpacing(32)
        self._row.addLayout(self.left, 1)
        self._row.addLayout(self.right, 1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)

    def end(self) -> None:
        """Nothing more comes: what is there stands at the top."""
        self.left.addStretch(1)
        self.right.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.viewport().width() >= _BESIDE_FROM
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
