"""Big books are kept as columns, so that the next program has them at once; what it shows is what there is."""

from datetime import timedelta

import pytest

from clienteling.database import attributes, company
from clienteling.domain.filters import Query
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services import books as module
from clienteling.services.books import View
from clienteling.services.open_book import OpenBook
from clienteling.services.operations import Writing
from tests.support.clock import Clock
from tests.support.program import Program


@pytest.fixture(autouse=True)
def _every_book_is_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LEAST_KEPT", 1)


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[OpenBook]:
    """The books that were read from their rows."""
    loaded: list[OpenBook] = []
    load = OpenBook.load

    def counted(book: OpenBook, *rows: object) -> None:
        loaded.append(book)
        load(book, *rows)  # type: ignore[arg-type]

    monkeypatch.setattr(OpenBook, "load", counted)
    return loaded


def ids(program: Program, session: Session, view: View = View.MINE, query: Query | None = None) -> list[int]:
    found: list[int] = program.services.books.find(session, view, query or Query()).ids.tolist()
    return found


def test_another_program_shows_a_kept_book_without_reading_its_rows(program: Program, loads: list[OpenBook]) -> None:
    session, manager = program.session("001"), program.session("003")
    mine, store = ids(program, session), ids(program, manager, View.STORE)
    assert len(loads) == 2
    with program.beside() as other:
        assert ids(other, session) == mine
        assert ids(other, manager, View.STORE) == store
        assert len(loads) == 2
        query = Query((), "next_date")
        assert ids(other, manager, View.STORE, query) == ids(program, manager, View.STORE, query)


def test_a_kept_book_takes_in_what_happened_since(program: Program, loads: list[OpenBook]) -> None:
    session, accounts = program.session("001"), program.company.accounts
    ids(program, session)
    changes = program.services.book_changes
    changes.add(session, accounts(21, 23))
    changes.remove(session, accounts(1, 4))
    changes.reassign(
        program.session("003"), accounts(5, 5), program.company.worker_id("001"), program.company.worker_id("002")
    )
    assert isinstance(program.clock, Clock)
    program.clock.advance(timedelta(days=3))
    with program.beside() as other:
        assert set(ids(other, session)) == {*accounts(6, 10), *accounts(21, 23)}
        assert len(loads) == 1


def test_a_kept_book_is_of_no_use_after_headquarters_defined_other_properties(
    program: Program, loads: list[OpenBook]
) -> None:
    session = program.session("001")
    before = ids(program, session)

    def work(writing: Writing) -> None:
        brand = program.company.properties.attributes["Brand"]
        attributes.save_group(writing.transaction, "Short", [brand.id])
        entity = program.company.entities["USMF"].id
        company.set_parameter(writing.transaction, entity, company.CLIENT_BOOK_GROUP, "Short")
        writing.note("parameter", None, None, "Short")

    program.services.operations.write(None, Operation.SET_UP, work)
    with program.beside() as other:
        assert ids(other, session) == before
        found = other.services.books.find(session, View.MINE, Query())
        assert [facet.label for facet in found.facets][:3] == ["Churn", "Brand", "Interests"]
    assert len(loads) == 2


def test_the_store_view_is_read_anew_when_a_colleague_gets_a_first_book(
    program: Program, loads: list[OpenBook]
) -> None:
    manager = program.session("003")
    before = ids(program, manager, View.STORE)
    new = program.company.accounts(21, 22)
    program.services.book_changes.add(manager, new)
    with program.beside() as other:
        assert set(ids(other, manager, View.STORE)) == {*before, *new}
    assert len(loads) == 2


def test_a_kept_book_of_other_workers_is_not_shown(program: Program) -> None:
    """Each view of each worker and store has its own place."""
    views = [(number, view) for number in ("001", "002", "004", "006", "008") for view in View]
    expected = {place: ids(program, program.session(place[0]), place[1]) for place in views}
    with program.beside() as other:
        assert {place: ids(other, program.session(place[0]), place[1]) for place in views} == expected
