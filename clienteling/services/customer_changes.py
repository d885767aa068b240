"""Creating and editing customers (612, 623), with a look at who they may be already."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from clienteling.database import attributes, company, customers, drafts, duplicates, edits, numbering
from clienteling.database.company import CUSTOMER_SEQUENCE
from clienteling.database.engine import Transaction
from clienteling.database.imports import customers as files
from clienteling.domain.attribute import Attribute, AttributeGroup, AttributeType, Value, parse_value
from clienteling.domain.audit import Changes
from clienteling.domain.customer import Customer, CustomerKind
from clienteling.domain.customer_draft import CustomerDraft, draft_of, new_draft, value_text, without_values
from clienteling.domain.customer_reading import WrongFields, identity_in, validated
from clienteling.domain.duplicates import Likely, likely
from clienteling.domain.errors import Invalid, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services import customer_form
from clienteling.services.book_changes import BookChanges
from clienteling.services.customer_form import CustomerForm, Edited, KeptForm
from clienteling.services.importing.customer_change import changed_fields
from clienteling.services.importing.customer_file import new_customer
from clienteling.services.operations import Operations, Writing

MOST_LIKELY = 3

_DRAFT = "customer"
_NOBODY = mark("There is no such customer in this company.")
_CHANGES_FILES = frozenset({Operation.CUSTOMER_EDIT, Operation.IMPORT, Operation.SET_UP, Operation.CUSTOMER_ADD})


@dataclass(frozen=True, slots=True)
class Saved:
    """A customer that was stored. `book_record_id` can be undone: it put the customer into the worker's book."""

    customer: Customer
    changes: Changes
    book_record_id: int | None = None


class CustomerChanges:
    """Customers of the session's legal entity, from what was typed into a form."""

    def __init__(self, operations: Operations, books: BookChanges) -> None:
        self._operations = operations
        self._books = books

    def form(self, session: Session, customer_id: int | None = None) -> CustomerForm:
        """What the form of a customer, or of a new one, begins with, and what was typed and not saved."""
        entity = session.legal_entity

        def work(transaction: Transaction) -> CustomerForm:
            groups = _groups(transaction, entity.id)
            kept = drafts.find(transaction, _place(session, customer_id))
            if customer_id is None:
                customer, edit = None, None
                blank = new_draft(CustomerKind.PERSON, entity.country, "")
                draft = replace(blank, values=_defaults(transaction, groups))
            else:
                customer = _find(transaction, session, customer_id)
                draft = draft_of(customer, _values(transaction, customer_id, groups), entity.country)
                edit = edits.latest(transaction, customer_id, _CHANGES_FILES)
            return CustomerForm(
                customer,
                draft,
                groups,
                customer_form.read(kept[0]) if kept else None,
                kept and kept[1],
                Edited(edit) if edit else None,
            )

        return self._operations.read(session, _operation(customer_id), work)

    def keep(self, session: Session, customer_id: int | None, form: KeptForm) -> Changes:
        """Put by what is typed, for this worker. A form in which nothing was typed is let go."""
        place, at = _place(session, customer_id), self._operations.clock()
        text = "" if form.is_blank else customer_form.written(form)
        self._operations.database.write(lambda t: drafts.keep_or_drop(t, place, text, at))
        return Changes(frozenset())

    def likely_duplicates(
        self, session: Session, draft: CustomerDraft, customer_id: int | None = None
    ) -> tuple[Likely, ...]:
        """Customers who may be the one in the form, best first, without those who were said to be somebody else."""
        identity = identity_in(draft, session.legal_entity.country)

        def work(transaction: Transaction) -> tuple[Likely, ...]:
            found = set(duplicates.candidates(transaction, session.legal_entity.id, identity)) - set(draft.strangers)
            if customer_id is not None:
                found -= {customer_id} | duplicates.strangers_of(transaction, customer_id)
            return likely(duplicates.compared(transaction, sorted(found), identity))[:MOST_LIKELY]

        return self._operations.read(session, _operation(customer_id), work)

    def create(
        self,
        session: Session,
        draft: CustomerDraft,
        *,
        add_to_book: bool = False,
        aside: CustomerDraft | None = None,
    ) -> Saved:
        """Store a new customer of the session's store, and put them into the worker's book if asked to.

        Raises `WrongFields`. `aside` is a form that was begun before, which is kept in place of this one.
        """
        entity, saved = session.legal_entity, list[Saved]()

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            known = _attributes(_groups(transaction, entity.id))
            blank = new_customer(0, entity, "")
            after, values = self._read(session, draft, blank, known)
            if numbering.ensure_sequence(transaction, entity):
                writing.note("number sequence", None, None, f"{entity.code} {CUSTOMER_SEQUENCE}")
            account = numbering.next_account(transaction, entity)
            after = replace(
                after, id=transaction.key(), account_number=account, since=_today(self._operations, session)
            )
            _check_cards(transaction, draft, after.id)
            files.add(transaction, [after], writing.at)
            books = company.customer_address_books(transaction, session.store.id)
            files.add_to_address_books(transaction, [(after.id, book) for book in books])
            writing.note("customer", after.id, None, account)
            _set_values(writing, after.id, known, {}, values)
            _note_consents(writing, blank, after)
            self._settle(writing, session, None, draft, after.id)
            if aside is not None:
                form = KeptForm(aside, new_draft(CustomerKind.PERSON, entity.country, ""))
                drafts.keep(transaction, _place(session, None), customer_form.written(form), writing.at)
            record_id = None
            if add_to_book:
                record_id = self._operations.also(
                    writing,
                    Operation.ADD_TO_CLIENT_BOOK,
                    lambda adding: self._books.take(adding, session, [after.id]),
                )
            saved[:] = [Saved(after, Changes(frozenset()), record_id)]

        changes = self._operations.write(session, Operation.CUSTOMER_ADD, work)
        return replace(saved[0], changes=changes)

    def edit(self, session: Session, customer_id: int, draft: CustomerDraft, version: int) -> Saved:
        """Store what was changed of a customer whose form was made from `version`.

        Raises `WrongFields`, and `Edited` if somebody else has changed the customer since.
        """
        saved: list[Saved] = []

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            before = _find(transaction, session, customer_id)
            if before.version != version:
                raise Edited(edits.latest(transaction, customer_id, _CHANGES_FILES))
            groups = _groups(transaction, session.legal_entity.id)
            known, old = _attributes(groups), _values(transaction, customer_id, groups)
            same = [name for name in known if _text(old.get(name)) == draft.values.get(name, "").strip()]
            after, values = self._read(session, without_values(draft, same), before, known)
            if after != before or values:
                after = replace(after, version=version + 1)
                _check_cards(transaction, draft, after.id)
                files.change(transaction, [(before, after)], writing.at)
                for name, was, now in changed_fields(before, after):
                    writing.note(name, customer_id, was, now)
                _set_values(writing, customer_id, known, old, values)
            self._settle(writing, session, customer_id, draft, customer_id)
            saved[:] = [Saved(after, Changes(frozenset()))]

        changes = self._operations.write(session, Operation.CUSTOMER_EDIT, work)
        return replace(saved[0], changes=changes)

    def _read(
        self, session: Session, draft: CustomerDraft, before: Customer, known: Mapping[str, Attribute]
    ) -> tuple[Customer, dict[str, Value | None]]:
        today = _today(self._operations, session)
        return validated(draft, before, session.legal_entity.country, today, known)

    def _settle(
        self, writing: Writing, session: Session, form_of: int | None, draft: CustomerDraft, customer_id: int
    ) -> None:
        """Remember who is somebody else, and let the form go."""
        transaction = writing.transaction
        there = customers.those_there(transaction, session.legal_entity.id, draft.strangers)
        apart = duplicates.keep_apart(transaction, customer_id, there, session.worker.id, writing.at)
        for account in customers.account_numbers(transaction, apart):
            writing.note("somebody else", customer_id, None, account)
        drafts.drop(transaction, _place(session, form_of))


