"""What stands in a book without cards."""

from pytestqt.qtbot import QtBot

from clienteling.services.books import View
from clienteling.ui.formats import Formats
from clienteling.ui.pos.book.states import Drop, show_empty, show_no_match
from clienteling.ui.widgets.state_page import StatePage

FORMATS = Formats("en-GB", "EUR", "Europe/Riga")


def make(qtbot: QtBot) -> StatePage:
    state = StatePage()
    qtbot.addWidget(state)
    return state


def test_the_filter_whose_loss_finds_most_is_offered(qtbot: QtBot) -> None:
    state = make(qtbot)
    show_no_match(state, (Drop("brand", "Brand", 5), Drop("birthday", "Birthday", 7)), FORMATS)
    assert state.title == "Nobody has both"
    assert state.sentence == "Without Birthday there are 7 customers. Without Brand there are 5 customers."
    assert state.primary_button.label == "Show 7 without Birthday"
    assert state.plain_button.label == "Clear all"


def test_one_customer_is_one_customer(qtbot: QtBot) -> None:
    state = make(qtbot)
    show_no_match(state, (Drop("a", "A", 1), Drop("b", "B", 0), Drop("c", "C", 0)), FORMATS)
    assert state.title == "Nobody has all of this"
    assert state.sentence == "Without A there is 1 customer."


def test_when_no_single_filter_is_to_blame_all_can_be_cleared(qtbot: QtBot) -> None:
    state = make(qtbot)
    show_no_match(state, (Drop("a", "A", 0), Drop("b", "B", 0)), FORMATS)
    assert state.primary_button.label == "Clear all"
    assert state.plain_button.isHidden()


def test_an_empty_store_names_the_store(qtbot: QtBot) -> None:
    state = make(qtbot)
    show_empty(state, View.STORE, "Harbour Street 12")
    assert "Harbour Street 12" in state.title
