"""What a book page reads, off the GUI thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from clienteling.domain.card import PropertyDefinition
from clienteling.domain.cover import Cover
from clienteling.domain.filters import HOLDER, Facet, OneOf, Query
from clienteling.domain.saved_view import SavedView
from clienteling.services.books import View
from clienteling.services.open_book import Found
from clienteling.ui.pos.book.filter_words import facet_label
from clienteling.ui.pos.book.states import Drop
from clienteling.ui.till import Till


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found, what can be sorted by, the saved views, how many properties cards show, and where others are
    among them whom the worker has in the own book. `covers` are those that the own book lends or keeps, or all of the
    store.
    """

    query: Query
    found: Found
    definitions: tuple[PropertyDefinition, ...]
    views: tuple[SavedView, ...]
    places: int
    own: frozenset[int]
    covers: tuple[Cover, ...] = ()

    def keeps(self, worker_id: int) -> bool:
        """Whether customers of somebody else are among those of the worker, lent for a while."""
        return any(cover.worker_id == worker_id for cover in self.covers)


def read_book(till: Till, view: View, query: Query, more: bool) -> Answer:
    """Ask the book, also for the filters that are folded at first if there is `more`. Raises what `Books.find` does."""
    books, session = till.services.books, till.session
    found = books.find(session, view, query, more=more)
    own: frozenset[int] = frozenset()
    lent = till.services.covers
    covers = lent.mine(session) if view is View.MINE else lent.running(session, view.operation)
    if view is View.STORE or any(cover.worker_id == session.worker.id for cover in covers):
        mine = Query((OneOf(HOLDER, frozenset({str(session.worker.id)})),))
        own = frozenset(books.find(session, view, mine).ids.tolist())
    views = till.services.views.list(session, view)
    return Answer(query, found, books.definitions(session), views, books.card_places(session), own, covers)


def read_drops(till: Till, view: View, query: Query, facets: Sequence[Facet]) -> tuple[Drop, ...]:
    """For each filter that is set: how many customers dropping it would leave."""
    names = {facet.key: facet_label(facet) for facet in facets}
    drops = []
    for asked in query.criteria:
        left = till.services.books.find(till.session, view, query.without(asked.key)).ids
        drops.append(Drop(asked.key, names.get(asked.key, asked.key), len(left)))
    return tuple(drops)
