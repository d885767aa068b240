"""The import page: ask, watch, cancel, read what came of it. An empty database shows it before anybody signs in."""

import os
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.errors import Invalid, Problem
from clienteling.domain.importing import Ending, FolderReport, ImportReport, Kind
from clienteling.domain.worker import Session
from clienteling.services.importing.importer import Importer
from clienteling.services.importing.mapping import Mapping, load_mapping, ready_mappings
from clienteling.services.importing.rejects import rejected_name
from clienteling.ui.formats import Formats
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.page import Page
from clienteling.ui.pos.import_form import Asked, ImportForm, kind_name
from clienteling.ui.pos.import_report import ImportReportView
from clienteling.ui.tasks import Lane, Tasks
from clienteling.ui.theme import PAGE_PADDING
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.progress import ProgressBar

_FORM_WIDTH = 440


@dataclass(frozen=True, slots=True)
class Importing:
    """What importing needs. Without a session it is the set-up of an empty database."""

    importer: Importer
    session: Session | None
    tasks: Tasks
    formats: Formats


class ImportPanel(QWidget):
    """The whole of importing, on a page or alone in the window. `finished` is emitted after each import."""

    finished = Signal()

    def __init__(self, importing: Importing) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._importing = importing
        self._cancelled = threading.Event()
        self.form = ImportForm(ready_mappings())
        self.form.asked.connect(self.start)
        self.form.stores_wanted.connect(self._read_stores)
        self.progress = ProgressBar(translate("ImportPage", "Import"))
        self.note = Label(tone=Tone.MUTED)
        self.cancel = Button(translate("ImportPage", "Cancel"), icon="x")
        self.cancel.clicked.connect(self._cancel)
        self.outcome = Banner()
        self.reports = ImportReportView(importing.formats)
        # Lives on when another worker takes over while files are read.
        self._steps = _Steps(importing.tasks)
        self._steps.advanced.connect(self._show_progress)
        importing.tasks.closing.connect(self._cancelled.set)
        self._lay_out()
        self._show_idle()

    def start(self, asked: Asked) -> None:
        """Import, or try."""
        self._cancelled.clear()
        self.form.set_busy(True)
        self.outcome.hide()
        self.reports.show_reports(())
        for widget in (self.progress, self.note, self.cancel):
            widget.show()
        self.progress.set_part(None)
        self.note.setText(QCoreApplication.translate("ImportPage", "Reading…"))
        # Not on the database lane: an import may take minutes, and other pages go on reading meanwhile.
        self._importing.tasks.query(
            self, self._work(asked), self._show_reports, key="import", failed=self._fail, lane=Lane.CLOUD
        )

    def _work(self, asked: Asked) -> Callable[[], tuple[FolderReport, Path]]:
        importer, session = self._importing.importer, self._importing.session
        steps, cancelled = self._steps, self._cancelled.is_set
        rejected = _rejected_folder(asked.path)

        def take_folder(mapping: Mapping) -> FolderReport:
            return importer.import_folder(
                session,
                asked.path,
                mapping,
                dry_run=asked.dry_run,
                partial=asked.partial,
                rejected=rejected,
                progress=lambda kind, done, total: steps.advance(kind_name(kind), done, total),
                cancelled=cancelled,
            )

        def take_file(kind: Kind, mapping: Mapping | None) -> FolderReport:
            report = importer.import_file(
                session,
                kind,
                asked.path,
                mapping=mapping,
                store=asked.store,
                dry_run=asked.dry_run,
                partial=asked.partial,
                rejected=rejected / rejected_name(asked.path),
                progress=lambda done, total: steps.advance(kind_name(kind), done, total),
                cancelled=cancelled,
            )
            return FolderReport((report,), None)

        def work() -> tuple[FolderReport, Path]:
            mapping = None if asked.mapping is None else load_mapping(asked.mapping)
            if asked.kind is not None:
                return take_file(asked.kind, mapping), rejected
            return take_folder(mapping or Mapping()), rejected

        return work

    def _read_stores(self) -> None:
        importing = self._importing
        work = partial(importing.importer.places, importing.session)
        importing.tasks.query(self, work, self.form.set_stores, key="stores", failed=self._fail)

    def _cancel(self) -> None:
        self._cancelled.set()
        self.note.setText(QCoreApplication.translate("ImportPage", "Cancelling…"))

    def _show_progress(self, kind: str, done: int, total: int) -> None:
        if self._cancelled.is_set():
            return
        translate, number = QCoreApplication.translate, self._importing.formats.number
        self.progress.set_part(done / total if total > 0 else None)
        text = translate("ImportPage", "{kind}: {done} rows", None, done)
        if total > 0:
            text = translate("ImportPage", "{kind}: {done} of {total} rows", None, total)
        self.note.setText(text.format(kind=kind, done=number(done), total=number(total)))

    def _show_reports(self, found: tuple[FolderReport, Path]) -> None:
        folder, rejected = found
        self._show_idle()
        self.reports.show_reports(folder.reports)
        self._say(folder, rejected)
        if folder.changes.kinds:
            self._importing.tasks.changed.emit(folder.changes)
        self.finished.emit()

    def _say(self, folder: FolderReport, rejected: Path) -> None:
        translate = QCoreApplication.translate
        if folder.problem is not None:
            self._say_problem(folder.problem)
            return
        bad = sum(report.rejected for report in folder.reports)
        notes = []
        if bad:
            notes.append(translate("ImportPage", "The rejected rows are in {folder}.").format(folder=rejected))
        left_out = Counter[str]()
        for report in folder.reports:
            left_out.update(report.left_out)
        if left_out:
            found = ", ".join(f"{name} {self._importing.formats.number(n)}" for name, n in left_out.items())
            notes.append(translate("ImportPage", "There is no place for: {found}.").format(found=found))
        self.outcome.set_weight(*_OUTCOMES[_worst(folder.reports)])
        self.outcome.say(_summary(folder.reports, self._importing.formats), " ".join(notes))
        self.outcome.show()

    def _fail(self, error: Exception) -> None:
        self._show_idle()
        if isinstance(error, Invalid) and error.field in ("mapping", "kind", "store"):
            self.form.refuse(error.field, problem_message(error))
        elif isinstance(error, Problem):
            self._say_problem(error)

    def _say_problem(self, problem: Problem) -> None:
        self.outcome.set_weight(Weight.DANGER, "circle-alert")
        self.outcome.say(problem_title(problem), problem_message(problem))
        self.outcome.show()

    def _show_idle(self) -> None:
        self.form.set_busy(False)
        for widget in (self.progress, self.note, self.cancel):
            widget.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        left = QVBoxLayout()
        self.form.setFixedWidth(_FORM_WIDTH)
        left.addWidget(self.form)
        left.addStretch(1)
        row.addLayout(left)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.outcome)
        self.outcome.hide()
        running = QHBoxLayout()
        running.setSpacing(16)
        bar = QVBoxLayout()
        bar.setSpacing(8)
        bar.addStretch(1)
        bar.addWidget(self.note)
        bar.addWidget(self.progress)
        bar.addStretch(1)
        running.addLayout(bar, 1)
        running.addWidget(self.cancel)
        right.addLayout(running)
        right.addWidget(self.reports, 1)
        row.addLayout(right, 1)


