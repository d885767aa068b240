import pytest

from clienteling.domain.errors import Invalid
from clienteling.domain.phones import national, read_phone


@pytest.mark.parametrize(
    ("typed", "country", "e164"),
    [
        ("(212) 736-5000", "US", "+12127365000"),
        ("212 736 5000", "US", "+12127365000"),
        ("+371 29 123 456", "US", "+37129123456"),
        ("29123456", "LV", "+37129123456"),
        ("030 901820", "DE", "+4930901820"),
        ("0030 210 1234567", "DE", "+302101234567"),
    ],
)
def test_a_valid_number_is_kept_as_typed_and_as_dialled(typed: str, country: str, e164: str) -> None:
    phone = read_phone(typed, country, "work", primary=True)
    assert (phone.typed, phone.e164, phone.label, phone.primary) == (typed, e164, "work", True)


@pytest.mark.parametrize(
    ("typed", "country"), [("extension 7", "US"), ("123", "LV"), ("29123456", ""), ("29123456", "XX")]
)
def test_a_number_that_is_not_valid_is_kept_as_typed_only(typed: str, country: str) -> None:
    assert read_phone(typed, country).typed == typed
    assert read_phone(typed, country).e164 is None


@pytest.mark.parametrize("typed", ["", "  ", "1\0", "9" * 61])
def test_a_number_that_cannot_be_stored_is_refused(typed: str) -> None:
    with pytest.raises(Invalid) as refusal:
        read_phone(typed, "US")
    assert refusal.value.field == "phone"


def test_a_number_is_known_as_it_is_dialled_at_home() -> None:
    assert national("+12127365000") == "(212) 736-5000"
    assert national(None) is None
