"""Badges: given and taken away, signing in and unlocking with them, and how little guessing gains."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from clienteling.database import records
from clienteling.domain.audit import Outcome, Record
from clienteling.domain.errors import Conflict, Invalid, NotAllowed, NotFound, PasswordNeeded, SignInRefused
from clienteling.domain.operations import Operation
from clienteling.domain.worker import FAILURES_ALLOWED, FAILURES_AT_TILL, LOCK_OUT, Session, check_badge
from clienteling.services import badges as module
from tests.support.clock import Clock
from tests.support.company import PASSWORD
from tests.support.program import Program

CODE = "%B5021^OZOLA/ANNA^99?"
OTHER = "4751234567890"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests check that codes are hashed, not how long that takes."""
    monkeypatch.setattr(module, "_PASSES", 1)
    monkeypatch.setattr(module, "_KIBIBYTES", 32)


def scan(program: Program, code: str = CODE, store: str = "S01", instead_of: Session | None = None) -> Session:
    return program.services.sign_in.scan(program.company.registers[store], code, instead_of)


def newest(program: Program) -> Record:
    record = program.database.read(lambda t: records.find(t, records.newest(t)))
    assert record is not None
    return record


def everything_stored(program: Program) -> str:
    """All texts in which a code could have been left behind."""
    tables = ("badge", "record", "record_change", "parameter", "worker")
    rows = [
        program.database.read(lambda t, name=name: list(t.execute(text(f"SELECT * FROM {name}"))))  # type: ignore[misc]
        for name in tables
    ]
    return str(rows)


def guess(program: Program, times: int, store: str = "S01") -> None:
    for number in range(times):
        with pytest.raises(SignInRefused, match="nobody’s"):
            scan(program, f"000000{number}", store)


def wait_for_the_end_of_the_lock_out(program: Program) -> None:
    assert isinstance(program.clock, Clock)
    program.clock.advance(LOCK_OUT)


def test_a_worker_signs_in_with_the_badge_a_manager_gave(program: Program) -> None:
    program.services.badges.assign(program.session("003"), "001", CODE)
    given_by = newest(program)
    assert (given_by.operation, given_by.outcome) == (Operation.EXTENDED_LOG_ON, Outcome.DONE)
    assert [(c.subject, c.before, c.after) for c in given_by.changes] == [("badge", None, "001")]
    session = scan(program, f" {CODE} ")
    assert session.worker.personnel_number == "001"
    assert (newest(program).operation, newest(program).worker_id) == (Operation.LOG_ON, session.worker.id)


def test_a_code_stands_nowhere(program: Program, caplog: pytest.LogCaptureFixture) -> None:
    program.services.badges.assign(None, "001", CODE)
    scan(program)
    with pytest.raises(SignInRefused) as unknown:
        scan(program, OTHER)
    with pytest.raises(Conflict) as taken:
        program.services.badges.assign(None, "002", CODE)
    with pytest.raises(Invalid) as odd:
        program.services.badges.assign(None, "002", "4711\n")
    left = everything_stored(program) + caplog.text
    left += unknown.value.message + taken.value.message + odd.value.message
    assert not any(code in left for code in (CODE, "OZOLA", OTHER, "4711"))


def test_each_company_hashes_with_a_salt_of_its_own(sqlite_program: Program) -> None:
    program = sqlite_program
    program.services.badges.assign(None, "001", CODE)
    statement = text("SELECT code_hash FROM badge")
    first = program.database.read(lambda t: t.execute(statement).scalar_one())
    program.services.badges.assign(None, "001", CODE)
    assert program.database.read(lambda t: t.execute(statement).scalar_one()) == first
    program.database.write(lambda t: t.execute(text("DELETE FROM parameter WHERE name = 'badge_salt'")))
    program.services.badges.assign(None, "001", CODE)
    assert program.database.read(lambda t: t.execute(statement).scalar_one()) != first


def test_another_badge_takes_the_place_of_the_first(program: Program) -> None:
    badges = program.services.badges
    badges.assign(None, "001", CODE)
    badges.assign(None, "001", OTHER)
    assert scan(program, OTHER).worker.personnel_number == "001"
    with pytest.raises(SignInRefused):
        scan(program, CODE)
    badges.assign(None, "002", CODE)
    assert scan(program, CODE).worker.personnel_number == "002"


