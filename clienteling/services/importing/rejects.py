"""The file of rejected rows: as they stood in the file, with line, column and reason. It can be imported again."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from clienteling.domain.errors import Invalid, mark
from clienteling.domain.importing import REJECTED, Rejected
from clienteling.services.importing.row import Row


class Rejects:
    """Takes rejected rows. The file is there from the first one on; without a file they are forgotten."""

    def __init__(self, file: Path | None, header: Sequence[str], delimiter: str) -> None:
        self._file = file
        self._header = header
        self._delimiter = delimiter
        # Columns of an earlier rejection are left out: the file then has them once.
        self._kept = [place for place, name in enumerate(header) if name not in REJECTED]
        self._stream: TextIO | None = None
        self._writer: Any = None

    def add(self, row: Row, rejected: Rejected) -> None:
        if self._file is None:
            return
        fields = list(row.fields)
        if len(fields) == len(self._header):
            fields = [fields[place] for place in self._kept]
        # At least as many fields as there are columns, so that what is added stands in its own.
        fields += [""] * (len(self._kept) - len(fields))
        with _writing():
            self._writer = self._writer or self._begun(self._file)
            self._writer.writerow([*fields, rejected.line, rejected.column, rejected.reason])

    def close(self) -> None:
        if self._stream is not None:
            with _writing():
                self._stream.close()

    def _begun(self, file: Path) -> Any:
        # With a byte order mark it is known as UTF-8, whatever encoding the mapping says.
        self._stream = file.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="")
        writer = csv.writer(self._stream, delimiter=self._delimiter)
        writer.writerow([*(self._header[place] for place in self._kept), *REJECTED])
        return writer


@contextmanager
def rejects_file(file: Path | None, source: Path | None, header: Sequence[str], delimiter: str) -> Iterator[Rejects]:
    """Where the rejected rows of `source` go. What an earlier import left there is deleted.

    Raises `Invalid` with field "rejected", as adding a row does.
    """
    if file is not None:
        if source is not None and file.resolve() == source.resolve():
            raise Invalid("rejected", mark("The rejected rows cannot go to the file that is imported."))
        with _writing():
            file.unlink(missing_ok=True)
    rejects = Rejects(file, header, delimiter)
    try:
        yield rejects
    finally:
        rejects.close()


@contextmanager
def _writing() -> Iterator[None]:
    """Turns what the system says about the file into words."""
    try:
        yield
    except OSError as error:
        raise Invalid(
            "rejected",
            mark("The file of rejected rows cannot be written: {reason}."),
            reason=error.strerror or str(error),
        ) from error
