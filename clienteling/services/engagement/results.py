"""What enrichments have found: of a customer, and the whole table."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from clienteling.database import engagement as stored
from clienteling.database import relationships
from clienteling.database.engine import Transaction
from clienteling.domain.enrichment import AccountEngagement, Enrichment, Run, RunState
from clienteling.domain.operations import Operation
from clienteling.domain.run_plan import failures
from clienteling.domain.spreadsheet import BYTE_ORDER_MARK, csv_lines
from clienteling.domain.worker import Session
from clienteling.services.engagement.enrichments import known
from clienteling.services.engagement.place import Place
from clienteling.services.exporting import written
from clienteling.services.operations import Operations

_AT_ONCE = 20_000
_RUNS = 200
USER_COLUMN = "DirectoryObjectId"
"""The only column of the table `<name>_UserEntity`."""


@dataclass(frozen=True, slots=True)
class Overview:
    """An enrichment with its runs, the newest first, and how many customers its legal entity has."""

    enrichment: Enrichment
    runs: tuple[Run, ...]
    customers: int

    @property
    def last(self) -> Run | None:
        """The last run that came to a good end."""
        return next((run for run in self.runs if run.state is RunState.SUCCESSFUL), None)

    @property
    def failures(self) -> int:
        """How many runs have failed since the last good one."""
        return failures(self.runs)

    @property
    def under_way(self) -> Run | None:
        """The run that is on, here or in another program."""
        return next((run for run in self.runs if not run.state.is_over), None)


class Results:
    """A customer's numbers are for all who may see the customer (9001), the table for those with 9023."""

    def __init__(self, operations: Operations, place: Place) -> None:
        self._operations = operations
        self._place = place

    def of_customer(self, session: Session, customer_id: int) -> AccountEngagement | None:
        """The engagement of a customer, from the newest run; none if it was never enriched."""

        def work(transaction: Transaction) -> AccountEngagement | None:
            from clienteling.engagement.score import LITTLE, WEIGHTS

            found = stored.results(transaction, customer_id)
            years = [one for one in found if one[0].level == stored.YEAR]
            if not years:
                return None
            year, as_of, points = years[-1]
            months = tuple(numbers for numbers, _, _ in found if numbers.level == stored.MONTH)
            weights = {part.value: weight for part, weight in WEIGHTS.items()}
            parts = json.loads(points or "{}")
            little = year.mails + year.meetings < LITTLE
            return AccountEngagement(year.score, as_of, parts, weights, year, months, little)

        return self._operations.read(session, Operation.VIEW_CUSTOMER_DETAILS, work)

    def table(self, session: Session | None, enrichment_id: int, level: str | None = None) -> "Table":
        """The output table of the last run, of one level ("year", "month", "week") or of all."""
        from clienteling.engagement.enrichment import Enrichment as Computed
        from clienteling.engagement.rows import Level

        enrichment = self._enrichment(session, enrichment_id)
        rows = Computed(self._place.enrichment(enrichment.id)).table(Level(level) if level else None)
        return Table(self._operations, rows)

    def overview(self, session: Session | None, enrichment_id: int) -> Overview:
        """How an enrichment stands. Raises `NotFound`."""

        def work(transaction: Transaction) -> Overview:
            enrichment = known(transaction, session, enrichment_id)
            customers = relationships.customer_count(transaction, enrichment.legal_entity_id)
            return Overview(enrichment, stored.runs(transaction, enrichment_id, _RUNS), customers)

        if session is None:
            return self._operations.database.read(work)
        return self._operations.read(session, Operation.ENGAGEMENT, work)

    def export(self, session: Session | None, enrichment_id: int, file: Path, level: str | None = None) -> int:
        """Write the output table as CSV; how many rows. Raises `Problem`s of the file."""
        table = self.table(session, enrichment_id, level)
        return self._write(session, enrichment_id, file, table.columns, table.rows())

    def export_users(self, session: Session | None, enrichment_id: int, file: Path) -> int:
        """Write the table `<name>_UserEntity` as CSV; how many rows."""
        rows = ([one] for one in self.users(session, enrichment_id))
        return self._write(session, enrichment_id, file, (USER_COLUMN,), rows)

    def _write(
        self,
        session: Session | None,
        enrichment_id: int,
        file: Path,
        columns: Sequence[str],
        rows: "Iterator[Sequence[Any]]",
    ) -> int:
        count = 0
        with written(file) as stream:
            stream.write((BYTE_ORDER_MARK + csv_lines([columns])).encode())
            for row in rows:
                stream.write(csv_lines([[_plain(value) for value in row]]).encode())
                count += 1
        note = f"export {enrichment_id}"
        self._operations.write(
            session, Operation.ENGAGEMENT, lambda writing: writing.note(note, None, None, str(count))
        )
        return count

    def users(self, session: Session | None, enrichment_id: int) -> tuple[str, ...]:
        """The table `<name>_UserEntity`: the directory IDs of the chosen addresses, and no address."""
        settings = self._enrichment(session, enrichment_id).settings
        return tuple(colleague.id for colleague in settings.colleagues if colleague.id)

    def _enrichment(self, session: Session | None, enrichment_id: int) -> Enrichment:
        if session is None:
            return self._operations.database.read(lambda t: known(t, session, enrichment_id))
        return self._operations.read(session, Operation.ENGAGEMENT, lambda t: known(t, session, enrichment_id))


class Table:
    """An output table: `columns`, and rows with the account number as `CustomerId`."""

    def __init__(self, operations: Operations, rows: Any) -> None:
        self._operations = operations
        self._rows = rows

    def __len__(self) -> int:
        return int(self._rows.num_rows)

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self._rows.column_names)

    def sorted_by(self, column: str, *, downwards: bool = False) -> "Table":
        """The same rows in the order of a column; those without a value come last."""
        import numpy as np

        values = self._rows[column].to_pylist()
        there = [place for place, value in enumerate(values) if value is not None]
        there.sort(key=values.__getitem__, reverse=downwards)
        places = there + [place for place, value in enumerate(values) if value is None]
        return Table(self._operations, self._rows.take(np.array(places, np.int64)))

    def rows(self, first: int = 0, count: int | None = None) -> Iterator[Sequence[Any]]:
        """Some rows, in their order. Customers who are not there any more are left out."""
        part = self._rows.slice(first, count)
        for batch in part.to_batches(max_chunksize=_AT_ONCE):
            values = [column.to_pylist() for column in batch.columns]
            numbers = self._operations.database.read(partial(stored.account_numbers, customer_ids=set(values[0])))
            for row in zip(*values, strict=True):
                if row[0] in numbers:
                    yield (numbers[row[0]], *row[1:])


def _plain(value: object) -> Any:
    """A value as tables of spreadsheets have it."""
    if isinstance(value, float):
        return Decimal(str(value))
    return value if isinstance(value, str | int | date) else ""
