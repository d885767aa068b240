"""The page of follow-ups: what stands where, and what its buttons do."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.domain.follow_up import Cause, Rule
from clienteling.ui.lists.follow_up_list import CALL, DONE, MAIL, SKIP, SNOOZE, TAKE, FollowUpRow
from clienteling.ui.pos.follow_ups.page import FollowUpsPage, Which
from clienteling.ui.widgets.menu import Menu
from tests.support.till import OpenTill
from tests.ui.pos.conftest import SignIn

TODAY = date(2026, 11, 20)


def add(till: OpenTill, title: str, days: int = 0, account: str = "C-0001", **more: Any) -> None:
    customers = [till.program.company.customers[account]] if account else []
    till.program.services.follow_ups.add(till.session, customers, title, TODAY + timedelta(days=days), **more)


def open_page(till: OpenTill, argument: object = None) -> FollowUpsPage:
    page = till.show(FollowUpsPage, "follow_ups", argument)
    assert isinstance(page, FollowUpsPage)
    return page


def row(page: FollowUpsPage, title: str) -> FollowUpRow:
    return next(one for one in page.list.rows if one.title == title)


def titles(page: FollowUpsPage) -> list[str]:
    return [one.title for one in page.list.rows]


def tap(page: FollowUpsPage, one: FollowUpRow, action: str) -> None:
    point = page.list.area_of(one.key, action).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def press(page: FollowUpsPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.list, key)


def test_what_is_overdue_due_today_and_coming_stands_under_its_head(sign_in: SignIn) -> None:
    till = sign_in("001")
    for title, days in (("late", 1), ("soon", 3), ("now", 0)):
        add(till, title, days)
    till.program.clock.advance(timedelta(days=1))  # type: ignore[attr-defined]
    page = open_page(till)
    heads = [(one.head, one.count, one.title) for one in page.list.rows]
    assert heads == [("Overdue", "1", "now"), ("Today", "1", "late"), ("Coming", "1", "soon")]
    assert [one.overdue for one in page.list.rows] == [True, False, False]
    assert [one.due for one in page.list.rows] == ["Yesterday", "Any time", "Mon 23 Nov"]
    assert page.head.note.text() == "3 this week"


def test_the_buttons_follow_what_the_customer_wants(sign_in: SignIn) -> None:
    till = sign_in("001")
    add(till, "phone", account="C-0001")  # wants e-mails and calls
    add(till, "both", account="C-0006", at=time(11))
    page = open_page(till)
    assert row(page, "phone").actions == (CALL, SNOOZE, DONE)
    no_phone = row(page, "both")  # has no phone
    assert no_phone.actions == (MAIL, SNOOZE, DONE)
    assert (no_phone.due, no_phone.today) == ("11:00", True)


def test_a_tap_opens_the_customer_and_done_is_undone(sign_in: SignIn) -> None:
    till = sign_in("001")
    add(till, "first")
    add(till, "second", 1)
    page = open_page(till)
    tap(page, row(page, "first"), DONE)
    assert titles(page) == ["second"]
    till.toast.undo_button.click()
    assert titles(page) == ["first", "second"]
    tap(page, row(page, "first"), "open")
    key = till.program.company.customers["C-0001"]
    assert till.customer_page.arguments == [(key, [key])]
    assert till.errors == []


def test_keys_reach_every_button(sign_in: SignIn) -> None:
    till = sign_in("001")
    add(till, "first")
    add(till, "second", 1)
    page = open_page(till)
    page.list.setFocus()
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert titles(page) == ["first"]
    press(page, Qt.Key.Key_Space)
    assert titles(page) == []
    assert page.state.title == "Nothing to follow up"


def test_delete_asks_nothing_and_has_a_way_back(sign_in: SignIn) -> None:
    till = sign_in("001")
    add(till, "first")
    page = open_page(till)
    page.list.setFocus()
    press(page, Qt.Key.Key_Delete)
    assert titles(page) == []
    till.toast.undo_button.click()
    assert titles(page) == ["first"]


def test_another_day_is_one_tap_away_and_the_first_is_preset(sign_in: SignIn, qtbot: QtBot) -> None:
    till = sign_in("001")
    add(till, "first")
    page = open_page(till)
    tap(page, row(page, "first"), SNOOZE)
    menu = page.findChild(Menu)
    assert isinstance(menu, Menu)
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert [(one.due, one.head) for one in page.list.rows] == [("Tomorrow", "Coming")]
    till.toast.undo_button.click()
    assert [one.head for one in page.list.rows] == ["Today"]


def test_the_stores_say_whose_they_are_and_what_is_done_can_be_opened_again(sign_in: SignIn) -> None:
    anna, jens = sign_in("001"), sign_in("002")
    add(anna, "hers")
    add(jens, "his", account="C-0011")
    page = open_page(jens, Which.STORE)
    assert row(page, "hers").detail.endswith("Anna Ozola")
    page.which.set_value(Which.MINE)
    page.which.changed.emit(Which.MINE)
    tap(page, row(page, "his"), DONE)
    page.which.set_value(Which.DONE)
    page.which.changed.emit(Which.DONE)
    tap(page, row(page, "his"), "reopen")
    assert titles(page) == []
    page.which.set_value(Which.MINE)
    page.which.changed.emit(Which.MINE)
    assert titles(page) == ["his"]


@pytest.fixture
def proposing(sign_in: SignIn) -> OpenTill:
    till = sign_in("001")
    rules, entity = till.program.services.follow_up_rules, till.session.legal_entity
    rules.save(None, entity, Rule("dates", Cause.DATE, "Wishes", 60, "Birthday"))
    rules.generate(anew=True)
    return till


def test_proposals_are_taken_or_skipped(proposing: OpenTill) -> None:
    page = open_page(proposing)
    first, *others = page.proposals.list.rows
    assert others
    page.proposals.list.acted.emit(first, TAKE)
    assert [one.key for one in page.list.rows] == [first.key]
    page.proposals.list.acted.emit(others[0], SKIP)
    assert [one.key for one in page.proposals.list.rows] == [one.key for one in others[1:]]
    proposing.toast.undo_button.click()
    assert [one.key for one in page.proposals.list.rows] == [one.key for one in others]
    page.proposals.all_taken.emit()
    assert page.proposals.list.rows == ()
    assert len(page.list.rows) == len(others) + 1
    assert proposing.errors == []


def test_what_cannot_be_saved_is_said_at_its_field_and_nothing_is_lost(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = open_page(till)
    page.new_button.click()
    dialog = page.acts.dialog()
    dialog.text.set_text("details")
    dialog.save_button.click()
    assert dialog.title_field.error
    dialog.title_field.set_text("Call")
    dialog.time.set_text("25:00")
    dialog.save_button.click()
    assert dialog.time.error
    assert (dialog.title_field.text(), dialog.text.text()) == ("Call", "details")
    dialog.time.set_text("17.30")
    dialog.save_button.click()
    assert [(one.title, one.due) for one in page.list.rows] == [("Call", "17:30")]
    till.toast.undo_button.click()
    assert titles(page) == []


def test_f2_edits_and_the_undo_brings_the_former_text_back(sign_in: SignIn) -> None:
    till = sign_in("001")
    add(till, "first")
    page = open_page(till)
    page.edit()
    dialog = page.acts.dialog()
    assert dialog.title_field.text() == "first"
    dialog.title_field.set_text("other")
    dialog.save_button.click()
    assert titles(page) == ["other"]
    till.toast.undo_button.click()
    assert titles(page) == ["first"]


def test_a_manager_writes_one_down_for_a_colleague(sign_in: SignIn) -> None:
    mara, jens = sign_in("003"), sign_in("002")
    page = open_page(mara)
    page.new_button.click()
    dialog = page.acts.dialog()
    assert dialog.worker.person() is not None
    dialog.title_field.set_text("Inventory")
    dialog.worker.set_value(jens.session.worker.id)
    dialog.save_button.click()
    assert titles(page) == []
    assert titles(open_page(jens)) == ["Inventory"]


def test_who_may_not_is_told_so(sign_in: SignIn) -> None:
    till = sign_in("001", "S02")
    page = open_page(till)
    assert page.state.title == "Not allowed"


def test_a_row_says_what_its_buttons_do(sign_in: SignIn) -> None:
    till = sign_in("001")
    add(till, "first")
    page = open_page(till)
    one = row(page, "first")
    names = [page.list.painter.name_of(action) for action in one.actions]
    assert names == ["Call", "Another day", "Done"]
    assert "first" in one.spoken
    for action in one.actions:
        area = page.list.area_of(one.key, action)
        assert min(area.width(), area.height()) >= 44
        assert page.list.rect().contains(page.list.viewport().mapTo(page.list, QPoint(area.center())))
