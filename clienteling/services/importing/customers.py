"""Takes customers: their files, home stores and attribute values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from clienteling.database import attributes
from clienteling.database import company as companies
from clienteling.database.imports import company as stores
from clienteling.database.imports import customers, values
from clienteling.database.imports.timeline import NoteDraft
from clienteling.database.imports.values import Parts
from clienteling.domain.attribute import Attribute, AttributeType, parse_value
from clienteling.domain.company import LegalEntity
from clienteling.domain.customer import Customer
from clienteling.domain.errors import Invalid, mark
from clienteling.services.importing.customer_change import described
from clienteling.services.importing.customer_file import new_customer, read_customer
from clienteling.services.importing.customer_notes import CustomerNotes
from clienteling.services.importing.customer_numbers import CustomerNumbers
from clienteling.services.importing.references import Company
from clienteling.services.importing.row import Row
from clienteling.services.importing.run import Run

CUSTOMER = "customer"
ATTRIBUTE = "attribute."


@dataclass(frozen=True, slots=True)
class Draft:
    """A customer before (None: a new one) and after a row, the address books it joins, its new values and note."""

    before: Customer | None
    after: Customer
    address_books: frozenset[int]
    values: Mapping[str, tuple[Parts, Parts]]
    note: NoteDraft | None = None

    @property
    def differs(self) -> bool:
        return self.file_differs or self.note is not None

    @property
    def file_differs(self) -> bool:
        return self.before != self.after or bool(self.address_books) or bool(self.values)


class Customers:
    """Customers by legal entity and account number. A change makes a new version, and is a line of the audit.

    Where a row has no account number but an external ID, that decides who is meant; new ones get the next number.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._company = Company(run)
        self._attributes = attributes.all_attributes(run.transaction)
        self._books = self._books_of_stores()
        self._stored: dict[tuple[int, str], Customer] = {}
        self._in_books: dict[int, set[int]] = {}
        self._values: dict[tuple[int, int], Parts] = {}
        self._cards: dict[str, tuple[int, str]] = {}
        self._notes = CustomerNotes(run)
        self._numbers = CustomerNumbers(run)

    def take(self, rows: list[Row]) -> None:
        rows = self._without_merged(rows)
        self._load(rows)
        drafts = self._run.readable(rows, self._read)
        new = [d for d in drafts if d.before is None]
        changed = [(d.before, d) for d in drafts if d.before is not None and d.file_differs]
        transaction = self._run.transaction
        customers.change(transaction, [(before, d.after) for before, d in changed], self._run.at)
        customers.add(transaction, [d.after for d in new], self._run.at)
        customers.add_to_address_books(transaction, [(d.after.id, book) for d in drafts for book in d.address_books])
        self._save_values(drafts)
        self._numbers.save()
        self._notes.save(draft.note for draft in drafts if draft.note is not None)
        for draft in drafts:
            self._run.count(before=draft.before, changed=draft.differs)
            self._note(draft)

    def _without_merged(self, rows: list[Row]) -> list[Row]:
        """Leave out those whose file went into another one: the file that was kept says what is true now."""
        merged = customers.merged_accounts(self._run.transaction, sorted({row.peek("account_number") for row in rows}))
        if not merged:
            return rows
        left = [row for row in rows if not self._is_merged(row, merged)]
        for _ in range(len(rows) - len(left)):
            self._run.count(before=merged, changed=False)
        return left

    def _is_merged(self, row: Row, merged: set[tuple[int, str]]) -> bool:
        try:
            return (self._company.entity(row).id, row.peek("account_number")) in merged
        except Invalid:
            return False

    def _load(self, rows: list[Row]) -> None:
        """Read what is stored of the customers that rows are about."""
        by_entity: dict[int, list[Row]] = {}
        for row in rows:
            try:
                entity = self._company.named_entity(row)
            except Invalid:
                continue
            if entity is not None:
                by_entity.setdefault(entity.id, []).append(row)
        wanted = {entity_id: self._numbers.load(entity_id, of_entity) for entity_id, of_entity in by_entity.items()}
        self._stored = {
            (entity_id, account): customer
            for entity_id, accounts in wanted.items()
            for account, customer in customers.find(self._run.transaction, entity_id, sorted(accounts)).items()
        }
        ids = [customer.id for customer in self._stored.values()]
        self._in_books = customers.address_books(self._run.transaction, ids)
        self._notes.load(ids, rows)
        used = {column for row in rows for column in row.beginning_with(ATTRIBUTE)}
        known = [a.id for name, a in self._attributes.items() if ATTRIBUTE + name in used]
        self._values = values.attribute_values(self._run.transaction, ids, known) if known else {}
        cards = {card for row in rows for card in row.peek("loyalty_card").split("|")}
        self._cards = customers.card_holders(self._run.transaction, sorted({card.strip() for card in cards} - {""}))

    def _read(self, row: Row) -> Draft:
        entity = self._company.entity(row)
        account = self._numbers.of(row, entity)
        before = self._stored.get((entity.id, account))
        old = before or new_customer(self._run.transaction.key(), entity, account)
        after = read_customer(row, old, entity)
        given = self._values_of(row, old.id)
        joined = self._joined(row, entity) - self._in_books.get(old.id, set())
        note = self._notes.read(row, old.id)
        self._check_cards(after)
        if not account:
            after = replace(after, account_number=self._numbers.give(row, entity, old.id))
        self._run.once((entity.id, after.account_number), row, "account_number")
        if before is not None and (after != before or given or joined):
            after = replace(after, version=before.version + 1)
        self._own_cards(old, after)
        return Draft(before, after, frozenset(joined), given, note)

    def _values_of(self, row: Row, customer_id: int) -> dict[str, tuple[Parts, Parts]]:
        """The values that are others than before, by the attribute's name: (before, after)."""
        found: dict[str, tuple[Parts, Parts]] = {}
        for column in row.beginning_with(ATTRIBUTE):
            name = column.removeprefix(ATTRIBUTE)
            if name not in self._attributes:
                raise Invalid(column, mark("There is no attribute “{name}”. Import the attributes first."), name=name)
            attribute = self._attributes[name]
            after = stored_value(row, column, attribute)
            before = self._values.get((customer_id, attribute.id), ())
            if after != before:
                found[name] = (before, after)
        return found

    def _save_values(self, drafts: list[Draft]) -> None:
        new: dict[tuple[int, int], Parts] = {}
        replaced: list[tuple[int, int]] = []
        for draft in drafts:
            for name, (before, after) in draft.values.items():
                place = (draft.after.id, self._attributes[name].id)
                new[place] = after
                if before:
                    replaced.append(place)
        values.set_attribute_values(self._run.transaction, new, replaced)

    def _books_of_stores(self) -> dict[str, frozenset[int]]:
        """The customer address books of each store, by its code."""
        transaction = self._run.transaction
        return {
            code: frozenset(companies.address_book(transaction, book, book) for book in draft.customer_books)
            for code, (_, draft) in stores.stores(transaction).items()
        }

    def _joined(self, row: Row, entity: LegalEntity) -> set[int]:
        """The customer address books of the home store."""
        store = self._company.store(row)
        if store is None:
            return set()
        if store.legal_entity.id != entity.id:
            raise Invalid(
                "store",
                mark("{store} belongs to {company}."),
                store=store.name,
                company=store.legal_entity.name,
            )
        return set(self._books[store.code])

    def _check_cards(self, customer: Customer) -> None:
        for card in customer.loyalty_cards:
            holder, account = self._cards.get(card, (customer.id, ""))
            if holder != customer.id:
                raise Invalid(
                    "loyalty_card",
                    mark("The card {card} is that of customer {account}."),
                    card=card,
                    account=account,
                )

    def _own_cards(self, before: Customer, after: Customer) -> None:
        """Remember whose cards they are from now on, for the rows that follow."""
        for card in before.loyalty_cards:
            if card not in after.loyalty_cards:
                self._cards.pop(card, None)
        for card in after.loyalty_cards:
            self._cards[card] = (after.id, after.account_number)

    def _note(self, draft: Draft) -> None:
        if draft.before is None:
            self._run.writing.note(CUSTOMER, draft.after.id, None, draft.after.account_number)
        elif draft.file_differs:
            before, after = described(draft.before, draft.after, draft.values)
            self._run.writing.note(CUSTOMER, draft.after.id, before, after)


def stored_value(row: Row, column: str, attribute: Attribute) -> Parts:
    """A cell as the value of an attribute, the way it is stored; nothing for an empty cell."""
    text = row.plain(column, attribute.type)
    if not text:
        return ()
    if attribute.type is AttributeType.REFERENCE:
        raise Invalid(column, mark("This value comes from the customer's file and is changed there."))
    try:
        return attributes.stored(parse_value(attribute, text))
    except Invalid as problem:
        raise Invalid(column, problem.template, **problem.values) from None
