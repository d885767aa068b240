"""Mails and meetings that account engagement has taken, as interactions of customers with workers.

The pool keeps addresses as hashes alone. Who a customer or a worker is, is found by hashing theirs in the same way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from clienteling.database import relationships
from clienteling.database.engine import Transaction
from clienteling.domain.errors import Invalid, Unreachable, mark
from clienteling.domain.relationship.interaction import Channel
from clienteling.services.engagement.place import Place
from clienteling.services.relationship.reading import ExchangeItem

if TYPE_CHECKING:
    from pathlib import Path

    from clienteling.engagement.coding import Coded
    from clienteling.engagement.pool import Pool

_DAY = 86_400
_TRIES = 3


class PoolExchange:
    """Reads the pool; without one there is nothing."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def items(
        self, transaction: Transaction, legal_entity_id: int, customer_ids: Sequence[int], since: datetime
    ) -> Iterable[ExchangeItem]:
        """What happened with these customers since a moment. Raises `Unreachable` if the pool cannot be read."""
        try:
            folder = self._place.pool
        except Invalid:
            return ()
        if not folder.is_dir():
            return ()
        customers = relationships.addresses_of(transaction, customer_ids)
        workers = dict.fromkeys(relationships.mailboxes(transaction))
        if not customers or not workers:
            return ()
        return self._read(folder, customers, tuple(workers), int(since.timestamp()))

    def _read(
        self, folder: "Path", customers: Mapping[str, int], workers: Sequence[str], since: int
    ) -> Sequence[ExchangeItem]:
        for tried in range(1, _TRIES + 1):
            try:
                return list(_items(folder, customers, workers, since))
            except FileNotFoundError:
                # Somebody took interactions meanwhile, and swept away what was read.
                if tried == _TRIES:
                    raise Unreachable(mark("The interactions are being changed. Please try again.")) from None
            except OSError as error:
                message = mark("The interactions cannot be read: {reason}.")
                raise Unreachable(message, reason=error.strerror or type(error).__name__) from error
        raise AssertionError("unreachable")


def _items(folder: "Path", customers: Mapping[str, int], workers: Sequence[str], since: int) -> Iterator[ExchangeItem]:
    # Imported here: pyarrow is only for companies that have taken interactions.
    import numpy as np

    from clienteling.engagement.pool import Pool

    pool = Pool(folder)
    theirs = {code: customers[address] for address, code in _codes(pool, list(customers)).items()}
    ours = {code: address for address, code in _codes(pool, workers).items() if code not in theirs}
    if not theirs or not ours:
        return
    sides = np.zeros(len(pool.people), np.int8)
    sides[list(theirs)] = 1
    sides[list(ours)] = 2
    for chunk in pool.chunks:
        if (chunk.last_day + 1) * _DAY > since:
            yield from _items_of(pool.rows(chunk), sides, theirs, ours, since)


def _codes(pool: "Pool", addresses: Sequence[str]) -> dict[str, int]:
    """The codes of people by their addresses, as far as they are in the pool."""
    import pyarrow as pa

    found = pool.people.find(pool.salt.hashes(pa.array(addresses, pa.string()))).tolist()
    return {address: code for address, code in zip(addresses, found, strict=True) if code >= 0}


def _items_of(
    rows: "Coded", sides: Any, theirs: Mapping[int, int], ours: Mapping[int, str], since: int
) -> Iterator[ExchangeItem]:
    """Those of a chunk in which a customer and one of us took part, and that one of the two began."""
    import numpy as np

    row_of = np.repeat(np.arange(len(rows)), np.diff(rows.offsets))
    received = sides[rows.recipients]
    with_them = np.bincount(row_of[received == 1], minlength=len(rows)) > 0
    with_us = np.bincount(row_of[received == 2], minlength=len(rows)) > 0
    began = sides[rows.sender]
    counts = ((began == 1) & with_us) | ((began == 2) & with_them)
    for row in np.flatnonzero(counts & (np.asarray(rows.at) >= since)).tolist():
        people = [int(rows.sender[row]), *rows.recipients[rows.offsets[row] : rows.offsets[row + 1]].tolist()]
        by_us = bool(began[row] == 2)
        is_meeting = bool(rows.kind[row])
        thread = int(rows.conversation[row])
        # What a customer began is not also another customer's who was written to.
        known = {theirs[code] for code in (people if by_us else people[:1]) if code in theirs}
        for customer_id in sorted(known):
            yield ExchangeItem(
                customer_id,
                Channel.MEETING if is_meeting else Channel.EMAIL,
                datetime.fromtimestamp(int(rows.at[row]), UTC),
                by_us,
                _senders(people, ours, by_us=by_us, is_meeting=is_meeting),
                float(rows.minutes[row]) if is_meeting else None,
                str(thread) if thread and not is_meeting else "",
            )


def _senders(people: Sequence[int], ours: Mapping[int, str], *, by_us: bool, is_meeting: bool) -> tuple[str, ...]:
    """Our addresses in it: of a mail of ours the one who wrote it, else all."""
    shown = people[:1] if by_us and not is_meeting else people
    return tuple(dict.fromkeys(ours[code] for code in shown if code in ours))
