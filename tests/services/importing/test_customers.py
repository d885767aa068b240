"""Customers from files: new ones, changed ones, and what is left as it was."""

from datetime import date
from decimal import Decimal

import pytest

from clienteling.domain.customer import Channel, CustomerKind
from clienteling.domain.dates import YearlyDate
from clienteling.domain.importing import Ending, Kind
from clienteling.domain.worker import Session
from tests.support.imports import Imported

FULL = (
    "account_number,legal_entity,store,kind,title,first_name,last_name,organization,language,since,"
    "phone,phone_label,phone_2,email,email_2,street,city,postal_code,state,country,loyalty_card,"
    "date.Birthday,date.Anniversary,consent.email,consent.phone,"
    "attribute.Occupation,attribute.Sizes,attribute.Income,attribute.Owner,attribute.First visit\n"
)
ROW = (
    "C-9,USMF,S01,,Ms.,Ada,Lovelace,,en,2019-03-01,"
    "(206) 555-0188,Mobile,+44 20 7946 0018,ada@example.com,lovelace@example.org,1 Main St,Seattle,98101,WA,us,L-1|L-2,"
    "1985-02-28,--02-29,yes,,professional,38|40,90000,y,2020-05-06\n"
)


@pytest.fixture
def session(company: Imported) -> Session:
    return company.session("001")


def take(company: Imported, columns: str, *rows: str) -> None:
    company.take_well(Kind.CUSTOMERS, "\n".join(["account_number,legal_entity," + columns, *rows]))


def reason(company: Imported, columns: str, *rows: str) -> tuple[str, str, str]:
    """Column, value and reason of the only row that cannot be taken."""
    ((_, column, value, why),) = company.reasons(
        Kind.CUSTOMERS, "\n".join(["account_number,legal_entity," + columns, *rows])
    )
    return column, value, why


def test_everything_that_a_file_says_of_a_customer_is_stored(company: Imported, session: Session) -> None:
    company.take_well(Kind.CUSTOMERS, FULL + ROW)
    profile = company.profile("C-9", session)
    customer = profile.customer
    assert (customer.name, customer.title, customer.kind) == ("Ada Lovelace", "Ms.", CustomerKind.PERSON)
    assert (customer.language, customer.since, customer.version) == ("en", date(2019, 3, 1), 1)
    assert [(p.typed, p.e164, p.label, p.primary) for p in customer.phones] == [
        ("(206) 555-0188", "+12065550188", "Mobile", True),
        ("+44 20 7946 0018", "+442079460018", "", False),
    ]
    assert [(e.address, e.primary) for e in customer.emails] == [
        ("ada@example.com", True),
        ("lovelace@example.org", False),
    ]
    assert [(a.street, a.city, a.country, a.primary) for a in customer.addresses] == [
        ("1 Main St", "Seattle", "US", True)
    ]
    assert customer.loyalty_cards == ("L-1", "L-2")
    assert {d.name: d.day for d in customer.important_dates} == {
        "Birthday": YearlyDate(2, 28, 1985),
        "Anniversary": YearlyDate(2, 29),
    }
    assert {c.channel: c.given for c in customer.consents} == {Channel.EMAIL: True}
    values = {v.definition.attribute.name: v.value for g in profile.groups for v in g.values}
    assert values == {
        "Birthday": YearlyDate(2, 28, 1985),
        "Occupation": "Professional",
        "Sizes": ("38", "40"),
        "Income": Decimal(90000),
    }
    assert company.select(
        "SELECT a.name, v.number FROM customer_attribute v JOIN attribute a ON a.id = v.attribute_id "
        "WHERE a.name IN ('Owner', 'First visit') ORDER BY a.name"
    ) == [("First visit", float(date(2020, 5, 6).toordinal())), ("Owner", 1.0)]


def test_repeating_the_file_changes_nothing(company: Imported) -> None:
    company.take_well(Kind.CUSTOMERS, FULL + ROW)
    records = company.count("record")
    report = company.take_well(Kind.CUSTOMERS, FULL + ROW)
    assert (report.read, report.unchanged) == (1, 1)
    assert company.count("record") == records


def test_search_finds_new_customers_and_what_became_of_them(company: Imported, session: Session) -> None:
    def found(text: str) -> list[str]:
        return [hit.account_number for hit in company.services.search.find(session, text).hits]

    assert found("zoe berz") == ["C-1"]
    assert found("2065550100") == ["C-1"]
    assert found("jens") == []  # at home in another store
    take(company, "last_name,loyalty_card", "C-1,USMF,Liepiņa,L-7")
    assert found("zoe liepina") == found("l-7") == ["C-1"]
    assert found("berzina") == []


