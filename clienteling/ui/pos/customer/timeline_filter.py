"""Which entries of the timeline show: all, one kind, and of activities some types."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from clienteling.domain.activity import ActivityType, TimelineCounts, TimelineKind
from clienteling.ui.formats import Formats
from clienteling.ui.widgets.chip import ChoiceChip
from clienteling.ui.widgets.flow_layout import FlowLayout

_ALL = 0
_KINDS = tuple(TimelineKind)


class TimelineFilter(QWidget):
    """Chips with counts; a second row with the types of activities, while activities are chosen.

    `changed` is emitted when a person chose something else. Of types several can be on; none is all of them.
    """

    changed = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._group = QButtonGroup(self)
        self._kinds: list[ChoiceChip] = []
        self._types: dict[int, ChoiceChip] = {}
        self._counts = TimelineCounts()
        translate = QCoreApplication.translate
        kinds = QWidget()
        row = FlowLayout(kinds)
        labels = {
            TimelineKind.ACTIVITY: translate("CustomerPage", "Activities"),
            TimelineKind.NOTE: translate("CustomerPage", "Notes"),
            TimelineKind.PURCHASE: translate("CustomerPage", "Purchases"),
        }
        for number, label in enumerate((translate("CustomerPage", "All"), *(labels[kind] for kind in _KINDS))):
            chip = ChoiceChip(label)
            self._kinds.append(chip)
            self._group.addButton(chip, number)
            row.addWidget(chip)
        self._type_row = QWidget()
        self._type_chips = FlowLayout(self._type_row)
        self._type_row.hide()
        self.chip(None).setChecked(True)
        self._group.idToggled.connect(self._choose)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(kinds)
        rows.addWidget(self._type_row)

    def kinds(self) -> tuple[TimelineKind, ...]:
        """The kinds that show."""
        number = self._group.checkedId()
        return _KINDS if number <= _ALL else (_KINDS[number - 1],)

    def type_ids(self) -> tuple[int, ...]:
        """The types of activities that show; empty for all."""
        if self.kinds() != (TimelineKind.ACTIVITY,):
            return ()
        return tuple(key for key, chip in self._types.items() if chip.isChecked())

    def chip(self, kind: TimelineKind | None) -> ChoiceChip:
        """The chip of a kind, or that of all."""
        return self._kinds[_ALL if kind is None else _KINDS.index(kind) + 1]

    def type_chip(self, type_id: int) -> ChoiceChip:
        return self._types[type_id]

    def set_types(self, types: Sequence[ActivityType]) -> None:
        """What types of activities there are; those that are on stay so."""
        if list(self._types) == [kind.id for kind in types]:
            return
        on = {key for key, chip in self._types.items() if chip.isChecked()}
        self._type_chips.clear()
        self._types = {}
        before = self._kinds[-1]
        for kind in types:
            chip = ChoiceChip(kind.label(self._formats.language), icon=kind.icon)
            chip.setChecked(kind.id in on)
            chip.toggled.connect(self.changed)
            self._types[kind.id] = chip
            self._type_chips.addWidget(chip)
            self.setTabOrder(before, chip)
            before = chip
        self.set_counts(self._counts)

    def set_counts(self, counts: TimelineCounts) -> None:
        """How many entries each chip would show."""
        self._counts = counts
        number = self._formats.number
        self.chip(None).set_count(number(counts.total))
        for kind in _KINDS:
            self.chip(kind).set_count(number(counts.kinds.get(kind, 0)))
        for key, chip in self._types.items():
            chip.set_count(number(counts.types.get(key, 0)))

    def _choose(self, _number: int, chosen: bool) -> None:
        if chosen:
            self._type_row.setVisible(self.kinds() == (TimelineKind.ACTIVITY,))
            self.changed.emit()
