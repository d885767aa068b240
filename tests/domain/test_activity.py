from clienteling.domain.activity import TimelineCounts, TimelineKind


def test_the_total_counts_every_kind_once() -> None:
    counts = TimelineCounts({TimelineKind.ACTIVITY: 3, TimelineKind.NOTE: 2}, {10: 1, 11: 2})
    assert counts.total == 5
    assert TimelineCounts().total == 0
