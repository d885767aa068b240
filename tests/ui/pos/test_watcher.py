"""The pages hear of what other tills write; while the server is away the window says so."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.errors import Unreachable
from clienteling.services.watch import Watch
from clienteling.ui.page import Page
from clienteling.ui.pos.watcher import Watcher
from tests.support.till import OpenTill
from tests.ui.pos.conftest import SignIn

NEWS = Changes(frozenset({Kind.BOOKS}), frozenset({7}))


class Listener(Page):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Changes] = []

    def refresh(self, changes: Changes) -> None:
        self.heard.append(changes)


@pytest.fixture
def till(sign_in: SignIn) -> OpenTill:
    return sign_in("001")


def watched(till: OpenTill, owner: QObject) -> Listener:
    page = till.show(lambda _: Listener())
    assert isinstance(page, Listener)
    Watcher(till.window, till.till, owner).start()
    return page


def test_what_others_write_reaches_the_page_that_is_shown(
    till: OpenTill, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [Changes(frozenset()), NEWS]
    monkeypatch.setattr(Watch, "look", lambda _: answers.pop(0) if answers else Changes(frozenset()))
    page = watched(till, till.window)
    qtbot.waitUntil(lambda: not answers)
    assert page.heard == [NEWS]


def test_a_server_that_is_away_is_said_and_found_again(
    till: OpenTill, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as away:
        away.setattr(Watch, "look", refuse)
        page = watched(till, till.window)
        pill = till.window.top_bar.status
        qtbot.waitUntil(lambda: pill.label == "No connection")
    qtbot.waitUntil(lambda: pill.label == "Online")
    assert page.heard == []
    assert till.errors == []


def refuse(_: Watch) -> Changes:
    raise Unreachable("The database server does not answer.")
