from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.database import workers
from clienteling.domain.activity import TimelineKind
from clienteling.domain.audit import Changes, Kind
from clienteling.domain.card import Holder
from clienteling.domain.errors import Unreachable
from clienteling.services.customers import Customers
from clienteling.ui.page import BACK
from clienteling.ui.pos.customer.contact_row import ContactRow
from clienteling.ui.pos.customer.head import View
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.pos.reassign import ReassignDialog
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.toast import Toast
from tests.support.customers import NewCustomer
from tests.ui.pos.customer.conftest import Counter, settle


def holder(counter: Counter, customer_id: int) -> Holder | None:
    return counter.profile(customer_id).holder


def went(page: CustomerPage) -> list[tuple[str, object]]:
    gone: list[tuple[str, object]] = []
    page.go.connect(lambda key, argument: gone.append((key, argument)))
    return gone


def undo(toast: Toast) -> None:
    toast.undo_button.click()


def test_it_shows_the_customer_of_its_argument(counter: Counter) -> None:
    page = counter.open(counter.customer("C-0003"))
    profile = counter.profile(counter.customer("C-0003"))
    assert page.column.head.name.accessibleName() == profile.customer.name
    assert page.head.tabs.accessibleTabName(0) == "Timeline 6"
    assert page.timeline.filter.chip(TimelineKind.PURCHASE).count == "2"
    assert page.timeline.list.model().rowCount() == 6
    assert [kind.label for kind in page.timeline.composer.kinds()] == ["Visit", "Phone", "Email", "Note"]


def test_the_tabs_show_their_parts(counter: Counter) -> None:
    page = counter.open(counter.customer("C-0003"))
    for view, part in (
        (View.PURCHASES, page.purchases),
        (View.RELATIONSHIP, page.relationship),
        (View.NOTES, page.notes),
        (View.ATTRIBUTES, page.attributes),
        (View.TIMELINE, page.timeline),
    ):
        page.head.tabs.setCurrentIndex(list(View).index(view))
        tabs = (page.timeline, page.purchases, page.relationship, page.notes, page.attributes)
        assert [tab.isVisible() for tab in tabs] == [tab is part for tab in tabs]


def test_it_pages_through_those_it_was_given(counter: Counter) -> None:
    ids = np.array(counter.program.company.accounts(1, 3))
    page = counter.open((ids[1], ids))
    gone = went(page)
    assert page.head.place.text() == "2 of 3"
    page.head.after.click()
    page.head.before.click()
    assert [(key, argument[0]) for key, argument in gone] == [("customer", ids[2]), ("customer", ids[0])]  # type: ignore[index]
    page.enter(gone[0][1])
    assert page.head.place.text() == "3 of 3"
    assert page.column.head.name.accessibleName() == counter.profile(int(ids[2])).customer.name


