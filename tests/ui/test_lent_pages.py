"""Pages that a worker may not use are asked for, and may be lent."""

import pytest
from pytestqt.qtbot import QtBot

from clienteling.domain.operations import Operation
from clienteling.ui.page import Page, PageSpec
from clienteling.ui.window import MainWindow


class Remembering(Page):
    """Knows what it was entered with."""

    def __init__(self) -> None:
        super().__init__()
        self.arguments: list[object] = []
        self.kept = 0

    def activate(self, argument: object) -> None:
        self.arguments.append(argument)

    def keep(self) -> None:
        self.kept += 1


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    shown = MainWindow()
    qtbot.addWidget(shown)
    specs = (
        PageSpec("home", "Home", "house", Remembering),
        PageSpec("audit", "Audit", "scroll-text", Remembering, Operation.VIEW_AUDIT),
    )
    shown.set_pages(specs, lambda operation: operation is not Operation.VIEW_AUDIT)
    shown.go("home")
    return shown


def test_a_page_that_may_not_be_used_is_asked_for_and_not_built(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.page_refused) as refused:
        window.go("audit", 7)
    assert refused.args == ["audit", 7]
    assert (window.page_key, window.has_page("audit")) == ("home", False)


def test_a_page_that_was_lent_is_gone_to_until_it_is_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    page = Remembering()
    window.lend_page("audit", page)
    window.go("audit", 7)
    assert (window.page_key, page.arguments) == ("audit", [7])
    window.go("home")
    window.take_back("audit")
    assert not window.has_page("audit")
    with qtbot.waitSignal(window.page_refused):
        window.go("audit")


def test_what_was_lent_is_not_lent_to_the_next_worker(window: MainWindow, qtbot: QtBot) -> None:
    window.lend_page("audit", Remembering())
    specs = (PageSpec("audit", "Audit", "scroll-text", Remembering, Operation.VIEW_AUDIT),)
    window.set_pages(specs, lambda _: False)
    with qtbot.waitSignal(window.page_refused):
        window.go("audit")


def test_every_page_that_was_built_puts_by_what_is_typed(window: MainWindow) -> None:
    page = window.page("home")
    assert isinstance(page, Remembering)
    window.keep()
    assert page.kept == 1
