"""The panel beside sign-in and lock."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from clienteling.ui.formats import Formats
from clienteling.ui.pos.side_panel import SidePanel

FORMATS = Formats("en-GB", "EUR", "Europe/Riga", "LV")


@pytest.mark.parametrize("is_told_something", [False, True])
def test_the_time_goes_on_until_something_else_is_said(qtbot: QtBot, is_told_something: bool) -> None:
    now = [datetime(2026, 11, 30, 9, 59, tzinfo=ZoneInfo("Europe/Riga"))]
    panel = SidePanel(moment=lambda: now[0])
    qtbot.addWidget(panel)
    panel.greet(now[0], FORMATS)
    assert panel._line.text().endswith("09:59")
    if is_told_something:
        panel.say("Till is locked", "since 09:59")
    now[0] += timedelta(hours=2, minutes=2)
    if panel._clock.isActive():
        panel._clock.timeout.emit()
    expected = (
        ("Till is locked", "since 09:59") if is_told_something else ("Good afternoon", "Monday, 30 November · 12:01")
    )
    assert (panel._title.text(), panel._line.text()) == expected
