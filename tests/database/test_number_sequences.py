"""Numbers are drawn from the sequence that a legal entity has chosen."""

import random

import pytest
from sqlalchemy import text

from clienteling.database import number_sequences
from clienteling.database.engine import Database, Transaction
from clienteling.domain.errors import Conflict, Problem
from tests.support.clock import Clock
from tests.support.processes import at_once
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


def draw_and_fail_often(given: tuple[str, int, int]) -> list[str]:
    """What one of several programs draws, every third transaction of which fails."""
    url, entity_id, seed = given
    database, dice, drawn = Database(url, Clock()), random.Random(seed), []
    try:
        for _ in range(30):
            fails = dice.random() < 0.3

            def work(transaction: Transaction, fails: bool = fails) -> str:
                number = number_sequences.next_number(transaction, entity_id, "client_book")
                if fails:
                    raise Problem("no book after all")
                return number

            try:
                drawn.append(database.write(work))
            except Problem:
                continue
    finally:
        database.close()
    return drawn


def numbers_of_several_programs(program: Program) -> list[int]:
    usmf = program.company.entities["USMF"].id
    drawn = at_once(draw_and_fail_often, [(program.url, usmf, seed) for seed in range(3)])
    return sorted(int(number.removeprefix("USMF-")) for numbers in drawn for number in numbers)


def test_a_continuous_sequence_has_no_gaps_under_several_writers_who_fail(program: Program) -> None:
    numbers = numbers_of_several_programs(program)
    assert numbers == list(range(5, 5 + len(numbers)))


def test_another_sequence_gives_no_number_twice_and_seldom_touches_its_row(program: Program) -> None:
    program.database.write(lambda t: t.execute(text("UPDATE number_sequence SET continuous = false")))
    numbers = numbers_of_several_programs(program)
    assert len(set(numbers)) == len(numbers)
    with program.database.engine.connect() as connection:
        taken = connection.execute(text("SELECT max(next_number) FROM number_sequence")).scalar_one()
    assert (taken - 5) % number_sequences.BLOCK == 0


def test_what_a_failed_transaction_took_of_a_block_is_lost_and_the_rest_is_not(program: Program) -> None:
    program.database.write(lambda t: t.execute(text("UPDATE number_sequence SET continuous = false")))
    usmf = program.company.entities["USMF"].id

    def take(transaction: Transaction, fail: bool = False) -> list[str]:
        taken = [number_sequences.next_number(transaction, usmf, "client_book") for _ in range(2)]
        if fail:
            raise Problem("no book after all")
        return taken

    assert program.database.write(take) == ["USMF-00005", "USMF-00006"]
    with pytest.raises(Problem, match="no book"):
        program.database.write(lambda t: take(t, fail=True))
    assert program.database.write(take) == ["USMF-00009", "USMF-00010"]
