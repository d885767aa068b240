"""Choosing an icon: a row of them, of which one is lit."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from clienteling.ui.widgets.chip import ChoiceChip
from clienteling.ui.widgets.flow_layout import FlowLayout
from clienteling.ui.widgets.form_fields import OwnControl


class IconInput(OwnControl):
    """One of `icons`, by name; one that is none of them is offered too."""

    def __init__(self, icons: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._chips: dict[str, ChoiceChip] = {}
        self._flow = FlowLayout(self)
        for icon in icons:
            self._add(icon)

    def value(self) -> str:
        return next((icon for icon, chip in self._chips.items() if chip.isChecked()), "")

    def set_value(self, value: Any) -> None:
        icon = str(value or "")
        if icon and icon not in self._chips:
            self._add(icon)
        self._group.setExclusive(False)
        for name, chip in self._chips.items():
            chip.setChecked(name == icon)
        self._group.setExclusive(True)

    def chip(self, icon: str) -> ChoiceChip:
        return self._chips[icon]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self._flow.heightForWidth(self.width()))

    def _add(self, icon: str) -> None:
        chip = IconChip(icon)
        chip.clicked.connect(self.edited)
        self._group.addButton(chip)
        self._chips[icon] = chip
        self._flow.addWidget(chip)


class IconChip(ChoiceChip):
    """A chip with an icon alone; its name is read out."""

    def __init__(self, icon: str) -> None:
        self._name = icon.replace("-", " ")
        super().__init__("", icon=icon, square=True)
        self.set_tip(self._name)

    def spoken(self) -> str:
        return self._name
