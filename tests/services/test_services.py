"""A worker of one legal entity or store cannot reach another's data, by whatever service."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import text

from clienteling.database.engine import Database
from clienteling.domain.activity import Audience, Restriction, TimelineKind
from clienteling.domain.company import LegalEntity
from clienteling.domain.cover import Cover
from clienteling.domain.errors import Problem
from clienteling.domain.filters import HOLDER, Contains, OneOf, Query
from clienteling.domain.follow_up import FollowUp
from clienteling.domain.operations import Operation
from clienteling.domain.parameters import IDLE_LOCK
from clienteling.domain.saved_view import SavedView
from clienteling.domain.worker import Session
from clienteling.services.books import View
from clienteling.services.drafts import NOTE
from clienteling.services.made_once import made_once
from clienteling.services.services import Services
from clienteling.services.timeline_edits import ActivityText, NoteText
from tests.support.clock import START, Clock
from tests.support.program import Program


@dataclass(frozen=True)
class Target:
    """What an intruder is after."""

    customers: Sequence[int]
    accounts: Sequence[str]
    workers: Sequence[int]
    numbers: Sequence[str]
    activity_type: int
    record: int
    activity: int
    note: int
    saved: SavedView
    legal_entity: LegalEntity
    follow_up: FollowUp
    cover: Cover


Call = Callable[[Services, Session, Target], object]


def named_by_a_draft(services: Services, me: Session, it: Target) -> list[int]:
    """Whose name one is told who has put a draft by."""
    services.drafts.keep(me, it.customers[0], NOTE, "{}")
    begun = services.drafts.latest(me)
    return [begun.customer_id] if begun is not None and begun.customer else []


def exported_audit(services: Services, me: Session) -> str:
    """The audit as a table."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "audit.csv"
        services.audit.export(me, file)
        return file.read_text(encoding="utf-8-sig")


