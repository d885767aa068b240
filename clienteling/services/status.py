"""How the database is: for the status page, and for `check` at the command line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from clienteling.database import check, migrations, seals
from clienteling.database.engine import Database, Transaction
from clienteling.domain.errors import Invalid, NewerData, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations


@dataclass(frozen=True, slots=True)
class Connection:
    """What the program is connected to. `place` is the address without a password, `size` in bytes."""

    place: str
    system: str
    size: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `code` names it for scripts, `title` is a translatable literal.

    `broken` counts what does not hold; `details` are in the database's own words.
    """

    code: str
    title: str
    broken: int
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Health:
    """The result of looking a database over. `counts` are the rows of each table; of an older schema there are none.

    `audit_head` is the end of the audit's chain: noted elsewhere, it shows later that nothing before it was cut off.
    """

    connection: Connection
    revision: str
    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    audit_head: str = ""

    @property
    def is_well(self) -> bool:
        return not any(finding.broken for finding in self.findings)


_DAMAGE: tuple[tuple[str, str, Callable[[Transaction], tuple[str, ...]]], ...] = (
    ("whole", mark("The database is not damaged"), check.damage),
    ("references", mark("Nothing refers to what is not there"), check.dangling),
)
_RULES: tuple[tuple[str, str, Callable[[Transaction], int]], ...] = (
    ("one_book", mark("A worker has one client book in a company"), check.workers_with_two_books),
    ("one_holder", mark("A customer has one primary client book"), check.customers_in_wrong_books),
    (
        "own_company",
        mark("A customer is in a client book of the same company"),
        check.customers_in_foreign_books,
    ),
    ("name_order", mark("Client books have customers under their names"), check.holdings_out_of_order),
    ("searchable", mark("Search finds every customer"), check.customers_not_searchable),
    (
        "one_primary",
        mark("A customer has one primary contact of a kind"),
        check.customers_with_two_primary_contacts,
    ),
)
_AUDIT = ("audit", mark("The audit was not changed afterwards"))


class Status:
    """Operations 717 and 917."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def connection(self, session: Session) -> Connection:
        """Where the data is. Quick; raises `Storage` problems if it cannot be reached."""
        return self._operations.read(
            session, Operation.CONNECTION_STATUS, lambda t: _connection(self._operations.database, t)
        )

    def health(self, session: Session) -> Health:
        """Look the whole database over. Takes seconds with a million customers."""
        return self._operations.read(session, Operation.HEALTH_CHECK, lambda t: _health(self._operations.database, t))


def examine(database: Database, head: str | None = None) -> Health:
    """Look a database over for an administrator, without changing or migrating it. `head` is one that was noted.

    Raises `NotFound` if there is none, `NewerData` if a newer version of the program wrote it.
    """
    if not check.exists(database) or (revision := migrations.revision(database)) is None:
        raise NotFound(mark("There is no data yet in {place}."), place=database.place)
    if revision > migrations.HEAD:
        raise NewerData(
            mark("A newer version of the program wrote it (schema {revision}). Update this program."),
            revision=revision,
        )
    return database.read(lambda transaction: _health(database, transaction, revision, head))


def _connection(database: Database, transaction: Transaction) -> Connection:
    return Connection(database.place, check.system(transaction), check.size(transaction))


def _health(
    database: Database, transaction: Transaction, revision: str = migrations.HEAD, head: str | None = None
) -> Health:
    findings = []
    for code, title, look in _DAMAGE:
        details = look(transaction)
        findings.append(Finding(code, title, len(details), details))
    connection = _connection(database, transaction)
    if revision != migrations.HEAD:
        # The rules are those of the newest schema, which the next start of the program brings.
        return Health(connection, revision, tuple(findings), {})
    findings += [Finding(code, title, count_broken(transaction)) for code, title, count_broken in _RULES]
    details = seals.broken(transaction)
    if head is not None and not _is_in_chain(transaction, head):
        details = (*details, f"{head}: not in the chain any more")
    findings.append(Finding(*_AUDIT, len(details), details))
    end = seals.head(transaction)
    return Health(connection, revision, tuple(findings), check.counts(transaction), f"{end.position}:{end.hash}")


def _is_in_chain(transaction: Transaction, head: str) -> bool:
    place, _, noted = head.strip().partition(":")
    if not (place.isascii() and place.isdecimal() and len(place) < 19):
        raise Invalid("head", mark("This is no head of an audit: a place, a colon and a hash."))
    return seals.hash_at(transaction, int(place)) == noted
