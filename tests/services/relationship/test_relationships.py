"""A customer's relationship: activities always, Exchange by consent and role, who knows whom, introductions."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import pytest

from clienteling.database.engine import Transaction
from clienteling.domain.errors import Conflict, NotAllowed, NotFound, Unreachable, mark
from clienteling.domain.relationship.analytics import State, Trend
from clienteling.domain.relationship.enabling import Standing
from clienteling.domain.relationship.interaction import Channel, Origin
from clienteling.services.relationship.reading import ExchangeItem
from clienteling.services.relationship.relationships import Relationship, Relationships
from tests.support.clock import START, Clock
from tests.support.program import Program


class Mails:
    """An Exchange that knows some mails."""

    def __init__(self, *items: ExchangeItem) -> None:
        self.known = items
        self.fails = False

    def items(
        self, transaction: Transaction, legal_entity_id: int, customer_ids: Sequence[int], since: datetime
    ) -> Iterable[ExchangeItem]:
        if self.fails:
            raise Unreachable(mark("The database does not answer."))
        return [item for item in self.known if item.customer_id in customer_ids and item.at >= since]


def customer(program: Program, number: int = 4) -> int:
    return program.company.customers[f"C-{number:04}"]


def with_mails(program: Program, *items: ExchangeItem) -> tuple[Relationships, Mails]:
    mails = Mails(*items)
    return Relationships(program.services.operations, mails), mails


def enable(program: Program, *, consent: bool = False) -> None:
    session = program.session("009")
    choices = program.services.relationships.choices
    choices.enable(session, session.legal_entity, licence=True)
    if consent:
        choices.consent(session, session.legal_entity)


def of(program: Program, number: int = 4, worker: str = "001") -> Relationship:
    return program.services.relationships.of(program.session(worker), customer(program, number))


def mail(program: Program, address: str, days: float = 1, *, by_us: bool = False) -> ExchangeItem:
    at = START - timedelta(days=days)
    return ExchangeItem(customer(program), Channel.EMAIL, at, by_us, (address,), conversation="c")


def test_before_it_is_enabled_there_is_nothing(program: Program) -> None:
    found = of(program)
    assert (found.health, found.figures, found.known) == (None, None, ())
    assert found.force.analytics is Standing.DISABLED


def test_activities_count_without_any_consent(program: Program) -> None:
    enable(program)
    found = of(program)
    # C-0004 has a visit, a call and a mail, all by Anna.
    assert found.figures is not None
    assert (found.figures.meetings, found.figures.calls, found.figures.emails_sent) == (1, 1, 1)
    assert found.health is not None
    assert found.health.state.is_grade
    assert found.course[-1][1] == found.health.score
    (known,) = found.known
    assert (known.colleague.name, known.acquaintance.last.channel) == ("Anna Ozola", Channel.MEETING)
    assert found.names == {program.company.worker_id("001"): "Anna Ozola"}
    assert not found.from_exchange


def test_a_customer_without_activities_has_a_special_state(program: Program) -> None:
    enable(program)
    found = of(program, 1)
    assert found.health is not None
    assert (found.health.state, found.health.trend) == (State.NO_CLOSED_ACTIVITIES, Trend.NOT_APPLICABLE)
    assert found.known == ()


def test_exchange_counts_with_consent_for_the_chosen_roles(program: Program) -> None:
    choices = program.services.relationships.choices
    for worker, address in (("002", "jens@example.org"), ("009", "ada@example.org")):
        choices.give_mailbox(None, worker, address)
    items = [mail(program, a) for a in ("Jens@Example.org", "ada@example.org", "stranger@example.org")]
    relationships, _ = with_mails(program, *items)
    session = program.session("001")
    enable(program)
    before = relationships.of(session, customer(program))
    assert before.figures is not None
    assert (before.figures.emails_received, before.from_exchange) == (0, False)
    choices.consent(program.session("009"), session.legal_entity)
    found = relationships.of(session, customer(program))
    # Ada is an administrator, whose role was not chosen; nobody knows the stranger.
    assert found.figures is not None
    assert (found.figures.emails_received, found.from_exchange) == (1, True)
    assert found.figures.last is not None
    assert found.figures.last.origin is Origin.EXCHANGE
    assert {known.colleague.number for known in found.known} == {"001", "002"}
    assert found.health is not None
    assert before.health is not None
    assert (found.health.score or 0) > (before.health.score or 0)


def test_after_14_days_without_consent_who_knows_whom_is_gone_and_the_rest_stays(program: Program) -> None:
    enable(program)
    assert isinstance(program.clock, Clock)
    program.clock.advance(timedelta(days=13))
    assert of(program).known
    program.clock.advance(timedelta(days=1))
    found = of(program)
    assert (found.known, found.force.who_knows_whom) == ((), Standing.LAPSED)
    assert found.health is not None
    assert found.figures is not None


def test_an_exchange_that_fails_is_said_and_hides_nothing_else(program: Program) -> None:
    enable(program, consent=True)
    relationships, mails = with_mails(program)
    mails.fails = True
    found = relationships.of(program.session("001"), customer(program))
    assert found.health is not None
    assert (found.health.state, found.health.trend) == (State.WENT_WRONG, Trend.WENT_WRONG)
    assert found.known
    assert found.figures is not None


def test_everybody_sees_the_same_colleagues(program: Program) -> None:
    enable(program)
    assert of(program, worker="001").known == of(program, worker="003").known


def test_who_does_not_work_here_any_more_is_not_named(program: Program) -> None:
    enable(program)
    with program.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE worker SET employed_until = '2026-11-19' WHERE personnel_number = '001'")
    assert of(program, worker="003").known == ()


def test_the_mail_for_an_introduction_is_filled_in(program: Program) -> None:
    enable(program)
    program.services.relationships.choices.give_mailbox(None, "001", "anna@example.org")
    mara = program.session("003")
    anna = program.company.worker_id("001")
    found = program.services.relationships.introduction(mara, customer(program), anna)
    assert found.to == "anna@example.org"
    assert "Anna Ozola" in found.body
    assert "Mara Liepa" in found.body
    assert of(program).customer in found.subject
    with pytest.raises(Conflict):
        program.services.relationships.introduction(mara, customer(program), program.company.worker_id("002"))


def test_customers_of_another_company_are_not_shown(program: Program) -> None:
    enable(program)
    with pytest.raises(NotFound):
        program.services.relationships.of(program.session("001"), program.company.customers["DEMF D-0001"])


def test_without_the_permission_there_is_a_refusal(program: Program) -> None:
    enable(program)
    with program.database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM permission WHERE operation = 9024")
    with pytest.raises(NotAllowed):
        of(program)
