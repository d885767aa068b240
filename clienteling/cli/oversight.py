"""`audit`, `check`, `worker password` and `worker badge`: what administrators look after."""

from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from clienteling.cli import documents
from clienteling.cli.access import NEW_PASSWORD, PASSWORD, choose_badge, choose_password, reader_for, working
from clienteling.cli.answers import Answer
from clienteling.cli.readable import Reader
from clienteling.cli.tables import DASH, pairs, table
from clienteling.domain.audit import AuditFilter, Outcome
from clienteling.domain.errors import BrokenData, Invalid, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.text import fold
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.domain.audit import AuditLine
    from clienteling.services.services import Services
    from clienteling.services.status import Finding, Health

_ADMINISTRATOR = "administrator"
_HOLDER, _SESSION, _PASSWORD, _BADGE = "holder", "session", "password", "badge"
_FOLDED, _PRIMARY = "holder of both", "primary holder"
_WORKERS = frozenset(
    {_HOLDER, _FOLDED, _PRIMARY, _SESSION, _PASSWORD, _BADGE}
)  # subjects whose values are personnel numbers


def show_audit(arguments: Namespace, settings: Settings) -> Answer:
    """What was done and refused, newest first."""
    with working(arguments, settings) as (services, session):
        reader = reader_for(services, session)
        asked = _asked(services, arguments, reader)
        if arguments.out is not None:
            count = services.audit.export(session, arguments.out, asked)
            return Answer({"lines": count, "file": str(arguments.out)}, f"{count:,} lines stand in {arguments.out}.")
        lines = services.audit.lines(session, asked=asked, limit=arguments.limit)
        names = _names(services, lines)
    document = {"lines": [_line_document(line, names) for line in lines]}
    return Answer(document, _lines_text(lines, names, reader) if lines else "Nothing was recorded.")


def _asked(services: "Services", arguments: Namespace, reader: Reader) -> AuditFilter:
    """What the options ask for; times without a zone are those that the answer is written in."""
    from clienteling.database import workers

    worker_id = None
    if arguments.who is not None:
        worker = services.database.read(lambda t: workers.by_number(t, arguments.who.strip()))
        if worker is None:
            raise NotFound(mark("There is no worker {number}."), number=arguments.who)
        worker_id = worker.id
    return AuditFilter(
        worker_id,
        _operation(arguments.operation) if arguments.operation is not None else None,
        Outcome.REFUSED if arguments.refused else None,
        arguments.account or "",
        *(at and (at if at.tzinfo else at.replace(tzinfo=reader.zone)) for at in (arguments.since, arguments.until)),
    )


def _operation(text: str) -> Operation:
    """An operation by number, or by a title that begins like this."""
    found = [o for o in Operation if str(int(o)) == text.strip()]
    found = found or [o for o in Operation if fold(o.title).startswith(fold(text))]
    if len(found) != 1:
        choices = ", ".join(f"{int(o)} {o.title}" for o in found or Operation)
        raise Invalid(
            "operation", mark("Which operation is “{text}”? There are: {choices}."), text=text, choices=choices
        )
    return found[0]


def check(arguments: Namespace, settings: Settings) -> Answer:
    """Look the database over: exit code 1 if anything is wrong."""
    from clienteling.app import clock
    from clienteling.database.engine import Database
    from clienteling.services.status import examine

    with closing(Database(settings.database_url, clock)) as database:
        health = examine(database, arguments.head)
    document = {
        "database": health.connection.place,
        "system": health.connection.system,
        "bytes": health.connection.size,
        "schema": health.revision,
        "well": health.is_well,
        "findings": [
            {"code": f.code, "title": f.title, "broken": f.broken, "details": list(f.details)} for f in health.findings
        ],
        "audit_head": health.audit_head,
        "counts": dict(health.counts),
    }
    return Answer(document, _health_text(health), None if health.is_well else _unwell(health))


def set_password(arguments: Namespace, settings: Settings) -> Answer:
    """Set a worker's password and end a lock-out: as an administrator, or as a worker who may."""
    with working(arguments, settings) as (services, session):
        number = arguments.personnel_number
        # An administrator does not sign in, so the one password there is can only be the new one.
        variables = (NEW_PASSWORD, PASSWORD) if session is None else (NEW_PASSWORD,)
        changes = services.sign_in.set_password(session, number, choose_password(number, *variables))
    return Answer({"worker": number, "record": str(changes.record_id)}, f"The password of worker {number} is set.")