CALLS: dict[str, Call] = {
    "all_customers.page": lambda s, me, it: s.all_customers.page(me),
    "all_customers.find": lambda s, me, it: s.all_customers.find(me, "Ozola"),
    "books.first_page": lambda s, me, it: [s.books.first_page(me, view) for view in View],
    "books.find": lambda s, me, it: [
        found
        for view in View
        for found in (
            s.books.find(me, view, Query()),
            s.books.find(me, view, Query((Contains("name", ""),))),
            # The filter itself is shown again, so only whom it finds.
            s.books.find(me, view, Query((OneOf(HOLDER, frozenset(map(str, it.workers))),))).ids,
        )
    ],
    "books.cards": lambda s, me, it: [s.books.cards(me, view, it.customers) for view in View],
    "books.book": lambda s, me, it: s.books.book(me),
    "books.count": lambda s, me, it: [s.books.count(me, view) for view in View],
    "books.colleagues": lambda s, me, it: s.books.colleagues(me),
    "books.coming_dates": lambda s, me, it: s.books.coming_dates(me, 365),
    "books.definitions": lambda s, me, it: s.books.definitions(me),
    "books.today": lambda s, me, it: s.books.today(me),
    "books.card_places": lambda s, me, it: s.books.card_places(me),
    "books.more_definitions": lambda s, me, it: s.books.more_definitions(me),
    "book_changes.add": lambda s, me, it: [s.book_changes.add(me, [key]) for key in it.customers],
    "book_changes.remove": lambda s, me, it: s.book_changes.remove(me, it.customers),
    "book_changes.reassign": lambda s, me, it: s.book_changes.reassign(me, it.customers, it.workers[0], me.worker.id),
    "book_changes.make_primary": lambda s, me, it: s.book_changes.make_primary(me, it.customers[0], it.workers[0]),
    "book_changes.undo": lambda s, me, it: s.book_changes.undo(me, it.record),
    "customers.by_account": lambda s, me, it: s.customers.by_account(me, it.accounts),
    "customers.profile": lambda s, me, it: s.customers.profile(me, it.customers[0]),
    "customers.purchases": lambda s, me, it: s.customers.purchases(me, it.customers[0]),
    "timelines.page": lambda s, me, it: s.timelines.page(me, it.customers[0]),
    "timelines.counts": lambda s, me, it: s.timelines.counts(me, it.customers[0]),
    "timelines.activity_types": lambda s, me, it: s.timelines.activity_types(me),
    "timelines.add_note": lambda s, me, it: s.timelines.add_note(me, it.customers[0], "I was here"),
    "timelines.add_activity": lambda s, me, it: s.timelines.add_activity(
        me, it.customers[0], it.activity_type, "I was here"
    ),
    "timelines.add_activities": lambda s, me, it: s.timelines.add_activities(
        me, it.customers, it.activity_type, "I was here"
    ),
    "timelines.undo_activities": lambda s, me, it: s.timelines.undo_activities(me, it.record),
    "timeline_edits.activity": lambda s, me, it: s.timeline_edits.activity(me, it.activity),
    "timeline_edits.note": lambda s, me, it: s.timeline_edits.note(me, it.note),
    "timeline_edits.history": lambda s, me, it: [
        s.timeline_edits.history(me, kind, key)
        for kind, key in ((TimelineKind.NOTE, it.note), (TimelineKind.ACTIVITY, it.activity))
    ],
    "timeline_edits.edit_activity": lambda s, me, it: s.timeline_edits.edit_activity(
        me, it.activity, 1, ActivityText(it.activity_type, "", "I was here", START)
    ),
    "timeline_edits.edit_note": lambda s, me, it: s.timeline_edits.edit_note(
        me, it.note, 1, NoteText("", "I was here", Restriction.INTERNAL, Audience.TEAM)
    ),
    "timeline_edits.pin": lambda s, me, it: s.timeline_edits.pin(me, it.note, pinned=True),
    "search.find": lambda s, me, it: [
        s.search.find(me, typed, all_stores=all_stores, limit=1000)
        for typed in (*it.accounts, "anna", "1", "example", "harbour street")
        for all_stores in (False, True)
    ],
    "search.scanned": lambda s, me, it: [s.search.scanned(me, account) for account in it.accounts],
    "audit.lines": lambda s, me, it: [s.audit.lines(me), s.audit.lines(me, account_number=it.accounts[0])],
    "audit.entries": lambda s, me, it: s.audit.entries(me),
    "audit.workers": lambda s, me, it: s.audit.workers(me),
    "audit.export": lambda s, me, it: exported_audit(s, me),
    "audit.history": lambda s, me, it: s.audit.history(me),
    "book_changes.hand_out": lambda s, me, it: s.book_changes.hand_out(
        me, it.workers[0], dict.fromkeys(it.customers, me.worker.id), "", lambda _: None
    ),
    "leavers.near": lambda s, me, it: s.leavers.near(me),
    "leavers.book": lambda s, me, it: s.leavers.book(me, it.workers[0]),
    "leavers.split": lambda s, me, it: s.leavers.split(me, it.workers[0], dict.fromkeys(it.customers, me.worker.id)),
    "covers.lend": lambda s, me, it: s.covers.lend(me, it.workers[0], me.worker.id, it.follow_up.due),
    "covers.end": lambda s, me, it: s.covers.end(me, it.cover),
    "covers.undo": lambda s, me, it: s.covers.undo(me, it.record),
    "covers.running": lambda s, me, it: s.covers.running(me),
    "covers.mine": lambda s, me, it: s.covers.mine(me),
    "covers.today": lambda s, me, it: s.covers.today(me),
    "store_figures.figures": lambda s, me, it: s.store_figures.figures(me),
    "follow_ups.mine": lambda s, me, it: s.follow_ups.mine(me),
    "follow_ups.of_store": lambda s, me, it: s.follow_ups.of_store(me),
    "follow_ups.proposed": lambda s, me, it: s.follow_ups.proposed(me),
    "follow_ups.done": lambda s, me, it: s.follow_ups.done(me),
    "follow_ups.counts": lambda s, me, it: s.follow_ups.counts(me),
    "follow_ups.today": lambda s, me, it: s.follow_ups.today(me),
    "follow_ups.of_customer": lambda s, me, it: s.follow_ups.of_customer(me, it.customers[0]),
    "follow_ups.add": lambda s, me, it: [
        s.follow_ups.add(me, it.customers, "I was here", it.follow_up.due),
        s.follow_ups.add(me, [], "I was here", it.follow_up.due, worker_id=it.workers[0]),
    ],
    "follow_ups.take_back": lambda s, me, it: s.follow_ups.take_back(me, it.record),
    "follow_ups.take_all": lambda s, me, it: s.follow_ups.take_all(me),
    "follow_ups.finish": lambda s, me, it: s.follow_ups.finish(me, it.follow_up),
    "follow_ups.reopen": lambda s, me, it: s.follow_ups.reopen(me, it.follow_up),
    "follow_ups.take": lambda s, me, it: s.follow_ups.take(me, it.follow_up),
    "follow_ups.drop": lambda s, me, it: s.follow_ups.drop(me, it.follow_up),
    "follow_ups.postpone": lambda s, me, it: s.follow_ups.postpone(me, it.follow_up, it.follow_up.due),
    "follow_ups.edit": lambda s, me, it: s.follow_ups.edit(me, it.follow_up, "I was here", it.follow_up.due),
    "follow_ups.put_back": lambda s, me, it: s.follow_ups.put_back(me, it.follow_up),
    "sign_in.set_password": lambda s, me, it: [s.sign_in.set_password(me, n, "mine now 1") for n in it.numbers],
    "sign_in.authorize": lambda s, me, it: s.sign_in.authorize(me, (Operation.REASSIGN,), it.numbers[0], "anything"),
    "sign_in.authorize_scanned": lambda s, me, it: s.sign_in.authorize_scanned(me, (Operation.REASSIGN,), "4750000000"),
    "undoing.undo": lambda s, me, it: s.undoing.undo(me, it.record),
    "badges.of_store": lambda s, me, it: s.badges.of_store(me),
    "badges.assign": lambda s, me, it: s.badges.assign(me, it.numbers[0], "4750000000001"),
    "badges.remove": lambda s, me, it: s.badges.remove(me, it.numbers[0]),
    "drafts.latest": named_by_a_draft,
    "parameters.set_several": lambda s, me, it: s.parameters.set_several(me, it.legal_entity, {IDLE_LOCK.key: "7"}),
    "parameters.set": lambda s, me, it: s.parameters.set(me, it.legal_entity, IDLE_LOCK.key, "7"),
    "views.list": lambda s, me, it: [s.views.list(me, view) for view in View],
    "views.save": lambda s, me, it: s.views.save(me, View.STORE, "Mine", Query(), shared=True),
    "views.restore": lambda s, me, it: s.views.restore(me, View.STORE, it.saved),
    "views.replace": lambda s, me, it: s.views.replace(me, View.STORE, it.saved, Query()),
    "views.rename": lambda s, me, it: s.views.rename(me, View.STORE, it.saved, "Mine"),
    "views.share": lambda s, me, it: s.views.share(me, View.STORE, it.saved, shared=False),
    "views.delete": lambda s, me, it: s.views.delete(me, View.STORE, it.saved),
}
ABOUT_ONESELF = {"sign_in.lock", "sign_in.sign_out", "sign_in.unlock", "drafts.keep", "drafts.of"} | {
    "drafts.keep_answers",
    "drafts.answers",
}
LOOKS_AT_NOTHING = {
    "books.definitions",
    "books.more_definitions",
    "books.card_places",
    "books.today",
    "drafts.latest",
    "follow_ups.today",
    "covers.today",
}
WITH_TESTS_OF_THEIR_OWN = {
    "follow_up_rules",
    "company_accounts",
    "customer_changes",
    "distribution",
    "duplicates",
    "erasure",
    "exports",
    "headquarters",
    "importer",
    "layouts",
    "merging",
    "operations",
    "personal_files",
    "relationships",
    "set_up_steps",
    "status",
}


