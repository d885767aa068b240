"""Signing in with a company account, before the double of Microsoft Entra ID."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clienteling.database import records
from clienteling.domain.audit import Outcome
from clienteling.domain.cloud_problems import Stopped
from clienteling.domain.configuration.configuration import InvalidConfiguration
from clienteling.domain.configuration.item import Item
from clienteling.domain.configuration.people import AppRole, Worker
from clienteling.domain.errors import NotAllowed, SignInRefused
from clienteling.domain.identity import Identity
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from tests.support.cloud.browser import browser
from tests.support.cloud.faults import Fault, Way
from tests.support.cloud.server import Cloud
from tests.support.cloud.world import TENANT
from tests.support.cloud_fixtures import MemoryStore
from tests.support.company import PASSWORD
from tests.support.program import Program

OID = "99999999-0000-4000-8000-000000000001"
OTHER = "99999999-0000-4000-8000-000000000002"


def save(program: Program, section: str, item: Item) -> None:
    opened = program.services.headquarters.item(None, section, item.key)
    program.services.headquarters.save(None, section, item, opened, confirmed=True)


def give(program: Program, number: str, oid: str = OID, *, blocked: bool = False) -> None:
    """Enter the company account of a worker."""
    worker = program.services.headquarters.item(None, "workers", number)
    assert isinstance(worker, Worker)
    save(program, "workers", replace(worker, entra_oid=oid, entra_tid=TENANT.upper(), blocked=blocked))


def sign_in(program: Program, *roles: str, oid: str = OID, instead_of: Session | None = None) -> Session:
    """As Microsoft Entra ID says it is."""
    account = Identity(oid, TENANT, "Linda", frozenset(roles))
    return program.services.sign_in.with_account(program.company.registers["S01"], account, instead_of)


def may(program: Program, session: Session, operation: Operation) -> bool:
    try:
        program.services.operations.read(session, operation, lambda _: None)
    except NotAllowed:
        return False
    assert operation not in program.services.operations.forbidden(session)
    return True


def test_a_worker_is_known_by_the_ids_of_the_account_and_the_audit_says_how(program: Program) -> None:
    give(program, "001")
    session = sign_in(program)
    assert session.worker.personnel_number == "001"
    record = program.database.read(lambda t: records.find(t, records.newest(t)))
    assert record is not None
    assert (record.operation, record.reason) == (Operation.LOG_ON, "with the company account")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda p: give(p, "001", OTHER), f"object ID {OID}, tenant ID {TENANT}"),
        (lambda p: give(p, "001", blocked=True), "This worker is blocked"),
        (lambda p: give(p, "004"), "does not work in"),
    ],
)
def test_who_may_not_sign_in_is_told_why(
    sqlite_program: Program, change: Callable[[Program], None], words: str
) -> None:
    change(sqlite_program)
    with pytest.raises(SignInRefused, match=words):
        sign_in(sqlite_program)
    record = sqlite_program.database.read(lambda t: records.find(t, records.newest(t)))
    assert record is not None
    assert record.outcome is Outcome.REFUSED


def test_a_role_stands_for_a_permission_group_from_the_next_action_on(program: Program) -> None:
    give(program, "001")
    reassign, look = Operation.REASSIGN, Operation.VIEW_MY_CLIENT_BOOK
    session = sign_in(program, "Boss", "Nothing here")
    assert not may(program, session, reassign)
    save(program, "app_roles", AppRole("Boss", "manager"))
    assert may(program, session, reassign)
    assert not may(program, program.session("001"), reassign)
    manager = program.session("003")
    assert may(program, manager, reassign)
    save(program, "app_roles", AppRole("Boss", "associate"))
    assert not may(program, session, reassign)
    assert may(program, session, look)


def test_a_session_goes_on_for_the_same_worker_with_the_same_roles(sqlite_program: Program) -> None:
    give(sqlite_program, "001")
    first = sign_in(sqlite_program, "Boss")
    assert sign_in(sqlite_program, "Boss", instead_of=first) is first
    assert sqlite_program.services.sign_in.unlock(first, PASSWORD) is first
    changed = sign_in(sqlite_program, instead_of=first)
    assert changed is not first
    assert changed.roles == frozenset()


def test_an_account_is_one_workers_and_can_change_hands_in_one_document(sqlite_program: Program) -> None:
    give(sqlite_program, "001")
    with pytest.raises(InvalidConfiguration, match="company account of"):
        give(sqlite_program, "002")
    headquarters = sqlite_program.services.headquarters
    live = headquarters.configuration(None)
    workers = dict(live.all(Worker))
    workers["001"], workers["002"] = (
        replace(workers[mine], entra_oid=workers[other].entra_oid, entra_tid=workers[other].entra_tid)
        for mine, other in (("001", "002"), ("002", "001"))
    )
    headquarters.apply(None, type(live)({"workers": workers}))
    assert sign_in(sqlite_program).worker.personnel_number == "002"


@pytest.mark.parametrize(("oid", "tid", "field"), [("7", TENANT, "entra_oid"), (OID, "", "entra_tid")])
def test_half_an_account_is_none(sqlite_program: Program, oid: str, tid: str, field: str) -> None:
    worker = sqlite_program.services.headquarters.item(None, "workers", "001")
    assert isinstance(worker, Worker)
    assert field in {problem.field for problem in replace(worker, entra_oid=oid, entra_tid=tid).problems()}


# Before the double


@pytest.fixture
def entered(sqlite_program: Program, cloud: Cloud, memory_store: MemoryStore) -> Program:
    """The account of worker 001, and where Microsoft Entra ID is."""
    for key, value in cloud.parameters().items():
        entity = sqlite_program.company.entities["USMF"]
        sqlite_program.services.parameters.set(None, entity, key, value)
    give(sqlite_program, "001")
    return sqlite_program


def kept(program: Program) -> list[Path]:
    assert program.home is not None
    return list((program.home / "accounts").glob("*"))


def test_what_is_kept_of_an_account_goes_with_its_session(entered: Program, cloud: Cloud) -> None:
    accounts, register = entered.services.company_accounts, entered.company.registers["S01"]
    assert accounts.is_offered(register)
    assert not accounts.is_offered(entered.company.registers["B01"])
    session = accounts.in_browser(register, browser(cloud), threading.Event())
    assert len(kept(entered)) == 1
    entered.services.sign_in.sign_out(session)
    assert kept(entered) == []
    session = accounts.in_browser(register, browser(cloud), threading.Event())
    entered.services.sign_in.sign_in(register, "002", PASSWORD, instead_of=session)
    assert kept(entered) == []


def test_what_was_revoked_is_over_and_what_cannot_be_asked_goes_on(entered: Program, cloud: Cloud) -> None:
    accounts, register, stop = entered.services.company_accounts, entered.company.registers["S01"], threading.Event()
    session = accounts.in_browser(register, browser(cloud), stop)
    assert not accounts.is_over(session, stop)
    cloud.faults.put("entra", Fault(Way.PORTAL))
    assert not accounts.is_over(session, stop)
    cloud.faults.clear()
    cloud.world.user.roles = ("Boss",)
    assert accounts.is_over(session, stop)
    cloud.world.user.roles = tuple(session.roles)
    cloud.world.refresh_tokens.clear()
    assert accounts.is_over(session, stop)
    entered.services.sign_in.sign_out(session)
    assert not accounts.is_over(session, stop)


def test_nothing_is_kept_of_a_stranger_or_of_whoever_came_too_late(entered: Program, cloud: Cloud) -> None:
    accounts, register = entered.services.company_accounts, entered.company.registers["S01"]
    cloud.world.user.oid = OTHER
    with pytest.raises(SignInRefused):
        accounts.in_browser(register, browser(cloud), threading.Event())
    assert kept(entered) == []
    stop = threading.Event()
    with pytest.raises(Stopped):
        accounts.in_browser(register, lambda _: stop.set(), stop)