class ImportPage(Page):
    """Importing for a worker who may."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self.panel = ImportPanel(Importing(till.services.importer, till.session, till.tasks, till.formats))
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(0)
        column.addWidget(PageHead(QCoreApplication.translate("ImportPage", "Import")))
        column.addWidget(self.panel, 1)

    def activate(self, argument: object) -> None:
        if isinstance(argument, Kind):
            self.panel.form.propose(argument)
        self.panel.form.path.setFocus()

    def refresh(self, changes: Changes) -> None:
        """Nothing here shows what others change."""


class _Steps(QObject):
    """Carries progress from the lane to the GUI thread."""

    advanced = Signal(str, int, int)

    def advance(self, kind: str, done: int, total: int | None) -> None:
        self.advanced.emit(kind, done, total or 0)


_OUTCOMES = {
    Ending.TAKEN: (Weight.ACCENT, "circle-check"),
    Ending.DRY_RUN: (Weight.ACCENT, "flask-conical"),
    Ending.REFUSED: (Weight.DANGER, "circle-alert"),
    Ending.CANCELLED: (Weight.WARNING, "circle-alert"),
}


def _worst(reports: tuple[ImportReport, ...]) -> Ending:
    endings = {report.ending for report in reports}
    order = (Ending.REFUSED, Ending.CANCELLED, Ending.DRY_RUN, Ending.TAKEN)
    return next((ending for ending in order if ending in endings), Ending.TAKEN)


def _summary(reports: tuple[ImportReport, ...], formats: Formats) -> str:
    translate = QCoreApplication.translate
    rows, bad = sum(report.read for report in reports), sum(report.rejected for report in reports)
    match _worst(reports):
        case Ending.TAKEN:
            text = translate("ImportPage", "{rows} rows read, {bad} rejected, all others taken.", None, rows)
        case Ending.DRY_RUN:
            text = translate(
                "ImportPage", "{rows} rows read, {bad} would be rejected. Nothing was changed.", None, rows
            )
        case Ending.CANCELLED:
            text = translate("ImportPage", "Cancelled after {rows} rows. The file in work was not taken.", None, rows)
        case _:
            text = translate("ImportPage", "{bad} of {rows} rows are wrong, so their file was not taken.", None, bad)
    return text.format(rows=formats.number(rows), bad=formats.number(bad))


def _rejected_folder(source: Path) -> Path:
    """Where rejected rows go: beside the source, or where that may not be written, the user's documents or home."""
    beside = source if source.is_dir() else source.parent
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return next((f for f in (beside, documents) if f.is_dir() and os.access(f, os.W_OK)), Path.home())
