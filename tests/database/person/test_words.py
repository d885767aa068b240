"""What rows of a customer say to a person."""

from clienteling.database.person.words import Words, slot_text
from tests.support.program import Program


def test_a_yearly_date_is_one_word_with_its_year_if_that_is_known(sqlite_program: Program) -> None:
    days = [
        {"customer_id": 1, "name": "Birthday", "month": 1, "day": 28, "year": 1984},
        {"customer_id": 1, "name": "Anniversary", "month": 2, "day": 29, "year": None},
    ]
    said = sqlite_program.database.read(lambda t: slot_text(Words(t), "important_date", days))
    assert said == "1984-01-28; --02-29"
