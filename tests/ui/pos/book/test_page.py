"""The book pages: what they show, filter, select and do."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.errors import Unreachable
from clienteling.domain.filters import HOLDER, NAME, Contains, OneOf, Query
from clienteling.services.books import Books, View
from clienteling.ui.lists.card_delegate import Look
from clienteling.ui.pos.book.page import BookPage, MyBookPage, StoreBooksPage
from clienteling.ui.pos.book.window_control import WindowControl
from clienteling.ui.widgets.menu import Menu
from tests.support.till import OpenTill

SignIn = Callable[..., OpenTill]


def my_book(till: OpenTill) -> BookPage:
    page = till.show(MyBookPage)
    assert isinstance(page, BookPage)
    return page


def store_books(till: OpenTill) -> BookPage:
    page = till.show(StoreBooksPage)
    assert isinstance(page, BookPage)
    return page


def key_of(till: OpenTill, name: str) -> str:
    return f"attribute:{till.program.company.properties.attributes[name].id}"


def select(page: BookPage, *customer_ids: int) -> None:
    """Select by keyboard, as a person would."""
    page.cards.setFocus()
    for customer_id in customer_ids:
        page.cards.show_customer(customer_id)
        QTest.keyClick(page.cards, Qt.Key.Key_Space)


def shown(page: BookPage) -> set[int]:
    return set(page.cards.customer_ids)


def test_my_book_shows_its_customers_by_name_and_how_many(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    expected = till.program.services.books.find(till.session, View.MINE, Query()).ids.tolist()
    assert list(page.cards.customer_ids) == expected
    assert shown(page) == set(till.program.company.accounts(1, 10))
    assert page.head.count.text() == "10"
    assert page.chips.isHidden()
    assert not till.errors


def test_store_books_show_everybody_of_the_store_and_begin_with_the_holder(sign_in: SignIn) -> None:
    till = sign_in("003")
    page = store_books(till)
    assert shown(page) == set(till.program.company.accounts(1, 20))
    anna = str(till.program.company.worker_id("001"))
    page.panel.control(HOLDER).list.row(anna).click()  # type: ignore[attr-defined]
    assert shown(page) == set(till.program.company.accounts(1, 10))
    assert [chip.name for chip in page.chips.filters] == ["In the book of"]


def test_a_filter_narrows_counts_and_stands_as_a_chip_that_takes_it_away(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    control = page.panel.control(key_of(till, "Brand"))
    row = control.list.row("Fabrikam")  # type: ignore[attr-defined]
    row.click()
    found = len(page.cards.customer_ids)
    assert 0 < found < 10
    assert page.head.count.text() == f"{found} of 10"
    assert row.count == str(found)
    assert [(c.name, c.value) for c in page.chips.filters] == [("Brand", "Fabrikam")]
    page.chips.removed.emit(page.chips.filters[0].key)
    assert len(page.cards.customer_ids) == 10
    assert page.chips.isHidden()
    assert not row.isChecked()


def test_controls_stay_and_keep_the_focus_while_counts_change(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    control = page.panel.control(key_of(till, "Brand"))
    row = control.list.row("Fabrikam")  # type: ignore[attr-defined]
    row.setFocus()
    row.click()
    assert page.panel.control(key_of(till, "Brand")) is control
    assert control.list.row("Fabrikam") is row  # type: ignore[attr-defined]
    assert till.window.focusWidget() is row


def test_clear_all_drops_every_filter_and_keeps_the_order(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    page.head.sort_changed.emit("score", True)
    ordered = list(page.cards.customer_ids)
    page.panel.changed.emit(NAME, Contains(NAME, "a"))
    page.chips.cleared.emit()
    assert list(page.cards.customer_ids) == ordered


def test_text_is_asked_after_a_pause(sign_in: SignIn, qtbot: QtBot) -> None:
    till = sign_in("001")
    page = my_book(till)
    edit = page.panel.control(NAME).edit  # type: ignore[attr-defined]
    edit.setFocus()
    QTest.keyClicks(edit, "zzz")
    assert len(page.cards.customer_ids) == 10
    qtbot.waitUntil(lambda: len(page.cards.customer_ids) == 0, timeout=5000)
    assert edit.text() == "zzz"


def test_nobody_found_names_the_filter_to_drop_and_drops_it(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    brand = key_of(till, "Brand")
    page.panel.changed.emit(brand, OneOf(brand, frozenset({"Fabrikam"})))
    left = len(page.cards.customer_ids)
    page.panel.changed.emit(NAME, Contains(NAME, "zzz"))
    assert page.state.title == "Nobody has both"
    assert page.state.primary_button.label == f"Show {left} without Name"
    page.state.primary.emit()
    assert len(page.cards.customer_ids) == left
    assert not page.cards.isHidden()
    assert page.cards.isVisible()


def test_one_filter_that_finds_nobody_offers_to_clear_it(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    page.panel.changed.emit(NAME, Contains(NAME, "zzz"))
    assert page.state.title == "Nobody matches this filter"
    page.state.primary.emit()
    assert len(page.cards.customer_ids) == 10


def test_an_empty_book_says_what_to_do(sign_in: SignIn) -> None:
    till = sign_in("009")
    page = my_book(till)
    assert page.state.title == "Your book is ready for its first customer"
    assert page.panel.isHidden()
    page.state.primary.emit()
    assert till.search_page.is_active


def test_a_book_that_cannot_be_read_says_so_and_is_read_again(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    till = sign_in("001")

    def broken(*_: object) -> None:
        raise Unreachable("The database server does not answer.")

    with monkeypatch.context() as patched:
        for name in ("first_page", "count", "find"):
            patched.setattr(Books, name, broken)
        page = my_book(till)
    assert page.state.isVisible()
    assert page.state.title == "Your book cannot be read"
    assert page.panel.isHidden()
    page.state.primary.emit()
    assert page.panel.isVisible()
    assert page.cards.isVisible()
    assert len(page.cards.customer_ids) == 10


def test_slash_goes_to_the_first_filter_and_opens_the_panel(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    page.panel.closed.emit()
    assert page.panel.isHidden()
    page.focus_filter()
    assert page.panel.isVisible()
    focused = till.window.focusWidget()
    assert focused is not None
    assert page.panel.isAncestorOf(focused)


def test_slash_before_the_filters_are_there_goes_to_the_first_when_they_come(sign_in: SignIn) -> None:
    page = my_book(sign_in("001"))
    facets = page._answer.found.facets if page._answer is not None else ()
    page.panel.show_facets((), date(2026, 11, 20))
    page.cards.setFocus()
    page.focus_filter()
    page.panel.show_facets(facets, date(2026, 11, 20))
    focused = page.window().focusWidget()
    assert focused is not None
    assert page.panel.isAncestorOf(focused)


def test_a_yearly_date_can_be_asked_over_new_year(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    control = page.panel.control(key_of(till, "Birthday"))
    assert isinstance(control, WindowControl)
    today = till.till.formats.today(till.till.now())
    control.days.chosen.emit(today.replace(month=12, day=30), today.replace(year=today.year + 1, month=1, day=2))
    customers = till.program.company.customers
    assert shown(page) >= {customers["C-0002"], customers["C-0003"]}
    assert customers["C-0001"] not in shown(page)
    assert [c.value for c in page.chips.filters] == ["30 December – 2 January"]


def test_opening_gives_the_customer_and_whom_to_page_through_and_coming_back_keeps_all(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    page.panel.changed.emit(key_of(till, "Brand"), OneOf(key_of(till, "Brand"), frozenset({"Fabrikam"})))
    ids = list(page.cards.customer_ids)
    select(page, ids[0])
    page.cards.opened.emit(ids[-1])
    customer_id, among = till.customer_page.arguments[-1]
    assert customer_id == ids[-1]
    assert list(among) == ids
    assert till.window.back()
    assert list(page.cards.customer_ids) == ids
    assert page.cards.selection().customer_ids == (ids[0],)


def test_select_all_selects_what_the_filter_finds(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    select(page, page.cards.customer_ids[0])
    assert page.bar.count_text == "1 selected"
    assert page.bar.all_link.label == "Select all 10"
    page.bar.select_all.emit()
    assert len(page.cards.selection()) == 10
    assert page.go_back()
    assert not page.bar.raised
    assert not page.go_back()


def test_removing_takes_customers_out_and_undo_puts_them_back(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    gone = list(page.cards.customer_ids)[:2]
    select(page, *gone)
    page.bar.button("Remove from book").click()
    assert not shown(page) & set(gone)
    assert page.head.count.text() == "8"
    assert till.toast.text == "2 customers removed from your client book"
    assert not page.bar.raised
    till.toast.undo_button.click()
    assert shown(page) >= set(gone)
    assert not till.errors


def test_in_the_store_view_only_own_customers_can_be_removed(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = store_books(till)
    own, other = till.program.company.accounts(1, 1)[0], till.program.company.accounts(11, 11)[0]
    select(page, other)
    assert page.bar.button("Remove from book").who_may == "Your own customers only"
    select(page, own)
    page.bar.button("Remove 1 from my book").click()
    assert own not in shown(page)
    assert other in shown(page)


def test_commands_that_are_not_allowed_say_who_may(sign_in: SignIn) -> None:
    page = my_book(sign_in("001"))
    select(page, page.cards.customer_ids[0])
    reassign = page.bar.button("Reassign")
    assert reassign.needs_signature
    assert "Managers" in reassign.who_may


def test_what_others_change_shows_in_place(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    stay = list(page.cards.customer_ids)[3]
    select(page, stay)
    moved = till.program.company.accounts(1, 1)
    manager = till.program.session("003")
    changes = till.program.services.book_changes.reassign(
        manager, moved, till.session.worker.id, till.program.company.worker_id("002")
    )
    till.window.receive(changes)
    assert moved[0] not in shown(page)
    assert page.cards.selection().customer_ids == ((stay,) if stay != moved[0] else ())


def test_a_change_that_cards_do_not_show_reads_nothing(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    till = sign_in("001")
    my_book(till)
    monkeypatch.setattr(Books, "find", lambda *_: pytest.fail("read for nothing"))
    till.window.receive(Changes(frozenset({Kind.TIMELINE})))


def test_the_look_is_chosen_in_the_head(sign_in: SignIn) -> None:
    page = my_book(sign_in("001"))
    page.head.look.button(Look.ROWS).click()
    assert page.cards.look is Look.ROWS


def test_messages_stand_over_the_command_bar_while_the_page_is_shown(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    till.messages.toast("done")
    low = till.toast.box_on_host().bottom()
    select(page, page.cards.customer_ids[0])
    assert till.toast.box_on_host().bottom() < low
    till.window.go("customer", 1)
    assert till.toast.box_on_host().bottom() == low


def test_somebody_is_added_by_the_search_or_as_a_new_customer(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    asked: list[str] = []
    page.go.disconnect()
    page.go.connect(lambda key, _argument: asked.append(key))
    for row in ("Find a customer", "New customer"):
        page.head.add_button.click()
        menu = page.head.findChild(Menu)
        assert menu is not None
        next(action for action in menu.actions() if action.text() == row).trigger()
        menu.close()
        delete(menu)
    assert asked == ["search", "new_customer"]


def test_an_order_that_is_gone_gives_way_to_the_name(sign_in: SignIn) -> None:
    page = my_book(sign_in("001"))
    by_name = list(page.cards.customer_ids)
    page.head.sort_changed.emit("attribute:0", False)
    assert page.cards.isVisible()
    assert list(page.cards.customer_ids) == by_name
    assert page.head.sort.value() == NAME
