"""What headquarters chooses for relationship intelligence: who may, what is refused, what is recorded, the 14 days."""

from dataclasses import replace
from datetime import timedelta

import pytest

from clienteling.domain.audit import Changes
from clienteling.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from clienteling.domain.relationship.acquaintance import Introduction
from clienteling.domain.relationship.analytics import Analytics, Frequency
from clienteling.domain.relationship.enabling import Need, Standing
from clienteling.domain.relationship.interaction import Channel
from clienteling.services.relationship.choices import Overview
from tests.support.clock import Clock
from tests.support.program import Program


def overview(program: Program, number: str = "009") -> Overview:
    session = program.session(number)
    return program.services.relationships.choices.overview(session, session.legal_entity)


def enable(program: Program) -> Changes:
    session = program.session("009")
    return program.services.relationships.choices.enable(session, session.legal_entity, licence=True)


def advance(program: Program, **by: float) -> None:
    assert isinstance(program.clock, Clock)
    program.clock.advance(timedelta(**by))


def test_it_is_off_at_first_and_says_what_is_missing(program: Program) -> None:
    found = overview(program)
    assert not found.chosen.is_enabled
    assert found.force.who_knows_whom is Standing.DISABLED
    assert {need.need: need.is_met for need in found.needs} == {
        Need.LICENCE: False,
        Need.ROLE: True,
        Need.LOCATION: True,
    }
    assert [role.code for role in found.roles] == ["associate", "manager", "administrator"]


def test_it_is_not_enabled_without_a_licence(program: Program) -> None:
    session = program.session("009")
    with pytest.raises(Conflict, match="licence"):
        program.services.relationships.choices.enable(session, session.legal_entity)
    assert not overview(program).chosen.is_enabled


def test_only_who_may_set_up_the_company_enables_it(program: Program) -> None:
    mara = program.session("003")
    with pytest.raises(NotAllowed):
        program.services.relationships.choices.enable(mara, mara.legal_entity, licence=True)
    role = next(need for need in overview(program, "003").needs if need.need is Need.ROLE)
    assert not role.is_met
    assert "Administrators" in role.message


def test_enabling_switches_both_on_for_one_company_alone(program: Program) -> None:
    assert enable(program).record_id is not None
    found = overview(program)
    assert (found.force.who_knows_whom, found.force.analytics) == (Standing.ON, Standing.ON)
    assert found.force.exchange is Standing.WAITS
    assert overview(program, "007").force.analytics is Standing.DISABLED
    # Once more changes nothing: neither is there a record, nor do the fourteen days begin anew.
    advance(program, days=1)
    assert enable(program).record_id is None
    assert overview(program).force.days_left == 13


def test_on_day_13_it_waits_and_on_day_14_it_switches_itself_off(program: Program) -> None:
    enable(program)
    advance(program, days=13)
    assert overview(program).force.who_knows_whom is Standing.ON
    advance(program, days=1)
    force = overview(program).force
    assert (force.who_knows_whom, force.exchange) == (Standing.LAPSED, Standing.LAPSED)
    assert (force.analytics, force.health) == (Standing.ON, Standing.ON)


def test_consent_brings_it_back_and_can_be_taken_back(program: Program) -> None:
    enable(program)
    advance(program, days=20)
    session = program.session("009")
    choices = program.services.relationships.choices
    choices.consent(session, session.legal_entity)
    assert overview(program).force.exchange is Standing.ON
    choices.withdraw(session, session.legal_entity)
    assert overview(program).force.who_knows_whom is Standing.LAPSED


def test_disabling_keeps_what_was_chosen(program: Program) -> None:
    enable(program)
    session = program.session("009")
    choices = program.services.relationships.choices
    chosen = replace(overview(program).chosen, roles=("manager",))
    choices.save(session, session.legal_entity, chosen)
    choices.disable(session, session.legal_entity)
    assert overview(program).force.health is Standing.DISABLED
    assert overview(program).chosen.roles == ("manager",)


def test_choices_are_there_again_and_recorded_with_before_and_after(program: Program) -> None:
    session = program.session("009")
    chosen = replace(
        overview(program).chosen,
        location="fi",
        analytics=Analytics({Channel.MEETING: 30, Channel.TASK: -20}, Frequency.MONTHLY, 70, 30),
        introduction=Introduction("Help", "Dear {colleague}"),
    )
    changes = program.services.relationships.choices.save(session, session.legal_entity, chosen)
    with program.beside() as other:
        found = overview(other)
        assert found.chosen == replace(chosen, location="FI")
        (line,) = [line for line in other.services.audit.lines(session) if line.id == changes.record_id]
        assert line.before is not None
        assert '"frequency":"monthly"' in (line.after or "")


def test_wrong_choices_are_refused_at_their_field_and_change_nothing(program: Program) -> None:
    session = program.session("009")
    before = overview(program)
    for chosen, field in (
        (replace(before.chosen, analytics=Analytics(good=30)), "good"),
        (replace(before.chosen, introduction=Introduction("", "x")), "subject"),
        (replace(before.chosen, location="Finland"), "location"),
        (replace(before.chosen, roles=("boss",)), "roles"),
    ):
        with pytest.raises(Invalid) as refused:
            program.services.relationships.choices.save(session, session.legal_entity, chosen)
        assert refused.value.field == field
    assert overview(program).chosen == before.chosen


def test_who_saves_second_is_told(program: Program) -> None:
    session = program.session("009")
    seen = overview(program)
    choices = program.services.relationships.choices
    choices.save(session, session.legal_entity, replace(seen.chosen, roles=("manager",)), seen.version)
    with pytest.raises(Conflict, match="in the meantime"):
        choices.save(session, session.legal_entity, replace(seen.chosen, roles=()), seen.version)
    assert overview(program).chosen.roles == ("manager",)


def test_saving_enables_nothing_and_gives_no_consent(program: Program) -> None:
    session = program.session("009")
    now = program.clock()
    chosen = replace(overview(program).chosen, enabled_at=now, consent_at=now)
    program.services.relationships.choices.save(session, session.legal_entity, chosen)
    found = overview(program).chosen
    assert (found.enabled_at, found.consent_at) == (None, None)


def test_what_cannot_be_read_is_as_if_nothing_was_chosen(sqlite_program: Program) -> None:
    enable(sqlite_program)
    with sqlite_program.database.engine.begin() as connection:
        connection.exec_driver_sql("""UPDATE relationship SET document = '{"analytics": 7}'""")
    assert not overview(sqlite_program).chosen.is_enabled


def test_an_address_is_one_workers(program: Program) -> None:
    choices = program.services.relationships.choices
    assert choices.give_mailbox(None, "001", " Anna@Example.org ").record_id is not None
    assert choices.give_mailbox(None, "001", "anna@example.org").record_id is None
    with pytest.raises(Conflict):
        choices.give_mailbox(None, "002", "anna@example.org")
    with pytest.raises(NotFound):
        choices.give_mailbox(None, "999", "nobody@example.org")
    for wrong in ("", "anna", "a b@example.org", "a@b@c"):
        with pytest.raises(Invalid):
            choices.give_mailbox(None, "001", wrong)
