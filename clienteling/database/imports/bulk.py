"""Many rows in few statements."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Dialect, Select, Table, bindparam, delete, update

from clienteling.database.engine import Transaction

MOST_AT_ONCE = 500  # SQLite takes a limited number of values in one statement

T = TypeVar("T")
Writer = Callable[[Any], Any]


def in_batches(values: Iterable[T]) -> Iterable[list[T]]:
    """`values` in lists that fit into one statement."""
    known = list(values)
    for start in range(0, len(known), MOST_AT_ONCE):
        yield known[start : start + MOST_AT_ONCE]


def select_where(transaction: Transaction, statement: Select[Any], column: Any, values: Iterable[Any]) -> list[Any]:
    """The rows of a statement for which a column is one of many values."""
    connection = transaction.connection()
    found: list[Any] = []
    for batch in in_batches(values):
        found += connection.execute(statement.where(column.in_(batch))).all()
    return found


def insert_rows(transaction: Transaction, table: Any, rows: Sequence[dict[str, Any]]) -> None:
    """All rows have the same columns."""
    if not rows:
        return
    connection = transaction.connection()
    # Thousands at once, without what SQLAlchemy does for each: it says how a value is written, and no more.
    statement, writers = _inserting(table.__table__, tuple(rows[0]), connection.dialect)
    columns = [
        [row[name] for row in rows] if write is None else [write(row[name]) for row in rows]
        for name, write in writers.items()
    ]
    connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


@lru_cache
def _inserting(table: Table, names: tuple[str, ...], dialect: Dialect) -> tuple[str, dict[str, Writer | None]]:
    """A statement of the driver that inserts these columns, and what makes of a value what the driver takes."""
    quote, mark = dialect.identifier_preparer, "?" if dialect.paramstyle == "qmark" else "%s"
    columns = ", ".join(quote.quote(name) for name in names)
    statement = f"INSERT INTO {quote.format_table(table)} ({columns}) VALUES ({', '.join(mark for _ in names)})"  # noqa: S608 - own names
    return statement, {name: table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names}


def update_rows(transaction: Transaction, table: Any, key: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """Set the other columns of `rows` where those of `key` have the row's values. All rows have the same columns."""
    if not rows:
        return
    columns = table.__table__.c
    statement = (
        update(table.__table__)
        .where(*(columns[name] == bindparam(f"this_{name}") for name in key))
        .values({name: bindparam(f"new_{name}") for name in rows[0] if name not in key})
    )
    parameters = [
        {f"this_{name}" if name in key else f"new_{name}": value for name, value in row.items()} for row in rows
    ]
    transaction.connection().execute(statement, parameters)


def delete_where(transaction: Transaction, table: Any, column: Any, values: Iterable[Any]) -> None:
    """Delete the rows for which a column is one of many values."""
    connection = transaction.connection()
    for batch in in_batches(values):
        connection.execute(delete(table.__table__).where(column.in_(batch)))
