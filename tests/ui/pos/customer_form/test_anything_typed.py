"""Odd texts in the fields of the form."""

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienteling.domain.addresses import Part
from clienteling.ui.widgets.field import Field
from tests.support.till import OpenTill
from tests.ui.pos.conftest import SignIn
from tests.ui.pos.customer_form.filling import create, created, edit, write

SHARED = Path(__file__).parents[5] / "shared" / "data" / "naughty-strings.txt"
NAUGHTY = SHARED.read_text(encoding="utf-8").splitlines() if SHARED.exists() else ["Ω≈ç√∫˜µ≤≥÷", "\u202etest\u202e"]


texts = st.one_of(
    st.sampled_from(NAUGHTY), st.text(max_size=40), st.sampled_from(["\0", "x" * 250, "a\nb", "\t tab ", "\ud83d"])
)


def test_whatever_is_typed_is_refused_at_its_field_or_stored_and_shown(sign_in: SignIn) -> None:
    till = sign_in("001")

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def try_out(data: st.DataObject) -> None:
        type_and_save(till, data)

    try_out()


def type_and_save(till: OpenTill, data: st.DataObject) -> None:
    """Type odd texts into some fields of a new customer, save, and look."""
    page = create(till)
    page.form.show_draft(replace(page.form.draft(), phones=(), emails=(), cards=(), dates=(), values={}))
    fields: dict[str, Field] = {
        "title": page.form.who.title_field,
        "first": page.form.who.first_name,
        "last": page.form.who.last_name,
        "phone": page.form.who.phones.fields[0],
        "card": page.form.dates.cards[0].number,
        "street": page.form.address.parts[Part.STREET],
        "remarks": page.form.attributes[1].fields["Remarks"].labelled,  # type: ignore[dict-item]
    }
    page.form.address.country._choose("AI")  # a country with few rules
    typed = {}
    for name, field in fields.items():
        if data.draw(st.booleans(), label=name):
            write(field, data.draw(texts, label=f"text of {name}"))
            typed[name] = field.text()
    shown = {name: field.text() for name, field in fields.items()}
    page.head.save.click()
    assert till.errors == []
    if not till.customer_page.arguments:
        wrong = [field for field in page.form.findChildren(Field) if field.error]
        assert wrong, page.banner.text
        assert {name: field.text() for name, field in fields.items()} == shown
        page.head.cancel.click()
        return
    customer = created(till)
    till.customer_page.arguments.clear()
    again = edit(till, customer.id)
    assert again.form.who.title_field.text() == shown["title"].strip()
    assert again.form.who.first_name.text() == shown["first"].strip()
    assert again.form.who.last_name.text() == shown["last"].strip()
    assert again.form.who.phones.fields[0].text() == shown["phone"].strip()
    assert again.form.dates.cards[0].number.text() == shown["card"].strip()
    assert again.form.attributes[1].fields["Remarks"].text() == shown["remarks"].strip()
