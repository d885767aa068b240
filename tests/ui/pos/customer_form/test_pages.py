"""The pages that create and edit a customer, in the window of a till."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clienteling.domain.addresses import Part
from clienteling.domain.customer import Channel, Consent, Customer, CustomerKind
from clienteling.domain.customer_draft import AddressDraft, ContactDraft, CustomerDraft, DateDraft
from clienteling.domain.errors import StorageFull
from clienteling.domain.operations import Operation
from clienteling.services.customer_changes import CustomerChanges
from clienteling.ui.pos.customer_form.edit_page import EditCustomerPage
from clienteling.ui.pos.customer_form.form_page import FormPage
from clienteling.ui.pos.customer_form.new_page import NewCustomerPage
from clienteling.ui.widgets.field import Field
from tests.support.till import OpenTill

SignIn = Callable[..., OpenTill]
SHARED = Path(__file__).parents[5] / "shared" / "data" / "naughty-strings.txt"
NAUGHTY = SHARED.read_text(encoding="utf-8").splitlines() if SHARED.exists() else ["Ω≈ç√∫˜µ≤≥÷", "\u202etest\u202e"]

ILZE = CustomerDraft(
    title="Dr.",
    first_name="Ilze",
    last_name="Vītola",
    language="lv",
    phones=(ContactDraft("(212) 555-7788", "Mobile", True), ContactDraft("+371 20 000 001", "Work")),
    emails=(ContactDraft("ilze@example.net", "", True),),
    address=AddressDraft("US", "5 Elm Street", "10012", "New York", "NY"),
    dates=(DateDraft("Birthday", "1990-02-28"), DateDraft("Wedding", "--06-24")),
    cards=("LC-9000",),
    consents=(Consent(Channel.EMAIL, True), Consent(Channel.POST, False)),
    values={"Brand": "Contoso", "VIP": "yes", "Interests": "golf|wine", "Size": "37.5", "Member since": "2026-01-02"},
)


def create(till: OpenTill, argument: object = None) -> NewCustomerPage:
    page = till.show(NewCustomerPage, "new_customer", argument)
    assert isinstance(page, NewCustomerPage)
    return page


def edit(till: OpenTill, customer_id: int) -> EditCustomerPage:
    page = till.show(EditCustomerPage, "edit_customer", customer_id)
    assert isinstance(page, EditCustomerPage)
    return page


def write(field: Field, text: str) -> None:
    """As a person types or pastes it."""
    field.edit.setFocus()
    field.edit.selectAll()
    field.edit.insert(text)
    field.edit.textEdited.emit(field.edit.text())


def fill(page: FormPage, draft: CustomerDraft) -> None:
    page.form.show_draft(draft)
    page.form.edited.emit()


def look(page: FormPage) -> None:
    """Let the pause pass after which duplicates are looked for."""
    assert page.duplicates.pause.isActive()
    page.duplicates.pause.stop()
    page.duplicates.look()


def stored(till: OpenTill, customer_id: int) -> Customer:
    return till.program.services.customers.profile(till.session, customer_id).customer


def created(till: OpenTill) -> Customer:
    """The customer whose page was gone to."""
    (customer_id,) = till.customer_page.arguments
    return stored(till, customer_id)


def errors(page: FormPage) -> dict[str, str]:
    return {field.label: field.error for field in page.form.findChildren(Field) if field.error}


def test_a_new_customer_is_stored_put_into_the_book_and_shown(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = create(till)
    write(page.form.who.first_name, "Ilze")
    write(page.form.who.last_name, "Vītola")
    write(page.form.who.birth_date, "28/02/1990")
    write(page.form.who.phones.fields[0], "212 555 7788")
    page.head.save.click()
    customer = created(till)
    assert (customer.name, customer.phones[0].e164) == ("Ilze Vītola", "+12125557788")
    assert customer.important_dates[0].day.year == 1990
    profile = till.program.services.customers.profile(till.session, customer.id)
    assert profile.holder is not None
    assert "and in your client book" in till.toast.text
    till.toast.undo_button.click()
    assert till.program.services.customers.profile(till.session, customer.id).holder is None
    assert till.errors == []


def test_everything_in_the_form_is_stored_as_it_stands_there(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = create(till)
    fill(page, ILZE)
    assert page.form.draft() == ILZE
    page.head.tick.setChecked(False)
    page.head.save.click()
    customer = created(till)
    form = till.program.services.customer_changes.form(till.session, customer.id)
    assert form.draft == ILZE
    assert till.program.services.customers.profile(till.session, customer.id).holder is None


def test_all_wrong_fields_say_so_and_the_first_gets_the_focus(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = create(till)
    fill(
        page,
        replace(
            ILZE,
            first_name="",
            last_name=" ",
            emails=(ContactDraft("nonsense"),),
            address=AddressDraft("US", "5 Elm Street", "1", "New York", "NY"),
            dates=(DateDraft("Birthday", "soon"), DateDraft("", "--06-24")),
            cards=("LC-0001 C-0001",),
            values={"Size": "12"},
        ),
    )
    page.head.save.click()
    wrong = errors(page)
    assert set(wrong) == {"Last name", "Birth date", "E-mail", "ZIP code", "Important date", "Size"}
    assert till.window.focusWidget() is page.form.who.last_name.edit
    write(page.form.who.last_name, "Vītola")
    assert "Last name" not in errors(page)
    assert page.form.who.birth_date.text() == "soon"
    for field, text in ((page.form.who.birth_date, ""), (page.form.who.emails.fields[0], "a@b")):
        write(field, text)
    write(page.form.address.parts[Part.POSTAL_CODE], "10012")
    write(page.form.dates.dates[0].name, "Wedding")
    write(page.form.attributes[0].fields["Size"].labelled, "38")  # type: ignore[arg-type]
    page.head.save.click()
    assert set(errors(page)) == {"Loyalty card"}
    assert till.customer_page.arguments == []


def test_what_is_typed_survives_a_refusal_and_leaving_and_is_there_after_a_restart(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    till = sign_in("001")
    page = create(till)
    fill(page, ILZE)
    refused = StorageFull("The disk is full.")
    with monkeypatch.context() as patch:
        patch.setattr(CustomerChanges, "create", lambda *_, **__: (_ for _ in ()).throw(refused))
        page.head.save.click()
    assert page.banner.isVisible()
    assert "The disk is full" in page.banner.text
    assert page.form.draft() == ILZE
    till.window.go("search")
    till.window.go("new_customer")
    assert page.form.draft() == ILZE
    till.close()
    again = create(sign_in("001"))
    assert again.form.draft() == ILZE
    assert again.head.kept.text() == "kept as a draft"
    assert create(sign_in("002")).form.draft().first_name == ""


def test_what_is_typed_is_put_by_after_a_moment_without_leaving(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = create(till)
    write(page.form.who.first_name, "Ilz")
    assert till.program.services.customer_changes.form(till.session).kept is None
    page._keeping.timeout.emit()
    kept = till.program.services.customer_changes.form(till.session).kept
    assert kept is not None
    assert kept.typed.first_name == "Ilz"


def test_cancel_throws_the_draft_away_and_the_toast_brings_it_back(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = create(till)
    fill(page, ILZE)
    page.head.cancel.click()
    assert till.program.services.customer_changes.form(till.session).kept is None
    assert "Ilze Vītola" in till.toast.text
    till.toast.undo_button.click()
    assert page.form.draft() == ILZE


def test_what_was_searched_for_is_taken_over_and_an_older_draft_waits(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = create(till)
    fill(page, ILZE)
    till.window.go("search")
    till.window.go("new_customer", "jens kjær")
    assert (page.form.draft().first_name, page.form.draft().last_name) == ("Jens", "Kjær")
    assert page.banner.isVisible()
    assert "Ilze Vītola" in page.banner.title
    page.banner.acted.emit()
    assert page.form.draft() == ILZE
    assert "Jens Kjær" in page.banner.title
    page.head.save.click()
    assert created(till).name == "Ilze Vītola"
    till.window.go("new_customer")
    assert page.form.draft().first_name == "Jens"


def test_a_likely_duplicate_is_compared_and_can_be_opened(sign_in: SignIn) -> None:
    till = sign_in("001")
    known = till.program.services.customer_changes.create(till.session, ILZE, add_to_book=True).customer
    page = create(till)
    box = page.form.duplicates
    fill(page, replace(CustomerDraft(), first_name="Ilze", last_name="Vitola", phones=(ContactDraft("212 555 7798"),)))
    look(page)
    assert box.isVisible()
    assert box.title.text() == "Looks like Ilze Vītola"
    assert box.book.text().startswith("In your client book")
    assert [(line.name, line.same) for line in box.comparison.lines] == [("Name", True), ("Phone", False)]
    assert box.reason.text() == "Same name. The phone differs by one digit."
    box.open_button.click()
    assert till.customer_page.arguments == [known.id]
    till.window.back()
    assert page.form.draft().last_name == "Vitola"


def test_somebody_else_goes_away_and_is_remembered_when_it_is_saved(sign_in: SignIn) -> None:
    till = sign_in("001")
    known = till.program.services.customer_changes.create(till.session, ILZE).customer
    page = create(till)
    fill(page, replace(ILZE, cards=()))
    look(page)
    page.form.duplicates.refuse_button.click()
    assert not page.form.duplicates.isVisible()
    look(page)
    assert not page.form.duplicates.isVisible()
    page.head.save.click()
    new = created(till)
    draft = till.program.services.customer_changes.form(till.session, new.id).draft
    found = till.program.services.customer_changes.likely_duplicates(till.session, draft, new.id)
    assert known.id not in [likely.customer_id for likely in found]


def test_several_who_look_alike_can_each_be_compared(sign_in: SignIn) -> None:
    till = sign_in("001")
    changes = till.program.services.customer_changes
    changes.create(till.session, ILZE)
    other = changes.create(till.session, CustomerDraft(first_name="Ilze", last_name="Vitola")).customer
    page = create(till)
    fill(page, replace(ILZE, cards=()))
    look(page)
    box = page.form.duplicates
    assert [link.label for link in box.others] == [f"Also like Ilze Vitola, {other.account_number}"]
    box.others[0].click()
    assert box.title.text() == "Looks like Ilze Vitola"


def test_without_the_permission_the_page_says_who_may(sign_in: SignIn) -> None:
    till = sign_in("001")
    till.till.permissions.forbidden = {Operation.CUSTOMER_ADD: ("Managers",)}
    page = create(till)
    assert page.state.isVisible()
    assert "Managers" in page.state.sentence
    till.till.permissions.forbidden = {Operation.ADD_TO_CLIENT_BOOK: ("Managers",)}
    page = create(till)
    assert not page.head.tick.isVisible()
    fill(page, ILZE)
    page.head.save.click()
    assert till.program.services.customers.profile(till.session, created(till).id).holder is None


def test_an_edit_is_saved_and_goes_back(sign_in: SignIn) -> None:
    till = sign_in("001")
    (key,) = till.program.company.accounts(1, 1)
    page = edit(till, key)
    assert page.head.title.text() == f"Edit {stored(till, key).name}"
    assert not page.has_draft
    write(page.form.who.title_field, "Prof.")
    assert page.has_draft
    page.head.save.click()
    assert stored(till, key).title == "Prof."
    assert "is saved" in till.toast.text
    assert not page.has_draft


@pytest.mark.parametrize("account", [1, 2, 3, 11, 22])
def test_an_edit_without_a_change_changes_nothing(sign_in: SignIn, account: int) -> None:
    till = sign_in("001")
    (key,) = till.program.company.accounts(account, account)
    before = stored(till, key)
    page = edit(till, key)
    assert not page.has_draft
    page.head.save.click()
    assert stored(till, key) == before
    assert "Nothing was changed" in till.toast.text


def test_what_somebody_else_saved_comes_in_and_what_is_typed_stays(sign_in: SignIn) -> None:
    till = sign_in("001")
    (key,) = till.program.company.accounts(1, 1)
    page = edit(till, key)
    write(page.form.who.title_field, "Prof.")
    changes, jens = till.program.services.customer_changes, till.program.session("002")
    theirs = replace(changes.form(jens, key).draft, language="da", emails=(ContactDraft("new@example.org"),))
    changes.edit(jens, key, theirs, 1)
    page.head.save.click()
    assert page.banner.title == "Jens Holm changed in the meantime: language, e-mails"
    assert page.form.who.title_field.text() == "Prof."
    assert page.form.who.language.value() == "da"
    assert stored(till, key).title == ""
    page.head.save.click()
    customer = stored(till, key)
    assert (customer.title, customer.language, customer.emails[0].address) == ("Prof.", "da", "new@example.org")


def test_a_change_from_another_till_shows_in_the_form_at_once(sign_in: SignIn) -> None:
    till = sign_in("001")
    (key,) = till.program.company.accounts(1, 1)
    page = edit(till, key)
    changes, jens = till.program.services.customer_changes, till.program.session("002")
    changed = changes.edit(jens, key, replace(changes.form(jens, key).draft, title="Dr."), 1).changes
    till.window.receive(changed)
    assert page.form.who.title_field.text() == "Dr."
    assert not page.has_draft
    write(page.form.who.last_name, "Other")
    changed = changes.edit(jens, key, replace(changes.form(jens, key).draft, title="Prof."), 2).changes
    till.window.receive(changed)
    assert (page.form.who.title_field.text(), page.form.who.last_name.text()) == ("Prof.", "Other")
    assert page.banner.isVisible()


def test_each_customer_has_a_draft_of_its_own(sign_in: SignIn) -> None:
    till = sign_in("001")
    one, other = till.program.company.accounts(1, 2)
    page = edit(till, one)
    write(page.form.who.title_field, "Prof.")
    till.window.go("edit_customer", other)
    assert page.form.who.title_field.text() == ""
    till.window.go("edit_customer", one)
    assert page.form.who.title_field.text() == "Prof."


def test_an_organization_has_one_name_and_no_title(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = create(till)
    page.form.who.kind.button(CustomerKind.ORGANIZATION).click()
    assert not page.form.who.first_name.isVisible()
    write(page.form.who.organization, "Contoso & Söhne")
    page.head.save.click()
    customer = created(till)
    assert (customer.kind, customer.name, customer.first_name) == (CustomerKind.ORGANIZATION, "Contoso & Söhne", "")


def test_phones_can_be_labelled_preferred_and_taken_away(sign_in: SignIn) -> None:
    page = create(sign_in("001"))
    rows = page.form.who.phones
    write(rows.fields[0], "212 555 0001")
    assert rows.fields[0].label == "Mobile"
    rows.add_link.click()
    write(rows.fields[1], "212 555 0002")
    rows.fields[1].preferred.emit()
    rows.fields[1]._choose("Work")
    assert page.form.draft().phones == (
        ContactDraft("212 555 0001", "Mobile", False),
        ContactDraft("212 555 0002", "Work", True),
    )
    rows.fields[1].removed.emit()
    assert page.form.draft().phones == (ContactDraft("212 555 0001", "Mobile", True),)


def test_the_address_follows_its_country(sign_in: SignIn) -> None:
    page = create(sign_in("001"))
    card = page.form.address
    state = card.parts[Part.STATE]
    assert card.state.isVisible()
    card.state.changed.emit("NY")
    card.country._choose("DE")
    assert state.isVisible()
    assert state.text() == "NY"
    write(state, "")
    card.country._choose("US")
    card.country._choose("DE")
    assert not state.isVisible()
    card.country._choose("LV")
    postcode = card.parts[Part.POSTAL_CODE]
    write(postcode, "1013")
    postcode.edit.editingFinished.emit()
    assert postcode.text() == "LV-1013"


def test_a_scan_that_no_field_wants_is_a_loyalty_card(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = create(till)
    page.form.who.kind.button(CustomerKind.PERSON).setFocus()
    for letter in "LC-77":
        QTest.keyClick(till.window.focusWidget(), letter)
    assert page.form.draft().cards == ("LC-77",)


def test_the_tab_key_goes_through_the_form_in_the_order_of_reading(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = create(till)
    page.form.address.country._choose("LV")
    page.form.who.phones.add_link.click()
    page.form.focus_first()
    passed = [till.window.focusWidget()]
    for _ in range(24):
        QTest.keyClick(passed[-1], Qt.Key.Key_Tab)
        passed.append(till.window.focusWidget())
    assert [control.accessibleName() for control in passed] == [
        "First name",
        "Last name",
        "Birth date",
        "Language Not known",
        "Mobile",
        "More for Mobile",
        "Phone",
        "More for Phone",
        "Another phone",
        "E-mail",
        "More for E-mail",
        "Another e-mail",
        "Country Latvia",
        "Street, house and flat",
        "Province or region",
        "Town",
        "Postcode",
        "Important date",
        "Day",
        "Remove the date",
        "Another date",
        "Loyalty card",
        "Remove the card",
        "Another card",
        "Brand –",
    ]


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
