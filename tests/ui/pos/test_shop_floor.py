"""The manager's page: figures, leavers, splitting a book, lending one."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import text

from clienteling.domain.splitting import Way
from clienteling.services.books import View
from clienteling.ui.lists.audit_list import AuditList
from clienteling.ui.page import Page
from clienteling.ui.pos.audit import HistoryPage
from clienteling.ui.pos.book.page import MyBookPage, StoreBooksPage
from clienteling.ui.pos.customer.holder_strip import HolderStrip
from clienteling.ui.pos.shop_floor.columns import columns
from clienteling.ui.pos.shop_floor.lend_dialog import LendDialog
from clienteling.ui.pos.shop_floor.page import ManagerPage
from clienteling.ui.pos.shop_floor.split_dialog import SplitDialog
from clienteling.ui.widgets.menu import Menu
from tests.support.till import OpenTill
from tests.ui.pos.conftest import SignIn


@pytest.fixture
def till(sign_in: SignIn) -> OpenTill:
    return sign_in("003")


def open_page(till: OpenTill) -> ManagerPage:
    page = till.show(ManagerPage, "manager")
    assert isinstance(page, ManagerPage)
    return page


def leaves(till: OpenTill, number: str, day: str) -> None:
    statement = text("UPDATE worker SET employed_until = :day WHERE personnel_number = :number")
    till.program.database.write(lambda t: t.execute(statement, {"day": day, "number": number}))


def splitting(till: OpenTill) -> SplitDialog:
    found = till.window.findChild(SplitDialog)
    assert isinstance(found, SplitDialog)
    return found


def sizes(till: OpenTill) -> dict[str, int]:
    found = till.program.services.books.colleagues(till.session)
    return {size.name: size.customers for size in found if size.customers}


def test_the_figures_of_the_store_stand_in_boxes_table_and_charts(till: OpenTill) -> None:
    page = open_page(till)
    assert [a.name for a in page.table.rows][:3] == ["Anna Ozola", "Jens Holm", "Wanda Rivera"]
    assert page.customers.figure == "20"
    assert page.customers.note == "7 on average"
    assert page.weeks.data.lit == 11
    assert page.ages.accessibleDescription().startswith("Under 30 days")
    assert page.leaver.isHidden()
    assert page.lent.isHidden()


def test_a_leaver_is_told_of_and_the_book_is_handed_over_with_a_way_back(till: OpenTill) -> None:
    leaves(till, "001", "2026-11-30")
    page = open_page(till)
    assert page.leaver.title == "Anna Ozola leaves on 30 November 2026."
    page.leaver.acted.emit()
    dialog = splitting(till)
    assert {chip.label for chip in dialog.takers.values() if chip.isChecked()} == {"Jens Holm", "Wanda Rivera"}
    assert [line[1] for line in dialog.preview.lines] == ["5", "5"]
    dialog.reason.set_text("Anna moves")
    dialog.move_button.click()
    assert till.errors == []
    assert sizes(till) == {"Jens Holm": 11, "Wanda Rivera": 9}
    assert page.leaver.isHidden()
    till.toast.undo_button.click()
    assert sizes(till) == {"Anna Ozola": 10, "Jens Holm": 6, "Wanda Rivera": 4}


def test_the_preview_follows_colleagues_way_and_hand(till: OpenTill) -> None:
    page = open_page(till)
    page.hand_over(till.program.company.worker_id("001"))
    dialog = splitting(till)
    mara = till.session.worker.id
    dialog.takers[mara].click()
    assert [line[1] for line in dialog.preview.lines] == ["3", "3", "4"]
    dialog.ways[Way.HAND].click()
    assert not dialog.list.isHidden()
    everybody = list(dialog.chosen())
    for customer in everybody:
        dialog.give(customer, mara)
    numbers = {line[0]: line[1] for line in dialog.preview.lines}
    assert numbers["Mara Liepa"] == "10"
    assert {row.taker for row in dialog.list.rows} == {"Mara Liepa"}
    dialog.move_button.click()
    assert sizes(till)["Mara Liepa"] == 10


def test_without_a_colleague_nothing_can_be_handed_over_and_it_says_why(till: OpenTill) -> None:
    page = open_page(till)
    page.hand_over(till.program.company.worker_id("001"))
    dialog = splitting(till)
    for chip in dialog.takers.values():
        chip.setChecked(False)
    assert not dialog.move_button.isEnabled()
    assert dialog.preview.lines == ()


def test_a_book_that_changed_meanwhile_is_read_again_and_nothing_is_lost(till: OpenTill) -> None:
    page = open_page(till)
    page.hand_over(till.program.company.worker_id("001"))
    dialog = splitting(till)
    dialog.reason.set_text("Anna moves")
    anna = till.program.session("001")
    till.program.services.book_changes.remove(anna, till.program.company.accounts(1, 1))
    dialog.move_button.click()
    assert not dialog.trouble.isHidden()
    dialog.trouble.acted.emit()
    assert len(dialog.chosen()) == 9
    assert dialog.reason.text() == "Anna moves"
    dialog.move_button.click()
    assert sizes(till) == {"Jens Holm": 11, "Wanda Rivera": 8}


def test_a_book_is_lent_shown_as_lent_and_given_back(till: OpenTill) -> None:
    page, company = open_page(till), till.program.company
    page.lend(company.worker_id("001"))
    dialog = till.window.findChild(LendDialog)
    assert isinstance(dialog, LendDialog)
    dialog.lend_button.click()
    assert not dialog.isHidden()
    dialog.taker.set_value(company.worker_id("002"))
    dialog.until.set_day(date(2026, 12, 4))
    dialog.lend_button.click()
    assert till.errors == []
    assert page.lent.title == "The book of Anna Ozola is lent to Jens Holm."
    jens = till.program.session("002")
    assert till.program.services.books.count(jens, View.MINE) == 16
    page.lent.acted.emit()
    assert page.lent.isHidden()
    till.toast.undo_button.click()
    assert till.program.services.books.count(jens, View.MINE) == 16


def test_a_row_offers_what_can_be_done_with_its_book(till: OpenTill) -> None:
    page = open_page(till)
    page.table.opened.emit(page.table.rows[0])
    menu = page.findChild(Menu)
    assert isinstance(menu, Menu)
    assert [action.text() for action in menu.actions()] == [
        "Hand over the book…",
        "Lend the book…",
        "Follow-ups of the store",
    ]


def test_the_table_is_exported_for_spreadsheets(till: OpenTill, tmp_path: Path) -> None:
    page = open_page(till)
    page.write(tmp_path / "figures.csv")
    lines = (tmp_path / "figures.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Associate,Customers in the book")
    assert lines[1].startswith("Anna Ozola,10,")


def test_who_may_not_is_told_who_may(sign_in: SignIn) -> None:
    page = open_page(sign_in("001"))
    assert page.state.title == "Not allowed"
    assert "Managers" in page.state.sentence


def test_both_see_that_a_book_is_lent_in_their_own(sign_in: SignIn) -> None:
    anna, jens, company = sign_in("001"), sign_in("002"), sign_in("003").program.company
    mara = anna.program.session("003")
    anna.program.services.covers.lend(mara, company.worker_id("001"), company.worker_id("002"), date(2026, 12, 4))
    hers, his = anna.show(MyBookPage, "my_book"), jens.show(MyBookPage, "my_book")
    assert isinstance(hers, MyBookPage)
    assert isinstance(his, MyBookPage)
    assert hers.lent.banner.title == "Your book is lent to Jens Holm until 4 Dec."
    assert his.lent.banner.title == "With the book of Anna Ozola, lent to you until 4 Dec."
    assert len(his.cards.customer_ids) == 16
    # Of what is lent nobody is removed; of his own he can be.
    his.cards.select_all()
    assert "Remove 6 from my book" in [command.label for command in his.commands.offered]
    strip = HolderStrip(jens.till)
    holder = anna.program.services.customers.profile(jens.session, company.customers["C-0001"]).holder
    strip.show_holder(holder, jens.till.now())
    assert strip.since == "lent to you until 4 Dec"


def test_cards_and_associates_say_who_has_a_lent_book_and_the_history_takes_it_back(sign_in: SignIn) -> None:
    mara = sign_in("003")
    program, company = mara.program, mara.program.company
    program.services.covers.lend(mara.session, company.worker_id("001"), company.worker_id("002"), date(2026, 12, 4))
    books = mara.show(StoreBooksPage, "store_books")
    assert isinstance(books, StoreBooksPage)
    held = [line for line in spoken(books) if "In the book of Anna" in line]
    assert len(held) == 10
    assert all(line.endswith("Anna Ozola, lent to Jens Holm until 4 Dec") for line in held)
    assert books.lent.isHidden()
    anna = open_page(mara).table.rows[0]
    assert "Lent to Jens until 4 Dec" in columns(mara.till.formats, lambda: 1)[0].spoken(anna)
    page = mara.show(HistoryPage)
    entries = page.findChild(AuditList)
    assert isinstance(entries, AuditList)
    assert entries.audit.rows[0].title == "The book of Anna Ozola lent to Jens Holm"
    assert "lent until 4 December 2026" in entries.audit.rows[0].detail
    entries.asked.emit(entries.audit.rows[0])
    assert entries.audit.rows[0].title == "Undo: The book of Anna Ozola taken back from Jens Holm"
    assert mara.errors == []
    assert not any("lent" in line for line in spoken(mara.show(StoreBooksPage, "store_books")))


def spoken(page: Page) -> list[str]:
    assert isinstance(page, StoreBooksPage)
    model = page.cards.model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]
