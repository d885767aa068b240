"""`interactions` and `engagement`: account engagement at the command line."""

import csv
import io
import tomllib
from argparse import Namespace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from clienteling.cli import documents
from clienteling.cli.access import signed_in, working
from clienteling.cli.answers import Answer
from clienteling.cli.mailboxes import resolved
from clienteling.cli.progress import watched
from clienteling.cli.readable import counted
from clienteling.cli.tables import DASH, pairs, table
from clienteling.domain.enrichment import GRAPH, Consent, Enrichment, Run, RunState, read_settings
from clienteling.domain.errors import Invalid, Problem, mark
from clienteling.domain.run_plan import failures
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.services.engagement.interactions import FileTaken

_RUNS_SHOWN = 5
_MOST_SHOWN = 20  # rejected entries of a file that people read


def take(arguments: Namespace, settings: Settings) -> Answer:
    """Take files of interactions."""
    with working(arguments, settings) as (services, session), watched() as progress:
        done = services.engagement.interactions.take_files(
            session, arguments.files, lambda count: progress.tell("interactions", count)
        )
    rejected = sum(one.taken.rejected_count for one in done)
    problem = None
    if rejected:
        entries = counted(rejected, "entry", "entries")
        problem = Problem(mark("{entries} cannot be taken; all others were."), entries=entries)
    return Answer({"files": [_file_document(one) for one in done]}, "\n".join(map(_file_text, done)), problem)


