"""Mapping files: how the files of another system become canonical rows. TOML, checked when it is read.

    name = "Our till"                 # for a person
    encoding = "cp1252"               # default UTF-8; a byte order mark wins
    delimiter = ";"                   # default ","
    decimal_comma = true              # 1.234,50 is 1234.50
    date_format = "%d.%m.%Y"          # default ISO 8601

    [[files]]                         # what `import_folder` reads, each step with one of file, rows, assign
    kind = "customers"
    file = "kunden.csv"

    [[files]]
    kind = "attributes"
    rows = [{ name = "Hat size", type = "integer" }]

    [[files]]
    kind = "books"
    assign = "in turn"                # customers without a book, to the associates of their store

    [kinds.customers]
    ignore = ["remark"]               # columns that are not wanted; ["*"] for all that nothing asks for
    [kinds.customers.columns]         # canonical column = "column of the file"
    account_number = "Kundennr"
    [kinds.customers.templates]       # canonical column = "text with {columns of the file}"
    email = "{login|lower}@example.com"
    [kinds.customers.values.kind]     # what is in the file = what it means
    F = "organization"

A column of the file that already has a canonical name needs no entry. Filters of a template: `letters` (drops
digits), `capitalized`, `upper`, `lower`.
"""

import codecs
import re
import tomllib
from collections.abc import Callable
from collections.abc import Mapping as Read
from pathlib import Path, PurePosixPath
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from clienteling.domain.errors import Invalid, mark
from clienteling.domain.importing import COLUMNS, Kind
from clienteling.settings import resources

IGNORE_ALL = "*"
_PLACE = re.compile(r"\{([^{}|]+)((?:\|[a-z]+)*)\}")
_FILTERS: dict[str, Callable[[str], str]] = {
    "letters": lambda text: "".join(c for c in text if not c.isdecimal()),
    "capitalized": str.capitalize,
    "upper": str.upper,
    "lower": str.lower,
}

Cell = str | bool | int | float | list[str]


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class KindMapping(_Checked):
    """How the columns of one kind of file become canonical ones."""

    columns: dict[str, str] = Field(default_factory=dict)
    templates: dict[str, str] = Field(default_factory=dict)
    values: dict[str, dict[str, str]] = Field(default_factory=dict)
    ignore: list[str] = Field(default_factory=list)

    @field_validator("templates")
    @classmethod
    def _templates_are_whole(cls, templates: dict[str, str]) -> dict[str, str]:
        for template in templates.values():
            rest = _PLACE.sub("", template)
            if "{" in rest or "}" in rest:
                raise ValueError(f"“{template}” has a brace without its partner")
            unknown = [name for _, names in _PLACE.findall(template) for name in names.split("|")[1:]]
            if wrong := [name for name in unknown if name not in _FILTERS]:
                raise ValueError(f"“{wrong[0]}” is no filter; there are {', '.join(_FILTERS)}")
        return templates

    @model_validator(mode="after")
    def _each_column_comes_from_one_place(self) -> "KindMapping":
        if both := sorted(self.columns.keys() & self.templates.keys()):
            raise ValueError(f"“{both[0]}” is among the columns and among the templates")
        return self


class Step(_Checked):
    """A file of a folder, or rows that stand in the mapping itself, or an assignment of customers to books."""

    kind: Kind
    file: str | None = None
    rows: list[dict[str, Cell]] | None = None
    assign: Literal["in turn"] | None = None

    @field_validator("file")
    @classmethod
    def _file_is_inside(cls, file: str | None) -> str | None:
        if file is not None and (not file or PurePosixPath(file).is_absolute() or ".." in PurePosixPath(file).parts):
            raise ValueError("a file inside the folder is meant")
        return file

    @model_validator(mode="after")
    def _has_one_source(self) -> "Step":
        if sum(source is not None for source in (self.file, self.rows, self.assign)) != 1:
            raise ValueError("one of file, rows and assign is needed")
        if self.assign is not None and self.kind is not Kind.BOOKS:
            raise ValueError("only books can be assigned")
        return self

    @property
    def source(self) -> str:
        """The name of where the rows come from."""
        return self.file or self.kind

    def texts(self) -> list[dict[str, str]]:
        """The rows that stand in the mapping, as a file would have them."""
        return [{column: _text(cell) for column, cell in row.items()} for row in self.rows or ()]


class Mapping(_Checked):
    """A mapping file."""

    name: str = ""
    encoding: str = "utf-8"
    delimiter: str = ","
    decimal_comma: bool = False
    date_format: str | None = None
    files: list[Step] = Field(default_factory=list)
    kinds: dict[Kind, KindMapping] = Field(default_factory=dict)

    @field_validator("encoding")
    @classmethod
    def _encoding_is_known(cls, encoding: str) -> str:
        try:
            text = codecs.lookup(encoding)._is_text_encoding  # "rot13" and "hex" are none
        except (LookupError, ValueError):
            text = False
        if not text:
            raise ValueError(f"“{encoding}” is no encoding of text")
        return encoding

    @field_validator("delimiter")
    @classmethod
    def _delimiter_is_one_sign(cls, delimiter: str) -> str:
        if len(delimiter) != 1 or delimiter in '"\r\n\0 ':
            raise ValueError("one sign is needed, like , or ;")
        return delimiter

    @field_validator("kinds")
    @classmethod
    def _columns_are_canonical(cls, kinds: dict[Kind, KindMapping]) -> dict[Kind, KindMapping]:
        for kind, mapping in kinds.items():
            for column in (*mapping.columns, *mapping.templates, *mapping.values):
                if not COLUMNS[kind].knows(column):
                    raise ValueError(f"{kind} have no column “{column}”")
        return kinds

    def of(self, kind: Kind) -> KindMapping | None:
        return self.kinds.get(kind)


def ready_mappings() -> dict[str, Path]:
    """The mapping files that come with the program, by name."""
    return {file.stem: file for file in sorted((resources() / "mappings").glob("*.toml"))}


def load_mapping(file: Path) -> Mapping:
    """A mapping from its file. Raises `Invalid` that names the file and the key that is wrong."""
    try:
        return Mapping.model_validate(tomllib.loads(file.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise _wrong(file, "", error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise _wrong(file, "", "UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _wrong(file, "", str(error)) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        raise _wrong(file, key, first["msg"].removeprefix("Value error, ")) from error


def fill(template: str, cells: Read[str, str]) -> str:
    """A template with the columns of a row in their places; empty if all of them are."""
    places = _PLACE.findall(template)
    if places and not any(cells[column] for column, _ in places):
        return ""
    return _PLACE.sub(lambda place: _filtered(cells[place[1]], place[2]), template).strip()


def columns_in(template: str) -> tuple[str, ...]:
    """The columns of the file that a template needs."""
    return tuple(column for column, _ in _PLACE.findall(template))


def _filtered(text: str, names: str) -> str:
    for name in names.split("|")[1:]:
        text = _FILTERS[name](text)
    return text


def _text(cell: Cell) -> str:
    match cell:
        case bool():
            return "yes" if cell else "no"
        case list():
            return "|".join(cell)
        case _:
            return str(cell)


def _wrong(file: Path, key: str, reason: str) -> Invalid:
    if key:
        return Invalid(
            "mapping",
            mark("The mapping {file} is wrong at “{key}”: {reason}"),
            file=file.name,
            key=key,
            reason=reason,
        )
    return Invalid("mapping", mark("The mapping {file} cannot be read: {reason}"), file=file.name, reason=reason)
