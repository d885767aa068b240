"""Rules for follow-ups: what they find, never twice, and never more than a worker can read."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from clienteling.database import clouds, records
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Kind
from clienteling.domain.errors import Invalid, NotAllowed, NotFound
from clienteling.domain.follow_up import DEFAULT_RULES, MOST_PROPOSED, Cause, FollowUp, Rule, State
from clienteling.services.follow_up_rules import PAUSE
from tests.support.program import Program

TODAY = date(2026, 11, 20)


@pytest.fixture
def only_rule(program: Program) -> Program:
    """The program without the rules that a company begins with."""
    assert program.services.follow_up_rules.rules(program.company.entities["USMF"]) == ()
    return program


def set_rule(program: Program, rule: Rule, entity: str = "USMF") -> None:
    program.services.follow_up_rules.save(None, program.company.entities[entity], rule)


def made(program: Program, number: str = "001") -> tuple[FollowUp, ...]:
    program.services.follow_up_rules.generate(anew=True)
    return program.services.follow_ups.proposed(program.session(number))


def days(program: Program, number: int) -> None:
    program.clock.advance(timedelta(days=number))  # type: ignore[attr-defined]


def test_a_birthday_that_comes_near_is_proposed_to_the_holder_once(only_rule: Program) -> None:
    program, services = only_rule, only_rule.services.follow_ups
    set_rule(program, Rule("birthday", Cause.DATE, "Wishes", 3, "Birthday"))
    (found,) = made(program)
    assert (found.account_number, found.title, found.due) == ("C-0004", "Wishes", TODAY)
    assert (found.cause, found.subject, found.days, found.state) == (Cause.DATE, "Birthday", 3, State.PROPOSED)
    session = program.session("001")
    services.take(session, found)
    (taken,) = services.mine(session)
    services.finish(session, taken)
    assert made(program) == ()
    days(program, 365)
    assert [f.account_number for f in made(program) if f.due == date(2027, 11, 20)] == ["C-0004"]


def test_what_was_skipped_does_not_come_back_unless_that_is_undone(only_rule: Program) -> None:
    program, session = only_rule, only_rule.session("001")
    set_rule(program, Rule("birthday", Cause.DATE, "Wishes", 3, "Birthday"))
    (found,) = made(program)
    program.services.follow_ups.drop(session, found)
    days(program, 1)
    assert made(program) == ()
    program.services.follow_ups.put_back(session, found)
    assert [f.id for f in made(program)] == [found.id]


def test_a_rule_without_proposing_makes_what_is_to_be_done(only_rule: Program) -> None:
    set_rule(only_rule, Rule("birthday", Cause.DATE, "Wishes", 3, "Birthday", proposes=False))
    assert made(only_rule) == ()
    assert [f.account_number for f in only_rule.services.follow_ups.mine(only_rule.session("001"))] == ["C-0004"]


def test_a_purchase_is_followed_up_after_some_days_and_each_purchase_once(only_rule: Program) -> None:
    program = only_rule
    set_rule(program, Rule("fits", Cause.PURCHASE, "Does it fit?", 5))
    assert made(program) == ()  # all were bought now, or a month ago
    days(program, 5)
    accounts = {f.account_number for f in made(program)}
    assert accounts == {f"C-{number:04}" for number in range(1, 11) if (number - 1) % 5}
    assert {f.cause_day for f in made(program)} == {TODAY}
    days(program, 3)
    assert len(made(program)) == len(accounts)


def test_who_was_not_contacted_for_long_is_proposed_the_latest_silence_first(only_rule: Program) -> None:
    program = only_rule
    set_rule(program, Rule("silent", Cause.NO_CONTACT, "Say hello", 8))
    found = made(program)
    last = {f.account_number: f.cause_day for f in found}
    # The first activity of customer n was n - 1 days ago, every fourth one has none and came into the book just now.
    assert last == {"C-0010": TODAY - timedelta(days=9)}
    days(program, 3)
    later = {f.account_number for f in made(program)}
    assert later == {"C-0006", "C-0007", "C-0008", "C-0010"}


def test_a_contact_that_is_planned_ends_the_silence(only_rule: Program) -> None:
    program, session = only_rule, only_rule.session("001")
    kind = program.company.activity_types["phone"].id
    program.services.timelines.add_activity(
        session, program.company.customers["C-0010"], kind, "planned", at=program.clock() + timedelta(days=2)
    )
    set_rule(program, Rule("silent", Cause.NO_CONTACT, "Say hello", 8))
    assert made(program) == ()


def test_nobody_is_proposed_more_than_can_be_read(only_rule: Program) -> None:
    program = only_rule
    book = "SELECT id FROM client_book WHERE worker_id = :worker"
    program.database.write(
        lambda t: t.execute(
            text(f"UPDATE holding SET book_id = ({book})"),
            {"worker": program.company.worker_id("001")},
        )
    )
    set_rule(program, Rule("all", Cause.DATE, "Wishes", 365))
    first = made(program)
    assert len(first) == MOST_PROPOSED
    assert [f.due for f in first] == sorted(f.due for f in first)
    program.services.follow_ups.drop(program.session("001"), first[0])
    second = made(program)
    assert len(second) == MOST_PROPOSED
    assert first[0].id not in {f.id for f in second}
    program.services.follow_ups.take_all(program.session("001"))
    assert len(program.services.follow_ups.mine(program.session("001"))) == MOST_PROPOSED


def test_tills_that_look_at_the_same_time_make_each_once(only_rule: Program) -> None:
    program = only_rule
    set_rule(program, Rule("birthday", Cause.DATE, "Wishes", 30))
    with program.beside() as other:
        program.services.follow_up_rules.generate(anew=True)
        other.services.follow_up_rules.generate(anew=True)
    found = program.services.follow_ups.proposed(program.session("001"))
    assert len({(f.customer_id, f.cause_day) for f in found}) == len(found) > 0


def test_nobody_looks_again_so_soon_after_another_till(only_rule: Program) -> None:
    program = only_rule
    set_rule(program, Rule("birthday", Cause.DATE, "Wishes", 3))
    assert program.services.follow_up_rules.generate().kinds == {Kind.TASKS}
    set_rule(program, Rule("more", Cause.DATE, "Wishes", 300))
    with program.beside() as other:
        assert other.services.follow_up_rules.generate().kinds == frozenset()
        program.clock.advance(PAUSE)  # type: ignore[attr-defined]
        assert other.services.follow_up_rules.generate().kinds == {Kind.TASKS}


def test_a_look_that_finds_nothing_is_not_recorded(only_rule: Program) -> None:
    newest = only_rule.database.read(records.newest)
    assert only_rule.services.follow_up_rules.generate().record_id is None
    assert only_rule.database.read(records.newest) == newest


def test_a_secret_about_to_expire_is_told_to_an_administrator_once(program: Program) -> None:
    rule = next(rule for rule in DEFAULT_RULES if rule.cause is Cause.SECRET)
    set_rule(program, rule)
    entity, reference = program.company.entities["USMF"].id, "vault://shop/insights"

    def know(transaction: Transaction) -> None:
        clouds.save_secret(transaction, entity, "insights", "", reference)
        expires = program.clock() + timedelta(days=rule.days + 1)
        clouds.set_expiry(transaction, entity, reference, expires, program.clock())

    program.database.write(know)
    administrator = program.session("009")
    for passed, told in ((0, 0), (1, 1), (1, 1)):
        days(program, passed)
        assert made(program, "009") == ()
        assert len(program.services.follow_ups.mine(administrator)) == told
    (found,) = program.services.follow_ups.mine(administrator)
    assert (found.customer_id, found.subject, found.cause) == (None, "insights", Cause.SECRET)
    program.services.follow_ups.finish(administrator, found)
    made(program)
    assert program.services.follow_ups.mine(administrator) == ()


def test_each_company_has_rules_of_its_own(program: Program) -> None:
    entities, rules = program.company.entities, program.services.follow_up_rules
    changed = Rule("birthday", Cause.DATE, "Call", 2, "Birthday")
    set_rule(program, Rule("birthday", Cause.DATE, "Wishes", 7, "Birthday"))
    set_rule(program, changed)
    set_rule(program, Rule("anniversary", Cause.DATE, "Flowers", 5, "Anniversary"))
    assert [r.code for r in rules.rules(entities["USMF"])] == ["anniversary", "birthday"]
    assert rules.rules(entities["USMF"])[1] == changed
    assert rules.rules(entities["DEMF"]) == ()
    for code in ("birthday", "anniversary"):
        rules.remove(None, entities["USMF"], code)
    assert rules.rules(entities["USMF"]) == ()
    with pytest.raises(NotFound):
        rules.remove(None, entities["USMF"], "anniversary")


def test_rules_are_set_by_who_may_set_up_the_company(program: Program) -> None:
    entity, rules = program.company.entities["USMF"], program.services.follow_up_rules
    with pytest.raises(NotAllowed):
        rules.save(program.session("003"), entity, DEFAULT_RULES[0])
    with pytest.raises(Invalid):
        rules.save(program.session("009"), entity, Rule("x", Cause.DATE, "", 3))
