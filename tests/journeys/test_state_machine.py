"""Several workers at two tills do anything at any time; after each step the rules hold.

`CLIENTELING_TEST_TIMES=20` runs twenty times as many examples, each different from the last time.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from clienteling.domain.audit import Outcome
from clienteling.domain.customer_draft import CustomerDraft
from clienteling.domain.errors import Conflict
from clienteling.domain.follow_up import FollowUp
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.customer_form import Edited
from clienteling.services.drafts import ACTIVITY, NOTE, KeptText
from tests.support.company import PASSWORD, STORES
from tests.support.effort import TIMES, examples
from tests.support.floor_machine import MANAGERS, ShopFloor, accounts, likely, numbers, tills, who
from tests.support.floor_model import GONE, Answer, Expected
from tests.support.program import Template

BOUNDS = settings(
    max_examples=examples(15),
    stateful_step_count=30,
    deadline=None,
    derandomize=TIMES == 1,
    suppress_health_check=list(HealthCheck),
    # Shrinking a failure opens hundreds of databases: only when one asks for it.
    phases=[Phase.explicit, Phase.generate, *([Phase.shrink] if TIMES > 1 else [])],
)

sessions = ShopFloor.sessions
names = st.text("abcxyz", min_size=1, max_size=8)


@dataclass(slots=True)
class Task:
    """A follow-up: whose it is, about whom, and whether it is done."""

    worker: str
    customer: int
    done: bool = False


class WholeFloor(ShopFloor):
    """The same with customers who are new or change, forms and texts that are begun, follow-ups, and signatures."""

    def __init__(self, template: Template, folder: Path) -> None:
        super().__init__(template, folder)
        self.titles: dict[int, str] = {}
        self.new: dict[str, str] = {}
        self.drafts: dict[tuple[str, str, int], tuple[str, str]] = {}
        self.tasks: dict[int, Task] = {}
        self.handed: dict[int, dict[int, str]] = {}
        self.tasks_before = {row[0] for row in self.ask("SELECT id FROM follow_up")}

    # Somebody else signs

    @rule(session=sessions, chosen=accounts, taker=numbers, till=tills)
    def reassign_with_a_signature(self, session: Session, chosen: list[int], taker: str, till: int) -> None:
        number, store = who(session)
        approver = MANAGERS[store]
        locked = self.floor.locked.get(approver)
        signs = self.floor.may(approver, store, Operation.REASSIGN) and number != approver
        if not signs or (locked is not None and self.clock() < locked):
            return
        colleagues = self.floor.colleagues(store) - GONE
        held = [key for key in self.pick(chosen) if key in self.floor.held_by(colleagues, STORES[store][0])]
        giver = self.floor.holders[held[0]] if held else taker
        customers = [key for key in held if self.floor.holders[key] == giver]
        program = self.program(till)
        override = program.services.sign_in.authorize(session, [Operation.REASSIGN], approver, PASSWORD)
        self.floor.failures[approver] = 0
        self.floor.locked.pop(approver, None)
        needed = not self.floor.may(number, store, Operation.REASSIGN)
        answer = self.floor.reassign(number, store, customers, giver, taker, signed=True)
        signed = replace(session, override=override)
        ids = (self.company.worker_id(giver), self.company.worker_id(taker))
        act = program.services.book_changes.reassign
        self.change(lambda: act(signed, customers, *ids).record_id, answer, session)
        if answer is None and customers:
            (record,) = (key for key in self.record_ids() - self.seen)
            by = self.ask(f"SELECT override_by_id FROM record WHERE id = {record}")
            assert by == [(self.company.worker_id(approver) if needed else None,)]

    # Customers

    @rule(session=sessions, name=names, till=tills)
    def create(self, session: Session, name: str, till: int) -> None:
        number, store = who(session)
        answer = self.floor.plain(number, store, Operation.CUSTOMER_ADD)
        draft = CustomerDraft(first_name="New", last_name=name)
        made: list[str] = []
        create = self.program(till).services.customer_changes.create
        self.check(lambda: made.append(create(session, draft).customer.account_number), answer)
        assert not self.new.keys() & {*made}
        self.new |= dict.fromkeys(made, f"New {name}")
        rows = self.ask("SELECT account_number, name FROM customer WHERE first_name = 'New'")
        assert len(rows) == len(self.new)
        assert {name for _, name in rows} == {*self.new.values()}

    @rule(session=sessions, chosen=st.integers(0, 20), title=names, till=tills, in_between=st.booleans())
    def edit(self, session: Session, chosen: int, title: str, till: int, in_between: bool) -> None:
        """Somebody else may have saved the same customer since the form was opened."""
        customer, (number, store) = self.pick([chosen])[0], who(session)
        if self.floor.entity_of[customer] != STORES[store][0]:
            return
        if not self.floor.may(number, store, Operation.CUSTOMER_EDIT):
            return
        changes = self.program(till).services.customer_changes
        form = changes.form(session, customer)
        assert form.customer is not None
        assert form.draft.title == self.titles.get(customer, "")
        if in_between:
            self.save(session, customer, f"{title} first", 1 - till, None)
        version = form.customer.version
        draft = replace(form.draft, title=title)
        answer = Edited if in_between and form.draft.title != f"{title} first" else None
        same = title == self.titles.get(customer, "")
        if answer is Edited:
            self.floor.expected.append(Expected(Operation.CUSTOMER_EDIT, Outcome.REFUSED, number))
        elif not same:
            self.floor.plain(number, store, Operation.CUSTOMER_EDIT)
        self.check(lambda: changes.edit(session, customer, draft, version), answer)
        if answer is None:
            self.titles[customer] = title
            self.drafts.pop((number, "form", customer), None)

    def save(self, session: Session, customer: int, title: str, till: int, answer: Answer) -> None:
        changes = self.program(till).services.customer_changes
        form = changes.form(session, customer)
        assert form.customer is not None
        number, store = who(session)
        if form.draft.title != title:
            self.floor.plain(number, store, Operation.CUSTOMER_EDIT)
        version = form.customer.version
        self.check(lambda: changes.edit(session, customer, replace(form.draft, title=title), version), answer)
        self.titles[customer] = title

    # What is begun

    @rule(session=sessions, chosen=st.integers(0, 20), text=st.just("") | names, note=st.booleans(), till=tills)
    def begin_to_write(self, session: Session, chosen: int, text: str, note: bool, till: int) -> None:
        """It waits for the same worker, at every till, and for nobody else."""
        customer, (number, store) = self.pick([chosen])[0], who(session)
        kind = NOTE if note else ACTIVITY
        self.program(till).services.drafts.keep(session, customer, kind, text)
        self.drafts[number, STORES[store][0], customer] = (kind, text)
        for there in (0, 1):
            assert self.begun(session, customer, there) == ((kind, text) if text else None)

    @rule(session=sessions, chosen=st.integers(0, 20), till=tills)
    def go_on_writing(self, session: Session, chosen: int, till: int) -> None:
        customer, (number, store) = self.pick([chosen])[0], who(session)
        kind, text = self.drafts.get((number, STORES[store][0], customer), (NOTE, ""))
        assert self.begun(session, customer, till) == ((kind, text) if text else None)

    def begun(self, session: Session, customer: int, till: int) -> tuple[str, str] | None:
        found: KeptText | None = self.program(till).services.drafts.of(session, customer)
        return None if found is None else (found.kind, found.text)

    # Follow-ups

    @precondition(lambda self: self.tasks)
    @rule(chosen=st.integers(0, 40), taker=numbers, till=tills, again=st.booleans())
    def reassign_whom_somebody_has_to_follow_up(self, chosen: int, taker: str, till: int, again: bool) -> None:
        """By a manager of the store, who takes it back or not."""
        task = self.tasks[sorted(self.tasks)[chosen % len(self.tasks)]]
        giver, customer = task.worker, task.customer
        store = next((s for s in MANAGERS if {giver, taker} <= self.floor.colleagues(s)), None)
        if store is None or self.floor.holders.get(customer) != giver:
            return
        session = self.program(till).session(MANAGERS[store])
        ids = (self.company.worker_id(giver), self.company.worker_id(taker))
        changes = self.program(till).services.book_changes
        answer = self.floor.reassign(*who(session), [customer], giver, taker)
        self.change(lambda: changes.reassign(session, [customer], *ids).record_id, answer, session)
        self.the_audit_is_complete()
        if again and answer is None:
            record = max(self.floor.steps)
            answer = self.floor.undo(*who(session), record)
            self.change(lambda: changes.undo(session, record).record_id, answer, session)

    @rule(session=sessions, chosen=accounts, till=tills, own=likely)
    def follow_up(self, session: Session, chosen: list[int], till: int, own: bool) -> None:
        number, store = who(session)
        customers = [key for key in self.pick(chosen) if self.floor.entity_of[key] == STORES[store][0]]
        customers = sorted(self.floor.held_by({number}, STORES[store][0])) if own else customers
        if not customers or number in GONE:
            return
        answer = self.floor.plain(number, store, Operation.TASKS)
        services = self.program(till).services.follow_ups
        self.check(lambda: services.add(session, customers, "Call", services.today(session)), answer)
        if answer is None:
            new = self.tasks_now().keys() - self.tasks.keys()
            about = {key: customer for key, _, customer, _ in self.task_rows() if key in new}
            assert sorted(about.values()) == sorted(customers)
            self.tasks |= {key: Task(number, customer) for key, customer in about.items()}

    @precondition(lambda self: self.tasks)
    @rule(session=sessions, chosen=st.integers(0, 20), till=tills, stale=st.booleans())
    def finish(self, session: Session, chosen: int, till: int, stale: bool) -> None:
        number, store = who(session)
        services = self.program(till).services.follow_ups
        if not self.floor.may(number, store, Operation.TASKS):
            return
        mine: list[FollowUp] = [f for f in services.mine(session) if f.id in self.tasks]
        open_ones = {key for key, task in self.tasks.items() if task.worker == number and not task.done}
        here = {key for key in open_ones if self.floor.entity_of[self.tasks[key].customer] == STORES[store][0]}
        assert {f.id for f in mine} == here
        if not mine:
            return
        one = mine[chosen % len(mine)]
        self.floor.plain(number, store, Operation.TASKS)
        self.check(lambda: services.finish(session, one), None)
        self.tasks[one.id].done = True
        if stale:
            self.floor.expected.append(Expected(Operation.TASKS, Outcome.REFUSED, number))
            self.check(lambda: services.finish(session, one), Conflict)

    def change(self, act: Callable[[], int | None], answer: Answer, session: Session) -> None:
        """Follow-ups go along with customers who are reassigned, and come back with an undo."""
        before = {*self.floor.steps}
        super().change(act, answer, session)
        for record in self.floor.steps.keys() - before:
            step, undoes = self.floor.steps[record], self.undone_by(record)
            went = self.handed.pop(undoes, {}) if undoes is not None else {}
            if undoes is None and step.operation is Operation.REASSIGN:
                givers = {key: giver for key, giver, _ in step.moves}
                takers = {key: taker for key, _, taker in step.moves}
                for key, task in self.tasks.items():
                    if not task.done and givers.get(task.customer) == task.worker:
                        went[key] = takers[task.customer] or ""
            self.handed[record] = {key: self.tasks[key].worker for key in went}
            for key, taker in went.items():
                self.tasks[key].worker = taker
        assert self.tasks_now() == {key: (task.worker, task.done) for key, task in self.tasks.items()}

    def undone_by(self, record: int) -> int | None:
        ((undoes,),) = self.ask(f"SELECT undoes_id FROM record WHERE id = {record}")
        return undoes if undoes is None else int(undoes)

    def tasks_now(self) -> dict[int, tuple[str, bool]]:
        return {key: (worker, state == "done") for key, worker, _, state in self.task_rows()}

    def task_rows(self) -> list[tuple[int, str, int, str]]:
        rows = self.ask(
            "SELECT follow_up.id, worker.personnel_number, customer_id, state FROM follow_up "
            "JOIN worker ON worker.id = follow_up.worker_id"
        )
        return [(row[0], row[1], row[2], row[3]) for row in rows if row[0] not in self.tasks_before]


def test_whatever_several_workers_do_the_rules_hold(template: Template, tmp_path: Path) -> None:
    class Here(WholeFloor):
        def __init__(self) -> None:
            super().__init__(template, tmp_path)

    run_state_machine_as_test(Here, settings=BOUNDS)
