"""`export book`: customers of client books as CSV or vCards."""

from argparse import Namespace

from clienteling.cli.access import signed_in
from clienteling.cli.answers import Answer
from clienteling.cli.books import query_of
from clienteling.cli.progress import watched
from clienteling.cli.readable import counted
from clienteling.domain.importing import VCARDS, Kind
from clienteling.domain.operations import Operation
from clienteling.settings import Settings


def export_book(arguments: Namespace, settings: Settings) -> Answer:
    """Write the customers of the own book, or of all books of the store, as far as the filters let them through."""
    from clienteling.services.books import View
    from clienteling.services.exporting import Form

    view = View.STORE if arguments.store else View.MINE
    likely = Form.VCARD_4 if arguments.out.suffix.lower() in VCARDS else Form.CSV
    form = Form(arguments.format) if arguments.format else likely
    own = (Operation.EXPORT, Operation.VIEW_MY_CLIENT_BOOK)
    operations = (Operation.EXPORT_STORE, Operation.VIEW_STORE_CLIENT_BOOKS) if arguments.store else own
    with signed_in(arguments, settings, *operations) as (services, session):
        found = services.books.find(session, view, query_of(services, session, view, arguments))
        with watched() as progress:
            exported = services.exports.export(
                session,
                [int(key) for key in found.ids],
                arguments.out,
                form,
                lambda done, total: progress.tell(Kind.CUSTOMERS, done, total),
            )
    document = {
        "view": view.value,
        "format": form.value,
        "file": str(arguments.out),
        "exported": exported.count,
        "total": found.of,
        "record": None if exported.changes.record_id is None else str(exported.changes.record_id),
    }
    return Answer(document, f"{counted(exported.count, 'customer', 'customers')} written to {arguments.out}.")