def test_every_service_that_a_worker_uses_is_tried() -> None:
    services = Services(Database("sqlite://", Clock()), Clock())
    names = [name for name in dir(Services) if isinstance(getattr(Services, name), made_once)]
    parts = {name: type(getattr(services, name)) for name in ["operations", *names] if not name.startswith("_")}
    found = {
        f"{name}.{method}"
        for name, part in parts.items()
        for method, function in inspect.getmembers(part, inspect.isfunction)
        if not method.startswith("_") and {"session", "writing"} & set(inspect.signature(function).parameters)
        if name not in WITH_TESTS_OF_THEIR_OWN
    }
    inside = {name for name in found if "writing" in inspect.signature(method_of(parts, name)).parameters}
    assert found - ABOUT_ONESELF - inside == set(CALLS)


def method_of(parts: dict[str, type], name: str) -> Callable[..., object]:
    part, method = name.split(".")
    function: Callable[..., object] = getattr(parts[part], method)
    return function


def rows(program: Program, customers: Sequence[int]) -> list[str]:
    """Everything that is stored about the customers, and what their workers have."""
    among = ", ".join(map(str, customers))
    statements = [
        f"SELECT * FROM {table} WHERE customer_id IN ({among})"
        for table in ("holding", "activity", "note", "follow_up")
    ]
    statements += [
        "SELECT * FROM client_book",
        "SELECT id, password_hash FROM worker",
        "SELECT worker_id FROM badge",
        "SELECT * FROM saved_view WHERE name = 'To keep'",
    ]
    return [str(sorted(map(str, program.database.read(lambda t, s=s: t.execute(text(s)).all())))) for s in statements]  # type: ignore[misc]


