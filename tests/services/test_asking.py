"""Whatever way a search goes, it finds whom the tokens say: the own book first, then the store's, then others."""

import pytest

from clienteling.database import books
from clienteling.domain.search import asked, tokens
from clienteling.services import asking
from tests.support.company import HELD
from tests.support.company_customers import invent
from tests.support.customers import customer_file
from tests.support.program import Program

TYPED = ["a", "ma", "c", "c-00", "1", "12", "c 1", "1 c", "harbour 2", "example 7", "+371", "c-0012", "00 c", "nobody"]
WAYS = {
    "all is gone through": (4000, 20_000, 10),
    "all is tried": (0, 0, 1),
    "some is gone through": (20, 20, 1),
    "little is gone through": (6, 6, 2),
}


def expected(program: Program, typed: str) -> tuple[set[int], set[int], set[int]]:
    """The keys of those in the own book of 001, in the store's, and of others in the store's address book."""
    entity = program.company.entities["USMF"]
    found: tuple[set[int], set[int], set[int]] = (set(), set(), set())
    for number in range(1, 25):
        account = f"C-{number:04}"
        words = {token for token, _ in tokens(customer_file(0, entity, invent(number, account, ())))}
        if all(any(word.startswith(part) for word in words) for part in asked(typed)):
            place = 0 if number in HELD["001"] else 1 if number in {*HELD["002"], *HELD["008"]} else 2
            found[place].add(program.company.customers[account])
    return found


@pytest.mark.parametrize("known", [True, False], ids=["held in memory", "in the database"])
@pytest.mark.parametrize("way", WAYS)
def test_every_way_finds_the_same(program: Program, monkeypatch: pytest.MonkeyPatch, way: str, known: bool) -> None:
    for name, value in zip(("_MANY", "_MANY_IN_BOOKS", "_FEW"), WAYS[way], strict=True):
        monkeypatch.setattr(asking, name, value)
    if not known:
        monkeypatch.setattr(books, "_FEW", 0)
    session = program.session("001")
    for typed in TYPED:
        mine, store, others = expected(program, typed)
        for limit in (1, 4, 9, 50):
            result = program.services.search.find(session, typed, limit=limit)
            found = [{hit.customer_id for hit in hits} for hits in (result.mine, result.store, result.others)]
            sizes = [len(mine), min(len(store), max(limit - len(mine), 0))]
            assert (typed, len(found[0])) == (typed, min(sizes[0], limit))
            assert (typed, len(found[1])) == (typed, sizes[1])
            assert (typed, len(result.hits)) == (typed, min(len(mine | store | others), limit))
            assert found[0] <= mine
            assert found[1] <= store
            assert found[2] <= others
            assert result.more is (len(mine | store | others) > limit)


def test_what_was_moved_by_another_program_stands_where_it_belongs(program: Program) -> None:
    session = program.session("001")
    accounts = program.company.accounts
    assert len(program.services.search.find(session, "C-00").mine) == 10
    with program.beside() as other:
        other.services.book_changes.add(session, accounts(21, 22))
        other.services.book_changes.remove(session, accounts(1, 3))
    result = program.services.search.find(session, "C-00")
    assert {hit.customer_id for hit in result.mine} == {*accounts(4, 10), *accounts(21, 22)}
    assert {hit.customer_id for hit in result.others} == {*accounts(1, 3), *accounts(23, 24)}
