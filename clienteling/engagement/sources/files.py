"""Which source a file is, by its extension."""

from collections.abc import Callable
from pathlib import Path

from clienteling.domain.errors import Invalid, mark
from clienteling.engagement.sources import Source
from clienteling.engagement.sources.calendars import CalendarFile
from clienteling.engagement.sources.mails import MailFolder, MboxFile
from clienteling.engagement.sources.tables import CsvFile, ParquetFile

_KINDS: dict[str, Callable[[Path], Source]] = {
    ".csv": CsvFile,
    ".parquet": ParquetFile,
    ".mbox": MboxFile,
    ".eml": MailFolder,
    ".ics": CalendarFile,
}


def open_file(file: Path) -> Source:
    """The source of a file, or of a folder of .eml files.

    Raises `Invalid` with field "file" for kinds that are not known.
    """
    if file.is_dir():
        return MailFolder(file)
    kind = _KINDS.get(file.suffix.lower())
    if kind is None:
        message = mark("“{file}” is of no kind that is known. There are: {kinds}.")
        raise Invalid("file", message, file=file.name, kinds=", ".join(_KINDS))
    if not file.exists():
        raise Invalid("file", mark("There is no file “{file}”."), file=file.name)
    return kind(file)
