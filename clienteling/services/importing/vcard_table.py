"""A vCard file as a table of customers: each card is a row under canonical names."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from clienteling.domain.errors import Invalid, mark
from clienteling.domain.importing import Kind
from clienteling.services.importing.rejects import CardRejects, Rejects
from clienteling.services.importing.row import Formats, Row
from clienteling.services.vcard.lines import RawCard, is_begin, read_lines, split_cards
from clienteling.services.vcard.properties import parse_card
from clienteling.services.vcard.reading import read_card

_PROPERTIES = {
    **dict.fromkeys(("title", "first_name", "last_name"), "N"),
    **dict.fromkeys(("street", "city", "state", "postal_code", "country"), "ADR"),
    "organization": "ORG",
    "account_number": "X-CLIENTELING-ACCOUNT",
    "external_id": "UID",
    "date.Birthday": "BDAY",
    "note": "NOTE",
}


class VcardTable:
    """A vCard file. The rows of it do not say whose customers they are: `legal_entity` is the code of whose.

    `encoding` is that of what is not UTF-8 and does not say what it is. Raises `Invalid` with field "file" if the file
    cannot be read, or holds no card, and with field "legal_entity" if nobody said whose customers they are.
    """

    def __init__(self, kind: Kind, file: Path, legal_entity: str, encoding: str = "cp1252") -> None:
        self.name = file.name
        self._file = file
        self._legal_entity = legal_entity
        self._encoding = encoding
        self._left_out: Counter[str] = Counter()
        if kind is not Kind.CUSTOMERS:
            raise self._wrong(mark("{file} is a file of vCards: it holds customers."))
        if not legal_entity:
            message = mark("A vCard does not say whose customer it is. Name the legal entity, or the store.")
            raise Invalid("legal_entity", message)
        with self._reading(), file.open("rb") as stream:
            self._total = sum(is_begin(line) for line in read_lines(stream))
        if not self._total:
            raise self._wrong(mark("There is no vCard in the file {file}."))

    @property
    def left_out(self) -> Mapping[str, int]:
        """What cards have and customers have no place for, counted by property."""
        return {name: count for name, count in sorted(self._left_out.items()) if count}

    def total(self) -> int | None:
        return self._total

    def rows(self) -> Iterator[Row]:
        self._left_out.clear()
        with self._reading(), self._file.open("rb") as stream:
            for raw in split_cards(read_lines(stream)):
                yield self._row(raw)

    def original(self, row: Row, column: str) -> tuple[str, str]:
        if not column:
            return "", next((row.cells[c] for c in ("organization", "last_name", "first_name") if row.cells.get(c)), "")
        name = {"phone": "TEL", "email": "EMAIL", "date.": "X-ABDATE"}.get(column[:5])
        return _PROPERTIES.get(column) or name or column, row.cells.get(column, "")

    def rejects(self, file: Path | None) -> Rejects:
        return CardRejects(file)

    def _row(self, raw: RawCard) -> Row:
        fields = [line.decode("utf-8", "surrogateescape") for line in raw.lines]
        try:
            reading = read_card(parse_card(raw, self._encoding), self._legal_entity)
        except Invalid as problem:
            return Row(raw.line, {}, fields, Formats(), problem)
        self._left_out += reading.left_out
        return Row(raw.line, reading.cells, fields, Formats())

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Turns what the system says about the file into words."""
        try:
            yield
        except UnicodeError as error:
            raise self._wrong(mark("The file {file} is no text.")) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise self._wrong(mark("The file {file} cannot be read: {reason}."), reason=reason) from error

    def _wrong(self, message: str, **values: object) -> Invalid:
        return Invalid("file", message, file=self.name, **values)
