"""Legal entities, stores and workers from files."""

import pytest

from clienteling.domain.errors import SignInRefused
from clienteling.domain.importing import Kind
from clienteling.domain.operations import ADMINISTRATOR_OPERATIONS, ASSOCIATE_OPERATIONS, MANAGER_OPERATIONS, Operation
from tests.support.imports import Imported


def test_a_legal_entity_gets_what_it_needs(company: Imported) -> None:
    sequences = company.select(
        "SELECT l.code, n.format FROM number_sequence n JOIN legal_entity l ON l.id = n.legal_entity_id ORDER BY l.code"
    )
    assert sequences == [("DEMF", "DEMF-CB-######"), ("USMF", "USMF-CB-######")]
    types = company.select("SELECT DISTINCT code, name, icon, position FROM activity_type ORDER BY position")
    assert types == [
        ("visit", "Store visit", "footprints", 1),
        ("phone", "Phone", "phone", 2),
        ("email", "E-mail", "mail", 3),
        ("appointment", "Appointment", "calendar", 4),
    ]
    assert company.count("activity_type") == 8
    assert company.count("parameter") == 4


def test_what_an_administrator_changed_is_left_alone(company: Imported) -> None:
    company.take_well(Kind.ACTIVITY_TYPES, "legal_entity,code,name\nUSMF,visit,Boutique visit\n")
    company.take_well(Kind.LEGAL_ENTITIES, "legal_entity,name,currency,country\nUSMF,Contoso Inc,usd,us\n")
    assert company.select("SELECT name FROM activity_type WHERE code = 'visit' ORDER BY name") == [
        ("Boutique visit",),
        ("Store visit",),
    ]
    assert company.select("SELECT name, currency, country FROM legal_entity WHERE code = 'USMF'") == [
        ("Contoso Inc", "USD", "US")
    ]


def test_what_a_company_got_is_in_the_audit(company: Imported) -> None:
    lines = {(line.subject, line.after) for line in company.services.audit.lines(None)}
    assert ("permission group", "associate") in lines
    assert ("number sequence", "USMF client_book") in lines
    assert ("activity type", "DEMF visit") in lines
    assert ("parameter", "USMF client_book_attribute_group=Client book") in lines


def test_the_permission_groups_have_their_operations(company: Imported) -> None:
    found: dict[str, set[Operation]] = {}
    for code, operation in company.select(
        "SELECT g.code, p.operation FROM permission p JOIN permission_group g ON g.id = p.group_id"
    ):
        found.setdefault(code, set()).add(Operation(operation))
    assert found == {
        "associate": ASSOCIATE_OPERATIONS,
        "manager": MANAGER_OPERATIONS,
        "administrator": ADMINISTRATOR_OPERATIONS,
    }


def test_legal_entities_that_cannot_be_taken_are_said(nothing: Imported) -> None:
    rows = """legal_entity,name,currency,country
A,Name,EURO,FR
B,Name,EUR,France
C#,Name,EUR,FR
D,,EUR,FR
E,Name,EUR,FR
E,Other,EUR,FR
"""
    assert nothing.reasons(Kind.LEGAL_ENTITIES, rows) == [
        (2, "currency", "EURO", "“EURO” is no currency like EUR."),
        (3, "country", "France", "“FRANCE” is no country code like FR."),
        (4, "legal_entity", "C#", "A code has no “#”: numbers are made with it."),
        (5, "name", "", "Please fill this in."),
        (7, "legal_entity", "E", "This stands in line 6 already."),
    ]


def test_a_store_has_registers_and_address_books_of_its_own(company: Imported) -> None:
    registers = company.services.sign_in.registers()
    assert [(r.store.code, r.number, r.name) for r in registers] == [
        ("B01", "1", "Till 1"),
        ("S01", "1", "Till 1"),
        ("S02", "1", "Till 1"),
    ]
    store = company.register("S01").store
    assert (store.city, store.time_zone, store.legal_entity.code) == ("Seattle", "America/Los_Angeles", "USMF")
    books = "SELECT b.code, s.kind FROM store_address_book s JOIN address_book b ON b.id = s.address_book_id"
    assert sorted(company.select(books)) == sorted(
        (code, kind) for code in ("B01", "S01", "S02") for kind in ("customer", "employee")
    )


