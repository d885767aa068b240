"""The page that creates a customer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.domain.addresses import Part
from clienteling.domain.customer_draft import AddressDraft, ContactDraft, CustomerDraft, DateDraft
from clienteling.domain.errors import StorageFull
from clienteling.domain.operations import Operation
from clienteling.services.customer_changes import CustomerChanges
from tests.ui.pos.conftest import SignIn
from tests.ui.pos.customer_form.filling import ILZE, create, created, errors, fill, look, write


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


def test_a_likely_duplicate_is_compared_and_can_be_opened(sign_in: SignIn, qtbot: QtBot) -> None:
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
    qtbot.waitUntil(lambda: till.customer_page.arguments == [known.id])
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


def test_the_keys_that_save_do_not_pass_a_warning_that_nobody_has_answered(sign_in: SignIn, qtbot: QtBot) -> None:
    till = sign_in("001")
    till.program.services.customer_changes.create(till.session, ILZE)
    page = create(till)
    fill(page, replace(ILZE, cards=()))
    with qtbot.waitActive(till.window):
        till.window.activateWindow()
    # Nobody was looked for yet, so quick are the fingers.
    page.form.who.last_name.edit.setFocus()
    for _ in range(2):
        QTest.keyClick(till.window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert till.customer_page.arguments == []
        assert till.window.focusWidget() is page.form.duplicates.open_button
    page.form.duplicates.refuse_button.click()
    QTest.keyClick(page.form.who.last_name.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert created(till).name == "Ilze Vītola"


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