def set_badge(arguments: Namespace, settings: Settings) -> Answer:
    """Give a worker a badge, or take it away."""
    with working(arguments, settings) as (services, session):
        number = arguments.personnel_number
        if arguments.remove:
            changes, text = services.badges.remove(session, number), f"Worker {number} has no badge any more."
        else:
            changes = services.badges.assign(session, number, choose_badge(number))
            text = f"Worker {number} can sign in with the badge."
    return Answer({"worker": number, "badge": not arguments.remove, "record": str(changes.record_id)}, text)


def _names(services: "Services", lines: Sequence["AuditLine"]) -> dict[str, str]:
    """The workers whom the lines name by personnel number, with their names."""
    from clienteling.database import workers

    values = {value for line in lines if line.subject in _WORKERS for value in (line.before, line.after)}
    numbers = [value for value in values if value is not None]
    found = (services.database.read(partial(workers.by_number, personnel_number=number)) for number in numbers)
    return {worker.personnel_number: worker.name for worker in found if worker is not None}


def _line_document(line: "AuditLine", names: dict[str, str]) -> documents.Document:
    document: documents.Document = {
        "record": str(line.id),
        "at": documents.moment(line.at),
        "worker": line.worker or None,
        "store": line.store or None,
        "operation": int(line.operation),
        "operation_name": line.operation.title,
        "outcome": line.outcome.value,
        "account_number": line.account_number or None,
        "customer": line.customer or None,
        "subject": line.subject,
        "before": line.before,
        "after": line.after,
        "reason": line.reason,
        "override_by": line.override_by or None,
        "erased": line.erased,
    }
    if line.subject in _WORKERS:
        document["before_name"] = names.get(line.before or "")
        document["after_name"] = names.get(line.after or "")
    return document


def _lines_text(lines: Sequence["AuditLine"], names: dict[str, str], reader: Reader) -> str:
    heads = [f"Time ({reader.zone.key})", "Worker", "Store", "Operation", "Customer", "What", "Why"]
    rows = [
        [
            reader.moment(line.at),
            _who(line),
            line.store or DASH,
            line.operation.title if line.outcome is Outcome.DONE else f"{line.operation.title}: refused",
            f"{line.account_number} {line.customer}".strip() or DASH,
            _what(line, names),
            line.reason or DASH,
        ]
        for line in lines
    ]
    return table(heads, rows)


def _who(line: "AuditLine") -> str:
    if not line.override_by:
        return line.worker or _ADMINISTRATOR
    how = "with override of" if line.outcome is Outcome.DONE else "override asked of"
    return f"{line.worker}, {how} {line.override_by}"


def _what(line: "AuditLine", names: dict[str, str]) -> str:
    """The change in words: who has the customer now, or what came and went."""
    if line.erased:
        return "erased"
    before, after = (names.get(part or "", part) for part in (line.before, line.after))
    if line.subject in (_HOLDER, _FOLDED):
        return f"{before or 'no client book'} → {after or 'no client book'}"
    if line.subject == _SESSION:
        return DASH
    # What has no name of its own is written with its key, which tells people nothing.
    subject = line.subject.rstrip("0123456789").strip()
    change = f"{before} → {after or 'nothing'}" if before else after or ""
    return f"{subject}: {change}" if subject and change else subject or DASH


def _health_text(health: "Health") -> str:
    connection = health.connection
    parts = [
        pairs(
            [
                ("Database", connection.place),
                ("System", connection.system),
                ("Size", f"{connection.size / 1_000_000:,.1f} MB"),
                ("Schema", health.revision),
                ("Audit’s head", health.audit_head),
            ]
        ),
        "\n".join(_finding_text(finding) for finding in health.findings),
    ]
    if health.counts:
        parts.append(table(["Table", "Rows"], [[name, f"{rows:,}"] for name, rows in health.counts.items()], right=[1]))
    return "\n\n".join(parts)


def _finding_text(finding: "Finding") -> str:
    if not finding.broken:
        return f"ok     {finding.title}"
    return "\n".join([f"WRONG  {finding.title}: {finding.broken:,}", *(f"       {d}" for d in finding.details)])


def _unwell(health: "Health") -> BrokenData:
    wrong = ", ".join(finding.code for finding in health.findings if finding.broken)
    return BrokenData(mark("Something is wrong with it: {wrong}. Restore a backup, or ask for help."), wrong=wrong)
