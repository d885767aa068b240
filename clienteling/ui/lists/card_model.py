"""A book of cards of any length: the model knows the keys of all customers and reads cards where somebody looks."""

from array import array
from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from clienteling.domain.card import Card

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int], Callable[[Sequence[Card]], None]], None]
"""Reads the cards of some customers and hands them to the callable, once, on the GUI thread; nothing if it failed."""

BLOCK = 40
CARD_ROLE = Qt.ItemDataRole.UserRole

_BLOCKS_AT_ONCE = 8
_MOST_KEPT = 4000


class CardModel(QAbstractListModel):
    """Cards by row. `CARD_ROLE` gives the `Card`, or None while it is read; asking is what starts the reading.

    `describe` says a card in one line for the text roles.
    """

    def __init__(self, fetch: Fetch, describe: Callable[[Card], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._describe = describe
        self._ids = array("q")
        self._placeholders = 0
        self._cards: dict[int, Card] = {}
        self._stale: set[int] = set()
        self._unknown: set[int] = set()
        self._wanted: dict[int, None] = {}
        self._reading = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._read_wanted)

    # What pages tell

    def set_ids(self, ids: Collection[int], cards: Sequence[Card] = ()) -> bool:
        """Show these customers in this order; `cards` are those that are read already. Answers whether ids changed.

        Cards that were read before stay. Any sequence of integers will do; a numpy array of int64 costs nothing.
        """
        packed = _packed(ids)
        same = packed == self._ids and not self._placeholders
        if not same:
            self.beginResetModel()
            self._ids, self._placeholders = packed, 0
            self._wanted.clear()
        self._take(cards)
        if same:
            self._repaint()
        else:
            self.endResetModel()
        return not same

    def set_skeleton(self, count: int) -> None:
        """Show the shape of `count` cards until `set_ids`."""
        self.beginResetModel()
        self._ids, self._placeholders = array("q"), count
        self.endResetModel()

    def invalidate(self, customer_ids: Collection[int] = ()) -> None:
        """Read the cards of these customers (of all: none named) again; until then they show what they showed."""
        concerned = [key for key in customer_ids if key in self._cards] if customer_ids else list(self._cards)
        self._stale.update(concerned)
        self._unknown.difference_update(customer_ids or list(self._unknown))
        self._repaint()

    # What views ask

    @property
    def ids(self) -> Sequence[int]:
        return self._ids

    def customer_at(self, row: int) -> int | None:
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, customer_id: int) -> int | None:
        try:
            return self._ids.index(customer_id)
        except ValueError:
            return None

    def card_at(self, row: int) -> Card | None:
        """The card of a row if it is there; the cards round it are asked for in any case."""
        if not 0 <= row < len(self._ids):
            return None
        for near in (row - BLOCK, row + BLOCK, row):
            if 0 <= near < len(self._ids) and self._is_missing(self._ids[near]):
                self._want(near // BLOCK)
        return self._cards.get(self._ids[row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids) or self._placeholders

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if role == CARD_ROLE:
            return self.card_at(row)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            card = self.card_at(row)
            if card is None:
                return QCoreApplication.translate("Cards", "Loading")
            return self._describe(card) if role == Qt.ItemDataRole.AccessibleTextRole else card.name
        return None

    # Reading

    def _is_missing(self, customer_id: int) -> bool:
        if customer_id in self._unknown:
            return False
        return customer_id not in self._cards or customer_id in self._stale

    def _want(self, block: int) -> None:
        self._wanted.pop(block, None)
        self._wanted[block] = None
        if not self._reading and not self._timer.isActive():
            self._timer.start()

    def _read_wanted(self) -> None:
        """Read what was looked at last. What was passed quickly is forgotten; painting it asks again."""
        blocks = sorted(list(self._wanted)[-_BLOCKS_AT_ONCE:])
        self._wanted.clear()
        everybody = self._ids
        ids = [key for block in blocks for key in everybody[block * BLOCK : (block + 1) * BLOCK]]
        missing = [key for key in ids if self._is_missing(key)]
        if not missing:
            return
        self._reading = True

        def arrived(cards: Sequence[Card]) -> None:
            self._arrived(missing, cards)
            if self._ids is everybody:
                self._repaint(blocks[0] * BLOCK, (blocks[-1] + 1) * BLOCK)
            else:
                self._repaint()  # others are shown by now, and some of these cards may be theirs

        self._fetch(missing, arrived)

    def _arrived(self, asked: Sequence[int], cards: Sequence[Card]) -> None:
        self._reading = False
        self._take(cards)
        self._unknown.update(set(asked) - {card.customer_id for card in cards})
        self._stale.difference_update(asked)
        if self._wanted:
            self._timer.start()

    def _take(self, cards: Sequence[Card]) -> None:
        for card in cards:
            self._cards.pop(card.customer_id, None)
            self._cards[card.customer_id] = card
            self._stale.discard(card.customer_id)
            self._unknown.discard(card.customer_id)
        while len(self._cards) > _MOST_KEPT:
            oldest = next(iter(self._cards))
            del self._cards[oldest]
            self._stale.discard(oldest)

    def _repaint(self, first: int = 0, end: int | None = None) -> None:
        last = min(end if end is not None else len(self._ids), len(self._ids)) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))


def _packed(ids: Collection[int]) -> "array[int]":
    try:
        view = memoryview(ids)  # type: ignore[arg-type]
    except TypeError:
        return array("q", ids)
    if view.itemsize != 8 or not view.contiguous:
        return array("q", view.tolist())
    packed = array("q")
    packed.frombytes(view.cast("B"))
    return packed
