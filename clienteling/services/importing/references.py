"""What the cells of a row refer to: legal entities, stores, workers, customers, products."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from clienteling.database import company
from clienteling.database.imports import company as imported_company
from clienteling.database.imports import customers
from clienteling.domain.company import LegalEntity, Store
from clienteling.domain.errors import Invalid, mark
from clienteling.services.importing.row import Row
from clienteling.services.importing.run import Run

LONGEST_CODE = 60
LONGEST_ACCOUNT = 100


class Company:
    """The legal entities and stores there are."""

    def __init__(self, run: Run) -> None:
        self._default = run.legal_entity
        self._default_store = run.store
        self._entities = {entity.code: entity for entity in company.legal_entities(run.transaction)}
        self._stores = {store.code: store for store in company.stores(run.transaction)}
        self.entities = {entity.id: entity for entity in self._entities.values()}
        if self._default and self._default not in self._entities:
            raise Invalid("legal_entity", mark("There is no legal entity “{code}”."), code=self._default)
        if self._default_store and self._default_store not in self._stores:
            raise Invalid("store", mark("There is no store “{code}”."), code=self._default_store)

    def named_entity(self, row: Row) -> LegalEntity | None:
        """The legal entity that the row names, or else the one that is meant where none is named; None for neither."""
        code = row.text("legal_entity", longest=LONGEST_CODE) or self._default
        if not code:
            return None
        if code not in self._entities:
            raise Invalid("legal_entity", mark("There is no legal entity “{code}”."), code=code)
        return self._entities[code]

    def entity(self, row: Row) -> LegalEntity:
        named = self.named_entity(row)
        if named is None:
            raise Invalid("legal_entity", mark("Please fill this in."))
        return named

    def store(self, row: Row) -> Store | None:
        """The store that the row names, or else the one that is meant where none is named; None for neither."""
        code = row.text("store", longest=LONGEST_CODE) or self._default_store
        return self.store_of("store", code) if code else None

    def store_of(self, column: str, code: str) -> Store:
        if code not in self._stores:
            raise Invalid(column, mark("There is no store “{code}”."), code=code)
        return self._stores[code]


class Accounts:
    """The customers that rows name by account number, in a legal entity or, if there is only one, in any."""

    def __init__(self, run: Run, places: Company) -> None:
        self._run = run
        self._company = places
        self._found: dict[str, dict[int, int]] = {}

    def load(self, rows: Iterable[Row]) -> None:
        """Look up the customers of some rows."""
        numbers = {row.peek("account_number") for row in rows} - {""}
        self._found = customers.keys(self._run.transaction, list(self._company.entities), sorted(numbers))

    @property
    def ids(self) -> list[int]:
        """The keys of all customers that were found."""
        return [key for found in self._found.values() for key in found.values()]

    def of(self, row: Row) -> tuple[int, LegalEntity]:
        """The customer's key, and the legal entity."""
        number = row.text("account_number", longest=LONGEST_ACCOUNT, required=True)
        found = self._found.get(number, {})
        entity = self._company.named_entity(row)
        if entity is not None:
            if entity.id in found:
                return found[entity.id], entity
            raise Invalid(
                "account_number",
                mark("There is no customer “{account}” in {company}."),
                account=number,
                company=entity.name,
            )
        if not found:
            raise Invalid("account_number", mark("There is no customer “{account}”."), account=number)
        if len(found) > 1:
            raise Invalid(
                "account_number",
                mark("Several legal entities have a customer “{account}”. Say which is meant."),
                account=number,
            )
        ((entity_id, key),) = found.items()
        return key, self._company.entities[entity_id]


class Staff:
    """The workers that rows name by personnel number."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._found: dict[str, tuple[int, imported_company.WorkerDraft]] = {}

    def load(self, rows: Iterable[Row]) -> None:
        """Look up the workers of some rows."""
        numbers = {row.peek("personnel_number") for row in rows} - {""}
        self._found = imported_company.workers(self._run.transaction, sorted(numbers))

    def of(self, row: Row) -> tuple[int, imported_company.WorkerDraft] | None:
        """The worker's key and file; None if the row names nobody."""
        number = row.text("personnel_number", longest=LONGEST_CODE)
        if not number:
            return None
        if number not in self._found:
            raise Invalid("personnel_number", mark("There is no worker {number}."), number=number)
        return self._found[number]


def zone_of(store: Store | None) -> ZoneInfo:
    """The time zone that counts where a moment names none: the store's, or UTC."""
    return ZoneInfo(store.time_zone if store else "UTC")
