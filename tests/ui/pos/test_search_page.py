"""The search page: who is found, opened and added."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from clienteling.domain.errors import Unreachable
from clienteling.services.search import Search
from clienteling.ui.lists.hit_delegate import HitRow
from clienteling.ui.pos.reassign import ReassignDialog
from clienteling.ui.pos.search_page import SearchPage
from clienteling.ui.pos.search_results import Offer
from tests.support.till import OpenTill

SignIn = Callable[..., OpenTill]


def search(till: OpenTill, text: object) -> SearchPage:
    page = till.show(SearchPage, "search", text)
    assert isinstance(page, SearchPage)
    return page


def found(page: SearchPage) -> dict[int, Offer]:
    return {row.customer_id: page.results.offer(row) for row in page.results.rows if isinstance(row, HitRow)}


def pick(page: SearchPage, *customer_ids: int) -> None:
    for row in page.results.rows:
        if isinstance(row, HitRow) and row.customer_id in customer_ids:
            page.results.setCurrentIndex(page.results.model().index(page.results.rows.index(row), 0))
            page.results.keyPressEvent(_space())


def _space() -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")


def test_it_shows_who_was_found_and_what_can_be_done(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = search(till, "C-00")
    mine, jens, free = (till.program.company.accounts(n, n)[0] for n in (1, 11, 21))
    offers = found(page)
    assert (offers[mine], offers[jens], offers[free]) == (Offer.MINE, Offer.HELD, Offer.ADD)
    assert page.head.title.text() == "Results for “C-00”"
    assert page.head.note.text() == f"{len(offers)} found"


def test_the_store_is_searched_first_and_all_stores_on_demand(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = search(till, "C-003")
    assert found(page) == {}
    assert page.state.title == "No customer of this store matches"
    page.state.primary.emit()
    assert page.everywhere.isChecked()
    assert set(found(page)) == set(till.program.company.accounts(30, 36))


def test_text_and_all_stores_can_be_asked_from_elsewhere(sign_in: SignIn) -> None:
    page = search(sign_in("001"), ("C-003", True))
    assert page.everywhere.isChecked()
    assert len(found(page)) == 7


def test_nobody_anywhere_is_said_so(sign_in: SignIn) -> None:
    page = search(sign_in("001"), "zzyzx")
    assert page.state.isVisible()
    assert page.state.title == "No customer matches"


def test_without_a_text_it_asks_for_one(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = search(till, None)
    assert page.state.isVisible()
    assert till.window.focusWidget() is till.window.top_bar.search.edit


def test_adding_by_the_button_moves_the_customer_and_can_be_undone(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = search(till, "C-00")
    free = till.program.company.accounts(21, 21)[0]
    page.results.add_asked.emit(free)
    assert found(page)[free] is Offer.MINE
    assert till.toast.text.endswith("added to your client book")
    till.toast.undo_button.click()
    assert found(page)[free] is Offer.ADD


def test_several_are_added_at_once_without_those_a_colleague_has(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = search(till, "C-00")
    free, held = till.program.company.accounts(21, 22), till.program.company.accounts(11, 11)
    pick(page, *free, *held)
    assert page.bar.count_text == "3 selected"
    page.bar.button("Add 2 to my book").click()
    assert {found(page)[key] for key in free} == {Offer.MINE}
    assert found(page)[held[0]] is Offer.HELD
    assert not page.bar.raised


def test_a_customer_of_a_colleague_is_refused_with_the_name(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = search(till, "C-00")
    page.results.add_asked.emit(till.program.company.accounts(11, 11)[0])
    assert page.commands.refusal.isVisible()
    assert "is in the client book of Jens Holm" in page.commands.refusal.title
    assert page.commands.refusal.action.isHidden()


def test_who_may_reassign_is_offered_just_that(sign_in: SignIn) -> None:
    till = sign_in("003")
    page = search(till, "C-00")
    page.results.add_asked.emit(till.program.company.accounts(11, 11)[0])
    page.commands.refusal.acted.emit()
    dialog = till.window.findChild(ReassignDialog)
    assert dialog is not None
    assert dialog.is_open
    giver, taker = dialog.giver.person(), dialog.taker.person()
    assert giver is not None
    assert taker is not None
    assert (giver.name, taker.name) == ("Jens Holm", "Mara Liepa")
    dialog.move_button.click()
    assert found(page)[till.program.company.accounts(11, 11)[0]] is Offer.MINE


def test_opening_gives_the_customer_and_whom_to_page_through(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = search(till, "C-000")
    page.results.take_current()
    customer_id, among = till.customer_page.arguments[-1]
    assert customer_id in among
    assert set(among) == set(found(page))


def test_coming_back_keeps_the_selection(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = search(till, "C-00")
    chosen = till.program.company.accounts(3, 3)[0]
    pick(page, chosen)
    till.window.go("customer", chosen)
    assert till.window.back()
    assert page.results.selected == (chosen,)
    assert page.bar.raised


def test_a_failing_search_says_so_and_is_tried_again(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    till = sign_in("001")

    def broken(*_: object, **__: object) -> None:
        raise Unreachable("The database server does not answer.")

    with monkeypatch.context() as patched:
        patched.setattr(Search, "find", broken)
        page = search(till, "C-00")
    assert page.state.title == "The search does not answer"
    page.state.primary.emit()
    assert found(page)


def test_where_several_books_are_allowed_a_customer_of_a_colleague_is_added_and_the_colleague_named(
    sign_in: SignIn,
) -> None:
    till = sign_in("001")
    jens, other, free = (till.program.company.accounts(n, n)[0] for n in (11, 12, 21))
    till.program.services.parameters.set(None, till.session.legal_entity, "several-books", "yes")
    page = search(till, "C-00")
    assert found(page)[jens] is Offer.JOIN
    page.results.add_asked.emit(jens)
    assert till.toast.text.endswith("added to your client book; Jens Holm has them as well")
    assert found(page)[jens] is Offer.MINE
    pick(page, other, free)
    page.bar.button("Add to my book").click()
    assert till.toast.text == "2 added to your client book; colleagues have 1 of them as well"
    till.toast.undo_button.click()
    assert (found(page)[other], found(page)[free]) == (Offer.JOIN, Offer.ADD)
