from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from clienteling.ui.theme import theme_of
from clienteling.ui.widgets.level_sign import Level, LevelSign, level_color

Show = Callable[..., QWidget]


@pytest.mark.parametrize("level", Level)
def test_as_many_bars_are_lit_as_the_level_says(show: Show, level: Level) -> None:
    sign = LevelSign(Level.LOW)
    show(sign)
    sign.set_level(level)

    picture, lit = sign.grab().toImage(), level_color(level, theme_of(sign))

    assert [picture.pixelColor(x, 10) == lit for x in (1, 6, 11)] == [level >= bars for bars in (1, 2, 3)]
