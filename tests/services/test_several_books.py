"""Several books per customer (CB-3): a parameter allows it, and one of the books is the primary one."""

import re
import threading
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from clienteling.database import books
from clienteling.domain.audit import PRIMARY_HOLDER
from clienteling.domain.configuration.company import CommerceParameters
from clienteling.domain.configuration.configuration import InvalidConfiguration
from clienteling.domain.errors import AlreadyHeld, Conflict, Invalid, Problem
from clienteling.domain.filters import HOLDER, OneOf, Query
from clienteling.domain.merge import Side
from clienteling.domain.parameters import SEVERAL_BOOKS
from clienteling.services.books import View
from tests.support.book_acts import newest
from tests.support.effort import examples
from tests.support.program import Program

NUMBERS = ("001", "002", "008")


def allow(program: Program, several: bool = True) -> None:
    entity = program.company.entities["USMF"]
    program.services.parameters.set(None, entity, "several-books", "yes" if several else "no")


@pytest.fixture
def floor(sqlite_program: Program) -> Program:
    allow(sqlite_program)
    return sqlite_program


def held(program: Program) -> dict[int, tuple[str, ...]]:
    """Who has each customer of the company, by personnel number: the primary book first, the others in any order."""
    numbers = {worker.id: number for number, worker in program.company.workers.items()}
    ids = program.company.accounts(1, 30)
    found = program.database.read(lambda t: books.held(t, ids, program.company.entities["USMF"].id))
    named = {key: [numbers[worker_id] for worker_id in who] for key, who in found.items()}
    return {key: (*who[:1], *sorted(who[1:])) for key, who in named.items()}


def test_adding_somebody_elses_customer_is_a_second_holding_and_removing_takes_away_the_own_one(floor: Program) -> None:
    (one,), jens = floor.company.accounts(1, 1), floor.session("002")
    changes = floor.services.book_changes
    added = changes.add(jens, [one])
    assert held(floor)[one] == ("001", "002")
    profile = floor.services.customers.profile(jens, one)
    assert profile.holder is not None
    assert [holder.name for holder in profile.holder.all] == ["Anna Ozola", "Jens Holm"]
    assert changes.add(jens, [one]).record_id is None
    assert one in floor.services.books.find(jens, View.MINE, Query()).ids

    removed = changes.remove(floor.session("001"), [one])
    assert held(floor)[one] == ("002",)
    assert removed.record_id is not None
    changes.undo(floor.session("001"), removed.record_id)
    assert held(floor)[one] == ("001", "002")
    assert added.record_id is not None
    with pytest.raises(Conflict, match="newer change"):
        changes.undo(jens, added.record_id)
    changes.remove(jens, [one])
    assert held(floor)[one] == ("001",)


def test_without_the_parameter_a_customer_is_in_one_book(sqlite_program: Program) -> None:
    with pytest.raises(AlreadyHeld, match="client book of Anna Ozola"):
        sqlite_program.services.book_changes.add(sqlite_program.session("002"), sqlite_program.company.accounts(1, 1))


def test_reassigning_to_who_has_the_customer_already_folds_the_two(floor: Program) -> None:
    (one,), mara, company = floor.company.accounts(1, 1), floor.session("003"), floor.company
    changes = floor.services.book_changes
    changes.add(floor.session("002"), [one])
    record = changes.reassign(mara, [one], company.worker_id("001"), company.worker_id("002")).record_id
    assert held(floor)[one] == ("002",)
    (entry,) = floor.services.audit.entries(mara, limit=1)
    assert (entry.customers, entry.before, entry.after) == (1, "Anna Ozola", "Jens Holm")
    assert record is not None
    undone = changes.undo(mara, record).record_id
    assert held(floor)[one] == ("001", "002")
    assert undone is not None
    changes.undo(mara, undone)
    assert held(floor)[one] == ("002",)


