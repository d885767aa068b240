"""Rows under canonical names: from a file with its mapping, or from rows that are canonical already."""

from collections.abc import Iterable, Iterator, Sized
from collections.abc import Mapping as Read
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from clienteling.domain.errors import Invalid, mark
from clienteling.domain.importing import COLUMNS, REJECTED, Kind
from clienteling.services.importing.mapping import IGNORE_ALL, KindMapping, Mapping, columns_in, fill
from clienteling.services.importing.reader import CsvFile, RawRow
from clienteling.services.importing.rejects import CsvRejects, Rejects
from clienteling.services.importing.row import Formats, Row


class Table(Protocol):
    """Where rows come from. They can be read again from the beginning, as a transaction can run again."""

    @property
    def name(self) -> str: ...

    @property
    def left_out(self) -> Read[str, int]:
        """How often there was something that rows have no place for, by what it is, among those that were read."""
        ...

    def total(self) -> int | None:
        """About how many rows there are."""
        ...

    def rows(self) -> Iterator[Row]: ...

    def original(self, row: Row, column: str) -> tuple[str, str]:
        """What a canonical column is called in the file, and what stands there."""
        ...

    def rejects(self, file: Path | None) -> Rejects:
        """What writes rejected rows as they stood in this file."""
        ...


class FileTable:
    """A CSV file. Raises `Invalid` with field "file" if its columns are not those of the kind."""

    def __init__(self, kind: Kind, file: Path, mapping: Mapping | None, given: frozenset[str]) -> None:
        """`given` are canonical columns that the file need not have, because somebody said what they are."""
        rules = (mapping.of(kind) if mapping else None) or KindMapping()
        self._csv = CsvFile(file, mapping.encoding, mapping.delimiter) if mapping else CsvFile(file)
        self._formats = Formats(mapping.decimal_comma, mapping.date_format) if mapping else Formats()
        self.name = file.name
        self.delimiter = self._csv.delimiter
        self.left_out: Read[str, int] = {}
        self.header = self._csv.header()
        self._places = {name: place for place, name in enumerate(self.header) if name}
        self._sources = self._renamed(kind, rules)
        self._templates = dict(rules.templates)
        self._values = dict(rules.values)
        self._check(kind, rules, given)

    def _renamed(self, kind: Kind, rules: KindMapping) -> dict[str, str]:
        """The column of the file for each canonical one."""
        ignored = {*rules.ignore, *rules.templates}
        taken = {name: name for name in self._places if COLUMNS[kind].knows(name) and name not in ignored}
        return {**taken, **rules.columns}

    def _check(self, kind: Kind, rules: KindMapping, given: frozenset[str]) -> None:
        wanted = {*self._sources.values(), *(c for t in self._templates.values() for c in columns_in(t))}
        if missing := sorted(wanted - self._places.keys()):
            raise self._wrong(mark("The file {file} has no column “{column}”, which the mapping names."), missing[0])
        known = {*self._sources, *self._templates, *given}
        for column in COLUMNS[kind].required:
            if column not in known:
                raise self._wrong(mark("The file {file} has no column “{column}”."), column)
        if unmapped := sorted(rules.values.keys() - {*self._sources, *self._templates}):
            raise self._wrong(mark("The file {file} has no column “{column}”, which the mapping names."), unmapped[0])
        if IGNORE_ALL in rules.ignore:
            return
        left = [name for name in self._places if name not in {*wanted, *rules.ignore, *REJECTED}]
        if left:
            raise self._wrong(
                mark("Nobody asks for the column “{column}” of {file}. A mapping can rename it, or ignore it."),
                left[0],
            )

    def _wrong(self, message: str, column: str) -> Invalid:
        return Invalid("file", message, file=self.name, column=column)

    def total(self) -> int | None:
        """About: the last line may be without an end, and the first is the header."""
        return max(0, self._csv.lines() - 1)

    def rows(self) -> Iterator[Row]:
        for raw in self._csv.rows():
            yield self._row(raw)

    def _row(self, raw: RawRow) -> Row:
        row = Row(raw.line, {}, raw.fields, self._formats, raw.problem)
        if raw.problem is None and len(raw.fields) != len(self.header):
            row.problem = Invalid(
                "",
                mark("The row has {fields} fields, the header {columns}."),
                fields=len(raw.fields),
                columns=len(self.header),
            )
        if row.problem is None:
            self._fill(row)
        return row

    def _fill(self, row: Row) -> None:
        cells = row.cells
        for column, source in self._sources.items():
            cells[column] = row.fields[self._places[source]]
        if self._templates:
            named = {name: row.fields[place].strip() for name, place in self._places.items()}
            for column, template in self._templates.items():
                cells[column] = fill(template, named)
        for column, values in self._values.items():
            text = cells[column].strip()
            if text in values:
                cells[column] = values[text]
            elif text:
                row.problem = Invalid(column, mark("The mapping does not say what “{text}” means."), text=text)

    def rejects(self, file: Path | None) -> Rejects:
        return CsvRejects(file, self.header, self.delimiter)

    def original(self, row: Row, column: str) -> tuple[str, str]:
        if not column:
            return "", self.delimiter.join(row.fields)
        source = self._sources.get(column)
        if source is None and column in self._templates:
            source = next(iter(columns_in(self._templates[column])), None)
        if source is None:
            return column, row.cells.get(column, "")
        return source, row.fields[self._places[source]]


@dataclass(frozen=True, slots=True)
class RowTable:
    """Rows that are canonical already; each may have columns of its own. `line` counts them from 1."""

    kind: Kind
    name: str
    given: Iterable[dict[str, str]]
    left_out: Read[str, int] = field(default_factory=dict)
    _known: set[tuple[str, ...]] = field(default_factory=set)

    def total(self) -> int | None:
        return len(self.given) if isinstance(self.given, Sized) else None

    def rows(self) -> Iterator[Row]:
        for number, cells in enumerate(self.given, 1):
            yield Row(number, cells, tuple(cells.values()), Formats(), self._problem(tuple(cells)))

    def rejects(self, file: Path | None) -> Rejects:
        return CsvRejects(file, (), ",")

    def original(self, row: Row, column: str) -> tuple[str, str]:
        return column, row.cells.get(column, "")

    def _problem(self, columns: tuple[str, ...]) -> Invalid | None:
        if columns in self._known:
            return None
        if wrong := [column for column in columns if not COLUMNS[self.kind].knows(column)]:
            return Invalid(wrong[0], mark("{kind} have no column “{column}”."), kind=self.kind, column=wrong[0])
        self._known.add(columns)
        return None
