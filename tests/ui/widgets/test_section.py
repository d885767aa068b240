from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.theme import theme_of
from clienteling.ui.widgets.level_sign import Level
from clienteling.ui.widgets.section import PropertyRow, SectionHead

Show = Callable[..., QWidget]


def test_a_property_is_read_out_whole(show: Show) -> None:
    row = PropertyRow("Birthday", "29 Nov", near="in 11 days")
    show(row)

    assert row.accessibleName() == "Birthday: in 11 days, 29 Nov"


def test_a_new_value_takes_the_place_of_the_old(show: Show) -> None:
    row = PropertyRow("Next best action", "Call", age="3 days old")
    show(row)
    before = row.grab().toImage()

    row.set_value("Send lookbook")

    assert row.value == "Send lookbook"
    assert row.accessibleName() == "Next best action: Send lookbook"
    assert row.grab().toImage() != before


def test_a_value_too_long_for_its_line_wraps_below(show: Show) -> None:
    row = PropertyRow("Preferred brand", "Aurel Atelier")
    window = show(row, width=360)
    assert row.height() == 28

    row.set_value("Aurel Atelier, Nordlys, Casa Verani, Maison Aurel, Hibernia, Silvana")
    assert row.height() > 28 + 30

    window.resize(900, 400)
    assert row.height() == 28


@pytest.mark.parametrize(
    ("level", "color"), [(Level.LOW, "success"), (Level.MEDIUM, "warning"), (Level.HIGH, "danger")]
)
def test_a_level_has_its_sign_in_its_colour(show: Show, level: Level, color: str) -> None:
    row = PropertyRow("Churn risk", level.name.title(), level=level)
    show(row)

    image = row.grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    assert getattr(theme_of(row).colors, color).name() in colors


def test_a_head_may_have_a_link(show: Show, qtbot: QtBot) -> None:
    head = SectionHead("Important dates", link="All 9 this week")
    show(head)

    with qtbot.waitSignal(head.link.clicked):
        head.link.click()
    head.set_link("")
    assert head.link.isHidden()
