"""Customers are found though a word is mistyped, in the books that are held in memory and in those that are not."""

from dataclasses import replace

import pytest

from clienteling.database import books
from clienteling.domain.customer import Address
from clienteling.domain.search import SearchResult
from tests.domain.test_typos import errors
from tests.services.test_search import add, find, ids, north
from tests.support import naughty
from tests.support.customers import NewCustomer
from tests.support.program import Program, Template


@pytest.fixture(params=[True, False], ids=["held in memory", "in the database"])
def known(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.param:
        monkeypatch.setattr(books, "_FEW", 0)


def similar(result: SearchResult) -> set[int]:
    return {hit.customer_id for hit in result.similar}


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    "typed",
    ["valdemra", "Vladem", "waldemars", "aldemars", "vaaldemars", "kronbregs", "valdemars kornbergs", "kronb vlad"],
)
def test_a_mistyped_name_is_found_and_said_to_be_similar(program: Program, typed: str) -> None:
    (key,) = add(program, north(program, "X-1", "Valdemārs Kronbergs"))
    result = find(program, typed)
    assert similar(result) == {key}
    assert ids(result) == {key}
    assert any("valdemars kronbergs".find(word) >= 0 for word in result.meant)


def test_every_single_error_in_a_name_is_forgiven(
    sqlite_template: Template, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with sqlite_template.program(tmp_path_factory.mktemp("similar"), "similar") as program:
        (key,) = add(program, north(program, "X-1", "Skaidra Vilks"))
        for word in ("skaidra", "vilks"):
            missed = [typed for typed in sorted(errors(word))[::7] if key not in ids(find(program, typed))]
            # Where several are called what was typed, nobody else is looked for.
            assert [typed for typed in missed if len(find(program, typed).hits) < 4] == []


@pytest.mark.parametrize("typed", ["kornbregz", "xaldexars", "valdemars xyz", "vald 123456", "valdemars kremberts"])
def test_what_is_far_away_finds_nobody(program: Program, typed: str) -> None:
    add(program, north(program, "X-1", "Valdemārs Kronbergs"))
    assert ids(find(program, typed)) == set()


def test_those_who_are_called_what_was_typed_come_first_and_are_not_similar(program: Program) -> None:
    exact, near = add(program, north(program, "X-1", "Marita Vilks"), north(program, "X-2", "Marina Vilks"))
    result = find(program, "marita vilks")
    assert {hit.customer_id for hit in result.others} == {exact}
    assert similar(result) == {near}
    assert [hit.customer_id for hit in result.hits] == [exact, near]


def test_with_many_who_are_called_so_nobody_else_is_looked_for(program: Program) -> None:
    add(
        program,
        *(north(program, f"X-{n}", f"Marita Vilks {n}") for n in range(4)),
        north(program, "X-9", "Marina Vilks"),
    )
    assert similar(find(program, "marita")) == set()


@pytest.mark.usefixtures("known")
def test_the_own_book_comes_first_then_the_stores(program: Program) -> None:
    session = program.session("001")
    keys = add(program, *(north(program, f"X-{n}", "Valdemārs Kronbergs") for n in range(4)))
    program.services.book_changes.add(session, keys[3:])
    program.services.book_changes.add(program.session("002"), keys[2:3])
    result = find(program, "vladem", limit=2)
    assert [hit.customer_id for hit in result.similar] == [keys[3], keys[2]]


def test_the_stores_address_books_limit_it_unless_all_stores_are_searched(program: Program) -> None:
    (key,) = add(program, NewCustomer("X-1", "Valdemārs Kronbergs"))
    assert ids(find(program, "vladem")) == set()
    assert ids(find(program, "vladem", all_stores=True)) == {key}
    assert ids(find(program, "vladem", "006", all_stores=True)) == set()


def test_cities_are_mistyped_too_but_numbers_are_not(program: Program) -> None:
    home = Address("Ozolu 7", "Daugavpils", "LV-5401", "", "LV", "home", primary=True)
    (key,) = add(program, NewCustomer("X-1", "Ze", phones=("+371 29 765 432",), addresses=(home,)))
    assert ids(find(program, "dauagvpils", all_stores=True)) == {key}
    assert ids(find(program, "29765423", all_stores=True)) == set()


def test_whoever_is_renamed_is_found_by_errors_in_the_new_name_only(program: Program) -> None:
    session = program.session("001")
    (key,) = add(program, north(program, "X-1", "Valdemārs Kronbergs"))
    form = program.services.customer_changes.form(session, key)
    program.services.customer_changes.edit(
        session, key, replace(form.draft, first_name="Teodors", last_name="Ozols"), 1
    )
    assert ids(find(program, "vladem")) == set()
    assert ids(find(program, "teodosr")) == {key}


def test_no_question_fails(program: Program) -> None:
    for typed in naughty.strings()[::3]:
        result = find(program, typed, all_stores=True, limit=7)
        assert len(result.hits) <= 7
