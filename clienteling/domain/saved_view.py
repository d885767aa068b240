"""Views: filters and an order of a book under a name, and how they are written down.

Properties are written with their names, so that one that headquarters has taken away can still be called by it.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from clienteling.domain.filters import (
    NAME,
    Between,
    Contains,
    Criterion,
    NextDays,
    OneOf,
    Query,
    Ranges,
    Since,
    YearlyBetween,
)

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view of a worker; `is_shared` with a store. `lost` are the names of properties that are not there any more:
    what it asks of them is not in `query`.
    """

    id: int
    name: str
    owner_id: int
    owner: str
    is_shared: bool
    query: Query
    version: int
    lost: tuple[str, ...] = ()

    def is_changed(self, query: Query) -> bool:
        """Whether `query` asks something else; in which order its filters were set is all the same."""
        mine = (frozenset(self.query.criteria), self.query.sort, self.query.descending)
        return mine != (frozenset(query.criteria), query.sort, query.descending)


@dataclass(frozen=True, slots=True)
class WrittenQuery:
    """A query as it was written down, with the names that its properties had."""

    query: Query
    names: Mapping[str, str]

    def among(self, filtered: Collection[str], sorted_by: Collection[str]) -> tuple[Query, tuple[str, ...]]:
        """What of it can be asked where these properties are there, and the names of the others."""
        asked = self.query
        lost = [criterion.key for criterion in asked.criteria if criterion.key not in filtered]
        sort, descending = asked.sort, asked.descending
        if sort not in sorted_by:
            lost.append(sort)
            sort, descending = NAME, False
        criteria = tuple(criterion for criterion in asked.criteria if criterion.key in filtered)
        return Query(criteria, sort, descending), tuple(dict.fromkeys(self.names.get(key, key) for key in lost))


def write_query(query: Query, names: Mapping[str, str]) -> str:
    """A query as JSON; `names` are those of properties by key."""

    def named(key: str) -> dict[str, str]:
        return {"key": key, "name": names[key]} if key in names else {"key": key}

    document = {
        "criteria": [named(criterion.key) | _written(criterion) for criterion in query.criteria],
        "sort": named(query.sort),
        "descending": query.descending,
    }
    # With all but ASCII escaped, so that any text can be stored.
    return json.dumps(document)


def read_query(text: str) -> WrittenQuery:
    """What `write_query` wrote. Raises `ValueError` if it is something else."""
    try:
        document = json.loads(text)
        entries = [*document["criteria"], document["sort"]]
        names = {entry["key"]: entry["name"] for entry in entries if "name" in entry}
        criteria = tuple(_read(entry) for entry in document["criteria"])
        return WrittenQuery(Query(criteria, document["sort"]["key"], document["descending"]), names)
    except (KeyError, TypeError, AttributeError, InvalidOperation) as error:
        raise ValueError(f"no query: {error!r}") from error


def _written(criterion: Criterion) -> dict[str, Any]:
    match criterion:
        case OneOf(values=values):
            return {"one_of": sorted(values)}
        case Between():
            return _written_range(criterion)
        case Ranges(parts=parts):
            return {"ranges": [_written_range(part) for part in parts]}
        case Since(days=days, more=more):
            return {"more_than_days": days} if more else {"at_most_days": days}
        case NextDays(days=days):
            return {"next_days": days}
        case YearlyBetween(first=first, last=last):
            return {"first_day": list(first), "last_day": list(last)}
        case Contains(text=text):
            return {"text": text}


def _written_range(part: Between) -> dict[str, Any]:
    low, high = (None if end is None else str(end) for end in (part.low, part.high))
    return {"from": low, "below" if part.below else "to": high}


def _read(entry: Mapping[str, Any]) -> Criterion:
    key = str(entry["key"])
    match entry:
        case {"one_of": [*values]}:
            return OneOf(key, frozenset(str(value) for value in values))
        case {"ranges": [*parts]}:
            return Ranges(key, tuple(_read_range(key, part) for part in parts))
        case {"from": _}:
            return _read_range(key, entry)
        case {"more_than_days": int(days)}:
            return Since(key, days, more=True)
        case {"at_most_days": int(days)}:
            return Since(key, days, more=False)
        case {"next_days": int(days)}:
            return NextDays(key, days)
        case {"first_day": [int(month), int(day)], "last_day": [int(to_month), int(to_day)]}:
            return YearlyBetween(key, (month, day), (to_month, to_day))
        case {"text": str(text)}:
            return Contains(key, text)
    raise ValueError(f"no criterion: {sorted(entry)}")


def _read_range(key: str, part: Mapping[str, Any]) -> Between:
    low, high = part["from"], part["below"] if "below" in part else part["to"]
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Between(key, ends[0], ends[1], below="below" in part)
