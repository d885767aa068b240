"""Imports files and rows: each in one transaction, all or nothing unless asked otherwise, and safe to repeat."""

import codecs
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial as bound
from itertools import islice
from pathlib import Path

from clienteling.database import company as companies
from clienteling.domain.audit import Changes
from clienteling.domain.company import Store
from clienteling.domain.errors import Invalid, Problem, mark
from clienteling.domain.importing import VCARDS, Ending, FolderReport, ImportReport, Kind
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.importing.books import in_turn
from clienteling.services.importing.kinds import TAKERS, WITH_OWN_LINES
from clienteling.services.importing.mapping import Mapping, Step
from clienteling.services.importing.rejects import rejected_name, rejects_file
from clienteling.services.importing.row import Row
from clienteling.services.importing.run import Run
from clienteling.services.importing.table import FileTable, RowTable, Table
from clienteling.services.importing.vcard_table import VcardTable
from clienteling.services.operations import Operations, Writing

CHUNK = 1000
"""Rows that are dealt with together; progress is told, and cancelling heard, after each chunk."""

WINDOWS = "cp1252"
"""What vCards are written in that are not UTF-8 and do not say so, unless a mapping has another encoding."""

Progress = Callable[[int, int | None], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class _Options:
    legal_entity: str = ""
    store: str = ""
    dry_run: bool = False
    partial: bool = False
    progress: Progress = lambda _done, _total: None
    cancelled: Cancelled = lambda: False
    activity_types: bool = True


@dataclass(frozen=True, slots=True)
class _Source:
    """A table that is made within the transaction, and where its rejected rows go."""

    kind: Kind
    table: Callable[[Writing], Table]
    name: str
    file: Path | None = None
    rejected: Path | None = None


class _Undone(Exception):
    """Rolls the transaction back; the reports remain."""

    def __init__(self, reports: Sequence[ImportReport]) -> None:
        super().__init__()
        self.reports = tuple(reports)


class Importer:
    """Operation 9004. Whoever may import sets up the whole company, in all legal entities."""

    def __init__(self, operations: Operations, imported: Callable[[], None] = lambda: None) -> None:
        self._operations = operations
        self._imported = imported

    def import_file(
        self,
        session: Session | None,
        kind: Kind,
        file: Path,
        *,
        mapping: Mapping | None = None,
        legal_entity: str | None = None,
        store: str | None = None,
        dry_run: bool = False,
        partial: bool = False,
        rejected: Path | None = None,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> ImportReport:
        """Take the rows of a CSV file, or the cards of a vCard file. Without a session an administrator does it.

        Unless `partial`, one row that cannot be taken means that none is. `rejected` is written with the rows that
        cannot. `legal_entity` and `store` are the codes of those that are meant where a row names none; a store is in
        one legal entity. `progress` hears how many rows are done, out of about how many.
        Raises `Invalid` for a file that cannot be read at all.
        """
        entity = legal_entity or self._entity_of(store)
        options = replace(_options(entity, dry_run, partial, progress, cancelled), store=store or "")
        table = _table(kind, file, mapping, entity)
        source = _Source(kind, lambda _writing: table, file.name, file, rejected)
        return self._import(session, source, options)

    def import_rows(
        self,
        session: Session | None,
        kind: Kind,
        rows: Iterable[dict[str, str]],
        *,
        legal_entity: str | None = None,
        dry_run: bool = False,
        partial: bool = False,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> ImportReport:
        """Take rows with canonical columns, as `import_file` does; each may have columns of its own.

        An iterator is read into memory first, since a transaction may run more than once.
        """
        known = list(rows) if isinstance(rows, Iterator) else rows
        source = _Source(kind, lambda _writing: RowTable(kind, kind, known), kind)
        return self._import(session, source, _options(legal_entity, dry_run, partial, progress, cancelled))

    def import_folder(
        self,
        session: Session | None,
        folder: Path,
        mapping: Mapping,
        *,
        legal_entity: str | None = None,
        dry_run: bool = False,
        partial: bool = False,
        rejected: Path | None = None,
        progress: Callable[[Kind, int, int | None], None] | None = None,
        cancelled: Cancelled | None = None,
    ) -> FolderReport:
        """Take all files that a mapping names, in the order in which one needs the other.

        Each is a transaction of its own (a dry run is one for all), and the first that is refused ends the run.
        `rejected` is a folder, where each file with rejected rows gets one of its own. All files are looked at
        before the first is taken: what is missing, or has wrong columns, raises `Invalid`.
        """
        options = _options(legal_entity, dry_run, partial, None, cancelled)
        order = list(Kind)
        steps = sorted(mapping.files, key=lambda step: order.index(step.kind))
        options = replace(options, activity_types=Kind.ACTIVITY_TYPES not in {step.kind for step in steps})
        runs = [
            (
                _step_source(step, folder, mapping, legal_entity, rejected),
                replace(options, progress=bound(progress, step.kind)) if progress else options,
            )
            for step in steps
        ]
        if dry_run:
            return self._try(session, runs)
        reports: list[ImportReport] = []
        for source, of_step in runs:
            try:
                reports.append(self._import(session, source, of_step))
            except Problem as problem:
                if not reports:
                    raise
                return FolderReport(tuple(reports), problem)
            if reports[-1].ending is not Ending.TAKEN:
                break
        return FolderReport(tuple(reports))

    def places(self, session: Session | None) -> tuple[Store, ...]:
        """The stores that customers can be imported for: with a session those of its legal entity."""
        stores = self._operations.database.read(companies.stores)
        return tuple(s for s in stores if session is None or s.legal_entity.id == session.legal_entity.id)

    def _entity_of(self, store: str | None) -> str:
        """The code of the legal entity that a store is in. Raises `Invalid` with field "store"."""
        if not store:
            return ""
        found = next((s for s in self.places(None) if s.code == store), None)
        if found is None:
            raise Invalid("store", mark("There is no store “{code}”."), code=store)
        return found.legal_entity.code

    def _import(self, session: Session | None, source: _Source, options: _Options) -> ImportReport:
        reports: list[ImportReport] = []

        def work(writing: Writing) -> None:
            reports[:] = [_take(writing, source, options)]
            if reports[0].ending is not Ending.TAKEN:
                raise _Undone(reports)

        try:
            changes = self._write(session, work, source.name)
        except _Undone as undone:
            return undone.reports[0]
        return replace(reports[0], changes=changes)

    def _try(self, session: Session | None, runs: Sequence[tuple[_Source, _Options]]) -> FolderReport:
        """Take all sources in one transaction, and roll it back."""

        def work(writing: Writing) -> None:
            reports: list[ImportReport] = []
            for source, options in runs:
                reports.append(_take(writing, source, options))
                if reports[-1].ending is not Ending.DRY_RUN:
                    break
            raise _Undone(reports)

        try:
            self._write(session, work, "")
        except _Undone as undone:
            return FolderReport(undone.reports)
        raise AssertionError("unreachable")

    def _write(self, session: Session | None, work: Callable[[Writing], None], name: str) -> Changes:
        changes = self._operations.write(session, Operation.IMPORT, work, reason=name)
        self._imported()
        return changes


def _options(
    legal_entity: str | None,
    dry_run: bool,
    partial: bool,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> _Options:
    options = _Options(legal_entity=legal_entity or "", dry_run=dry_run, partial=partial)
    if progress is not None:
        options = replace(options, progress=progress)
    return replace(options, cancelled=cancelled) if cancelled is not None else options


def _table(kind: Kind, file: Path, mapping: Mapping | None, legal_entity: str | None) -> Table:
    """What a file holds: vCards if it is called so, else CSV."""
    if file.suffix.lower() in VCARDS:
        other = mapping is not None and codecs.lookup(mapping.encoding) != codecs.lookup("utf-8")
        encoding = mapping.encoding if mapping is not None and other else WINDOWS
        return VcardTable(kind, file, legal_entity or "", encoding)
    return FileTable(kind, file, mapping, frozenset({"legal_entity"} if legal_entity else ()))


def _step_source(
    step: Step, folder: Path, mapping: Mapping, legal_entity: str | None, rejected: Path | None
) -> _Source:
    if step.file is not None:
        file = folder / step.file
        table = _table(step.kind, file, mapping, legal_entity)
        target = rejected / rejected_name(file) if rejected else None
        return _Source(step.kind, lambda _writing: table, file.name, file, target)
    if step.rows is not None:
        rows = step.texts()
        return _Source(step.kind, lambda _writing: RowTable(step.kind, step.source, rows), step.source)
    return _Source(step.kind, lambda writing: _assigned(writing, step), step.source)


def _assigned(writing: Writing, step: Step) -> Table:
    return RowTable(step.kind, step.source, list(in_turn(writing.transaction, writing.at)))


def _take(writing: Writing, source: _Source, options: _Options) -> ImportReport:
    """Take the rows of a table within a transaction. Its ending says whether the transaction may be kept."""
    table = source.table(writing)
    with rejects_file(source.rejected, source.file, table.rejects) as rejects:
        run = Run(
            kind=source.kind,
            writing=writing,
            table=table,
            rejects=rejects,
            legal_entity=options.legal_entity,
            store=options.store,
            activity_types=options.activity_types,
        )
        taker = TAKERS[source.kind](run)
        total = table.total()
        for chunk in _chunks(table.rows()):
            if options.cancelled():
                return run.report(Ending.CANCELLED)
            taker.take(chunk)
            options.progress(run.read, None if total is None else max(total, run.read))
    if run.rejected and not options.partial:
        return run.report(Ending.REFUSED)
    if run.created + run.changed and source.kind not in WITH_OWN_LINES:
        writing.note(source.kind, None, None, f"{run.created} created, {run.changed} changed")
    return run.report(Ending.DRY_RUN if options.dry_run else Ending.TAKEN)


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk
