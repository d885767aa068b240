"""A row under canonical names. What stands in a cell is checked when it is asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from clienteling.domain.attribute import NUMBERS, AttributeType
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.text import checked

MOST_INTEGER = (1 << 31) - 1
LONGEST_LIST = 20_000
MOST_MONEY = Decimal(10) ** 13
_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,15})?", re.ASCII)
_YEARS = range(1900, 2200)  # so that a moment has a place in every time zone
_YES_AND_NO = {
    "yes": True,
    "y": True,
    "true": True,
    "1": True,
    "no": False,
    "n": False,
    "false": False,
    "0": False,
}

Choice = TypeVar("Choice", bound=StrEnum)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Formats:
    """How numbers and days are written in a file."""

    decimal_comma: bool = False
    date_format: str | None = None

    def number(self, text: str) -> str:
        """A number with a decimal point, without thousands separators."""
        if not self.decimal_comma:
            return text
        return re.sub(r"[.\s']", "", text).replace(",", ".")

    def day(self, text: str) -> date | None:
        try:
            if self.date_format is not None:
                return datetime.strptime(text, self.date_format).date()
            return date.fromisoformat(text)
        except ValueError:
            return None

    def moment(self, text: str) -> datetime | None:
        for with_time in () if self.date_format is None else (" %H:%M:%S", " %H:%M"):
            try:
                return datetime.strptime(text, f"{self.date_format}{with_time}")
            except ValueError:
                continue
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            return None


@dataclass(slots=True)
class Row:
    """One row. Everything that a method finds wrong is `Invalid` with the canonical column as field.

    `line` is where it begins in the file, `fields` how it stands there, `problem` why it could not be read at all.
    Columns that a row does not have are `absent`: what is stored already is kept then.
    """

    line: int
    cells: dict[str, str]
    fields: Sequence[str]
    formats: Formats
    problem: Invalid | None = None

    def has(self, column: str) -> bool:
        return column in self.cells

    def beginning_with(self, prefix: str) -> tuple[str, ...]:
        """The columns whose names begin so, in their order."""
        return _beginning_with(tuple(self.cells), prefix)

    def peek(self, column: str) -> str:
        """The cell, to look something up by; empty where `text` would raise."""
        try:
            return self.text(column, longest=LONGEST_LIST)
        except Invalid:
            return ""

    def text(self, column: str, *, absent: str = "", longest: int = 200, required: bool = False) -> str:
        cell = self.cells.get(column)
        return checked(column, absent if cell is None else cell, longest=longest, required=required)

    def parts(self, column: str, *, absent: Sequence[str] = ()) -> tuple[str, ...]:
        """The texts of a list, which "|" divides, each once."""
        if column not in self.cells:
            return tuple(absent)
        cell = self.text(column, longest=LONGEST_LIST)
        parts = (checked(column, part) for part in cell.split("|"))
        return tuple(dict.fromkeys(part for part in parts if part))

    def choice(self, column: str, kind: type[Choice], *, absent: Choice | None = None) -> Choice | None:
        """A word of a short list, or None for an empty cell."""
        if column not in self.cells:
            return absent
        text = self.text(column).casefold()
        try:
            return kind(text) if text else None
        except ValueError:
            raise Invalid(column, mark("“{text}” is none of: {known}."), text=text, known=", ".join(kind)) from None

    def yes(self, column: str, *, absent: bool | None = None) -> bool | None:
        """Yes or no, or None for an empty cell."""
        if column not in self.cells:
            return absent
        text = self.text(column).casefold()
        if text and text not in _YES_AND_NO:
            raise Invalid(column, mark("“{text}” is neither yes nor no."), text=text)
        return _YES_AND_NO.get(text)

    def number(self, column: str, *, absent: Decimal | None = None) -> Decimal | None:
        """A number, or None for an empty cell."""
        if column not in self.cells:
            return absent
        text = self.formats.number(self.text(column))
        if not text:
            return None
        if not _NUMBER.fullmatch(text):
            raise Invalid(column, mark("“{text}” is no number."), text=text)
        return Decimal(text)

    def whole(
        self,
        column: str,
        *,
        absent: int | None = None,
        lowest: int = -MOST_INTEGER,
        highest: int = MOST_INTEGER,
    ) -> int | None:
        """A whole number from `lowest` to `highest`, or None for an empty cell."""
        if column not in self.cells:
            return absent
        number = self.number(column)
        if number is None:
            return None
        if number != number.to_integral_value():
            raise Invalid(column, mark("“{text}” is not a whole number."), text=self.text(column))
        if not lowest <= number <= highest:
            raise Invalid(
                column,
                mark("{number} is not from {lowest} to {highest}."),
                number=number,
                lowest=lowest,
                highest=highest,
            )
        return int(number)

    def money(self, column: str, *, absent: Decimal | None = None) -> Decimal | None:
        """An amount with at most four decimals, or None for an empty cell."""
        number = self.number(column, absent=absent)
        if number is not None and (abs(number) >= MOST_MONEY or number != round(number, 4)):
            raise Invalid(column, mark("“{text}” has too many digits."), text=self.text(column))
        return number

    def day(self, column: str, *, absent: date | None = None) -> date | None:
        """A day, or None for an empty cell."""
        if column not in self.cells:
            return absent
        text = self.text(column)
        if not text:
            return None
        day = self.formats.day(text)
        if day is None:
            raise self._no_date(column, text)
        return day

    def moment(self, column: str, zone: tzinfo) -> datetime | None:
        """A moment in UTC, or None for an empty cell. A day is its beginning; `zone` counts where none is named."""
        text = self.text(column)
        if not text:
            return None
        day = self.formats.day(text)
        moment = self.formats.moment(text) if day is None else datetime.combine(day, time.min)
        if moment is None:
            raise self._no_date(column, text)
        if moment.year not in _YEARS:
            raise Invalid(column, mark("“{text}” is not between 1900 and 2199."), text=text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)

    def plain(self, column: str, kind: AttributeType) -> str:
        """The cell as a value of an attribute is written: decimal points and ISO days, whatever the file has."""
        text = self.text(column, longest=LONGEST_LIST)
        if kind in NUMBERS:
            return self.formats.number(text)
        if kind is AttributeType.DATE_TIME and self.formats.date_format is not None:
            moment = self.formats.day(text) or self.formats.moment(text)
            return moment.isoformat() if moment is not None else text
        return text

    def _no_date(self, column: str, text: str) -> Invalid:
        example = date(2026, 11, 22).strftime(self.formats.date_format or "%Y-%m-%d")
        return Invalid(column, mark("“{text}” is no date like {example}."), text=text, example=example)


@lru_cache
def _beginning_with(columns: tuple[str, ...], prefix: str) -> tuple[str, ...]:
    # All rows of a file have the same columns.
    return tuple(column for column in columns if column.startswith(prefix))


def required(column: str, value: Value | None) -> Value:
    """`value`, which must not be missing."""
    if value is None:
        raise Invalid(column, mark("Please fill this in."))
    return value
