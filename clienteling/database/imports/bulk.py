"""Many rows in few statements."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, delete, insert, update

from clienteling.database.engine import Transaction

MOST_AT_ONCE = 500  # SQLite takes a limited number of values in one statement

T = TypeVar("T")


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
    if rows:
        transaction.connection().execute(insert(table.__table__), rows)


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
