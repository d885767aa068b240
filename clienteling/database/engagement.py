"""Enrichments, their runs and results."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update

from clienteling.database import attributes
from clienteling.database.engine import Transaction
from clienteling.database.imports import values
from clienteling.database.imports.bulk import delete_where, in_batches
from clienteling.database.tables import (
    AccountEngagementRow,
    CustomerMeasureRow,
    CustomerRow,
    EmailRow,
    EnrichmentRow,
    EnrichmentRunRow,
    MeasureRow,
    ScoreRow,
)
from clienteling.domain.attribute import Attribute, AttributeType
from clienteling.domain.enrichment import (
    Colleague,
    ColumnMeasure,
    Consent,
    EngagementNumbers,
    Enrichment,
    EnrichmentSettings,
    Function,
    Match,
    Run,
    RunState,
)

_NUMBERS = tuple(EngagementNumbers.__dataclass_fields__)
YEAR, MONTH = "year", "month"


def enrichments(transaction: Transaction) -> tuple[Enrichment, ...]:
    """All enrichments, by name."""
    rows = transaction.scalars(select(EnrichmentRow).order_by(EnrichmentRow.name, EnrichmentRow.id))
    return tuple(_enrichment(row) for row in rows)


def enrichment(transaction: Transaction, enrichment_id: int) -> Enrichment | None:
    row = transaction.get(EnrichmentRow, enrichment_id)
    return None if row is None else _enrichment(row)


def add(transaction: Transaction, legal_entity_id: int, settings: EnrichmentSettings, at: datetime) -> int:
    key = transaction.key()
    row = EnrichmentRow(id=key, legal_entity_id=legal_entity_id, name=settings.name, created=at)
    row.settings = _written(settings)
    transaction.add(row)
    transaction.flush()
    return key


def change(transaction: Transaction, enrichment_id: int, **columns: Any) -> None:
    """Set columns of an enrichment and count its version up. `settings` are written down."""
    if (settings := columns.get("settings")) is not None:
        columns |= {"settings": _written(settings), "name": settings.name}
    table = EnrichmentRow
    statement = update(table.__table__).where(table.id == enrichment_id)
    transaction.connection().execute(statement.values(**columns, version=table.version + 1))


def remove(transaction: Transaction, enrichment_id: int) -> None:
    """Take an enrichment away with its runs and results, and the scores that came from it."""
    connection = transaction.connection()
    connection.execute(_scores_of(enrichment_id))
    for table in (AccountEngagementRow, EnrichmentRunRow):
        connection.execute(delete(table.__table__).where(table.enrichment_id == enrichment_id))
    connection.execute(delete(EnrichmentRow.__table__).where(EnrichmentRow.id == enrichment_id))


def runs(transaction: Transaction, enrichment_id: int, limit: int = 100) -> tuple[Run, ...]:
    """The runs of an enrichment, the newest first."""
    table = EnrichmentRunRow
    statement = select(table).where(table.enrichment_id == enrichment_id).order_by(table.id.desc()).limit(limit)
    return tuple(_run(row) for row in transaction.scalars(statement))


def run(transaction: Transaction, run_id: int) -> Run | None:
    row = transaction.get(EnrichmentRunRow, run_id)
    return None if row is None else _run(row)


def add_run(transaction: Transaction, enrichment_id: int, at: datetime) -> int:
    key = transaction.key()
    transaction.add(EnrichmentRunRow(id=key, enrichment_id=enrichment_id, queued=at))
    transaction.flush()
    return key


def change_run(transaction: Transaction, run_id: int, **columns: Any) -> None:
    statement = update(EnrichmentRunRow.__table__).where(EnrichmentRunRow.id == run_id)
    transaction.connection().execute(statement.values(**columns))


def must_stop(transaction: Transaction, run_id: int) -> Consent | None:
    """Why a run must stop: none if it need not, `WITHDRAWN` if consent is gone, else somebody cancelled it."""
    statement = (
        select(EnrichmentRunRow.cancel, EnrichmentRow.consent)
        .join(EnrichmentRow, EnrichmentRow.id == EnrichmentRunRow.enrichment_id)
        .where(EnrichmentRunRow.id == run_id)
    )
    found = transaction.connection().execute(statement).first()
    if found is None or found[1] != Consent.GRANTED:
        return Consent.WITHDRAWN
    return Consent.REQUESTED if found[0] else None


def unfinished(transaction: Transaction, enrichment_id: int) -> tuple[int, ...]:
    """The runs that have not come to their end."""
    return tuple(transaction.connection().execute(_unfinished(enrichment_id)).scalars())


def under_way(transaction: Transaction, enrichment_id: int, since: datetime) -> tuple[int, ...]:
    """Those of them that were begun since a moment: of older ones nobody is left who could end them."""
    statement = _unfinished(enrichment_id).where(EnrichmentRunRow.queued >= since)
    return tuple(transaction.connection().execute(statement).scalars())


def _unfinished(enrichment_id: int) -> Select[Any]:
    table = EnrichmentRunRow
    states = [state.value for state in RunState if not state.is_over]
    statement: Select[Any] = select(table.id).where(table.enrichment_id == enrichment_id, table.state.in_(states))
    return statement


def contacts(transaction: Transaction, legal_entity_id: int) -> list[tuple[int, str]]:
    """The addresses of a legal entity's customers, by customer."""
    statement = (
        select(EmailRow.customer_id, EmailRow.address)
        .join(CustomerRow, CustomerRow.id == EmailRow.customer_id)
        .where(CustomerRow.legal_entity_id == legal_entity_id)
    )
    return [(key, address) for key, address in transaction.connection().execute(statement)]


