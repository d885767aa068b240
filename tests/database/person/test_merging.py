from typing import Any

import pytest
from sqlalchemy import func, select

from clienteling.database import customers, search_index
from clienteling.database.engine import Transaction
from clienteling.database.person import merging, rows
from clienteling.domain.merge import Side
from tests.support.person import AT, Filler, everything
from tests.support.program import Program

ASIDE = ("node", "record", "record_change", "record_seal", "token_variant")


def both(program: Program) -> tuple[int, int]:
    """Two customers of whom every table knows something."""
    kept, other = program.company.accounts(1, 2)

    def work(transaction: Transaction) -> None:
        Filler(transaction, "kept").fill(kept)
        Filler(transaction, "other").fill(other)
        entity = program.company.entities["USMF"].id
        for key in (kept, other):
            customer = customers.find(transaction, entity, key)
            assert customer is not None
            search_index.index(transaction, [customer])
            search_index.index_attributes(transaction, [key])

    program.database.write(work)
    return kept, other


def merged(program: Program, kept: int, other: int, sides: dict[str, Side] | None = None) -> int:
    def work(transaction: Transaction) -> int:
        key = transaction.key()
        merging.merge(transaction, key, kept, other, sides or {}, None, AT)
        return key

    return program.database.write(work)


def left(transaction: Transaction, customer_id: int) -> dict[str, int]:
    """The rows of each table that refer to a customer."""
    found = {}
    for reference in rows.references(rows.CUSTOMER):
        count = select(func.count()).where(reference.column == customer_id)
        if number := transaction.connection().execute(count).scalar_one():
            found[reference.table.name] = number
    return found


@pytest.mark.parametrize("side", list(Side))
def test_nothing_refers_to_the_one_who_went_and_nothing_is_lost(program: Program, side: Side) -> None:
    kept, other = both(program)
    before = program.database.read(lambda t: (left(t, kept), left(t, other)))
    shown = program.database.read(lambda t: merging.preview(t, kept, other))
    key = merged(program, kept, other, {f.key: side for f in shown.fields})
    assert program.database.read(lambda t: left(t, other)) == {}
    document = rows.read(
        program.database.read(lambda t: t.execute(select(rows.table("customer_merge").c.document)).scalar_one())
    )
    after = program.database.read(lambda t: left(t, kept))
    for name in {*before[0], *before[1]} - {"customer_token", "strangers"}:
        aside = len(document["aside"].get(name, []))
        assert after[name] + aside == before[0].get(name, 0) + before[1].get(name, 0), name
    assert program.database.read(lambda t: merging.find(t, key)) is not None


@pytest.mark.parametrize("side", list(Side))
def test_an_undo_brings_everything_back_as_it_was(program: Program, side: Side) -> None:
    kept, other = both(program)
    before = program.database.read(lambda t: everything(t, *ASIDE))
    shown = program.database.read(lambda t: merging.preview(t, kept, other))
    key = merged(program, kept, other, {f.key: side for f in shown.fields})
    assert program.database.read(lambda t: everything(t, *ASIDE)) != before
    program.database.write(lambda t: merging.undo(t, key))
    after = program.database.read(lambda t: everything(t, *ASIDE))
    for name, known in before.items():
        # But for its version, by which a form that is open notices.
        assert without_version(name, after[name]) == without_version(name, known), name


def without_version(table: str, found: list[Any]) -> list[Any]:
    if table != rows.CUSTOMER:
        return found
    place = [column.name for column in rows.table(table).columns].index("version")
    return [(*row[:place], *row[place + 1 :]) for row in found]
