from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from clienteling.ui.theme import theme_of
from clienteling.ui.widgets.ring import Ring

Show = Callable[..., QWidget]


@pytest.mark.parametrize(
    ("score", "right", "left"),
    [(25.0, True, False), (60.0, True, False), (78.0, True, True), (100.0, True, True), (0.0, False, False)],
)
def test_it_fills_clockwise_from_the_top(show: Show, score: float, right: bool, left: bool) -> None:
    ring = Ring(score, "Score")
    show(ring)

    picture, accent = ring.grab().toImage(), theme_of(ring).colors.accent

    assert (picture.pixelColor(37, 17) == accent) is right
    assert (picture.pixelColor(1, 20) == accent) is left


def test_a_score_beyond_the_ends_is_drawn_to_them(show: Show) -> None:
    beyond, full = Ring(140.0, "Score"), Ring(100.0, "Score")
    show(beyond, full)

    assert beyond.grab().toImage().pixelColor(1, 20) == full.grab().toImage().pixelColor(1, 20)


def test_it_is_read_out_even_without_a_score(show: Show) -> None:
    ring = Ring(78.4, "Engagement score")
    show(ring)
    assert (ring.accessibleName(), ring.accessibleDescription()) == ("Engagement score", "78")

    ring.set_score(None)
    assert ring.accessibleDescription() == "–"
