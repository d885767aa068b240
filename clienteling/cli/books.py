"""`book list`, `book add`, `book remove` and `book reassign`."""

from argparse import Namespace
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from clienteling.cli import documents
from clienteling.cli.access import people, reader_for, signed_in
from clienteling.cli.answers import Answer
from clienteling.cli.readable import Reader, counted
from clienteling.cli.tables import DASH, pairs, table
from clienteling.domain.errors import Invalid, NotFound, mark
from clienteling.domain.filter_text import are_named, parse_filters, parse_sort
from clienteling.domain.filters import FIELDS, HOLDER, Facet, OneOf, Query
from clienteling.domain.operations import Operation
from clienteling.domain.saved_view import SavedView
from clienteling.domain.text import fold
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.domain.book import BookSize
    from clienteling.domain.card import Card
    from clienteling.domain.worker import Session
    from clienteling.services.books import View
    from clienteling.services.open_book import Found
    from clienteling.services.services import Services


def show_book(arguments: Namespace, settings: Settings) -> Answer:
    """The customers of the own book, or of all books of the store."""
    from clienteling.services.books import View

    view = View.STORE if arguments.store else View.MINE
    with signed_in(arguments, settings) as (services, session):
        query = query_of(services, session, view, arguments)
        found = services.books.find(session, view, query, more=arguments.facets)
        ids = [int(key) for key in found.ids[: arguments.limit]]
        cards = tuple(card for batch in _batches(ids) for card in services.books.cards(session, view, batch))
        workers = people(services, {one.worker_id for card in cards if card.holder for one in card.holder.all})
        document: documents.Document = {
            "view": view.value,
            "store": session.store.code,
            "total": found.of,
            "found": len(found.ids),
            "customers": [documents.card(card, workers) for card in cards],
        }
        if arguments.facets:
            document["facets"] = [documents.facet(facet) for facet in found.facets]
        reader = reader_for(services, session)
        parts = [_cards_text(cards, reader, with_holder=view is View.STORE), _count_text(found, len(cards))]
        if arguments.facets:
            parts.append(pairs([(f.label, reader.facet(f)) for f in found.facets if f.key not in FIELDS]))
        return Answer(document, "\n\n".join(part for part in parts if part))


def add(arguments: Namespace, settings: Settings) -> Answer:
    """Put customers into the own book."""
    accounts = tuple(dict.fromkeys(arguments.accounts))
    with signed_in(arguments, settings, Operation.ADD_TO_CLIENT_BOOK) as (services, session):
        ids = services.customers.by_account(session, accounts)
        changes = services.book_changes.add(session, ids)
        added = [account for account, key in zip(accounts, ids, strict=True) if key in changes.customer_ids]
        already = [account for account in accounts if account not in added]
        shared = _others(services, [key for key in ids if key in changes.customer_ids], session.worker.id)
        document: documents.Document = {"added": added, "already_there": already, "record": _record(changes.record_id)}
        if any(shared):
            document["also_held_by"] = {account: names for account, names in zip(added, shared, strict=True) if names}
        text = f"{counted(len(added), 'customer', 'customers')} added to your client book."
        if count := sum(bool(names) for names in shared):
            colleagues = ", ".join(dict.fromkeys(name for names in shared for name in names))
            text += f" {counted(count, 'is', 'are')} in the client book of {colleagues}, too."
        if already:
            text += f" {counted(len(already), 'was', 'were')} in it already."
        return Answer(document, text)


def remove(arguments: Namespace, settings: Settings) -> Answer:
    """Take customers out of the own book."""
    accounts = tuple(dict.fromkeys(arguments.accounts))
    with signed_in(arguments, settings, Operation.REMOVE_FROM_CLIENT_BOOK) as (services, session):
        changes = services.book_changes.remove(session, services.customers.by_account(session, accounts))
        document = {"removed": list(accounts), "record": _record(changes.record_id)}
        return Answer(document, f"{counted(len(accounts), 'customer', 'customers')} removed from your client book.")


def reassign(arguments: Namespace, settings: Settings) -> Answer:
    """Move customers from one worker's book to another's, all of them or none."""
    operations = (Operation.REASSIGN, Operation.VIEW_STORE_CLIENT_BOOKS)
    with signed_in(arguments, settings, *operations) as (services, session):
        colleagues = {size.personnel_number: size for size in services.books.colleagues(session)}
        giver = _colleague("from", arguments.giver, colleagues, session)
        taker = _colleague("to", arguments.taker, colleagues, session)
        ids = _to_move(services, session, arguments, giver)
        changes = services.book_changes.reassign(session, ids, giver.worker_id, taker.worker_id, arguments.reason)
        document = {
            "reassigned": _accounts(services, ids),
            "from": {"worker": giver.personnel_number, "name": giver.name},
            "to": {"worker": taker.personnel_number, "name": taker.name},
            "reason": arguments.reason,
            "record": _record(changes.record_id),
        }
        moved = counted(len(ids), "customer", "customers")
        return Answer(document, f"{moved} moved from {giver.name} to {taker.name}.")


