"""Big books are kept as columns: opened from them, they are what the rows say, whatever happened meanwhile."""

from datetime import timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from clienteling.database import columns
from clienteling.domain.errors import Busy
from clienteling.domain.filters import Query
from clienteling.domain.worker import Session
from clienteling.services import books
from clienteling.services.books import View
from clienteling.services.open_book import OpenBook
from tests.support.book_examples import (
    DEFINITIONS,
    MORE,
    NAMES,
    SHELF,
    TODAY,
    ZONE,
    empty,
    member,
    opened,
    queries,
    update,
)
from tests.support.book_model import history_of, rows_of
from tests.support.effort import examples
from tests.support.program import Program


@settings(max_examples=examples(20))
@given(st.integers(0, 2**32), st.integers(0, 40), st.lists(st.integers(0, 12), max_size=3), st.booleans())
def test_a_restored_book_answers_as_the_one_that_was_kept(seed: int, size: int, edits: list[int], more: bool) -> None:
    random = Random(seed)
    book = opened([member(100 + number, random) for number in range(size)], more=more)
    again = empty()
    assert again.restore(book.pieces())
    assert again.has_history is more
    assert again.due(2**40) == book.due(2**40)
    for number in [*edits, 0]:
        for query in queries(random, book):
            expected, found = book.find(query, "en", more=more), again.find(query, "en", more=more)
            assert (found.ids.tolist(), found.of) == (expected.ids.tolist(), expected.of)
            assert found.facets == expected.facets
        changed = random.sample(range(100, 100 + size + 5), min(number, size + 5))
        there = [member(key, random) for key in changed if random.random() < 0.7]
        for each in (book, again):
            update(each, there, changed)


def test_a_book_is_not_restored_as_another_one_or_with_other_properties() -> None:
    pieces = opened([member(1, Random(1))]).pieces()
    for ids, definitions, more, zone in (
        ((2,), DEFINITIONS, MORE, ZONE),
        ((1,), DEFINITIONS[1:], MORE, ZONE),
        ((1,), DEFINITIONS, MORE[1:], ZONE),
        ((1,), DEFINITIONS, MORE, ZoneInfo("UTC")),
    ):
        assert not OpenBook(ids, definitions, NAMES, TODAY, more, zone).restore(pieces)
    assert empty().restore(pieces)


@pytest.mark.parametrize("damage", [b"", b"x", b"{}\n", b'{"facts": {}, "arrays": [["ids", "<i8", [9]]]}\n'])
def test_a_book_that_is_not_whole_is_not_restored(damage: bytes) -> None:
    pieces = opened([member(1, Random(1))]).pieces()
    assert not empty().restore({})
    assert not empty().restore(pieces | {"book": damage})
    assert not empty().restore(pieces | {"column score": damage})
    assert not empty().restore({key: data for key, data in pieces.items() if key != "column name"})


def test_a_restored_book_begins_a_new_day() -> None:
    random = Random(2)
    members = [member(number, random) for number in range(30)]
    tomorrow = TODAY + timedelta(days=1)
    book = empty()
    assert book.restore(opened(members, more=True).pieces())
    book.turn_to(tomorrow)
    fresh = empty(tomorrow)
    fresh.load(rows_of(members, DEFINITIONS))
    fresh.load_history(history_of(members, SHELF))
    for query in queries(random, fresh):
        assert book.find(query, "en").ids.tolist() == fresh.find(query, "en").ids.tolist()


@pytest.fixture(autouse=True)
def _keeping_small_books(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "_LEAST_KEPT", 5)


def ids(program: Program, session: Session) -> list[int]:
    found: list[int] = program.services.books.find(session, View.MINE, Query()).ids.tolist()
    return found


def kept(program: Program) -> int:
    return program.database.read(
        lambda tr: int(tr.connection().execute(text("SELECT count(*) FROM book_column")).scalar_one())
    )


def test_what_another_program_kept_is_current(program: Program) -> None:
    session, accounts = program.session("001"), program.company.accounts
    assert ids(program, session) == [card.customer_id for card in program.services.books.first_page(session, View.MINE)]
    assert kept(program) > 5
    with program.beside() as other:
        other.services.book_changes.add(session, accounts(21, 22))
        other.services.book_changes.remove(session, accounts(1, 1))
    with program.beside() as third:
        found = third.services.books.find(session, View.MINE, Query())
        page = third.services.books.first_page(session, View.MINE)
        assert found.ids.tolist() == [card.customer_id for card in page]
        assert set(found.ids.tolist()) == {*accounts(2, 10), *accounts(21, 22)}


def test_a_book_is_read_from_what_was_kept(program: Program) -> None:
    session = program.session("001")
    everybody = ids(program, session)
    # Behind the back of all records: only who reads the rows sees it.
    program.database.write(lambda tr: tr.execute(text("DELETE FROM holding")))
    with program.beside() as other:
        assert ids(other, session) == everybody
    program.database.write(lambda tr: tr.execute(text("DELETE FROM book_column")))
    with program.beside() as other:
        assert ids(other, session) == []


def test_a_small_book_is_not_kept(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "_LEAST_KEPT", 11)
    ids(program, program.session("001"))
    assert kept(program) == 0


def test_a_book_is_shown_even_if_it_cannot_be_kept(sqlite_program: Program) -> None:
    session = sqlite_program.session("001")

    with sqlite_program.beside() as writer, writer.database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        with pytest.raises(Busy):
            sqlite_program.database.write(lambda tr: None, patient=False)
        assert len(ids(sqlite_program, session)) == 10
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("BEGIN")
    assert kept(sqlite_program) == 0


def test_what_is_kept_takes_the_place_of_what_was(program: Program) -> None:
    program.database.write(lambda tr: columns.keep(tr, "here", {"a": b"1", "b": b"2"}))
    program.database.write(lambda tr: columns.keep(tr, "there", {"a": b"3"}))
    program.database.write(lambda tr: columns.keep(tr, "here", {"b": b"\0" * 100_000}))
    assert program.database.read(lambda tr: columns.kept(tr, "here")) == {"b": b"\0" * 100_000}
    assert program.database.read(lambda tr: columns.kept(tr, "there")) == {"a": b"3"}
    assert program.database.read(lambda tr: columns.kept(tr, "nowhere")) == {}
