import pytest

from clienteling.domain.operations import (
    ADMINISTRATOR_OPERATIONS,
    ASSOCIATE_OPERATIONS,
    MANAGER_OPERATIONS,
    Operation,
)


@pytest.mark.parametrize(
    ("number", "title"),
    [
        (712, "View customers in client book"),
        (713, "View customers from store client books"),
        (714, "Add customer to client book"),
        (715, "Remove customers from client book"),
        (716, "Reassign customers to a client book"),
    ],
)
def test_the_operations_of_client_books_have_their_ids_and_names(number: int, title: str) -> None:
    assert Operation(number).title == title


@pytest.mark.parametrize("operation", Operation)
def test_every_operation_has_a_name(operation: Operation) -> None:
    assert operation.title


def test_managers_may_reassign_and_associates_may_not() -> None:
    assert Operation.REASSIGN not in ASSOCIATE_OPERATIONS
    assert ASSOCIATE_OPERATIONS < MANAGER_OPERATIONS < ADMINISTRATOR_OPERATIONS
    assert Operation.REASSIGN in MANAGER_OPERATIONS
