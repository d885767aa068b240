from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.database import books, search, search_index
from clienteling.database.engine import Transaction
from clienteling.database.search_hits import hits
from clienteling.domain.customer import Address
from clienteling.domain.search import Beginnings, MatchedField, asked, beginnings, is_found, tokens
from tests.support.clock import START
from tests.support.company_customers import invent
from tests.support.customers import NewCustomer, add_customer, customer_file
from tests.support.program import Program, Template


def add(program: Program, *new: NewCustomer, entity: str = "USMF") -> list[int]:
    company = program.company
    return program.database.write(
        lambda t: [add_customer(t, company.entities[entity], n, company.properties, START).id for n in new]
    )


def words(typed: str) -> tuple[Beginnings, ...]:
    return tuple(beginnings(token) for token in asked(typed))


def found(program: Program, typed: str, entity: str = "USMF", store: str | None = None, limit: int = 100) -> set[int]:
    company = program.company
    store_id = company.stores[store].id if store else None
    return set(
        program.database.read(
            lambda t: search.find(
                t, company.entities[entity].id, words(typed), store_id=store_id, book_ids=None, limit=limit
            )
        )
    )


class Searchable:
    """The customers of USMF with their tokens."""

    def __init__(self, program: Program) -> None:
        self._program = program
        entity = program.company.entities["USMF"]
        self._tokens = {
            program.company.customers[f"C-{n:04}"]: {
                token for token, _ in tokens(customer_file(0, entity, invent(n, f"C-{n:04}", ())))
            }
            for n in range(1, 37)
        }

    def find(self, typed: str) -> set[int]:
        return found(self._program, typed, limit=1000)

    def expected(self, typed: str) -> set[int]:
        return {key for key, tokens in self._tokens.items() if is_found(tokens, words(typed))}


@pytest.fixture(scope="module")
def sqlite_search(sqlite_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searchable]:
    with sqlite_template.program(tmp_path_factory.mktemp("search"), "search") as program:
        yield Searchable(program)


@pytest.mark.parametrize(
    "typed",
    [
        "zoe",
        "ZOË",
        "ægir",
        "aegir zoe",
        "sons ZO",
        "(212) 736-5000",
        "212736",
        "+1 212 736 5000",
        "+371 29123",
        "29 123 456",
        "first@example.com",
        "FIRST",
        "full-1",
        "FULL 1",
        "lc 77",
        "lc77x",
        "street zoe",
        "10001",
    ],
)
def test_a_customer_is_found_by_the_beginnings_of_words_in_any_order(program: Program, typed: str) -> None:
    new = NewCustomer(
        account="FULL-1",
        name="Zoë Ægir & Sons",
        phones=("(212) 736-5000", "+371 29 123 456"),
        emails=("first@example.com",),
        cards=("LC-77 X",),
        addresses=(Address("1 A Street", "New York", "10001", "NY", "US", "home", primary=True),),
    )
    (key,) = add(program, new)
    assert key in found(program, typed)


@pytest.mark.parametrize("typed", ["zoe zzz", "oe", "736", "example.con", "%", "_oe", "%oe", "\\"])
def test_what_is_not_there_is_not_found(program: Program, typed: str) -> None:
    (key,) = add(program, NewCustomer("X-1", "Zoë Ægir", phones=("(212) 736-5000",), emails=("z@example.com",)))
    if asked(typed):
        assert key not in found(program, typed)
    else:
        assert set(typed) <= set("%_\\")


def test_only_customers_of_the_legal_entity_and_of_the_stores_address_books_are_found(program: Program) -> None:
    company = program.company
    assert found(program, "C-0001") == {company.customers["C-0001"]}
    assert found(program, "LC-0109", "DEMF") == {company.customers["DEMF C-0001"]}
    assert found(program, "LC-0109") == set()
    assert found(program, "C-0030", store="S02") == {company.customers["C-0030"]}
    assert found(program, "C-0030", store="S01") == set()
    assert len(found(program, "C", store="S01")) == 24
    assert len(found(program, "C", limit=5)) == 5


