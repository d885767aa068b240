"""Brings what mailboxes gave into the pool, and takes back what they give no more.

First the pool, then where to go on from: whoever is killed between the two reads a little twice, and nothing is lost.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from clienteling.database import mailboxes as stored
from clienteling.database.engine import Database, Transaction
from clienteling.database.mailboxes import ItemKey
from clienteling.domain.mailboxes import KnownItem, Position

if TYPE_CHECKING:
    from clienteling.connectors.graph_items import Item
    from clienteling.engagement.interactions import Interaction
    from clienteling.engagement.pool import Pool

_DAY = 86_400
_NOTHING = 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a part has given, and how far it is read then. `is_whole`: what it did not meet in this round is gone."""

    position: Position
    items: "tuple[Item, ...]" = ()
    removed: tuple[str, ...] = ()
    is_whole: bool = False


@dataclass(slots=True)
class _Difference:
    """What arrivals change: items with what they are now, None for those that are gone."""

    fresh: "dict[ItemKey, tuple[KnownItem, Interaction]]" = field(default_factory=dict)
    kept: dict[ItemKey, KnownItem] = field(default_factory=dict)
    gone: dict[ItemKey, KnownItem] = field(default_factory=dict)


class Arrivals:
    """Stores arrivals for one pool. `first` is the first moment that matters."""

    def __init__(self, database: Database, pool: "Pool", now: datetime, first: datetime) -> None:
        self._database = database
        self._pool = pool
        self._now = now
        self._first_day = int(first.timestamp()) // _DAY

    def store(self, arrivals: Iterable[Arrival]) -> None:
        """Store arrivals, in their order."""
        came = tuple(arrivals)
        found = self._difference(came)
        self._change_pool(found)

        def work(transaction: Transaction) -> None:
            now = {key: known for key, (known, _) in found.fresh.items()} | found.kept
            stored.set_items(transaction, now, found.gone)
            for position in {arrival.position.id: arrival.position for arrival in came}.values():
                stored.set_position(transaction, position)

        self._database.write(work)

    def forget_old(self) -> None:
        """Forget of items what counts no more."""
        self._database.write(lambda t: stored.forget_items(t, self._pool.identity, self._first_day))

    def _difference(self, came: tuple[Arrival, ...]) -> _Difference:
        now = self._coded(came)
        found = _Difference()
        for part_id in {arrival.position.id for arrival in came}:
            items = [item for part, item in now if part == part_id]
            known = self._database.read(lambda t, p=part_id, i=items: stored.known_items(t, p, i))  # type: ignore[misc]
            for item in items:
                _compare(found, (part_id, item), now[part_id, item], known.get((part_id, item)))
        for arrival in came:
            if arrival.is_whole:
                self._sweep(found, arrival.position, now)
        return found

    def _sweep(self, found: _Difference, position: Position, now: Mapping[ItemKey, object]) -> None:
        """What a whole reading has not met is gone."""
        older = self._database.read(
            lambda t: stored.older_items(t, position.id, position.round, self._first_day),
        )
        found.gone |= {key: known for key, known in older.items() if key not in now}

    def _coded(self, came: tuple[Arrival, ...]) -> "dict[ItemKey, tuple[KnownItem, Interaction] | None]":
        """The items by their numbers, the last word of each. None for those that give nothing."""
        from clienteling.engagement.interactions import batch_of

        now: dict[ItemKey, tuple[KnownItem, Interaction] | None] = {}
        entries = [(arrival.position, item.id, item.interaction) for arrival in came for item in _last_words(arrival)]
        batch = batch_of([interaction for _, _, interaction in entries if interaction is not None])
        keys = iter(self._pool.keys(batch).tolist())
        numbers = self._numbers([key for _, key, _ in entries])
        contents = iter(self._numbers([_content(one) for _, _, one in entries if one is not None]))
        for (position, _, interaction), item in zip(entries, numbers, strict=True):
            if interaction is None:
                now[position.id, item] = None
            else:
                day = int(interaction.at.timestamp()) // _DAY
                known = KnownItem(_signed(next(keys)), next(contents), day, position.round)
                now[position.id, item] = known, interaction
        return now

    def _numbers(self, texts: list[str]) -> list[int]:
        import pyarrow as pa

        return [_signed(one) for one in self._pool.salt.hashes(pa.array(texts, pa.string())).tolist()]

    def _change_pool(self, found: _Difference) -> None:
        import numpy as np

        from clienteling.engagement.interactions import batch_of

        changed = [found.gone[key] for key in found.gone if key in found.fresh]
        going = {known.key: known.day for key, known in found.gone.items() if key not in found.fresh}
        going |= {known.key: known.day for known in changed}
        staying = self._held_by_others(found, set(going))
        # What is the same but for its people or its hour is put in the place of what was.
        replaced = {known.key for known in changed} & {known.key for known, _ in found.fresh.values()}
        withdrawn = {key: day for key, day in going.items() if key in replaced or key not in staying}
        if withdrawn:
            keys = np.array(list(withdrawn), np.int64).view(np.uint64)
            self._pool.withdraw(keys, (min(withdrawn.values()), max(withdrawn.values())))
        if found.fresh:
            self._pool.take([batch_of([interaction for _, interaction in found.fresh.values()])], self._now)
        for key in found.fresh:
            found.gone.pop(key, None)

    def _held_by_others(self, found: _Difference, going: set[int]) -> set[int]:
        """Those of the interactions that other items have given, or give now."""
        if not going:
            return set()
        holders = self._database.read(lambda t: stored.holders(t, going))
        staying = {key for key, items in holders.items() if items - set(found.gone)}
        return staying | {known.key for known, _ in found.fresh.values() if known.key in going}


def _last_words(arrival: Arrival) -> "list[Item]":
    """The items of an arrival; of one that comes several times the last, and of one that is gone nothing."""
    from clienteling.connectors.graph_items import Item

    words = {item.id: item for item in arrival.items} | {key: Item(key, None) for key in arrival.removed}
    return list(words.values())


def _compare(
    found: _Difference, key: ItemKey, now: "tuple[KnownItem, Interaction] | None", known: KnownItem | None
) -> None:
    if now is None:
        if known is not None:
            found.gone[key] = known
        return
    if known is not None and (known.key, known.content) == (now[0].key, now[0].content):
        if known.round != now[0].round:
            found.kept[key] = replace(known, round=now[0].round)
        return
    found.fresh[key] = now
    if known is not None:
        found.gone[key] = known


def _content(one: "Interaction") -> str:
    """All that counts of an interaction, as one text that is hashed and not kept."""
    people = " ".join(sorted(one.recipients))
    return f"{one.at.timestamp()} {one.end and one.end.timestamp()} {one.sender} {people}"


def _signed(number: int) -> int:
    """As databases have whole numbers."""
    return number - (1 << 64) if number >= 1 << 63 else number
