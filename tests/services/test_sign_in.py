from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import argon2
import pytest
from sqlalchemy import text

from clienteling.database import company, records
from clienteling.domain.audit import Outcome, Record
from clienteling.domain.errors import Invalid, NotAllowed, NotFound, SignInRefused
from clienteling.domain.operations import Operation
from clienteling.domain.worker import FAILURES_ALLOWED, LOCK_OUT, Session
from clienteling.services import passwords
from clienteling.services.books import View
from tests.support.clock import Clock
from tests.support.company import PASSWORD
from tests.support.program import Program


def sign_in(program: Program, number: str, password: str = PASSWORD, store: str = "S01") -> Session:
    return program.services.sign_in.sign_in(program.company.registers[store], number, password)


def newest(program: Program) -> Record:
    record = program.database.read(lambda t: records.find(t, records.newest(t)))
    assert record is not None
    return record


def fail(program: Program, number: str, times: int) -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused, match="Worker ID or password is wrong"):
            sign_in(program, number, "not the password 1")


def wait(program: Program, time: timedelta) -> None:
    assert isinstance(program.clock, Clock)
    program.clock.advance(time)


def test_a_worker_signs_in_with_number_and_password(program: Program) -> None:
    session = sign_in(program, " 001 ")
    assert session.worker == program.company.workers["001"]
    assert (session.store.code, session.legal_entity.code) == ("S01", "USMF")
    assert program.services.books.count(session, View.MINE) == 10
    record = newest(program)
    assert (record.operation, record.outcome, record.worker_id) == (
        Operation.LOG_ON,
        Outcome.DONE,
        session.worker.id,
    )
    assert (record.register_id, record.legal_entity_id) == (session.register.id, session.legal_entity.id)


def test_a_till_knows_who_can_sign_in_and_whether_it_is_a_demo(program: Program) -> None:
    signs = program.services.sign_in
    assert [register.store.code for register in signs.registers()] == ["B01", "S01", "S02"]
    names = [worker.name for worker in signs.workers_at(program.company.registers["S02"])]
    assert names == ["Dina Cook", "Søren Dahl", "Wanda Rivera"]
    assert signs.demo_password() is None
    program.database.write(lambda t: company.set_parameter(t, company.COMPANY, company.DEMO_PASSWORD, "demo-1"))
    assert signs.demo_password() == "demo-1"


@pytest.mark.parametrize(
    ("number", "password", "store", "said"),
    [
        ("001", "wrong 1", "S01", "Worker ID or password is wrong"),
        ("001", "", "S01", "Worker ID or password is wrong"),
        ("001", PASSWORD.upper(), "S01", "Worker ID or password is wrong"),
        ("001", "\ud800 \0", "S01", "Worker ID or password is wrong"),
        ("999", PASSWORD, "S01", "Worker ID or password is wrong"),
        ("", PASSWORD, "S01", "Worker ID or password is wrong"),
        ("0%", PASSWORD, "S01", "Worker ID or password is wrong"),
        ("001", PASSWORD, "S02", "Anna Ozola does not work in South"),
        ("001", PASSWORD, "B01", "Anna Ozola does not work in Berlin"),
        ("011", PASSWORD, "S01", "blocked"),
    ],
)
def test_who_is_refused_is_told_why_and_recorded(
    program: Program, number: str, password: str, store: str, said: str
) -> None:
    with pytest.raises(SignInRefused, match=said) as refusal:
        sign_in(program, number, password, store)
    record = newest(program)
    known = program.company.workers.get(number)
    assert (record.operation, record.outcome, record.reason) == (
        Operation.LOG_ON,
        Outcome.REFUSED,
        refusal.value.message,
    )
    assert record.worker_id == (known.id if known else None)
    assert record.register_id == program.company.registers[store].id


