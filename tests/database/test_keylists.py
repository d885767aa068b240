from collections.abc import Iterable
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Select, column, select

from clienteling.database.keylists import among
from clienteling.database.tables import CustomerRow
from tests.support.program import Program


def found(program: Program, ids: Iterable[int]) -> set[int]:
    statement: Select[Any] = select(column("id")).select_from(CustomerRow).where(among(CustomerRow.id, "ids"))
    return program.database.read(lambda t: set(t.connection().execute(statement, {"ids": ids}).scalars()))


@pytest.mark.parametrize("number", [0, 1, 24])
def test_rows_are_found_by_any_number_of_keys(program: Program, number: int) -> None:
    ids = program.company.accounts(1, 24)[:number]
    assert found(program, ids) == set(ids)


def test_keys_that_nobody_has_find_nothing_and_do_no_harm(program: Program) -> None:
    (first,) = program.company.accounts(1, 1)
    assert found(program, [first, first, 0, -1, (1 << 63) - 1, *range(40_000)]) == {first}


def test_keys_may_come_in_any_collection_of_numbers(program: Program) -> None:
    ids = program.company.accounts(1, 3)
    assert found(program, np.array(ids)) == found(program, frozenset(ids)) == set(ids)
