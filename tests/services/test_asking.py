"""Whatever way a search goes, it finds whom the tokens say: the own book first, then the store's, then others."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from clienteling.database import books
from clienteling.domain.search import Beginnings, asked, beginnings, in_values, is_found, tokens, value_tokens
from clienteling.services import asking
from tests.support.company import HELD
from tests.support.company_customers import invent
from tests.support.company_properties import ATTRIBUTES
from tests.support.customers import customer_file
from tests.support.program import Program

TYPED = [
    "a",
    "ma",
    "c",
    "c-00",
    "1",
    "12",
    "c 1",
    "1 c",
    "harbour 2",
    "example 7",
    "+371",
    "c-0012",
    "00 c",
    "nobody",
    "blue",
    "kon",
    "an kon",
]
WAYS = {
    "all is gone through": (4000, 20_000, 10),
    "all is tried": (0, 0, 1),
    "some is gone through": (20, 20, 1),
    "little is gone through": (6, 6, 2),
}


@dataclass(frozen=True)
class Expected:
    """The keys of those in the own book of 001, in the store's, and of others in the store's address book."""

    mine: set[int]
    store: set[int]
    others: set[int]

    @property
    def all(self) -> set[int]:
        return self.mine | self.store | self.others

    def sizes(self, limit: int) -> tuple[int, int, int]:
        """How many of each come first."""
        mine = min(len(self.mine), limit)
        store = min(len(self.store), limit - mine)
        return mine, store, min(len(self.others), limit - mine - store)


def expected(program: Program, words: Sequence[Beginnings]) -> Expected:
    entity = program.company.entities["USMF"]
    labels = {
        attribute.name: [text for o in attribute.options for text in o.labels.values()] for attribute in ATTRIBUTES
    }
    found: tuple[set[int], set[int], set[int]] = (set(), set(), set())
    for number in range(1, 25):
        account = f"C-{number:04}"
        new = invent(number, account, ())
        known = {token for token, _ in tokens(customer_file(0, entity, new))}
        for name, value in new.values.items():
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str):
                    known |= value_tokens(text, labels[name] if text == "Contoso" else ())
        if is_found(known, words):
            place = 0 if number in HELD["001"] else 1 if number in {*HELD["002"], *HELD["008"]} else 2
            found[place].add(program.company.customers[account])
    return Expected(*found)


@pytest.mark.parametrize("known", [True, False], ids=["held in memory", "in the database"])
@pytest.mark.parametrize("way", WAYS)
def test_every_way_finds_the_same(program: Program, monkeypatch: pytest.MonkeyPatch, way: str, known: bool) -> None:
    for name, value in zip(("_MANY", "_MANY_IN_BOOKS", "_FEW"), WAYS[way], strict=True):
        monkeypatch.setattr(asking, name, value)
    if not known:
        monkeypatch.setattr(books, "_FEW", 0)
    session = program.session("001")
    for typed in TYPED:
        narrow = [beginnings(token) for token in asked(typed)]
        first = expected(program, narrow)
        wide = expected(program, [(*word, in_values(word[0])) for word in narrow])
        for limit in (1, 4, 9, 50):
            result = program.services.search.find(session, typed, limit=limit)
            # Those who are found by an attribute come where the others leave room, and the own book first among them.
            added = Expected(wide.mine - first.mine, wide.store - first.store, wide.others - first.others)
            sizes = first.sizes(limit)
            more = added.sizes(limit - sum(sizes))
            found = [{hit.customer_id for hit in hits} for hits in (result.mine, result.store, result.others)]
            assert (typed, [len(keys) for keys in found]) == (typed, [a + b for a, b in zip(sizes, more, strict=True)])
            assert found[0] <= wide.mine
            assert found[1] <= wide.store
            assert found[2] <= wide.others
            assert result.more is (len(wide.all) > limit)
            assert wide.all.isdisjoint({hit.customer_id for hit in result.similar})


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
