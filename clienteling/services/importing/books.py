"""Takes who holds whom, and gives the customers of stores to their associates."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from clienteling.database import books as client_books
from clienteling.database import company as companies
from clienteling.database.engine import Transaction
from clienteling.database.imports import books
from clienteling.database.imports.books import Held
from clienteling.database.imports.company import WorkerDraft
from clienteling.database.records import HOLDER
from clienteling.domain.company import LegalEntity
from clienteling.domain.errors import Invalid, mark
from clienteling.services import setup
from clienteling.services.book_moves import are_several_allowed
from clienteling.services.importing.references import Accounts, Company, Staff
from clienteling.services.importing.row import Row
from clienteling.services.importing.run import Run


@dataclass(frozen=True, slots=True)
class Draft:
    """A customer, and the worker who is to have it."""

    customer_id: int
    legal_entity: LegalEntity
    worker_id: int
    worker: WorkerDraft
    since: datetime | None


class Books:
    """Puts customers into the books of workers. Each move is a line of the audit.

    Whoever had them has them no longer, unless customers may be in several books: then the others keep them.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._company = Company(run)
        self._accounts = Accounts(run, self._company)
        self._staff = Staff(run)
        self._books: dict[tuple[int, int], int] = {}
        self._held: dict[int, Held] = {}
        self._further: dict[tuple[int, str], Held] = {}
        self._are_several: dict[int, bool] = {}
        self._entities_of_stores = {s.id: s.legal_entity.id for s in companies.stores(run.transaction)}

    def take(self, rows: list[Row]) -> None:
        self._accounts.load(rows)
        self._staff.load(rows)
        self._held = books.holdings(self._run.transaction, self._accounts.ids)
        self._further = books.further(self._run.transaction, self._accounts.ids)
        moved: list[tuple[Held, int, datetime]] = []
        for draft in self._run.readable(rows, self._read):
            before, number = self._before(draft), draft.worker.personnel_number
            stays = before.personnel_number == number
            since = draft.since or (before.since if stays and before.since else self._run.at)
            if not stays:
                self._run.writing.note(HOLDER, draft.customer_id, before.personnel_number, number)
            elif since != before.since:
                self._run.writing.note("holder since", draft.customer_id, str(before.since), str(since))
            if since != before.since or not stays:
                moved.append((before, self._book(draft), since))
                self._remember(before, draft, since)
            self._run.count(before=before.personnel_number, changed=since != before.since or not stays)
        books.save_holdings(self._run.transaction, moved)

    def _before(self, draft: Draft) -> Held:
        """What is so far: the holding that the draft is about, or that there is none."""
        held, number = self._held[draft.customer_id], draft.worker.personnel_number
        if held.book_id is None or held.personnel_number == number or not self._several(draft.legal_entity):
            return held
        joining = replace(held, book_id=None, since=None, personnel_number=None, is_primary=False)
        return self._further.get((draft.customer_id, number), joining)

    def _remember(self, before: Held, draft: Draft, since: datetime) -> None:
        number = draft.worker.personnel_number
        now = replace(before, book_id=self._book(draft), since=since, personnel_number=number)
        if before.is_primary:
            self._held[draft.customer_id] = now
        else:
            self._further[draft.customer_id, number] = now

    def _several(self, entity: LegalEntity) -> bool:
        if entity.id not in self._are_several:
            self._are_several[entity.id] = are_several_allowed(self._run.transaction, entity.id)
        return self._are_several[entity.id]

    def _book(self, draft: Draft) -> int:
        """The worker's book in the legal entity, made when it is first needed."""
        place = (draft.legal_entity.id, draft.worker_id)
        if place not in self._books:
            book = client_books.find(self._run.transaction, *place)
            if book is None:
                book = client_books.make(self._run.transaction, *place, draft.worker.name)
                self._run.writing.note("client book", None, None, book.code)
            self._books[place] = book.id
        return self._books[place]

    def _read(self, row: Row) -> Draft:
        customer_id, entity = self._accounts.of(row)
        known = self._staff.of(row)
        if known is None:
            raise Invalid("personnel_number", mark("Please fill this in."))
        worker_id, worker = known
        if self._held[customer_id].personnel_number != worker.personnel_number:
            self._check_takes(worker, entity)
        since = row.moment("since", UTC)
        self._run.once((customer_id, worker_id) if self._several(entity) else customer_id, row, "account_number")
        return Draft(customer_id, entity, worker_id, worker, since)

    def _check_takes(self, worker: WorkerDraft, entity: LegalEntity) -> None:
        """Raise `Invalid` unless the worker can get customers of a legal entity."""
        if entity.id not in {self._entities_of_stores[store_id] for store_id in worker.store_ids}:
            raise Invalid(
                "personnel_number",
                mark("{worker} does not work in {store}."),
                worker=worker.name,
                store=entity.name,
            )
        if worker.employed_until is not None and worker.employed_until < self._run.at.date():
            raise Invalid("personnel_number", mark("{worker} does not work here any more."), worker=worker.name)


def in_turn(transaction: Transaction, at: datetime) -> Iterator[dict[str, str]]:
    """Rows that give the customers of each store, by account number, to its associates in turn.

    Customers who are in a book stay in it. Stores without associates give nobody.
    """
    associates = books.associates(transaction, setup.ASSOCIATE, at.date())
    given: set[tuple[str, str]] = set()
    turns: dict[int, int] = {}
    for store_id, entity, account, holder in books.customers_by_store(transaction):
        staff = associates.get(store_id, [])
        if not staff or (entity, account) in given:
            continue
        given.add((entity, account))
        turns[store_id] = turns.get(store_id, -1) + 1
        number = holder or staff[turns[store_id] % len(staff)]
        yield {"account_number": account, "legal_entity": entity, "personnel_number": number}