def query_of(services: "Services", session: "Session", view: "View", arguments: Namespace) -> Query:
    """What --view asks of a view, or else --filter and --sort; where both say something, these."""
    query = saved_view(services, session, view, arguments.saved).query if arguments.saved else Query()
    if arguments.filters:
        facets = _facets(services, session, view, arguments.filters)
        for criterion in parse_filters(arguments.filters, facets).criteria:
            query = query.with_criterion(criterion)
    if not arguments.sort:
        return query
    books = services.books
    definitions = (*books.definitions(session), *books.more_definitions(session))
    sort, descending = parse_sort(arguments.sort, definitions, session.worker.language)
    return Query(query.criteria, sort, descending)


def saved_view(services: "Services", session: "Session", view: "View", name: str) -> SavedView:
    """The view of this name, the own one before that of somebody else. Raises `NotFound`, and `Invalid` with field
    "view" if it asks for something that is not there any more.
    """
    known = services.views.list(session, view)
    found = next((saved for saved in known if fold(saved.name) == fold(name)), None)
    if found is None and not known:
        raise NotFound(mark("There is no view “{name}” here."), name=name)
    if found is None:
        choices = ", ".join(saved.name for saved in known)
        raise NotFound(mark("There is no view “{name}” here. There are: {choices}."), name=name, choices=choices)
    if found.lost:
        message = mark("The view “{name}” asks for what is not there any more: {lost}. Please save it anew.")
        raise Invalid("view", message, name=found.name, lost=", ".join(found.lost))
    return found


def _facets(services: "Services", session: "Session", view: "View", filters: Sequence[str]) -> tuple[Facet, ...]:
    """What a view is filtered by; what happened with customers is read only if one of the filters is about it."""
    facets = services.books.find(session, view, Query()).facets
    return facets if are_named(filters, facets) else services.books.find(session, view, Query(), more=True).facets


def _to_move(services: "Services", session: "Session", arguments: Namespace, giver: "BookSize") -> list[int]:
    """Who is to be reassigned: the accounts that are named, those that the filters let through, or those of both."""
    from clienteling.services.books import View

    named = frozenset(services.customers.by_account(session, arguments.accounts))
    if named and not arguments.filters:
        return list(named)
    facets = _facets(services, session, View.STORE, arguments.filters)
    # Whose customers they are is said by --from.
    query = parse_filters(arguments.filters, [f for f in facets if f.key != HOLDER]).with_criterion(
        OneOf(HOLDER, frozenset({str(giver.worker_id)}))
    )
    found = services.books.find(session, View.STORE, query).ids
    ids = [key for key in map(int, found) if not named or key in named]
    if not ids:
        raise NotFound(mark("No such customer is in the client book of {worker}."), worker=giver.name)
    return ids


def colleague(services: "Services", session: "Session", number: str, field: str = "worker") -> "BookSize":
    """The colleague of the store who has this number. Raises `Invalid` at `field` with all there are."""
    colleagues = {size.personnel_number: size for size in services.books.colleagues(session)}
    return _colleague(field, number, colleagues, session)


def _colleague(field: str, number: str, colleagues: dict[str, "BookSize"], session: "Session") -> "BookSize":
    found = colleagues.get(number.strip())
    if found is None:
        choices = ", ".join(f"{size.personnel_number} {size.name}" for size in colleagues.values())
        raise Invalid(
            field,
            mark("The books of {store} have no worker “{number}”. There are: {choices}."),
            store=session.store.name,
            number=number,
            choices=choices,
        )
    return found


def _accounts(services: "Services", ids: Sequence[int]) -> list[str]:
    from clienteling.database import books

    known: dict[int, str] = {}
    for batch in _batches(ids):
        contacts = services.database.read(partial(books.contacts, customer_ids=batch))
        known |= {key: account for key, (account, *_) in contacts.items()}
    return [known[key] for key in ids]


def _others(services: "Services", ids: Sequence[int], worker_id: int) -> list[list[str]]:
    """Who else has each of the customers, by name."""
    from clienteling.database import books

    known: dict[int, list[str]] = {}
    for batch in _batches(ids):
        holders = services.database.read(partial(books.holders, customer_ids=batch))
        known |= {key: [one.name for one in h.all if one.worker_id != worker_id] for key, h in holders.items()}
    return [known.get(key, []) for key in ids]


def _batches(ids: Sequence[int]) -> list[list[int]]:
    """`ids` in lists that fit into one statement."""
    from clienteling.database.books import batches

    return list(batches(ids))


def _cards_text(cards: Sequence["Card"], reader: Reader, *, with_holder: bool) -> str:
    if not cards:
        return ""
    labels = [value.definition.attribute.label(reader.language) for value in cards[0].properties]
    heads = ["Account", "Name", "Phone", "E-mail", "Score", *labels, *(["Holder"] if with_holder else [])]
    rows = [
        [
            card.account_number,
            card.name,
            card.phone or DASH,
            card.email or DASH,
            str(card.score.value) if card.score else DASH,
            *(reader.property(value) for value in card.properties),
            *([card.holder.name if card.holder else DASH] if with_holder else []),
        ]
        for card in cards
    ]
    return table(heads, rows, right=[4])


def _count_text(found: "Found", shown: int) -> str:
    if len(found.ids) < found.of:
        text = f"{len(found.ids):,} of {counted(found.of, 'customer', 'customers')}"
    else:
        text = counted(found.of, "customer", "customers")
    return f"{text}." if shown == len(found.ids) else f"{text}; the first {shown:,} are shown, --limit shows more."


def _record(key: int | None) -> str | None:
    """A record's key as text: JSON readers lose digits of numbers as long as this."""
    return None if key is None else str(key)
