"""Customers whose words are nearly those that were typed. All is bounded: it is asked between two key strokes.

A word is asked by any number of beginnings, as one parameter, so that a statement is put together once.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    TableValuedAlias,
    and_,
    bindparam,
    inspect,
    intersect,
    select,
)
from sqlmodel import SQLModel

from clienteling.database.engine import Transaction
from clienteling.database.keylists import for_each, texts
from clienteling.database.search import shelved
from clienteling.database.tables import CustomerRow, TokenRow, VariantRow
from clienteling.domain.search import AFTER_ALL, Beginnings

_MOST_HAVING = 2000  # customers of each word who are looked at


def candidates(transaction: Transaction, legal_entity_id: int, variants: Iterable[str]) -> frozenset[str]:
    """The known words, or beginnings of them, that have one of these variants."""
    asked = {"entity": legal_entity_id, "variants": [*variants]}
    return frozenset(transaction.connection().execute(_CANDIDATES, asked).scalars())


def named(
    transaction: Transaction, legal_entity_id: int, names: Sequence[str], *, store_id: int | None, limit: int
) -> list[int]:
    """Customers whose folded name begins with one of these."""
    asked = _asked(legal_entity_id, [names], store_id, limit)
    return list(transaction.connection().execute(_named(store_id is not None), asked).scalars())


def find(
    transaction: Transaction, legal_entity_id: int, words: Sequence[Beginnings], *, store_id: int | None, limit: int
) -> list[int]:
    """Customers who have a token for each word. Of a word that very many have, only some of them are looked at."""
    asked = _asked(legal_entity_id, words, store_id, limit)
    return list(transaction.connection().execute(_find(len(words), store_id is not None), asked).scalars())


def _asked(legal_entity_id: int, words: Sequence[Sequence[str]], store_id: int | None, limit: int) -> dict[str, Any]:
    asked: dict[str, Any] = {f"words_{place}": word for place, word in enumerate(words)}
    asked |= {"entity": legal_entity_id, "most": limit}
    return asked if store_id is None else asked | {"store": store_id}


def _table(name: str) -> TableValuedAlias:
    return texts(name).table_valued("value")


def _table_of(rows: type[SQLModel]) -> FromClause:
    table: FromClause = inspect(rows).local_table
    return table


def _begins(column: Any, beginning: Any) -> ColumnElement[bool]:
    """Whether a text begins with another one, which is a column too."""
    return and_(column >= beginning, column < beginning.concat(AFTER_ALL))


def _having(place: int) -> Any:
    """Customers who have a token that begins as the word at this place may."""
    words = _table(f"words_{place}")
    statement = (
        select(TokenRow.customer_id)
        .select_from(for_each(words, _table_of(TokenRow), _begins(TokenRow.token, words.c.value)))
        .where(TokenRow.legal_entity_id == bindparam("entity"))
        .limit(_MOST_HAVING)
    )
    return select(statement.subquery().c.customer_id)


_variants = _table("variants")
_CANDIDATES = select(VariantRow.token).where(
    VariantRow.legal_entity_id == bindparam("entity"), VariantRow.variant.in_(select(_variants.c.value))
)


@cache
def _find(words: int, of_store: bool) -> Select[Any]:
    parts = [_having(place) for place in range(words)]
    found: Any = intersect(*parts) if words > 1 else parts[0].distinct()
    ids = found.subquery()
    statement: Select[Any] = select(ids.c.customer_id).limit(bindparam("most"))
    return statement.where(shelved(ids.c.customer_id)) if of_store else statement


@cache
def _named(of_store: bool) -> Select[Any]:
    names = _table("words_0")
    each = for_each(names, _table_of(CustomerRow), _begins(CustomerRow.name_key, names.c.value))
    statement: Select[Any] = (
        select(CustomerRow.id).select_from(each).where(CustomerRow.legal_entity_id == bindparam("entity"))
    )
    statement = statement.where(shelved(CustomerRow.id)) if of_store else statement
    return statement.distinct().limit(bindparam("most"))
