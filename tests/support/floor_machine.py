"""Two programs on one database, workers who do anything with client books at any time, and what must be so then."""

import os
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)
from sqlalchemy import text

from clienteling.database import records, workers
from clienteling.domain.audit import Outcome
from clienteling.domain.card import PropertyDefinition
from clienteling.domain.errors import Problem
from clienteling.domain.filters import HOLDER, Contains, Criterion, NextDays, OneOf, Query
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.books import View
from tests.support.book_model import Member
from tests.support.clock import Clock
from tests.support.company import PASSWORD, STORES, WORKERS
from tests.support.company_members import member, shelf
from tests.support.floor_model import GONE, Answer, Expected, Floor
from tests.support.program import Program, Template

TOGGLED = (
    Operation.ADD_TO_CLIENT_BOOK,
    Operation.REMOVE_FROM_CLIENT_BOOK,
    Operation.REASSIGN,
    Operation.VIEW_MY_CLIENT_BOOK,
    Operation.VIEW_STORE_CLIENT_BOOKS,
    Operation.ADD_NOTE,
)
MANAGERS = {"S01": "003", "S02": "005", "B01": "007"}
_names = (f"floor_{os.getpid()}_{number}" for number in count(1))

numbers = st.sampled_from(sorted(WORKERS))
stores = st.sampled_from(sorted(STORES))
accounts = st.lists(st.integers(0, 20), min_size=1, max_size=6, unique=True)
likely = st.sampled_from([True, True, True, False])
tills = st.integers(0, 1)