def choose(arguments: Namespace, settings: Settings) -> Answer:
    """Set up an enrichment from the answers in a file."""
    try:
        given = tomllib.loads(arguments.file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Invalid("file", mark("The file {file} is no TOML."), file=arguments.file.name) from error
    answers = read_settings(given)
    consent = given.get("consent", Consent.REQUESTED.value)
    if consent not in (Consent.REQUESTED, Consent.GRANTED):
        raise Invalid("consent", mark("Consent is “requested” or “granted”."))
    with working(arguments, settings) as (services, session):
        entity = services.engagement.enrichments.legal_entity(session, given.get("legal_entity"))
        if answers.source == GRAPH and consent == Consent.GRANTED:
            services.engagement.mailboxes.check_given(session, entity)
        answers, said = resolved(services, session, entity, answers)
        changes = services.engagement.enrichments.save(
            session,
            answers,
            agreed=given.get("agree") is True,
            consent=Consent(consent),
            legal_entity=entity.code,
        )
        found = services.engagement.enrichments.find(session, answers.name)
    record = None if changes.record_id is None else str(changes.record_id)
    text = "\n\n".join(filter(None, [_text(found, ()), said]))
    return Answer({**_document(found, ()), "record": record}, text)


def run(arguments: Namespace, settings: Settings) -> Answer:
    """Run an enrichment, or all that are due."""
    with working(arguments, settings) as (services, session), watched() as progress:
        service = services.engagement
        chosen = (
            service.runs.due(arguments.now) if arguments.due else [service.enrichments.find(session, arguments.name)]
        )
        done = [
            (
                enrichment,
                service.runs.run(
                    session,
                    enrichment.id,
                    now=arguments.now,
                    progress=lambda count, total: progress.tell("interactions", count, total),
                ),
            )
            for enrichment in chosen
        ]
    failed = next((one for _, one in done if one.state is not RunState.SUCCESSFUL), None)
    problem = Problem(failed.problem or mark("The run was cancelled.")) if failed else None
    document = {"runs": [{"name": e.settings.name, **_run_document(one)} for e, one in done]}
    text = "\n\n".join(f"{e.settings.name}\n{_run_text(one)}" for e, one in done)
    return Answer(document, text or "Nothing is due.", problem)


def status(arguments: Namespace, settings: Settings) -> Answer:
    """All enrichments with their last runs."""
    with working(arguments, settings) as (services, session):
        service = services.engagement
        service.runs.settle()
        found = [(e, service.runs.history(session, e.id)) for e in service.enrichments.list(session)]
    text = "\n\n".join(_text(*one) for one in found)
    return Answer({"enrichments": [_document(*one) for one in found]}, text or "No account engagement is set up.")


def show_table(arguments: Namespace, settings: Settings) -> Answer:
    """The output table."""
    with working(arguments, settings) as (services, session):
        enrichment = services.engagement.enrichments.find(session, arguments.name)
        found = services.engagement.results.table(session, enrichment.id, arguments.level)
        rows = [[_plain(value) for value in row] for row in found.rows()]
    if arguments.csv:
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(found.columns)
        writer.writerows(rows)
        text = stream.getvalue().removesuffix("\n")
    else:
        texts = [[DASH if value is None else str(value) for value in row] for row in rows]
        right = range(1, len(found.columns) - 2)
        text = table(found.columns, texts, right=list(right)) if rows else "There are no rows yet."
    document = {
        "table": enrichment.settings.table,
        "rows": [dict(zip(found.columns, row, strict=True)) for row in rows],
    }
    return Answer(document, text)


def show_segments(arguments: Namespace, settings: Settings) -> Answer:
    """The ready-made segments with how many customers are in them."""
    with signed_in(arguments, settings) as (services, session):
        if arguments.share is not None:
            services.engagement.segments.share(session, arguments.share)
        found = services.engagement.segments.list(session)
    rows = [[one.segment.name, f"{one.count:,}", "yes" if one.is_shared else "no"] for one in found]
    document = {
        "segments": [{"name": s.segment.name, "customers": s.count, "shared": s.is_shared} for s in found],
    }
    return Answer(document, table(["Segment", "Customers", "Shared"], rows, right=[1]))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _file_document(one: "FileTaken") -> documents.Document:
    return {
        "file": str(one.file),
        "taken": one.taken.taken,
        "duplicates": one.taken.duplicates,
        "ignored": one.taken.ignored,
        "rejected": one.taken.rejected_count,
        "reasons": [{"place": r.place, "reason": r.reason} for r in one.taken.rejected],
    }


def _file_text(one: "FileTaken") -> str:
    taken = one.taken
    words = [f"{counted(taken.taken, 'interaction', 'interactions')} taken"]
    words += [f"{taken.duplicates:,} known already"] if taken.duplicates else []
    words += [f"{taken.ignored:,} of whole days left out"] if taken.ignored else []
    words += [f"{taken.rejected_count:,} rejected"] if taken.rejected_count else []
    lines = [f"{one.file.name}: {', '.join(words)}."]
    lines += [f"  {r.place}: {r.reason}" for r in taken.rejected[:_MOST_SHOWN]]
    return "\n".join(lines)


def _document(enrichment: Enrichment, runs: "tuple[Run, ...]") -> documents.Document:
    settings = enrichment.settings
    return {
        "name": settings.name,
        "table": settings.table,
        "user_table": settings.user_table,
        "addresses": len(settings.colleagues),
        "match": settings.match.value,
        "source": settings.source,
        "active": enrichment.active,
        "consent": enrichment.consent.value,
        "next_run": enrichment.next_run and documents.moment(enrichment.next_run),
        "failures": failures(runs),
        "runs": [_run_document(one) for one in runs[:_RUNS_SHOWN]],
    }


def _text(enrichment: Enrichment, runs: "tuple[Run, ...]") -> str:
    settings, failed = enrichment.settings, failures(runs)
    again = {0: "Next run", 1: "Tried again, after a failure"}.get(failed, f"Tried again, after {failed} failures")
    head = pairs(
        [
            ("Enrichment", settings.name),
            ("Tables", f"{settings.table}, {settings.user_table}"),
            ("Addresses", str(len(settings.colleagues)) if settings.colleagues else "not resolved yet"),
            ("Matched by", settings.match.value),
            ("Source", settings.source),
            ("Active", "yes" if enrichment.active else "no"),
            ("Consent", enrichment.consent.value),
            (again if enrichment.next_run else "Next run", _moment_text(enrichment.next_run)),
            (
                "What to do",
                "" if enrichment.consent is Consent.GRANTED else "engagement consent ask, then consent grant",
            ),
        ]
    )
    return "\n\n".join([head, *(_run_text(one) for one in runs[:_RUNS_SHOWN])])


def _run_document(one: Run) -> documents.Document:
    moments = {name: getattr(one, name) for name in ("queued", "started", "ended")}
    return {
        "id": str(one.id),
        "state": one.state.value,
        **{name: at and documents.moment(at) for name, at in moments.items()},
        "problem": one.problem or None,
        "accounts": one.accounts,
        "mails": one.mails,
        "meetings": one.meetings,
        "addresses": one.addresses,
        "days": one.days,
    }


def _run_text(one: Run) -> str:
    return pairs(
        [
            ("Run", f"{one.state.value}{f': {one.problem}' if one.problem else ''}"),
            ("Ended", _moment_text(one.ended)),
            ("Accounts", f"{one.accounts:,}" if one.state is RunState.SUCCESSFUL else ""),
            ("Mails", f"{one.mails:,}" if one.mails else ""),
            ("Meetings", f"{one.meetings:,}" if one.meetings else ""),
        ]
    )


def _moment_text(at: datetime | None) -> str:
    return "" if at is None else f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


COMMANDS = {
    "interactions import": take,
    "engagement set": choose,
    "engagement run": run,
    "engagement status": status,
    "engagement table": show_table,
    "engagement segments": show_segments,
}
