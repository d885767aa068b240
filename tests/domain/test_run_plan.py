"""When an enrichment runs again."""

from datetime import UTC, datetime, timedelta

from clienteling.domain.enrichment import Run, RunState
from clienteling.domain.run_plan import failures, next_run

BEGUN = datetime(2026, 11, 20, 17, tzinfo=UTC)
ENDED = BEGUN + timedelta(hours=3)
FAILED, CANCELED, SKIPPED, GOOD = RunState.FAILED, RunState.CANCELED, RunState.SKIPPED, RunState.SUCCESSFUL


def after(state: RunState, planned: datetime, failed: int = 0, wait: float = 0) -> datetime:
    return next_run(state, planned, BEGUN, ENDED, failed, wait)


def test_failures_in_a_row_are_counted_to_the_last_good_run_and_nothing_else_counts() -> None:
    states = [SKIPPED, FAILED, CANCELED, FAILED, GOOD, FAILED]
    assert failures(Run(1, 1, state, BEGUN) for state in states) == 2


def test_a_good_run_is_followed_by_one_in_a_week_from_its_beginning() -> None:
    assert after(GOOD, BEGUN) == BEGUN + timedelta(days=7)


def test_after_failures_the_pauses_grow_and_the_service_may_want_longer_ones() -> None:
    assert [after(FAILED, BEGUN, failed) - ENDED for failed in (1, 2, 3, 9)] == [
        timedelta(hours=1),
        timedelta(hours=4),
        timedelta(days=1),
        timedelta(days=1),
    ]
    assert after(FAILED, BEGUN, 1, wait=7200) == ENDED + timedelta(hours=2)


def test_what_is_planned_sooner_anyway_stays_planned() -> None:
    soon = ENDED + timedelta(minutes=10)
    assert after(FAILED, soon, 2) == soon
    assert after(CANCELED, soon) == after(SKIPPED, soon) == soon
    assert after(FAILED, ENDED + timedelta(days=5), 1) == ENDED + timedelta(hours=1)


def test_a_due_run_that_is_cancelled_or_skipped_is_not_due_again_at_once() -> None:
    assert after(CANCELED, BEGUN) == ENDED + timedelta(days=1)
    assert after(SKIPPED, BEGUN) == ENDED + timedelta(hours=1)