def test_a_manager_makes_another_book_the_primary_one_and_back(floor: Program) -> None:
    (one,), mara, company = floor.company.accounts(1, 1), floor.session("003"), floor.company
    changes = floor.services.book_changes
    changes.add(floor.session("002"), [one])
    record = changes.make_primary(mara, one, company.worker_id("002")).record_id
    assert held(floor)[one] == ("002", "001")
    (entry,) = floor.services.audit.entries(mara, limit=1)
    assert (entry.subject, entry.before, entry.after) == (PRIMARY_HOLDER, "Anna Ozola", "Jens Holm")
    assert all(not finding.broken for finding in floor.services.status.health(mara).findings)
    with pytest.raises(Conflict, match="by now"):
        changes.make_primary(mara, one, company.worker_id("008"))
    with pytest.raises(Invalid, match="does not belong to North"):
        changes.make_primary(mara, one, company.worker_id("004"))
    assert record is not None
    changes.undo(mara, record)
    assert held(floor)[one] == ("001", "002")


def test_a_customer_of_several_books_is_shown_and_counted_once_and_found_by_each(floor: Program) -> None:
    jens, ids = floor.session("002"), floor.company.accounts(1, 4)
    find = floor.services.books.find
    before = find(jens, View.STORE, Query(), more=True)  # open, with what happened, before the change
    floor.services.book_changes.add(jens, ids)
    check_shown(floor, ids, before.of)
    with floor.beside() as other:
        check_shown(other, ids, before.of)


def check_shown(program: Program, ids: list[int], size: int) -> None:
    jens, services = program.session("002"), program.services
    everybody = services.books.find(jens, View.STORE, Query(), more=True)
    assert (everybody.of, len(everybody.ids)) == (size, size)
    assert services.books.count(jens, View.STORE) == size
    facet = next(facet for facet in everybody.facets if facet.key == HOLDER)
    assert sum(value.count for value in facet.values) == size + len(ids)
    for number in ("001", "002"):
        query = Query((OneOf(HOLDER, frozenset({str(program.company.worker_id(number))})),))
        assert set(ids) <= set(services.books.find(jens, View.STORE, query).ids.tolist())
    found = services.search.find(jens, "Customer", all_stores=True)
    assert set(ids) <= {hit.customer_id for hit in found.mine}


def test_the_parameter_stays_on_while_customers_are_in_several_books(floor: Program) -> None:
    one, two = floor.company.accounts(1, 2)
    floor.services.book_changes.add(floor.session("002"), [one, two])
    said = r"\(2\): C-0001 .*, C-0002 .*\. Leave each of them in one"
    with pytest.raises(Invalid, match=said):
        allow(floor, several=False)
    headquarters = floor.services.headquarters
    parameters = headquarters.item(None, "parameters", "USMF")
    assert isinstance(parameters, CommerceParameters)
    off = replace(parameters, settings={**parameters.settings, "several-books": "no"})
    with pytest.raises(InvalidConfiguration) as refused:
        headquarters.save(None, "parameters", off, parameters)
    (finding,) = refused.value.findings
    assert finding.field == "settings.several-books"
    assert re.search(said, finding.problem.message)
    floor.services.book_changes.remove(floor.session("002"), [one, two])
    allow(floor, several=False)
    with pytest.raises(AlreadyHeld):
        floor.services.book_changes.add(floor.session("002"), [one])


def test_two_files_become_one_in_all_books_that_they_are_in(floor: Program) -> None:
    (kept, other), mara = floor.company.accounts(1, 2), floor.session("003")
    changes = floor.services.book_changes
    changes.add(floor.session("002"), [other])
    changes.make_primary(mara, other, floor.company.worker_id("002"))
    before = held(floor)
    preview = floor.services.merging.preview(mara, kept, other)
    assert "holding" not in {field.key for field in preview.fields if field.side is Side.OTHER}
    merged = floor.services.merging.merge(mara, kept, other).record_id
    assert held(floor)[kept] == ("001", "002")
    assert other not in held(floor)
    assert merged is not None
    floor.services.merging.undo(mara, merged)
    assert held(floor) == before


