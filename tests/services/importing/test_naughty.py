"""Odd strings in every text of every kind of file, and far too long ones: stored exactly, or rejected with a reason."""

import csv
import io
from dataclasses import dataclass

import pytest

from clienteling.domain.errors import Invalid
from clienteling.domain.importing import Ending, Kind
from tests.support import naughty
from tests.support.imports import Imported

MEGABYTES = 10
LONG = "x" * (MEGABYTES << 20)
UNSTORABLE = ("\0", "a\0b")


@dataclass(frozen=True, slots=True)
class Place:
    """A text column. `row` are the other columns, "#" for the row's number; `stored` finds the texts that came in."""

    kind: Kind
    column: str
    row: dict[str, str]
    stored: str


PLACES = (
    Place(
        Kind.LEGAL_ENTITIES,
        "name",
        {"legal_entity": "E#", "currency": "EUR", "country": "LV"},
        "SELECT name FROM legal_entity WHERE code LIKE 'E%'",
    ),
    Place(Kind.STORES, "name", {"store": "N#", "legal_entity": "USMF"}, "SELECT name FROM store WHERE code LIKE 'N%'"),
    Place(
        Kind.STORES,
        "city",
        {"store": "N#", "legal_entity": "USMF", "name": "x"},
        "SELECT city FROM store WHERE code LIKE 'N%'",
    ),
    Place(
        Kind.WORKERS,
        "name",
        {"personnel_number": "N#", "role": "associate", "stores": "S01"},
        "SELECT name FROM worker WHERE personnel_number LIKE 'N%'",
    ),
    Place(
        Kind.WORKERS,
        "title",
        {"personnel_number": "N#", "role": "associate", "stores": "S01", "name": "x"},
        "SELECT title FROM worker WHERE personnel_number LIKE 'N%'",
    ),
    Place(Kind.PRODUCTS, "name", {"sku": "N#"}, "SELECT name FROM product WHERE sku LIKE 'N%'"),
    Place(Kind.PRODUCTS, "category", {"sku": "N#", "name": "x"}, "SELECT category FROM product WHERE sku LIKE 'N%'"),
    Place(
        Kind.CUSTOMERS,
        "last_name",
        {"account_number": "N#", "legal_entity": "USMF", "first_name": "x"},
        "SELECT last_name FROM customer WHERE account_number LIKE 'N%'",
    ),
    Place(
        Kind.CUSTOMERS,
        "organization",
        {"account_number": "N#", "legal_entity": "USMF", "kind": "organization"},
        "SELECT name FROM customer WHERE account_number LIKE 'N%'",
    ),
    Place(
        Kind.CUSTOMERS,
        "street",
        {"account_number": "N#", "legal_entity": "USMF", "last_name": "x", "country": "AI"},
        "SELECT street FROM customer_address JOIN customer ON customer.id = customer_id WHERE account_number LIKE 'N%'",
    ),
    Place(
        Kind.CUSTOMERS,
        "loyalty_card",
        {"account_number": "N#", "legal_entity": "USMF", "last_name": "x"},
        "SELECT number FROM loyalty_card",
    ),
    Place(
        Kind.CUSTOMERS,
        "phone",
        {"account_number": "N#", "legal_entity": "USMF", "last_name": "x"},
        "SELECT typed FROM customer_phone JOIN customer ON customer.id = customer_id WHERE account_number LIKE 'N%'",
    ),
    Place(Kind.ATTRIBUTES, "name", {"type": "text"}, "SELECT name FROM attribute"),
    Place(
        Kind.ACTIVITY_TYPES,
        "name",
        {"legal_entity": "USMF", "code": "n#"},
        "SELECT name FROM activity_type WHERE code LIKE 'n%'",
    ),
    Place(
        Kind.ACTIVITIES,
        "text",
        {"account_number": "C-1", "type": "visit", "at": "2026-02-01", "source": "n#"},
        "SELECT text FROM activity",
    ),
    Place(
        Kind.ACTIVITIES,
        "title",
        {"account_number": "C-1", "type": "visit", "at": "2026-02-01", "source": "n#", "text": "x"},
        "SELECT title FROM activity",
    ),
    Place(Kind.NOTES, "text", {"account_number": "C-1", "at": "2026-02-01", "source": "n#"}, "SELECT text FROM note"),
    Place(
        Kind.NOTES,
        "title",
        {"account_number": "C-1", "at": "2026-02-01", "source": "n#", "text": "x"},
        "SELECT title FROM note",
    ),
)


def table(place: Place, texts: list[str]) -> str:
    """A file with a row for each text."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([*place.row, place.column])
    for number, text in enumerate(texts):
        writer.writerow([*(part.replace("#", str(number)) for part in place.row.values()), text])
    return stream.getvalue()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.kind} {place.column}")
def test_each_string_is_stored_exactly_or_rejected_at_its_column(company: Imported, place: Place) -> None:
    texts = [text for text in [*naughty.strings(), *UNSTORABLE] if text.strip()]
    if place.kind in (Kind.LEGAL_ENTITIES, Kind.STORES):
        texts = texts[::5] + list(UNSTORABLE)  # each takes its time
    if place.column == "loyalty_card":
        texts = [text for text in texts if "|" not in text]  # that would be several cards
    report = company.take(place.kind, table(place, texts), partial=True)
    assert report.ending is Ending.TAKEN
    # Texts may hold line ends, so a row is known by what it holds, and not by its line.
    assert all(problem.column == place.column and problem.reason for problem in report.problems)
    stored = {text for (text,) in company.select(place.stored)}
    refused = {problem.value for problem in report.problems}
    missing = [
        text for text in texts if text.strip() not in stored and text[:200].strip() not in map(str.strip, refused)
    ]
    assert missing == []
    assert {*UNSTORABLE} <= refused
    assert len(refused) < len(texts) / 2 or place.column in ("phone", "loyalty_card")


@pytest.mark.parametrize("place", PLACES[:1] + PLACES[-2:-1], ids=lambda place: f"{place.kind}")
def test_a_field_of_megabytes_is_a_clear_message(company: Imported, place: Place) -> None:
    with pytest.raises(Invalid, match=r"Line 2 of .* is too long for a table"):
        company.take(place.kind, table(place, [LONG]))
    broken = table(place, ["\n".join(["x" * 1000] * (MEGABYTES << 10)), "behind it"])
    report = company.take(place.kind, broken, partial=True)
    assert report.problems[0].reason.startswith("A field has more than")
    assert report.problems[0].line == 2


def test_a_card_of_megabytes_is_rejected_and_the_next_is_taken(company: Imported) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nUID:{}\nFN:{}\n{}\nEND:VCARD\n"
    cards = [
        card.format(1, "Long Note", f"NOTE:{LONG}"),
        card.format(2, LONG, ""),
        card.format(3, "Ada Lovelace", f"PHOTO;ENCODING=b:{'QUJD' * (MEGABYTES << 18)}"),
    ]
    file = company.write("cards.vcf", "".join(cards))
    report = company.importer.import_file(None, Kind.CUSTOMERS, file, store="S01", partial=True)
    assert (report.created, report.rejected) == (1, 2)
    assert all("At most" in problem.reason for problem in report.problems)
    assert company.select("SELECT name FROM customer WHERE last_name = 'Lovelace'") == [("Ada Lovelace",)]
