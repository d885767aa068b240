"""Pages: a hidden one hears of what it missed when it is shown again."""

import pytest
from pytestqt.qtbot import QtBot

from clienteling.domain.audit import Changes, Kind
from clienteling.ui.page import Page, both


class Diary(Page):
    """A page that writes down what happens to it."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[object] = []

    def activate(self, argument: object) -> None:
        self.lines.append(("activate", argument))

    def deactivate(self) -> None:
        self.lines.append("deactivate")

    def refresh(self, changes: Changes) -> None:
        self.lines.append(changes)


@pytest.fixture
def page(qtbot: QtBot) -> Diary:
    made = Diary()
    qtbot.addWidget(made)
    return made


BOOKS = Changes(frozenset({Kind.BOOKS}), frozenset({1}), record_id=5)
NOTES = Changes(frozenset({Kind.TIMELINE}), frozenset({2}))


def test_the_shown_page_refreshes_at_once(page: Diary) -> None:
    page.enter(None)
    page.receive(BOOKS)
    assert page.lines == [("activate", None), BOOKS]


def test_a_hidden_page_refreshes_once_for_all_it_missed(page: Diary) -> None:
    page.receive(BOOKS)
    page.receive(NOTES)
    page.enter(7)
    assert page.lines == [("activate", 7), Changes(BOOKS.kinds | NOTES.kinds, frozenset({1, 2}))]
    page.leave()
    page.enter(7)
    assert page.lines[2:] == ["deactivate", ("activate", 7)]


def test_a_page_that_was_left_is_not_refreshed(page: Diary) -> None:
    page.enter(None)
    page.leave()
    page.receive(BOOKS)
    assert not page.is_active
    assert page.lines == [("activate", None), "deactivate"]


def test_changes_of_anybody_swallow_those_of_somebody() -> None:
    anybody = Changes(frozenset({Kind.CUSTOMERS}))
    merged = both(BOOKS, anybody)
    assert merged.concerns(Kind.BOOKS, 99)
    assert merged.concerns(Kind.CUSTOMERS)
    assert not merged.concerns(Kind.TIMELINE)
