from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from clienteling.database import records
from clienteling.database.engine import Database, Transaction
from clienteling.domain.audit import AuditFilter, Change, Outcome, Record
from clienteling.domain.operations import Operation
from tests.support.program import Program

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def record(
    transaction: Transaction, *changes: Change, outcome: Outcome = Outcome.DONE, entity: int | None = None
) -> Record:
    return Record(transaction.key(), AT, Operation.REASSIGN, outcome, None, None, entity, "why", changes)


def written(program: Program, *changes: Change, outcome: Outcome = Outcome.DONE) -> int:
    entity = program.company.entities["USMF"].id

    def work(transaction: Transaction) -> int:
        made = record(transaction, *changes, outcome=outcome, entity=entity)
        records.write(transaction, made)
        return made.id

    return program.database.write(work)


def test_a_record_is_read_as_it_was_written(program: Program) -> None:
    first, second = program.company.accounts(1, 2)
    changes = (
        Change("holder", second, "001", "002"),
        Change("holder", first, None, "“ēxtra” \n line"),
        Change("client book", None, None, "CB-1"),
    )
    key = written(program, *changes)
    found = program.database.read(lambda t: records.find(t, key))
    assert found is not None
    assert found.changes == changes
    assert (found.id, found.at, found.operation, found.outcome) == (key, AT, Operation.REASSIGN, Outcome.DONE)
    assert (found.worker_id, found.register_id, found.reason) == (None, None, "why")
    assert program.database.read(lambda t: records.find(t, key + 1)) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET reason = 'another'",
        "DELETE FROM record",
        "UPDATE record_change SET after = 'another'",
        "DELETE FROM record_change",
        "UPDATE record SET worker_id = NULL WHERE id > 0",
        "UPDATE record_change SET before = NULL, after = NULL, customer_id = NULL",
        "UPDATE record SET reason = ''",
        "UPDATE record_seal SET hash = salt FROM record",
        "DELETE FROM record_seal",
    ],
)
def test_audit_lines_can_be_neither_changed_nor_deleted(program: Program, statement: str) -> None:
    key = written(program, Change("holder", program.company.customers["C-0001"], "001", "002"))
    before = program.database.read(records.audit)
    with pytest.raises(DBAPIError, match="audit lines cannot be changed"):
        program.database.write(lambda t: t.execute(text(statement)))
    assert program.database.read(records.audit) == before
    assert before[0].id == key


def test_audit_lines_cannot_be_wiped_out_at_once(postgres_program: Program) -> None:
    with pytest.raises(DBAPIError, match="audit lines cannot be changed"):
        postgres_program.database.write(lambda t: t.execute(text("TRUNCATE record, record_change, record_seal")))


def test_the_audit_names_what_it_is_about(program: Program) -> None:
    first, second = program.company.accounts(1, 2)
    key = written(program, Change("holder", first, "001", None), Change("holder", second, "001", "002"))
    refused = written(program, outcome=Outcome.REFUSED)
    lines = program.database.read(lambda t: records.audit(t, limit=3))
    assert [(line.id, line.account_number, line.before, line.after) for line in lines] == [
        (refused, "", None, None),
        (key, "C-0001", "001", None),
        (key, "C-0002", "001", "002"),
    ]
    assert [line.outcome for line in lines] == [Outcome.REFUSED, Outcome.DONE, Outcome.DONE]


def test_the_audit_of_a_customer_and_of_a_legal_entity(program: Program) -> None:
    usmf, demf = program.company.entities["USMF"].id, program.company.entities["DEMF"].id
    key = written(program, *(Change("holder", c, "001", None) for c in program.company.accounts(1, 2)))
    of_customer = program.database.read(lambda t: records.audit(t, asked=AuditFilter(account_number="C-0002")))
    assert [(line.id, line.account_number) for line in of_customer] == [(key, "C-0002")]
    assert {line.id for line in program.database.read(lambda t: records.audit(t, legal_entity_id=usmf))} == {key}
    assert program.database.read(lambda t: records.audit(t, legal_entity_id=demf)) == ()


def test_what_was_done_since_leaves_out_refusals(program: Program) -> None:
    first = written(program, Change("a", None, None, None))
    written(program, outcome=Outcome.REFUSED)
    last = written(program, Change("b", program.company.customers["C-0001"], None, None))
    asked = [Operation.REASSIGN, Operation.IMPORT]
    assert program.database.read(lambda t: records.done_since(t, first, asked)) == (first, last)
    assert program.database.read(lambda t: records.done_since(t, first + 1, asked)) == (last,)
    assert program.database.read(lambda t: records.done_since(t, first, [Operation.ADD_NOTE])) == ()
    assert program.database.read(records.newest) == last
    touched = program.database.read(lambda t: records.customers_of(t, [first, last]))
    assert touched == {None, program.company.customers["C-0001"]}


def test_there_is_no_newest_record_at_first(database: Database) -> None:
    assert database.read(records.newest) == 0
