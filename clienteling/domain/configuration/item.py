"""What every noun of the configuration has: a key, checks, and what it refers to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clienteling.domain.errors import Invalid, Problem, mark
from clienteling.domain.text import checked

LONGEST_CODE = 50
LONGEST_NAME = 200
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that names an item of another section; if there is no such one, that of the key `otherwise`."""

    field: str
    section: str
    key: str
    otherwise: str = ""


class Item:
    """A noun of the configuration, with natural keys only: a document of it means the same in every database."""

    __slots__ = ()

    @property
    def key(self) -> str:
        """What the item is known by in its section."""
        raise NotImplementedError

    def problems(self) -> Iterator[Invalid]:
        """What is wrong with its fields, seen by itself."""
        yield from ()

    def references(self) -> Iterator[Reference]:
        """The items that it needs."""
        yield from ()

    def untranslated(self, languages: frozenset[str]) -> frozenset[str]:
        """Those of the languages in which a name is missing."""
        return frozenset()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be said before it is stored: a template in English with its values, as a `Problem` has them."""

    template: str
    values: dict[str, object]

    @property
    def message(self) -> str:
        return self.template.format(**self.values)


class Remarks(tuple[Remark, ...]):
    """Remarks as a value of a message."""

    __slots__ = ()

    def __str__(self) -> str:
        return "; ".join(remark.message for remark in self)


class ConfirmationNeeded(Problem):
    """Nothing is wrong, but there is something to know before it is stored."""

    title = mark("Please confirm")

    def __init__(self, remarks: tuple[Remark, ...]) -> None:
        super().__init__(remarks[0].template, **remarks[0].values)
        self.remarks = remarks


def key_of(*parts: str) -> str:
    """A key of several parts: `101/1` is register 1 of store 101."""
    return "/".join(part.replace("%", "%25").replace("/", "%2F") for part in parts)


def code_problems(field: str, text: str, longest: int = LONGEST_CODE) -> Iterator[Invalid]:
    """What is wrong with the code that an item is known by."""
    yield from text_problems(field, text, longest=longest, required=True)
    if text != text.strip():
        yield Invalid(field, mark("A code neither begins nor ends with a space."))


def text_problems(field: str, text: str, *, longest: int = LONGEST_NAME, required: bool = False) -> Iterator[Invalid]:
    try:
        checked(field, text, longest=longest, required=required)
    except Invalid as problem:
        yield problem


def label_problems(field: str, labels: dict[str, str]) -> Iterator[Invalid]:
    """What is wrong with translations by language tag."""
    for language, label in labels.items():
        if not LANGUAGE.fullmatch(language):
            yield Invalid(field, mark("“{text}” is no language like en or pt-BR."), text=language)
        yield from text_problems(field, label)


def missing_languages(labels: dict[str, str], languages: frozenset[str]) -> frozenset[str]:
    """Those of the languages that have no label. Names themselves are English."""
    known = {tag.split("-", maxsplit=1)[0] for tag, label in labels.items() if label} | {"en"}
    return frozenset(tag for tag in languages if tag.split("-", maxsplit=1)[0] not in known)
