"""Exporting customers from a page: where to and as what is asked, then they are written while the page goes on."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.exporting import Exported, Form
from clienteling.ui.pos.override_dialog import with_permission
from clienteling.ui.tasks import Lane
from clienteling.ui.till import Till


class ExportActions(QObject):
    """Operations 9007 and 9008 for the customers of `page`, by right or with somebody's signature."""

    def __init__(self, till: Till, page: QWidget) -> None:
        super().__init__(page)
        self._till = till
        self._page = page
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def ask(self, customer_ids: Sequence[int], name: str = "", *, are_own: bool = True) -> None:
        """Ask for a file and write the customers into it; `name` is that of the only one."""
        operation = Operation.EXPORT if are_own else Operation.EXPORT_STORE
        with_permission(self._till, self._page.window(), (operation,), partial(self._ask_file, customer_ids, name))

    def _ask_file(self, customer_ids: Sequence[int], name: str, till: Till) -> None:
        translate = QCoreApplication.translate
        forms = {
            translate("Export", "Table for spreadsheets (*.csv)"): Form.CSV,
            translate("Export", "vCard 4.0 (*.vcf)"): Form.VCARD_4,
            translate("Export", "vCard 3.0, for older phones and programs (*.vcf)"): Form.VCARD_3,
        }
        proposed = Path(self._folder) / _file_name(name or translate("Export", "customers"))
        chosen, kind = QFileDialog.getSaveFileName(
            self._page.window(), translate("Export", "Export customers"), str(proposed), ";;".join(forms)
        )
        if chosen:
            file, form = named(Path(chosen), forms.get(kind, Form.CSV))
            self.write(list(customer_ids), file, form, till.session)
        else:
            till.end_signature()

    def write(self, customer_ids: list[int], file: Path, form: Form, session: Session | None = None) -> None:
        """Write the customers, and say how many."""
        self._folder = str(file.parent)
        session = session or self._till.session
        work = partial(self._till.services.exports.export, session, customer_ids, file, form)
        # Not on the database lane: many customers take a while, and pages go on reading meanwhile.
        self._till.tasks.query(self, work, self._say_written, failed=self._till.messages.error, lane=Lane.CLOUD)

    def _say_written(self, exported: Exported) -> None:
        words = QCoreApplication.translate("Export", "{count} customers exported to {file}", None, exported.count)
        count = self._till.formats.number(exported.count)
        self._till.messages.toast(words.format(count=count, file=exported.file.name), icon="download")


def named(file: Path, form: Form) -> tuple[Path, Form]:
    """The file, with an ending if it has none, and the form that its ending asks for rather than the one chosen."""
    if not file.suffix:
        return file.with_suffix(form.ending), form
    if file.suffix.lower() == form.ending:
        return file, form
    return file, {".csv": Form.CSV, ".vcf": Form.VCARD_4}.get(file.suffix.lower(), form)


def _file_name(name: str) -> str:
    """A name without what file systems do not take."""
    return "".join(c if c.isalnum() or c in " -_." else "_" for c in name)[:60].strip(" .") or "customers"
