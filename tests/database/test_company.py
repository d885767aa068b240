import pytest
from sqlalchemy import text

from clienteling.database import company
from clienteling.database.engine import Transaction
from clienteling.domain.errors import Conflict, Problem
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


def test_numbers_follow_one_another_per_legal_entity(program: Program) -> None:
    usmf, demf = program.company.entities["USMF"].id, program.company.entities["DEMF"].id
    taken = [program.database.write(lambda t: company.next_number(t, usmf, "client_book")) for _ in range(2)]
    assert taken == ["USMF-00005", "USMF-00006"]  # four books are there
    assert program.database.write(lambda t: company.next_number(t, demf, "client_book")) == "DEMF-00002"


def test_a_number_that_was_not_used_is_given_again(program: Program) -> None:
    usmf = program.company.entities["USMF"].id

    def fail(transaction: Transaction) -> None:
        company.next_number(transaction, usmf, "client_book")
        raise Problem("no book after all")

    with pytest.raises(Problem, match="no book"):
        program.database.write(fail)
    assert program.database.write(lambda t: company.next_number(t, usmf, "client_book")) == "USMF-00005"


def test_a_sequence_that_is_not_set_up_or_has_run_out_says_so(program: Program) -> None:
    usmf = program.company.entities["USMF"].id
    with pytest.raises(Conflict, match="“invoices” is not set up"):
        program.database.write(lambda t: company.next_number(t, usmf, "invoices"))
    program.database.write(lambda t: t.execute(text("UPDATE number_sequence SET next_number = 99999")))
    assert program.database.write(lambda t: company.next_number(t, usmf, "client_book")) == "USMF-99999"
    with pytest.raises(Conflict, match="“client_book” has run out"):
        program.database.write(lambda t: company.next_number(t, usmf, "client_book"))
