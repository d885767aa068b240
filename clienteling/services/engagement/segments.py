"""Ready-made segments of account engagement: filters that are shared with the store as saved views."""

from dataclasses import dataclass
from decimal import Decimal

from clienteling.domain.audit import Changes
from clienteling.domain.enrichment import STALE_DAYS
from clienteling.domain.errors import NotFound, mark
from clienteling.domain.filters import SCORE, Between, Query, Since
from clienteling.domain.history import LAST_MAIL, LAST_MEETING, MAILS
from clienteling.domain.text import fold
from clienteling.domain.worker import Session
from clienteling.services.books import Books, View
from clienteling.services.views import Views

# Who was never enriched has no number of e-mails; a score alone may come from a file.
_ENRICHED = Between(MAILS, Decimal(0), None)


@dataclass(frozen=True, slots=True)
class Segment:
    """A filter under the name that its view will have; a translatable literal."""

    name: str
    query: Query


SEGMENTS = (
    Segment(
        mark("Stale accounts"),
        Query((Since(LAST_MAIL, STALE_DAYS, more=True), Since(LAST_MEETING, STALE_DAYS, more=True), _ENRICHED)),
    ),
    Segment(
        mark("Close accounts without a meeting"),
        Query(
            (Between(SCORE, Decimal(70), Decimal(100)), Since(LAST_MEETING, STALE_DAYS, more=True), _ENRICHED),
            SCORE,
            True,
        ),
    ),
    Segment(mark("Least engaged accounts"), Query((Between(SCORE, Decimal(0), Decimal(20)), _ENRICHED), SCORE)),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A segment with how many customers of the store's books are in it, and whether the store has its view."""

    segment: Segment
    count: int
    is_shared: bool


class Segments:
    """Whoever may see the store's books sees them; sharing one is 9010."""

    def __init__(self, books: Books, views: Views) -> None:
        self._books = books
        self._views = views

    def list(self, session: Session) -> tuple[Counted, ...]:
        """The ready-made segments, counted now."""
        names = {fold(view.name) for view in self._views.list(session, View.STORE) if view.is_shared}
        return tuple(
            Counted(one, len(self._books.find(session, View.STORE, one.query).ids), fold(one.name) in names)
            for one in SEGMENTS
        )

    def share(self, session: Session, name: str) -> Changes:
        """Share a segment with the store as a view. Raises `NotFound` for an unknown one, `Invalid` as `Views.save`."""
        found = next((one for one in SEGMENTS if fold(one.name) == fold(name)), None)
        if found is None:
            choices = ", ".join(one.name for one in SEGMENTS)
            raise NotFound(mark("There is no segment “{name}”. There are: {choices}."), name=name, choices=choices)
        return self._views.save(session, View.STORE, found.name, found.query, shared=True)