def test_a_badge_that_was_taken_away_opens_nothing(program: Program) -> None:
    manager = program.session("003")
    program.services.badges.assign(manager, "001", CODE)
    assert list(program.services.badges.of_store(manager)) == [program.company.worker_id("001")]
    program.services.badges.remove(manager, "001")
    assert program.services.badges.of_store(manager) == {}
    with pytest.raises(SignInRefused, match="nobody’s"):
        scan(program)
    with pytest.raises(NotFound, match="Anna Ozola has no badge"):
        program.services.badges.remove(manager, "001")


def test_nobody_gets_the_badge_of_another(program: Program) -> None:
    program.services.badges.assign(None, "001", CODE)
    with pytest.raises(Conflict, match="Anna Ozola’s"):
        program.services.badges.assign(None, "002", CODE)
    assert scan(program).worker.personnel_number == "001"


@pytest.mark.parametrize(("giver", "worker"), [("001", "002"), ("003", "009"), ("003", "004"), ("005", "001")])
def test_badges_are_given_within_the_store_and_not_upwards(program: Program, giver: str, worker: str) -> None:
    badges = program.services.badges
    with pytest.raises(NotAllowed):
        badges.assign(program.session(giver), worker, CODE)
    assert newest(program).outcome is Outcome.REFUSED
    with pytest.raises(NotAllowed):
        badges.remove(program.session(giver), worker)
    assert newest(program).outcome is Outcome.REFUSED


@given(st.text(max_size=120))
def test_a_code_has_6_to_100_printable_characters(code: str) -> None:
    if 6 <= len(code.strip()) <= 100 and code.strip().isprintable():
        assert check_badge(code) == code.strip()
    else:
        with pytest.raises(Invalid) as refusal:
            check_badge(code)
        assert refusal.value.field == "badge"


# Refusals


def test_the_badge_of_somebody_who_was_blocked_opens_nothing(program: Program) -> None:
    program.services.badges.assign(None, "011", CODE)
    with pytest.raises(SignInRefused, match="blocked"):
        scan(program)
    assert (newest(program).outcome, newest(program).worker_id) == (
        Outcome.REFUSED,
        program.company.worker_id("011"),
    )


def test_a_badge_is_no_way_round_a_lock_out(program: Program) -> None:
    program.services.badges.assign(None, "001", CODE)
    register = program.company.registers["S01"]
    for _ in range(FAILURES_ALLOWED):
        with pytest.raises(SignInRefused):
            program.services.sign_in.sign_in(register, "001", "wrong 1")
    with pytest.raises(SignInRefused, match="Too many wrong passwords"):
        scan(program)


def test_the_badge_of_another_store_is_refused(program: Program) -> None:
    program.services.badges.assign(None, "004", CODE)
    with pytest.raises(SignInRefused, match="Søren Dahl does not work in North"):
        scan(program)
    assert newest(program).outcome is Outcome.REFUSED


def test_guessing_is_stopped_at_a_till_and_nowhere_else(program: Program) -> None:
    program.services.badges.assign(None, "001", CODE)
    program.services.badges.assign(None, "004", OTHER)
    guess(program, FAILURES_AT_TILL)
    with pytest.raises(SignInRefused, match="Badges work again in 15 min"):
        scan(program)
    register = program.company.registers["S01"]
    assert program.services.sign_in.sign_in(register, "001", PASSWORD)
    assert scan(program, OTHER, "S02").worker.personnel_number == "004"
    wait_for_the_end_of_the_lock_out(program)
    assert scan(program).worker.personnel_number == "001"


def test_trying_while_it_is_stopped_does_not_prolong_it(program: Program) -> None:
    program.services.badges.assign(None, "001", CODE)
    guess(program, FAILURES_AT_TILL)
    for _ in range(3):
        with pytest.raises(SignInRefused, match="Badges work again"):
            scan(program)
    wait_for_the_end_of_the_lock_out(program)
    assert scan(program).worker.personnel_number == "001"