def test_whatever_is_done_there_is_one_primary_book_and_each_act_can_be_undone(sqlite_program: Program) -> None:
    program, random = sqlite_program, Random(3)
    changes, company = program.services.book_changes, program.company
    sessions = {number: program.session(number) for number in NUMBERS}
    mara, ids = program.session("003"), company.accounts(1, 24)

    def act() -> tuple[str, Callable[[], object]]:
        some = random.sample(ids, random.randint(1, 3))
        number, other = random.sample(NUMBERS, 2)
        giver, taker = company.worker_id(number), company.worker_id(other)
        return random.choice(
            [
                (number, lambda: changes.add(sessions[number], some)),
                (number, lambda: changes.remove(sessions[number], some[:1])),
                ("003", lambda: changes.reassign(mara, some[:1], giver, taker)),
                ("003", lambda: changes.make_primary(mara, some[0], taker)),
            ]
        )

    is_several, seen = False, set()
    for _ in range(examples(120)):
        if random.random() < 0.1:
            before = held(program)
            try:
                allow(program, several=not is_several)
                is_several = not is_several
            except Invalid:
                assert any(len(who) > 1 for who in before.values())
        before = held(program)
        number, do = act()
        try:
            do()
        except Problem as problem:
            seen.add(type(problem))
            assert held(program) == before
            continue
        now, record = held(program), newest(program).id
        assert is_several or all(len(who) <= 1 for who in now.values())
        assert sum(1 for who in now.values() if who) == primary_holdings(program)
        if now != before and random.random() < 0.5:
            changes.undo(sessions.get(number, mara), record)
            assert held(program) == before
    assert {AlreadyHeld, Conflict} <= seen


def primary_holdings(program: Program) -> int:
    ids = program.company.accounts(1, 30)
    return len(program.database.read(lambda t: books.holders(t, ids)))


def test_two_who_add_the_same_customer_at_once_are_both_taken_or_one_is_refused(postgres_program: Program) -> None:
    program, (one,) = postgres_program, postgres_program.company.accounts(21, 21)
    for several in (False, True):
        allow(program, several)
        refused = add_at_once(program, one)
        assert len(held(program)[one]) == (2 if several else 1)
        assert len(refused) == (0 if several else 1)
        for number in held(program)[one]:
            program.services.book_changes.remove(program.session(number), [one])


def test_several_are_not_forbidden_at_the_moment_in_which_somebody_is_added(postgres_program: Program) -> None:
    program, (one,) = postgres_program, postgres_program.company.accounts(1, 1)
    for _ in range(5):
        allow(program)
        refused = at_once(
            program,
            lambda here: allow(here, several=False),
            lambda there: there.services.book_changes.add(there.session("002"), [one]),
        )
        is_off = SEVERAL_BOOKS.of(program.services.parameters.given(program.company.entities["USMF"])) is False
        assert len(refused) == 1
        assert len(held(program)[one]) == (1 if is_off else 2)
        if not is_off:
            program.services.book_changes.remove(program.session("002"), [one])


def add_at_once(program: Program, customer_id: int) -> list[Problem]:
    return at_once(
        program,
        lambda here: here.services.book_changes.add(here.session("001"), [customer_id]),
        lambda there: there.services.book_changes.add(there.session("002"), [customer_id]),
    )


def at_once(program: Program, *acts: Callable[[Program], object]) -> list[Problem]:
    """Do two things at the same moment at two tills; what was refused."""
    refused: list[Problem] = []
    with program.beside() as other:
        barrier = threading.Barrier(2)

        def do(act: Callable[[Program], object], at: Program) -> None:
            barrier.wait()
            try:
                act(at)
            except Problem as problem:
                refused.append(problem)

        threads = [threading.Thread(target=do, args=pair) for pair in zip(acts, (program, other), strict=True)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return refused