def test_only_what_the_file_has_is_changed(company: Imported, session: Session) -> None:
    company.take_well(Kind.CUSTOMERS, FULL + ROW)
    before = company.customer("C-9", session)
    take(company, "last_name,consent.email,attribute.Sizes", "C-9,USMF,Byron,,")
    after = company.customer("C-9", session)
    assert (after.name, after.version) == ("Ada Byron", 2)
    assert (after.phones, after.emails, after.addresses) == (before.phones, before.emails, before.addresses)
    assert (after.important_dates, after.loyalty_cards) == (before.important_dates, before.loyalty_cards)
    # No answer is not an answer, but an empty value is none.
    assert after.consents == before.consents
    assert company.select("SELECT count(*) FROM customer_attribute WHERE text IN ('38', '40')") == [(0,)]


def test_a_column_of_contacts_is_a_place_and_those_behind_the_last_are_kept(
    company: Imported, session: Session
) -> None:
    company.take_well(Kind.CUSTOMERS, FULL + ROW)
    take(company, "phone,email", "C-9,USMF,206-555-0111,")
    customer = company.customer("C-9", session)
    assert [(p.typed, p.label, p.primary) for p in customer.phones] == [
        ("206-555-0111", "Mobile", True),
        ("+44 20 7946 0018", "", False),
    ]
    assert [(e.address, e.primary) for e in customer.emails] == [("lovelace@example.org", True)]


def test_an_empty_date_and_an_empty_address_are_taken_away(company: Imported, session: Session) -> None:
    company.take_well(Kind.CUSTOMERS, FULL + ROW)
    take(company, "date.Birthday,street,city,postal_code,state,country", "C-9,USMF,,,,,,")
    customer = company.customer("C-9", session)
    assert [d.name for d in customer.important_dates] == ["Anniversary"]
    assert customer.addresses == ()


def test_a_new_answer_replaces_the_old_one_and_keeps_the_time_of_the_others(company: Imported) -> None:
    take(company, "consent.email,consent.phone", "C-1,USMF,yes,no")
    before = dict(company.select("SELECT channel, at FROM consent"))
    take(company, "consent.email,consent.phone", "C-1,USMF,no,no")
    after = dict(company.select("SELECT channel, at FROM consent"))
    assert company.select("SELECT channel FROM consent WHERE given") == []
    assert after["phone"] == before["phone"]
    assert after["email"] > before["email"]


def test_a_new_name_moves_the_customer_in_its_book(company: Imported) -> None:
    company.take_well(Kind.BOOKS, "account_number,personnel_number,legal_entity\nC-1,001,USMF\n")
    assert company.select("SELECT name_key FROM holding") == [("zoe berzina",)]
    take(company, "first_name", "C-1,USMF,Ævar")
    assert company.select("SELECT name_key FROM holding") == [("aevar berzina",)]


def test_the_audit_says_what_became_of_each_customer(company: Imported) -> None:
    take(company, "first_name,last_name,phone", "C-1,USMF,Zoë,Bērziņa,206-555-0111", "C-8,USMF,New,Comer,")
    lines = {line.account_number: line for line in company.services.audit.lines(None, limit=2)}
    assert (lines["C-8"].subject, lines["C-8"].before, lines["C-8"].after) == ("customer", None, "C-8")
    assert (lines["C-1"].before, lines["C-1"].after) == ("phones: 206-555-0100", "phones: 206-555-0111")


def test_organizations_have_their_own_name(company: Imported, session: Session) -> None:
    take(company, "organization,first_name,last_name", "O-1,USMF,Ozola Ltd,Anna,Ozola")
    customer = company.customer("O-1", session)
    assert (customer.kind, customer.name, customer.last_name) == (CustomerKind.ORGANIZATION, "Ozola Ltd", "Ozola")
    take(company, "title", "O-1,USMF,Dr.")
    assert company.customer("O-1", session).name == "Ozola Ltd"


def test_the_same_account_in_another_legal_entity_is_another_customer(company: Imported) -> None:
    take(company, "first_name", "C-1,DEMF,Other")
    assert company.select("SELECT name FROM customer WHERE account_number = 'C-1' ORDER BY name") == [
        ("Other",),
        ("Zoë Bērziņa",),
    ]