def test_registers_are_added_and_never_taken_away(company: Imported) -> None:
    content = "store,name,legal_entity,registers\nS01,North,USMF,2|3\n"
    assert company.take_well(Kind.STORES, content).changed == 1
    assert company.take_well(Kind.STORES, content).unchanged == 1
    numbers = [r.number for r in company.services.sign_in.registers() if r.store.code == "S01"]
    assert numbers == ["1", "2", "3"]


def test_stores_that_share_an_employee_address_book_see_each_others_books(company: Imported) -> None:
    session = company.session("001")
    assert {size.personnel_number for size in company.services.books.colleagues(session)} == {
        "001",
        "002",
        "003",
        "009",
    }
    company.take_well(Kind.STORES, "store,name,legal_entity,employee_address_books\nB01,Berlin,DEMF,B01|S01\n")
    assert "004" in {size.personnel_number for size in company.services.books.colleagues(session)}
    # Without the column the address books stay.
    company.take_well(Kind.STORES, "store,name,legal_entity,city\nB01,Berlin,DEMF,Potsdam\n")
    assert "004" in {size.personnel_number for size in company.services.books.colleagues(session)}


def test_stores_that_cannot_be_taken_are_said(company: Imported) -> None:
    rows = """store,name,legal_entity,time_zone
S03,West,XXXX,UTC
S03,West,USMF,Europe
S03,West,USMF,../../etc/passwd
S01,North,DEMF,UTC
"""
    assert company.reasons(Kind.STORES, rows) == [
        (2, "legal_entity", "XXXX", "There is no legal entity “XXXX”."),
        (3, "time_zone", "Europe", "“Europe” is no time zone like Europe/Paris."),
        (4, "time_zone", "../../etc/passwd", "“../../etc/passwd” is no time zone like Europe/Paris."),
        (5, "legal_entity", "DEMF", "A store cannot move to another legal entity."),
    ]


def test_workers_sign_in_at_their_stores_once_they_have_a_password(company: Imported) -> None:
    with pytest.raises(SignInRefused, match="No password"):
        company.services.sign_in.sign_in(company.register("S01"), "003", "anything")
    assert company.session("003", "S02").worker.name == "Mara Liepa"
    with pytest.raises(SignInRefused, match="does not work in"):
        company.session("001", "S02")


def test_a_worker_who_moves_keeps_the_password_and_sees_other_books(company: Imported) -> None:
    company.session("001")
    company.take_well(Kind.WORKERS, "personnel_number,name,role,stores\n001,Anna Ozola,manager,S02\n")
    session = company.services.sign_in.sign_in(company.register("S02"), "001", "correct horse 1")
    assert session.worker.group.code == "manager"
    assert session.worker.title == "Associate"
    assert {size.personnel_number for size in company.services.books.colleagues(session)} == {"001", "002", "003"}
    assert company.select("SELECT hired FROM worker WHERE personnel_number = '001'")[0][0] is not None


def test_workers_that_cannot_be_taken_are_said(company: Imported) -> None:
    rows = """personnel_number,name,role,stores,language,employed_until
005,Eva,boss,S01,,
005,Eva,,S01,,
005,Eva,associate,,,
005,Eva,associate,S01 S99,,
005,Eva,associate,S01,latvian!,
005,Eva,associate,S01,,31.12.2026
"""
    assert [(line, column, why) for line, column, _, why in company.reasons(Kind.WORKERS, rows)] == [
        (2, "role", "“boss” is none of: associate, manager, administrator."),
        (3, "role", "Please fill this in."),
        (4, "stores", "Please fill this in."),
        (5, "stores", "There is no store “S99”."),
        (6, "language", "“latvian!” is no language like en or pt-BR."),
        (7, "employed_until", "“31.12.2026” is no date like 2026-11-22."),
    ]