class ShopFloor(RuleBasedStateMachine):
    """Two programs on one database, and what must be in it."""

    sessions = Bundle("sessions")

    def __init__(self, template: Template, folder: Path) -> None:
        super().__init__()
        self.stack = ExitStack()
        first = self.stack.enter_context(template.program(folder, next(_names)))
        self.tills = (first, self.stack.enter_context(first.beside()))
        self.company = template.company
        self.clock = first.clock
        self.floor = Floor.of(self.company.customers)
        # Few enough customers that workers meet at them; the last ones are of the other legal entity.
        self.customers = [*self.company.accounts(1, 4), *self.company.accounts(11, 14), *self.company.accounts(17, 26)]
        self.customers += [self.company.customers[f"DEMF D-{number:04}"] for number in (1, 4, 5)]
        self.seen = self.record_ids()
        self.before = {table: self.counts(table) for table in ("activity", "note")}

    def teardown(self) -> None:
        self.stack.close()

    # Signing in and out

    @initialize(target=sessions)
    def begin_the_day(self) -> object:
        return multiple(
            *(self.program(0).session(number) for number in ("001", "002", "003", "004", "005", "007", "008"))
        )

    @rule(target=sessions, number=numbers, elsewhere=st.none() | stores, failing=st.integers(0, 5), till=tills)
    def sign_in(self, number: str, elsewhere: str | None, failing: int, till: int) -> object:
        store = elsewhere or WORKERS[number][2][0]
        for _ in range(failing):
            self.try_to_sign_in(number, store, till, "wrong 1")
        return self.try_to_sign_in(number, store, till, PASSWORD)

    def try_to_sign_in(self, number: str, store: str, till: int, password: str) -> object:
        assert isinstance(self.clock, Clock)
        answer = self.floor.sign_in(number, store, self.clock.now, right=password == PASSWORD)
        signs, got = self.program(till).services.sign_in, list[Session]()
        self.check(lambda: got.append(signs.sign_in(self.company.registers[store], number, password)), answer)
        return multiple(*got)

    @rule(session=consumes(sessions), till=tills)
    def sign_out(self, session: Session, till: int) -> None:
        answer = self.floor.sign_out(session.worker.personnel_number)
        self.check(lambda: self.program(till).services.sign_in.sign_out(session), answer)

    @rule(minutes=st.sampled_from([7, 16]))
    def wait(self, minutes: int) -> None:
        assert isinstance(self.clock, Clock)
        self.clock.advance(timedelta(minutes=minutes))

    # Client books

    @rule(session=sessions, chosen=accounts, till=tills, free=likely)
    def add(self, session: Session, chosen: list[int], till: int, free: bool) -> None:
        customers, (number, store) = self.pick(chosen), who(session)
        if free:
            here = {key for key in customers if self.floor.entity_of[key] == STORES[store][0]}
            customers = [key for key in customers if key in here and self.floor.holders.get(key, number) == number]
        answer = self.floor.add(number, store, customers)
        self.change(lambda: self.program(till).services.book_changes.add(session, customers).record_id, answer, session)

    @rule(session=sessions, chosen=accounts, till=tills, own=likely)
    def remove(self, session: Session, chosen: list[int], till: int, own: bool) -> None:
        number, store = who(session)
        customers = self.pick(chosen)
        if own:
            held = sorted(self.floor.held_by({number}, STORES[store][0]))
            customers = [held[place % len(held)] for place in chosen[:1]] if held else []
        answer = self.floor.remove(number, store, customers)
        changes = self.program(till).services.book_changes
        self.change(lambda: changes.remove(session, customers).record_id, answer, session)

    @rule(session=sessions, chosen=accounts, giver=numbers, taker=numbers, till=tills, fitting=likely)
    def reassign(self, session: Session, chosen: list[int], giver: str, taker: str, till: int, fitting: bool) -> None:
        customers, (number, store) = self.pick(chosen), who(session)
        if fitting:
            session = self.program(0).session(MANAGERS[store])
            number, _ = who(session)
            colleagues = sorted(self.floor.colleagues(store) - GONE)
            seen = self.floor.held_by(set(colleagues), STORES[store][0])
            held = [key for key in customers if key in seen]
            giver = self.floor.holders[held[0]] if held else giver
            customers = [key for key in held if self.floor.holders[key] == giver]
            taker = taker if taker in colleagues else colleagues[len(chosen) % len(colleagues)]
        answer = self.floor.reassign(number, store, customers, giver, taker)
        ids = (self.company.worker_id(giver), self.company.worker_id(taker))
        changes = self.program(till).services.book_changes
        self.change(lambda: changes.reassign(session, customers, *ids, "why not").record_id, answer, session)

    @rule(session=sessions, giver=numbers, taker=numbers, brand=st.sampled_from(["Fabrikam", "Contoso"]), till=tills)
    def reassign_whom_a_filter_finds(self, session: Session, giver: str, taker: str, brand: str, till: int) -> None:
        number, store = who(session)
        books, changes = self.program(till).services.books, self.program(till).services.book_changes
        query = Query((OneOf(HOLDER, frozenset({str(self.company.worker_id(giver))})), self.brand(brand)))
        answer = self.floor.look(number, store, Operation.VIEW_STORE_CLIENT_BOOKS)
        found: list[int] = []
        self.check(lambda: found.extend(books.find(session, View.STORE, query).ids.tolist()), answer)
        if answer is None:
            wanted = [m for m in self.shown(session, View.STORE) if m.holder == self.company.worker_id(giver)]
            assert set(found) == {m.id for m in wanted if m.values[self.key("Brand")] == brand}
            answer = self.floor.reassign(number, store, found, giver, taker)
            ids = (self.company.worker_id(giver), self.company.worker_id(taker))
            self.change(lambda: changes.reassign(session, found, *ids).record_id, answer, session)

    @precondition(lambda self: self.floor.steps)
    @rule(session=sessions, back=st.integers(0, 5), till=tills)
    def undo(self, session: Session, back: int, till: int) -> None:
        done = sorted(self.floor.steps)
        record = done[-1 - back % len(done)]
        answer = self.floor.undo(*who(session), record)
        changes = self.program(till).services.book_changes
        self.change(lambda: changes.undo(session, record).record_id, answer, session)

    # Looking

    @rule(
        session=sessions,
        view=st.sampled_from(View),
        sort=st.sampled_from(["name", "next_date", "score"]),
        descending=st.booleans(),
        asked=st.sampled_from(["everybody", "brand", "soon", "named"]),
        till=tills,
    )
    def look(self, session: Session, view: View, sort: str, descending: bool, asked: str, till: int) -> None:
        criteria: dict[str, tuple[Criterion, ...]] = {
            "everybody": (),
            "brand": (self.brand("Fabrikam"),),
            "soon": (NextDays(self.key("Birthday"), 120),),
            "named": (Contains("name", "a"),),
        }
        query = Query(criteria[asked], sort, descending)
        answer = self.floor.look(*who(session), view.operation)
        books = self.program(till).services.books
        found: list[list[int]] = []
        self.check(lambda: found.append(books.find(session, view, query).ids.tolist()), answer)
        if answer is None:
            shown = self.shown(session, view)
            judge = shelf(self.company, self.known(session), books.today(session))
            assert found == [judge.find(shown, query)]
            assert books.count(session, view) == len(shown)
            first = books.first_page(session, view, 3)
            assert [card.customer_id for card in first] == judge.find(shown, Query())[:3]

    # Timeline

    @rule(session=sessions, chosen=st.integers(0, 20), activity=st.booleans(), till=tills)
    def write_down(self, session: Session, chosen: int, activity: bool, till: int) -> None:
        customer, (number, store) = self.pick([chosen])[0], who(session)
        operation = Operation.ADD_ACTIVITY if activity else Operation.ADD_NOTE
        answer = self.floor.write(number, store, customer, operation)
        timelines = self.program(till).services.timelines
        prefix = "DEMF " if STORES[store][0] == "DEMF" else ""
        kind = self.company.activity_types[f"{prefix}visit"].id
        if activity:
            self.check(lambda: timelines.add_activity(session, customer, kind, "was here"), answer)
        else:
            self.check(lambda: timelines.add_note(session, customer, "likes silk"), answer)

    # Headquarters

    @rule(group=st.sampled_from(["associate", "manager"]), operation=st.sampled_from(TOGGLED))
    def change_permissions(self, group: str, operation: Operation) -> None:
        allowed = self.floor.allowed[group] ^ {operation}
        self.floor.allowed[group] = allowed
        key = self.company.groups[group]
        self.program(0).database.write(lambda t: workers.set_operations(t, key, allowed))

    # The rules that hold after each step

    @invariant()
    def everybody_is_where_they_must_be(self) -> None:
        rows = self.ask(
            "SELECT holding.customer_id, worker.personnel_number, legal_entity.code FROM holding "
            "JOIN client_book ON client_book.id = holding.book_id "
            "JOIN legal_entity ON legal_entity.id = client_book.legal_entity_id "
            "JOIN worker ON worker.id = client_book.worker_id"
        )
        assert len(rows) == len(self.floor.holders)
        assert {row[0]: row[1] for row in rows} == self.floor.holders
        assert all(self.floor.entity_of[row[0]] == row[2] for row in rows)

    @invariant()
    def each_worker_has_one_book_with_the_next_number(self) -> None:
        rows = self.ask(
            "SELECT legal_entity.code, worker.personnel_number, client_book.code FROM client_book "
            "JOIN legal_entity ON legal_entity.id = client_book.legal_entity_id "
            "JOIN worker ON worker.id = client_book.worker_id"
        )
        assert len(rows) == len(self.floor.books)
        assert {(row[0], row[1]): row[2] for row in rows} == self.floor.books

    @invariant()
    def the_audit_is_complete(self) -> None:
        now = self.record_ids()
        new = sorted(now - self.seen)
        self.seen = now
        found = [self.record(key) for key in new]
        assert found == self.floor.expected
        self.floor.expected.clear()

    @invariant()
    def the_timelines_add_up(self) -> None:
        for table, wanted in (("activity", self.floor.activities), ("note", self.floor.notes)):
            now = self.counts(table)
            assert {key: now[key] - self.before[table].get(key, 0) for key in wanted} == wanted
            assert sum(now.values()) == sum(self.before[table].values()) + sum(wanted.values())

    # How it is asked and judged

    def program(self, till: int) -> Program:
        return self.tills[till]

    def pick(self, chosen: list[int]) -> list[int]:
        return [self.customers[place] for place in chosen]

    def check(self, act: Callable[[], object], answer: Answer) -> None:
        """The act succeeds, or fails as the model says."""
        got: Problem | None = None
        try:
            act()
        except Problem as problem:
            got = problem
        assert (type(got) if got else None) is answer, got

    def change(self, act: Callable[[], int | None], answer: Answer, session: Session) -> None:
        """The same for a change of books, which can be undone later."""
        done: list[int | None] = []
        self.check(lambda: done.append(act()), answer)
        if done and done[0] is not None:
            self.floor.done(done[0], *who(session))

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        return self.program(0).database.read(lambda t: [tuple(row) for row in t.execute(text(statement))])

    def counts(self, table: str) -> dict[int, int]:
        return {row[0]: row[1] for row in self.ask(f"SELECT customer_id, count(*) FROM {table} GROUP BY 1")}

    def record_ids(self) -> set[int]:
        return {row[0] for row in self.ask("SELECT id FROM record")}

    def record(self, key: int) -> Expected:
        """A record of the audit as the model notes it; every refusal has its reason."""
        found = self.program(0).database.read(lambda t: records.find(t, key))
        assert found is not None
        assert found.reason or found.outcome is Outcome.DONE
        moves = [(c.customer_id or 0, c.before, c.after) for c in found.changes if c.subject == records.HOLDER]
        numbers = {worker.id: number for number, worker in self.company.workers.items()}
        return Expected(found.operation, found.outcome, numbers[found.worker_id or 0], tuple(moves))

    def key(self, attribute: str) -> str:
        return f"attribute:{self.company.properties.attributes[attribute].id}"

    def brand(self, brand: str) -> OneOf:
        return OneOf(self.key("Brand"), frozenset({brand}))

    def known(self, session: Session) -> tuple[PropertyDefinition, ...]:
        return self.program(0).services.books.definitions(session)

    def shown(self, session: Session, view: View) -> list[Member]:
        """The customers of a view, as the model has them."""
        number, store = who(session)
        holders = {number} if view is View.MINE else self.floor.colleagues(store)
        names = {key: account for account, key in self.company.customers.items()}
        return [
            member(self.company, names[key], self.floor.holders[key], self.known(session))
            for key in self.floor.held_by(holders, STORES[store][0])
        ]


def who(session: Session) -> tuple[str, str]:
    return session.worker.personnel_number, session.store.code
