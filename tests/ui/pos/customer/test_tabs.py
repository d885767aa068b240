"""The tabs that are read page by page, and the boxes in them."""

import pytest

from clienteling.domain.activity import Restriction
from clienteling.domain.errors import Unreachable
from clienteling.services.customers import Customers
from clienteling.ui.pos.customer.item_actions import ItemActions
from clienteling.ui.pos.customer.note_box import NoteBox
from clienteling.ui.pos.customer.notes_tab import NotesTab
from clienteling.ui.pos.customer.purchases_tab import PurchasesTab
from clienteling.ui.widgets.label import Label
from tests.support.customers import NewCustomer
from tests.ui.pos.customer.conftest import Counter, settle


@pytest.fixture
def customer(counter: Counter) -> int:
    return counter.add_customer(NewCustomer("X-1", "Fresh Customer"))


@pytest.fixture
def purchases(counter: Counter) -> PurchasesTab:
    tab = PurchasesTab(counter.till)
    tab.setFixedSize(926, 648)
    counter.put(tab)
    return tab


@pytest.fixture
def notes(counter: Counter) -> NotesTab:
    tab = NotesTab(counter.till, ItemActions(counter.till, counter.host))
    tab.setFixedSize(926, 648)
    counter.put(tab)
    return tab


def spoken(tab: PurchasesTab) -> list[str]:
    return [box.accessibleName() for box in tab.boxes]


def test_figures_and_receipts_of_a_customer(counter: Counter, purchases: PurchasesTab) -> None:
    purchases.show_profile(counter.profile(counter.customer("C-0003")))
    assert (purchases.spend.text, purchases.count.text, purchases.average.text) == ("$81.96", "2", "$40.98")
    newest, older = spoken(purchases)
    assert newest.endswith("North · receipt SO-0; $39.98; Silk scarf $19.99; 2 × Silk scarf $19.99")
    assert older.endswith("North · receipt SO-1; $41.98; Silk scarf $20.99; 2 × Silk scarf $20.99")


def test_all_receipts_come_as_one_scrolls(counter: Counter, customer: int, purchases: PurchasesTab) -> None:
    counter.add_receipts(customer, 120)
    purchases.show_profile(counter.profile(customer))
    settle()
    assert len(purchases.boxes) == 50
    for _ in range(4):
        bar = purchases.area.verticalScrollBar()
        bar.setValue(bar.maximum())
        settle()
    assert len(purchases.boxes) == 120
    assert len({box.accessibleName() for box in purchases.boxes}) == 120


def test_nothing_of_the_customer_before_stays(counter: Counter, customer: int, purchases: PurchasesTab) -> None:
    purchases.show_profile(counter.profile(counter.customer("C-0003")))
    counter.tasks.held = True
    purchases.show_profile(counter.till.services.customers.profile(counter.till.session, customer))
    assert purchases.boxes == []
    counter.tasks.release()
    assert purchases.state.isVisible()
    assert purchases.state.title == "No purchases yet"


def test_a_hidden_tab_is_read_when_it_is_shown(counter: Counter, customer: int, notes: NotesTab) -> None:
    notes.hide()
    notes.be_about(customer)
    counter.till.services.timelines.add_note(counter.till.session, customer, "first")
    notes.show()
    assert len(notes.boxes) == 1
    notes.hide()
    notes.refresh()
    counter.till.services.timelines.add_note(counter.till.session, customer, "second")
    notes.show()
    assert len(notes.boxes) == 2


def test_a_tab_that_cannot_be_read_can_be_tried_again(
    counter: Counter, customer: int, purchases: PurchasesTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.add_receipts(customer, 1)
    profile = counter.profile(customer)

    def unreachable(*_args: object, **_named: object) -> None:
        raise Unreachable("The server does not answer.")

    with monkeypatch.context() as broken:
        broken.setattr(Customers, "purchases", unreachable)
        purchases.show_profile(profile)
    assert "The server does not answer." in purchases.state.sentence
    purchases.state.primary_button.click()
    assert len(purchases.boxes) == 1


def test_a_page_that_cannot_be_read_leaves_what_is_shown(
    counter: Counter, customer: int, purchases: PurchasesTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.add_receipts(customer, 60)
    purchases.show_profile(counter.profile(customer))
    settle()
    bar = purchases.area.verticalScrollBar()

    def unreachable(*_args: object, **_named: object) -> None:
        raise Unreachable("The server does not answer.")

    with monkeypatch.context() as broken:
        broken.setattr(Customers, "purchases", unreachable)
        bar.setValue(bar.maximum())
    assert len(purchases.boxes) == 50
    bar.setValue(0)
    bar.setValue(bar.maximum())
    assert len(purchases.boxes) == 60


def test_notes_say_who_wrote_them_for_whom_and_when(counter: Counter, customer: int, notes: NotesTab) -> None:
    till = counter.till
    till.services.timelines.add_note(till.session, customer, "Allergic to wool", restriction=Restriction.EXTERNAL)
    notes.be_about(customer)
    (box,) = notes.boxes
    assert isinstance(box, NoteBox)
    assert [label.text() for label in box.findChildren(Label) if not label.isHidden()] == [
        "Anna Ozola",
        "external",
        "Today, 05:00",
    ]
    assert box.text.text == "Allergic to wool"


def test_a_long_note_shows_whole_when_asked(counter: Counter, customer: int, notes: NotesTab) -> None:
    till = counter.till
    till.services.timelines.add_note(till.session, customer, "word " * 3999)
    notes.be_about(customer)
    settle()
    (box,) = notes.boxes
    assert isinstance(box, NoteBox)
    short = box.text.height()
    assert box.more.label == "Show all of it"
    box.more.click()
    assert box.text.height() > 3 * short
    assert box.more.label == "Show less"
    box.more.click()
    assert box.text.height() == short


def test_a_short_note_has_nothing_more_to_show(counter: Counter, customer: int, notes: NotesTab) -> None:
    counter.till.services.timelines.add_note(counter.till.session, customer, "short")
    notes.be_about(customer)
    settle()
    (box,) = notes.boxes
    assert isinstance(box, NoteBox)
    assert not box.more.isVisible()