def count_reachable(transaction: Transaction, legal_entity_id: int) -> tuple[int, int]:
    """How many customers of a legal entity have an e-mail address: persons, and organizations."""
    statement = (
        select(CustomerRow.kind, func.count(EmailRow.customer_id.distinct()))
        .join(EmailRow, EmailRow.customer_id == CustomerRow.id)
        .where(CustomerRow.legal_entity_id == legal_entity_id)
        .group_by(CustomerRow.kind)
    )
    counts = {kind: count for kind, count in transaction.connection().execute(statement)}
    return counts.pop("person", 0), sum(counts.values())


def account_numbers(transaction: Transaction, customer_ids: Iterable[int]) -> dict[int, str]:
    """The account numbers of customers who are there."""
    found: dict[int, str] = {}
    for batch in in_batches(customer_ids):
        statement = select(CustomerRow.id, CustomerRow.account_number).where(CustomerRow.id.in_(batch))
        found |= {key: number for key, number in transaction.connection().execute(statement)}
    return found


def clear_results(transaction: Transaction, enrichment_id: int, kept: set[int]) -> int:
    """Take away the results and scores of customers who have none any more; how many there were."""
    table = AccountEngagementRow
    statement = select(table.customer_id).where(table.enrichment_id == enrichment_id).distinct()
    gone = [key for key in transaction.connection().execute(statement).scalars() if key not in kept]
    for batch in in_batches(gone):
        transaction.connection().execute(_results_of(enrichment_id, batch))
        transaction.connection().execute(_scores_of(enrichment_id).where(ScoreRow.customer_id.in_(batch)))
    return len(gone)


def set_results(
    transaction: Transaction,
    enrichment_id: int,
    found: Mapping[int, Sequence[EngagementNumbers]],
    points: Mapping[int, Mapping[str, float]],
    as_of: datetime,
) -> None:
    """Store the results of some customers instead of those that were there, and their scores."""
    present = account_numbers(transaction, found)
    rows = [
        {
            "customer_id": key,
            "enrichment_id": enrichment_id,
            **{name: getattr(numbers, name) for name in _NUMBERS},
            "as_of": as_of,
            "points": json.dumps(dict(points[key])) if numbers.level == YEAR else None,
        }
        for key in present
        for numbers in found[key]
    ]
    connection = transaction.connection()
    for batch in in_batches(present):
        connection.execute(_results_of(enrichment_id, batch))
    if rows:
        connection.execute(insert(AccountEngagementRow.__table__), rows)
    years = {key: numbers for key in present for numbers in found[key] if numbers.level == YEAR}
    delete_where(transaction, ScoreRow, ScoreRow.customer_id, years)
    values.set_scores(transaction, {key: (numbers.score, as_of) for key, numbers in years.items()}, ())
    for batch in in_batches(years):
        statement = update(ScoreRow.__table__).where(ScoreRow.customer_id.in_(batch))
        connection.execute(statement.values(enrichment_id=enrichment_id))


