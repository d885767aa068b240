"""What rows of a customer say to a person."""

from clienteling.database.person.words import Words, slot_text
from tests.support.program import Program


def test_a_yearly_date_is_one_word_with_its_year_if_that_is_known(sqlite_program: Program) -> None:
    days = [
        {"customer_id": 1, "name": "Birthday", "month": 1, "day": 28, "year": 1984},
        {"customer_id": 1, "name": "Anniversary", "month": 2, "day": 29, "year": None},
    ]
    said = sqlite_program.database.read(lambda t: slot_text(Words(t, 1), "important_date", days))
    assert said == "1984-01-28; --02-29"


def test_a_phone_stands_there_once(sqlite_program: Program) -> None:
    phone = {"id": 1, "customer_id": 1, "typed": "20 123 456", "e164": "+37120123456", "label": "", "is_primary": True}
    assert sqlite_program.database.read(lambda t: slot_text(Words(t, 1), "customer_phone", [phone])) == "20 123 456"
