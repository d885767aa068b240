"""The part of the filter panel that is folded until somebody wants it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.ui.theme import SPACE_3
from clienteling.ui.widgets.button import Link
from clienteling.ui.widgets.section import Hairline
from clienteling.ui.widgets.skeleton import SkeletonRows

_SKELETON_ROWS = 4


class MoreFilters(QWidget):
    """A line that unfolds what is in `rows`, and the shape of it until it is there."""

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_open = False
        self.link = Link(QCoreApplication.translate("BookFilter", "More filters"), icon="chevron-down")
        self.link.setToolTip(QCoreApplication.translate("BookFilter", "Last contact, spend, what was bought, score"))
        self.link.clicked.connect(self._toggle)
        self._skeleton = SkeletonRows(_SKELETON_ROWS, row_height=44, discs=False)
        self._skeleton.hide()
        self._inner = QWidget()
        self._inner.hide()
        self.rows = QVBoxLayout(self._inner)
        self.rows.setContentsMargins(0, SPACE_3, 0, 0)
        self.rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(room=SPACE_3))
        column.addWidget(self.link)
        column.addWidget(self._skeleton)
        column.addWidget(self._inner)
        self.hide()

    def unfold(self) -> None:
        if not self.is_open:
            self._toggle()

    def fold(self) -> None:
        if self.is_open:
            self._toggle()

    def show_loading(self, loading: bool) -> None:
        self._skeleton.setVisible(loading)

    def _toggle(self) -> None:
        translate = QCoreApplication.translate
        self.is_open = not self.is_open
        words = translate("BookFilter", "Fewer filters") if self.is_open else translate("BookFilter", "More filters")
        self.link.set_label(words)
        self.link.set_icon("chevron-up" if self.is_open else "chevron-down")
        self._inner.setVisible(self.is_open)
        self._skeleton.setVisible(self.is_open and not self.rows.count())
        self.toggled.emit(self.is_open)
