"""A manager gives badges at the till."""

import pytest

from clienteling.domain.errors import SignInRefused
from clienteling.ui.pos.badge_dialog import BadgeDialog, ask_for_badges
from clienteling.ui.pos.override_dialog import OverrideDialog
from tests.support.company import PASSWORD
from tests.support.till import OpenTill
from tests.ui.pos.conftest import SignIn

CODE = "4751234567890"


def ask(till: OpenTill) -> BadgeDialog:
    till.window.show()
    ask_for_badges(till.till, till.window)
    return dialog_of(till)


def dialog_of(till: OpenTill) -> BadgeDialog:
    (found,) = [dialog for dialog in till.window.findChildren(BadgeDialog) if dialog.is_open]
    return found


def choose(till: OpenTill, dialog: BadgeDialog, number: str) -> None:
    dialog.worker.set_value(till.program.company.worker_id(number))
    dialog.worker.changed.emit(dialog.worker.value())


def owner(till: OpenTill, code: str = CODE) -> str:
    try:
        return till.program.services.badges.owner(till.session.register, code).personnel_number
    except SignInRefused:
        return ""


def test_a_scan_gives_the_chosen_worker_the_badge(sign_in: SignIn) -> None:
    till = sign_in("003")
    dialog = ask(till)
    assert {person.detail for person in dialog.worker.people} == {"no badge"}
    choose(till, dialog, "002")
    dialog.scanner.scanned.emit(CODE)
    assert not dialog.is_open
    assert till.toast.text == "Jens Holm can sign in with the badge"
    assert owner(till) == "002"
    assert dialog.code.text() == ""


def test_who_has_one_can_be_relieved_of_it(sign_in: SignIn) -> None:
    till = sign_in("003")
    till.program.services.badges.assign(None, "002", CODE)
    dialog = ask(till)
    choose(till, dialog, "001")
    assert dialog.take_button.isHidden()
    choose(till, dialog, "002")
    person = dialog.worker.person()
    assert person is not None
    assert person.detail == "badge since 20 November 2026"
    dialog.take_button.click()
    assert till.toast.text == "Jens Holm has no badge any more"
    assert owner(till) == ""


@pytest.mark.parametrize(("code", "said"), [("", "The badge is missing."), ("12345", "has 6 to 100 characters")])
def test_what_is_no_code_is_told_at_the_field(sign_in: SignIn, code: str, said: str) -> None:
    till = sign_in("003")
    dialog = ask(till)
    choose(till, dialog, "002")
    dialog.code.edit.setText(code)
    dialog.give_button.click()
    assert dialog.is_open
    assert said in dialog.code.error
    assert dialog.give_button.isEnabled()


def test_a_badge_without_a_worker_waits_for_one(sign_in: SignIn) -> None:
    till = sign_in("003")
    dialog = ask(till)
    dialog.scanner.scanned.emit(CODE)
    assert dialog.worker_field.error == "Whose badge is it?"
    choose(till, dialog, "001")
    dialog.give_button.click()
    assert owner(till) == "001"


def test_somebody_elses_badge_is_refused_and_named(sign_in: SignIn) -> None:
    till = sign_in("003")
    till.program.services.badges.assign(None, "001", CODE)
    dialog = ask(till)
    choose(till, dialog, "002")
    dialog.scanner.scanned.emit(CODE)
    assert "Anna Ozola’s" in dialog.code.error
    assert owner(till) == "001"


def test_an_associate_gives_one_with_a_signature(sign_in: SignIn) -> None:
    till = sign_in("001")
    till.window.show()
    ask_for_badges(till.till, till.window)
    (signing,) = till.window.findChildren(OverrideDialog)
    signing.number.set_text("003")
    signing.password.edit.setText(PASSWORD)
    signing.sign_button.click()
    dialog = dialog_of(till)
    choose(till, dialog, "002")
    dialog.scanner.scanned.emit(CODE)
    line = till.program.services.audit.lines(None, limit=1)[0]
    assert (line.worker, line.override_by, line.after) == ("Anna Ozola", "Mara Liepa", "002")
