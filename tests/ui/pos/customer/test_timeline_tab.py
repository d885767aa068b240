from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex

from clienteling.domain.activity import TimelineItem, TimelineKind
from clienteling.domain.errors import Unreachable
from clienteling.services.timeline import PAGE, Timelines
from clienteling.ui.lists.timeline_model import ITEM_ROLE
from clienteling.ui.pos.customer.timeline_tab import TimelineTab
from tests.support.customers import NewCustomer
from tests.ui.pos.customer.conftest import Counter


def tab(counter: Counter, customer_id: int) -> TimelineTab:
    shown = TimelineTab(counter.till)
    counter.put(shown)
    types = counter.till.services.timelines.activity_types(counter.till.session)
    shown.composer.set_types(types)
    shown.filter.set_types(types)
    turn_to(shown, customer_id)
    return shown


def turn_to(shown: TimelineTab, customer_id: int) -> None:
    shown.begin(customer_id)
    asked = shown.asked(customer_id)
    shown.show_timeline(asked, shown.read_first(asked))


def items(shown: TimelineTab) -> list[TimelineItem]:
    model = shown.list.model()
    return [model.index(row, 0).data(ITEM_ROLE) for row in range(model.rowCount())]


@pytest.fixture
def customer(counter: Counter) -> int:
    return counter.add_customer(NewCustomer("X-1", "Fresh Customer"))


def test_it_reads_on_from_where_the_page_ended(counter: Counter, customer: int) -> None:
    counter.add_activities(customer, PAGE + 20)
    shown = tab(counter, customer)
    assert len(items(shown)) == PAGE
    shown.list.model().fetchMore(QModelIndex())
    texts = [item.text for item in items(shown)]
    assert texts == [f"visit number {number}" for number in reversed(range(PAGE + 20))]


def test_a_filter_whose_first_entries_are_the_same_shows_no_others(counter: Counter, customer: int) -> None:
    till = counter.till
    till.services.timelines.add_note(till.session, customer, "older than all")
    counter.add_activities(customer, 2)
    shown = tab(counter, customer)
    assert len(items(shown)) == 3
    shown.filter.chip(TimelineKind.ACTIVITY).click()
    assert [item.kind for item in items(shown)] == [TimelineKind.ACTIVITY] * 2
    shown.filter.chip(TimelineKind.NOTE).click()
    assert [item.text for item in items(shown)] == ["older than all"]


def test_types_narrow_the_activities(counter: Counter, customer: int) -> None:
    counter.add_activities(customer, 3)
    counter.add_activities(customer, 2, "phone")
    shown = tab(counter, customer)
    shown.filter.chip(TimelineKind.ACTIVITY).click()
    shown.filter.type_chip(counter.program.company.activity_types["phone"].id).click()
    assert [item.text for item in items(shown)] == ["phone number 1", "phone number 0"]


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (None, "Nothing has happened yet"),
        (TimelineKind.ACTIVITY, "No activities yet"),
        (TimelineKind.NOTE, "No notes yet"),
        (TimelineKind.PURCHASE, "No purchases yet"),
    ],
)
def test_what_is_empty_says_so(counter: Counter, customer: int, kind: TimelineKind | None, title: str) -> None:
    shown = tab(counter, customer)
    shown.filter.chip(kind).click()
    assert shown.state.isVisible()
    assert shown.state.title == title


def test_a_type_that_never_happened_says_so(counter: Counter, customer: int) -> None:
    counter.add_activities(customer, 1)
    shown = tab(counter, customer)
    shown.filter.chip(TimelineKind.ACTIVITY).click()
    shown.filter.type_chip(counter.program.company.activity_types["email"].id).click()
    assert shown.state.title == "No activity of this kind yet"


def test_a_filter_that_cannot_be_read_can_be_tried_again(
    counter: Counter, customer: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.add_activities(customer, 1)
    shown = tab(counter, customer)

    def unreachable(*_args: object, **_named: object) -> None:
        raise Unreachable("The server does not answer.")

    with monkeypatch.context() as broken:
        broken.setattr(Timelines, "page", unreachable)
        shown.filter.chip(TimelineKind.ACTIVITY).click()
    assert shown.state.isVisible()
    assert "The server does not answer." in shown.state.sentence
    shown.state.primary_button.click()
    assert shown.list.isVisible()
    assert len(items(shown)) == 1


def test_an_answer_for_a_customer_who_was_left_is_dropped(counter: Counter, customer: int) -> None:
    counter.add_activities(customer, 1)
    other = counter.add_customer(NewCustomer("X-2", "Other"))
    shown = tab(counter, other)
    shown.show_timeline(shown.asked(customer), shown.read_first(shown.asked(customer)))
    assert shown.state.isVisible()


def test_a_text_and_a_state_share_the_room_without_squeezing_the_text(counter: Counter, customer: int) -> None:
    shown = tab(counter, customer)
    shown.setFixedHeight(560)
    shown.filter.chip(TimelineKind.ACTIVITY).click()
    shown.composer.show_title(True)
    shown.composer.text.set_text("line\n" * 40)
    shown.composer.error_line.say("Something is wrong.")
    counter.put(shown)
    assert shown.composer.height() >= shown.composer.sizeHint().height()
    assert shown.composer.text.edit.height() == shown.composer.text.height()


def test_what_is_planned_is_marked_as_planned(counter: Counter, customer: int) -> None:
    till, kind = counter.till, counter.program.company.activity_types["visit"].id
    for days, text in ((-1, "was here"), (6, "comes again"), (60, "next year")):
        at = counter.now + timedelta(days=days)
        till.services.timelines.add_activity(till.session, customer, kind, text, at=at)
    shown = tab(counter, customer)
    spoken = [shown.list.model().index(row, 0).data() for row in range(3)]
    assert ["Planned" in words for words in spoken] == [True, True, False]
    assert "Planned: 26 Nov, 05:00" in spoken[0]
    assert "Planned: 19 Jan 2027, 05:00" in spoken[1]
