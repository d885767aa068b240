"""When an enrichment runs again: weekly after a good run, and sooner after one that failed."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from clienteling.domain.enrichment import RUNS_EVERY, Run, RunState

RETRIES = (timedelta(hours=1), timedelta(hours=4), timedelta(days=1))
"""How long after the first, the second, and every further failure in a row it is tried again."""

LONGEST_RUN = timedelta(days=1)
"""A run that was begun longer ago and has no end is none: whoever ran it is gone."""


def failures(runs: Iterable[Run]) -> int:
    """How many runs failed since the last good one, of runs the newest of which comes first."""
    count = 0
    for run in runs:
        if run.state is RunState.SUCCESSFUL:
            break
        count += run.state is RunState.FAILED
    return count


def tried_again(planned: datetime, begun: datetime, ended: datetime, failed: int, wait: float = 0) -> datetime:
    """When to try again after so many failures in a row: no sooner than the service wants, in `wait` seconds.

    What was planned for later than the run anyway stays, if it is sooner.
    """
    pause = max(RETRIES[min(max(failed, 1), len(RETRIES)) - 1], timedelta(seconds=wait))
    return min(planned, ended + pause) if planned > begun else ended + pause


def next_run(
    state: RunState, planned: datetime, begun: datetime, ended: datetime, failed: int, wait: float = 0
) -> datetime:
    """When there is a run after one that ended like this. `planned` is what was planned when it began.

    A run that was due and that somebody cancelled is due again in a day; one that could not begin because another
    one was on, in an hour.
    """
    match state:
        case RunState.SUCCESSFUL:
            return begun + RUNS_EVERY
        case RunState.CANCELED:
            return planned if planned > begun else ended + RETRIES[-1]
        case RunState.SKIPPED:
            return planned if planned > begun else ended + RETRIES[0]
        case _:
            return tried_again(planned, begun, ended, failed, wait)
