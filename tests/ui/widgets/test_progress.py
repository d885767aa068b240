"""The progress bar."""

import pytest
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.progress import ProgressBar


@pytest.mark.parametrize(("given", "kept"), [(0.0, 0.0), (0.5, 0.5), (1.7, 1.0), (-1.0, 0.0), (None, None)])
def test_it_keeps_within_its_bounds(qtbot: QtBot, given: float | None, kept: float | None) -> None:
    bar = ProgressBar("Import")
    qtbot.addWidget(bar)
    bar.set_part(given)
    assert bar.part == kept


def test_a_screen_reader_hears_how_far_it_is(qtbot: QtBot) -> None:
    bar = ProgressBar("Import")
    qtbot.addWidget(bar)
    bar.set_part(0.25)
    assert bar.accessibleName() == "Import 25%"
    bar.set_part(None)
    assert bar.accessibleName() == "Import"


def test_more_is_filled_the_further_it_is(qtbot: QtBot) -> None:
    bar = ProgressBar("Import")
    qtbot.addWidget(bar)
    bar.resize(100, 8)
    filled = []
    for part in (0.25, 0.75):
        bar.set_part(part)
        picture = bar.grab().toImage()
        ground = picture.pixelColor(95, 4)
        filled.append(sum(picture.pixelColor(x, 4) != ground for x in range(100)))
    assert 20 <= filled[0] <= 30
    assert 70 <= filled[1] <= 80
