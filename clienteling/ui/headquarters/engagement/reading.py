"""What the pages of account engagement read, on a lane."""

from clienteling.domain.enrichment import RunState
from clienteling.domain.run_plan import failures
from clienteling.domain.worker import Session
from clienteling.services.engagement.engagement import Engagement
from clienteling.ui.headquarters.engagement.list_panel import Line
from clienteling.ui.headquarters.engagement.results_panel import PREVIEWED, Shown


def read_lines(engagement: Engagement, session: Session) -> tuple[Line, ...]:
    """All enrichments with their last runs."""
    engagement.runs.settle()
    lines = []
    for enrichment in engagement.enrichments.list(session):
        runs = engagement.runs.history(session, enrichment.id)
        good = next((run for run in runs if run.state is RunState.SUCCESSFUL), None)
        lines.append(Line(enrichment, runs[0] if runs else None, good, failures(runs)))
    return tuple(lines)


def read_results(engagement: Engagement, session: Session, enrichment_id: int) -> Shown:
    """How an enrichment stands, and the most engaged of its accounts."""
    engagement.runs.settle()
    overview = engagement.results.overview(session, enrichment_id)
    table = engagement.results.table(session, enrichment_id, "year").sorted_by("EngagementScore", downwards=True)
    rows = tuple(tuple(row) for row in table.rows(0, PREVIEWED))
    return Shown(overview, table.columns, rows, len(table))
