"""The timeline as far as it has been read; it reads on when somebody scrolls to its end."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from clienteling.domain.activity import Cursor, Section, Timeline, TimelineItem

Index = QModelIndex | QPersistentModelIndex
More = Callable[[Cursor, Callable[[Timeline | None], None]], None]
"""Reads the page after a cursor and hands it to the callable, once, on the GUI thread; None if that failed."""

ITEM_ROLE = Qt.ItemDataRole.UserRole


class TimelineModel(QAbstractListModel):
    """Items in the order of the timeline. `ITEM_ROLE` gives a `TimelineItem`, or None for a placeholder."""

    def __init__(self, describe: Callable[[TimelineItem], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._items: list[TimelineItem] = []
        self._placeholders = 0
        self._cursor: Cursor | None = None
        self._more: More | None = None
        self._reading = False
        self._generation = 0

    @property
    def goes_on(self) -> bool:
        """Whether there are older items that have not been read."""
        return self._cursor is not None

    def section(self, row: int) -> Section | None:
        """The section that a row stands in; None outside of what is shown."""
        return self._items[row].section if 0 <= row < len(self._items) else None

    def show(self, timeline: Timeline, more: More) -> bool:
        """Start anew with the first page. Answers False if its items are shown already: they are brought up to date."""
        self._more = more
        count = len(timeline.items)
        if not count or [_place(item) for item in self._items[:count]] != [_place(item) for item in timeline.items]:
            self._start(list(timeline.items), timeline.cursor)
            return True
        changed = [row for row, item in enumerate(timeline.items) if self._items[row] != item]
        self._items[:count] = timeline.items
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        return False

    def clear(self) -> None:
        self._start([], None)

    def show_placeholders(self, count: int) -> None:
        self._start([], None, count)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._items) or self._placeholders

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        item = self._items[row] if 0 <= row < len(self._items) else None
        if role == ITEM_ROLE:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._describe(item) if item else QCoreApplication.translate("Timeline", "Loading")
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._cursor is not None and not self._reading

    def fetchMore(self, _parent: Index) -> None:
        if self._cursor is None or self._more is None or self._reading:
            return
        self._reading = True
        generation = self._generation

        def arrived(page: Timeline | None) -> None:
            if generation == self._generation:
                self._append(page)

        self._more(self._cursor, arrived)

    def _append(self, page: Timeline | None) -> None:
        self._reading = False
        if page is None:
            return
        self._cursor = page.cursor
        if page.items:
            first = len(self._items)
            self.beginInsertRows(QModelIndex(), first, first + len(page.items) - 1)
            self._items += page.items
            self.endInsertRows()

    def _start(self, items: list[TimelineItem], cursor: Cursor | None, placeholders: int = 0) -> None:
        self.beginResetModel()
        self._items, self._cursor, self._placeholders = items, cursor, placeholders
        self._reading = False
        self._generation += 1
        self.endResetModel()


def _place(item: TimelineItem) -> tuple[object, ...]:
    """What an item is and where it stands, whatever it says."""
    return item.kind, item.id, item.section, item.at
