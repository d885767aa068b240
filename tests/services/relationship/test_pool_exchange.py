"""Mails and meetings from files count for relationships: by consent, and for known workers."""

from datetime import timedelta
from pathlib import Path

import pytest

from clienteling.domain.errors import Unreachable
from clienteling.domain.relationship.analytics import State
from clienteling.domain.relationship.interaction import Channel, Origin
from clienteling.services.engagement.place import Place
from clienteling.services.relationship.pool_exchange import PoolExchange
from clienteling.services.relationship.relationships import Relationship
from tests.support.clock import START
from tests.support.program import Program

ANNA, JENS, THEM = "anna@contoso.example", "jens@contoso.example", "four@client.example"
HEAD = "kind,id,conversation,sent,sender,recipients,start,end"


def at(days: float, hours: float = 0) -> str:
    return (START - timedelta(days=days, hours=-hours)).isoformat()


def customer(program: Program, number: int = 1) -> int:
    return program.company.customers[f"C-{number:04}"]


def take(program: Program, folder: Path, *lines: str) -> None:
    file = folder / "interactions.csv"
    file.write_text("\n".join([HEAD, *lines]), encoding="utf-8")
    program.services.engagement.interactions.take_files(None, [file])


@pytest.fixture
def company(sqlite_program: Program) -> Program:
    """Relationship intelligence with consent, two mailboxes, and a customer with an address."""
    program = sqlite_program
    session = program.session("009")
    choices = program.services.relationships.choices
    choices.enable(session, session.legal_entity, licence=True)
    choices.consent(session, session.legal_entity)
    choices.give_mailbox(None, "001", ANNA)
    choices.give_mailbox(None, "002", JENS)
    with program.database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM customer_email")
        for key, number, address in ((1, 1, THEM), (2, 2, "two@client.example")):
            connection.exec_driver_sql(
                "INSERT INTO customer_email (id, customer_id, address, label, is_primary) VALUES (?, ?, ?, '', 1)",
                (key, customer(program, number), address.title()),
            )
    return program


def of(program: Program, number: int = 1) -> Relationship:
    return program.services.relationships.of(program.session("001"), customer(program, number))


def test_without_interactions_there_is_nothing_and_no_folder(company: Program) -> None:
    found = of(company)
    assert not found.from_exchange
    assert found.health is not None
    assert found.health.state is State.NO_CLOSED_ACTIVITIES


def test_mails_and_meetings_count_with_direction_length_and_answers(company: Program, tmp_path: Path) -> None:
    take(
        company,
        tmp_path,
        f"mail,1,c1,{at(9)},{THEM},{ANNA},,",
        f"mail,2,c1,{at(9, hours=3)},{ANNA},{THEM};{JENS},,",
        f"mail,3,c2,{at(5)},{ANNA},two@client.example,,",
        f"mail,4,c3,{at(4)},stranger@else.example,{THEM};{ANNA},,",
        f"meeting,5,,,{JENS},{THEM};{ANNA},{at(2)},{at(2, hours=1.5)}",
        f"meeting,6,,,{JENS},{THEM},{at(-3)},{at(-3, hours=1)}",
    )
    found = of(company)
    figures = found.figures
    assert found.from_exchange
    assert figures is not None
    assert (figures.emails_received, figures.emails_sent, figures.meetings_by_us) == (1, 1, 1)
    assert figures.face_minutes == 90
    # Two of us met them for an hour and a half, one read a mail, one wrote one.
    assert figures.team_minutes == 180 + 2.5 + 5
    assert (figures.responses_by_us.asked, figures.responses_by_us.hours) == (1, 3.0)
    assert figures.last is not None
    assert (figures.last.channel, figures.last.origin) == (Channel.MEETING, Origin.EXCHANGE)
    assert figures.next is not None
    assert {known.colleague.number for known in found.known} == {"001", "002"}
    other = of(company, 2).figures
    assert other is not None
    assert (other.emails_sent, other.emails_received) == (1, 0)


def test_health_on_cards_counts_them_too(company: Program, tmp_path: Path) -> None:
    take(company, tmp_path, f"mail,1,,{at(3)},{THEM},{ANNA},,", f"mail,2,,{at(2)},{ANNA},{THEM},,")
    session = company.session("001")
    relationships = company.services.relationships
    relationships.computation.refresh(session.legal_entity, whole=True)
    card = relationships.on_cards(session, [customer(company)])[customer(company)]
    alone = of(company).health
    assert alone is not None
    assert alone.state.is_grade
    assert (card.state, card.score) == (alone.state, alone.score)


def test_what_is_taken_later_is_seen(company: Program, tmp_path: Path) -> None:
    take(company, tmp_path, f"mail,1,,{at(3)},{THEM},{ANNA},,")
    take(company, tmp_path, f"mail,2,,{at(2)},{THEM},new@person.example;{ANNA},,", f"mail,1,,{at(3)},{THEM},{ANNA},,")
    figures = of(company).figures
    assert figures is not None
    assert figures.emails_received == 2


def test_without_consent_nothing_is_read(company: Program, tmp_path: Path) -> None:
    take(company, tmp_path, f"mail,1,,{at(3)},{THEM},{ANNA},,")
    session = company.session("009")
    company.services.relationships.choices.withdraw(session, session.legal_entity)
    assert not of(company).from_exchange


def test_a_damaged_pool_is_said(company: Program, tmp_path: Path) -> None:
    take(company, tmp_path, f"mail,1,,{at(3)},{THEM},{ANNA},,")
    place = Place(company.database, None)
    for file in place.pool.glob("chunk-*"):
        file.unlink()
    exchange = PoolExchange(place)
    with pytest.raises(Unreachable):
        company.database.read(lambda t: list(exchange.items(t, 0, [customer(company)], START - timedelta(days=365))))
    found = of(company)
    assert found.health is not None
    assert found.health.state is State.WENT_WRONG
