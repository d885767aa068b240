"""Numbers are drawn from the sequence that a legal entity has chosen."""

import pytest
from sqlalchemy import text

from clienteling.database import number_sequences
from clienteling.database.engine import Transaction
from clienteling.domain.errors import Conflict, Problem
from tests.support.program import Program


def test_numbers_follow_one_another_per_legal_entity(program: Program) -> None:
    usmf, demf = program.company.entities["USMF"].id, program.company.entities["DEMF"].id
    taken = [program.database.write(lambda t: number_sequences.next_number(t, usmf, "client_book")) for _ in range(2)]
    assert taken == ["USMF-00005", "USMF-00006"]  # four books are there
    assert program.database.write(lambda t: number_sequences.next_number(t, demf, "client_book")) == "DEMF-00002"


def test_a_number_that_was_not_used_is_given_again(program: Program) -> None:
    usmf = program.company.entities["USMF"].id

    def fail(transaction: Transaction) -> None:
        number_sequences.next_number(transaction, usmf, "client_book")
        raise Problem("no book after all")

    with pytest.raises(Problem, match="no book"):
        program.database.write(fail)
    assert program.database.write(lambda t: number_sequences.next_number(t, usmf, "client_book")) == "USMF-00005"


def test_a_sequence_that_is_not_set_up_or_has_run_out_says_so(program: Program) -> None:
    usmf = program.company.entities["USMF"].id
    with pytest.raises(Conflict, match="“invoices” is not set up"):
        program.database.write(lambda t: number_sequences.next_number(t, usmf, "invoices"))
    program.database.write(lambda t: t.execute(text("UPDATE number_sequence SET next_number = 99999")))
    assert program.database.write(lambda t: number_sequences.next_number(t, usmf, "client_book")) == "USMF-99999"
    with pytest.raises(Conflict, match="“client_book” has run out"):
        program.database.write(lambda t: number_sequences.next_number(t, usmf, "client_book"))
