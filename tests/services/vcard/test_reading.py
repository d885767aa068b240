"""What cards of phones and programs say of customers."""

import io
from collections.abc import Mapping

import pytest

from clienteling.domain.errors import Invalid
from clienteling.services.vcard.lines import read_lines, split_cards
from clienteling.services.vcard.properties import parse_card
from clienteling.services.vcard.reading import CardReading, read_card
from tests.support import vcards


def read(content: str | bytes) -> CardReading:
    data = content.encode() if isinstance(content, str) else content
    (raw,) = split_cards(read_lines(io.BytesIO(data)))
    return read_card(parse_card(raw), "USMF")


def card(*lines: str, version: str = "3.0") -> CardReading:
    return read("\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"]))


def cells(found: CardReading) -> Mapping[str, str]:
    """The cells that are not empty, without what the customer is known by."""
    return {c: t for c, t in found.cells.items() if t and c not in ("legal_entity", "account_number", "external_id")}


def test_an_iphone_writes_labels_beside_and_leaves_out_years() -> None:
    found = read(vcards.IPHONE)
    assert cells(found) == {
        "kind": "person",
        "title": "Dr.",
        "first_name": "Zane Marija",
        "last_name": "Bērziņa",
        "email": "zane@example.lv",
        "email_label": "Other",
        "email_2": "zane@work.example",
        "email_2_label": "Work",
        "phone": "+371 20 123 456",
        "phone_label": "Mobile",
        "phone_2": "67 111 111",
        "phone_2_label": "Home",
        "phone_3": "+371 22 222 222",
        "phone_3_label": "Mamma",
        "street": "Brīvības iela 10\nDz. 4",
        "city": "Rīga",
        "postal_code": "LV-1010",
        "country": "LV",
        "date.Birthday": "--04-12",
        "date.Anniversary": "2004-05-06",
        "date.Name day": "2010-06-24",
        "note": "Likes tea, and talks; a lot\nSecond line that is so long that it goes on in the next one",
    }
    assert {name: n for name, n in found.left_out.items() if n} == {"NICKNAME": 1, "ORG": 1, "TITLE": 1, "PHOTO": 1}


def test_an_android_phone_writes_quoted_printable_and_folds_it() -> None:
    found = cells(read(vcards.ANDROID))
    assert (found["first_name"], found["last_name"]) == ("Eva", "Öz")
    assert (found["phone"], found["phone_label"]) == ("+4917012345678", "Mobile")
    assert (found["phone_2"], found["phone_2_label"]) == ("030901820", "Home fax")
    assert (found["street"], found["city"], found["country"]) == ("Müllerstraße 1", "Berlin", "DE")
    assert found["date.Birthday"] == "--04-12"


def test_outlook_2003_writes_the_encoding_of_windows() -> None:
    found = cells(read(vcards.OUTLOOK_2003))
    assert (found["title"], found["first_name"], found["last_name"]) == ("Mme", "Françoise", "Lefèvre")
    assert found["note"] == "Préfère le thé;\ntient à son café aussi € 100"
    assert (found["phone"], found["phone_label"]) == ("01 42 68 53 01", "Work fax")
    assert found["street"] == "12 rue de l'Église\n3e étage"
    assert (found["date.Birthday"], found["date.Anniversary"]) == ("1971-03-14", "1996-06-21")
    assert found["email"] == "francoise@example.fr"


def test_gmail_and_its_uid() -> None:
    found = read(vcards.GMAIL)
    assert cells(found)["last_name"] == "Núñez"
    assert cells(found)["country"] == "ES"
    assert cells(found)["date.Cliente desde"] == "2012-09-01"
    assert found.cells["external_id"] == "2f9c1a40d8ffb0a1"


def test_lotus_notes_writes_latin_1_and_addresses_that_are_none() -> None:
    found = read(vcards.LOTUS_NOTES)
    assert (cells(found)["first_name"], cells(found)["last_name"]) == ("Jürgen", "Müller")
    assert cells(found)["email"] == "juergen.mueller@example.de"
    assert "email_2" not in found.cells
    assert cells(found)["street"] == "Friedrichstraße 1\nBüro 5"
    assert found.cells["date.Birthday"] == "1965-02-29"  # no such day: the row is refused
    assert (found.left_out["EMAIL"], found.left_out["ADR"]) == (1, 1)


