"""The scenes of a book in use: more filters, saved views, another order, and cards with more places."""

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.filters import OneOf, Since
from clienteling.domain.history import CATEGORY, CONTACT
from clienteling.domain.parameters import CARD_PLACES
from clienteling.ui.lists.card_view import Look
from clienteling.ui.pos.book.page import BookPage
from clienteling.ui.tour.stage import Script, Stage

_MOST_PLACES = 6


def book_scenes(stage: Stage, page: BookPage) -> Script:
    """What a worker filters by beside the properties, and keeps as a view."""
    page.panel.more.unfold()
    yield stage.settled
    page.panel.show_more()
    yield from stage.show("my-book-more-filters")
    page.panel.changed.emit(CONTACT, Since(CONTACT, 60, more=True))
    yield stage.settled
    page.panel.changed.emit(CATEGORY, OneOf(CATEGORY, frozenset({"Bags"})))
    yield from stage.show("my-book-stale-accounts")
    page.head.sort.changed.emit(CONTACT)
    yield stage.settled
    page.chips.save.click()
    if page.views.dialog is not None:
        page.views.dialog.name.set_text("Bag lovers to call")
        yield from stage.show("my-book-save-view")
        page.views.dialog.save_button.click()
    yield stage.settled
    page.panel.show_top()
    yield from stage.show("my-book-view-applied")
    page.panel.changed.emit(CATEGORY, None)
    yield from stage.show("my-book-view-changed")
    page.chips.save.click()
    if page.views.dialog is not None:
        page.views.dialog.name.set_text("bag lovers to call")
        page.views.dialog.save_button.click()
        yield from stage.show("my-book-view-of-the-same-name")
        page.views.dialog.close_now()
    page.chips.cleared.emit()
    page.panel.more.fold()
    yield stage.settled
    yield from _more_places(stage, page)


def _more_places(stage: Stage, page: BookPage) -> Script:
    parameters, entity = stage.till.services.parameters, stage.till.session.legal_entity
    parameters.set(None, entity, CARD_PLACES.key, str(_MOST_PLACES))
    page.receive(Changes(frozenset(Kind)))
    yield from stage.show("my-book-six-places")
    page.cards.set_look(Look.ROWS)
    yield from stage.show("my-book-six-places-as-list")
    page.cards.set_look(Look.CARDS)
    parameters.set(None, entity, CARD_PLACES.key, str(CARD_PLACES.default))
    page.receive(Changes(frozenset(Kind)))
    yield stage.settled
