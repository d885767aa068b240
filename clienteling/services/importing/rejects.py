"""The file of rejected rows: as they stood in the file, with line, column and reason. It can be imported again."""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TextIO

from clienteling.domain.errors import Invalid, mark
from clienteling.domain.importing import REJECTED, VCARDS, Rejected
from clienteling.services.importing.row import Row

REASON_IN_CARD = "X-CLIENTELING-REJECTED"


class Rejects(Protocol):
    """Takes rejected rows. The file is there from the first one on; without a file they are forgotten."""

    def add(self, row: Row, rejected: Rejected) -> None: ...

    def close(self) -> None: ...


class CsvRejects:
    """Rejected rows with line, column and reason behind their fields."""

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


class CardRejects:
    """Rejected vCards, as they stood in the file, with the reason in a property of its own."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._stream: BinaryIO | None = None

    def add(self, row: Row, rejected: Rejected) -> None:
        if self._file is None:
            return
        reason = "".join(" " if c.isspace() else c for c in f"{rejected.line} {rejected.column} {rejected.reason}")
        kept = [line for line in row.fields if not line.startswith(REASON_IN_CARD)]
        lines = [*kept[:1], f"{REASON_IN_CARD}:{reason}", *kept[1:]]
        with _writing():
            self._stream = self._stream or self._file.open("wb")
            # What was not UTF-8 is written as the bytes that it was.
            self._stream.write("".join(f"{line}\r\n" for line in lines).encode("utf-8", "surrogateescape"))

    def close(self) -> None:
        if self._stream is not None:
            with _writing():
                self._stream.close()


def rejected_name(file: Path) -> str:
    """What the file of the rows that were rejected from a file is called."""
    return f"{file.stem}-rejected{file.suffix if file.suffix.lower() in VCARDS else '.csv'}"


@contextmanager
def rejects_file(file: Path | None, source: Path | None, begun: Callable[[Path | None], Rejects]) -> Iterator[Rejects]:
    """Where the rejected rows of `source` go. What an earlier import left there is deleted.

    Raises `Invalid` with field "rejected", as adding a row does.
    """
    if file is not None:
        if source is not None and file.resolve() == source.resolve():
            raise Invalid("rejected", mark("The rejected rows cannot go to the file that is imported."))
        with _writing():
            file.unlink(missing_ok=True)
    rejects = begun(file)
    try:
        try:
            yield rejects
        finally:
            rejects.close()
    except BaseException:
        if file is not None:
            # Some of the rows would pass for all of them.
            file.unlink(missing_ok=True)
        raise


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
