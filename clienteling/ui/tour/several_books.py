"""The scenes of customers who are in several books, as long as that is allowed."""

from clienteling.domain.filters import HOLDER
from clienteling.domain.parameters import SEVERAL_BOOKS
from clienteling.services.books import View
from clienteling.ui.pos.search_page import SearchPage
from clienteling.ui.tour.stage import Script, Stage

_ASKED = "maria"


def several_books_scenes(stage: Stage) -> Script:
    """A manager adds a colleague's customer, looks at them, and gives everything back."""
    till, entity = stage.till, stage.till.session.legal_entity
    till.services.parameters.set(None, entity, SEVERAL_BOOKS.key, "yes")
    shared = till.services.search.find(till.session, _ASKED).store[0].customer_id
    stage.program.window.go("search", _ASKED)
    yield stage.settled
    page = stage.program.window.page("search")
    if not isinstance(page, SearchPage):
        raise TypeError("search")
    page.results.add_asked.emit(shared)
    yield from stage.show("search-added-to-a-second-book")
    stage.program.window.go("customer", (shared, [shared]))
    yield from stage.show("customer-in-two-books")
    book = stage.book("store_books")
    book.panel.changed.emit(HOLDER, stage.choice(View.STORE, HOLDER, till.session.worker.name))
    yield from stage.show("store-books-in-several")
    book.chips.cleared.emit()
    yield stage.settled
    till.services.book_changes.remove(till.session, [shared])
    till.services.parameters.set(None, entity, SEVERAL_BOOKS.key, "no")
    yield stage.settled
