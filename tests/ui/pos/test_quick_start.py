from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from clienteling.ui.page import LOCK
from clienteling.ui.pos.quick_start import QuickStartPage, _keys
from clienteling.ui.till import Till
from tests.support.driver import Person
from tests.ui.pos.conftest import SignIn


class Begun:
    """The page with somebody before it, and where it sends them."""

    def __init__(self, qtbot: QtBot, sign_in: SignIn, number: str) -> None:
        self.ways: list[tuple[str, Any]] = []

        def build(till: Till) -> QuickStartPage:
            page = QuickStartPage(till)
            page.go.connect(lambda key, argument: self.ways.append((key, argument)))
            return page

        till = sign_in(number)
        till.show(build, "quick_start")
        with qtbot.waitActive(till.window):
            till.window.activateWindow()
        till.window.lock_requested.connect(lambda: self.ways.append(("locked", None)))
        self.me = Person(qtbot, till.window)


def test_every_key_is_told_once(qtbot: QtBot, sign_in: SignIn) -> None:
    begun = Begun(qtbot, sign_in, "001")
    assert len({caps for caps, _ in _keys()}) == len(_keys())
    for caps, meaning in _keys():
        assert begun.me.sees(caps)
        assert begun.me.sees(meaning)


@pytest.mark.parametrize(("link", "way"), [("Search customers", "search"), ("Lock the till", LOCK)])
def test_a_task_leads_to_where_it_is_done(qtbot: QtBot, sign_in: SignIn, link: str, way: str) -> None:
    begun = Begun(qtbot, sign_in, "001")
    begun.me.click(link)
    assert begun.ways[0] == (way, None)


def test_the_keyboard_begins_at_the_first_task_and_gets_to_the_last(qtbot: QtBot, sign_in: SignIn) -> None:
    begun = Begun(qtbot, sign_in, "003")
    begun.me.wait(lambda: begun.me.focus == "Open my book")
    begun.me.tab_to("Open store books")
    begun.me.tab_to("Lock the till")
    begun.me.press("Return")
    assert begun.ways == [(LOCK, None), ("locked", None)]


def test_a_task_that_the_worker_may_not_do_says_who_may(qtbot: QtBot, sign_in: SignIn) -> None:
    assert not Begun(qtbot, sign_in, "001").me.offers("Open store books")
    assert Begun(qtbot, sign_in, "003").me.offers("Open store books")
