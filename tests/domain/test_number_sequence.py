"""Numbers as they are written in a format."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.errors import Invalid
from clienteling.domain.number_sequence import capacity, check_format, constant, is_decimal, numbered

FORMATS = st.lists(st.sampled_from(["#", "&", "-", "C", "\\#", "\\&"]), min_size=1, max_size=8).map("".join)


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("USMF-CB-######", 1, "USMF-CB-000001"),
        ("CB-&&-###", 1, "CB-AA-001"),
        ("CB-&&-###", 1000, "CB-AB-000"),
        ("CB-&&-###", 675_999, "CB-ZZ-999"),
        ("##/##", 101, "01/01"),
        (r"A\&B-#", 7, "A&B-7"),
    ],
)
def test_the_rightmost_place_counts_first(form: str, number: int, written: str) -> None:
    assert numbered(form, number) == written


@given(FORMATS, st.data())
def test_different_numbers_are_written_differently_as_far_as_there_is_room(form: str, data: st.DataObject) -> None:
    last = capacity(form)
    one, other = (data.draw(st.integers(0, last)) for _ in range(2))
    assert (numbered(form, one) == numbered(form, other)) == (one == other)
    assert len(numbered(form, one)) == len(numbered(form, last))


@given(st.text())
def test_constants_do_not_count(text: str) -> None:
    assert numbered(constant(text), 5) == text or "\\" in text
    assert capacity(constant(text)) == 0


@pytest.mark.parametrize("form", ["", "CB-", r"\#\&", "#" * 61])
def test_a_format_without_places_or_end_is_refused(form: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_format(form)
    assert refusal.value.field == "format"


def test_a_format_has_room_for_what_is_asked() -> None:
    check_format("##", least=99)
    with pytest.raises(Invalid, match="“##” ends with 99"):
        check_format("##", least=100)


def test_only_digits_at_the_end_go_on_behind_numbers_of_others() -> None:
    assert [is_decimal(form) for form in ("C-###", r"A\&-#", "&-#", "#-#", "C")] == [True, True, False, False, False]