def test_alt_and_an_arrow_page_where_there_are_others(counter: Counter) -> None:
    ids = tuple(counter.program.company.accounts(1, 3))
    page = counter.open((ids[1], ids))
    gone = went(page)
    of_the_window: list[str] = []
    back = QShortcut("Alt+Left", counter.host)
    back.activated.connect(lambda: of_the_window.append("back"))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(page.timeline.list, key, Qt.KeyboardModifier.AltModifier)
    assert [argument[0] for _, argument in gone] == [ids[2], ids[0]]  # type: ignore[index]
    assert of_the_window == []
    page.enter(ids[1])
    QTest.keyClick(page.timeline.list, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert of_the_window == ["back"]


def test_coming_back_shows_the_customer_who_was_there(counter: Counter) -> None:
    customer = counter.customer("C-0003")
    page = counter.open(customer)
    page.leave()
    counter.add_activities(customer, 1)
    page.enter(None)
    assert page.head.tabs.accessibleTabName(0) == "Timeline 7"


def test_a_customer_of_another_company_is_not_there(counter: Counter) -> None:
    page = counter.open(counter.customer("DEMF D-0001"))
    gone = went(page)
    assert page.state.isVisible()
    assert page.state.sentence == "There is no such customer in this company."
    page.state.primary_button.click()
    page.state.plain_button.click()
    assert gone == [(BACK, None), ("search", None)]


def test_without_anybody_to_show_it_says_so(counter: Counter) -> None:
    page = counter.open()
    assert page.state.title == "No such customer here"


def test_who_may_not_see_customers_is_told_who_may(counter: Counter) -> None:
    group = counter.program.company.groups["associate"]
    counter.program.database.write(lambda transaction: workers.set_operations(transaction, group, frozenset()))
    page = counter.open(counter.customer("C-0003"))
    assert page.state.title == "Not allowed"
    assert "View customer details" in page.state.sentence
    assert not page.state.plain_button.isVisible()


def test_what_cannot_be_read_can_be_tried_again_and_told(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_args: object) -> None:
        raise Unreachable("The server does not answer.")

    with monkeypatch.context() as broken:
        broken.setattr(Customers, "profile", unreachable)
        page = counter.open(counter.customer("C-0003"))
    assert page.state.title == "The database does not answer"
    page.state.plain_button.click()
    assert "Unreachable" in QGuiApplication.clipboard().text()
    page.state.primary_button.click()
    assert not page.state.isVisible()
    assert page.column.isVisible()


def test_the_shape_shows_while_a_customer_is_read(counter: Counter, qtbot: QtBot) -> None:
    counter.tasks.held = True
    page = counter.open(counter.customer("C-0003"))
    qtbot.waitUntil(page.skeleton.isVisible)
    counter.tasks.release()
    qtbot.waitUntil(page.column.isVisible)


def test_what_is_written_elsewhere_shows_at_once(counter: Counter) -> None:
    customer = counter.customer("C-0003")
    page = counter.open(customer)
    kind = counter.program.company.activity_types["phone"].id
    till = counter.till
    till.tasks.command(page, lambda: till.services.timelines.add_activity(till.session, customer, kind, "Called"))
    assert page.head.tabs.accessibleTabName(0) == "Timeline 7"
    assert "Last contact today" in page.column.contact.detail
    assert page.timeline.list.model().index(0, 0).data().startswith("Phone; Anna Ozola")


def test_what_concerns_others_only_is_not_read_again(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    page = counter.open(counter.customer("C-0003"))
    reads: list[int] = []
    monkeypatch.setattr(Customers, "profile", lambda _self, _session, key: reads.append(key))
    page.refresh(Changes(frozenset({Kind.TIMELINE}), frozenset({counter.customer("C-0004")})))
    assert reads == []


def test_saving_shows_the_new_entry_first(counter: Counter) -> None:
    page = counter.open(counter.customer("C-0003"))
    page.timeline.composer.text.set_text("Tried three coats")
    page.timeline.composer.save()
    assert page.timeline.list.model().index(0, 0).data() == "Visit; Anna Ozola; Today, 05:00; Tried three coats"
    assert page.timeline.composer.text.text() == ""


def test_a_customer_in_no_book_is_added_and_the_way_back_is_offered(counter: Counter) -> None:
    customer = counter.customer("C-0022")
    page = counter.open(customer)
    page.column.strip.add.click()
    mine = holder(counter, customer)
    assert mine is not None
    assert mine.name == "Anna Ozola"
    assert page.column.strip.is_mine
    name = counter.profile(customer).customer.name
    assert counter.toast.text == f"{name} added to your client book"
    undo(counter.toast)
    assert holder(counter, customer) is None
    assert page.column.strip.add.isVisible()


def test_an_own_customer_is_removed_and_the_way_back_is_offered(counter: Counter) -> None:
    customer = counter.customer("C-0003")
    page = counter.open(customer)
    page.column.strip.menu().actions()[0].trigger()
    assert holder(counter, customer) is None
    assert counter.toast.text.endswith("removed from your client book")
    undo(counter.toast)
    mine = holder(counter, customer)
    assert mine is not None
    assert page.column.strip.is_mine


def test_somebody_who_was_first_is_named_and_the_page_shows_it(counter: Counter) -> None:
    customer = counter.customer("C-0022")
    page = counter.open(customer)
    counter.program.services.book_changes.add(counter.program.session("002"), [customer])
    page.column.strip.add.click()
    theirs = holder(counter, customer)
    assert theirs is not None
    assert theirs.name == "Jens Holm"
    assert not page.column.strip.add.isVisible()
    assert "In the book of Jens Holm" in page.column.strip.title


def test_a_manager_can_give_the_customer_to_a_colleague(counter_of: Callable[[str], Counter]) -> None:
    manager = counter_of("003")
    customer = manager.customer("C-0003")
    page = manager.open(customer)
    page.column.strip.menu().actions()[0].trigger()
    dialog = manager.host.findChild(ReassignDialog)
    assert isinstance(dialog, ReassignDialog)
    assert dialog.is_open
    dialog.taker.set_value(manager.program.company.worker_id("002"))
    dialog.taker.changed.emit(dialog.taker.value())
    dialog.move_button.click()
    theirs = holder(manager, customer)
    assert theirs is not None
    assert theirs.name == "Jens Holm"
    assert "In the book of Jens Holm" in page.column.strip.title


def test_a_customer_in_several_books_says_in_which_and_a_manager_makes_another_the_primary_one(
    counter_of: Callable[[str], Counter],
) -> None:
    manager = counter_of("003")
    customer, session = manager.customer("C-0003"), manager.till.session
    manager.program.services.parameters.set(None, session.legal_entity, "several-books", "yes")
    page = manager.open(customer)
    strip = page.column.strip
    assert strip.add.isVisible()
    strip.add.click()
    name = manager.profile(customer).customer.name
    assert manager.toast.text == f"{name} added to your client book; Anna Ozola has them as well"
    assert not strip.add.isVisible()
    assert (strip.title, strip.others) == ("In your client book", "Also in the book of Anna Ozola (primary)")
    commands = {action.text(): action for action in strip.menu().actions()}
    assert "Make Anna Ozola’s book the primary one" not in commands
    commands["Make Mara Liepa’s book the primary one"].trigger()
    assert strip.others == "The primary book; also in the book of Anna Ozola"
    assert manager.toast.text == f"Mara Liepa’s book is the primary one of {name} now"
    undo(manager.toast)
    assert page.column.strip.others == "Also in the book of Anna Ozola (primary)"


def test_what_is_typed_is_told_by_kind_length_and_time_and_opens_where_it_was_left(counter: Counter) -> None:
    first, second = counter.program.company.accounts(3, 4)
    page = counter.open(first)
    page.timeline.composer.text.set_text("Picked up the dress")
    page.enter(second)
    assert page.timeline.composer.text.text() == ""
    page.timeline.composer.write_note()
    page.timeline.composer.text.set_text("Silk lining")
    drafts = page.drafts()
    assert [(d.customer_id, d.is_note, d.length) for d in drafts] == [(second, True, 11), (first, False, 19)]
    assert all(draft.kept is not None for draft in drafts)
    page.leave()
    page.enter(first)
    assert page.timeline.composer.text.text() == "Picked up the dress"
    assert page.timeline.composer.text.edit.hasFocus()


def test_letters_are_the_searchs_where_nothing_is_being_written(counter: Counter) -> None:
    page = counter.open(counter.customer("C-0003"))
    assert page.timeline.list.hasFocus()


def test_typing_after_going_on_is_meant_for_the_next_customer_even_before_they_are_read(counter: Counter) -> None:
    first, second = counter.program.company.accounts(3, 4)
    page = counter.open(first)
    page.timeline.composer.text.set_text("for the first")
    counter.tasks.held = True
    page.enter(second)
    page.timeline.composer.text.set_text("for the second")
    counter.tasks.release()
    assert {draft.customer_id: draft.text for draft in page.drafts()} == {
        first: "for the first",
        second: "for the second",
    }


def test_f2_and_the_button_edit_and_slash_goes_to_the_filters(counter: Counter) -> None:
    page = counter.open(counter.customer("C-0003"))
    asked: list[tuple[str, object]] = []
    page.go.connect(lambda key, argument: asked.append((key, argument)))
    page.edit()
    page.column.head.edit_button.click()
    assert asked == [("edit_customer", counter.customer("C-0003"))] * 2
    page.head.tabs.setCurrentIndex(1)
    page.focus_filter()
    assert page.timeline.filter.chip(None).hasFocus()


def test_a_customer_without_notes_is_offered_the_first(counter: Counter) -> None:
    page = counter.open(counter.add_customer(NewCustomer("X-1", "Nora Berg")))
    page.head.tabs.setCurrentIndex(2)
    page.notes.state.primary_button.click()
    assert page.timeline.isVisible()
    assert page.timeline.composer.save_button.label == "Save note"
    assert page.timeline.composer.text.edit.hasFocus()


def test_buttons_can_be_reached_with_the_keyboard(counter: Counter) -> None:
    page = counter.open(counter.customer("C-0003"))
    buttons = [button for button in page.findChildren(Button) if button.isVisible()]
    assert buttons
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)
    assert all(button.accessibleName() for button in buttons)


def test_the_tab_key_goes_in_reading_order(counter: Counter) -> None:
    page = counter.open(
        counter.add_customer(NewCustomer("X-1", "N", phones=("212 555 0100",), emails=("n@example.com",)))
    )
    page.timeline.filter.chip(TimelineKind.ACTIVITY).click()
    page.enter(counter.customer("C-0003"))
    page.enter(counter.customer("C-0004"))
    settle()
    composer, chips = page.timeline.composer, page.timeline.filter
    contacts = [row for row in page.column.findChildren(ContactRow) if row.isVisible()]
    assert contacts
    expected = [
        page.column.buttons.call,
        page.column.buttons.mail,
        *contacts,
        page.column.strip.more,
        page.head.back_button,
        page.head.tabs,
        composer.kinds()[0],
        composer.when.select,
        composer.text.edit,
        composer.save_button,
        chips.chip(TimelineKind.ACTIVITY),
        chips.type_chip(counter.program.company.activity_types["visit"].id),
        page.timeline.list,
    ]
    order: list[QWidget | None] = [page.column.buttons.call]
    while order[-1] is not None and (widget := order[-1].nextInFocusChain()) is not order[0]:
        order.append(widget)
    assert [reached for reached in order if reached in expected] == expected
