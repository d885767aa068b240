"""What files can hold, and what is said of them."""

import pytest

from clienteling.domain.audit import Changes
from clienteling.domain.audit import Kind as Thing
from clienteling.domain.importing import COLUMNS, Columns, Ending, FolderReport, ImportReport, Kind, Rejected


def test_every_kind_says_which_columns_it_needs() -> None:
    assert set(COLUMNS) == set(Kind)
    assert all(columns.required for columns in COLUMNS.values())


def test_kinds_stand_in_the_order_in_which_one_needs_the_other() -> None:
    order = list(Kind)
    assert order.index(Kind.LEGAL_ENTITIES) < order.index(Kind.STORES) < order.index(Kind.WORKERS)
    assert order.index(Kind.ATTRIBUTES) < order.index(Kind.CUSTOMERS) < order.index(Kind.PURCHASES)
    assert order.index(Kind.PRODUCTS) < order.index(Kind.PURCHASES)
    assert order.index(Kind.CUSTOMERS) < order.index(Kind.BOOKS)


@pytest.mark.parametrize(
    ("kind", "column", "known"),
    [
        (Kind.CUSTOMERS, "phone", True),
        (Kind.CUSTOMERS, "phone_2", True),
        (Kind.CUSTOMERS, "phone_12_label", True),
        (Kind.CUSTOMERS, "phone_1", False),
        (Kind.CUSTOMERS, "phone_0", False),
        (Kind.CUSTOMERS, "email_3", True),
        (Kind.CUSTOMERS, "date.Birthday", True),
        (Kind.CUSTOMERS, "date.", False),
        (Kind.CUSTOMERS, "date. Birthday", False),
        (Kind.CUSTOMERS, "consent.email", True),
        (Kind.CUSTOMERS, "consent.pigeon", False),
        (Kind.CUSTOMERS, "attribute.Annual income", True),
        (Kind.CUSTOMERS, "gender", False),
        (Kind.ATTRIBUTES, "label.pt-BR", True),
        (Kind.ATTRIBUTES, "label.", False),
        (Kind.PRODUCTS, "label.lv", False),
    ],
)
def test_columns_of_a_family_are_known(kind: Kind, column: str, known: bool) -> None:
    assert COLUMNS[kind].knows(column) is known


def test_columns_without_a_family_know_only_their_own() -> None:
    columns = Columns(("a",), ("b",))
    assert [columns.knows(name) for name in "abc"] == [True, True, False]


def test_a_rejected_row_gives_its_reason_in_words() -> None:
    rejected = Rejected(3, "Country", "Mars", "“{text}” is no country code like FR.", {"text": "Mars"})
    assert rejected.reason == "“Mars” is no country code like FR."


def test_a_folder_changed_what_its_files_changed() -> None:
    reports = (
        ImportReport(Kind.STORES, "a", Ending.TAKEN, changes=Changes(frozenset({Thing.COMPANY}))),
        ImportReport(Kind.CUSTOMERS, "b", Ending.TAKEN, changes=Changes(frozenset({Thing.CUSTOMERS}), frozenset({1}))),
        ImportReport(Kind.NOTES, "c", Ending.REFUSED),
    )
    changes = FolderReport(reports).changes
    assert changes.kinds == {Thing.COMPANY, Thing.CUSTOMERS}
    assert changes.concerns(Thing.CUSTOMERS, 2)
