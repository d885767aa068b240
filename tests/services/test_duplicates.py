from dataclasses import replace

from clienteling.domain.duplicates import Pair
from clienteling.services.duplicates import DuplicateFinder
from tests.support.program import Program


def known(pairs: tuple[Pair, ...]) -> set[tuple[str, str]]:
    return {(pair.one.account_number, pair.other.account_number) for pair in pairs}


def twins(program: Program) -> tuple[int, int]:
    """Two who have the same phone and e-mail."""
    one, other = program.company.customers["C-0020"], program.company.customers["C-0023"]
    mara = program.session("003")
    form = program.services.customer_changes.form(mara, other)
    assert form.customer is not None
    theirs = program.services.customer_changes.form(mara, one).draft
    draft = replace(form.draft, phones=theirs.phones, emails=theirs.emails)
    program.services.customer_changes.edit(mara, other, draft, form.customer.version)
    return one, other


def finder(program: Program) -> DuplicateFinder:
    return program.services.duplicates


def test_who_shares_a_phone_is_found_until_they_are_said_to_be_two(program: Program) -> None:
    one, other = twins(program)
    mara = program.session("003")
    found = finder(program).find(mara, 0)
    assert ("C-0020", "C-0023") in known(found.pairs)
    assert found.goes_on is None
    assert [p.likeness.score for p in found.pairs] == sorted((p.likeness.score for p in found.pairs), reverse=True)
    finder(program).keep_apart(mara, one, other)
    assert ("C-0020", "C-0023") not in known(finder(program).find(mara, 0).pairs)


def test_it_can_be_stopped_and_gone_on_with(program: Program) -> None:
    twins(program)
    mara = program.session("003")
    whole = known(finder(program).find(mara, 0).pairs)
    parts: set[tuple[str, str]] = set()
    goes_on, told = None, []
    while True:
        found = finder(program).find(mara, 0, most=1, start=goes_on, progress=lambda done, of: told.append((done, of)))
        parts |= known(found.pairs)
        if (goes_on := found.goes_on) is None:
            break
    assert parts == whole
    assert told[-1] == (3, 4)
    stopped = finder(program).find(mara, 0, cancelled=lambda: True)
    assert stopped.was_cancelled
    assert stopped.goes_on is not None
