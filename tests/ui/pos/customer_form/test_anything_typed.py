"""Odd texts in the fields of the form."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienteling.domain.addresses import Part
from clienteling.ui.pos.customer_form.form_page import FormPage
from clienteling.ui.widgets.field import Field
from tests.support.effort import examples
from tests.support.till import OpenTill
from tests.ui.pos.conftest import SignIn
from tests.ui.pos.customer_form.filling import create, write

SHARED = Path(__file__).parents[5] / "shared" / "data" / "naughty-strings.txt"
NAUGHTY = SHARED.read_text(encoding="utf-8").splitlines() if SHARED.exists() else ["Ω≈ç√∫˜µ≤≥÷", "\u202etest\u202e"]


texts = st.one_of(
    st.sampled_from(NAUGHTY), st.text(max_size=40), st.sampled_from(["\0", "x" * 250, "a\nb", "\t tab ", "\ud83d"])
)


def test_whatever_is_typed_is_refused_at_its_field_or_stored_and_shown(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = create(till)

    @settings(max_examples=examples(40), suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def try_out(data: st.DataObject) -> None:
        till.window.go("new_customer")
        type_and_save(till, page, data)

    try_out()


def fields_of(page: FormPage) -> dict[str, Field]:
    form = page.form
    return {
        "title": form.who.title_field,
        "first": form.who.first_name,
        "last": form.who.last_name,
        "phone": form.who.phones.fields[0],
        "card": form.dates.cards[0].number,
        "street": form.address.parts[Part.STREET],
        "remarks": form.attributes[1].fields["Remarks"].labelled,  # type: ignore[dict-item]
    }


def type_and_save(till: OpenTill, page: FormPage, data: st.DataObject) -> None:
    """Type odd texts into some fields of a new customer, save, and look."""
    page.form.address.country._choose("AI")  # a country with few rules
    fields = fields_of(page)
    for name, field in fields.items():
        if data.draw(st.booleans(), label=name):
            write(field, data.draw(texts, label=f"text of {name}"))
    shown = {name: field.text() for name, field in fields.items()}
    till.customer_page.arguments.clear()
    page.head.save.click()
    assert till.errors == []
    if page.is_active:
        assert [field for field in page.form.findChildren(Field) if field.error], page.banner.text
        assert {name: field.text() for name, field in fields.items()} == shown
        page.head.cancel.click()
        return
    customer_id = till.customer_page.arguments[-1]
    till.window.go("new_customer")
    page.form.show_draft(till.program.services.customer_changes.form(till.session, customer_id).draft)
    again = {name: field.text() for name, field in fields_of(page).items()}
    assert again == {name: text.strip() for name, text in shown.items()}
    page.head.cancel.click()
