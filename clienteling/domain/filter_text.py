"""Filters and orders as they are written on a command line: `NAME=VALUE`, and `NAME` or `-NAME`.

A name is the label or the name of a property in any case, with or without accents, or its key. How a value is written
follows from the property:

    a list          Gold|Silver            yes or no       yes
    a number        10..50  ..50  10..  30; where there are ranges to choose from  ..10|50..
    a day           2026-01-01..2026-03-31  2026-01-01..  last 30  more than 60 days  next 30  today
    a yearly day    next 30  30  today  01-15..02-10  12-24
    a text          all words that it has, or begins; for a phone its digits
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from clienteling.domain.attribute import (
    MOST_DIGITS,
    MULTI_VALUE_SEPARATOR,
    NUMBERS,
    AttributeType,
    DisplayControl,
)
from clienteling.domain.card import PropertyDefinition
from clienteling.domain.dates import DAYS_OF_LEAP_YEAR, YearlyDate
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.filters import (
    HOLDER,
    NAME,
    NEXT_DATE,
    PHONE,
    SCORE,
    Between,
    Contains,
    Criterion,
    Facet,
    NextDays,
    OneOf,
    Query,
    Ranges,
    Since,
    YearlyBetween,
    day_value,
)
from clienteling.domain.history import BOUGHT, SPEND
from clienteling.domain.text import digits, fold, words

FILTER, SORT = "filter", "sort"
RANGE = ".."
_MOST_DAYS = 9999
_MOST_NAMED = 12  # more choices than that are not listed in a message
_YES_AND_NO = {"yes": "true", "y": "true", "true": "true", "1": "true"} | dict.fromkeys(
    ("no", "n", "false", "0"), "false"
)
_ORDERS = {NAME: "name", NEXT_DATE: "next date", SCORE: "score", HOLDER: "holder"}
_SHORT_NAMES = {SPEND: ("Spend",), SCORE: ("Score",)}  # unless headquarters has a property of this name


def are_named(texts: Iterable[str], facets: Sequence[Facet]) -> bool:
    """Whether the facets have all the names that are filtered by."""
    known = {fold(name) for key, names in _names(facets).items() for name in (key, *names)}
    return all(fold(text.partition("=")[0]) in known for text in texts)


def parse_filters(texts: Iterable[str], facets: Sequence[Facet]) -> Query:
    """All filters together. Raises `Invalid` with field "filter", also if a property is named twice."""
    query = Query()
    for text in texts:
        criterion = parse_filter(text, facets)
        if query.criterion(criterion.key) is not None:
            raise _wrong(mark("“{text}” is a second filter for the same property."), text=text)
        query = query.with_criterion(criterion)
    return query


def parse_filter(text: str, facets: Sequence[Facet]) -> Criterion:
    """One filter among the facets of a book. Raises `Invalid` with field "filter"."""
    name, sign, value = (part.strip() for part in text.partition("="))
    if not (name and sign and value):
        raise _wrong(mark("Write a filter as NAME=VALUE, not “{text}”."), text=text)
    by_key = {facet.key: facet for facet in facets}
    facet = by_key[_key_of(FILTER, name, _names(facets))]
    kind = facet.attribute.type if facet.attribute else None
    if kind is AttributeType.REFERENCE:
        return _yearly(facet, value)
    if kind is AttributeType.DATE_TIME:
        return _days(facet, value)
    if kind is AttributeType.BOOLEAN:
        return _one_of(facet, [_yes_or_no(facet, part) for part in _parts(value)])
    if kind in NUMBERS:
        return _numbers(facet, value)
    return _chosen(facet, value) if facet.control is DisplayControl.LIST else _contains(facet, value)


def parse_sort(text: str, definitions: Sequence[PropertyDefinition], language: str) -> tuple[str, bool]:
    """What `Query.sort` and `Query.descending` are. Raises `Invalid` with field "sort"."""
    names: dict[str, Sequence[str]] = {key: (name,) for key, name in _ORDERS.items()}
    for d in definitions:
        if d.key not in BOUGHT:
            known = (d.attribute.label(language), d.attribute.name, *_SHORT_NAMES.get(d.key, ()))
            names[d.key] = (*names.get(d.key, ()), *known)
    text = text.strip()
    return _key_of(SORT, text.removeprefix("-").strip(), names), text.startswith("-")


def _names(facets: Sequence[Facet]) -> dict[str, Sequence[str]]:
    """What each facet is called, by key."""
    return {f.key: (f.label, f.attribute.name if f.attribute else f.key, *_SHORT_NAMES.get(f.key, ())) for f in facets}


def _key_of(field: str, typed: str, names: Mapping[str, Sequence[str]]) -> str:
    """The key that was typed, or the only one with a name that was. `names` begin with the one that people read."""
    if typed in names:
        return typed
    folded = fold(typed)
    found = [key for key, known in names.items() if folded in {fold(name) for name in (key, *known)}]
    # What headquarters has defined goes before what is there of itself.
    found = [key for key in found if key.startswith(("attribute:", "measure:"))] or found
    if len(found) == 1:
        return found[0]
    if found:
        raise Invalid(field, mark("“{name}” can be: {choices}."), name=typed, choices=", ".join(found))
    choices = ", ".join(known[0] for known in names.values())
    raise Invalid(field, mark("There is no “{name}” here. There are: {choices}."), name=typed, choices=choices)


def _yearly(facet: Facet, value: str) -> Criterion:
    if fold(value) == "today":
        return NextDays(facet.key, 0)
    if (days := _count_of_days(f"next {value}" if value.isdecimal() else value, "next")) is not None:
        if days > DAYS_OF_LEAP_YEAR:
            raise _wrong(mark("{name}: at most {most} days."), name=facet.label, most=DAYS_OF_LEAP_YEAR)
        return NextDays(facet.key, days)
    first, last = _ends(value) or (value, value)
    return YearlyBetween(facet.key, _month_and_day(facet, first), _month_and_day(facet, last))


def _month_and_day(facet: Facet, text: str) -> tuple[int, int]:
    month, _, day = text.removeprefix("--").partition("-")
    try:
        known = YearlyDate(int(month), int(day))
    except (ValueError, OverflowError):
        raise _wrong(
            mark("{name}: “{text}” is neither “next 30” nor a day like 12-24."), name=facet.label, text=text
        ) from None
    return known.month, known.day


def _days(facet: Facet, value: str) -> Criterion:
    """Days that are counted from today keep their meaning when they are asked another day."""
    if fold(value) == "today":
        return NextDays(facet.key, 0)
    if (days := _count_of_days(value, "next")) is not None:
        return NextDays(facet.key, days)
    for direction, more in (("last", False), ("at most", False), ("more than", True)):
        if (days := _count_of_days(value, direction)) is not None:
            return Since(facet.key, days, more)
    first, last = _ends(value) or (value, value)
    return _between(
        facet,
        day_value(_day(facet, first)) if first else None,
        day_value(_day(facet, last)) if last else None,
    )


def _day(facet: Facet, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _wrong(
            mark("{name}: “{text}” is neither “last 30”, “more than 60 days” nor a date like 2026-11-22."),
            name=facet.label,
            text=text,
        ) from None


def _numbers(facet: Facet, value: str) -> Criterion:
    listed = facet.control is DisplayControl.LIST
    if facet.control is DisplayControl.RANGE and len(parts := _parts(value)) > 1:
        if not facet.multi_value:
            raise _wrong(mark("{name}: only one range can be chosen."), name=facet.label)
        return Ranges(facet.key, tuple(_range(facet, part) for part in parts))
    if listed and _ends(value) is None:
        return _one_of(facet, [f"{float(_number(facet, part)):.15g}" for part in _parts(value)])
    asked = _range(facet, value)
    if not listed:
        return asked
    first = Decimal("-Infinity") if asked.low is None else asked.low
    last = Decimal("Infinity") if asked.high is None else asked.high
    return OneOf(facet.key, frozenset(v.value for v in facet.values if first <= Decimal(v.value) <= last))


def _range(facet: Facet, value: str) -> Between:
    low, high = (_number(facet, end) if end else None for end in _ends(value) or (value, value))
    return _between(facet, low, high)


def _number(facet: Facet, text: str) -> Decimal:
    try:
        number = Decimal("" if "_" in text else text)  # Python would read 1_000 as a thousand
    except InvalidOperation:
        raise _wrong(mark("{name}: “{text}” is no number."), name=facet.label, text=text) from None
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        raise _wrong(mark("{name}: “{text}” has too many digits."), name=facet.label, text=text)
    return number


def _between(facet: Facet, low: Decimal | None, high: Decimal | None) -> Between:
    if low is None and high is None:
        raise _wrong(mark("{name}: a range has a beginning, an end, or both."), name=facet.label)
    if low is not None and high is not None and low > high:
        raise _wrong(mark("{name}: the range ends before it begins."), name=facet.label)
    return Between(facet.key, low, high)


def _chosen(facet: Facet, value: str) -> Criterion:
    """One of a list's values. All that read alike are meant: those that differ in case or accents only."""
    names = {v.value: {v.value, v.label} for v in facet.values}
    for option in facet.attribute.options if facet.attribute else ():
        names.setdefault(option.value, {option.value}).update(option.labels.values())
    chosen: list[str] = []
    # A value may have the separator in itself.
    for part in (value,) if value in names else _parts(value):
        exact = [key for key, known in names.items() if part in known]
        alike = exact or [key for key, known in names.items() if fold(part) in {fold(name) for name in known}]
        if not alike:
            raise _unknown_value(facet, part)
        chosen += alike
    return _one_of(facet, chosen)


