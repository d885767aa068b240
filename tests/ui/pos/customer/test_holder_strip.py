from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from clienteling.domain.card import Holder
from clienteling.domain.operations import Operation
from clienteling.ui.pos.customer.holder_strip import HolderStrip
from clienteling.ui.widgets.label import Label
from tests.support.clock import START
from tests.ui.pos.customer.conftest import Counter


def strip(counter: Counter, holder: Holder | None) -> HolderStrip:
    shown = HolderStrip(counter.till)
    counter.put(shown)
    shown.show_holder(holder, counter.now)
    return shown


def words(shown: HolderStrip) -> list[str]:
    return [label.text() for label in shown.findChildren(Label) if label.isVisible()]


def commands(shown: HolderStrip) -> dict[str, bool]:
    menu = shown.menu()
    offered = {action.text(): action.isEnabled() for action in menu.actions()}
    menu.deleteLater()
    return offered


def test_an_own_customer_can_be_removed(counter: Counter, qtbot: QtBot) -> None:
    shown = strip(counter, Holder(counter.till.session.worker.id, "Anna Ozola", START))
    assert words(shown) == ["In your client book", "since 20 November 2026"]
    assert commands(shown) == {
        "Remove from my book": True,
        "Reassign… — Administrators, Managers only": True,
        "Follow up…": True,
        "Export…": True,
    }
    with qtbot.waitSignal(shown.remove_asked):
        shown.menu().actions()[0].trigger()


def test_somebody_elses_customer_says_whose(counter: Counter) -> None:
    shown = strip(counter, Holder(counter.program.company.worker_id("002"), "Jens Holm", START))
    assert words(shown) == ["In the book of Jens Holm", "since 20 November 2026"]
    assert list(commands(shown)) == [
        "Reassign… — Administrators, Managers only",
        "Follow up…",
        "Export… — Administrators, Managers only",
    ]


def test_a_manager_may_reassign(counter_of: Callable[[str], Counter], qtbot: QtBot) -> None:
    manager = counter_of("003")
    shown = strip(manager, Holder(manager.program.company.worker_id("002"), "Jens Holm"))
    assert commands(shown) == {"Reassign…": True, "Follow up…": True, "Export…": True}
    with qtbot.waitSignal(shown.reassign_asked):
        shown.menu().actions()[0].trigger()


def test_a_customer_in_no_book_can_be_added(counter: Counter, qtbot: QtBot) -> None:
    shown = strip(counter, None)
    assert words(shown) == ["In no client book"]
    assert "Reassign…" not in commands(shown)
    with qtbot.waitSignal(shown.add_asked):
        shown.add.click()


def test_who_may_not_add_is_told_who_may_and_can_ask_them(counter: Counter, qtbot: QtBot) -> None:
    counter.forbid(Operation.ADD_TO_CLIENT_BOOK, "Managers")
    shown = strip(counter, None)
    assert shown.add.who_may == "Managers only"
    with qtbot.waitSignal(shown.add_asked):
        shown.add.click()


def test_what_nobody_may_is_no_use_to_ask_for(counter: Counter, qtbot: QtBot) -> None:
    counter.forbid(Operation.ADD_TO_CLIENT_BOOK)
    shown = strip(counter, None)
    assert shown.add.who_may == "Nobody"
    with qtbot.assertNotEmitted(shown.add_asked):
        shown.add.click()


@pytest.mark.parametrize("theirs", [True, False])
def test_the_strip_changes_with_the_holder(counter: Counter, theirs: bool) -> None:
    shown = strip(counter, Holder(1, "Jens Holm") if theirs else None)
    shown.show_holder(None if theirs else Holder(1, "Jens Holm"), counter.now)
    assert shown.add.isVisible() is theirs
    assert shown.more.isVisible()
