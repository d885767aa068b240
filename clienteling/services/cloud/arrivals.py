"""Stores what a pull brought: only what differs from what is there, each value with its time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from clienteling.database import attributes, clouds
from clienteling.database.imports import timeline, values
from clienteling.database.imports.timeline import ActivityDraft
from clienteling.database.imports.values import Measured
from clienteling.domain.activity import LONGEST_TEXT, LONGEST_TITLE
from clienteling.domain.attribute import Attribute
from clienteling.domain.insights import CustomerInsights, read_value
from clienteling.services.operations import Writing

SAME_AGE = timedelta(days=1)
"""A value that was computed anew and is the same is written when its age, as it is shown, would differ."""


@dataclass(slots=True)
class Arrivals:
    """Values of some customers, by key. `computed` is when each measure ran last."""

    measures: Sequence[Attribute]
    computed: Mapping[str, datetime]
    activity_type_id: int | None
    found: Mapping[int, CustomerInsights]
    changed: set[int] = field(default_factory=set)

    def store(self, writing: Writing) -> None:
        self._store_measures(writing)
        self._store_scores(writing)
        self._store_activities(writing)
        for customer_id in sorted(self.changed):
            writing.note("Customer Insights", customer_id, None, "values")

    def _store_measures(self, writing: Writing) -> None:
        rows: dict[tuple[int, int], Measured] = {}
        gone: list[tuple[int, int]] = []
        for measure in self.measures:
            name, computed = measure.name, self.computed.get(measure.name)
            for customer_id, insights in self.found.items():
                value = read_value(measure.type, insights.values.get(name))
                if value is None:
                    gone.append((customer_id, measure.id))
                    continue
                ((text, number),) = attributes.stored(value)
                rows[customer_id, measure.id] = (text, number, computed or insights.as_of or writing.at)
        self.changed |= values.merge_measures(writing.transaction, rows, SAME_AGE)
        self.changed |= values.drop_measures(writing.transaction, gone)

    def _store_scores(self, writing: Writing) -> None:
        rows = {
            customer_id: (insights.score, insights.as_of or writing.at)
            for customer_id, insights in self.found.items()
            if insights.score is not None
        }
        self.changed |= values.merge_scores(writing.transaction, rows, SAME_AGE)

    def _store_activities(self, writing: Writing) -> None:
        if self.activity_type_id is None:
            return
        drafts = {
            (customer_id, one.id): ActivityDraft(
                customer_id,
                f"{clouds.FROM_INSIGHTS}{one.id}",
                self.activity_type_id,
                one.title[:LONGEST_TITLE],
                one.text[:LONGEST_TEXT],
                one.at,
                None,
                None,
            )
            for customer_id, insights in self.found.items()
            for one in insights.activities
        }
        given = [*drafts.values()]
        differing = timeline.compare(writing.transaction, ActivityDraft, given)
        fresh = [(stored, given[place]) for place, stored in differing.items()]
        self.changed.update(draft.customer_id for _, draft in fresh)
        timeline.save(writing.transaction, ActivityDraft, fresh, writing.at)