@pytest.mark.parametrize("number", ["a\0b", "\ud800"])
def test_a_worker_id_that_nobody_can_have_is_refused(program: Program, number: str) -> None:
    with pytest.raises(Invalid) as refusal:
        sign_in(program, number)
    assert refusal.value.field == "worker"


def test_a_worker_id_that_does_not_exist_takes_as_long_as_a_wrong_password(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed = []
    monkeypatch.setattr(argon2.PasswordHasher, "hash", lambda _self, password: hashed.append(password))
    with pytest.raises(SignInRefused):
        sign_in(program, "999", "guess 1")
    assert hashed == [b"guess 1"]


def test_five_wrong_passwords_lock_the_worker_out_for_a_while(program: Program) -> None:
    fail(program, "001", FAILURES_ALLOWED)
    with pytest.raises(SignInRefused, match="Try again in 15 min"):
        sign_in(program, "001")
    assert newest(program).outcome is Outcome.REFUSED
    assert sign_in(program, "002").worker.personnel_number == "002"
    with program.beside() as other, pytest.raises(SignInRefused, match="Too many wrong passwords"):
        sign_in(other, "001")
    wait(program, LOCK_OUT)
    assert sign_in(program, "001").worker.personnel_number == "001"


def test_the_right_password_in_between_forgets_the_wrong_ones(program: Program) -> None:
    for _ in range(3):
        fail(program, "001", FAILURES_ALLOWED - 1)
        sign_in(program, "001")


def test_after_a_lock_out_five_more_wrong_ones_lock_out_again(program: Program) -> None:
    fail(program, "001", FAILURES_ALLOWED)
    wait(program, LOCK_OUT)
    fail(program, "001", FAILURES_ALLOWED)
    with pytest.raises(SignInRefused, match="Too many wrong passwords"):
        sign_in(program, "001")


def test_trying_in_parallel_gains_nothing(program: Program) -> None:
    passwords = [f"guess {number}" for number in range(9)] + [PASSWORD]

    def attempt(password: str) -> bool:
        try:
            sign_in(program, "001", password)
        except SignInRefused:
            return False
        return True

    with ThreadPoolExecutor(5) as pool:
        list(pool.map(attempt, passwords[:9]))
    assert not attempt(PASSWORD)
    tried = program.database.read(lambda t: records.audit(t, legal_entity_id=program.company.entities["USMF"].id))
    assert sum("password is wrong" in line.reason for line in tried) == FAILURES_ALLOWED


def test_a_lock_out_between_reading_and_counting_holds(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten tills that look at the credentials before any of them has failed."""
    verify = passwords.is_right

    def meanwhile(password_hash: str | None, password: str) -> bool:
        monkeypatch.setattr(passwords, "is_right", verify)
        fail(program, "001", FAILURES_ALLOWED)
        return verify(password_hash, password)

    monkeypatch.setattr(passwords, "is_right", meanwhile)
    with pytest.raises(SignInRefused, match="Too many wrong passwords"):
        sign_in(program, "001")


def test_a_worker_without_a_password_is_told_whom_to_ask(program: Program) -> None:
    program.database.write(lambda t: t.execute(text("UPDATE worker SET password_hash = NULL")))
    with pytest.raises(SignInRefused, match="No password is set for this worker yet"):
        sign_in(program, "001")


def test_a_worker_who_was_blocked_meanwhile_neither_signs_in_nor_unlocks(program: Program) -> None:
    session = sign_in(program, "001")
    program.database.write(lambda t: t.execute(text("UPDATE worker SET blocked = true WHERE personnel_number = '001'")))
    with pytest.raises(SignInRefused, match="blocked"):
        sign_in(program, "001")
    with pytest.raises(SignInRefused, match="blocked"):
        program.services.sign_in.unlock(session, PASSWORD)


def test_a_locked_till_is_unlocked_with_the_workers_password(program: Program) -> None:
    session = sign_in(program, "001")
    program.services.sign_in.lock(session)
    assert newest(program).operation is Operation.LOCK
    with pytest.raises(SignInRefused):
        program.services.sign_in.unlock(session, "wrong 1")
    program.services.sign_in.unlock(session, PASSWORD)
    assert program.services.books.count(session, View.MINE) == 10


def test_wrong_passwords_at_a_locked_till_count_too(program: Program) -> None:
    session = sign_in(program, "001")
    for _ in range(FAILURES_ALLOWED):
        with pytest.raises(SignInRefused):
            program.services.sign_in.unlock(session, "wrong 1")
    with pytest.raises(SignInRefused, match="Too many"):
        program.services.sign_in.unlock(session, PASSWORD)
    with pytest.raises(SignInRefused, match="Too many"):
        sign_in(program, "001")


def test_signing_out_is_recorded(program: Program) -> None:
    session = sign_in(program, "001")
    program.services.sign_in.sign_out(session)
    assert (newest(program).operation, newest(program).worker_id) == (Operation.LOG_OFF, session.worker.id)


# Passwords


def password_hash(program: Program, number: str) -> str:
    statement = text("SELECT password_hash FROM worker WHERE personnel_number = :number")
    return str(program.database.read(lambda t: t.execute(statement, {"number": number}).scalar_one()))


def test_an_administrator_sets_a_password(program: Program) -> None:
    for number in ("001", "002"):
        program.services.sign_in.set_password(None, number, "a new one 1")
    assert sign_in(program, "001", "a new one 1").worker.personnel_number == "001"
    fail(program, "001", 1)
    first, second = password_hash(program, "001"), password_hash(program, "002")
    assert first.startswith("$argon2id$")
    assert first != second
    record = program.database.read(lambda t: records.audit(t, limit=20))
    assert not any("a new one" in f"{line.reason} {line.before} {line.after}" for line in record)


def test_a_password_is_the_same_however_its_accents_are_composed(program: Program) -> None:
    program.services.sign_in.set_password(None, "001", "Caf\u00e9 noir 1")
    assert sign_in(program, "001", "Cafe\u0301 noir 1")


def test_a_new_password_ends_a_lock_out(program: Program) -> None:
    fail(program, "001", FAILURES_ALLOWED)
    program.services.sign_in.set_password(program.session("003"), "001", "a new one 1")
    assert sign_in(program, "001", "a new one 1")
    assert newest(program).operation is Operation.LOG_ON


@pytest.mark.parametrize("password", ["short 1", "onlyletters", "1234567890", "a\0bcdefg1", "\ud800abcdefg1"])
def test_a_weak_password_is_not_set(program: Program, password: str) -> None:
    before = password_hash(program, "001")
    with pytest.raises(Invalid) as refusal:
        program.services.sign_in.set_password(None, "001", password)
    assert refusal.value.field == "password"
    assert password_hash(program, "001") == before


def test_nobody_gets_a_password_who_does_not_exist(program: Program) -> None:
    with pytest.raises(NotFound, match="There is no worker 999"):
        program.services.sign_in.set_password(None, "999", "a new one 1")
    with pytest.raises(Invalid):
        program.services.sign_in.set_password(None, "a\0b", "a new one 1")


@pytest.mark.parametrize(("manager", "worker"), [("003", "009"), ("003", "004"), ("003", "006"), ("005", "001")])
def test_a_manager_resets_no_password_of_another_store_or_of_one_who_may_do_more(
    program: Program, manager: str, worker: str
) -> None:
    before = password_hash(program, worker)
    with pytest.raises(NotAllowed):
        program.services.sign_in.set_password(program.session(manager), worker, "a new one 1")
    assert password_hash(program, worker) == before
    assert newest(program).outcome is Outcome.REFUSED


def test_an_associate_resets_no_password(program: Program) -> None:
    with pytest.raises(NotAllowed, match="Reset password"):
        program.services.sign_in.set_password(program.session("001"), "002", "a new one 1")