def abroad(program: Program) -> Target:
    """The customers and workers of USMF, with a reassignment that can be undone there."""
    company = program.company
    changes = program.services.book_changes
    made = changes.reassign(
        program.session("003"), company.accounts(1, 2), company.worker_id("001"), company.worker_id("002")
    )
    program.services.views.save(program.session("003"), View.STORE, "To keep", Query(), shared=True)
    (saved,) = program.services.views.list(program.session("003"), View.STORE)
    own = [key for account, key in company.customers.items() if not account.startswith("DEMF")]
    return Target(
        customers=own,
        accounts=["C-0002", "C-0011", "C-0030"],
        workers=[company.worker_id(number) for number in ("001", "002", "003", "004", "005", "008")],
        numbers=["001", "004"],
        activity_type=company.activity_types["visit"].id,
        record=made.record_id or 0,
        activity=newest(program, TimelineKind.ACTIVITY),
        note=newest(program, TimelineKind.NOTE),
        saved=saved,
        legal_entity=company.entities["USMF"],
        follow_up=to_do(program),
        cover=lent(program),
    )


def lent(program: Program) -> Cover:
    """The book of Anna, lent to Jens."""
    mara, company = program.session("003"), program.company
    program.services.covers.lend(mara, company.worker_id("001"), company.worker_id("002"), date(2026, 12, 1))
    return program.services.covers.running(mara)[0]


def to_do(program: Program) -> FollowUp:
    """Something that Jens has to follow up, and Anna too."""
    due = date(2026, 12, 1)
    for number in ("002", "001"):
        session = program.session(number)
        program.services.follow_ups.add(session, [program.company.customers["C-0015"]], "Ozola", due)
    return program.services.follow_ups.mine(program.session("001"))[0]


def newest(program: Program, kind: TimelineKind) -> int:
    """What was written of a customer who is not held in South."""
    customer = program.company.customers["C-0015"]
    return program.services.timelines.page(program.session("001"), customer, kinds=[kind]).items[0].id


def shown(program: Program, name: str, me: Session, it: Target) -> str:
    """Everything that a call lets see."""
    try:
        return repr(CALLS[name](program.services, me, it))
    except Problem as refusal:
        return refusal.message


@pytest.mark.parametrize("number", ["006", "007"])
def test_another_legal_entity_is_out_of_reach(program: Program, number: str) -> None:
    it, me = abroad(program), program.session(number)
    before = rows(program, it.customers)
    for name in CALLS:
        seen = shown(program, name, me, it)
        found = [key for key in (*it.customers, *it.workers, it.record, "Ozola") if str(key) in seen]
        assert (name, found) == (name, [])
        assert (name, rows(program, it.customers)) == (name, before)


def next_door(program: Program) -> Target:
    """The customers in the books of North and its workers, who are not those of South too."""
    company = program.company
    it = abroad(program)
    return Target(
        customers=company.accounts(1, 16),
        accounts=it.accounts,
        workers=[company.worker_id(number) for number in ("001", "002", "003")],
        numbers=["001", "002", "003"],
        activity_type=it.activity_type,
        record=it.record,
        activity=it.activity,
        note=it.note,
        saved=it.saved,
        legal_entity=it.legal_entity,
        follow_up=it.follow_up,
        cover=it.cover,
    )


@pytest.mark.parametrize("number", ["004", "005"])
def test_the_books_of_another_store_are_out_of_reach(program: Program, number: str) -> None:
    it, me = next_door(program), program.session(number)
    before = rows(program, it.customers)
    for name in CALLS:
        if name.startswith(("books.", "book_changes.", "undoing.", "sign_in.", "badges.", "views.")):
            seen = shown(program, name, me, it)
            found = [key for key in (*it.customers, *it.workers, it.record) if str(key) in seen]
            assert (name, found) == (name, [])
            assert (name, rows(program, it.customers)) == (name, before)


def test_a_session_at_a_till_of_another_company_opens_nothing(program: Program) -> None:
    """Who has a session value of a store in which they do not work."""
    it, me = abroad(program), program.session("007", "S01")
    before = rows(program, it.customers)
    for name, call in CALLS.items():
        if name not in LOOKS_AT_NOTHING:
            with pytest.raises(Problem):
                call(program.services, me, it)
    assert rows(program, it.customers) == before
