"""The demo company in a database: it can be signed in to, and shows what the pictures show."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from clienteling.database import migrations
from clienteling.database.engine import Database
from clienteling.domain.activity import TimelineKind
from clienteling.domain.attribute import DisplayControl
from clienteling.domain.audit import Outcome
from clienteling.domain.card import Card, is_old
from clienteling.domain.dates import YearlyDate, days_until
from clienteling.domain.errors import Conflict
from clienteling.domain.filters import NAME, NEXT_DATE, Query
from clienteling.domain.importing import Ending, Kind
from clienteling.domain.worker import Session
from clienteling.services.books import View
from clienteling.services.demo.company import PASSWORD, DemoCompany
from clienteling.services.services import Services
from clienteling.services.status import examine
from tests.support.clock import Clock

MORNING = datetime(2026, 11, 18, 7, 42, tzinfo=UTC)


def opened(url: str) -> Services:
    clock = Clock(MORNING)
    database = Database(url, clock)
    migrations.upgrade(database)
    return Services(database, clock)


def demo(services: Services) -> DemoCompany:
    return DemoCompany(services.importer, services.sign_in, services.operations)


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The demo company with few customers. Tests only look at it."""
    made = opened(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.sqlite'}")
    demo(made).make(300)
    yield made
    made.close()


@pytest.fixture
def empty(database_url: str) -> Iterator[Services]:
    made = opened(database_url)
    yield made
    made.close()


@pytest.fixture(scope="module")
def maija(services: Services) -> Session:
    return signed_in(services, "000274")


def signed_in(services: Services, worker: str, register: int = 2) -> Session:
    return services.sign_in.sign_in(services.sign_in.registers()[register], worker, PASSWORD)


def cards(services: Services, session: Session, sort: str = NAME) -> list[Card]:
    found = services.books.find(session, View.MINE, Query(sort=sort))
    return list(services.books.cards(session, View.MINE, found.ids.tolist()))


def test_it_is_made_in_both_kinds_of_database_without_a_rejected_row(empty: Services) -> None:
    reports = demo(empty).make(45)
    assert [report.kind for report in reports] == [kind for kind in Kind if kind is not Kind.ATTRIBUTE_VALUES]
    assert {(report.ending, report.rejected) for report in reports} == {(Ending.TAKEN, 0)}
    assert next(report.created for report in reports if report.kind is Kind.CUSTOMERS) == 45
    assert examine(empty.database).is_well


def test_a_database_with_a_company_is_left_alone(services: Services) -> None:
    before = services.audit.lines(None)
    with pytest.raises(Conflict, match="company in this database"):
        demo(services).make(10)
    assert services.audit.lines(None) == before


def test_cancelling_leaves_no_demo_company(tmp_path_factory: pytest.TempPathFactory) -> None:
    services = opened(f"sqlite:///{tmp_path_factory.mktemp('cancelled') / 'demo.sqlite'}")
    heard: list[Kind] = []
    reports = demo(services).make(
        40, progress=lambda kind, _done: heard.append(kind), cancelled=lambda: Kind.PRODUCTS in heard
    )
    assert reports[-1].ending is Ending.CANCELLED
    assert services.sign_in.demo_password() is None
    services.close()


def test_the_sign_in_page_shows_the_workers_and_the_password(services: Services) -> None:
    register = services.sign_in.registers()[2]
    assert (register.store.name, register.store.city, register.number) == ("Harbour Street 12", "Rīga", "3")
    assert register.store.time_zone == "Europe/Riga"
    assert services.sign_in.demo_password() == PASSWORD
    titles = {worker.name: worker.title for worker in services.sign_in.workers_at(register)}
    assert titles == {
        "Maija Krūmiņa": "Associate",
        "Jens Kjær": "Associate",
        "Sofie Ægidius": "Associate",
        "Putri Wulandari": "Associate",
        "Andrei Bălănescu": "Associate",
        "Mehmet Yıldırım": "Associate",
        "Henrik Østergaard": "Manager",
        "Ioana Țăran": "Administrator",
    }


def test_every_worker_can_sign_in_at_their_store(services: Services) -> None:
    workers = {
        worker.personnel_number: register
        for register in services.sign_in.registers()
        for worker in services.sign_in.workers_at(register)
    }
    assert len(workers) == 18
    # Checking a password takes its time on purpose: two, the first and the last, stand for all.
    for number in (min(workers), max(workers)):
        assert services.sign_in.sign_in(workers[number], number, PASSWORD).worker.personnel_number == number


def test_sofie_leaves_in_three_weeks(services: Services) -> None:
    workers = services.sign_in.workers_at(services.sign_in.registers()[0])
    leaving = {worker.name: worker.employed_until for worker in workers if worker.employed_until}
    assert leaving == {"Sofie Ægidius": (MORNING + timedelta(days=20)).date()}


def test_cards_show_what_the_picture_shows(services: Services, maija: Session) -> None:
    shown = {card.name: card for card in cards(services, maija)}

    def on_card(name: str) -> tuple[str, str, int | None, list[object]]:
        card = shown[name]
        values: list[object] = [
            days_until(p.value, MORNING.date()) if isinstance(p.value, YearlyDate) else p.value for p in card.properties
        ]
        assert [p.definition.attribute.name for p in card.properties] == [
            "Churn risk",
            "Next best action",
            "Birthday",
        ]
        return card.phone, card.email, card.score.value if card.score else None, values

    assert on_card("Anna Bērziņa") == ("+37120123456", "anna.berzina@example.org", 78, ["Low", "Call", 0])
    assert on_card("Søren Ågård") == (
        "+4520123456",
        "s.aagaard@example.net",
        41,
        ["High", "Invite to preview", 1],
    )
    assert on_card("Dewi Kusumaningrum")[2:] == (86, ["Low", "Offer a fitting", 5])
    assert on_card("Camille Lefèvre-Dubois")[2:] == (58, ["Medium", "Call", 9])
    assert on_card("Noor van der Heijden")[2:] == (None, ["Low", None, 14])
    assert on_card("Đặng Thu Hà")[2:] == (81, ["Low", "Offer a fitting", 20])


def test_only_camilles_next_action_is_old_among_the_first_cards(services: Services, maija: Session) -> None:
    first = cards(services, maija, NEXT_DATE)[:6]
    old = [
        (card.name, p.definition.attribute.name)
        for card in cards(services, maija)
        for p in card.properties
        if card.name in {"Anna Bērziņa", "Søren Ågård", "Camille Lefèvre-Dubois"}
        and p.as_of
        and is_old(p.as_of, MORNING)
    ]
    assert old == [("Camille Lefèvre-Dubois", "Next best action")]
    assert first[0].name == "Anna Bērziņa"


def test_filters_stand_in_the_order_of_the_picture(services: Services, maija: Session) -> None:
    facets = services.books.find(maija, View.MINE, Query()).facets
    shown = {facet.label: facet.control for facet in facets if facet.attribute}
    client_book = [
        "Birthday",
        "Preferred brand",
        "Lifetime spend",
        "Invited to previews",
        "Shoe size",
        "Last fitting",
    ]
    assert [label for label in shown if label in client_book] == client_book
    assert shown["Lifetime spend"] is DisplayControl.SLIDER_WITH_BARS
    assert shown["Birthday"] is DisplayControl.WINDOW
    assert shown["Occupation"] is DisplayControl.TEXT_BOX
    assert {"Favourite colour", "Clothing size", "Household size"} <= shown.keys()
    spend = next(facet for facet in facets if facet.label == "Lifetime spend")
    assert sum(bar.count for bar in spend.bars) > 10
    store = services.books.find(maija, View.STORE, Query()).facets
    brands = next(facet for facet in store if facet.label == "Preferred brand")
    assert [value.value for value in brands.values][:3] == ["Aurel Atelier", "Nordlys", "Casa Verani"]
    assert len(brands.values) == 7


def test_names_and_options_are_translated(services: Services, maija: Session) -> None:
    found = {d.attribute.name: d.attribute for d in services.books.definitions(maija)}
    assert found["Churn risk"].label("lv") == "Aiziešanas risks"
    assert found["Churn risk"].option_label("High", "da") == "Høj"
    assert found["Next best action"].option_label("Thank-you note", "lv-LV") == "Pateicības vēstule"
    assert found["Favourite colour"].option_label("Navy", "ro") == "Bleumarin"
    assert found["Churn risk"].levels
    for attribute in found.values():
        for language in ("lv", "da", "id", "ro"):
            assert attribute.labels[language]


def test_mehmets_book_is_empty_and_the_store_sees_five_books(services: Services) -> None:
    mehmet = signed_in(services, "000279")
    assert cards(services, mehmet) == []
    sizes = {size.name: size.customers for size in services.books.colleagues(mehmet)}
    assert sorted(name for name, customers in sizes.items() if customers) == [
        "Andrei Bălănescu",
        "Jens Kjær",
        "Maija Krūmiņa",
        "Putri Wulandari",
        "Sofie Ægidius",
    ]


def test_giulias_details_are_those_of_the_picture(services: Services, maija: Session) -> None:
    (key,) = services.customers.by_account(maija, ["MA-004211"])
    profile = services.customers.profile(maija, key)
    assert (profile.purchase_count, str(profile.spend), profile.currency) == (18, "18430.00", "EUR")
    assert profile.holder is not None
    assert profile.holder.name == "Maija Krūmiņa"
    assert profile.last_contact is not None
    assert (profile.last_contact.type, profile.last_contact.worker) == ("Phone", "Jens Kjær")
    counts = services.timelines.counts(maija, key)
    assert counts.kinds == {TimelineKind.ACTIVITY: 31, TimelineKind.NOTE: 4, TimelineKind.PURCHASE: 18}
    newest = services.customers.purchases(maija, key).purchases[0]
    assert (newest.order_number, [line.name for line in newest.lines]) == (
        "100482",
        ["Cashmere wrap coat, camel · 38", "Silk carré 90 “Jardin d’hiver”"],
    )


def test_making_it_is_recorded(services: Services) -> None:
    lines = services.audit.lines(None)
    assert any(line.subject == "demo company" and line.outcome is Outcome.DONE for line in lines)
