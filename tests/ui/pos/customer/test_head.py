from pytestqt.qtbot import QtBot

from clienteling.domain.activity import TimelineCounts, TimelineKind
from clienteling.ui.pos.customer.head import CustomerHead
from tests.ui.pos.customer.conftest import Counter, settle


def head(counter: Counter, width: int = 926) -> CustomerHead:
    shown = CustomerHead(counter.till.formats)
    counter.put(shown)
    shown.setFixedWidth(width)
    settle()
    return shown


def test_the_place_among_others_and_the_neighbours(counter: Counter) -> None:
    shown = head(counter)
    shown.show_place(30, (10, 20, 30, 40))
    assert shown.place.text() == "3 of 4"
    assert (shown.neighbour(-1), shown.neighbour(1)) == (20, 40)


def test_there_is_nobody_beyond_the_ends(counter: Counter) -> None:
    shown = head(counter)
    shown.show_place(10, (10, 20))
    assert shown.neighbour(-1) is None
    assert not shown.before.isEnabled()
    assert shown.after.isEnabled()
    shown.show_place(20, (10, 20))
    assert shown.neighbour(1) is None
    assert shown.before.isEnabled()


def test_who_stands_alone_has_no_pager(counter: Counter) -> None:
    shown = head(counter)
    for among in ((), (10,), (20, 30)):
        shown.show_place(10, among)
        assert not shown.before.isVisible()
        assert not shown.place.isVisible()
        assert (shown.neighbour(-1), shown.neighbour(1)) == (None, None)


def test_where_it_is_narrow_the_place_gives_way_to_the_tabs(counter: Counter) -> None:
    shown = head(counter, width=584)
    shown.show_counts(TimelineCounts({kind: 1000 for kind in TimelineKind}))
    shown.show_place(10, (10, 20))
    settle()
    assert not shown.place.isVisible()
    assert shown.before.isVisible()
    shown.setFixedWidth(1040)
    settle()
    assert shown.place.isVisible()


def test_the_tabs_count_what_is_behind_them(counter: Counter, qtbot: QtBot) -> None:
    shown = head(counter)
    shown.show_counts(TimelineCounts({TimelineKind.ACTIVITY: 1031, TimelineKind.NOTE: 4, TimelineKind.PURCHASE: 18}))
    shown.show_score(37)
    every = range(shown.tabs.count())
    names = [shown.tabs.accessibleTabName(place) for place in every]
    assert names == ["Timeline 1,053", "Purchases 18", "Relationship", "Engagement 37", "Notes 4", "All attributes"]
    ends = [shown.tabs.tabRect(place).right() for place in every]
    starts = [shown.tabs.tabRect(place).left() for place in every[1:]]
    assert all(end < start for end, start in zip(ends, starts, strict=False))
