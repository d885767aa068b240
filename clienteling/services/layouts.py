"""Which screen layout is in force at a till for a worker."""

from clienteling.database.configuration import sections
from clienteling.database.engine import Transaction
from clienteling.domain.configuration.configuration import layout_of
from clienteling.domain.layout import Layout
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations


class Layouts:
    """Every till reads them."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def for_session(self, session: Session) -> Layout:
        """The worker's layout, or the register's, or the store's, or the one that is built in."""
        return self._operations.database.read(lambda t: _layout(t, session))


def _layout(transaction: Transaction, session: Session) -> Layout:
    read = sections.read(transaction, ["screen_layouts", "layout_assignments"])
    return layout_of(read, session.store.code, session.register.number, session.worker.personnel_number)
