"""`worker entra`: whom Microsoft Entra ID means by a company account."""

from argparse import Namespace
from dataclasses import replace

from clienteling.cli.access import working
from clienteling.cli.answers import Answer, Usage
from clienteling.domain.configuration.people import Worker
from clienteling.domain.errors import NotFound, mark
from clienteling.settings import Settings


def set_account(arguments: Namespace, settings: Settings) -> Answer:
    """Enter a worker's company account, or take it away."""
    oid, tid = arguments.oid or "", arguments.tid or ""
    if arguments.remove == bool(oid or tid):
        raise Usage("name the account with --oid and --tid, or --remove it")
    number = arguments.personnel_number
    with working(arguments, settings) as (services, session):
        opened = services.headquarters.item(session, "workers", number)
        if not isinstance(opened, Worker):
            raise NotFound(mark("There is no worker {number}."), number=number)
        saved = services.headquarters.save(
            session, "workers", replace(opened, entra_oid=oid, entra_tid=tid), opened, confirmed=True
        )
    done = "has no company account any more" if arguments.remove else "can sign in with the company account"
    waits = "" if saved.published or saved.changes.record_id is None else " when the staff was published"
    record = None if saved.changes.record_id is None else str(saved.changes.record_id)
    return Answer({"worker": number, "oid": oid, "tid": tid, "record": record}, f"Worker {number} {done}{waits}.")


COMMANDS = {"worker entra": set_account}
