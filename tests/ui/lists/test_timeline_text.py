"""Entries of the timeline in words."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from clienteling.domain.activity import ActivityType, Restriction, TimelineItem, TimelineKind
from clienteling.domain.customer import PurchaseLine
from clienteling.ui.formats import Formats
from clienteling.ui.lists.timeline_text import Entry, entry_of
from tests.ui.lists.samples import NOW

PHONE = ActivityType(1, "phone", "Phone call", "phone")
AT = datetime(2026, 11, 6, 15, 20, tzinfo=UTC)


def _item(kind: TimelineKind, **more: object) -> TimelineItem:
    values: dict[str, object] = {"title": "", "text": "", "worker": "", "store": ""}
    return TimelineItem(1, kind, AT, **{**values, **more})  # type: ignore[arg-type]


def test_an_activity_has_the_name_of_its_type_in_the_language_of_who_reads(formats: Formats) -> None:
    kind = ActivityType(1, "phone", "Phone call", "phone", {formats.language: "Opkald"})
    entry = entry_of(_item(TimelineKind.ACTIVITY, type=kind, title="Phone call"), formats, NOW)
    assert (entry.title, entry.subject) == ("Opkald", "")


def test_an_activity_is_named_by_its_type(formats: Formats) -> None:
    item = _item(
        TimelineKind.ACTIVITY,
        type=PHONE,
        title="Winter carrés",
        text=" Asked when they come. ",
        worker="Jens",
    )
    assert entry_of(item, formats, NOW) == Entry(
        TimelineKind.ACTIVITY,
        "phone",
        "Phone call",
        "Jens",
        "6 Nov, 17:20",
        "Winter carrés",
        "Asked when they come.",
    )


def test_a_title_that_repeats_the_type_is_not_said_twice(formats: Formats) -> None:
    item = _item(TimelineKind.ACTIVITY, type=PHONE, title="Phone call", store="Harbour Street 12")
    entry = entry_of(item, formats, NOW)
    assert (entry.subject, entry.who) == ("", "Harbour Street 12")


def test_an_activity_of_an_unknown_type_is_still_shown(formats: Formats) -> None:
    assert entry_of(_item(TimelineKind.ACTIVITY), formats, NOW).title == "Activity"


@pytest.mark.parametrize(
    ("restriction", "who"),
    [(Restriction.INTERNAL, "Maija · internal"), (Restriction.EXTERNAL, "Maija · external"), (None, "Maija")],
)
def test_a_note_says_who_may_see_it(formats: Formats, restriction: Restriction | None, who: str) -> None:
    item = _item(TimelineKind.NOTE, worker="Maija", text="Silk lining.", restriction=restriction)
    assert entry_of(item, formats, NOW).who == who


def test_a_purchase_has_its_amount_its_receipt_and_its_lines(formats: Formats) -> None:
    lines = (
        PurchaseLine("A1", "Cashmere coat\n", 1, Decimal("1490")),
        PurchaseLine("B2", "", 2, Decimal("350")),
    )
    item = _item(
        TimelineKind.PURCHASE,
        text="100482",
        store="Harbour Street 12",
        amount=Decimal("1840"),
        currency="EUR",
        lines=lines,
    )
    entry = entry_of(item, formats, NOW)
    assert entry.title == "Purchase · €1,840.00"
    assert entry.who == "Harbour Street 12 · receipt 100482"
    assert entry.lines == (("Cashmere coat", "€1,490.00"), ("2 × B2", "€350.00"))
    assert entry.spoken == (
        "Purchase · €1,840.00; Harbour Street 12 · receipt 100482; 6 Nov, 17:20; Cashmere coat €1,490.00; "
        "2 × B2 €350.00"
    )
