"""Days as people type them in a language, and as a form keeps them: "18.11.1988" is "1988-11-18"."""

import re
from datetime import date

from PySide6.QtCore import QLocale

from clienteling.domain.customer_draft import day_parts
from clienteling.domain.customer_reading import read_day
from clienteling.domain.dates import YearlyDate, wrong_day
from clienteling.domain.errors import Invalid
from clienteling.ui.widgets.words import in_words

_GROUPS = re.compile(r"\d+")
_ONLY_NUMBERS = re.compile(r"[\d\s./\-]+\.?")
_YEAR_DIGITS = 4


class DayText:
    """Reads and writes days with their parts in the order of a locale. Years are those up to `today`'s."""

    def __init__(self, locale: QLocale, today: date) -> None:
        pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
        letters = [letter for letter in dict.fromkeys(pattern) if letter in "dMy"]
        self._order = "".join(letters) if len(letters) == len("dMy") else "dMy"
        self._separator = next((sign for sign in pattern if sign in "./-"), ".")
        self._today = today

    @property
    def example(self) -> str:
        return self.write("1988-11-18")

    def write(self, kept: str) -> str:
        """A day that a form keeps, as one would type it; other text stays as it is."""
        known = day_parts(kept)
        if known is None:
            return kept
        month, day, year = known
        parts = {"d": f"{day:02}", "M": f"{month:02}", "y": f"{year:04}" if year else ""}
        return self._separator.join(parts[letter] for letter in self._order if parts[letter])

    def what_is_wrong(self, kept: str) -> str:
        """Why there is no such day, in words; "" where there is, or where what was typed looks like no day at all."""
        parts = day_parts(kept)
        if parts is None:
            return ""
        try:
            YearlyDate(*parts)
        except ValueError:
            problem = wrong_day("", *parts)
            return in_words(problem.template, problem.values)
        return ""

    def read(self, typed: str) -> str:
        """A typed day as a form keeps it, one that there is not too; what looks like no day stays as it is."""
        text = typed.strip()
        if not _ONLY_NUMBERS.fullmatch(text):
            return typed
        groups = _GROUPS.findall(text)
        if len(groups) == 1:
            groups = self._cut(groups[0])
        letters = self._order if len(groups) == len("dMy") else self._order.replace("y", "")
        if len(groups) == len("dMy") and len(groups[0]) == _YEAR_DIGITS:
            letters = "yMd"
        if len(groups) != len(letters):
            return typed
        numbers = dict(zip(letters, groups, strict=True))
        month, day = numbers["M"], numbers["d"]
        try:
            year = self._year(numbers.get("y"))
        except ValueError:
            return typed
        if max(len(month), len(day)) > len("31"):
            return typed
        return f"{f'{year:04}' if year else '-'}-{month:0>2}-{day:0>2}"

    def _cut(self, digits: str) -> list[str]:
        """Digits without anything between them: 18111988, 181188, 1811."""
        sizes = {8: 4, 6: 2, 4: 0}
        if len(digits) not in sizes:
            return []
        parts, at = [], 0
        for letter in self._order:
            size = sizes[len(digits)] if letter == "y" else 2
            parts.append(digits[at : at + size])
            at += size
        return [part for part in parts if part]

    def _year(self, typed: str | None) -> int | None:
        """Two digits are the latest such year that has begun."""
        if typed is None or len(typed) == _YEAR_DIGITS:
            return int(typed) if typed else None
        if len(typed) != 2:
            raise ValueError(typed)
        year = self._today.year - self._today.year % 100 + int(typed)
        return year if year <= self._today.year else year - 100


def age_on(kept: str, today: date) -> int | None:
    """How old somebody who was born on that day is; None without a year, or before."""
    try:
        day = read_day("", kept)
    except Invalid:
        return None
    if day.year is None or date(day.year, day.month, day.day) > today:
        return None
    return today.year - day.year - ((today.month, today.day) < (day.month, day.day))
