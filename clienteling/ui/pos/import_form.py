"""What an import needs to know: one file or a folder, which mapping, and what happens to bad rows."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.company import Store
from clienteling.domain.importing import VCARDS, Kind
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.button import Kind as Weight
from clienteling.ui.widgets.field import Field, Labelled
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.segments import Segment, Segments
from clienteling.ui.widgets.select import Choice, Select
from clienteling.ui.widgets.switch import Switch

FOLDER, FILE = "folder", "file"
_OWN_MAPPING = "own"


@dataclass(frozen=True, slots=True)
class Asked:
    """An import as it was asked for. `kind` is None for a folder, `mapping` for files with our own columns.

    `store` is the code of the home store of customers on vCards.
    """

    path: Path
    kind: Kind | None
    mapping: Path | None
    partial: bool
    dry_run: bool
    store: str | None = None


class ImportForm(Box):
    """Emits `asked(Asked)`. `ready` are the mapping files that come with the program, by name.

    `stores_wanted` is emitted when a file of vCards is chosen: `set_stores` says for which stores there can be some.
    """

    asked = Signal(object)
    stores_wanted = Signal()

    def __init__(self, ready: Mapping[str, Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._ready = dict(ready)
        self._own: Path | None = None
        self.what = Segments(
            (
                Segment(FOLDER, translate("ImportPage", "A folder of files")),
                Segment(FILE, translate("ImportPage", "One file")),
            ),
            FOLDER,
            name=translate("ImportPage", "What to import"),
        )
        self.path = Field(translate("ImportPage", "Folder"))
        self.browse = Button(translate("ImportPage", "Choose…"), icon="folder-open")
        self.kind = Select(
            [Choice(kind, kind_name(kind)) for kind in Kind],
            field=True,
            placeholder=translate("ImportPage", "What the file holds"),
        )
        self._kind = Labelled(translate("ImportPage", "It holds"), self.kind)
        self.store = Select(field=True, placeholder=translate("ImportPage", "Choose a store"))
        self._store = Labelled(translate("ImportPage", "Home store of the customers"), self.store)
        self.mapping = Select(field=True)
        self._mapping = Labelled(translate("ImportPage", "Mapping"), self.mapping)
        self.partial = Switch(translate("ImportPage", "Take the good rows even if some are rejected"))
        self.try_button = Button(translate("ImportPage", "Try, change nothing"), icon="flask-conical")
        self.import_button = Button(translate("ImportPage", "Import"), icon="file-input", kind=Weight.PRIMARY)
        self._lay_out()
        self._offer_mappings()
        self._show_what(FOLDER)
        self.what.changed.connect(self._show_what)
        self.browse.clicked.connect(self._browse)
        self.path.edit.textChanged.connect(self._show_store)
        self.store.changed.connect(lambda _: self._store.clear_error())
        self.mapping.changed.connect(self._choose_mapping)
        self.kind.changed.connect(lambda _: self._kind.clear_error())
        self.try_button.clicked.connect(lambda: self._ask(dry_run=True))
        self.import_button.clicked.connect(lambda: self._ask(dry_run=False))

    def propose(self, kind: Kind) -> None:
        """Begin with one file of a kind."""
        self.what.set_value(FILE)
        self.kind.set_value(kind)
        self._kind.clear_error()
        self._show_what(FILE)

    def set_busy(self, busy: bool) -> None:
        for widget in (self.what, self.path, self.browse, self._kind, self._store, self._mapping, self.partial):
            widget.setEnabled(not busy)
        self.try_button.setEnabled(not busy)
        self.import_button.setEnabled(not busy)

    def set_stores(self, stores: Sequence[Store]) -> None:
        self.store.set_choices([Choice(store.code, f"{store.code} {store.name}") for store in stores])

    def refuse(self, field: str, message: str) -> None:
        """Say at the field what is wrong with it."""
        target = {"mapping": self._mapping, "kind": self._kind, "store": self._store}.get(field, self.path)
        target.set_error(message)
        target.setFocus()

    def _ask(self, *, dry_run: bool) -> None:
        translate = QCoreApplication.translate
        text = self.path.text().strip()
        folder = self.what.value() == FOLDER
        kind = self.kind.value()
        path = _existing(text, folder=folder)
        if path is None:
            self.path.set_error(
                translate("ImportPage", "There is no such folder.")
                if folder
                else translate("ImportPage", "There is no such file.")
            )
            self.path.edit.setFocus()
            return
        cards = self._holds_cards()
        if cards:
            kind = Kind.CUSTOMERS
        if not folder and not isinstance(kind, Kind):
            self._kind.set_error(translate("ImportPage", "Please choose what the file holds."))
            return
        store = self.store.value() if cards else None
        if cards and not store:
            self._store.set_error(translate("ImportPage", "Please choose the home store: vCards do not say it."))
            return
        mapping = self._chosen_mapping()
        if folder and mapping is None:
            self._mapping.set_error(translate("ImportPage", "A folder needs a mapping: it names the files."))
            return
        asked_kind = kind if isinstance(kind, Kind) and not folder else None
        self.asked.emit(
            Asked(path, asked_kind, mapping, self.partial.isChecked(), dry_run, str(store) if store else None)
        )

    def _holds_cards(self) -> bool:
        """Whether the file is one of vCards, which hold customers."""
        return self.what.value() == FILE and Path(self.path.text().strip()).suffix.lower() in VCARDS

    def _show_store(self) -> None:
        """Ask for what the file does not say."""
        cards = self._holds_cards()
        if cards and self._store.isHidden():
            self.stores_wanted.emit()
        self._store.setVisible(cards)
        self._kind.setVisible(self.what.value() == FILE and not cards)

    def _chosen_mapping(self) -> Path | None:
        chosen = self.mapping.value()
        return self._own if chosen == _OWN_MAPPING else self._ready.get(str(chosen))

    def _show_what(self, what: object) -> None:
        translate = QCoreApplication.translate
        self._show_store()
        self.path.set_label(translate("ImportPage", "File") if what == FILE else translate("ImportPage", "Folder"))
        self.path.clear_error()

    def _browse(self) -> None:
        translate = QCoreApplication.translate
        if self.what.value() == FOLDER:
            chosen = QFileDialog.getExistingDirectory(self, translate("ImportPage", "Choose a folder"))
        else:
            chosen, _ = QFileDialog.getOpenFileName(
                self,
                translate("ImportPage", "Choose a file"),
                "",
                translate("ImportPage", "Tables and vCards (*.csv *.txt *.vcf *.vcard)"),
            )
        if chosen:
            self.path.set_text(chosen)
            self.path.clear_error()

    def _choose_mapping(self, key: object) -> None:
        self._mapping.clear_error()
        translate = QCoreApplication.translate
        if key != _OWN_MAPPING:
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            translate("ImportPage", "Choose a mapping file"),
            "",
            translate("ImportPage", "Mappings (*.toml)"),
        )
        self._own = Path(chosen) if chosen else None
        self._offer_mappings()
        self.mapping.set_value(_OWN_MAPPING if chosen else "")

    def _offer_mappings(self) -> None:
        translate = QCoreApplication.translate
        own = self._own.name if self._own else translate("ImportPage", "A mapping file of my own…")
        self.mapping.set_choices(
            [
                Choice("", translate("ImportPage", "None: the columns are called as the program calls them")),
                *(Choice(name, name) for name in self._ready),
                Choice(_OWN_MAPPING, own),
            ]
        )
        if self.mapping.value() is None:
            self.mapping.set_value("")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(16)
        column.addWidget(self.what)
        place = QHBoxLayout()
        place.setSpacing(12)
        place.addWidget(self.path, 1)
        place.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(place)
        column.addWidget(self._kind)
        column.addWidget(self._store)
        column.addWidget(self._mapping)
        column.addWidget(self.partial)
        column.addWidget(
            Label(
                QCoreApplication.translate(
                    "ImportPage",
                    "Without it a file is taken whole or not at all. Importing again changes nothing twice.",
                ),
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self.try_button)
        buttons.addWidget(self.import_button)
        column.addLayout(buttons)


def _existing(text: str, *, folder: bool) -> Path | None:
    """The folder or file that was typed, if there is one."""
    # What no system would call a file, and the home of somebody whom this one does not know.
    with suppress(OSError, RuntimeError, ValueError):
        path = Path(text).expanduser()
        if text and (path.is_dir() if folder else path.is_file()):
            return path
    return None


def kind_name(kind: Kind) -> str:
    """What people call a kind of file."""
    translate = QCoreApplication.translate
    return {
        Kind.LEGAL_ENTITIES: translate("ImportPage", "Legal entities"),
        Kind.STORES: translate("ImportPage", "Stores"),
        Kind.WORKERS: translate("ImportPage", "Workers"),
        Kind.ATTRIBUTES: translate("ImportPage", "Attributes"),
        Kind.MEASURE_DEFINITIONS: translate("ImportPage", "Measures, their definitions"),
        Kind.ACTIVITY_TYPES: translate("ImportPage", "Activity types"),
        Kind.PRODUCTS: translate("ImportPage", "Products"),
        Kind.CUSTOMERS: translate("ImportPage", "Customers"),
        Kind.ATTRIBUTE_VALUES: translate("ImportPage", "Attribute values"),
        Kind.MEASURES: translate("ImportPage", "Measures, their values"),
        Kind.SCORES: translate("ImportPage", "Engagement scores"),
        Kind.PURCHASES: translate("ImportPage", "Purchases"),
        Kind.ACTIVITIES: translate("ImportPage", "Activities"),
        Kind.NOTES: translate("ImportPage", "Notes"),
        Kind.BOOKS: translate("ImportPage", "Client books"),
    }[kind]
