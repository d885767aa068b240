"""A number in the database that several threads and processes increment."""

from clienteling.database import company
from clienteling.database.engine import Database, Transaction
from tests.support.clock import Clock

NAME = "counter"


def set_up(transaction: Transaction) -> None:
    company.set_parameter(transaction, company.COMPANY, NAME, "0")


def value(transaction: Transaction) -> int:
    return int(company.parameters(transaction)[NAME])


def increment(transaction: Transaction) -> int:
    """Read and write back, as an update that is lost would."""
    found = value(transaction) + 1
    company.set_parameter(transaction, company.COMPANY, NAME, str(found))
    return found


def increment_often(work: tuple[str, int]) -> list[int]:
    """Open the database at a URL and increment so many times; the numbers that were reached."""
    url, times = work
    database = Database(url, Clock())
    try:
        return [database.write(increment) for _ in range(times)]
    finally:
        database.close()
