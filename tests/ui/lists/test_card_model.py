"""The card model: keys of everybody, cards of those somebody looks at."""

from array import array

import numpy
import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clienteling.domain.card import Card
from clienteling.ui.lists.card_model import BLOCK, CARD_ROLE, CardModel
from tests.ui.lists.samples import Shelf, card


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(at_once=False)


@pytest.fixture
def model(qtbot: QtBot, shelf: Shelf) -> CardModel:
    return CardModel(shelf.fetch, lambda found: f"spoken {found.name}")


def _look_at(model: CardModel, row: int) -> Card | None:
    found: Card | None = model.index(row).data(CARD_ROLE)
    return found


def _asked(qtbot: QtBot, shelf: Shelf, times: int) -> None:
    qtbot.waitUntil(lambda: len(shelf.asked) == times)


def test_it_keeps_the_rules_of_a_model(model: CardModel, shelf: Shelf, qtmodeltester: ModelTester) -> None:
    shelf.at_once = True
    model.set_ids(range(1, 101), [card(1)])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_long_book_is_open_without_reading_anything(model: CardModel, shelf: Shelf) -> None:
    first = [card(key) for key in range(BLOCK)]
    assert model.set_ids(numpy.arange(100_000, dtype=numpy.int64), first)
    assert model.rowCount() == 100_000
    assert model.customer_at(99_999) == 99_999
    assert model.card_at(0) is first[0]
    assert shelf.asked == []


def test_looking_at_a_row_reads_its_block_and_the_next_ones_nearby(
    qtbot: QtBot, model: CardModel, shelf: Shelf
) -> None:
    model.set_ids(range(1000))
    assert _look_at(model, 500) is None
    _asked(qtbot, shelf, 1)
    assert shelf.asked[0] == list(range(440, 560))
    with qtbot.waitSignal(model.dataChanged) as told:
        shelf.answer()
    assert told.args is not None
    assert told.args[0].row() <= 500 <= told.args[1].row()
    assert _look_at(model, 500) == card(500)


def test_one_read_at_a_time_and_what_was_passed_quickly_is_forgotten(
    qtbot: QtBot, model: CardModel, shelf: Shelf
) -> None:
    model.set_ids(range(100_000))
    _look_at(model, 0)
    _asked(qtbot, shelf, 1)
    for row in range(10_000, 90_000, 1000):
        _look_at(model, row)
    qtbot.wait(20)
    assert len(shelf.asked) == 1
    shelf.answer()
    _asked(qtbot, shelf, 2)
    assert max(shelf.asked[1]) > 89_000
    assert min(shelf.asked[1]) > 80_000


def test_customers_that_are_gone_are_not_asked_for_again(qtbot: QtBot, model: CardModel, shelf: Shelf) -> None:
    model.set_ids([1, 2])
    _look_at(model, 0)
    _asked(qtbot, shelf, 1)
    shelf.answer(without=frozenset({2}))
    assert _look_at(model, 1) is None
    qtbot.wait(20)
    assert len(shelf.asked) == 1


def test_a_failed_read_is_asked_again_when_cards_are_invalidated(qtbot: QtBot, model: CardModel, shelf: Shelf) -> None:
    model.set_ids([1, 2])
    _look_at(model, 0)
    _asked(qtbot, shelf, 1)
    shelf.answer(without=frozenset({1, 2}))
    model.invalidate()
    _look_at(model, 0)
    _asked(qtbot, shelf, 2)


def test_the_same_ids_change_nothing_but_the_cards_that_come_with_them(qtbot: QtBot, model: CardModel) -> None:
    model.set_ids([1, 2, 3], [card(1), card(2), card(3)])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        assert not model.set_ids(array("q", [1, 2, 3]), [card(2, "New name")])
    names = [found.name for found in map(model.card_at, range(3)) if found]
    assert names == ["Customer 1", "New name", "Customer 3"]


def test_other_ids_keep_the_cards_that_were_read(model: CardModel) -> None:
    model.set_ids([1, 2, 3], [card(1), card(2), card(3)])
    assert model.set_ids([3, 4, 1])
    assert [found.customer_id if found else None for found in map(model.card_at, range(3))] == [3, None, 1]
    assert model.row_of(4) == 1
    assert model.row_of(2) is None


def test_an_answer_for_former_ids_is_kept_and_shown_where_it_stands_now(
    qtbot: QtBot, model: CardModel, shelf: Shelf
) -> None:
    model.set_ids([1, 2])
    _look_at(model, 0)
    _asked(qtbot, shelf, 1)
    model.set_ids([2, 3])
    shelf.answer()
    assert _look_at(model, 0) == card(2)


def test_an_invalidated_card_shows_what_it_showed_until_it_is_read_again(
    qtbot: QtBot, model: CardModel, shelf: Shelf
) -> None:
    model.set_ids([1, 2], [card(1, "Before"), card(2)])
    model.invalidate([1])
    before = _look_at(model, 0)
    assert before is not None
    assert before.name == "Before"
    _asked(qtbot, shelf, 1)
    assert shelf.asked == [[1]]
    shelf.answer()
    assert _look_at(model, 0) == card(1)


def test_placeholders_stand_for_cards_until_ids_come(qtbot: QtBot, model: CardModel, shelf: Shelf) -> None:
    model.set_skeleton(12)
    assert model.rowCount() == 12
    assert _look_at(model, 3) is None
    assert model.customer_at(3) is None
    model.set_ids([])
    assert model.rowCount() == 0
    assert shelf.asked == []


def test_the_texts_of_a_row_are_the_name_and_the_whole_card(model: CardModel) -> None:
    model.set_ids([1, 2], [card(1, "Anna")])
    assert model.index(0).data(Qt.ItemDataRole.DisplayRole) == "Anna"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "spoken Anna"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Loading"


def test_reading_a_whole_long_book_does_not_keep_it_all(qtbot: QtBot, model: CardModel, shelf: Shelf) -> None:
    shelf.at_once = True
    model.set_ids(range(10_000))
    for row in range(0, 10_000, BLOCK):
        asked = len(shelf.asked)
        if _look_at(model, row) is None:
            _asked(qtbot, shelf, asked + 1)
    assert _look_at(model, 9_999) is not None
    assert _look_at(model, 0) is None
