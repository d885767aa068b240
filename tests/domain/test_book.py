import pytest

from clienteling.domain.book import Move, check_moves, check_named_once
from clienteling.domain.errors import AlreadyHeld, Conflict, Invalid
from clienteling.domain.operations import PermissionGroup
from clienteling.domain.worker import Worker

GROUP = PermissionGroup(1, "associate", "Associates", frozenset())
ANNA = Worker(1, "001", "Anna", "", GROUP, "en", frozenset())
JENS = Worker(2, "002", "Jens", "", GROUP, "en", frozenset())
NAMES = {10: "Customer Ten", 11: "Customer Eleven"}


@pytest.mark.parametrize(
    ("move", "holders"),
    [
        (Move([10], None, ANNA.id), {}),
        (Move([10], ANNA.id, None), {10: ANNA}),
        (Move([10], ANNA.id, JENS.id), {10: ANNA, 11: JENS}),
    ],
)
def test_a_move_from_where_the_customer_is_passes(move: Move, holders: dict[int, Worker]) -> None:
    check_moves([move], holders, NAMES)


def test_adding_somebody_elses_customer_names_the_holder() -> None:
    with pytest.raises(AlreadyHeld, match="Customer Ten is in the client book of Jens") as refusal:
        check_moves([Move([10], None, ANNA.id)], {10: JENS}, NAMES)
    assert refusal.value.holder_id == JENS.id


def test_moving_a_customer_who_is_elsewhere_by_now_names_the_holder() -> None:
    with pytest.raises(Conflict, match="Customer Ten is in the client book of Jens by now"):
        check_moves([Move([10], ANNA.id, None)], {10: JENS}, NAMES)


def test_moving_a_customer_who_is_in_no_book_any_more_is_refused() -> None:
    with pytest.raises(Conflict, match="Customer Ten is in no client book any more"):
        check_moves([Move([10], ANNA.id, JENS.id)], {}, NAMES)


def test_one_wrong_move_refuses_all() -> None:
    moves = [Move([10, 11], None, ANNA.id)]
    with pytest.raises(AlreadyHeld, match="Customer Eleven"):
        check_moves(moves, {11: JENS}, NAMES)


def test_a_customer_cannot_be_named_twice() -> None:
    with pytest.raises(Invalid, match="named twice"):
        check_named_once([Move([10, 11], None, ANNA.id), Move([10], JENS.id, ANNA.id)])
