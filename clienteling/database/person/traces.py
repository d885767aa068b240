"""What a person can be recognized by, and where else it stands: in texts that belong to somebody else."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from sqlalchemy import JSON, Column, ColumnElement, Integer, Table, Text, cast, literal, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlmodel import SQLModel

from clienteling.database.engine import Transaction
from clienteling.database.person import rows
from clienteling.database.person.rows import Image

_SHORTEST = 4  # letters from which on a text may be found inside another one
_MOST_ASKED = 40  # texts in one question

# Columns of a customer's rows that say who it is.
_TELLING: Mapping[str, tuple[str, ...]] = {
    "customer": ("name", "account_number"),
    "customer_phone": ("typed", "e164"),
    "customer_email": ("address",),
    "customer_address": ("street",),
    "loyalty_card": ("number",),
    "external_id": ("text",),
    "customer_merge": ("account_number",),
}


def told(found: Mapping[str, Sequence[Image]]) -> tuple[str, ...]:
    """What the person of a collected file can be recognized by."""
    texts = {
        str(row[column]).strip()
        for name, columns in _TELLING.items()
        for row in found.get(name, ())
        for column in columns
        if row[column]
    }
    for row in found.get("customer_merge", ()):
        merged = rows.read(row["document"])
        texts |= set(told({"customer": [merged["customer"]], **merged["aside"]}))
    return tuple(sorted((text for text in texts if text), key=lambda text: (-len(text), text)))


def forms(text: str) -> frozenset[str]:
    """The ways in which a text may be written in a file or inside JSON."""
    quoted, plain = json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]
    return frozenset({text, quoted, plain, escape(text)})


def stands_in(texts: Iterable[str], whole: str) -> bool:
    """Whether any of the texts stands in a whole one as words of their own; a short one only if it is all of it."""
    for text in texts:
        if len(text) < _SHORTEST:
            if whole.strip() == text:
                return True
            continue
        for form in forms(text):
            if form in whole and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", whole):
                return True
    return False


def mentions(transaction: Transaction, texts: Sequence[str], but: Iterable[str]) -> dict[str, list[Image]]:
    """The rows of all tables, some aside, in whose texts the person is recognized."""
    found: dict[str, list[Image]] = {}
    for of in SQLModel.metadata.sorted_tables:
        columns = [column for column in of.columns if _is_text(column)]
        if of.name not in but and columns:
            images = _mentioning(transaction, of, columns, texts)
            if images:
                found[of.name] = images
    return found


def _mentioning(transaction: Transaction, of: Table, columns: list[Column[Any]], texts: Sequence[str]) -> list[Image]:
    asked = sorted({form for text in texts for form in forms(text)})
    known: dict[rows.Key, Image] = {}
    for start in range(0, len(asked), _MOST_ASKED):
        some = asked[start : start + _MOST_ASKED]
        for image in rows.images(transaction, of, or_(*(_has(column, text) for column in columns for text in some))):
            known[rows.key_of(of, image)] = image
    names = [column.name for column in columns]
    return [
        image
        for image in known.values()
        if any(stands_in(texts, part) for name in names for part in rows.texts_in(image[name]))
    ]


def _is_text(column: Column[Any]) -> bool:
    return isinstance(column.type, Text | JSON) or column.type.python_type is str


class place_in(FunctionElement[int]):
    """Where a text begins in another one; 0 if it is not there."""

    type = Integer()
    inherit_cache = True


@compiles(place_in, "sqlite")
def _instr(element: place_in, compiler: SQLCompiler, **options: Any) -> str:
    return f"instr({compiler.process(element.clauses, **options)})"


@compiles(place_in, "postgresql")
def _strpos(element: place_in, compiler: SQLCompiler, **options: Any) -> str:
    return f"strpos({compiler.process(element.clauses, **options)})"


def _has(column: Column[Any], text: str) -> ColumnElement[bool]:
    return place_in(cast(column, Text), literal(text, Text)) > 0
