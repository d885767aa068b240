"""The file of rejected rows: as they stood in the file, with line, column and reason. It can be imported again."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from clienteling.domain.errors import Invalid, mark
from clienteling.domain.importing import REJECTED, Rejected
from clienteling.services.importing.row import Row


class Rejects:
    """Takes rejected rows. Without a file it forgets them."""

    def __init__(self, writer: Any = None, kept: Sequence[int] = ()) -> None:
        self._writer = writer
        self._kept = kept

    def add(self, row: Row, rejected: Rejected) -> None:
        if self._writer is None:
            return
        whole = row.problem is None or bool(row.problem.field)
        fields = [row.fields[place] for place in self._kept] if whole else list(row.fields)
        self._writer.writerow([*_padded(fields, len(self._kept)), rejected.line, rejected.column, rejected.reason])


@contextmanager
def rejects_file(file: Path | None, source: Path | None, header: Sequence[str], delimiter: str) -> Iterator[Rejects]:
    """Write rejected rows of `source` to a file, from its beginning. Raises `Invalid` with field "rejected"."""
    if file is None:
        yield Rejects()
        return
    if source is not None and file.resolve() == source.resolve():
        raise Invalid("rejected", mark("The rejected rows cannot go to the file that is imported."))
    # Columns of an earlier rejection are left out: the file then has them once.
    kept = [place for place, name in enumerate(header) if name not in REJECTED]
    try:
        # With a byte order mark it is known as UTF-8, whatever encoding the mapping says.
        with file.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as stream:
            writer = csv.writer(stream, delimiter=delimiter)
            writer.writerow([*(header[place] for place in kept), *REJECTED])
            yield Rejects(writer, kept)
    except OSError as error:
        raise Invalid(
            "rejected",
            mark("The file of rejected rows cannot be written: {reason}."),
            reason=error.strerror or str(error),
        ) from error


def _padded(fields: list[str], length: int) -> list[str]:
    """At least as many fields as there are columns, so that what was added stands in its own."""
    return fields + [""] * (length - len(fields))
