"""What was typed into the form of a customer, and what comes of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clienteling.domain.attribute import Attribute, AttributeType, Option, Value
from clienteling.domain.customer import (
    Address,
    Channel,
    Consent,
    Customer,
    CustomerKind,
    Email,
    ImportantDate,
    Phone,
)
from clienteling.domain.customer_draft import (
    AddressDraft,
    ContactDraft,
    CustomerDraft,
    DateDraft,
    clashing,
    draft_of,
    new_draft,
    rebased,
    yielding,
)
from clienteling.domain.customer_reading import WrongFields, identity_in, validated
from clienteling.domain.dates import YearlyDate
from clienteling.domain.duplicates import Identity
from clienteling.domain.errors import Invalid

TODAY = date(2026, 11, 22)
ATTRIBUTES = {
    "Brand": Attribute(1, "Brand", AttributeType.TEXT, options=(Option("Fabrikam"), Option("Contoso"))),
    "Size": Attribute(2, "Size", AttributeType.DECIMAL, lowest=Decimal(30), highest=Decimal(50)),
    "VIP": Attribute(3, "VIP", AttributeType.BOOLEAN),
    "Interests": Attribute(4, "Interests", AttributeType.TEXT, multi_value=True),
    "Member since": Attribute(5, "Member since", AttributeType.DATE_TIME),
    "Remarks": Attribute(6, "Remarks", AttributeType.TEXT),
}
NOBODY = Customer(
    id=0,
    legal_entity_id=1,
    account_number="",
    kind=CustomerKind.PERSON,
    title="",
    first_name="",
    last_name="",
    name="",
    language="",
    since=None,
    phones=(),
    emails=(),
    addresses=(),
    loyalty_cards=(),
    important_dates=(),
    consents=(),
)
ANNA = replace(
    NOBODY,
    id=7,
    account_number="MA-003907",
    title="Ms",
    first_name="Anna",
    last_name="Bērziņa",
    name="Anna Bērziņa",
    language="lv",
    phones=(Phone("20 123 456", "+37120123456", "mobile", True), Phone("none of ours", None, "", False)),
    emails=(Email("anna@example.org", "", True), Email("a.b@example.org", "work", False)),
    addresses=(
        Address("Miera iela 24-7", "Rīga", "LV-1013", "", "LV", "home", primary=True),
        Address("Elsewhere 1", "Nowhere", "", "", "", "", primary=False),
    ),
    loyalty_cards=("LC 1", "LC 2"),
    important_dates=(
        ImportantDate("Anniversary", YearlyDate(2, 29)),
        ImportantDate("Birthday", YearlyDate(11, 18, 1988)),
    ),
    consents=(Consent(Channel.PHONE, True), Consent(Channel.POST, False)),
)
VALUES: dict[str, Value | None] = {
    "Brand": "Contoso",
    "Size": Decimal("37.5"),
    "VIP": True,
    "Interests": ("golf", "wine"),
    "Remarks": None,
}

SHARED = Path(__file__).parents[3] / "shared" / "data" / "naughty-strings.txt"
NAUGHTY = SHARED.read_text(encoding="utf-8").splitlines() if SHARED.exists() else ["\u202etest", "\ufeff", "Ω≈ç√∫˜µ≤≥÷"]
texts = st.one_of(
    st.text(max_size=70), st.sampled_from(NAUGHTY), st.sampled_from(["x" * 201, "\0", "\ud800", "  a  b "])
)


def read(draft: CustomerDraft, old: Customer = NOBODY) -> Customer:
    return validated(draft, old, "LV", TODAY, ATTRIBUTES)[0]


def wrong(draft: CustomerDraft, old: Customer = NOBODY) -> list[str]:
    with pytest.raises(WrongFields) as refusal:
        validated(draft, old, "LV", TODAY, ATTRIBUTES)
    return [problem.field for problem in refusal.value.problems]


def test_a_form_left_as_it_was_changes_nothing() -> None:
    customer, values = validated(draft_of(ANNA, VALUES, "LV"), ANNA, "LV", TODAY, ATTRIBUTES)
    assert customer == ANNA
    assert values == {name: value for name, value in VALUES.items() if value is not None}


def test_somebody_with_one_name_only_keeps_it() -> None:
    imported = replace(ANNA, first_name="", last_name="")
    draft = draft_of(imported, {}, "LV")
    assert (draft.first_name, draft.last_name) == ("Anna", "Bērziņa")
    assert read(draft, imported) == imported
    assert read(replace(draft, last_name="Ozola"), imported).name == "Anna Ozola"


def test_a_new_customer_needs_a_name_and_nothing_else() -> None:
    assert wrong(new_draft(CustomerKind.PERSON, "LV", "lv")) == ["last_name"]
    assert wrong(new_draft(CustomerKind.ORGANIZATION, "LV", "lv")) == ["organization"]
    customer = read(replace(new_draft(CustomerKind.PERSON, "LV", "lv"), first_name=" Anna "))
    assert (customer.name, customer.first_name, customer.addresses) == ("Anna", "Anna", ())


def test_all_wrong_fields_are_told_at_once() -> None:
    draft = CustomerDraft(
        first_name="x" * 201,
        phones=(ContactDraft("20123456"), ContactDraft("20 123 456"), ContactDraft("1" * 61)),
        emails=(ContactDraft("nonsense"), ContactDraft("a@b")),
        address=AddressDraft("LV", street="Miera iela", postal_code="12"),
        dates=(DateDraft("Birthday", "2030-01-01"), DateDraft("", "2001-02-03"), DateDraft("Wedding", "soon")),
        cards=("LC 1", " LC 1"),
        values={"Brand": "Unknown", "Size": "12", "VIP": "yes", "Interests": "a|b"},
    )
    assert wrong(draft) == [
        "first_name",
        "phones.1",
        "phones.2",
        "emails.0",
        "city",
        "postal_code",
        "cards.1",
        "dates.0",
        "dates.1.name",
        "dates.2",
        "values.Brand",
        "values.Size",
    ]


def test_phones_are_kept_as_typed_and_as_dialled_in_the_country_of_the_address() -> None:
    draft = CustomerDraft(last_name="x", phones=(ContactDraft("20 123 456"), ContactDraft("ask at the desk")))
    assert read(draft).phones == (
        Phone("20 123 456", "+37120123456", "", True),
        Phone("ask at the desk", None, "", False),
    )
    abroad = AddressDraft("DE", "Hauptstr. 1", "10115", "Berlin")
    draft = replace(draft, phones=(ContactDraft("030 901820"),), address=abroad)
    assert read(draft).phones[0].e164 == "+4930901820"


def test_moving_to_another_country_does_not_change_a_number() -> None:
    draft = draft_of(ANNA, {}, "LV")
    moved = replace(draft, address=AddressDraft("DE", "Hauptstr. 1", "10115", "Berlin"))
    assert read(moved, ANNA).phones == ANNA.phones


def test_the_primary_contact_comes_first_and_blank_ones_are_left_out() -> None:
    draft = CustomerDraft(
        last_name="x",
        emails=(ContactDraft("a@b"), ContactDraft("  ", primary=True), ContactDraft("c@d", "work", primary=True)),
    )
    assert read(draft).emails == (Email("c@d", "work", True), Email("a@b", "", False))


def test_an_address_that_was_there_is_not_checked_until_it_is_changed() -> None:
    bad = replace(ANNA, addresses=(Address("Miera iela", "", "13", "", "LV", "", primary=True),))
    draft = draft_of(bad, {}, "LV")
    assert read(replace(draft, title="Dr."), bad).addresses == bad.addresses
    assert wrong(replace(draft, address=replace(draft.address, street="Miera iela 2")), bad) == ["city", "postal_code"]


def test_an_address_can_be_taken_away_and_the_others_stay() -> None:
    draft = replace(draft_of(ANNA, {}, "LV"), address=AddressDraft("LV"))
    assert read(draft, ANNA).addresses == ANNA.addresses[1:]


def test_what_two_people_typed_into_a_form_is_brought_together() -> None:
    old = draft_of(ANNA, VALUES, "LV")
    mine = replace(old, title="Dr.", values={**old.values, "Size": "38"})
    theirs = replace(old, title="Prof.", language="en", values={**old.values, "VIP": "no"})
    together = rebased(mine, old, theirs)
    assert (together.title, together.language) == ("Dr.", "en")
    assert (together.values["Size"], together.values["VIP"]) == ("38", "no")
    assert rebased(old, old, theirs) == theirs


def test_what_both_changed_in_another_way_can_be_left_to_the_other() -> None:
    old = draft_of(ANNA, VALUES, "LV")
    mine = replace(old, title="Dr.", language="de", values={**old.values, "Size": "38", "VIP": "no"})
    theirs = replace(old, title="Prof.", language="de", values={**old.values, "Size": "40"})
    clashes = clashing(mine, old, theirs)
    assert clashes == ("title", "Size")
    left = yielding(rebased(mine, old, theirs), clashes, theirs)
    assert (left.title, left.language) == ("Prof.", "de")
    assert (left.values["Size"], left.values["VIP"]) == ("40", "no")
    assert clashing(mine, old, old) == clashing(old, old, theirs) == clashing(mine, old, mine) == ()


def test_a_form_tells_whom_it_is_about_as_far_as_it_can_be_read() -> None:
    draft = CustomerDraft(
        first_name="Anna",
        phones=(ContactDraft("20 123 466"), ContactDraft("")),
        emails=(ContactDraft(" half@"),),
        dates=(DateDraft("Birthday", "18.11"), DateDraft("Birthday", "--11-18")),
    )
    assert identity_in(draft, "LV") == Identity("Anna", YearlyDate(11, 18), ("+37120123466",), ("half@",))


drafts = st.builds(
    CustomerDraft,
    kind=st.sampled_from(CustomerKind),
    title=texts,
    first_name=texts,
    last_name=texts,
    organization=texts,
    language=texts,
    phones=st.lists(st.builds(ContactDraft, texts, texts, st.booleans()), max_size=2).map(tuple),
    emails=st.lists(st.builds(ContactDraft, texts, texts, st.booleans()), max_size=2).map(tuple),
    address=st.builds(AddressDraft, st.sampled_from(["LV", "US", "", "DE"]), texts, texts, texts, texts),
    dates=st.lists(st.builds(DateDraft, texts, texts | st.just("--02-29")), max_size=2).map(tuple),
    cards=st.lists(texts, max_size=2).map(tuple),
    consents=st.just((Consent(Channel.EMAIL, True),)),
    values=st.dictionaries(st.sampled_from(sorted(ATTRIBUTES)), texts, max_size=3),
)


@given(drafts)
@example(CustomerDraft(last_name="\0"))
@example(CustomerDraft(first_name="١٢٣", dates=(DateDraft("x", "١٩٨٨-١١-١٨"),)))
def test_whatever_is_typed_is_refused_at_its_field_or_taken_exactly(draft: CustomerDraft) -> None:
    problems: tuple[Invalid, ...] = ()
    try:
        customer, values = validated(draft, NOBODY, "LV", TODAY, ATTRIBUTES)
    except WrongFields as refusal:
        problems = refusal.problems
    if problems:
        assert all(problem.field and problem.message for problem in problems)
        return
    shown = draft_of(customer, values, "LV")
    person = draft.kind is CustomerKind.PERSON
    assert shown.title == draft.title.strip()
    assert shown.name == draft.name
    if person and draft.first_name.strip():
        assert (shown.first_name, shown.last_name) == (draft.first_name.strip(), draft.last_name.strip())
    typed = {(c.typed.strip(), c.label.strip()) for c in (*draft.phones, *draft.emails) if c.typed.strip()}
    assert {(c.typed, c.label) for c in (*shown.phones, *shown.emails)} == typed
    assert set(shown.cards) == {card.strip() for card in draft.cards} - {""}
    if not draft.address.is_blank:
        for part in ("country", "street", "postal_code", "city", "state"):
            assert getattr(shown.address, part) == getattr(draft.address, part).strip()
    for name, text in draft.values.items():
        if text.strip() and ATTRIBUTES[name].type is AttributeType.TEXT and not ATTRIBUTES[name].multi_value:
            assert shown.values[name].casefold() == text.strip().casefold() or name == "Brand"
