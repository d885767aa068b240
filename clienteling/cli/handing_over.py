"""`book split`, `book primary`, `book leavers`, `book lend`, `book lent` and `book return`."""

from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING

from clienteling.cli.access import signed_in
from clienteling.cli.answers import Answer
from clienteling.cli.books import colleague
from clienteling.cli.documents import Document
from clienteling.cli.follow_ups import due_of
from clienteling.cli.readable import counted
from clienteling.cli.tables import table
from clienteling.domain.errors import NotFound, mark

if TYPE_CHECKING:
    from clienteling.domain.cover import Cover
    from clienteling.settings import Settings


def split(arguments: Namespace, settings: "Settings") -> Answer:
    """Split a book over colleagues, or only say how."""
    from clienteling.domain.splitting import Way, shares
    from clienteling.domain.splitting import split as divided

    with signed_in(arguments, settings) as (services, session):
        giver = colleague(services, session, arguments.giver, "from")
        takers = {c.worker_id: c for number in arguments.takers for c in [colleague(services, session, number, "to")]}
        book = services.leavers.book(session, giver.worker_id)
        chosen = divided(Way(arguments.by), book.parts, list(takers)) if book.parts else {}
        told = shares(book.parts, chosen, list(takers))
        record = None
        if not arguments.dry_run:
            changes = services.leavers.split(session, giver.worker_id, chosen, arguments.reason)
            record = None if changes.record_id is None else str(changes.record_id)
    rows = [[takers[s.worker_id].name, f"{s.customers:,}", f"{s.spend:,.2f}", f"{s.follow_ups:,}"] for s in told]
    words = "would go" if arguments.dry_run else "went"
    text = f"{counted(len(chosen), 'customer', 'customers')} of {giver.name} {words} to:\n\n"
    document: Document = {
        "from": giver.personnel_number,
        "shares": [
            {
                "to": takers[s.worker_id].personnel_number,
                "customers": s.customers,
                "spend": str(s.spend),
                "follow_ups": s.follow_ups,
            }
            for s in told
        ],
        "record": record,
    }
    return Answer(document, text + table(["Worker", "Customers", "Spend", "Follow-ups"], rows, right=[1, 2, 3]))


def make_primary(arguments: Namespace, settings: "Settings") -> Answer:
    """Make another of the books that a customer is in the primary one."""
    with signed_in(arguments, settings) as (services, session):
        (customer_id,) = services.customers.by_account(session, [arguments.account])
        holder = colleague(services, session, arguments.taker, "to")
        changes = services.book_changes.make_primary(session, customer_id, holder.worker_id, arguments.reason)
    record = None if changes.record_id is None else str(changes.record_id)
    document: Document = {"account": arguments.account, "primary": holder.personnel_number, "record": record}
    is_so = "is now" if record else "was already"
    return Answer(document, f"The client book of {holder.name} {is_so} the primary one of {arguments.account}.")


def show_leavers(arguments: Namespace, settings: "Settings") -> Answer:
    """Whose books have to be handed over."""
    with signed_in(arguments, settings) as (services, session):
        found = services.leavers.near(session)
    document = {
        "leavers": [
            {"name": one.name, "until": one.until.isoformat(), "customers": one.customers, "follow_ups": one.follow_ups}
            for one in found
        ]
    }
    rows = [[one.name, one.until.isoformat(), f"{one.customers:,}", f"{one.follow_ups:,}"] for one in found]
    text = table(["Worker", "Last day", "Customers", "Follow-ups"], rows, right=[2, 3]) if rows else "Nobody leaves."
    return Answer(document, text)


def lend(arguments: Namespace, settings: "Settings") -> Answer:
    """Lend a book."""
    with signed_in(arguments, settings) as (services, session):
        giver = colleague(services, session, arguments.giver, "from")
        taker = colleague(services, session, arguments.taker, "to")
        until = due_of(arguments.until, services.covers.today(session))
        changes = services.covers.lend(session, giver.worker_id, taker.worker_id, until, arguments.reason)
    document = {"from": giver.personnel_number, "to": taker.personnel_number, "until": until.isoformat()}
    text = f"The book of {giver.name} is lent to {taker.name} until {until.isoformat()}."
    return Answer(document | {"record": str(changes.record_id)}, text)


def show_lent(arguments: Namespace, settings: "Settings") -> Answer:
    """What is lent now."""
    with signed_in(arguments, settings) as (services, session):
        found = services.covers.running(session)
    rows = [[cover.owner, cover.worker, cover.until.isoformat(), cover.reason] for cover in found]
    text = table(["Book of", "Lent to", "Until", "Reason"], rows) if rows else "No book is lent."
    return Answer({"lent": [_document(cover) for cover in found]}, text)


def give_back(arguments: Namespace, settings: "Settings") -> Answer:
    """Give a book back before its day."""
    with signed_in(arguments, settings) as (services, session):
        giver = colleague(services, session, arguments.giver, "from")
        cover = next((c for c in services.covers.running(session) if c.owner_id == giver.worker_id), None)
        if cover is None:
            raise NotFound(mark("The book of {name} is not lent."), name=giver.name)
        services.covers.end(session, cover)
    return Answer({"returned": giver.personnel_number}, f"The book of {giver.name} is given back.")


def _document(cover: "Cover") -> Document:
    until: date = cover.until
    return {"owner": cover.owner, "worker": cover.worker, "until": until.isoformat(), "reason": cover.reason}


COMMANDS = {
    "book split": split,
    "book primary": make_primary,
    "book leavers": show_leavers,
    "book lend": lend,
    "book lent": show_lent,
    "book return": give_back,
}
