"""The rail says how much there is to do, and rules are looked at while somebody is signed in."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from clienteling.domain.audit import Changes, Kind
from clienteling.services.follow_up_rules import FollowUpRules
from clienteling.ui.page import Page, PageSpec
from clienteling.ui.pos.follow_ups import reminder
from clienteling.ui.pos.follow_ups.reminder import Reminder
from tests.support.till import OpenTill
from tests.ui.pos.conftest import SignIn

TODAY = date(2026, 11, 20)


def with_rail(till: OpenTill) -> str:
    """Show a window with the page in its rail, and a reminder; what its place says."""
    till.window.set_pages([PageSpec("follow_ups", "Follow-ups", "list-checks", Page)], lambda _: True)
    Reminder(till.window, till.till, till.window).start()
    return description(till)


def description(till: OpenTill) -> str:
    return till.window.rail.button("follow_ups").accessibleDescription()


def test_what_is_to_be_done_by_today_stands_in_the_rail_and_follows(sign_in: SignIn) -> None:
    till = sign_in("001")
    services = till.program.services.follow_ups
    for days in (0, 0, 5):
        services.add(till.session, [], "Call", TODAY + timedelta(days=days))
    assert with_rail(till) == "2 to be done by today"
    first = services.mine(till.session)[0]
    till.tasks.command(till.window, lambda: services.finish(till.session, first))
    assert description(till) == "1 to be done by today"
    assert till.errors == []


def test_rules_are_looked_at_a_while_after_signing_in_and_what_they_make_is_told(
    sign_in: SignIn, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminder, "FIRST", 1)
    monkeypatch.setattr(FollowUpRules, "generate", lambda _self: Changes(frozenset({Kind.TASKS})))
    till = sign_in("001")
    heard: list[Changes] = []
    till.tasks.changed.connect(heard.append)
    with_rail(till)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].kinds == {Kind.TASKS}
