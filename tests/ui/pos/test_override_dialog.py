"""Somebody else signs for one action at the till."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from clienteling.database import workers
from clienteling.domain.audit import Outcome
from clienteling.domain.operations import ASSOCIATE_OPERATIONS, Operation
from clienteling.ui.pos.audit import HistoryPage
from clienteling.ui.pos.book.page import MyBookPage
from clienteling.ui.pos.override_dialog import OverrideDialog, with_permission
from clienteling.ui.pos.reassign import ReassignDialog
from clienteling.ui.till import Till
from tests.support.company import PASSWORD
from tests.support.till import OpenTill
from tests.ui.pos.conftest import SignIn

MARA, JENS = "003", "002"


def dialog_of(till: OpenTill) -> OverrideDialog:
    """The dialog that was opened last."""
    found = [dialog for dialog in till.window.findChildren(OverrideDialog) if dialog.is_open]
    assert found, "nobody was asked to sign"
    return found[-1]


def sign(till: OpenTill, number: str = MARA, password: str = PASSWORD) -> OverrideDialog:
    dialog = dialog_of(till)
    dialog.number.set_text(number)
    dialog.password.edit.setText(password)
    dialog.sign_button.click()
    return dialog


def newest(till: OpenTill) -> tuple[Operation, Outcome, str, str]:
    line = till.program.services.audit.lines(None, limit=1)[0]
    return line.operation, line.outcome, line.worker, line.override_by


def permit(till: OpenTill, operations: frozenset[Operation]) -> None:
    """Decide what associates may do, and let the till know."""
    program = till.program
    program.database.write(lambda t: workers.set_operations(t, program.company.groups["associate"], operations))
    till.till.permissions.forbidden = program.services.operations.forbidden(till.session)


def ask(till: OpenTill, *operations: Operation) -> list[Till]:
    """Ask for a signature; the tills that something was done with."""
    done: list[Till] = []
    till.window.show()
    with_permission(till.till, till.window, operations, done.append)
    return done


def test_what_a_worker_may_do_is_done_at_once(sign_in: SignIn) -> None:
    till = sign_in("001")
    assert ask(till, Operation.ADD_TO_CLIENT_BOOK) == [till.till]
    assert till.window.findChildren(OverrideDialog) == []


def test_who_signs_lets_it_be_done_once_with_both_names(sign_in: SignIn) -> None:
    till = sign_in("001")
    done = ask(till, Operation.REASSIGN, Operation.VIEW_STORE_CLIENT_BOOKS)
    dialog = dialog_of(till)
    assert "Reassign customers to a client book" in dialog.subtitle.text()
    assert "Managers only" in dialog.subtitle.text()
    sign(till)
    assert not dialog.is_open
    (by,) = done
    company = till.program.company
    assert by.may(Operation.REASSIGN)
    assert not till.till.may(Operation.REASSIGN)
    move = (company.worker_id("001"), company.worker_id(JENS))
    by.services.book_changes.reassign(by.session, company.accounts(1, 1), *move)
    assert newest(till) == (Operation.REASSIGN, Outcome.DONE, "Anna Ozola", "Mara Liepa")


@pytest.mark.parametrize(
    ("number", "password", "said"),
    [
        ("001", PASSWORD, "Nobody can sign for themselves"),
        (JENS, PASSWORD, "Jens Holm may not do this either: Reassign customers to a client book."),
        (MARA, "wrong 1", "Worker ID or password is wrong"),
    ],
)
def test_who_cannot_sign_is_told_at_the_field(sign_in: SignIn, number: str, password: str, said: str) -> None:
    till = sign_in("001")
    done = ask(till, Operation.REASSIGN)
    dialog = sign(till, number, password)
    assert dialog.is_open
    assert said in dialog.password.error
    assert dialog.sign_button.isEnabled()
    assert newest(till)[:2] == (Operation.REASSIGN, Outcome.REFUSED)
    sign(till)
    assert len(done) == 1


def test_what_is_missing_is_asked_for(sign_in: SignIn) -> None:
    till = sign_in("001")
    ask(till, Operation.REASSIGN)
    dialog = sign(till, "", "")
    assert dialog.number.error == "Who signs?"
    sign(till, MARA, "")
    assert dialog.password.error == "The password is missing."
    dialog.close_now()


@pytest.mark.parametrize("needs_password", [False, True])
def test_a_badge_signs_as_it_signs_in(sign_in: SignIn, needs_password: bool) -> None:
    till = sign_in("001")
    services = till.program.services
    services.parameters.set(None, till.session.legal_entity, "badge-needs-password", "yes" if needs_password else "no")
    for number, code in (("001", "4751111111111"), (MARA, "4751234567890"), (JENS, "4759999999999")):
        services.badges.assign(None, number, code)
    done = ask(till, Operation.REASSIGN)
    dialog = dialog_of(till)
    for code, said in (("4750000000000", "nobody’s"), ("4751111111111", "Nobody can sign for themselves")):
        dialog.scanner.scanned.emit(code)
        assert said in dialog.number.error
    if needs_password:
        dialog.scanner.scanned.emit("4751234567890")
        assert (dialog.number.text(), dialog.number.error) == (MARA, "")
        assert done == []
        dialog.password.edit.setText(PASSWORD)
        dialog.sign_button.click()
    else:
        dialog.scanner.scanned.emit("4759999999999")
        assert "Jens Holm may not do this either" in dialog.number.error
        assert newest(till)[:2] == (Operation.REASSIGN, Outcome.REFUSED)
        dialog.scanner.scanned.emit("4751234567890")
    (by,) = done
    assert by.may(Operation.REASSIGN)
    assert not dialog.is_open


def test_a_password_does_not_wait_behind_the_lock(sign_in: SignIn) -> None:
    till = sign_in("001")
    ask(till, Operation.REASSIGN)
    dialog = dialog_of(till)
    dialog.number.set_text(MARA)
    dialog.password.edit.setText(PASSWORD)
    dialog.hide()
    dialog.show()
    assert (dialog.number.text(), dialog.password.text()) == (MARA, "")
    dialog.close_now()


# The commands


def test_reassigning_by_a_signature_is_done_once(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = till.show(MyBookPage)
    assert isinstance(page, MyBookPage)
    page.cards.select_all()
    page.bar.button("Reassign").click()
    sign(till)
    (dialog,) = till.window.findChildren(ReassignDialog)
    dialog.taker.set_value(till.program.company.worker_id(JENS))
    dialog.taker.changed.emit(dialog.taker.value())
    dialog.move_button.click()
    assert till.toast.text == "10 customers moved to Jens Holm"
    assert newest(till) == (Operation.REASSIGN, Outcome.DONE, "Anna Ozola", "Mara Liepa")
    # The way back needs a signature of its own.
    till.toast.undo_button.click()
    sign(till)
    assert newest(till) == (Operation.REASSIGN, Outcome.DONE, "Anna Ozola", "Mara Liepa")
    assert till.program.services.audit.entries(till.program.session(MARA), limit=1)[0].is_undo
    assert not till.errors


def test_removing_and_its_way_back_by_signatures(sign_in: SignIn) -> None:
    till = sign_in("001")
    allowed = ASSOCIATE_OPERATIONS - {Operation.ADD_TO_CLIENT_BOOK, Operation.REMOVE_FROM_CLIENT_BOOK}
    permit(till, allowed)
    page = till.show(MyBookPage)
    assert isinstance(page, MyBookPage)
    page.cards.select_all()
    page.bar.button("Remove from book").click()
    sign(till)
    assert newest(till) == (Operation.REMOVE_FROM_CLIENT_BOOK, Outcome.DONE, "Anna Ozola", "Mara Liepa")
    till.toast.undo_button.click()
    sign(till)
    assert newest(till)[0] is Operation.ADD_TO_CLIENT_BOOK
    history = till.show(HistoryPage)
    assert isinstance(history, HistoryPage)
    row = history._list.audit.rows[0]
    assert "with override of Mara Liepa" in row.detail
    history._undo(row)
    sign(till)
    assert newest(till) == (Operation.REMOVE_FROM_CLIENT_BOOK, Outcome.DONE, "Anna Ozola", "Mara Liepa")
    assert not till.errors


def test_exporting_by_a_signature(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    till = sign_in("001")
    permit(till, ASSOCIATE_OPERATIONS - {Operation.EXPORT})
    file = tmp_path / "out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    page = till.show(MyBookPage)
    assert isinstance(page, MyBookPage)
    page.cards.select_all()
    page.bar.button("Export").click()
    assert not file.exists()
    sign(till)
    assert file.exists()
    assert newest(till) == (Operation.EXPORT, Outcome.DONE, "Anna Ozola", "Mara Liepa")