def _unknown_value(facet: Facet, part: str) -> Invalid:
    labels = [value.label for value in facet.values]
    if not labels:
        return _wrong(mark("{name}: nobody here is “{text}”."), name=facet.label, text=part)
    more = ["…"] if len(labels) > _MOST_NAMED else []
    choices = ", ".join(labels[:_MOST_NAMED] + more)
    return _wrong(
        mark("{name}: nobody here is “{text}”. There are: {choices}."),
        name=facet.label,
        text=part,
        choices=choices,
    )


def _contains(facet: Facet, value: str) -> Criterion:
    if facet.key == PHONE and not digits(value):
        raise _wrong(mark("{name}: “{text}” has no digits."), name=facet.label, text=value)
    if facet.key != PHONE and not words(value):
        raise _wrong(mark("{name}: “{text}” has no letters and no digits."), name=facet.label, text=value)
    return Contains(facet.key, value)


def _one_of(facet: Facet, values: Sequence[str]) -> OneOf:
    if len(set(values)) > 1 and not facet.multi_value:
        raise _wrong(mark("{name}: only one value can be chosen."), name=facet.label)
    return OneOf(facet.key, frozenset(values))


def _yes_or_no(facet: Facet, text: str) -> str:
    answer = _YES_AND_NO.get(fold(text))
    if answer is None:
        raise _wrong(mark("{name}: “{text}” is neither yes nor no."), name=facet.label, text=text)
    return answer


def _parts(value: str) -> list[str]:
    """The values of a list; at least one, for a separator alone is a wrong value."""
    return [part.strip() for part in value.split(MULTI_VALUE_SEPARATOR) if part.strip()] or [value]


def _ends(value: str) -> tuple[str, str] | None:
    first, dots, last = value.partition(RANGE)
    return (first.strip(), last.strip()) if dots else None


def _count_of_days(value: str, direction: str) -> int | None:
    """The days of "next 30" or "next 30 days", "more than 30 days ago"; None if it is something else."""
    found = re.fullmatch(rf"{direction} ([0-9]+)( days?)?( ago)?", fold(value))
    if found is None:
        return None
    if len(found[1]) > len(str(_MOST_DAYS)):
        raise _wrong(mark("At most {most} days, not {days}."), most=_MOST_DAYS, days=found[1])
    return int(found[1])


def _wrong(message: str, **values: object) -> Invalid:
    return Invalid(FILTER, message, **values)
