"""The audit page and the history page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from clienteling.domain.audit import Undo
from clienteling.domain.errors import NotAllowed
from clienteling.domain.filters import Query
from clienteling.domain.operations import Operation
from clienteling.services.books import View
from clienteling.ui.lists.audit_list import AuditList, AuditRow
from clienteling.ui.pos.audit import AuditPage, HistoryPage
from clienteling.ui.widgets.state_page import StatePage
from tests.support.till import OpenTill
from tests.ui.pos.conftest import SignIn


def rows(page: AuditPage | HistoryPage) -> list[AuditRow]:
    found = page.findChild(AuditList)
    assert isinstance(found, AuditList)
    return list(found.audit.rows)


def press_enter(page: HistoryPage | AuditPage, place: int) -> None:
    shown = page.findChild(AuditList)
    assert isinstance(shown, AuditList)
    shown.setCurrentIndex(shown.audit.index(place))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(shown, QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))


def test_a_removal_stands_in_the_history_and_enter_undoes_it(sign_in: SignIn) -> None:
    till = sign_in("001")
    books = till.program.services
    ids = _ids(till)[:2]
    books.book_changes.remove(till.session, ids)
    page = till.show(HistoryPage)
    assert isinstance(page, HistoryPage)
    assert rows(page)[0].title.startswith("2 customers removed from the book of")
    assert rows(page)[0].undo is Undo.POSSIBLE
    press_enter(page, 0)
    assert till.errors == []
    assert set(ids) <= set(_ids(till))
    assert rows(page)[0].title.startswith("Undo: 2 customers added")
    assert rows(page)[1].undo is Undo.DONE


def test_what_somebody_else_changed_since_is_not_offered(sign_in: SignIn) -> None:
    till, other = sign_in("001"), sign_in("002")
    (customer,) = _ids(till)[:1]
    till.program.services.book_changes.remove(till.session, [customer])
    till.program.services.book_changes.add(other.session, [customer])
    page = till.show(HistoryPage)
    assert isinstance(page, HistoryPage)
    assert rows(page)[0].undo is Undo.BLOCKED
    press_enter(page, 0)
    assert till.errors == []
    assert till.program.services.books.count(other.session, View.MINE) >= 1
    assert customer not in _ids(till)


def test_a_history_without_changes_says_so(sign_in: SignIn) -> None:
    page = sign_in("002").show(HistoryPage)
    state = page.findChild(StatePage)
    assert isinstance(state, StatePage)
    assert state.isVisible()
    assert state.title == "Nothing has happened yet"


def test_a_manager_reads_what_was_done_and_what_was_refused(sign_in: SignIn) -> None:
    associate, manager = sign_in("001"), sign_in("003")
    services = manager.program.services
    moved = _ids(associate)[:3]
    services.book_changes.reassign(
        manager.session, moved, associate.session.worker.id, _colleague(manager, "002"), "Holidays"
    )
    page = manager.show(AuditPage)
    assert isinstance(page, AuditPage)
    newest = rows(page)[0]
    assert newest.title.startswith("3 customers moved from")
    assert "Holidays" in newest.detail
    with pytest.raises(NotAllowed):
        services.book_changes.reassign(
            associate.session, moved, associate.session.worker.id, _colleague(manager, "002")
        )
    page.activate(None)
    assert rows(page)[0].refused
    assert rows(page)[0].title == "Refused: Reassign customers to a client book"


def test_customers_who_went_to_several_colleagues_are_said_to(sign_in: SignIn) -> None:
    associate, manager = sign_in("001"), sign_in("003")
    services, me = manager.program.services, associate.session.worker.id
    first, second = _ids(associate)[:2]
    chosen = {first: _colleague(manager, "002"), second: _colleague(manager, "003")}
    changes = services.book_changes.hand_out(manager.session, me, chosen, "", lambda _transaction: None)
    assert changes.record_id is not None
    services.book_changes.undo(manager.session, changes.record_id)
    page = manager.show(AuditPage)
    assert isinstance(page, AuditPage)
    undone, handed_out = (row.title for row in rows(page)[:2])
    name = associate.session.worker.name
    assert handed_out == f"2 customers moved from {name} to 2 colleagues"
    assert undone == f"Undo: 2 customers moved from 2 colleagues to {name}"


def test_the_first_record_of_a_day_carries_the_day(sign_in: SignIn) -> None:
    manager = sign_in("003")
    page = manager.show(AuditPage)
    assert isinstance(page, AuditPage)
    found = rows(page)
    assert [row.first_of_day for row in found].count(True) == len({row.day for row in found})


def _ids(till: OpenTill) -> list[int]:
    found = till.program.services.books.find(till.session, View.MINE, Query())
    return [int(key) for key in found.ids]


def _colleague(till: OpenTill, number: str) -> int:
    sizes = till.program.services.books.colleagues(till.session)
    return next(size.worker_id for size in sizes if size.personnel_number == number)


def test_the_audit_is_asked_by_who_what_and_whom_and_exported(sign_in: SignIn, tmp_path: Path) -> None:
    till, anna = sign_in("003"), sign_in("001")
    ids = _ids(anna)[:2]
    till.program.services.book_changes.remove(anna.session, ids)
    till.program.services.timelines.add_note(till.session, ids[0], "likes pearls")
    page = till.show(AuditPage)
    assert isinstance(page, AuditPage)
    everything = len(rows(page))
    page.filters.who.set_value(anna.session.worker.id)
    page.filters.changed.emit()
    assert [row.title[:19] for row in rows(page)] == ["2 customers removed"]
    page.filters.clear()
    page.filters.what.set_value(Operation.ADD_NOTE)
    page.filters.changed.emit()
    assert len(rows(page)) == 1
    page.write(tmp_path / "audit.csv")
    assert "exported to audit.csv" in till.toast.text
    assert "Add note" in (tmp_path / "audit.csv").read_text(encoding="utf-8-sig")
    page.filters.account.setText("nobody")
    page.filters.account.textEdited.emit("nobody")
    state = page.findChild(StatePage)
    assert isinstance(state, StatePage)
    assert state.title == "Nothing like this has happened"
    state.other.emit()
    assert len(rows(page)) == everything
    assert till.errors == []
