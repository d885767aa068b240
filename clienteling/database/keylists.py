"""Any number of keys, or texts, as one parameter: the statement stays the same, so it is compiled once and for all."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Dialect, Join, Text, bindparam
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


class TextList(TypeDecorator[Iterable[str]]):
    """Texts, in the same way."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        kind: TypeEngine[Any] = ARRAY(Text) if dialect.name == "postgresql" else Text()
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: Iterable[str] | None, dialect: Dialect) -> Any:
        texts = [] if value is None else [*value]
        return texts if dialect.name == "postgresql" else json.dumps(texts, ensure_ascii=False)


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


class texts(FunctionElement[Any]):
    """The texts that the parameter of this name holds, as a table: `texts(name).table_valued("value")`."""

    inherit_cache = True
    name = "texts"

    def __init__(self, name: str) -> None:
        super().__init__(bindparam(name, type_=TextList()))


@compiles(texts, "sqlite")
def _of_json(element: texts, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(texts, "postgresql")
def _of_array(element: texts, compiler: SQLCompiler, **options: Any) -> str:
    return f"(SELECT unnest({compiler.process(element.clauses, **options)}) AS value)"


class for_each(Join):
    """For each row of the first table, those of the second: SQLite would rather go through all of the second."""

    inherit_cache = True


@compiles(for_each, "sqlite")
def _crossed(element: for_each, compiler: SQLCompiler, **options: Any) -> str:
    options |= {"asfrom": True, "from_linter": None}
    left, right = (compiler.process(side, **options) for side in (element.left, element.right))
    on = compiler.process(element.onclause, **options) if element.onclause is not None else "1"
    return f"{left} CROSS JOIN {right} ON {on}"
