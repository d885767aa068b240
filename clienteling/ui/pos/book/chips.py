"""What is set, over the cards: one chip for each filter, and a way to clear all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.theme import PAGE_PADDING, SPACE_2
from clienteling.ui.widgets.button import Link
from clienteling.ui.widgets.chip import FilterChip
from clienteling.ui.widgets.flow_layout import FlowLayout

_HEIGHT = 36


@dataclass(frozen=True, slots=True)
class SetFilter:
    """A filter that is set: the facet's key and name, and the value in words."""

    key: str
    name: str
    value: str


class Chips(QWidget):
    """A row of chips, hidden while nothing is set. `removed` gives the key of a filter, `cleared` asks to drop all."""

    removed = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[SetFilter, ...] = ()
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, SPACE_2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(QCoreApplication.translate("BookFilter", "Filters that are set"))
        self.hide()

    @property
    def filters(self) -> tuple[SetFilter, ...]:
        return self._shown

    def show_filters(self, filters: Sequence[SetFilter]) -> None:
        if tuple(filters) == self._shown:
            return
        self._shown = tuple(filters)
        self._flow.clear()
        translate = QCoreApplication.translate
        for one in filters:
            remove = translate("BookFilter", "Remove the filter {name} {value}").format(name=one.name, value=one.value)
            chip = FilterChip(one.name, one.value, remove, self)
            chip.clicked.connect(partial(self._remove, one.key))
            self._flow.addWidget(chip)
        if filters:
            clear = Link(translate("BookFilter", "Clear all"), self, height=_HEIGHT)
            clear.clicked.connect(self.cleared)
            self._flow.addWidget(clear)
        self.setVisible(bool(filters))
        self.updateGeometry()

    def _remove(self, key: str) -> None:
        self.removed.emit(key)
