"""Mail files: mbox and .eml. Of each mail the head is read, to its empty line, and the rest is skipped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO

from clienteling.domain.errors import Invalid, mark
from clienteling.engagement.interactions import Batch, Interaction, Kind, Rejected, batch_of

_AT_ONCE = 5000
_LONGEST_HEAD = 1 << 20  # bytes
_LONGEST_LINE = 1 << 16
_NO_HEAD = mark("There is no mail’s head.")
BAD_DATE = mark("The mail’s date is missing or cannot be read.")


@dataclass(frozen=True, slots=True)
class MboxFile:
    """Mails one after the other, each begun by a line "From ..."."""

    file: Path

    def batches(self) -> Iterator[Batch | Rejected]:
        yield from _batches(self._heads())

    def _heads(self) -> Iterator[tuple[str, bytes]]:
        with self.file.open("rb") as stream:
            if not stream.readline(_LONGEST_LINE).startswith(b"From "):
                if stream.tell():
                    raise Invalid("file", mark("The file {file} is damaged, or of another kind."), file=self.file.name)
                return
            number = 1
            while True:
                yield str(number), _head(stream)
                if not _skip_body(stream):
                    return
                number += 1


@dataclass(frozen=True, slots=True)
class MailFolder:
    """A mail in a file of its own (.eml), or all such in a folder and those below."""

    file: Path

    def batches(self) -> Iterator[Batch | Rejected]:
        files = sorted(self.file.rglob("*.eml")) if self.file.is_dir() else [self.file]
        yield from _batches((str(number), self._read(file)) for number, file in enumerate(files, 1))

    @staticmethod
    def _read(file: Path) -> bytes:
        try:
            with file.open("rb") as stream:
                return _head(stream)
        except OSError:
            return b""


def _head(stream: BinaryIO) -> bytes:
    """The lines up to the first empty one."""
    lines: list[bytes] = []
    size = 0
    while size < _LONGEST_HEAD and (line := stream.readline(_LONGEST_LINE)).rstrip(b"\r\n"):
        lines.append(line)
        size += len(line)
    return b"".join(lines)


def _skip_body(stream: BinaryIO) -> bool:
    """Go on to the next mail; false if there is none."""
    after_empty = True
    while line := stream.readline(_LONGEST_LINE):
        if after_empty and line.startswith(b"From "):
            return True
        after_empty = not line.rstrip(b"\r\n")
    return False


def _batches(heads: Iterable[tuple[str, bytes]]) -> Iterator[Batch | Rejected]:
    found: list[Interaction] = []
    places: list[int] = []
    for place, head in heads:
        read = _read(place, head)
        if isinstance(read, Rejected):
            yield read
        elif read is not None:
            found.append(read)
            places.append(int(place))
        if len(found) == _AT_ONCE:
            yield batch_of(found, places)
            found, places = [], []
    yield batch_of(found, places)


def _read(place: str, head: bytes) -> Interaction | Rejected | None:
    """A mail; none for what counts as none: drafts, and invitations, which calendars know."""
    message = BytesHeaderParser().parsebytes(head)
    if not message.keys():
        return Rejected(place, _NO_HEAD)
    if _text(message, "X-Unsent") == "1" or _is_invitation(message):
        return None
    at = _date(message)
    if at is None:
        return Rejected(place, BAD_DATE)
    sender = _addresses(message, "From") or _addresses(message, "Sender")
    identity = _text(message, "Message-ID")
    before = (_text(message, "References") or _text(message, "In-Reply-To")).split()
    return Interaction(
        Kind.MAIL,
        identity,
        before[0] if before else identity,
        at,
        sender[0] if sender else "",
        (*_addresses(message, "To"), *_addresses(message, "Cc")),
    )


def _is_invitation(message: "Message[str, str]") -> bool:
    kind = _text(message, "Content-Type").lower()
    return kind.startswith("text/calendar") or "calendarmessage" in _text(message, "Content-Class").lower()


def _date(message: "Message[str, str]") -> datetime | None:
    try:
        return parsedate_to_datetime(_text(message, "Date"))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _addresses(message: "Message[str, str]", name: str) -> list[str]:
    texts = [_storable(value) for value in message.get_all(name, [])]
    return [address for _, address in getaddresses(texts) if address]


def _text(message: "Message[str, str]", name: str) -> str:
    return _storable(message.get(name, "")).strip()


def _storable(value: object) -> str:
    # What is no text stands in a head as lone surrogates.
    return str(value).encode("utf-8", "replace").decode("utf-8")
