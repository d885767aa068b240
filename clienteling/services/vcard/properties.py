"""The properties of a card: unfolded, taken apart, and decoded as the card and each property say.

The three versions differ in how lines are folded, what is escaped, and how values are encoded; what programs write
differs from all three. Parameters without a name ("TEL;HOME") are types or encodings.
"""

import base64
import binascii
import codecs
import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clienteling.domain.errors import Invalid, mark
from clienteling.services.vcard.lines import RawCard, is_begin, is_end

VERSIONS = ("2.1", "3.0", "4.0")
_QUOTED_PRINTABLE, _BASE64 = "QUOTED-PRINTABLE", frozenset({"B", "BASE64"})
_ENCODINGS = _BASE64 | {_QUOTED_PRINTABLE, "7BIT", "8BIT"}
_VERSION = re.compile(rb"VERSION\s*:\s*([^\s]+)\s*", re.IGNORECASE)
_LONGEST_HEAD = 4096  # name and parameters
_NAME = re.compile(r"(?:([^.]*)\.)?([A-Za-z0-9_-]+)")
_PARAMETERS = re.compile(r';((?:"[^"]*"|[^;])*)')
_VALUES = re.compile(r'(?:"[^"]*"|[^,])+')
_LIST = re.compile(r"(\\.)|,(?=\S)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_ESCAPED_OLD = re.compile(r"\\(;)")
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})  # Python's own


@dataclass(frozen=True, slots=True)
class Property:
    """A property. `name` and the keys of `parameters` are capitals; `is_old` says that it is written as in 2.1."""

    line: int
    group: str
    name: str
    parameters: Mapping[str, tuple[str, ...]]
    raw: bytes
    is_old: bool
    fallback: str

    @property
    def types(self) -> frozenset[str]:
        """The types in small letters; "pref" is none of them."""
        return frozenset(value.lower() for value in self.parameters.get("TYPE", ())) - {"pref"}

    @property
    def preference(self) -> int:
        """From 1, the first choice, to 100; 101 for what nobody prefers."""
        given = next(iter(self.parameters.get("PREF", ())), "")
        if given.isascii() and given.isdecimal() and len(given) < 4:
            return int(given)
        preferred = "PREF" in self.parameters or "pref" in {v.lower() for v in self.parameters.get("TYPE", ())}
        return 1 if preferred else 101

    def has(self, parameter: str, value: str) -> bool:
        return value in {known.lower() for known in self.parameters.get(parameter, ())}

    def text(self) -> str:
        """The whole value. Raises `Invalid`."""
        return self._plain(self._decoded())

    def parts(self, *, listed: bool = False) -> list[str]:
        """The components of the value, which ";" divides. Raises `Invalid`.

        Where they are `listed` there can be several of each, with a comma between them: a space is put behind it.
        """
        parts, start, text = [], 0, self._decoded()
        if listed and not self.is_old:
            text = _LIST.sub(lambda found: found[1] or ", ", text)
        for found in re.finditer(r"\\.|;", text, re.DOTALL):
            if found[0] == ";":
                parts.append(text[start : found.start()])
                start = found.end()
        return [self._plain(part) for part in (*parts, text[start:])]

    def _plain(self, text: str) -> str:
        pattern = _ESCAPED_OLD if self.is_old else _ESCAPED
        return pattern.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)

    def _decoded(self) -> str:
        value, encoding = self.raw, _encoding(self.parameters)
        if encoding == _QUOTED_PRINTABLE:
            value = quopri.decodestring(value)
        elif encoding in _BASE64:
            try:
                value = base64.b64decode(value)
            except binascii.Error:
                raise self._wrong(mark("Line {line}: {name} is no Base64.")) from None
        text = self._in_charset(value)
        return text.replace("\r\n", "\n") if encoding else text

    def _in_charset(self, value: bytes) -> str:
        named = next(iter(self.parameters.get("CHARSET", ())), "")
        if named:
            try:
                codec = codecs.lookup(named)
                if not codec._is_text_encoding or codec.name.replace("_", "-") in _NO_CHARSETS:
                    raise LookupError(named)
            except (LookupError, ValueError):
                raise self._wrong(mark("Line {line}: nobody knows the character set {charset}."), named) from None
        for encoding in (named,) if named else ("utf-8", self.fallback):
            try:
                return value.decode(encoding)
            except (UnicodeError, ValueError):
                continue
        if named:
            raise self._wrong(mark("Line {line}: {name} is not in the character set {charset}."), named)
        return value.decode("latin-1")

    def _wrong(self, message: str, charset: str = "") -> Invalid:
        return Invalid("", message, line=self.line, name=self.name, charset=charset)


