"""The bar over the right part of customer details: back, tabs with counts, and where one is among several."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.domain.activity import TimelineCounts, TimelineKind
from clienteling.ui.formats import Formats
from clienteling.ui.widgets.box import Surface
from clienteling.ui.widgets.button import IconButton
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.tabs import Tab, Tabs

_HEIGHT = 56
_MARGINS = 60


class View(Enum):
    """The tabs."""

    TIMELINE = auto()
    PURCHASES = auto()
    RELATIONSHIP = auto()
    ENGAGEMENT = auto()
    NOTES = auto()
    ATTRIBUTES = auto()


class CustomerHead(Surface):
    """56 high. `back` and `paged` (by 1 or -1) are emitted by its buttons, `view_changed` by its tabs."""

    back = Signal()
    paged = Signal(int)
    view_changed = Signal(object)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent, edge=Qt.Edge.BottomEdge)
        translate = QCoreApplication.translate
        self._formats = formats
        self._before: int | None = None
        self._after: int | None = None
        back, on = ("chevron-left", "chevron-right") if self.isLeftToRight() else ("chevron-right", "chevron-left")
        self.back_button = IconButton(back, translate("CustomerPage", "Back"))
        self.tabs = Tabs(
            [
                Tab(View.TIMELINE, translate("CustomerPage", "Timeline")),
                Tab(View.PURCHASES, translate("CustomerPage", "Purchases")),
                Tab(View.RELATIONSHIP, translate("CustomerPage", "Relationship")),
                Tab(View.ENGAGEMENT, translate("CustomerPage", "Engagement")),
                Tab(View.NOTES, translate("CustomerPage", "Notes")),
                Tab(View.ATTRIBUTES, translate("CustomerPage", "All attributes")),
            ],
            name=translate("CustomerPage", "What is shown of the customer"),
            height=_HEIGHT,
        )
        self.place = Label(tone=Tone.MUTED)
        self.before = IconButton(back, translate("CustomerPage", "The customer before (Alt+Left)"))
        self.after = IconButton(on, translate("CustomerPage", "The next customer (Alt+Right)"))
        self.back_button.clicked.connect(self.back)
        self.before.clicked.connect(lambda: self.paged.emit(-1))
        self.after.clicked.connect(lambda: self.paged.emit(1))
        self.tabs.changed.connect(self.view_changed)
        self.setFixedHeight(_HEIGHT)
        self._lay_out()

    def show_counts(self, counts: TimelineCounts) -> None:
        number = self._formats.number
        self.tabs.set_count(View.TIMELINE, number(counts.total))
        self.tabs.set_count(View.PURCHASES, number(counts.kinds.get(TimelineKind.PURCHASE, 0)))
        self.tabs.set_count(View.NOTES, number(counts.kinds.get(TimelineKind.NOTE, 0)))
        self._fit()

    def show_score(self, score: int | None) -> None:
        """The engagement score, as the count of its tab."""
        self.tabs.set_count(View.ENGAGEMENT, "" if score is None else self._formats.number(score))
        self._fit()

    def show_place(self, customer_id: int, among: Sequence[int]) -> None:
        """Where the customer stands among those to page through; nothing if there is nobody else."""
        place = _place(customer_id, among)
        several = place is not None and len(among) > 1
        self._before = self._after = None
        if place is not None and several:
            words = QCoreApplication.translate("CustomerPage", "{place} of {count}")
            self.place.setText(
                words.format(place=self._formats.number(place + 1), count=self._formats.number(len(among)))
            )
            self._before = int(among[place - 1]) if place else None
            self._after = int(among[place + 1]) if place + 1 < len(among) else None
        self.before.setVisible(several)
        self.after.setVisible(several)
        self._fit()
        self.before.setEnabled(self._before is not None)
        self.after.setEnabled(self._after is not None)

    def neighbour(self, step: int) -> int | None:
        """The customer before (-1) or after (1); None at the ends."""
        return self._before if step < 0 else self._after

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the place gives way to the tabs."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        others = self.tabs.sizeHint().width() + 3 * self.back_button.sizeHint().width() + _MARGINS
        room = self.width() - others
        self.place.setVisible(not self.before.isHidden() and self.place.sizeHint().width() <= room)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 24, 1)
        row.setSpacing(0)
        row.addWidget(self.back_button)
        row.addSpacing(4)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.place)
        row.addSpacing(8)
        row.addWidget(self.before)
        row.addWidget(self.after)


def _place(customer_id: int, among: Sequence[int]) -> int | None:
    """The place of a customer; None if there is none."""
    try:
        return list(among).index(customer_id)
    except ValueError:
        return None