def test_macos_writes_companies_and_utf_16() -> None:
    found = cells(read(vcards.MACOS))
    assert (found["kind"], found["organization"]) == ("organization", "Café Ærø & Co.")
    assert (found["phone"], found["phone_label"]) == ("+45 62 52 00 00", "Main")
    assert found["country"] == "DK"


def test_version_4_with_its_links_and_preferences() -> None:
    found = cells(read(vcards.V4))
    assert (found["first_name"], found["last_name"]) == ("J. Philip, Paul", "Doe Jr., M.D.")
    assert (found["email"], found["email_label"], found["email_2"]) == ("boss@example.com", "Home", "jdoe@example.com")
    assert (found["phone"], found["phone_label"]) == ("+1-206-555-0199 ext. 102", "Mobile")
    assert (found["street"], found["state"], found["country"]) == ("123 Main Street", "CA", "US")
    assert (found["date.Birthday"], found["date.Anniversary"]) == ("--04-12", "2009-08-08")
    assert found["language"] == "fr"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("BDAY:1980-04-12", "1980-04-12"),
        ("BDAY:19800412", "1980-04-12"),
        ("BDAY:1980-04-12T00:00:00Z", "1980-04-12"),
        ("BDAY:19800412T000000", "1980-04-12"),
        ("BDAY;VALUE=date:--0412", "--04-12"),
        ("BDAY:--04-12", "--04-12"),
        ("BDAY:1604-02-29", "--02-29"),
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-04-12", "--04-12"),
        ("BDAY:", None),
        ("BDAY:4501-01-01", None),
        ("BDAY:1980", None),
        ("BDAY:1980-04", None),
        ("BDAY:---12", None),
        ("BDAY;VALUE=text:circa 1800", None),
        ("BDAY:yesterday", "yesterday"),
    ],
)
def test_birthdays_in_all_spellings(line: str, day: str | None) -> None:
    assert card("FN:Ada", line).cells.get("date.Birthday") == day


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("TEL;CELL:1", "Mobile"),
        ("TEL;TYPE=cell,voice:1", "Mobile"),
        ('TEL;TYPE="work,fax":1', "Work fax"),
        ("TEL;type=WORK;type=pref:1", "Work"),
        ("tel;Type=IPHONE:1", "Mobile"),
        ("TEL;VOICE:1", ""),
        ("TEL:1", ""),
    ],
)
def test_types_in_all_spellings(line: str, label: str) -> None:
    assert card("FN:Ada", line).cells["phone_label"] == label


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("FN:Ada Maria Lovelace",), ("Ada Maria", "Lovelace")),
        (("FN:Ada", "N:;;;;"), ("", "Ada")),
        (("N:Lovelace;Ada",), ("Ada", "Lovelace")),
        (("N:Smith\\, Jr;John;;;", "FN:x"), ("John", "Smith, Jr")),
        (("N:O\\;Neil;C\\\\D\\nE;;;",), ("C\\D\nE", "O;Neil")),
    ],
)
def test_names(lines: tuple[str, ...], names: tuple[str, str]) -> None:
    found = card(*lines).cells
    assert (found["first_name"], found["last_name"]) == names


def test_in_version_2_1_only_the_semicolon_is_escaped() -> None:
    found = card("N:O\\;Neil;C:\\new\\,", version="2.1").cells
    assert (found["last_name"], found["first_name"]) == ("O;Neil", "C:\\new\\,")


def test_a_card_without_uid_is_known_by_what_tells_people_apart() -> None:
    ids = [card("FN:Ada", "TEL:1", *more).cells["external_id"] for more in ((), ("TITLE:Dr",), ("EMAIL:a@b.c",))]
    assert ids[0] == ids[1] != ids[2]


def test_our_own_cards_are_known_by_account_number() -> None:
    assert card("FN:Ada", "X-CLIENTELING-ACCOUNT:C-1", "UID:other").cells["account_number"] == "C-1"
    found = card("FN:Ada", "UID:x-clienteling:USMF:C%3A1").cells
    assert (found["account_number"], "external_id" in found) == ("C:1", False)
    with pytest.raises(Invalid, match="legal entity DEMF"):
        card("FN:Ada", "UID:x-clienteling:DEMF:C-1")


def test_an_unknown_country_is_left_out_and_counted() -> None:
    found = card("FN:Ada", "ADR:;;Main St 1;Town;;1;Atlantis")
    assert found.cells["country"] == ""
    assert found.left_out["ADR (country)"] == 1
