import pytest

from clienteling.domain.audit import AuditEntry, Outcome, Undo, undo_of
from clienteling.domain.errors import AlreadyHeld, Invalid, NotAllowed, Problem
from clienteling.domain.operations import Operation
from clienteling.services.operations import Writing
from tests.support.program import Program


def work(program: Program) -> None:
    """Anna adds two customers, Jens may not take one of them, Mara reassigns both."""
    company, changes = program.company, program.services.book_changes
    anna, jens = company.worker_id("001"), company.worker_id("002")
    changes.add(program.session("001"), company.accounts(21, 22))
    with pytest.raises(AlreadyHeld):
        changes.add(program.session("002"), company.accounts(21, 21))
    changes.reassign(program.session("003"), company.accounts(21, 22), anna, jens, "vacation")


def test_the_audit_says_who_did_what_where_to_whom_and_why(program: Program) -> None:
    work(program)
    lines = program.services.audit.lines(program.session("003"))
    read = [
        (line.worker, line.store, line.operation, line.outcome, line.account_number, line.before, line.after)
        for line in lines
    ]
    done, refused = Outcome.DONE, Outcome.REFUSED
    add, reassign = Operation.ADD_TO_CLIENT_BOOK, Operation.REASSIGN
    assert read == [
        ("Mara Liepa", "North", reassign, done, "C-0021", "001", "002"),
        ("Mara Liepa", "North", reassign, done, "C-0022", "001", "002"),
        ("Jens Holm", "North", add, refused, "", None, None),
        ("Anna Ozola", "North", add, done, "C-0021", None, "001"),
        ("Anna Ozola", "North", add, done, "C-0022", None, "001"),
    ]
    assert [line.reason for line in lines[:3]] == [
        "vacation",
        "vacation",
        f"{lines[3].customer} is in the client book of Anna Ozola.",
    ]
    assert [line.at for line in lines] == sorted((line.at for line in lines), reverse=True)


def test_the_audit_of_one_customer_and_its_beginning(program: Program) -> None:
    work(program)
    session = program.session("003")
    lines = program.services.audit.lines(session, account_number=" C-0022 ")
    assert [(line.operation, line.account_number) for line in lines] == [
        (Operation.REASSIGN, "C-0022"),
        (Operation.ADD_TO_CLIENT_BOOK, "C-0022"),
    ]
    assert program.services.audit.lines(session, limit=3) == program.services.audit.lines(session)[:3]
    assert program.services.audit.lines(session, account_number="nobody") == ()
    with pytest.raises(Invalid):
        program.services.audit.lines(session, account_number="a\0b")


def test_a_worker_reads_the_audit_of_the_own_legal_entity_and_an_administrator_all(program: Program) -> None:
    work(program)
    program.services.timelines.add_note(program.session("006"), program.company.customers["DEMF D-0001"], "x")
    theirs = program.services.audit.lines(program.session("007"))
    assert [line.operation for line in theirs] == [Operation.ADD_NOTE]
    assert program.services.audit.entries(program.session("007"))[0].operation is Operation.ADD_NOTE
    ours = program.services.audit.lines(program.session("003"))
    assert Operation.ADD_NOTE not in {line.operation for line in ours}
    everything = program.services.audit.lines(None)
    assert set(everything) >= {*ours, *theirs}
    assert Operation.SET_UP in {line.operation for line in everything}
    of_both = program.services.audit.lines(None, account_number="D-0001")
    assert of_both == theirs


def test_entries_are_whole_records_page_by_page(program: Program) -> None:
    work(program)
    session = program.session("003")
    entries = program.services.audit.entries(session)
    assert [(e.operation, e.outcome, e.customers) for e in entries] == [
        (Operation.REASSIGN, Outcome.DONE, 2),
        (Operation.ADD_TO_CLIENT_BOOK, Outcome.REFUSED, 0),
        (Operation.ADD_TO_CLIENT_BOOK, Outcome.DONE, 2),
    ]
    assert (entries[0].before, entries[0].after, entries[0].reason) == ("Anna Ozola", "Jens Holm", "vacation")
    paged: list[AuditEntry] = []
    before = None
    while page := program.services.audit.entries(session, before=before, limit=1):
        paged += page
        before = page[-1].id
    assert tuple(paged) == entries


def test_the_history_is_of_the_own_changes_and_whether_they_can_be_undone(program: Program) -> None:
    work(program)
    anna, mara = program.session("001"), program.session("003")
    program.services.timelines.add_note(anna, program.company.customers["C-0001"], "x")
    (added,) = program.services.audit.history(anna)
    assert (added.operation, undo_of(added, anna.worker.id)) == (Operation.ADD_TO_CLIENT_BOOK, Undo.BLOCKED)
    (moved,) = program.services.audit.history(mara)
    assert undo_of(moved, mara.worker.id) is Undo.POSSIBLE
    program.services.book_changes.undo(mara, moved.id)
    undone, first = program.services.audit.history(mara)
    assert undone.is_undo
    assert (undo_of(first, mara.worker.id), undo_of(undone, mara.worker.id)) == (Undo.DONE, Undo.POSSIBLE)
    assert program.services.audit.history(program.session("008")) == ()


def test_what_the_history_calls_possible_is_possible_and_the_rest_is_not(program: Program) -> None:
    work(program)
    for number in ("001", "002", "003"):
        session = program.session(number)
        for entry in program.services.audit.history(session):
            if undo_of(entry, session.worker.id) is Undo.POSSIBLE:
                program.services.book_changes.undo(session, entry.id)
            else:
                with pytest.raises(Problem):
                    program.services.book_changes.undo(session, entry.id)


def test_only_who_may_reads_the_audit(program: Program) -> None:
    for read in (program.services.audit.lines, program.services.audit.entries):
        with pytest.raises(NotAllowed, match="View audit"):
            read(program.session("001"))


def test_an_administrators_import_has_neither_worker_nor_store(program: Program) -> None:
    def imported(writing: Writing) -> None:
        writing.note("customer", program.company.customers["C-0001"], None, "imported")

    program.services.operations.write(None, Operation.IMPORT, imported)
    line = program.services.audit.lines(None, limit=1)[0]
    assert (line.worker, line.store, line.account_number, line.subject) == ("", "", "C-0001", "customer")
