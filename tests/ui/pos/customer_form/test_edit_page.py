"""The page that edits a customer."""

from dataclasses import replace

import pytest

from clienteling.domain.customer_draft import ContactDraft
from tests.ui.pos.conftest import SignIn
from tests.ui.pos.customer_form.filling import edit, stored, write


def test_an_edit_is_saved_and_goes_back(sign_in: SignIn) -> None:
    till = sign_in("001")
    (key,) = till.program.company.accounts(1, 1)
    page = edit(till, key)
    assert page.head.title.text() == f"Edit {stored(till, key).name}"
    assert not page.has_draft()
    write(page.form.who.title_field, "Prof.")
    assert page.has_draft()
    page.head.save.click()
    assert stored(till, key).title == "Prof."
    assert "is saved" in till.toast.text
    assert not page.has_draft()


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
    assert not page.has_draft()
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


@pytest.mark.parametrize("account", [1, 2, 3, 11, 22])
def test_an_edit_without_a_change_changes_nothing(sign_in: SignIn, account: int) -> None:
    till = sign_in("001")
    (key,) = till.program.company.accounts(account, account)
    before = stored(till, key)
    page = edit(till, key)
    assert not page.has_draft()
    page.head.save.click()
    assert stored(till, key) == before
    assert "Nothing was changed" in till.toast.text
