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
        stored = values.measures(writing.transaction, self.found)
        new: dict[tuple[int, int], Measured] = {}
        gone: list[tuple[int, int]] = []
        anew: dict[datetime, list[tuple[int, int]]] = {}
        for customer_id, insights in self.found.items():
            for measure in self.measures:
                place = (customer_id, measure.id)
                before, after = stored.get(place), self._measured(measure, insights, writing.at)
                if after is None:
                    gone += [place] if before is not None else []
                elif before is None or before[:2] != after[:2]:
                    new[place] = after
                elif after[2] - before[2] >= SAME_AGE:
                    anew.setdefault(after[2], []).append(place)
        values.set_measures(writing.transaction, new, stored.keys() & new.keys())
        clouds.delete_measures(writing.transaction, gone)
        for as_of, places in anew.items():
            clouds.touch_measures(writing.transaction, places, as_of)
        self.changed.update(customer_id for customer_id, _ in (*new, *gone))

    def _measured(self, measure: Attribute, insights: CustomerInsights, at: datetime) -> Measured | None:
        value = read_value(measure.type, insights.values.get(measure.name))
        if value is None:
            return None
        ((text, number),) = attributes.stored(value)
        return text, number, self.computed.get(measure.name) or insights.as_of or at

    def _store_scores(self, writing: Writing) -> None:
        """Where an enrichment of our own has a score, that one stays: the card explains it part by part."""
        stored = values.scores(writing.transaction, self.found)
        ours = values.scored_by_enrichments(writing.transaction, self.found)
        new: dict[int, tuple[int, datetime]] = {}
        for customer_id, insights in self.found.items():
            if insights.score is None or customer_id in ours:
                continue
            before, as_of = stored.get(customer_id), insights.as_of or writing.at
            if before is None or before[0] != insights.score or as_of - before[1] >= SAME_AGE:
                new[customer_id] = (insights.score, as_of)
                if before is None or before[0] != insights.score:
                    self.changed.add(customer_id)
        values.set_scores(writing.transaction, new, stored.keys() & new.keys())

    def _store_activities(self, writing: Writing) -> None:
        drafts = {
            (customer_id, f"{clouds.FROM_INSIGHTS}{one.id}"): one
            for customer_id, insights in self.found.items()
            for one in insights.activities
        }
        if not drafts or self.activity_type_id is None:
            return
        known = timeline.find(writing.transaction, ActivityDraft, self.found, [source for _, source in drafts])
        fresh = []
        for (customer_id, source), one in drafts.items():
            draft = ActivityDraft(
                customer_id,
                source,
                self.activity_type_id,
                one.title[:LONGEST_TITLE],
                one.text[:LONGEST_TEXT],
                one.at,
                None,
                None,
            )
            before = known.get((customer_id, source))
            if before is None or before.draft != draft:
                fresh.append((before, draft))
                self.changed.add(customer_id)
        timeline.save(writing.transaction, ActivityDraft, fresh, writing.at)
