"""Many rows as one parameter, which a statement reads like a table.

The database compares them with what it has in one call: nothing of it comes to Python, and other threads go on.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Dialect, FromClause, Table, Text, and_, bindparam, literal_column, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import Cast, ColumnElement
from sqlalchemy.sql.functions import FunctionElement


class Given:
    """The rows of one parameter. They have a value for each of the columns, whose names are all different."""

    def __init__(self, *columns: Column[Any]) -> None:
        self._columns = {column.name: column for column in columns}
        self.table: FromClause = _rows().table_valued("value", name="given")

    def cell(self, name: str) -> ColumnElement[Any]:
        """The value of a column, for each of the rows."""
        place = list(self._columns).index(name)
        return _typed(_nth(self.table.c.value, place), self._columns[name].type)

    def cells(self) -> list[ColumnElement[Any]]:
        return [self.cell(name) for name in self._columns]

    def comparing(
        self, table: Table, key: Sequence[str], compared: Sequence[str]
    ) -> tuple[FromClause, ColumnElement[bool]]:
        """The rows beside those of a table with the same key; and where these say something else, or are missing."""
        # From the left to the right: each is looked up.
        beside = self.table.outerjoin(table, and_(*(table.c[name] == self.cell(name) for name in key)))
        return beside, or_(
            table.c[key[0]].is_(None), *(table.c[name].is_distinct_from(self.cell(name)) for name in compared)
        )

    def parameters(self, dialect: Dialect, rows: Sequence[Sequence[Any]]) -> dict[str, str]:
        """The rows as statements take them."""
        columns: list[Any] = list(zip(*rows, strict=True))
        for place, column in enumerate(self._columns.values()):
            write = column.type.dialect_impl(dialect).bind_processor(dialect)
            if write is not None and columns:
                columns[place] = map(write, columns[place])
        written = [*zip(*columns, strict=True)]
        return {"rows": json.dumps(written, ensure_ascii=False, default=datetime.isoformat)}


class _rows(FunctionElement[Any]):
    inherit_cache = True
    name = "rows"

    def __init__(self) -> None:
        super().__init__(bindparam("rows", type_=Text()))


@compiles(_rows, "sqlite")
def _rows_of_sqlite(element: _rows, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(_rows, "postgresql")
def _rows_of_postgres(element: _rows, compiler: SQLCompiler, **options: Any) -> str:
    return f"jsonb_array_elements(CAST({compiler.process(element.clauses, **options)} AS jsonb))"


class _nth(FunctionElement[Any]):
    """An element of a JSON array."""

    inherit_cache = True
    name = "nth"

    def __init__(self, array: ColumnElement[Any], place: int) -> None:
        super().__init__(array, literal_column(str(place)))


@compiles(_nth, "sqlite")
def _nth_of_sqlite(element: _nth, compiler: SQLCompiler, **options: Any) -> str:
    array, place = (compiler.process(clause, **options) for clause in element.clauses)
    return f"json_extract({array}, '$[{place}]')"


@compiles(_nth, "postgresql")
def _nth_of_postgres(element: _nth, compiler: SQLCompiler, **options: Any) -> str:
    array, place = (compiler.process(clause, **options) for clause in element.clauses)
    return f"({array} ->> {place})"


class _typed(Cast[Any]):
    """SQLite keeps what JSON has as it is."""

    inherit_cache = True


@compiles(_typed, "sqlite")
def _untyped(element: _typed, compiler: SQLCompiler, **options: Any) -> str:
    return str(compiler.process(element.clause, **options))