@dataclass(frozen=True, slots=True)
class Card:
    """A card. `version` is one of `VERSIONS`."""

    line: int
    version: str
    properties: tuple[Property, ...]

    def all(self, name: str) -> list[Property]:
        """The properties of a name, what is preferred first."""
        return sorted((p for p in self.properties if p.name == name), key=lambda p: p.preference)

    def first(self, name: str) -> Property | None:
        return next(iter(self.all(name)), None)

    def label(self, of: Property) -> str:
        """What the owner of the card called a property: an X-ABLabel of the same group."""
        if not of.group:
            return ""
        found = (p for p in self.properties if p.name == "X-ABLABEL" and p.group == of.group)
        label = next((p.text().strip() for p in found), "")
        known = re.fullmatch(r"_\$!<(.*)>!\$_", label, re.DOTALL)  # Apple's own, translated when it is shown
        return known[1] if known else label


def parse_card(raw: RawCard, fallback: str = "cp1252") -> Card:
    """A card taken apart. `fallback` is the encoding of what is not UTF-8 and does not say what it is.

    Raises `Invalid` with what is wrong in which line.
    """
    if raw.problem is not None:
        raise raw.problem
    version = _version(raw)
    is_old = version == "2.1"
    logical = _unfolded(raw, is_old=is_old)
    properties = tuple(_property(line, text, is_old=is_old, fallback=fallback) for line, text in logical)
    return Card(raw.line, version, properties)


def _version(raw: RawCard) -> str:
    found = next((match[1] for line in raw.lines if (match := _VERSION.fullmatch(line))), b"3.0")
    version = found.decode("latin-1")
    if version not in VERSIONS:
        raise Invalid("", mark("Nobody knows the version {version} of vCard."), version=version)
    return version


@dataclass(slots=True)
class _Logical:
    """A line that may go on in the next one."""

    number: int
    pieces: list[bytes] = field(default_factory=list)
    encoding: str = ""

    @property
    def goes_on(self) -> bool:
        return self.encoding == _QUOTED_PRINTABLE and self.pieces[-1].endswith(b"=")


def _unfolded(raw: RawCard, *, is_old: bool) -> Iterator[tuple[int, bytes]]:
    """The lines between BEGIN and END with those that go on put together. Cards within the card are left out."""
    line: _Logical | None = None
    depth = 0
    for number, text in enumerate(raw.lines, raw.line):
        inside = depth == 1
        depth += is_begin(text) - is_end(text)
        if is_begin(text) or is_end(text) or not inside:
            continue
        if line is not None and line.goes_on:
            line.pieces[-1] = line.pieces[-1][:-1]
            line.pieces.append(text)
        elif line is not None and text[:1] in (b" ", b"\t"):
            line.pieces.append(text if is_old and line.encoding not in _BASE64 else text[1:])
        elif line is not None and line.encoding in _BASE64 and b":" not in text:
            line.pieces.append(text.strip())
        elif text.strip():
            if line is not None:
                yield line.number, b"".join(line.pieces)
            line = _Logical(number, [text], _encoding(_parameters(text)))
    if line is not None:
        yield line.number, b"".join(line.pieces)


def _property(number: int, line: bytes, *, is_old: bool, fallback: str) -> Property:
    head = _head(line)
    name = None if head is None else _NAME.fullmatch(_decoded_head(head).partition(";")[0].strip())
    if head is None or name is None:
        raise Invalid("", mark("Line {line} is no property: its name and a colon are missing."), line=number)
    return Property(
        line=number,
        group=name[1] or "",
        name=name[2].upper(),
        parameters=_parameters(line),
        raw=line[len(head) + 1 :],
        is_old=is_old,
        fallback=fallback,
    )


def _head(line: bytes) -> bytes | None:
    """Name and parameters: what stands before the first colon that is not in quotes."""
    start = line[:_LONGEST_HEAD]
    first = at = start.find(b":")
    while at >= 0 and start.count(b'"', 0, at) % 2:
        at = start.find(b":", at + 1)
    end = first if at < 0 else at
    return None if end < 0 else start[:end]


def _parameters(line: bytes) -> dict[str, tuple[str, ...]]:
    head = _head(line)
    found: dict[str, list[str]] = {}
    for given in [] if head is None else _PARAMETERS.findall(_decoded_head(head)):
        name, equals, values = given.partition("=")
        key = name.strip().upper()
        if not equals:
            key, values = _unnamed(key), name
        found.setdefault(key, []).extend(value.strip().strip('"') for value in _VALUES.findall(values))
    # TYPE="home,work" is what 4.0 writes, and means two types.
    if "TYPE" in found:
        found["TYPE"] = [part.strip() for value in found["TYPE"] for part in value.split(",")]
    return {key: tuple(values) for key, values in found.items()}


def _unnamed(value: str) -> str:
    """Which parameter 2.1 means by a value alone."""
    return "ENCODING" if value in _ENCODINGS else "TYPE"


def _encoding(parameters: Mapping[str, tuple[str, ...]]) -> str:
    return next((value.upper() for value in parameters.get("ENCODING", ())), "")


def _decoded_head(head: bytes) -> str:
    try:
        return head.decode()
    except UnicodeDecodeError:
        return head.decode("latin-1")
