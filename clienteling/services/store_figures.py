"""The figures of the manager's page (HQ-9): of all whose books the store sees."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from clienteling.database import books, covers, leavers, store_figures, workers
from clienteling.database.engine import Transaction
from clienteling.domain.operations import Operation
from clienteling.domain.store_figures import EDGES, LATELY, WEEKS, Associate, Figures, Silence, mondays, shown
from clienteling.domain.worker import Session
from clienteling.services.leavers import NOTICE
from clienteling.services.operations import Operations


class StoreFigures:
    """Operation 9015."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def figures(self, session: Session, weeks: int = WEEKS) -> Figures:
        """What the page shows. Takes some tenths of a second with 100,000 customers."""
        now, zone = self._operations.clock(), ZoneInfo(session.store.time_zone)
        return self._operations.read(
            session, Operation.VIEW_MANAGER_PAGE, lambda t: _figures(t, session, now.astimezone(zone), weeks)
        )


def _figures(transaction: Transaction, session: Session, now: datetime, weeks: int) -> Figures:
    entity, today, zone = session.legal_entity.id, now.date(), ZoneInfo(session.store.time_zone)

    def midnight(day: date) -> datetime:
        return datetime.combine(day, time(), zone)

    ids = workers.visible_from(transaction, session.store.id)
    edges = [midnight(today - timedelta(days=days - 1)) for days in EDGES]
    silent = store_figures.silences(transaction, entity, ids, now, edges)
    begins = mondays(today, weeks)
    weekly = store_figures.contacts(transaction, ids, [midnight(day) for day in begins], now)
    lately = store_figures.contacts(transaction, ids, [midnight(today - timedelta(days=LATELY))], now)
    late = store_figures.overdue(transaction, entity, ids, today)
    leaving = {row[0]: row[2] for row in leavers.leaving(transaction, entity, ids, today, NOTICE)}
    lent = {cover.owner_id: (cover.worker, cover.until) for cover in covers.running(transaction, entity, ids, today)}
    associates = [
        Associate(
            size.worker_id,
            size.personnel_number,
            size.name,
            silent.get(size.worker_id, Silence()),
            lately.get(size.worker_id, (0,))[0],
            late.get(size.worker_id, 0),
            leaving.get(size.worker_id),
            *lent.get(size.worker_id, ("", None)),
        )
        for size in books.sizes(transaction, entity, ids)
    ]
    sums = tuple(sum(numbers[place] for numbers in weekly.values()) for place in range(weeks))
    return Figures(today, shown(associates), tuple(zip(begins, sums, strict=True)))
