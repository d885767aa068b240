"""Values in one line: what is elided when there is little room."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from clienteling.ui.formats import PropertyText
from clienteling.ui.lists.property_painter import ValueLine
from clienteling.ui.theme import theme_of
from clienteling.ui.widgets.level_sign import Level

LONG = "Invite to the private preview of the winter collection"


def _painted(value: PropertyText, room: int, direction: Qt.LayoutDirection, *, at_end: bool = True) -> QImage:
    """A picture 400 wide in which the value has the `room` in the middle."""
    image = QImage(400, 28, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    ValueLine(value, theme_of()).paint(painter, QRect((400 - room) // 2, 0, room, 28), at_end=at_end)
    painter.end()
    return image


def _inked_columns(image: QImage) -> list[int]:
    rows = range(image.height())
    return [x for x in range(image.width()) if any(image.pixelColor(x, y).lightness() < 250 for y in rows)]


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize(
    "value",
    [
        PropertyText(LONG),
        PropertyText(LONG, level=Level.HIGH, age_text="3 days old"),
        PropertyText("", "in 5 days", "23 Nov"),
        PropertyText("Low", level=Level.LOW),
    ],
)
def test_a_value_stays_in_its_place(value: PropertyText, direction: Qt.LayoutDirection) -> None:
    inked = _inked_columns(_painted(value, 200, direction))
    assert inked
    assert min(inked) >= 98
    assert max(inked) <= 301


def test_a_value_stands_at_the_end_it_is_told_to() -> None:
    right = _inked_columns(_painted(PropertyText("Low"), 200, Qt.LayoutDirection.LeftToRight))
    left = _inked_columns(_painted(PropertyText("Low"), 200, Qt.LayoutDirection.LeftToRight, at_end=False))
    mirrored = _inked_columns(_painted(PropertyText("Low"), 200, Qt.LayoutDirection.RightToLeft))
    assert min(right) > 260
    assert max(left) < 140
    assert max(mirrored) < 140


def test_the_width_counts_everything_in_the_line() -> None:
    theme = theme_of(QWidget())
    plain = ValueLine(PropertyText("Call"), theme).width
    assert ValueLine(PropertyText("Call", level=Level.LOW), theme).width > plain
    assert ValueLine(PropertyText("Call", age_text="3 days old"), theme).width > plain + 50
