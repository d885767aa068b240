"""Reads CSV files line by line, and says where they are wrong. No more than one row is held at a time."""

import codecs
import csv
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from clienteling.domain.errors import Invalid, mark

LONGEST_LINE = 1 << 20  # a longer one is no line of a table
_BLOCK = 1 << 16

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_QUOTES = mark("The quotes are wrong: one is not closed, or something stands behind a closing one.")
_LONG_FIELD = mark("A field has more than {most} characters; perhaps a quote is not closed.")


@dataclass(frozen=True, slots=True)
class RawRow:
    """The fields of a row that begins at a physical line. A row that cannot be split is one field with its problem."""

    line: int
    fields: list[str]
    problem: Invalid | None = None


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A CSV file. Whatever is wrong with the file as a whole raises `Invalid` with field "file"."""

    file: Path
    encoding: str = "utf-8"
    delimiter: str = ","

    def header(self) -> tuple[str, ...]:
        """The names of the columns, without surrounding space."""
        with closing(self._split()) as split:
            first = next(split, None)
        if first is None:
            raise self._wrong(mark("The file {file} is empty."))
        if first.problem is not None:
            raise Invalid("file", first.problem.template, **first.problem.values)
        names = tuple(name.strip() for name in first.fields)
        if any("\0" in name for name in names):
            raise self._wrong(mark("The file {file} is no text: there are zero bytes. Is it UTF-16, or a spreadsheet?"))
        for other in {",", ";", "\t", "|"} - {self.delimiter}:
            if len(names) == 1 and other in names[0]:
                raise self._wrong(
                    mark("The columns of {file} seem to be separated by “{other}”. A mapping can say so: delimiter."),
                    other=other.replace("\t", "tab"),
                )
        named = [name for name in names if name]
        for name in named:
            if named.count(name) > 1:
                raise self._wrong(mark("The file {file} has two columns “{column}”."), column=name)
        return names

    def rows(self) -> Iterator[RawRow]:
        """The rows below the header. Empty lines are left out."""
        split = self._split()
        next(split, None)
        return split

    def lines(self) -> int:
        """How many lines end in the file: about as many as it has rows."""
        with self._reading(), self.file.open("rb") as stream:
            return sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))

    def _split(self) -> Generator[RawRow, None, None]:
        with self._reading(), self._open() as stream:
            lines = _Lines(self, stream)
            reader = lines.reader()
            while True:
                begin = lines.number + 1
                lines.taken.clear()
                try:
                    fields = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    # The row is given up where it began. What followed may be sound: it is read again, by itself.
                    first = lines.back_to_second()
                    reader = lines.reader()
                    yield RawRow(begin, [first.rstrip("\r\n")], _problem(error))
                    continue
                if any(field.strip() for field in fields):
                    yield RawRow(begin, fields)

    def _open(self) -> TextIO:
        if not self.file.is_file():
            raise self._wrong(mark("There is no file {file}."))
        return self.file.open(encoding=self._used_encoding(), errors="strict", newline="")

    def _used_encoding(self) -> str:
        with self.file.open("rb") as stream:
            start = stream.read(4)
        return next((name for bom, name in _BYTE_ORDER_MARKS if start.startswith(bom)), self.encoding)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Turns what the system says about the file into words."""
        try:
            yield
        except UnicodeError as error:
            raise self._undecodable(self._used_encoding()) from error
        except OSError as error:
            raise self._wrong(
                mark("The file {file} cannot be read: {reason}."), reason=error.strerror or str(error)
            ) from error

    def _undecodable(self, encoding: str) -> Invalid:
        """Where the first bytes stand that are no text in this encoding."""
        decoder = codecs.getincrementaldecoder(encoding)()
        line, read = 1, 0
        with self.file.open("rb") as stream:
            while block := stream.read(_BLOCK):
                pending = len(decoder.getstate()[0])
                try:
                    line += decoder.decode(block).count("\n")
                except UnicodeDecodeError as error:
                    line += error.object[: error.start].count(b"\n")
                    read += error.start - pending
                    break
                except UnicodeError:
                    break
                read += len(block)
        return self._wrong(
            mark(
                "The file {file} is not in {encoding}: see line {line}, byte {byte}. A mapping can name its encoding."
            ),
            encoding=encoding.upper(),
            line=line,
            byte=read + 1,
        )

    def _wrong(self, message: str, **values: object) -> Invalid:
        return Invalid("file", message, file=self.file.name, **values)

    def too_long(self, line: int) -> Invalid:
        return self._wrong(mark("Line {line} of {file} is too long for a table."), line=line)


class _Lines:
    """The lines of a stream with their number. Those taken for a row can be given back."""

    def __init__(self, file: CsvFile, stream: TextIO) -> None:
        self._file = file
        self._stream = stream
        self._waiting: deque[str] = deque()
        self.taken: list[str] = []
        self.number = 0

    def reader(self) -> Iterator[list[str]]:
        return csv.reader(self, delimiter=self._file.delimiter, strict=True)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else self._read()
        self.number += 1
        self.taken.append(line)
        return line

    def _read(self) -> str:
        line = self._stream.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        if len(line) == LONGEST_LINE:
            raise self._file.too_long(self.number + 1)
        return line

    def back_to_second(self) -> str:
        """Give back all lines of the row but the first, which is returned."""
        first, *rest = self.taken
        self._waiting.extendleft(reversed(rest))
        self.number -= len(rest)
        return first


def _problem(error: csv.Error) -> Invalid:
    if "field limit" in str(error):
        return Invalid("", _LONG_FIELD, most=csv.field_size_limit())
    return Invalid("", _QUOTES)
