"""Which account numbers rows mean: their own, that of the external ID they have instead, or a new one."""

from clienteling.database import numbering
from clienteling.database.company import CUSTOMER_SEQUENCE
from clienteling.database.imports import external_ids
from clienteling.domain.company import LegalEntity
from clienteling.services.importing.references import LONGEST_ACCOUNT
from clienteling.services.importing.row import Row
from clienteling.services.importing.run import Run

LONGEST_ID = 250


class CustomerNumbers:
    """Account numbers of the customers that rows are about."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._known: dict[tuple[int, str], str] = {}
        self._named: set[tuple[int, str]] = set()
        self._new: dict[tuple[int, str], int] = {}

    def load(self, entity_id: int, rows: list[Row]) -> set[str]:
        """Look up the external IDs of some rows of a legal entity; all account numbers that the rows may mean."""
        named = {row.peek("account_number") for row in rows} - {""}
        ids = {row.peek("external_id") for row in rows} - {""}
        found = external_ids.accounts(self._run.transaction, entity_id, sorted(ids))
        self._known |= {(entity_id, text): account for text, account in found.items()}
        self._named |= {(entity_id, account) for account in named}
        return named | set(found.values())

    def of(self, row: Row, entity: LegalEntity) -> str:
        """The account number that a row means; "" if it has an external ID that nobody has. Raises `Invalid`."""
        external_id = row.text("external_id", longest=LONGEST_ID)
        account = row.text("account_number", longest=LONGEST_ACCOUNT, required=not external_id)
        return account or self._known.get((entity.id, external_id), "")

    def give(self, row: Row, entity: LegalEntity, customer_id: int) -> str:
        """A new number for the customer of a row, who is known by the external ID from now on."""
        transaction = self._run.transaction
        if numbering.ensure_sequence(transaction, entity):
            what = f"{entity.code} {CUSTOMER_SEQUENCE}"
            self._run.writing.note("number sequence", None, None, what)
        account = numbering.next_account(transaction, entity)
        while (entity.id, account) in self._named:  # a row of this file has it, and is not stored yet
            account = numbering.next_account(transaction, entity)
        place = entity.id, row.text("external_id", longest=LONGEST_ID)
        self._known[place] = account
        self._new[place] = customer_id
        return account

    def save(self) -> None:
        """Remember the new ones, whose customers are stored by now."""
        external_ids.add(self._run.transaction, self._new)
        self._new, self._named = {}, set()
