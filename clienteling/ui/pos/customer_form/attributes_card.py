"""The retailer's own attributes of a group."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from clienteling.domain.attribute import AttributeGroup
from clienteling.ui.formats import Formats
from clienteling.ui.pos.customer_form.form_card import GAP, ROW_GAP, FormCard
from clienteling.ui.pos.customer_form.value_fields import ValueField, value_field
from clienteling.ui.widgets.day_text import DayText
from clienteling.ui.widgets.field import Labelled

_COLUMNS = 3


class AttributesCard(FormCard):
    """Three in a row; a list of chips has a row of its own."""

    edited = Signal()

    def __init__(self, group: AttributeGroup, formats: Formats, days: DayText) -> None:
        super().__init__(group.name)
        self.fields: dict[str, ValueField] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(ROW_GAP)
        row, column = 0, 0
        for attribute in group.members:
            field = self.fields[attribute.name] = value_field(attribute, formats, days, self.edited.emit)
            if field.is_wide and column:
                row, column = row + 1, 0
            span = _COLUMNS if field.is_wide else 1
            grid.addWidget(field.labelled, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
            if column >= _COLUMNS:
                row, column = row + 1, 0
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
        self.body.addLayout(grid)

    def values(self) -> dict[str, str]:
        return {name: field.text() for name, field in self.fields.items()}

    def show_values(self, values: Mapping[str, str]) -> None:
        for name, field in self.fields.items():
            field.set_text(values.get(name, ""))
            field.labelled.clear_error()

    def controls(self) -> list[QWidget]:
        return [control for field in self.fields.values() for control in field.controls()]

    def field(self, name: str) -> Labelled | None:
        found = self.fields.get(name.partition(".")[2]) if name.startswith("values.") else None
        return found.labelled if found is not None else None
