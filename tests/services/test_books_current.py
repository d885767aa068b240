"""An open book shows what is there now, whoever changed it: the same program, another one, headquarters, the day."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from clienteling.database import attributes, books, company, records
from clienteling.database import tables as t
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Change, Outcome, Record
from clienteling.domain.errors import Invalid
from clienteling.domain.filters import (
    HOLDER,
    Between,
    NextDays,
    OneOf,
    Query,
)
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.books import View
from clienteling.services.operations import Writing
from tests.support.clock import START, Clock
from tests.support.program import Program


def keys(program: Program, session: Session) -> dict[str, str]:
    """The keys of the properties by name."""
    return {d.attribute.name: d.key for d in program.services.books.definitions(session)}


def ids(program: Program, session: Session, view: View, query: Query | None = None) -> list[int]:
    found: list[int] = program.services.books.find(session, view, query or Query()).ids.tolist()
    return found


def edited(program: Program, change: str, **values: object) -> None:
    """Change something directly and record it, as an import does."""

    def work(writing: Writing) -> None:
        writing.transaction.execute(text(change), values)
        customer = values.get("customer")
        writing.note("test", customer if isinstance(customer, int) else None, None, None)

    program.services.operations.write(None, Operation.IMPORT, work)


def test_an_open_book_shows_the_own_changes_at_once(program: Program) -> None:
    session = program.session("001")
    accounts = program.company.accounts
    before = ids(program, session, View.MINE)
    program.services.book_changes.add(session, accounts(21, 24))
    assert set(ids(program, session, View.MINE)) == {*before, *accounts(21, 24)}
    program.services.book_changes.remove(session, accounts(1, 2))
    assert set(ids(program, session, View.MINE)) == {*accounts(3, 10), *accounts(21, 24)}
    assert [c.customer_id for c in program.services.books.first_page(session, View.MINE)] == ids(
        program, session, View.MINE
    )


def test_an_open_book_shows_what_other_programs_do(program: Program) -> None:
    session, manager = program.session("001"), program.session("003")
    accounts = program.company.accounts
    worker = program.company.worker_id
    with program.beside() as other:
        for reader in (program, other):
            assert len(ids(reader, session, View.MINE)) == 10
            assert len(ids(reader, manager, View.STORE)) == 20
        other.services.book_changes.add(session, accounts(21, 22))
        assert set(ids(program, session, View.MINE)) == {*accounts(1, 10), *accounts(21, 22)}
        program.services.book_changes.reassign(manager, accounts(1, 3), worker("001"), worker("002"))
        jens = OneOf(HOLDER, frozenset({str(worker("002"))}))
        for reader in (program, other):
            assert set(ids(reader, session, View.MINE)) == {*accounts(4, 10), *accounts(21, 22)}
            assert set(ids(reader, manager, View.STORE, Query((jens,)))) == {*accounts(11, 16), *accounts(1, 3)}


@pytest.mark.parametrize("behind", [timedelta(0), timedelta(seconds=9), timedelta(seconds=50)])
def test_an_open_book_shows_what_a_till_does_whose_clock_is_behind(program: Program, behind: timedelta) -> None:
    session = program.session("001")
    slow = Clock(START - behind)
    program.services.timelines.add_note(session, program.company.customers["C-0001"], "now")
    ids(program, session, View.MINE)
    with program.beside(slow) as other:
        for number in (21, 22, 23):
            other.services.book_changes.add(session, program.company.accounts(number, number))
            assert len(ids(program, session, View.MINE)) == number - 10
            program.services.timelines.add_note(session, program.company.customers["C-0001"], "again")


def test_an_open_book_shows_a_record_that_was_committed_after_a_newer_one(postgres_program: Program) -> None:
    program, session = postgres_program, postgres_program.session("001")
    (new,) = program.company.accounts(21, 21)
    assert len(ids(program, session, View.MINE)) == 10
    book = program.services.books.book(session)
    assert book is not None

    def work(transaction: Transaction) -> None:
        key = transaction.key()
        # While this one is on its way, another one begins later and is done sooner.
        program.services.timelines.add_note(session, new, "newer")
        assert len(ids(program, session, View.MINE)) == 10
        books.hold(transaction, book.id, [new], START)
        change = Change(records.HOLDER, new, None, "001")
        place = (session.worker.id, session.register.id, session.legal_entity.id)
        records.write(
            transaction,
            Record(key, START, Operation.ADD_TO_CLIENT_BOOK, Outcome.DONE, *place, changes=(change,)),
        )

    with program.beside() as slow:
        for each in (program, slow):
            each.database.write(lambda t: t.key())  # the first write of a program waits for those of others
        slow.database.write(work)
    assert len(ids(program, session, View.MINE)) == 11


def test_an_open_book_shows_new_values_and_where_they_sort(program: Program) -> None:
    session = program.session("001")
    properties = keys(program, session)
    first = program.company.customers["C-0001"]
    spend = program.company.properties.attributes["Spend"].id
    rich = Query((Between(properties["Spend"], Decimal(50_000), None),))
    assert ids(program, session, View.MINE, rich) == []
    edited(
        program,
        "UPDATE customer_attribute SET number = 99999 WHERE customer_id = :customer AND attribute_id = :attribute",
        customer=first,
        attribute=spend,
    )
    assert ids(program, session, View.MINE, rich) == [first]
    facet = next(
        f for f in program.services.books.find(session, View.MINE, Query()).facets if f.key == properties["Spend"]
    )
    assert facet.highest == 99999
    assert facet.bars[-1].count == 1


def test_an_open_book_follows_what_headquarters_defines(program: Program) -> None:
    session = program.session("001")
    ids(program, session, View.MINE)
    entity = program.company.entities["USMF"].id
    brand = program.company.properties.attributes["Brand"]

    def work(writing: Writing) -> None:
        attributes.save_group(writing.transaction, "Short", [brand.id])
        company.set_parameter(writing.transaction, entity, company.CLIENT_BOOK_GROUP, "Short")
        company.set_parameter(writing.transaction, entity, company.MEASURES, "")
        writing.note("parameter", None, "Client book", "Short")

    program.services.operations.write(None, Operation.SET_UP, work)
    (card, *_) = program.services.books.first_page(session, View.MINE)
    assert [value.definition.attribute.name for value in card.properties] == ["Brand"]
    found = program.services.books.find(session, View.MINE, Query())
    assert found.facets[0].label == "Brand"
    with pytest.raises(Invalid):
        ids(program, session, View.MINE, Query((NextDays(f"attribute:{brand.id + 1}", 7),)))


def test_an_open_book_begins_a_new_day_at_the_stores_midnight(sqlite_program: Program) -> None:
    clock = sqlite_program.clock
    assert isinstance(clock, Clock)
    session = sqlite_program.session("001")
    properties = keys(sqlite_program, session)
    today = Query((NextDays(properties["Birthday"], 0),))
    fourth = sqlite_program.company.customers["C-0004"]  # 20 November
    clock.now = datetime(2026, 11, 20, 4, 59, tzinfo=UTC)  # 23:59 on the 19th in New York
    assert ids(sqlite_program, session, View.MINE, today) == []
    clock.now = datetime(2026, 11, 20, 5, 1, tzinfo=UTC)
    assert ids(sqlite_program, session, View.MINE, today) == [fourth]
    clock.now = datetime(2026, 11, 21, 5, 1, tzinfo=UTC)
    assert ids(sqlite_program, session, View.MINE, today) == []


def test_a_book_that_changed_a_lot_is_read_anew(program: Program) -> None:
    session = program.session("001")
    entity = program.company.entities["USMF"].id
    assert len(ids(program, session, View.MINE)) == 10

    def many(transaction: Transaction) -> list[int]:
        new = [transaction.key() for _ in range(2100)]
        transaction.add_all(
            t.CustomerRow(id=key, legal_entity_id=entity, account_number=f"M-{key}", name=f"M {key}", created=START)
            for key in new
        )
        return new

    new = program.database.write(many)
    program.services.book_changes.add(session, new)
    assert len(ids(program, session, View.MINE)) == 2110
    program.services.book_changes.remove(session, new[:300])
    assert len(ids(program, session, View.MINE)) == 1810
