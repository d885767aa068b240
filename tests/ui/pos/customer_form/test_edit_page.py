"""The page that edits a customer."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.customer_draft import ContactDraft
from clienteling.domain.errors import Unreachable
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
    assert page.banner.title == "Jens Holm changed in the meantime: title"
    assert page.banner.action.isHidden()


def test_where_both_changed_the_same_one_chooses(sign_in: SignIn) -> None:
    till = sign_in("001")
    (key,) = till.program.company.accounts(1, 1)
    page = edit(till, key)
    write(page.form.who.title_field, "Prof.")
    write(page.form.who.last_name, "Other")
    changes, jens = till.program.services.customer_changes, till.program.session("002")
    theirs = replace(changes.form(jens, key).draft, title="Dr.", language="da")
    till.window.receive(changes.edit(jens, key, theirs, 1).changes)
    assert page.banner.title == "Jens Holm changed in the meantime: title, language. You both changed: title."

    def stands() -> tuple[str, str, object]:
        who = page.form.who
        return who.title_field.text(), who.last_name.text(), who.language.value()

    assert stands() == ("Prof.", "Other", "da")
    page.banner.action.click()
    assert stands() == ("Dr.", "Other", "da")
    page.banner.action.click()
    assert stands() == ("Prof.", "Other", "da")
    page.banner.action.click()
    page.head.save.click()
    assert (stored(till, key).title, stored(till, key).last_name) == ("Dr.", "Other")


def test_a_change_from_another_till_leaves_the_cursor_where_it_is(sign_in: SignIn, qtbot: QtBot) -> None:
    till = sign_in("001")
    (key,) = till.program.company.accounts(1, 1)
    page = edit(till, key)
    till.window.activateWindow()
    qtbot.waitUntil(till.window.isActiveWindow)
    email = page.form.who.emails.fields[0].edit
    email.setFocus()
    email.setCursorPosition(2)
    changes, jens = till.program.services.customer_changes, till.program.session("002")
    till.window.receive(changes.edit(jens, key, replace(changes.form(jens, key).draft, title="Dr."), 1).changes)
    rebuilt = page.form.who.emails.fields[0].edit
    assert rebuilt.hasFocus()
    assert rebuilt.cursorPosition() == 2


def test_what_is_typed_stands_when_others_changes_cannot_be_read(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    till = sign_in("001")
    (key,) = till.program.company.accounts(1, 1)
    page = edit(till, key)
    write(page.form.who.title_field, "Prof.")

    def fail(*_: object) -> None:
        raise Unreachable("The database server does not answer.")

    monkeypatch.setattr(type(till.program.services.customer_changes), "form", fail)
    till.window.receive(Changes(frozenset({Kind.CUSTOMERS}), frozenset({key})))
    assert page.form.isVisible()
    assert page.form.who.title_field.text() == "Prof."
    assert page.banner.text == "The database server does not answer."


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
