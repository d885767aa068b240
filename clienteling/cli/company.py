"""`demo`, `import` and `mappings`: how a company comes into the database."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clienteling.cli.access import opened, working
from clienteling.cli.answers import Answer, Usage
from clienteling.cli.arguments import ALL
from clienteling.cli.progress import watched
from clienteling.cli.readable import counted
from clienteling.cli.tables import clean, table
from clienteling.domain.errors import Invalid, Problem, mark
from clienteling.domain.importing import Ending, FolderReport, ImportReport, Kind
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.domain.worker import Session, Worker
    from clienteling.services.importing.mapping import Mapping
    from clienteling.services.services import Services

_MOST_SHOWN = 20  # rejected rows of a file that people read; the rejected file has all of them


def make_demo(arguments: Namespace, settings: Settings) -> Answer:
    """Fill an empty database with the demo company, and say who can sign in."""
    from clienteling.services.demo.company import DemoCompany

    with opened(settings) as services:
        demo = DemoCompany(services.importer, services.sign_in, services.operations)
        with watched() as progress:
            demo.make(arguments.customers, arguments.seed, progress=progress.tell)
        password = services.sign_in.demo_password() or ""
        workers = _workers(services)
    document = {
        "customers": arguments.customers,
        "seed": arguments.seed,
        "password": password,
        "workers": [
            {"worker": w.personnel_number, "name": w.name, "title": w.title, "stores": stores} for w, stores in workers
        ],
    }
    rows = [[w.personnel_number, w.name, w.title, ", ".join(stores)] for w, stores in workers]
    text = (
        f"The demo company is ready, with {counted(arguments.customers, 'customer', 'customers')}.\n\n"
        f"{table(['Worker', 'Name', 'Title', 'Stores'], rows)}\n\n"
        f"The password of all of them is {password}"
    )
    return Answer(document, text)


def load(arguments: Namespace, settings: Settings) -> Answer:
    """Take a file, or all files of a folder: all of it, or none, unless rejected rows have a file to go to."""
    if arguments.kind == ALL and arguments.store is not None:
        raise Usage("--store is for one file")
    mapping = _mapping(arguments.map)
    with working(arguments, settings) as (services, session):
        if arguments.kind == ALL:
            report = _load_folder(services, session, arguments, mapping)
        else:
            report = FolderReport((_load_file(services, session, arguments, mapping),))
    document = {"dry_run": arguments.dry_run, "files": [_report_document(r) for r in report.reports]}
    return Answer(document, _reports_text(report.reports), report.problem or _refusal(report.reports))


def mappings(arguments: Namespace, settings: Settings) -> Answer:
    """The mapping files that come with the program."""
    from clienteling.services.importing.mapping import load_mapping, ready_mappings

    known = [(name, load_mapping(file)) for name, file in ready_mappings().items()]
    document = {"mappings": [{"name": name, "title": m.name, "kinds": _kinds(m)} for name, m in known]}
    rows = [[name, mapping.name, ", ".join(_kinds(mapping))] for name, mapping in known]
    return Answer(document, table(["Name", "For", "Kinds"], rows))


def _load_file(
    services: "Services", session: "Session | None", arguments: Namespace, mapping: "Mapping | None"
) -> ImportReport:
    kind = Kind(arguments.kind)
    with watched() as progress:
        return services.importer.import_file(
            session,
            kind,
            arguments.file,
            mapping=mapping,
            legal_entity=arguments.legal_entity,
            store=arguments.store,
            dry_run=arguments.dry_run,
            partial=arguments.rejected is not None,
            rejected=arguments.rejected,
            progress=lambda done, total: progress.tell(kind, done, total),
        )


def _load_folder(
    services: "Services", session: "Session | None", arguments: Namespace, mapping: "Mapping | None"
) -> FolderReport:
    if arguments.rejected is not None:
        arguments.rejected.mkdir(parents=True, exist_ok=True)
    with watched() as progress:
        return services.importer.import_folder(
            session,
            arguments.file,
            mapping or _files_by_kind(arguments.file),
            legal_entity=arguments.legal_entity,
            dry_run=arguments.dry_run,
            partial=arguments.rejected is not None,
            rejected=arguments.rejected,
            progress=progress.tell,
        )


def _mapping(name: str | None) -> "Mapping | None":
    """The mapping of a file, or the ready one of this name."""
    if name is None:
        return None
    from clienteling.services.importing.mapping import load_mapping, ready_mappings

    ready = ready_mappings()
    if name not in ready and not Path(name).is_file():
        choices = ", ".join(ready)
        message = mark("There is no mapping file {name}. Those that come with the program are: {choices}.")
        raise Invalid("map", message, name=name, choices=choices)
    return load_mapping(ready.get(name, Path(name)))


def _files_by_kind(folder: Path) -> "Mapping":
    """Without a mapping the files of a folder are called as what they hold: customers.csv."""
    from clienteling.services.importing.mapping import Mapping, Step

    steps = [Step(kind=kind, file=f"{kind}.csv") for kind in Kind if (folder / f"{kind}.csv").is_file()]
    if not steps:
        message = mark("There is no file like {example} in {folder}. A mapping can name other files: --map.")
        raise Invalid("file", message, example=f"{Kind.CUSTOMERS}.csv", folder=folder)
    return Mapping(files=steps)


def _refusal(reports: Sequence[ImportReport]) -> Problem | None:
    """Why the last of the files was not taken, if it was not."""
    last = reports[-1] if reports else None
    if last is None or last.ending is not Ending.REFUSED:
        return None
    message = mark("{count} of {read} rows of {file} cannot be taken, so none was. To take the rest: --rejected.")
    return Invalid("file", message, count=last.rejected, read=last.read, file=last.file)


def _report_document(report: ImportReport) -> dict[str, object]:
    return {
        "kind": report.kind.value,
        "file": report.file,
        "ending": report.ending.value,
        "read": report.read,
        "created": report.created,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "rejected": report.rejected,
        "left_out": dict(report.left_out),
        "problems": [
            {"line": p.line, "column": p.column, "value": p.value, "reason": p.reason} for p in report.problems
        ],
    }


def _reports_text(reports: Sequence[ImportReport]) -> str:
    endings = {
        Ending.TAKEN: "taken",
        Ending.DRY_RUN: "could be taken",
        Ending.REFUSED: "not taken",
        Ending.CANCELLED: "stopped",
    }
    rows = [
        [
            r.kind,
            r.file,
            *(f"{n:,}" for n in (r.read, r.created, r.changed, r.unchanged, r.rejected)),
            endings[r.ending],
        ]
        for r in reports
    ]
    heads = ["Kind", "File", "Rows", "New", "Changed", "As before", "Rejected", ""]
    parts = [table(heads, rows, right=range(2, 7))]
    parts += [_left_out_line(report) for report in reports if report.left_out]
    parts += ["\n".join(_problem_lines(report)) for report in reports if report.problems]
    return "\n\n".join(parts)


def _left_out_line(report: ImportReport) -> str:
    names = ", ".join(f"{name} {count:,}" for name, count in report.left_out.items())
    return clean(f"{report.file} has more than there is a place for, which is left out: {names}")


def _problem_lines(report: ImportReport) -> list[str]:
    lines = [
        clean(f"{report.file} line {p.line}, {p.column or 'row'} “{p.value}”: {p.reason}")
        for p in report.problems[:_MOST_SHOWN]
    ]
    left = report.rejected - len(lines)
    return [*lines, f"and {counted(left, 'more row', 'more rows')}"] if left else lines


def _kinds(mapping: "Mapping") -> list[str]:
    """The kinds of files that a mapping is for, in the order in which they are read."""
    known = {step.kind for step in mapping.files} | mapping.kinds.keys()
    return [kind.value for kind in Kind if kind in known]


def _workers(services: "Services") -> list[tuple["Worker", list[str]]]:
    """Who can sign in, and in which stores."""
    found: dict[int, tuple[Worker, list[str]]] = {}
    stores = {register.store.id: register for register in services.sign_in.registers()}
    for register in stores.values():
        for worker in services.sign_in.workers_at(register):
            found.setdefault(worker.id, (worker, []))[1].append(register.store.code)
    return sorted(found.values(), key=lambda pair: pair[0].personnel_number)
