from random import Random

import pytest

from clienteling.domain.book import (
    Holders,
    Move,
    after,
    check_named_once,
    check_no_longer_several,
    first_wrong,
    new_primary,
    refusal,
)
from clienteling.domain.errors import AlreadyHeld, Conflict, Invalid
from clienteling.domain.operations import PermissionGroup
from clienteling.domain.worker import Worker

GROUP = PermissionGroup(1, "associate", "Associates", frozenset())
ANNA = Worker(1, "001", "Anna", "", GROUP, "en", frozenset())
JENS = Worker(2, "002", "Jens", "", GROUP, "en", frozenset())
MARA = 3


@pytest.mark.parametrize(
    ("move", "holders"),
    [
        (Move([10], None, ANNA.id), ()),
        (Move([10], ANNA.id, None), (ANNA.id,)),
        (Move([10], ANNA.id, JENS.id), (JENS.id, ANNA.id)),
    ],
)
def test_a_move_from_where_the_customer_is_passes(move: Move, holders: Holders) -> None:
    assert first_wrong([move], {10: holders}, several=False) is None


def test_somebody_elses_customer_can_be_added_only_where_several_books_are_allowed() -> None:
    move = Move([10], None, ANNA.id)
    assert first_wrong([move], {10: (JENS.id,)}, several=False) == (10, move)
    assert first_wrong([move], {10: (JENS.id,)}, several=True) is None
    assert first_wrong([move], {10: (JENS.id, ANNA.id)}, several=True) == (10, move)


def test_one_wrong_move_is_found_among_right_ones() -> None:
    moves = [Move([10], None, ANNA.id), Move([12, 11], JENS.id, ANNA.id)]
    assert first_wrong(moves, {10: (), 12: (JENS.id,), 11: ()}, several=True) == (11, moves[1])


def test_a_customer_cannot_be_named_twice() -> None:
    with pytest.raises(Invalid, match="named twice"):
        check_named_once([Move([10], None, ANNA.id), Move([11, 10], None, JENS.id)])


def test_a_refusal_names_who_has_the_customer() -> None:
    problem = refusal(Move([10], None, ANNA.id), [JENS], "Customer Ten")
    assert isinstance(problem, AlreadyHeld)
    assert (problem.message, problem.holder_id) == ("Customer Ten is in the client book of Jens.", JENS.id)
    moved = refusal(Move([10], ANNA.id, None), [JENS], "Customer Ten")
    assert isinstance(moved, Conflict)
    assert moved.message == "Customer Ten is in the client book of Jens by now."
    assert refusal(Move([10], ANNA.id, None), [], "Ten").message == "Ten is in no client book any more."


@pytest.mark.parametrize(
    ("holders", "move", "expected", "primary"),
    [
        ((), (None, 1), (1,), None),
        ((1,), (None, 2), (1, 2), None),
        ((1, 2, 3), (1, None), (2, 3), 2),
        ((1, 2, 3), (2, None), (1, 3), None),
        ((1,), (1, 2), (2,), None),
        ((1, 2), (1, 3), (3, 2), None),
        ((1, 2), (2, 3), (1, 3), None),
        ((1, 2, 3), (1, 2), (2, 3), 2),
        ((1, 2, 3), (3, 2), (1, 2), None),
        ((1, 2), (2, 1), (1,), None),
    ],
)
def test_who_has_a_customer_after_a_move(
    holders: Holders, move: tuple[int | None, int | None], expected: Holders, primary: int | None
) -> None:
    assert after(holders, *move) == expected
    assert new_primary(holders, *move) == primary


def test_whatever_is_moved_everybody_has_a_customer_once_and_nobody_else_is_touched() -> None:
    random = Random(7)
    for _ in range(2000):
        several = random.random() < 0.7
        holders: Holders = ()
        for _ in range(10):
            giver, taker = random.choice([None, 1, 2, 3]), random.choice([None, 1, 2, 3])
            move = Move([10], giver, taker)
            if giver == taker or first_wrong([move], {10: holders}, several=several):
                continue
            now = after(holders, giver, taker)
            assert len(set(now)) == len(now)
            assert set(now) - {giver, taker} == set(holders) - {giver, taker}
            assert giver not in now
            assert taker is None or taker in now
            assert several or len(now) <= 1
            holders = now


def test_customers_who_are_in_several_books_stand_in_the_way_of_one_book_each() -> None:
    check_no_longer_several([])
    with pytest.raises(Invalid, match=r"\(2\): A-1 Ida, A-2 Bo\. Leave each of them in one") as refused:
        check_no_longer_several(["A-1 Ida", "A-2 Bo"])
    assert refused.value.field == "several-books"
    with pytest.raises(Invalid, match=r"\(12\): .*A-9 Ida, and more"):
        check_no_longer_several([f"A-{number} Ida" for number in range(12)])
