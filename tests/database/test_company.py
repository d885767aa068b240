from sqlalchemy import text

from clienteling.database import company
from tests.support.program import Program


def test_registers_know_their_store_and_legal_entity(program: Program) -> None:
    found = program.database.read(company.registers)
    assert [(r.store.code, r.number, r.store.legal_entity.code) for r in found] == [
        ("B01", "1", "DEMF"),
        ("S01", "1", "USMF"),
        ("S02", "1", "USMF"),
    ]
    assert program.database.read(company.stores) == tuple(register.store for register in found)
    assert [entity.code for entity in program.database.read(company.legal_entities)] == ["DEMF", "USMF"]


def test_parameters_belong_to_a_legal_entity_or_to_the_company(program: Program) -> None:
    usmf = program.company.entities["USMF"].id
    program.database.write(lambda t: company.set_parameter(t, company.COMPANY, "colour", "red"))
    program.database.write(lambda t: company.set_parameter(t, usmf, "colour", "blue"))
    program.database.write(lambda t: company.set_parameter(t, usmf, "colour", "green"))
    assert program.database.read(company.parameters)["colour"] == "red"
    assert program.database.read(lambda t: company.parameters(t, usmf))["colour"] == "green"


def test_an_address_book_is_made_once_and_given_once(program: Program) -> None:
    key = program.database.write(lambda t: company.address_book(t, "new", "New"))
    assert program.database.write(lambda t: company.address_book(t, "new", "Other name")) == key
    store = program.company.stores["S01"].id
    for _ in range(2):
        program.database.write(lambda t: company.give_address_book(t, store, key, "employee"))
    given = program.database.read(
        lambda t: t.execute(
            text("SELECT kind FROM store_address_book WHERE address_book_id = :key"), {"key": key}
        ).all()
    )
    assert [kind for (kind,) in given] == ["employee"]
