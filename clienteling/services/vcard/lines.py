"""The lines of a vCard file, and where its cards begin and end. Nothing in a file is reason to stop reading it."""

import codecs
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from clienteling.domain.errors import Invalid, mark

LONGEST_CARD = 32 << 20  # bytes: a picture, and more than enough of everything else
_BEGIN, _END = b"BEGIN:VCARD", b"END:VCARD"
_LOOKED_AT = 1 << 16

# The first bytes of files that are not written in an extension of ASCII; the marks come before what looks like them.
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"B\0E\0", "utf-16-le"),
    (b"\0B\0E", "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class RawCard:
    """The lines from BEGIN to END, without their ends. `line` is the number of the first one in the file."""

    line: int
    lines: tuple[bytes, ...]
    problem: Invalid | None = None


def read_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, in UTF-8 if it was UTF-16 or UTF-32, else as they stand. Raises `UnicodeError`."""
    start = stream.read(_LOOKED_AT)
    stream.seek(0)
    wide = next((encoding for mark_, encoding in _WIDE if start.startswith(mark_)), None)
    if wide is not None:
        text = io.TextIOWrapper(stream, wide, newline="\n")
        yield from (line.encode().rstrip(b"\n").removesuffix(b"\r") for line in text)
        return
    if start.startswith(codecs.BOM_UTF8):
        stream.seek(len(codecs.BOM_UTF8))
    if b"\n" not in start and b"\r" in start:  # as Macs once wrote
        yield from stream.read().split(b"\r")
        return
    for line in iter(lambda: stream.readline(LONGEST_CARD), b""):
        yield line.removesuffix(b"\n").removesuffix(b"\r")


def split_cards(lines: Iterable[bytes]) -> Iterator[RawCard]:
    """The cards of a file. What is no whole card comes as one with its problem."""
    card: _Open | None = None
    stray: _Open | None = None
    for number, line in enumerate(lines, 1):
        if card is None:
            if _is(line, _BEGIN):
                if stray is not None:
                    yield stray.broken(mark("This stands outside of any card."))
                card, stray = _Open(number), None
                card.add(line)
            elif line.strip():
                stray = stray or _Open(number)
                stray.add(line)
        elif _is(line, _BEGIN) and not card.expects_another:
            yield card.broken(mark("The card has no end: END:VCARD is missing."))
            card = _Open(number)
            card.add(line)
        else:
            card.add(line)
            if card.is_whole:
                yield card.done()
                card = None
    if card is not None:
        yield card.broken(mark("The card has no end: END:VCARD is missing."))
    if stray is not None:
        yield stray.broken(mark("This stands outside of any card."))


def is_begin(line: bytes) -> bool:
    return _is(line, _BEGIN)


def is_end(line: bytes) -> bool:
    return _is(line, _END)


def _is(line: bytes, word: bytes) -> bool:
    """Whether the line says so; an indented one goes on with the line before."""
    return len(line) < 100 and line.rstrip().replace(b" :", b":").replace(b": ", b":").upper() == word


@dataclass(slots=True)
class _Open:
    """A card of which the end was not seen yet. Inside an AGENT stands another card."""

    line: int
    lines: list[bytes] = field(default_factory=list)
    depth: int = 0
    size: int = 0

    @property
    def expects_another(self) -> bool:
        before = next((line for line in reversed(self.lines) if line.strip()), b"").strip().upper()
        return before.startswith(b"AGENT") and before.endswith(b":")

    @property
    def is_whole(self) -> bool:
        return self.depth == 0 and bool(self.lines)

    def add(self, line: bytes) -> None:
        if _is(line, _BEGIN):
            self.depth += 1
        elif _is(line, _END):
            self.depth -= 1
        self.size += len(line)
        if self.size <= LONGEST_CARD:
            self.lines.append(line)

    def done(self) -> RawCard:
        if self.size > LONGEST_CARD:
            most = LONGEST_CARD >> 20
            problem = Invalid("", mark("The card is longer than {most} megabytes."), most=most)
            return RawCard(self.line, tuple(self.lines), problem)
        return RawCard(self.line, tuple(self.lines))

    def broken(self, message: str) -> RawCard:
        return RawCard(self.line, tuple(self.lines), Invalid("", message))
