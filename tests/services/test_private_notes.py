"""Private notes: their author sees them, and the next holder to whom the customer is handed over. Nobody else."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from clienteling.database.engine import Transaction
from clienteling.domain.activity import Audience, Restriction, TimelineKind
from clienteling.domain.errors import NotFound, Problem
from clienteling.domain.operations import Operation
from clienteling.services.timeline_edits import NoteText
from tests.support.effort import examples
from tests.support.program import Program

READERS = ("001", "002", "003", "008", "009")
SECRET = "only between us"


def customer(program: Program) -> int:
    """A customer of Anna (001) without any history."""
    return program.company.customers["C-0001"]


def whisper(program: Program, number: str = "001", text: str = SECRET) -> int | None:
    session, timelines = program.session(number), program.services.timelines
    return timelines.add_note(session, customer(program), text, audience=Audience.PRIVATE).record_id


def seen(program: Program, number: str) -> list[str]:
    """The notes of the customer that a worker sees; their count says the same."""
    session, timelines = program.session(number), program.services.timelines
    found = [item.text for item in timelines.page(session, customer(program)).items]
    assert timelines.counts(session, customer(program)).total == len(found)
    only = timelines.page(session, customer(program), kinds=(TimelineKind.NOTE,)).items
    assert [item.text for item in only] == found
    return found


def who_sees(program: Program) -> set[str]:
    return {number for number in READERS if seen(program, number)}


def reassign(program: Program, giver: str, taker: str) -> int:
    company = program.company
    changes = program.services.book_changes.reassign(
        program.session("003"), [customer(program)], company.worker_id(giver), company.worker_id(taker)
    )
    assert changes.record_id is not None
    return changes.record_id


def test_a_private_note_is_the_authors_until_the_customer_is_handed_over(program: Program) -> None:
    whisper(program)
    assert who_sees(program) == {"001"}
    record = reassign(program, "001", "002")
    assert who_sees(program) == {"001", "002"}
    program.services.book_changes.undo(program.session("003"), record)
    assert who_sees(program) == {"001"}


def test_the_undo_brings_back_who_had_it_before(program: Program) -> None:
    whisper(program)
    reassign(program, "001", "002")
    reassign(program, "002", "001")
    record = reassign(program, "001", "008")
    assert who_sees(program) == {"001", "008"}
    back = program.services.book_changes.undo(program.session("003"), record)
    assert who_sees(program) == {"001", "002"}
    program.services.book_changes.undo(program.session("003"), back.record_id or 0)
    assert who_sees(program) == {"001", "008"}


def test_what_somebody_else_wrote_in_private_is_not_handed_over(program: Program) -> None:
    whisper(program, "008")
    reassign(program, "001", "002")
    assert who_sees(program) == {"008"}


def test_nobody_else_can_read_edit_or_pin_it(program: Program) -> None:
    whisper(program)
    (item,) = program.services.timelines.page(program.session("001"), customer(program)).items
    edits = program.services.timeline_edits
    for number in ("002", "003", "009"):
        session = program.session(number)
        acts = (
            lambda session=session: edits.note(session, item.id),
            lambda session=session: edits.history(session, TimelineKind.NOTE, item.id),
            lambda session=session: edits.pin(session, item.id, pinned=True),
            lambda session=session: edits.edit_note(
                session, item.id, 1, NoteText("", "x", Restriction.INTERNAL, Audience.TEAM)
            ),
        )
        for act in acts:
            with pytest.raises(NotFound):
                act()


def test_the_audit_tells_nobody_else_of_it(program: Program) -> None:
    audit, edits = program.services.audit, program.services.timeline_edits
    manager, author = program.session("003"), program.session("001")
    lines, entries = audit.lines(manager), audit.entries(manager)
    record = whisper(program)
    (item,) = program.services.timelines.page(author, customer(program)).items
    edits.pin(author, item.id, pinned=True)
    edits.edit_note(author, item.id, 1, NoteText("", "more", Restriction.INTERNAL, Audience.PRIVATE))
    assert audit.lines(manager) == lines
    assert audit.entries(manager) == entries
    assert [line for line in audit.lines(None) if line.operation is Operation.ADD_NOTE] == []
    assert record not in {entry.id for entry in audit.entries(program.session("009"))}
    program.services.timelines.add_note(author, customer(program), "for all")
    assert len(audit.lines(manager)) == len(lines) + 1


def test_an_author_who_reads_the_audit_finds_their_own(program: Program) -> None:
    record = whisper(program, "003")
    assert record in {entry.id for entry in program.services.audit.entries(program.session("003"))}
    assert record in {line.id for line in program.services.audit.lines(program.session("003"))}


@dataclass
class Model:
    """Who holds the customer, and for each private note its author and to whom it was handed over."""

    holder: str | None = "001"
    notes: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    steps: list[tuple[int, str | None, str | None, dict[str, str | None]]] = field(default_factory=list)

    def write(self, author: str) -> str:
        text = f"note {len(self.notes)} of {author}"
        self.notes[text] = (author, None)
        return text

    def move(self, record: int, taker: str | None, *, hands: bool) -> None:
        """`hands`: a reassignment, which hands over what the giver wrote."""
        former: dict[str, str | None] = {}
        for text, (author, handed) in self.notes.items():
            if hands and author == self.holder:
                former[text] = handed
                self.notes[text] = (author, taker)
        self.steps.append((record, self.holder, taker, former))
        self.holder = taker

    def undo(self, record: int) -> None:
        _, giver, taker, former = self.steps[-1]
        now = {text: self.notes[text][1] for text in former}
        for text, handed in former.items():
            self.notes[text] = (self.notes[text][0], handed)
        self.steps.append((record, taker, giver, now))
        self.holder = giver

    def seen_by(self, reader: str) -> set[str]:
        return {text for text, readers in self.notes.items() if reader in readers}


WORKERS = ("001", "002", "008")
steps = st.lists(
    st.tuples(st.sampled_from(["write", "reassign", "reassign", "remove", "add", "undo"]), st.sampled_from(WORKERS)),
    max_size=10,
)


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=steps)
def test_who_sees_what_is_as_in_a_plain_model_whatever_is_done(
    sqlite_program: Program, acts: list[tuple[str, str]]
) -> None:
    program, model, books = sqlite_program, Model(), sqlite_program.services.book_changes
    start_over(program)
    for act, number in acts:
        session = program.session(number)
        match act:
            case "write":
                whisper(program, number, model.write(number))
            case "reassign" if model.holder not in (None, number):
                model.move(reassign(program, model.holder or "", number), number, hands=True)
            case "remove" if model.holder is not None:
                record = books.remove(program.session(model.holder), [customer(program)]).record_id
                model.move(record or 0, None, hands=False)
            case "add" if model.holder is None:
                model.move(books.add(session, [customer(program)]).record_id or 0, number, hands=False)
            case "undo" if model.steps:
                try:
                    by = program.session("003" if None not in model.steps[-1][1:3] else worker_of(model))
                    model.undo(books.undo(by, model.steps[-1][0]).record_id or 0)
                except Problem:
                    pytest.fail("what is newest can be undone")
        for reader in READERS:
            assert set(seen(program, reader)) == model.seen_by(reader)


def worker_of(model: Model) -> str:
    """Whose own book the newest step changed."""
    _, giver, taker, _ = model.steps[-1]
    return giver or taker or ""


def start_over(program: Program) -> None:
    """The customer is Anna's, and nothing was written."""
    company = program.company
    values = {"worker": company.worker_id("001"), "customer": customer(program)}

    def work(transaction: Transaction) -> None:
        for table in ("note_handover", "note_revision", "note"):
            transaction.execute(sql(f"DELETE FROM {table}"))
        transaction.execute(sql("DELETE FROM holding WHERE customer_id = :customer"), values)
        transaction.execute(
            sql(
                "INSERT INTO holding (customer_id, book_id, name_key, since, is_primary) "
                "SELECT customer.id, client_book.id, name_key, '2026-01-01 00:00:00.000000', TRUE "
                "FROM customer, client_book WHERE customer.id = :customer AND worker_id = :worker"
            ),
            values,
        )

    program.database.write(work)