def test_phones_that_are_not_valid_are_kept_as_typed(company: Imported, session: Session) -> None:
    take(company, "phone,country", "C-1,USMF,1 (11) 500 555-0162,AU")
    (phone,) = company.customer("C-1", session).phones
    assert (phone.typed, phone.e164) == ("1 (11) 500 555-0162", None)


WRONG = [
    ("first_name", "C-8,XXXX,A", ("legal_entity", "XXXX", "There is no legal entity “XXXX”.")),
    ("first_name", ",USMF,A", ("account_number", "", "Please fill this in.")),
    ("first_name", "C-8,USMF,", ("last_name", "", "A person needs a first or a last name.")),
    ("kind,first_name", "C-8,USMF,organization,A", ("organization", "", "An organization needs its name.")),
    ("kind,first_name", "C-8,USMF,robot,A", ("kind", "robot", "“robot” is none of: person, organization.")),
    ("store", "C-1,USMF,S99", ("store", "S99", "There is no store “S99”.")),
    ("store", "C-1,USMF,B01", ("store", "B01", "Berlin belongs to Contoso Germany.")),
    ("country", "C-1,USMF,Mars", ("country", "Mars", "“MARS” is no country code like FR.")),
    ("email_2", "C-1,USMF,zoe", ("email_2", "zoe", "“zoe” is no e-mail address.")),
    ("since", "C-1,USMF,2026-02-30", ("since", "2026-02-30", "“2026-02-30” is no date like 2026-11-22.")),
    (
        "date.Birthday",
        "C-1,USMF,--02-30",
        ("date.Birthday", "--02-30", "“--02-30” is no day of the year like --11-22."),
    ),
    ("consent.email", "C-1,USMF,perhaps", ("consent.email", "perhaps", "“perhaps” is neither yes nor no.")),
    ("attribute.Occupation", "C-1,USMF,King", ("attribute.Occupation", "King", "“King” is not in the list.")),
    (
        "attribute.Shoe",
        "C-1,USMF,38",
        ("attribute.Shoe", "38", "There is no attribute “Shoe”. Import the attributes first."),
    ),
    (
        "attribute.Birthday",
        "C-1,USMF,1990-01-01",
        (
            "attribute.Birthday",
            "1990-01-01",
            "This value comes from the customer's file and is changed there.",
        ),
    ),
    ("first_name", "C-1,USMF,a\0b", ("first_name", "a\0b", "There is a character that cannot be stored.")),
]
"""Columns, a row, and the column, value and reason that are said of it."""


def test_what_cannot_be_taken_is_said(company: Imported) -> None:
    said = [(columns, row, reason(company, columns, row)) for columns, row, _ in WRONG]
    assert said == WRONG


def test_a_phone_that_is_too_long_is_said_with_its_column(company: Imported) -> None:
    column, _, why = reason(company, "phone_2", "C-1,USMF," + "1" * 61)
    assert column == "phone_2"
    assert why.startswith("At most 60 characters")


def test_a_loyalty_card_belongs_to_one_customer(company: Imported, session: Session) -> None:
    take(company, "loyalty_card", "C-1,USMF,L-1")
    assert reason(company, "loyalty_card", "C-2,USMF,L-1") == (
        "loyalty_card",
        "L-1",
        "The card L-1 is that of customer C-1.",
    )
    rows = "account_number,legal_entity,loyalty_card,first_name\nC-7,USMF,L-7,A\nC-8,USMF,L-7,B\n"
    assert [line for line, *_ in company.reasons(Kind.CUSTOMERS, rows)] == [3]
    # Given back by the first row, it is free for the second.
    take(company, "loyalty_card", "C-1,USMF,L-2", "C-2,USMF,L-1")
    assert company.customer("C-2", session).loyalty_cards == ("L-1",)


def test_an_account_that_stands_twice_is_said_with_the_first_line(company: Imported) -> None:
    rows = "account_number,legal_entity,first_name\nC-8,USMF,A\nC-9,USMF,B\nC-8,USMF,C\nC-8,DEMF,D\n"
    assert company.reasons(Kind.CUSTOMERS, rows) == [(4, "account_number", "C-8", "This stands in line 2 already.")]


def test_what_databases_read_otherwise_than_people_is_stored_as_it_stands(company: Imported, session: Session) -> None:
    name = "Robert'); DROP TABLE customer;-- %s :x {y}"
    report = company.importer.import_rows(
        None, Kind.CUSTOMERS, [{"account_number": name, "legal_entity": "USMF", "last_name": name}]
    )
    assert report.ending is Ending.TAKEN
    assert company.customer(name, session).name == name
