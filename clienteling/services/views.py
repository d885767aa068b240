"""Saved views: filters and an order under a name, a worker's own or shared with the store."""

from collections.abc import Callable, Collection

from clienteling.database import views, workers
from clienteling.database.engine import Transaction
from clienteling.database.views import StoredView
from clienteling.domain.audit import Changes
from clienteling.domain.customer import name_key
from clienteling.domain.errors import Conflict, Invalid, NotFound, mark
from clienteling.domain.filters import FIELDS, HOLDER, NAME, NEXT_DATE, SCORE, Query
from clienteling.domain.history import BOUGHT
from clienteling.domain.operations import Operation
from clienteling.domain.saved_view import LONGEST_NAME, SavedView, read_query, write_query
from clienteling.domain.text import checked, fold
from clienteling.domain.worker import Session
from clienteling.services.book_columns import filter_control
from clienteling.services.books import View
from clienteling.services.cards import CardReader
from clienteling.services.operations import Operations, Writing

_GONE = mark("The view “{name}” is not there any more.")


class Views:
    """Own views are saved with 9011. Who has 9010 shares them, and changes those that are shared with the store."""

    def __init__(self, operations: Operations, cards: CardReader) -> None:
        self._operations = operations
        self._cards = cards

    def list(self, session: Session, view: View) -> tuple[SavedView, ...]:
        """The views that the worker has here: first the own ones, then those of others, each by name."""

        def work(transaction: Transaction) -> tuple[SavedView, ...]:
            entity = session.legal_entity.id
            definitions = self._cards.definitions(transaction, entity)
            every = (*definitions.all, *definitions.more)
            filtered = {*FIELDS, HOLDER, *(d.key for d in every if filter_control(d) is not None)}
            ordered = {NAME, NEXT_DATE, HOLDER, SCORE, *(d.key for d in every if d.key not in BOUGHT)}

            def read(stored: StoredView) -> SavedView:
                query, lost = _asked(stored, filtered, ordered)
                shared = stored.store_id is not None
                return SavedView(
                    stored.id, stored.name, stored.owner_id, stored.owner, shared, query, stored.version, lost
                )

            found = [read(stored) for stored in _visible(transaction, session, view)]
            return tuple(sorted(found, key=lambda v: (v.owner_id != session.worker.id, name_key(v.name), v.id)))

        return self._operations.read(session, view.operation, work)

    def save(self, session: Session, view: View, name: str, query: Query, *, shared: bool = False) -> Changes:
        """A new view. Raises `Invalid` with field "name", also if the worker has one of this name already."""
        name = checked("name", name, longest=LONGEST_NAME, required=True)

        def work(writing: Writing) -> None:
            _check_name(writing.transaction, session, view, session.worker.id, name)
            key = self._add(writing, session, view, session.worker.id, name, query, shared=shared)
            writing.note(f"view {key}", None, None, name)

        return self._operations.write(session, _operation(shared=shared), work)

    def restore(self, session: Session, view: View, saved: SavedView) -> Changes:
        """Bring back a view that was deleted, with its owner. Raises as `save`, and `NotFound` for a stranger's."""

        def work(writing: Writing) -> None:
            if saved.owner_id not in (session.worker.id, *workers.visible_from(writing.transaction, session.store.id)):
                raise NotFound(_GONE, name=saved.name)
            _check_name(writing.transaction, session, view, saved.owner_id, saved.name)
            key = self._add(writing, session, view, saved.owner_id, saved.name, saved.query, shared=saved.is_shared)
            writing.note(f"view {key}", None, None, saved.name)

        return self._operations.write(session, _operation(shared=saved.is_shared), work)

    def replace(self, session: Session, view: View, saved: SavedView, query: Query) -> Changes:
        """Make a view ask something else. Raises as `rename`."""

        def change(writing: Writing, stored: StoredView) -> None:
            written = self._written(writing.transaction, session, query)
            views.change(writing.transaction, saved.id, query=written)
            writing.note(f"view {saved.id}", None, stored.query, written)

        return self._change(session, view, saved, change)

    def rename(self, session: Session, view: View, saved: SavedView, name: str) -> Changes:
        """Call a view something else. Raises `Invalid` with field "name"; `NotFound` if it is gone, and `Conflict` if
        somebody has changed it since it was read.
        """
        name = checked("name", name, longest=LONGEST_NAME, required=True)

        def change(writing: Writing, stored: StoredView) -> None:
            _check_name(writing.transaction, session, view, stored.owner_id, name, besides=saved.id)
            views.change(writing.transaction, saved.id, name=name)
            writing.note(f"view {saved.id}", None, stored.name, name)

        return self._change(session, view, saved, change)

    def share(self, session: Session, view: View, saved: SavedView, *, shared: bool) -> Changes:
        """Share a view with the store, or no more. Raises as `rename`."""

        def change(writing: Writing, stored: StoredView) -> None:
            views.change(writing.transaction, saved.id, store_id=session.store.id if shared else None)
            before, after = ("own", "shared") if shared else ("shared", "own")
            writing.note(f"view {saved.id}", None, before, after)

        return self._change(session, view, saved, change, operation=Operation.SHARE_VIEW)

    def delete(self, session: Session, view: View, saved: SavedView) -> Changes:
        """Take a view away. Raises as `rename`."""

        def change(writing: Writing, stored: StoredView) -> None:
            views.remove(writing.transaction, saved.id)
            writing.note(f"view {saved.id}", None, stored.name, None)

        return self._change(session, view, saved, change)

    def _change(
        self,
        session: Session,
        view: View,
        saved: SavedView,
        change: Callable[[Writing, StoredView], None],
        *,
        operation: Operation | None = None,
    ) -> Changes:
        def work(writing: Writing) -> None:
            known = {stored.id: stored for stored in _visible(writing.transaction, session, view)}
            stored = known.get(saved.id)
            if stored is None:
                raise NotFound(_GONE, name=saved.name)
            if stored.version != saved.version:
                raise Conflict(
                    mark("Somebody has changed the view “{name}” in the meantime. Please look at it anew."),
                    name=saved.name,
                )
            change(writing, stored)

        return self._operations.write(session, operation or _operation(shared=saved.is_shared), work)

    def _add(
        self, writing: Writing, session: Session, view: View, owner_id: int, name: str, query: Query, *, shared: bool
    ) -> int:
        return views.add(
            writing.transaction,
            legal_entity_id=session.legal_entity.id,
            worker_id=owner_id,
            store_id=session.store.id if shared else None,
            view=view,
            name=name,
            query=self._written(writing.transaction, session, query),
        )

    def _written(self, transaction: Transaction, session: Session, query: Query) -> str:
        definitions = self._cards.definitions(transaction, session.legal_entity.id)
        names = {d.key: d.attribute.name for d in (*definitions.all, *definitions.more)}
        return write_query(query, names)


def _operation(*, shared: bool) -> Operation:
    return Operation.SHARE_VIEW if shared else Operation.SAVE_VIEW


def _visible(transaction: Transaction, session: Session, view: View) -> tuple[StoredView, ...]:
    return views.visible(transaction, session.legal_entity.id, session.worker.id, session.store.id, view)


def _asked(stored: StoredView, filtered: Collection[str], sorted_by: Collection[str]) -> tuple[Query, tuple[str, ...]]:
    """What a view asks and what it has lost. One that cannot be read has lost all; it can be replaced or deleted."""
    try:
        return read_query(stored.query).among(filtered, sorted_by)
    except ValueError:
        return Query(), (stored.name,)


def _check_name(
    transaction: Transaction, session: Session, view: View, owner_id: int, name: str, *, besides: int = 0
) -> None:
    known = views.names_of(transaction, session.legal_entity.id, owner_id, view)
    if any(fold(other) == fold(name) for key, other in known.items() if key != besides):
        raise Invalid("name", mark("There is a view “{name}” already. Please choose another name."), name=name)
