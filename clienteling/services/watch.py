"""What other programs write: an open window asks for it again and again, and shows it as it shows its own writes."""

from collections.abc import Callable
from datetime import datetime, timedelta

from clienteling.database import records
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes, Kind
from clienteling.domain.operations import Operation
from clienteling.services.following import LOOK_BACK, MOST_CHANGED
from clienteling.services.operations import Operations, touched_by

CHORES_EVERY = timedelta(minutes=1)

Chore = Callable[[datetime], Changes]


class Watch:
    """The records of other programs, each told once. Asked by one thread at a time.

    What is to be done now and then is done on the way: `chores`, each minute. `published` hears that another program
    has changed what tills keep of the configuration.
    """

    def __init__(
        self, operations: Operations, published: Callable[[], None] = lambda: None, chores: tuple[Chore, ...] = ()
    ) -> None:
        self._database = operations.database
        self._clock = operations.clock
        self._published = published
        self._chores = chores
        self._chores_done: datetime | None = None
        self._newest: int | None = None
        self._seen: frozenset[int] = frozenset()

    def begin(self) -> None:
        """Whatever is written from now on is found. Somebody waits for this: chores have time."""
        self._database.read(self._look)

    def look(self) -> Changes:
        """What other programs have written since the last look; the first one finds nothing.

        Raises `Storage` problems. What was written while nobody could look is found the next time.
        """
        done = self._do_chores()
        found = self._database.read(self._look)
        if not done.kinds:
            return found
        return Changes(done.kinds | found.kinds) if found.kinds else done

    def _do_chores(self) -> Changes:
        """What this program's own chores have changed."""
        now = self._clock()
        if self._chores_done is not None and now < self._chores_done + CHORES_EVERY:
            return Changes(frozenset())
        self._chores_done = now
        kinds = frozenset(kind for chore in self._chores for kind in chore(now).kinds)
        return Changes(kinds)

    def _look(self, transaction: Transaction) -> Changes:
        is_first = self._newest is None
        newest = records.newest(transaction) if self._newest is None else self._newest
        # Not only those after the newest one: another till may have committed one with an older key meanwhile.
        done = records.latest(transaction, newest - LOOK_BACK)
        news = {key: operation for key, operation in done.items() if key not in self._seen}
        changes = Changes(frozenset()) if is_first else self._changes(transaction, news)
        self._newest = max(newest, *done) if done else newest
        self._seen = frozenset(key for key in done if key >= self._newest - LOOK_BACK)
        return changes

    def _changes(self, transaction: Transaction, news: dict[int, int]) -> Changes:
        """What the records touch, but for this program's own."""
        if {Operation.SET_UP, Operation.PUBLISH, Operation.IMPORT} & set(news.values()):
            self._published()
        touched = {key: touched_by(operation) for key, operation in news.items() if not self._database.wrote(key)}
        told = [key for key, kinds in touched.items() if kinds]
        kinds: frozenset[Kind] = frozenset().union(*touched.values())
        customers = records.customers_of(transaction, told[:MOST_CHANGED]) if told else frozenset()
        if None in customers or len(customers) > MOST_CHANGED or len(told) > MOST_CHANGED:
            return Changes(kinds)
        return Changes(kinds, frozenset(key for key in customers if key is not None))
