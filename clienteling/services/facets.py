"""Facets: a filter as it is shown, with what each of its values would leave."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from clienteling.domain.attribute import Attribute, DisplayControl
from clienteling.domain.columns import Bits, Choices, Column, Numbers, Texts, counts
from clienteling.domain.day_columns import Days, Yearly
from clienteling.domain.filters import (
    HOLDER,
    WINDOWS,
    Bar,
    Between,
    Criterion,
    Facet,
    FacetValue,
    NextDays,
    OneOf,
    Since,
)
from clienteling.domain.history import BOUGHT, is_contact
from clienteling.domain.text import fold

Choice = tuple[int, str, str, OneOf]  # its row in the column, the value, how it is called, and what choosing it sets

PAST_WINDOWS = (30, 90, 365)  # the days back that a date's window offers
GAPS = (30, 60, 90)  # the days without contact that are offered


@dataclass(frozen=True, slots=True)
class Counting:
    """What a facet is made from. `choices` are those of a list; `left` counts who a criterion leaves."""

    column: Column
    choices: tuple[Choice, ...]
    attribute: Attribute | None
    control: DisplayControl | None
    language: str
    left: Callable[[Criterion], int]


def facet_of(key: str, counting: Counting, among: Bits, criterion: Criterion | None) -> Facet:
    """The facet of a property, counted among a set of customers."""
    attribute = counting.attribute
    label = attribute.label(counting.language) if attribute else key
    multi = attribute.filter.multi_value if attribute and attribute.filter else True
    column = counting.column
    match column:
        case Choices():
            values = _choices(key, column, counting, among)
            return Facet(key, label, DisplayControl.LIST, multi, attribute, values, criterion=criterion)
        case Texts():
            return Facet(key, label, DisplayControl.TEXT_BOX, False, attribute, criterion=criterion)
        case Yearly():
            coming = [NextDays(key, days) for days in WINDOWS]
            values = tuple(FacetValue(str(c.days), "", counting.left(c), c) for c in coming)
            return Facet(key, label, DisplayControl.WINDOW, False, attribute, values, criterion=criterion)
        case Days():
            gaps = is_contact(key)
            past = [Since(key, days, more=gaps) for days in (GAPS if gaps else PAST_WINDOWS)]
            values = tuple(FacetValue(str(c.days), "", counting.left(c), c) for c in past)
            return Facet(key, label, DisplayControl.WINDOW, False, attribute, values, criterion=criterion)
        case Numbers() if counting.control is DisplayControl.RANGE:
            values = _ranges(key, column, among)
            return Facet(key, label, DisplayControl.RANGE, multi, attribute, values, criterion=criterion)
        case Numbers():
            slider = counting.control is DisplayControl.SLIDER
            control = DisplayControl.SLIDER if slider else DisplayControl.SLIDER_WITH_BARS
            bars = _bars(column, among)
            lowest, highest = (column.edges[0], column.edges[-1]) if bars else (None, None)
            return Facet(key, label, control, False, attribute, (), bars, lowest, highest, criterion)
    raise TypeError(f"no facet for {column}")


def choices_of(key: str, column: Choices, meaning: Attribute | Mapping[int, str], language: str) -> tuple[Choice, ...]:
    """The values of a list in their order. `meaning` is the attribute, or the holders' names by worker key."""

    def label(value: str) -> str:
        if isinstance(meaning, Attribute):
            return meaning.option_label(value, language)
        return meaning.get(int(value), value)

    shown = ((row, column.values[row]) for row in column.rows_in_order())
    return tuple((row, value, label(value), OneOf(key, frozenset({value}))) for row, value in shown)


def _choices(key: str, column: Choices, counting: Counting, among: Bits) -> tuple[FacetValue, ...]:
    left = counts(column.sets, among)
    values = [FacetValue(value, label, left[row], chosen) for row, value, label, chosen in counting.choices]
    if key == HOLDER or key in BOUGHT:
        values.sort(key=lambda value: (-value.count, fold(value.label)))
    return tuple(values)


def _ranges(key: str, column: Numbers, among: Bits) -> tuple[FacetValue, ...]:
    def edge(number: float) -> Decimal | None:
        return None if number in (float("-inf"), float("inf")) else Decimal(repr(number))

    bars = _bars(column, among)
    return tuple(
        FacetValue(str(row), "", bar.count, Between(key, edge(bar.low), edge(bar.high), below=bar is not bars[-1]))
        for row, bar in enumerate(bars)
    )


def _bars(column: Numbers, among: Bits) -> tuple[Bar, ...]:
    return tuple(
        Bar(column.edges[row], column.edges[row + 1], left) for row, left in enumerate(counts(column.sets, among))
    )
