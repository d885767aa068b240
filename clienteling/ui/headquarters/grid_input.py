"""The designer of a grid of buttons: the grid itself, and what the lit button does and looks like."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.layout import ACTIONS, MOST_COLUMNS, MOST_ROWS, Button, ButtonGrid, Colour, TextSize
from clienteling.domain.layout_editing import added, changed, sized
from clienteling.ui.headquarters.grid_canvas import GridCanvas
from clienteling.ui.theme import SPACE_3
from clienteling.ui.widgets import button as buttons
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.form import Form
from clienteling.ui.widgets.form_fields import ChoiceInput, OwnControl, TextInput
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.layout_grid import action_look
from clienteling.ui.widgets.select import Choice, Select

OWN = "own"
_FIRST_OWN = "#FF8A5200"


class GridInput(OwnControl):
    """A `ButtonGrid`, or None while the layout has none of this size."""

    def __init__(self, locale: QLocale, today: Any, begin: ButtonGrid) -> None:
        super().__init__()
        self._begin = begin
        self._has_grid = False
        translate = QCoreApplication.translate
        self.design = buttons.Button(translate("Designer", "Design it"), icon="layout-grid")
        columns, rows = (_numbers(most) for most in (MOST_COLUMNS, MOST_ROWS))
        self.columns = Select(columns, prefix=translate("Designer", "Columns"))
        self.rows = Select(rows, prefix=translate("Designer", "Rows"))
        self.add = buttons.Button(translate("Designer", "Add button"), icon="plus")
        self.remove = buttons.Button(translate("Designer", "Remove button"), icon="trash-2")
        self.without = buttons.Button(translate("Designer", "No such grid"))
        self.canvas = GridCanvas()
        self.form = Form(_fields(), locale, today)
        self._lay_out()
        self.design.clicked.connect(self._begin_design)
        self.without.clicked.connect(self._give_up)
        self.columns.changed.connect(lambda _: self._resize())
        self.rows.changed.connect(lambda _: self._resize())
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self.canvas.remove)
        self.canvas.edited.connect(self._grid_changed)
        self.canvas.chosen.connect(lambda _: self._show_button())
        self.form.edited.connect(self._form_changed)
        self.setFocusProxy(self.canvas)
        self._show()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for widget in (self.columns, self.rows, self.add, self.remove, self.without):
            bar.addWidget(widget)
        bar.addStretch(1)
        self._panel = Box()
        inner = QVBoxLayout(self._panel)
        inner.setContentsMargins(16, 14, 16, 16)
        inner.addWidget(self.form)
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addLayout(bar)
        column.addWidget(self.canvas)
        words = QCoreApplication.translate(
            "Designer", "Drag buttons, and their corners. By keys: Space, arrows, Shift with arrows, Delete."
        )
        column.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
        column.addWidget(self._panel)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.design, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self._whole)

    # As controls do

    def value(self) -> ButtonGrid | None:
        return self.canvas.grid if self._has_grid else None

    def set_value(self, value: Any) -> None:
        self._has_grid = isinstance(value, ButtonGrid)
        if isinstance(value, ButtonGrid):
            self.canvas.show_grid(value, self.canvas.button)
        self._show()
        self._show_button()

    # What people do

    def _begin_design(self) -> None:
        self.set_value(self._begin)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _give_up(self) -> None:
        self._has_grid = False
        self._show()
        self.edited.emit()

    def _resize(self) -> None:
        columns, rows = self.columns.value(), self.rows.value()
        if isinstance(columns, int) and isinstance(rows, int):
            self.canvas.show_grid(sized(self.canvas.grid, columns, rows), self.canvas.button)
            self._grid_changed(self.canvas.grid)

    def _add(self) -> None:
        grid = added(self.canvas.grid)
        self.canvas.show_grid(grid, grid.buttons[-1])
        self._grid_changed(grid)
        self._show_button()

    def _grid_changed(self, _grid: ButtonGrid) -> None:
        self._show()
        self.edited.emit()

    def _form_changed(self) -> None:
        button = self.canvas.button
        if button is None:
            return
        after = _button(button, self.form.values())
        self.canvas.show_grid(changed(self.canvas.grid, button, after), after)
        self.edited.emit()

    def _show(self) -> None:
        self.design.setVisible(not self._has_grid)
        self._whole.setVisible(self._has_grid)
        self.columns.set_value(self.canvas.grid.columns)
        self.rows.set_value(self.canvas.grid.rows)
        self._panel.setVisible(self.canvas.button is not None)
        self.remove.setEnabled(self.canvas.button is not None)

    def _show_button(self) -> None:
        """The properties of the lit button."""
        button = self.canvas.button
        self._panel.setVisible(button is not None)
        if button is None:
            return
        own = button.colour not in set(Colour)
        self.form.set_values(
            {
                "action": button.action,
                "text": button.text,
                "parameter": button.parameter,
                "colour": OWN if own else Colour(button.colour),
                "argb": button.colour if own else _FIRST_OWN,
                "size": button.size,
            }
        )


def _numbers(most: int) -> list[Choice]:
    return [Choice(number, str(number)) for number in range(1, most + 1)]


def _button(before: Button, values: dict[str, Any]) -> Button:
    colour = values["argb"] if values["colour"] == OWN else Colour(values["colour"]).value
    return replace(
        before,
        action=values["action"],
        text=values["text"],
        parameter=values["parameter"],
        colour=colour,
        size=values["size"],
    )


def _fields() -> tuple[TextInput | ChoiceInput, ...]:
    translate = QCoreApplication.translate
    actions = tuple(Choice(name, action_look(name).title) for name in ACTIONS)
    colours = (
        Choice(Colour.PLAIN, translate("Designer", "Plain")),
        Choice(Colour.ACCENT, translate("Designer", "Accent")),
        Choice(Colour.WEAK, translate("Designer", "Weak")),
        Choice(OWN, translate("Designer", "Of its own")),
    )
    sizes = (
        Choice(TextSize.SMALL, translate("Designer", "Small")),
        Choice(TextSize.MEDIUM, translate("Designer", "Medium")),
        Choice(TextSize.LARGE, translate("Designer", "Large")),
    )
    optional = translate("Designer", "(optional)")
    return (
        ChoiceInput("action", translate("Designer", "What it does"), actions, half=True),
        TextInput("text", translate("Designer", "Text"), note=optional, half=True),
        ChoiceInput("colour", translate("Designer", "Colour"), colours, half=True),
        ChoiceInput("size", translate("Designer", "Size of the text"), sizes, half=True),
        TextInput(
            "argb",
            translate("Designer", "Colour as #AARRGGBB"),
            placeholder="#FF0B5F73",
            half=True,
            shown=lambda values: values["colour"] == OWN,
        ),
        TextInput(
            "parameter",
            translate("Designer", "Text to search for"),
            note=optional,
            half=True,
            shown=lambda values: values["action"] == "search",
        ),
    )
