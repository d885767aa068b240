"""What is set, over the cards: one chip for each filter, and a way to clear all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from clienteling.ui.theme import PAGE_PADDING, SPACE_2, SPACE_4
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
    """A row of chips, hidden while nothing is set. `removed` gives the key of a filter, `cleared` asks to drop all,
    `save_wanted` to save them as a view, `update_wanted` to save them instead of what the applied view asked.
    """

    removed = Signal(str)
    cleared = Signal()
    save_wanted = Signal()
    update_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[SetFilter, ...] = ()
        translate = QCoreApplication.translate
        self.save = Link(translate("BookFilter", "Save as view"), icon="bookmark", height=_HEIGHT)
        self.save.clicked.connect(self.save_wanted)
        self.update_view = Link(translate("BookFilter", "Update view"), icon="save", height=_HEIGHT)
        self.update_view.clicked.connect(self.update_wanted)
        self._flow = FlowLayout()
        links = QHBoxLayout()
        links.setSpacing(SPACE_4)
        for link in (self.update_view, self.save):
            link.hide()
            links.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, SPACE_2)
        row.setSpacing(SPACE_4)
        row.addLayout(self._flow, 1)
        row.addLayout(links)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(QCoreApplication.translate("BookFilter", "Filters that are set"))
        self.hide()

    @property
    def filters(self) -> tuple[SetFilter, ...]:
        return self._shown

    def show_view_links(self, *, save: bool, update: str) -> None:
        """Offer to save what is set as a view, and to change the view called `update`."""
        self.save.setVisible(save)
        self.update_view.setVisible(bool(update))
        self.update_view.set_tip(update)

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
