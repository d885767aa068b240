from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from clienteling.ui.theme import theme_of
from clienteling.ui.widgets.skeleton import SkeletonRows

Show = Callable[..., QWidget]


def test_it_takes_the_room_of_the_rows_that_come(show: Show) -> None:
    rows = SkeletonRows(4, row_height=60)
    show(rows)

    assert rows.height() == 240


def test_discs_stand_where_the_language_begins(show: Show) -> None:
    rows = SkeletonRows(1)
    show(rows)
    track = theme_of(rows).colors.track
    assert rows.grab().toImage().pixelColor(20, 30) == track

    rows.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert rows.grab().toImage().pixelColor(rows.width() - 20, 30) == track
