from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from clienteling.database import workers
from clienteling.database.engine import Transaction
from clienteling.domain.operations import ASSOCIATE_OPERATIONS, MANAGER_OPERATIONS, Operation
from clienteling.domain.worker import Credentials
from tests.support.program import Program


def test_a_worker_is_found_by_number_and_by_key_with_group_and_stores(program: Program) -> None:
    wanda = program.database.read(lambda t: workers.by_number(t, "008"))
    assert wanda is not None
    assert (wanda.name, wanda.group.code, wanda.group.operations) == (
        "Wanda Rivera",
        "associate",
        ASSOCIATE_OPERATIONS,
    )
    assert wanda.store_ids == {program.company.stores["S01"].id, program.company.stores["S02"].id}
    assert program.database.read(lambda t: workers.by_id(t, wanda.id)) == wanda
    assert program.database.read(lambda t: workers.by_number(t, "999")) is None
    assert program.database.read(lambda t: workers.by_id(t, 1)) is None


def test_the_workers_of_a_store_come_by_name_without_those_who_are_blocked(program: Program) -> None:
    program.database.write(lambda t: t.execute(text("UPDATE worker SET name = 'ēriks' WHERE personnel_number = '002'")))
    found = program.database.read(lambda t: workers.of_store(t, program.company.stores["S01"].id))
    assert [worker.name for worker in found] == [
        "Ada Boss",
        "Anna Ozola",
        "ēriks",
        "Mara Liepa",
        "Otto Alt",
        "Wanda Rivera",
    ]


@pytest.mark.parametrize(
    ("store", "numbers"),
    [
        ("S01", {"001", "002", "003", "008", "009", "010", "011"}),
        ("S02", {"004", "005", "008"}),
        ("B01", {"006", "007"}),
    ],
)
def test_a_store_sees_the_workers_who_share_its_employee_address_book(
    program: Program, store: str, numbers: set[str]
) -> None:
    found = program.database.read(lambda t: workers.visible_from(t, program.company.stores[store].id))
    assert sorted(found) == sorted(program.company.worker_id(number) for number in numbers)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("number", "store", "operation", "may"),
    [
        ("001", "S01", Operation.ADD_TO_CLIENT_BOOK, True),
        ("001", "S01", Operation.REASSIGN, False),
        ("003", "S01", Operation.REASSIGN, True),
        ("003", "S02", Operation.REASSIGN, False),
        ("008", "S02", Operation.ADD_TO_CLIENT_BOOK, True),
        ("011", "S01", Operation.ADD_TO_CLIENT_BOOK, False),
        ("009", "S01", Operation.SET_UP, True),
    ],
)
def test_who_may_do_what_where(program: Program, number: str, store: str, operation: Operation, may: bool) -> None:
    worker, place = program.company.worker_id(number), program.company.stores[store].id
    assert program.database.read(lambda t: workers.may(t, worker, place, operation)) is may


def test_the_operations_of_a_worker_are_those_of_the_group(program: Program) -> None:
    def operations(number: str) -> frozenset[Operation]:
        worker, store = program.company.worker_id(number), program.company.stores["S01"].id
        return program.database.read(lambda t: workers.operations_of(t, worker, store))

    assert operations("003") == MANAGER_OPERATIONS
    assert operations("011") == frozenset()  # blocked
    assert operations("005") == frozenset()  # works elsewhere
    program.database.write(
        lambda t: workers.set_operations(t, program.company.groups["manager"], frozenset({Operation.REASSIGN}))
    )
    assert operations("003") == {Operation.REASSIGN}
    assert operations("001") == ASSOCIATE_OPERATIONS


def test_who_may_names_the_groups_by_name(program: Program) -> None:
    def who(operation: Operation) -> tuple[str, ...]:
        return program.database.read(lambda t: workers.who_may(t, operation))

    assert who(Operation.REASSIGN) == ("Administrators", "Managers")
    assert who(Operation.SET_UP) == ("Administrators",)
    for key in program.company.groups.values():
        program.database.write(lambda t, key=key: workers.set_operations(t, key, frozenset()))  # type: ignore[misc]
    assert who(Operation.SET_UP) == ()


def test_credentials_are_read_as_they_were_set(program: Program) -> None:
    key = program.company.worker_id("001")
    wanted = Credentials("hash", 3, datetime(2026, 11, 22, 12, tzinfo=UTC), blocked=True)

    def work(transaction: Transaction) -> Credentials:
        workers.set_credentials(transaction, key, wanted)
        return workers.credentials(transaction, key)

    assert program.database.write(work) == wanted
    assert program.database.read(lambda t: workers.credentials(t, key)) == wanted
    other = program.database.read(lambda t: workers.credentials(t, program.company.worker_id("002")))
    assert (other.failures, other.locked_until, other.blocked) == (0, None, False)
