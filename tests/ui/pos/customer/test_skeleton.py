import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from clienteling.ui.pos.customer.skeleton import CustomerSkeleton
from clienteling.ui.theme import theme_of
from tests.ui.pos.customer.conftest import Counter


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_shape_has_the_geometry_of_the_page(counter: Counter, direction: Qt.LayoutDirection) -> None:
    shape = CustomerSkeleton()
    shape.setLayoutDirection(direction)
    counter.put(shape)
    picture = shape.grab().toImage()
    colors = theme_of(shape).colors

    def at(x: int, y: int) -> QColor:
        left = direction == Qt.LayoutDirection.LeftToRight
        return picture.pixelColor(QPoint(x if left else shape.width() - 1 - x, y))

    assert at(56, 50) == colors.track  # the avatar
    assert at(5, 50) == colors.surface_raised  # the column
    assert at(600, 160) == colors.surface_raised  # the composer
    assert at(396, 310) == colors.track  # the first entry
