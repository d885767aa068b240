"""Two programs write at once: nothing is lost, nobody is in two books, no number is left out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import text

from clienteling.database import tables as t
from clienteling.database import workers
from clienteling.database.engine import Transaction
from clienteling.domain.errors import AlreadyHeld, Conflict
from clienteling.domain.worker import Session, Worker
from tests.support.clock import START
from tests.support.company import Company
from tests.support.processes import at_once
from tests.support.program import Program, Template

NEW_WORKERS = 24
NOTES = 30
_names = (f"two_processes_{number}" for number in count(1))


@dataclass(frozen=True, slots=True)
class Task:
    """What one of the programs does: for each worker, notes and the contested customers."""

    url: str
    company: Company
    workers: tuple[Worker, ...]
    contested: tuple[int, ...]


@dataclass(slots=True)
class Done:
    """What it was told that it has done."""

    notes: set[str] = field(default_factory=set)
    got: dict[int, str] = field(default_factory=dict)
    lost: set[int] = field(default_factory=set)
    records: list[int] = field(default_factory=list)


def now() -> datetime:
    return datetime.now(UTC)


def work(task: Task) -> Done:
    """Take every contested customer for one worker after the other, writing notes in between."""
    program = Program(task.url, task.company, now)
    done = Done()
    try:
        for place, customer in enumerate(task.contested):
            worker = task.workers[place % len(task.workers)]
            session = Session(worker, task.company.registers["S01"], START)
            take(program, session, customer, done)
        session = Session(task.workers[0], task.company.registers["S01"], START)
        for number in range(NOTES):
            note = f"{session.worker.personnel_number} {number}"
            changes = program.services.timelines.add_note(session, task.contested[0], note)
            done.notes.add(note)
            done.records.append(changes.record_id or 0)
    finally:
        program.close()
    return done


def take(program: Program, session: Session, customer: int, done: Done) -> None:
    try:
        changes = program.services.book_changes.add(session, [customer])
    except AlreadyHeld:
        done.lost.add(customer)
    else:
        done.got[customer] = session.worker.personnel_number
        done.records.append(changes.record_id or 0)


def hire(template: Company) -> Callable[[Transaction], tuple[Worker, ...]]:
    """New associates of S01, who have no client book yet."""

    def write(transaction: Transaction) -> tuple[Worker, ...]:
        store = template.stores["S01"]
        for number in range(NEW_WORKERS):
            worker = t.WorkerRow(
                id=transaction.key(),
                personnel_number=f"N{number:02}",
                name=f"New {number}",
                group_id=template.groups["associate"],
            )
            transaction.add(worker)
            transaction.flush()
            transaction.add(t.WorkerStoreRow(worker_id=worker.id, store_id=store.id))
        transaction.flush()
        found = (workers.by_number(transaction, f"N{number:02}") for number in range(NEW_WORKERS))
        return tuple(worker for worker in found if worker)

    return write


def bring(template: Company) -> Callable[[Transaction], tuple[int, ...]]:
    """Customers whom both programs want."""

    def write(transaction: Transaction) -> tuple[int, ...]:
        keys = tuple(transaction.key() for _ in range(2 * NEW_WORKERS))
        entity = template.entities["USMF"].id
        transaction.add_all(
            t.CustomerRow(id=key, legal_entity_id=entity, account_number=f"T-{key}", name=f"T {key}", created=START)
            for key in keys
        )
        return keys

    return write


def test_two_programs_that_write_at_once_lose_and_double_nothing(template: Template, tmp_path: Path) -> None:
    with template.program(tmp_path, next(_names)) as program:
        people = program.database.write(hire(template.company))
        wanted = program.database.write(bring(template.company))
        first, second = at_once(
            work,
            [
                Task(program.url, template.company, people[::2], wanted),
                Task(program.url, template.company, people[1::2], tuple(reversed(wanted))),
            ],
        )
        # Each customer went to one of the two, and the other one was told.
        assert set(first.got) | set(second.got) == set(wanted)
        assert set(first.got) == second.lost
        assert set(second.got) == first.lost
        assert holders(program, wanted) == first.got | second.got
        # Nothing that was said to be written is missing.
        notes = rows(program, "SELECT text FROM note")
        assert {note for note in notes if note.startswith("N")} == first.notes | second.notes
        assert len(first.notes | second.notes) == 2 * NOTES
        recorded = first.records + second.records
        assert set(rows(program, "SELECT id FROM record WHERE outcome = 'done' AND operation <> 9006")) == set(recorded)
        assert len(rows(program, "SELECT id FROM record WHERE outcome = 'refused'")) == len(first.lost | second.lost)
        # No two rows have the same key, in whatever table.
        keys = recorded + rows(program, "SELECT id FROM note") + rows(program, "SELECT id FROM client_book")
        assert len(keys) == len(set(keys))
        # The numbers of books follow one another.
        codes = rows(program, "SELECT code FROM client_book WHERE code LIKE 'USMF-%'")
        assert sorted(codes) == [f"USMF-{number:05}" for number in range(1, len(codes) + 1)]
        owners = set(first.got.values()) | set(second.got.values())
        assert len(codes) == 4 + len(owners)


def reassign_there_and_back(task: Task) -> int:
    """Move the customers from the first worker to the second and back, as often as nobody is in between."""
    program = Program(task.url, task.company, now)
    session = Session(task.company.workers["003"], task.company.registers["S01"], START)
    giver, taker = (worker.id for worker in task.workers)
    moved = 0
    try:
        for _ in range(15):
            for way in ((giver, taker), (taker, giver)):
                try:
                    program.services.book_changes.reassign(session, task.contested, *way)
                    moved += 1
                except Conflict:
                    continue
    finally:
        program.close()
    return moved


def test_two_managers_who_reassign_the_same_customers_do_it_one_after_the_other(
    template: Template, tmp_path: Path
) -> None:
    with template.program(tmp_path, next(_names)) as program:
        made = template.company
        customers, pair = tuple(made.accounts(1, 10)), (made.workers["001"], made.workers["002"])
        moved = at_once(reassign_there_and_back, [Task(program.url, made, pair, customers)] * 2)
        # Together they moved as often as they were told, there and back by turns.
        lines = rows(
            program,
            "SELECT record_change.before || '>' || record_change.after FROM record_change "
            "JOIN record ON record.id = record_change.record_id WHERE record.operation = 716 AND outcome = 'done' "
            f"AND record_change.customer_id = {customers[0]}",
        )
        there, back = lines.count("001>002"), lines.count("002>001")
        assert there + back == len(lines) == sum(moved) > 0
        assert holders(program, customers) == dict.fromkeys(customers, {0: "001", 1: "002"}[there - back])


def holders(program: Program, customers: tuple[int, ...]) -> dict[int, str]:
    statement = text(
        "SELECT holding.customer_id, worker.personnel_number FROM holding "
        "JOIN client_book ON client_book.id = holding.book_id JOIN worker ON worker.id = client_book.worker_id"
    )
    found = program.database.read(lambda tr: [(row[0], row[1]) for row in tr.execute(statement)])
    return {key: number for key, number in found if key in set(customers)}


def rows(program: Program, statement: str) -> list[Any]:
    """The first column of what is asked."""
    return program.database.read(lambda tr: list(tr.execute(text(statement)).scalars()))
