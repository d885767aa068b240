"""Any number of keys as one parameter: the statement stays the same text, so it is compiled once and for all."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, Dialect, Text, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine


class KeyList(TypeDecorator[Iterable[int]]):
    """Keys: an array for PostgreSQL, JSON for SQLite, which has no arrays but reads that."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        kind: TypeEngine[Any] = ARRAY(BigInteger) if dialect.name == "postgresql" else Text()
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: Iterable[int] | None, dialect: Dialect) -> Any:
        keys = () if value is None else value
        return [int(key) for key in keys] if dialect.name == "postgresql" else f"[{','.join(map(str, keys))}]"


class among(FunctionElement[Any]):
    """Whether a column is one of the keys that the parameter of this name holds."""

    inherit_cache = True

    def __init__(self, column: Any, name: str) -> None:
        super().__init__(column, bindparam(name, type_=KeyList()))


@compiles(among, "sqlite")
def _in_json(element: among, compiler: SQLCompiler, **options: Any) -> str:
    column, keys = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({keys}))"  # noqa: S608 - a parameter's mark


@compiles(among, "postgresql")
def _in_array(element: among, compiler: SQLCompiler, **options: Any) -> str:
    column, keys = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} = ANY({keys})"
