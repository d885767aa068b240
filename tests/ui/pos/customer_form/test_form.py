"""The fields of the form."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.domain.addresses import Part
from clienteling.domain.customer import CustomerKind
from clienteling.domain.customer_draft import ContactDraft
from tests.ui.pos.conftest import SignIn
from tests.ui.pos.customer_form.filling import create, created, write


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
        QTest.keyClicks(till.window.focusWidget(), letter)
    assert page.form.draft().cards == ("LC-77",)


def test_the_tab_key_goes_through_the_form_in_the_order_of_reading(sign_in: SignIn, qtbot: QtBot) -> None:
    till = sign_in("001")
    with qtbot.waitActive(till.window):
        page = create(till)
        till.window.activateWindow()
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
