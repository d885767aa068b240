"""What was typed into the search, taken over into the form."""

import pytest

from clienteling.domain.customer_draft import ContactDraft, CustomerDraft
from clienteling.ui.pos.customer_form.typed import prefilled


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("anna bērziņa", CustomerDraft(first_name="Anna", last_name="Bērziņa")),
        ("Anna  Marija van Dijk", CustomerDraft(first_name="Anna Marija van", last_name="Dijk")),
        ("anna", CustomerDraft(first_name="Anna")),
        ("20 123 456", CustomerDraft(phones=(ContactDraft("20 123 456", "Mobile", True),))),
        ("+371 20123456", CustomerDraft(phones=(ContactDraft("+371 20123456", "Mobile", True),))),
        ("a@b.lv", CustomerDraft(emails=(ContactDraft("a@b.lv", "", True),))),
        ("LC-0099", CustomerDraft(cards=("LC-0099",))),
        ("12", CustomerDraft()),
    ],
)
def test_it_goes_where_it_fits(typed: str, expected: CustomerDraft) -> None:
    assert prefilled(CustomerDraft(), typed) == expected
