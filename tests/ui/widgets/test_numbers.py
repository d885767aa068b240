"""Numbers as people type them in a language."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from clienteling.domain.customer_draft import value_text
from clienteling.ui.widgets.numbers import Numbers


@pytest.mark.parametrize(
    ("language", "typed", "kept"),
    [
        ("lv", "37,5", "37.5"),
        ("lv", "1 234,50", "1234.50"),
        ("da", "1.234,50", "1234.50"),
        ("da", "37.5", "37.5"),
        ("en-GB", "1,234.50", "1234.50"),
        ("en-GB", "-3", "-3"),
        ("lv", "a lot", "a lot"),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(language: str, typed: str, kept: str) -> None:
    assert Numbers(QLocale(language)).read(typed) == kept


@pytest.mark.parametrize("language", ["lv", "da", "en-GB", "id", "ro"])
@given(st.decimals(Decimal(-99_999), Decimal(99_999), places=2))
def test_a_number_that_is_written_reads_the_same(language: str, number: Decimal) -> None:
    numbers, kept = Numbers(QLocale(language)), value_text(number)
    assert Decimal(numbers.read(numbers.write(kept))) == number