def test_a_search_can_be_limited_to_books(program: Program) -> None:
    company = program.company
    entity = company.entities["USMF"].id

    def work(t: Transaction) -> list[int]:
        ids = books.ids_of(t, entity, [company.worker_id("001")])
        return search.find(t, entity, words("C"), store_id=None, book_ids=ids, limit=100)

    assert set(program.database.read(work)) == set(company.accounts(1, 10))


def test_customers_are_no_longer_found_by_what_they_were(program: Program) -> None:
    company = program.company
    (key,) = add(program, NewCustomer("X-1", "Before"))
    changed = customer_file(key, company.entities["USMF"], NewCustomer("X-1", "After"))
    program.database.write(lambda t: search_index.index(t, [changed]))
    assert (found(program, "before"), found(program, "after")) == (set(), {key})


def test_hits_say_where_the_words_were_found(program: Program) -> None:
    new = NewCustomer("X-1", "Example Person", phones=("(212) 736-5000",), emails=("a@example.com",))
    (key,) = add(program, new)

    def hit(typed: str) -> tuple[tuple[MatchedField, ...], str]:
        (found,) = program.database.read(lambda t: hits(t, program.company.entities["USMF"].id, [key], words(typed)))
        return found.fields, found.detail

    assert hit("example") == ((MatchedField.NAME, MatchedField.EMAIL), "a@example.com")
    assert hit("person") == ((MatchedField.NAME,), "+12127365000")
    assert hit("212 736") == ((MatchedField.PHONE,), "+12127365000")


def test_hits_come_by_name_with_their_holders(program: Program) -> None:
    keys = add(program, NewCustomer("X-1", "zoe"), NewCustomer("X-2", "Ērika"), NewCustomer("X-3", "Emil"))
    held = program.company.customers["C-0001"]
    usmf = program.company.entities["USMF"].id
    rows = program.database.read(lambda t: hits(t, usmf, [*keys, held], (("x",),)))
    assert [hit.name for hit in rows if hit.customer_id != held] == ["Emil", "Ērika", "zoe"]
    assert [hit.holder.name for hit in rows if hit.holder] == ["Anna Ozola"]


def test_a_scanner_finds_whole_codes_only(program: Program) -> None:
    company = program.company
    key, other = add(
        program, NewCustomer("X-1", "One", cards=("LC-12 AB34", "X1")), NewCustomer("AB34", "Two", cards=("LC-12",))
    )

    def scanned(code: str, entity: str = "USMF") -> int | None:
        return program.database.read(lambda t: search.by_code(t, company.entities[entity].id, code))

    assert scanned("lc12ab34") == scanned("LC-12 AB34") == key
    assert scanned("x-1") == key  # account number and card alike
    assert scanned("AB34") == scanned("LC12") == other
    assert scanned("LC") is None
    assert scanned("LC12AB34", "DEMF") is None
    assert scanned("") is scanned("%") is scanned("---") is None
    assert scanned("C-0001") == company.customers["C-0001"]


def test_a_code_that_two_customers_have_finds_neither(program: Program) -> None:
    add(program, NewCustomer("X-1", "One", cards=("77",)), NewCustomer("77", "Two"))
    assert program.database.read(lambda t: search.by_code(t, program.company.entities["USMF"].id, "77")) is None


@given(typed=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_searching_finds_whom_the_tokens_say(sqlite_search: Searchable, typed: str) -> None:
    if asked(typed):
        assert sqlite_search.find(typed) == sqlite_search.expected(typed)


@pytest.mark.parametrize("typed", ["a", "ma", "b", "sø", "12 h", "harbour 2", "1", "example 7", "Ø", "c-00", "+371"])
def test_searching_finds_whom_plain_python_finds(sqlite_search: Searchable, typed: str) -> None:
    assert sqlite_search.expected(typed)
    assert sqlite_search.find(typed) == sqlite_search.expected(typed)
