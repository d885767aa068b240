"""The health of all customers: computed whole and in part, as each alone, within a day, with what choices would do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from clienteling.database import relationships as database
from clienteling.domain.audit import Kind
from clienteling.domain.card import CardHealth
from clienteling.domain.company import LegalEntity
from clienteling.domain.relationship.analytics import Analytics, Frequency, State
from clienteling.domain.relationship.interaction import Channel
from clienteling.services.relationship import computation as module
from clienteling.services.relationship.computation import Computation
from tests.support.clock import Clock
from tests.support.program import Program


def entity(program: Program) -> LegalEntity:
    return program.session("009").legal_entity


def computation(program: Program) -> Computation:
    return program.services.relationships.computation


def enable(program: Program) -> None:
    program.services.relationships.choices.enable(program.session("009"), entity(program), licence=True)


def cards(program: Program) -> dict[int, CardHealth]:
    keys = [key for account, key in program.company.customers.items() if not account.startswith("DEMF")]
    return dict(program.services.relationships.on_cards(program.session("001"), keys))


def of_usmf(program: Program) -> int:
    return program.database.read(lambda t: database.customer_count(t, entity(program).id))


def visit(program: Program, number: int) -> int:
    session = program.session("001")
    key = program.company.customers[f"C-{number:04}"]
    program.services.timelines.add_activity(session, key, program.company.activity_types["visit"].id, "came by")
    return key


def test_nothing_is_computed_before_it_is_enabled(program: Program) -> None:
    assert not computation(program).is_due(entity(program))
    assert computation(program).refresh(entity(program)) == 0
    assert cards(program) == {}


@pytest.mark.parametrize("block", [5, 10_000])
def test_cards_show_what_each_customer_has_alone(program: Program, block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BLOCK", block)
    enable(program)
    told: list[tuple[int, int]] = []
    done = computation(program).refresh(entity(program), progress=lambda *step: told.append(step))
    assert done == of_usmf(program) == told[-1][0] == told[-1][1]
    found = cards(program)
    session = program.session("001")
    assert len(found) == done
    for key, card in found.items():
        alone = program.services.relationships.of(session, key).health
        assert alone is not None
        assert (card.state, card.trend, card.score) == (alone.state, alone.trend, alone.score)


def test_only_those_with_whom_something_happened_are_computed_again(program: Program) -> None:
    enable(program)
    computation(program).refresh(entity(program))
    before = cards(program)
    key = visit(program, 5)
    assert computation(program).is_due(entity(program))
    assert computation(program).refresh(entity(program)) == 1
    after = cards(program)
    changed = {k for k in after if after[k] != before[k]}
    assert changed == {key}


def test_a_day_later_all_are_computed_again(program: Program) -> None:
    enable(program)
    computation(program).refresh(entity(program))
    assert isinstance(program.clock, Clock)
    program.clock.advance(timedelta(hours=23))
    assert computation(program).refresh(entity(program)) == 0
    program.clock.advance(timedelta(hours=1))
    assert computation(program).is_due(entity(program))
    assert computation(program).refresh(entity(program)) == of_usmf(program)


def test_other_choices_are_computed_at_once(program: Program) -> None:
    enable(program)
    computation(program).refresh(entity(program))
    choices = program.services.relationships.choices
    chosen = replace(
        choices.overview(None, entity(program)).chosen, analytics=Analytics(frequency=Frequency.MONTHLY, fair=1, good=2)
    )
    choices.save(program.session("009"), entity(program), chosen)
    assert computation(program).refresh(entity(program)) == of_usmf(program)
    grades = choices.overview(None, entity(program)).grades
    assert grades.get(State.POOR, 0) == 0
    assert grades[State.GOOD] > 0
    assert sum(grades.values()) == of_usmf(program)


def test_what_was_done_before_somebody_cancelled_stays_and_the_rest_comes_later(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BLOCK", 5)
    enable(program)
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > 2

    assert computation(program).refresh(entity(program), cancelled=cancelled) == 10
    assert len(cards(program)) == 10
    assert computation(program).refresh(entity(program)) == of_usmf(program)


def test_an_open_window_keeps_it_current(program: Program) -> None:
    enable(program)
    watch = program.services.watch
    assert Kind.BOOKS in watch.look().kinds
    assert len(cards(program)) == of_usmf(program)
    assert isinstance(program.clock, Clock)
    program.clock.advance(timedelta(minutes=2))
    assert watch.look().kinds == frozenset()
    key = visit(program, 5)
    program.clock.advance(timedelta(minutes=2))
    assert Kind.BOOKS in watch.look().kinds
    alone = program.services.relationships.of(program.session("001"), key).health
    assert alone is not None
    assert cards(program)[key].score == alone.score


def test_choices_are_tried_out_without_storing_anything(program: Program) -> None:
    enable(program)
    computation(program).refresh(entity(program))
    chosen = Analytics()
    found = computation(program).distribution(entity(program), chosen)
    grades = program.services.relationships.choices.overview(None, entity(program)).grades
    assert found.of == of_usmf(program)
    assert found.grades(chosen) == {s: grades.get(s, 0) for s in (State.POOR, State.FAIR, State.GOOD)}
    before = cards(program)
    seldom = computation(program).distribution(entity(program), Analytics(frequency=Frequency.MONTHLY))
    mean = [sum(n * c for n, c in enumerate(d.counts)) for d in (found, seldom)]
    assert mean[1] > mean[0]
    assert cards(program) == before
    # What happens meanwhile is seen.
    visit(program, 4)
    assert computation(program).distribution(entity(program), chosen).counts != found.counts


def test_many_customers_are_tried_out_by_a_sample(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SAMPLE", 10)
    enable(program)
    found = computation(program).distribution(entity(program), Analytics({Channel.EMAIL: 50}))
    assert 5 <= found.of <= 10


def test_health_that_is_switched_off_is_on_no_card(program: Program) -> None:
    enable(program)
    computation(program).refresh(entity(program))
    choices = program.services.relationships.choices
    chosen = replace(choices.overview(None, entity(program)).chosen, health=False)
    choices.save(program.session("009"), entity(program), chosen)
    assert cards(program) == {}
    assert not computation(program).is_due(entity(program))
