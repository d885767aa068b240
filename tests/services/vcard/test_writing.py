"""Cards that we write: whole for others, and exactly what was there for ourselves."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.customer import Address, Customer, CustomerKind, Email, ImportantDate, Phone
from clienteling.domain.dates import YearlyDate
from clienteling.services.vcard.lines import read_lines, split_cards
from clienteling.services.vcard.properties import parse_card
from clienteling.services.vcard.reading import read_card
from clienteling.services.vcard.writing import Version, card_text


def customer(**parts: object) -> Customer:
    known: dict[str, object] = {
        "id": 1,
        "legal_entity_id": 1,
        "account_number": "C-1",
        "kind": CustomerKind.PERSON,
        "title": "Ms.",
        "first_name": "Ada",
        "last_name": "Lovelace",
        "name": "Ada Lovelace",
        "language": "en-GB",
        "since": date(2019, 3, 1),
        "phones": (Phone("(206) 555-0188", None, "Mobile", True), Phone("1", None, "Until 2023", False)),
        "emails": (Email("ada@example.com", "Home", True), Email("a@example.org", "", False)),
        "addresses": (Address("1 Main St\nFlat 2", "Seattle", "98101", "WA", "US", "", True),),
        "loyalty_cards": ("L-1", "L;2"),
        "important_dates": (
            ImportantDate("Anniversary", YearlyDate(2, 29)),
            ImportantDate("Birthday", YearlyDate(12, 10, 1815)),
            ImportantDate("Name day", YearlyDate(6, 24)),
        ),
        "consents": (),
    }
    return Customer(**(known | parts))  # type: ignore[arg-type]


def read(text: str) -> dict[str, str]:
    (raw,) = split_cards(read_lines(io.BytesIO(text.encode())))
    return read_card(parse_card(raw), "USMF").cells


@pytest.mark.parametrize("version", Version)
def test_everything_that_has_a_place_is_read_again(version: Version) -> None:
    assert read(card_text(customer(), "USMF", version)) == {
        "legal_entity": "USMF",
        "account_number": "C-1",
        "kind": "person",
        "title": "Ms.",
        "first_name": "Ada",
        "last_name": "Lovelace",
        "phone": "(206) 555-0188",
        "phone_label": "Mobile",
        "phone_2": "1",
        "phone_2_label": "Until 2023",
        "email": "ada@example.com",
        "email_label": "Home",
        "email_2": "a@example.org",
        "email_2_label": "",
        "street": "1 Main St\nFlat 2",
        "city": "Seattle",
        "postal_code": "98101",
        "state": "WA",
        "country": "US",
        "language": "en-GB",
        "since": "2019-03-01",
        "loyalty_card": "L-1|L;2",
        "date.Anniversary": "--02-29",
        "date.Birthday": "1815-12-10",
        "date.Name day": "--06-24",
    }


@pytest.mark.parametrize("version", Version)
def test_an_organization_stays_one(version: Version) -> None:
    shop = customer(kind=CustomerKind.ORGANIZATION, name="Hats; & Co.", first_name="Ada", last_name="")
    cells = read(card_text(shop, "USMF", version))
    assert (cells["kind"], cells["organization"], cells["first_name"]) == ("organization", "Hats; & Co.", "Ada")


def test_the_card_as_others_see_it() -> None:
    plain = customer(
        phones=(Phone("+12065550188", None, "Mobile", True),), emails=(), addresses=(), loyalty_cards=(), since=None
    )
    assert card_text(plain, "USMF", Version.V4).split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//Clienteling//vCard//EN",
        "UID:x-clienteling:USMF:C-1",
        "FN:Ada Lovelace",
        "N:Lovelace;Ada;;Ms.;",
        "KIND:individual",
        "TEL;PREF=1;TYPE=cell:+12065550188",
        "ANNIVERSARY:--0229",
        "BDAY:18151210",
        "item1.X-ABDATE;X-APPLE-OMIT-YEAR=1604:1604-06-24",
        "item1.X-ABLabel:Name day",
        "X-CLIENTELING-ACCOUNT:C-1",
        "X-CLIENTELING-LANGUAGE:en-GB",
        "END:VCARD",
        "",
    ]


def test_lines_are_folded_between_letters() -> None:
    text = card_text(customer(last_name="Bērziņa" * 40), "USMF", Version.V3)
    assert max(len(line.encode()) for line in text.split("\r\n")) == 75
    assert read(text)["last_name"] == "Bērziņa" * 40


STORABLE = (
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
    | st.text('a,;:\\\n\r"= n', min_size=1)
).map(str.strip)


@given(first=STORABLE.filter(bool), last=STORABLE, street=STORABLE, label=STORABLE, version=st.sampled_from(Version))
def test_any_text_comes_back_exactly(first: str, last: str, street: str, label: str, version: Version) -> None:
    odd = customer(
        first_name=first,
        last_name=last,
        name=f"{first} {last}",
        phones=(Phone(first, None, label, True),),
        addresses=(Address(street, "City", "", "", "", "", True),),
    )
    cells = read(card_text(odd, "USMF", version))
    assert (cells["first_name"], cells["last_name"], cells["street"]) == (first, last, street)
    assert (cells["phone"], cells["phone_label"]) == (first, label)