Result = tuple[EngagementNumbers, datetime, str | None]


def results(transaction: Transaction, customer_id: int) -> tuple[Result, ...]:
    """The year and the months of a customer from the newest run of any enrichment, in order."""
    table = AccountEngagementRow
    statement = select(table).where(table.customer_id == customer_id).order_by(table.as_of, table.start)
    rows = list(transaction.scalars(statement))
    newest = [row for row in rows if row.enrichment_id == rows[-1].enrichment_id]
    return tuple((_numbers(row), row.as_of, row.points) for row in newest)


def clear_measure(transaction: Transaction, name: str) -> int:
    """A measure without any values, made if there is none of this name; its key."""
    measure = attributes.save_measure(transaction, Attribute(0, name, AttributeType.DECIMAL))
    table = CustomerMeasureRow
    transaction.connection().execute(delete(table.__table__).where(table.measure_id == measure.id))
    return measure.id


def remove_measures(transaction: Transaction, names: Iterable[str]) -> None:
    """Take measures that were built from columns away, with their values."""
    for measure in [m for name, m in attributes.all_measures(transaction).items() if name in set(names)]:
        values_of = delete(CustomerMeasureRow.__table__).where(CustomerMeasureRow.measure_id == measure.id)
        transaction.connection().execute(values_of)
        transaction.connection().execute(delete(MeasureRow.__table__).where(MeasureRow.id == measure.id))


def add_measured(transaction: Transaction, measure_id: int, found: Mapping[int, float], as_of: datetime) -> None:
    """Store the values of a measure that customers who are there do not have yet."""
    present = account_numbers(transaction, found)
    rows = {(key, measure_id): (None, found[key], as_of) for key in present}
    values.set_measures(transaction, rows, ())


def _results_of(enrichment_id: int, customer_ids: Sequence[int]) -> Any:
    table = AccountEngagementRow
    return delete(table.__table__).where(table.enrichment_id == enrichment_id, table.customer_id.in_(customer_ids))


def _scores_of(enrichment_id: int) -> Any:
    return delete(ScoreRow.__table__).where(ScoreRow.enrichment_id == enrichment_id)


def _numbers(row: AccountEngagementRow) -> EngagementNumbers:
    return EngagementNumbers(**{name: getattr(row, name) for name in _NUMBERS})


def _written(settings: EnrichmentSettings) -> str:
    return json.dumps(asdict(settings))


def _enrichment(row: EnrichmentRow) -> Enrichment:
    given = json.loads(row.settings)
    settings = EnrichmentSettings(
        name=row.name,
        table=given["table"],
        colleagues=tuple(Colleague(**one) for one in given["colleagues"]),
        own_domains=tuple(given["own_domains"]),
        match=Match(given["match"]),
        source=given["source"],
        measures=tuple(
            ColumnMeasure(one["name"], one["column"], Function(one["function"])) for one in given.get("measures", [])
        ),
        chosen=tuple(given.get("chosen", ())),
    )
    return Enrichment(
        row.id,
        row.legal_entity_id,
        settings,
        row.active,
        Consent(row.consent),
        row.consent_at,
        row.next_run,
        row.created,
        row.version,
    )


def _run(row: EnrichmentRunRow) -> Run:
    names = [name for name in Run.__dataclass_fields__ if name != "state"]
    return Run(state=RunState(row.state), **{name: getattr(row, name) for name in names})
