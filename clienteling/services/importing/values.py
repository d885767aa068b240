"""Takes values that stand in files of their own: of attributes, of measures, and engagement scores."""

from datetime import UTC, datetime

from clienteling.database import attributes
from clienteling.database.imports import values
from clienteling.database.imports.values import Measured, Parts
from clienteling.domain.attribute import Attribute
from clienteling.domain.errors import Invalid, mark
from clienteling.services.importing.customers import stored_value
from clienteling.services.importing.references import Accounts, Company
from clienteling.services.importing.row import Row, required
from clienteling.services.importing.run import Run

HIGHEST_SCORE = 100


class AttributeValues:
    """One value of one attribute of one customer in each row; an empty one takes the value away."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._accounts = Accounts(run, Company(run))
        self._attributes = attributes.all_attributes(run.transaction)

    def take(self, rows: list[Row]) -> None:
        self._accounts.load(rows)
        drafts = self._run.readable(rows, self._read)
        ids = {customer_id for customer_id, _, _ in drafts}
        used = {attribute.id for _, attribute, _ in drafts}
        stored = values.attribute_values(self._run.transaction, sorted(ids), sorted(used)) if drafts else {}
        new: dict[tuple[int, int], Parts] = {}
        for customer_id, attribute, parts in drafts:
            place = (customer_id, attribute.id)
            before = stored.get(place)
            if parts != (before or ()):
                new[place] = parts
            # An empty value where there is none is no news.
            self._run.count(before=before if parts else (), changed=place in new)
        values.set_attribute_values(self._run.transaction, new, stored.keys() & new.keys())

    def _read(self, row: Row) -> tuple[int, Attribute, Parts]:
        customer_id, _ = self._accounts.of(row)
        name = row.text("attribute", required=True)
        if name not in self._attributes:
            raise Invalid("attribute", mark("There is no attribute “{name}”. Import the attributes first."), name=name)
        attribute = self._attributes[name]
        parts = stored_value(row, "value", attribute)
        self._run.once((customer_id, attribute.id), row, "attribute")
        return customer_id, attribute, parts


class Measures:
    """One measure of one customer in each row. What is stored with a later time stays."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._accounts = Accounts(run, Company(run))
        self._measures = attributes.all_measures(run.transaction)

    def take(self, rows: list[Row]) -> None:
        self._accounts.load(rows)
        drafts = self._run.readable(rows, self._read)
        stored = values.measures(self._run.transaction, sorted({place[0] for place, _ in drafts}))
        new: dict[tuple[int, int], Measured] = {}
        for place, measured in drafts:
            before = stored.get(place)
            if before is None or (before != measured and before[2] <= measured[2]):
                new[place] = measured
            self._run.count(before=before, changed=place in new)
        values.set_measures(self._run.transaction, new, stored.keys() & new.keys())

    def _read(self, row: Row) -> tuple[tuple[int, int], Measured]:
        customer_id, _ = self._accounts.of(row)
        name = row.text("measure", required=True)
        if name not in self._measures:
            raise Invalid("measure", mark("There is no measure “{name}”. Import its definition first."), name=name)
        measure = self._measures[name]
        parts = stored_value(row, "value", measure)
        if not parts:
            raise Invalid("value", mark("Please fill this in."))
        as_of = _as_of(row)
        self._run.once((customer_id, measure.id), row, "measure")
        return (customer_id, measure.id), (*parts[0], as_of)


class Scores:
    """One engagement score of one customer in each row. What is stored with a later time stays."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._accounts = Accounts(run, Company(run))

    def take(self, rows: list[Row]) -> None:
        self._accounts.load(rows)
        drafts = self._run.readable(rows, self._read)
        stored = values.scores(self._run.transaction, sorted({key for key, _, _ in drafts}))
        new: dict[int, tuple[int, datetime]] = {}
        for key, score, as_of in drafts:
            before = stored.get(key)
            if before is None or (before != (score, as_of) and before[1] <= as_of):
                new[key] = (score, as_of)
            self._run.count(before=before, changed=key in new)
        values.set_scores(self._run.transaction, new, stored.keys() & new.keys())

    def _read(self, row: Row) -> tuple[int, int, datetime]:
        customer_id, _ = self._accounts.of(row)
        score = required("score", row.whole("score", lowest=0, highest=HIGHEST_SCORE))
        as_of = _as_of(row)
        self._run.once(customer_id, row, "account_number")
        return customer_id, score, as_of


def _as_of(row: Row) -> datetime:
    return required("as_of", row.moment("as_of", UTC))
