"""What was changed since something was read into memory: the records of all tills tell."""

from collections.abc import Collection
from dataclasses import dataclass

from clienteling.database import records
from clienteling.database.engine import Transaction
from clienteling.domain.operations import Operation

MOST_CHANGED = 2000  # with more changes than that, reading anew is quicker
LOOK_BACK = 60_000 << 22  # a minute of keys: so far may the clocks of two tills be apart

_CHANGES_BOOKS = frozenset(
    {
        Operation.ADD_TO_CLIENT_BOOK,
        Operation.REMOVE_FROM_CLIENT_BOOK,
        Operation.REASSIGN,
        Operation.CUSTOMER_ADD,
        Operation.CUSTOMER_EDIT,
        Operation.ADD_ACTIVITY,
        Operation.EDIT_ACTIVITY_OF_OTHERS,
        Operation.IMPORT,
        Operation.INSIGHTS,
        Operation.ENGAGEMENT,
        Operation.SET_UP,
        Operation.PUBLISH,
        Operation.MERGE_CUSTOMERS,
        Operation.ERASE_CUSTOMER,
    }
)


@dataclass(frozen=True, slots=True)
class News:
    """The customers that were changed; None: so many, or something else, that all has to be read anew.

    `newest` and `records` are to be remembered for the next question.
    """

    customers: tuple[int, ...] | None
    newest: int
    records: tuple[int, ...]


def news_since(transaction: Transaction, as_of: int, seen: Collection[int]) -> News:
    """What happened to customers and books since the record `as_of`, besides the records that were `seen`."""
    # Not only those after the newest one: another till may have committed one with an older key meanwhile.
    newest, done = records.news(transaction, as_of - LOOK_BACK, _CHANGES_BOOKS)
    news = tuple(key for key in done if key not in seen)
    changed = records.customers_of(transaction, news[:MOST_CHANGED]) if news else frozenset()
    if None in changed or len(changed) > MOST_CHANGED or len(news) > MOST_CHANGED:
        return News(None, newest, news)
    return News(tuple(key for key in changed if key is not None), newest, news)
