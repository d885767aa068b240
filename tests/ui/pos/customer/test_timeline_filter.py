from pytestqt.qtbot import QtBot

from clienteling.domain.activity import ActivityType, TimelineCounts, TimelineKind
from clienteling.ui.pos.customer.timeline_filter import TimelineFilter
from tests.ui.pos.customer.conftest import Counter

VISIT = ActivityType(1, "visit", "Store visit", "footprints")
PHONE = ActivityType(2, "phone", "Phone", "phone")


def shown(counter: Counter) -> TimelineFilter:
    chips = TimelineFilter(counter.till.formats)
    counter.put(chips)
    chips.set_types((VISIT, PHONE))
    chips.set_counts(TimelineCounts({TimelineKind.ACTIVITY: 31, TimelineKind.NOTE: 4}, {1: 30, 2: 1}))
    return chips


def test_all_kinds_show_at_first(counter: Counter) -> None:
    chips = shown(counter)
    assert chips.kinds() == tuple(TimelineKind)
    assert chips.type_ids() == ()


def test_every_chip_says_how_many_it_would_show(counter: Counter) -> None:
    chips = shown(counter)
    assert chips.chip(None).count == "35"
    assert [chips.chip(kind).count for kind in TimelineKind] == ["31", "4", "0"]
    assert [chips.type_chip(key).count for key in (1, 2)] == ["30", "1"]


def test_one_kind_can_be_chosen(counter: Counter, qtbot: QtBot) -> None:
    chips = shown(counter)
    with qtbot.waitSignal(chips.changed):
        chips.chip(TimelineKind.NOTE).click()
    assert chips.kinds() == (TimelineKind.NOTE,)
    assert not chips.type_chip(1).isVisible()


def test_of_activities_some_types_can_be_chosen(counter: Counter, qtbot: QtBot) -> None:
    chips = shown(counter)
    chips.chip(TimelineKind.ACTIVITY).click()
    assert chips.type_chip(1).isVisible()
    with qtbot.waitSignal(chips.changed):
        chips.type_chip(2).click()
    assert chips.type_ids() == (2,)
    chips.type_chip(1).click()
    assert chips.type_ids() == (1, 2)


def test_types_matter_for_activities_only(counter: Counter) -> None:
    chips = shown(counter)
    chips.chip(TimelineKind.ACTIVITY).click()
    chips.type_chip(2).click()
    chips.chip(None).click()
    assert chips.type_ids() == ()


def test_a_new_list_of_types_keeps_what_was_chosen(counter: Counter) -> None:
    chips = shown(counter)
    chips.chip(TimelineKind.ACTIVITY).click()
    chips.type_chip(2).click()
    chips.set_types((PHONE, ActivityType(3, "mail", "Mail", "mail")))
    assert chips.type_ids() == (2,)
    assert chips.type_chip(2).count == "1"
