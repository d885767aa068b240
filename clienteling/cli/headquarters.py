"""`setup`, `publish` and `distribution`: a company set up by script."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from clienteling.cli.access import reader_for, working
from clienteling.cli.answers import Answer
from clienteling.cli.documents import Document
from clienteling.cli.readable import counted
from clienteling.cli.tables import DASH, clean, table
from clienteling.domain.configuration.configuration import InvalidConfiguration, ItemChange, document_of
from clienteling.domain.configuration.schedule import Mode, Schedule
from clienteling.domain.configuration.sections import SECTIONS, Job, job
from clienteling.domain.errors import Problem
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.database.configuration.snapshots import Snapshot
    from clienteling.domain.configuration.item import Remark
    from clienteling.services.headquarters.distribution import JobStatus

_SIGNS = {"made": "+", "changed": "~", "deleted": "-"}


def apply(arguments: Namespace, settings: Settings) -> Answer:
    """Make the configuration what a file says, or say all that is wrong with it."""
    from clienteling.services.headquarters.document_file import load

    try:
        wanted = load(arguments.file)
        with working(arguments, settings) as (services, session):
            done = services.headquarters.apply(session, wanted, dry_run=arguments.dry_run)
    except InvalidConfiguration as problem:
        return _wrong(problem, dry_run=arguments.dry_run)
    lines = [line for change in done.difference for line in _change_lines(change)]
    count = counted(len(done.difference), "item", "items")
    if not done.difference:
        end = "Everything is as the file says already."
    elif arguments.dry_run:
        end = f"{count} would change. Nothing was changed."
    else:
        end = f"{count} changed, and published."
    text = "\n".join([*lines, *([""] if lines else []), *_remark_lines(done.remarks), end])
    document = {
        "dry_run": arguments.dry_run,
        "changes": [_change_document(change) for change in done.difference],
        "remarks": [remark.message for remark in done.remarks],
        "published": [int(number) for number in done.published],
    }
    return Answer(document, text)


def export(arguments: Namespace, settings: Settings) -> Answer:
    """The published configuration, in a file or as the answer."""
    from clienteling.services.headquarters import document_file

    with working(arguments, settings) as (services, session):
        live = services.headquarters.view(session).live
    counts = {name: len(items) for name, items in live.sections.items()}
    if arguments.file is None:
        return Answer(document_of(live), document_file.text_of(live).rstrip("\n"))
    document_file.save(live, arguments.file)
    total = counted(sum(counts.values()), "item", "items")
    return Answer({"file": str(arguments.file), "items": counts}, f"Wrote {total} to {arguments.file}")


def steps(arguments: Namespace, settings: Settings) -> Answer:
    """The steps of the set-up in their order."""
    with working(arguments, settings) as (services, session):
        found = services.set_up_steps.steps(session)
    document = {
        "steps": [
            {
                "step": step.code,
                "title": step.title,
                "done": step.is_done,
                "optional": step.optional,
                "missing": [remark.message for remark in step.missing],
            }
            for step in found
        ]
    }
    rows = [
        [
            str(number),
            step.title,
            "done" if step.is_done else "later" if step.optional else "to do",
            " ".join(remark.message for remark in step.missing) or DASH,
        ]
        for number, step in enumerate(found, 1)
    ]
    return Answer(document, table(["", "Step", "", "Missing"], rows, right=[0]))


def publish(arguments: Namespace, settings: Settings) -> Answer:
    """Run some jobs, or all of them."""
    jobs = [job(number) for number in arguments.jobs] or list(Job)
    with working(arguments, settings) as (services, session):
        before = _versions(services.distribution.jobs(session))
        services.distribution.run(session, jobs)
        after = _versions(services.distribution.jobs(session))
    published = {number: version for number, version in after.items() if version != before[number]}
    document = {"published": [{"job": int(number), "version": version} for number, version in published.items()]}
    lines = [f"Job {int(number)} {number.title}: version {version}" for number, version in published.items()]
    return Answer(document, "\n".join(lines) or "Nothing was waiting.")


def status(arguments: Namespace, settings: Settings) -> Answer:
    """All jobs with what waits."""
    with working(arguments, settings) as (services, session):
        jobs = services.distribution.jobs(session)
        reader = reader_for(services, session)
    document = {"jobs": [_job_document(one) for one in jobs]}
    rows = [
        [
            str(int(one.job)),
            one.job.title,
            ", ".join(section.title for section in one.sections),
            str(one.schedule),
            str(len(one.waiting)) if one.waiting else DASH,
            f"{one.newest.version}, {reader.moment(one.newest.at)}" if one.newest else DASH,
        ]
        for one in jobs
    ]
    return Answer(document, table(["Job", "Name", "Carries", "Runs", "Waiting", "Version"], rows))


def history(arguments: Namespace, settings: Settings) -> Answer:
    """What a job has published, newest first."""
    number = job(arguments.job)
    with working(arguments, settings) as (services, session):
        found = services.distribution.history(session, number, arguments.limit)
        reader = reader_for(services, session)
    rows = [[str(s.version), reader.moment(s.at), s.worker or DASH, _summary(s)] for s in found]
    document = {"job": int(number), "versions": [_snapshot_document(snapshot) for snapshot in found]}
    return Answer(document, table(["Version", "When", "Who", "What"], rows, right=[0]))


def republish(arguments: Namespace, settings: Settings) -> Answer:
    """Bring back an older version."""
    number = job(arguments.job)
    with working(arguments, settings) as (services, session):
        services.distribution.republish(session, number, arguments.version)
        newest = services.distribution.history(session, number, 1)[0]
    if newest.republished == arguments.version:
        text = f"Job {int(number)}: version {newest.version} is version {arguments.version} again."
    else:
        text = f"Job {int(number)} carries what version {arguments.version} did already."
    return Answer({"job": int(number), "version": newest.version, "republished": newest.republished}, text)


def schedule(arguments: Namespace, settings: Settings) -> Answer:
    """Choose when a job runs."""
    number = job(arguments.job)
    chosen = Schedule(Mode.EVERY, arguments.every) if arguments.every else Schedule(Mode.ON_SAVE)
    chosen = Schedule(Mode.BY_HAND) if arguments.by_hand else chosen
    with working(arguments, settings) as (services, session):
        services.distribution.set_schedule(session, number, chosen)
    return Answer({"job": int(number), "schedule": str(chosen)}, f"Job {int(number)} runs {chosen}.")


def _wrong(problem: InvalidConfiguration, *, dry_run: bool) -> Answer:
    """All that is wrong with a file, each with its section, key and field."""
    findings = [
        {"section": f.section, "key": f.key, "field": f.field, "message": f.problem.message} for f in problem.findings
    ]
    lines = [clean(f"{finding.where}: {finding.problem.message}") for finding in problem.findings]
    refusal: Problem = problem
    return Answer({"dry_run": dry_run, "wrong": findings}, "\n".join(lines), refusal)


def _change_lines(change: ItemChange) -> list[str]:
    what = "made" if change.before is None else "deleted" if change.after is None else "changed"
    head = clean(f"{_SIGNS[what]} {change.section} {change.key}")
    if what != "changed":
        return [head]
    fields = [clean(f"    {field.field}: {field.before or DASH} → {field.after or DASH}") for field in change.fields()]
    return [head, *(f"    {field}" for field in fields)]


def _change_document(change: ItemChange) -> Document:
    return {
        "section": change.section,
        "key": change.key,
        "fields": [{"field": f.field, "before": f.before, "after": f.after} for f in change.fields()],
    }


def _remark_lines(remarks: "Sequence[Remark]") -> list[str]:
    return [*(clean(f"! {remark.message}") for remark in remarks), *([""] if remarks else [])]


def _versions(jobs: "Sequence[JobStatus]") -> dict[Job, int]:
    return {one.job: one.newest.version if one.newest else 0 for one in jobs}


def _job_document(one: "JobStatus") -> Document:
    return {
        "job": int(one.job),
        "name": one.job.title,
        "sections": [section.name for section in one.sections],
        "schedule": str(one.schedule),
        "ran": one.ran.isoformat() if one.ran else None,
        "version": one.newest.version if one.newest else None,
        "waiting": [{"section": s.section, "key": s.key, "deleted": s.item is None} for s in one.waiting],
    }


def _snapshot_document(snapshot: "Snapshot") -> Document:
    return {
        "version": snapshot.version,
        "at": snapshot.at.isoformat(),
        "worker": snapshot.worker,
        "republished": snapshot.republished,
        "changes": [{"section": c.section, "key": c.key, "what": c.what} for c in snapshot.changes],
    }


def _summary(snapshot: "Snapshot") -> str:
    if snapshot.republished is not None:
        return f"version {snapshot.republished} again"
    named = [f"{_SIGNS[c.what]} {SECTIONS[c.section].title} {c.key}" for c in snapshot.changes[:3]]
    more = len(snapshot.changes) - len(named)
    return ", ".join([*named, *([f"and {more} more"] if more else [])]) or "the first one"


COMMANDS: dict[str, Callable[[Namespace, Settings], Answer]] = {
    "setup apply": apply,
    "setup export": export,
    "setup steps": steps,
    "publish": publish,
    "distribution status": status,
    "distribution history": history,
    "distribution republish": republish,
    "distribution schedule": schedule,
}