def test_guessing_in_parallel_gains_nothing(program: Program) -> None:
    program.services.badges.assign(None, "001", CODE)

    def attempt(code: str) -> str:
        try:
            scan(program, code)
        except SignInRefused as refusal:
            return refusal.message
        return ""

    with ThreadPoolExecutor(5) as pool:
        said = list(pool.map(attempt, (f"guess-{number:03}" for number in range(FAILURES_AT_TILL + 6))))
    assert sum("nobody’s" in message for message in said) == FAILURES_AT_TILL


def test_a_company_without_badges_refuses_them_all(program: Program) -> None:
    with pytest.raises(SignInRefused, match="nobody’s"):
        scan(program)


# The password that goes with it


def need_passwords(program: Program) -> None:
    entity = program.company.entities["USMF"]
    program.services.parameters.set(None, entity, "badge-needs-password", "yes")


def test_where_badges_need_passwords_they_only_name_the_worker(program: Program) -> None:
    need_passwords(program)
    program.services.badges.assign(None, "001", CODE)
    with pytest.raises(PasswordNeeded, match="Anna Ozola’s") as asked:
        scan(program)
    assert asked.value.personnel_number == "001"
    assert newest(program).operation is not Operation.LOG_ON


# Scanned where a password is typed


def test_a_scan_in_the_password_field_is_the_badge(program: Program) -> None:
    program.services.badges.assign(None, "002", CODE)
    register = program.company.registers["S01"]
    for number in ("001", "nobody"):
        session = program.services.sign_in.sign_in(register, number, CODE, scanned=True)
        assert session.worker.personnel_number == "002"
    lines = program.database.read(lambda t: records.audit(t, limit=10))
    assert not any(line.outcome is Outcome.REFUSED for line in lines)


def test_a_password_that_was_typed_quickly_is_a_password(program: Program) -> None:
    program.services.badges.assign(None, "002", CODE)
    register = program.company.registers["S01"]
    session = program.services.sign_in.sign_in(register, "001", PASSWORD, scanned=True)
    assert session.worker.personnel_number == "001"
    assert program.services.sign_in.unlock(session, PASSWORD, scanned=True) is session
    with pytest.raises(SignInRefused, match="password is wrong"):
        program.services.sign_in.sign_in(register, "001", CODE)


def test_guesses_in_the_password_field_count_for_badges_too(program: Program) -> None:
    program.services.badges.assign(None, "003", CODE)
    register = program.company.registers["S01"]
    for number in range(FAILURES_AT_TILL):
        with pytest.raises(SignInRefused):
            program.services.sign_in.sign_in(register, f"no{number}", f"guess-{number:04}", scanned=True)
    with pytest.raises(SignInRefused):
        program.services.sign_in.sign_in(register, "001", CODE, scanned=True)
    assert program.services.sign_in.sign_in(register, "001", PASSWORD, scanned=True).worker.personnel_number == "001"


# At a locked till


def test_the_badge_unlocks_for_its_worker_and_changes_to_another(program: Program) -> None:
    program.services.badges.assign(None, "001", CODE)
    program.services.badges.assign(None, "002", OTHER)
    register = program.company.registers["S01"]
    session = scan(program)
    assert scan(program, CODE, instead_of=session) is session
    assert program.services.sign_in.unlock(session, CODE, scanned=True) is session
    other = program.services.sign_in.unlock(session, OTHER, scanned=True)
    assert (other.worker.personnel_number, other.register) == ("002", register)


def test_who_goes_is_recorded_before_who_comes(program: Program) -> None:
    program.services.badges.assign(None, "002", CODE)
    register = program.company.registers["S01"]
    first = program.services.sign_in.sign_in(register, "001", PASSWORD)
    second = scan(program, CODE, instead_of=first)
    program.services.sign_in.sign_in(register, "003", PASSWORD, instead_of=second)
    lines = program.database.read(lambda t: records.audit(t, limit=5))
    assert [(line.worker.split()[0], line.operation) for line in reversed(lines)] == [
        ("Anna", Operation.LOG_ON),
        ("Anna", Operation.LOG_OFF),
        ("Jens", Operation.LOG_ON),
        ("Jens", Operation.LOG_OFF),
        ("Mara", Operation.LOG_ON),
    ]
