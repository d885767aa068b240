"""Every control is reached by the Tab key, shows where the keyboard is, and has a name."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from clienteling.ui.widgets.button import Button, IconButton, Link
from clienteling.ui.widgets.chip import ChoiceChip, FilterChip
from clienteling.ui.widgets.choice_card import ChoiceCard
from clienteling.ui.widgets.field import Field, PasswordField
from clienteling.ui.widgets.person_tile import PersonTile
from clienteling.ui.widgets.pill import StatusPill
from clienteling.ui.widgets.range_slider import RangeSlider
from clienteling.ui.widgets.search_field import SearchField
from clienteling.ui.widgets.segments import Segment, Segments
from clienteling.ui.widgets.select import Choice, Select
from clienteling.ui.widgets.switch import Switch
from clienteling.ui.widgets.tabs import Tab, Tabs
from clienteling.ui.widgets.text_area import TextArea
from clienteling.ui.widgets.tick_list import RadioRow, TickRow
from clienteling.ui.widgets.tile import Tile
from clienteling.ui.widgets.window_buttons import Window, WindowButtons

Show = Callable[..., QWidget]


def _not_allowed() -> Button:
    button = Button("Reassign")
    button.set_not_allowed("Managers only")
    return button


CONTROLS: dict[str, Callable[[], QWidget]] = {
    "button": lambda: Button("Save"),
    "button that is not allowed": _not_allowed,
    "icon button": lambda: IconButton("x", "Close"),
    "link": lambda: Link("Clear all"),
    "filter chip": lambda: FilterChip("Brand", "Nordlys", "Remove the filter"),
    "choice chip": lambda: ChoiceChip("Notes", count="4"),
    "choice card": lambda: ChoiceCard("One colleague", "Jens takes all"),
    "person": lambda: PersonTile("MK", "Maija", "Associate"),
    "field": lambda: Field("Name"),
    "password": lambda: PasswordField("Password", "Show", "Hide"),
    "text": lambda: TextArea("Activity"),
    "search": lambda: SearchField("Search", "Clear"),
    "pill": lambda: StatusPill("Online"),
    "slider": lambda: RangeSlider("Spend", 0, 9),
    "segments": lambda: Segments([Segment(1, "Yes"), Segment(2, "No")], 1),
    "select": lambda: Select([Choice(1, "Name")], prefix="Sort"),
    "switch": lambda: Switch("Dark"),
    "tabs": lambda: Tabs([Tab(1, "Timeline")], name="Parts"),
    "tick": lambda: TickRow("Nordlys"),
    "radio": lambda: RadioRow("Nordlys"),
    "tile": lambda: Tile("house", "Home"),
    "windows": lambda: WindowButtons([Window(7, "7 days")]),
}


@pytest.mark.parametrize("make", CONTROLS.values(), ids=list(CONTROLS))
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_tab_reaches_it_and_it_shows(
    show: Show,
    qapp: QApplication,
    focused: Callable[[], QWidget],
    make: Callable[[], QWidget],
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    before, control, after = Button("Before"), make(), Button("After")
    window = show(before, control, after)
    before.setFocus()
    at_rest = window.grab(control.geometry().adjusted(-6, -6, 6, 6)).toImage()

    QTest.keyClick(before, Qt.Key.Key_Tab)

    reached = focused()
    assert control is reached or control.isAncestorOf(reached)
    interface = QAccessible.queryAccessibleInterface(reached)
    assert interface.text(QAccessible.Text.Name)
    assert window.grab(control.geometry().adjusted(-6, -6, 6, 6)).toImage() != at_rest


@pytest.mark.parametrize("make", CONTROLS.values(), ids=list(CONTROLS))
def test_a_finger_can_hit_it(show: Show, make: Callable[[], QWidget]) -> None:
    control = make()
    show(control)

    assert control.height() >= 36