def _operation(customer_id: int | None) -> Operation:
    return Operation.CUSTOMER_ADD if customer_id is None else Operation.CUSTOMER_EDIT


def _place(session: Session, customer_id: int | None) -> drafts.Place:
    return session.worker.id, session.legal_entity.id, _DRAFT, customer_id or 0


def _find(transaction: Transaction, session: Session, customer_id: int) -> Customer:
    customer = customers.find(transaction, session.legal_entity.id, customer_id)
    if customer is None:
        raise NotFound(_NOBODY)
    return customer


def _groups(transaction: Transaction, legal_entity_id: int) -> tuple[AttributeGroup, ...]:
    """The attribute groups of a legal entity, without what comes from the customer's file."""
    return tuple(
        replace(group, members=tuple(a for a in group.members if a.type is not AttributeType.REFERENCE))
        for group in attributes.groups_in_use(transaction, legal_entity_id)
        if group is not None
    )


def _attributes(groups: tuple[AttributeGroup, ...]) -> dict[str, Attribute]:
    return {attribute.name: attribute for group in groups for attribute in group.members}


def _defaults(transaction: Transaction, groups: tuple[AttributeGroup, ...]) -> dict[str, str]:
    """What the form of a new customer begins with; a default that is no value any more is left out."""
    known, found = _attributes(groups), {}
    for name, text in attributes.defaults(transaction).items():
        with suppress(Invalid):
            if name in known:
                found[name] = value_text(parse_value(known[name], text))
    return found


def _values(transaction: Transaction, customer_id: int, groups: tuple[AttributeGroup, ...]) -> dict[str, Value | None]:
    known = _attributes(groups)
    found = attributes.values(transaction, [customer_id], known.values())
    return {name: found.get((customer_id, attribute.id)) for name, attribute in known.items()}


def _set_values(
    writing: Writing,
    customer_id: int,
    known: Mapping[str, Attribute],
    old: Mapping[str, Value | None],
    values: Mapping[str, Value | None],
) -> None:
    """Store the values that are others than before, and note each."""
    changed = {name: value for name, value in values.items() if value != old.get(name)}
    attributes.set_values(
        writing.transaction, {(customer_id, known[name].id): value for name, value in changed.items()}
    )
    for name, value in changed.items():
        was = old.get(name)
        writing.note(name, customer_id, None if was is None else _text(was), None if value is None else _text(value))


def _text(value: Value | None) -> str:
    return "" if value is None else value_text(value)


def _note_consents(writing: Writing, before: Customer, after: Customer) -> None:
    """Each answer stands in the record, with till and worker."""
    for name, was, now in changed_fields(before, after):
        if name == "consents":
            writing.note(name, after.id, was, now)


def _check_cards(transaction: Transaction, draft: CustomerDraft, customer_id: int) -> None:
    """A loyalty card belongs to one customer."""
    numbers = [card.strip() for card in draft.cards]
    holders = files.card_holders(transaction, [number for number in numbers if number])
    problems = [
        Invalid(
            f"cards.{place}",
            mark("The card {card} is that of customer {account}."),
            card=number,
            account=holders[number][1],
        )
        for place, number in enumerate(numbers)
        if number in holders and holders[number][0] != customer_id
    ]
    if problems:
        raise WrongFields(problems)


def _today(operations: Operations, session: Session) -> date:
    return operations.clock().astimezone(ZoneInfo(session.store.time_zone)).date()
