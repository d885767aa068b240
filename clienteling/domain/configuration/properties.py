"""Attributes with their filter settings, attribute groups, and measures."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from clienteling.domain import attribute as live
from clienteling.domain.attribute import NUMBERS, AttributeType, DisplayControl
from clienteling.domain.configuration.item import (
    Item,
    Reference,
    code_problems,
    label_problems,
    missing_languages,
    text_problems,
)
from clienteling.domain.errors import Invalid, mark

MOST_OPTIONS = 200
HIGHEST_ORDER = 10_000
CONTROLS = {
    AttributeType.TEXT: frozenset({DisplayControl.LIST, DisplayControl.TEXT_BOX}),
    AttributeType.BOOLEAN: frozenset({DisplayControl.LIST}),
    AttributeType.DATE_TIME: frozenset({DisplayControl.WINDOW}),
    AttributeType.REFERENCE: frozenset({DisplayControl.WINDOW}),
} | dict.fromkeys(
    NUMBERS,
    frozenset({DisplayControl.LIST, DisplayControl.RANGE, DisplayControl.SLIDER, DisplayControl.SLIDER_WITH_BARS}),
)
"""The controls that a filter of each type can have."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a fixed list, with its translations by language tag."""

    value: str
    labels: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FilterSettings:
    """Confirmed filter settings. `thresholds` divide a range."""

    control: DisplayControl
    multi_value: bool = True
    thresholds: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribute(Item):
    """A typed property. `filter` is None until its settings were confirmed, and only then it can be refined.

    `reference` is the name of an important date, for references only. `default` is what the form of a new customer
    begins with, as it is typed.
    """

    name: str
    type: AttributeType
    labels: dict[str, str] = field(default_factory=dict)
    unit: str = ""
    default: str = ""
    lowest: Decimal | None = None
    highest: Decimal | None = None
    multi_value: bool = False
    options: tuple[Option, ...] = ()
    reference: str = ""
    levels: bool = False
    filter: FilterSettings | None = None
    can_be_refined: bool = False

    @property
    def key(self) -> str:
        return self.name

    def problems(self) -> Iterator[Invalid]:
        yield from _definition_problems(self.name, self.type, self.labels, self.unit, self.options)
        if (self.type is AttributeType.REFERENCE) != bool(self.reference):
            yield Invalid("reference", mark("A reference names an important date; other types do not."))
        if self.multi_value and self.type is not AttributeType.TEXT:
            yield Invalid("multi_value", mark("Only texts can have several values."))
        yield from self._range_problems()
        if self.filter is not None:
            yield from _filter_problems(self.type, self.filter)
        elif self.can_be_refined:
            yield Invalid("can_be_refined", mark("Confirm the filter settings first; then it can be refined."))
        yield from self._default_problems()

    def _range_problems(self) -> Iterator[Invalid]:
        bounds = {"lowest": self.lowest, "highest": self.highest}
        for name, bound in bounds.items():
            if bound is not None and self.type not in NUMBERS:
                yield Invalid(name, mark("Only numbers have a range."))
        if self.lowest is not None and self.highest is not None and self.lowest > self.highest:
            message = mark("{lowest} is more than {highest}.")
            yield Invalid("lowest", message, lowest=self.lowest, highest=self.highest)

    def _default_problems(self) -> Iterator[Invalid]:
        if not self.default:
            return
        try:
            live.parse_value(definition_of(self), self.default)
        except Invalid as problem:
            yield Invalid("default", problem.template, **problem.values)

    def untranslated(self, languages: frozenset[str]) -> frozenset[str]:
        return _untranslated(self.labels, self.options, languages)


@dataclass(frozen=True, slots=True)
class Member:
    """An attribute in a group; 1 is shown before 2."""

    attribute: str
    display_order: int


@dataclass(frozen=True, slots=True)
class AttributeGroup(Item):
    """Attributes with their display order."""

    name: str
    members: tuple[Member, ...] = ()

    @property
    def key(self) -> str:
        return self.name

    @property
    def in_order(self) -> tuple[Member, ...]:
        return tuple(sorted(self.members, key=lambda member: member.display_order))

    def problems(self) -> Iterator[Invalid]:
        yield from code_problems("name", self.name)
        names = Counter(member.attribute for member in self.members)
        for name in (name for name, count in names.items() if count > 1):
            yield Invalid("members", mark("“{name}” stands in the group twice."), name=name)
        first: dict[int, str] = {}
        for member in self.members:
            order = member.display_order
            if not 1 <= order <= HIGHEST_ORDER:
                message = mark("The display order of “{name}” is no number from 1 to {highest}.")
                yield Invalid("members", message, name=member.attribute, highest=HIGHEST_ORDER)
            elif order in first:
                message = mark("“{one}” and “{other}” have the same display order {order}.")
                yield Invalid("members", message, one=first[order], other=member.attribute, order=order)
            first.setdefault(order, member.attribute)

    def references(self) -> Iterator[Reference]:
        for member in self.members:
            yield Reference("members", "attributes", member.attribute)


@dataclass(frozen=True, slots=True)
class Measure(Item):
    """A measure that Customer Insights computes. `levels` says that the options run from good to bad."""

    name: str
    type: AttributeType
    labels: dict[str, str] = field(default_factory=dict)
    unit: str = ""
    options: tuple[Option, ...] = ()
    levels: bool = False

    @property
    def key(self) -> str:
        return self.name

    def problems(self) -> Iterator[Invalid]:
        yield from _definition_problems(self.name, self.type, self.labels, self.unit, self.options)
        if "|" in self.name:
            yield Invalid("name", mark("A name has no “|”: lists are divided by it."))
        if self.type is AttributeType.REFERENCE:
            yield Invalid("type", mark("A measure is no reference."))

    def untranslated(self, languages: frozenset[str]) -> frozenset[str]:
        return _untranslated(self.labels, self.options, languages)


def definition_of(item: Attribute, key: int = 0) -> live.Attribute:
    """An attribute as tills know it: with filter settings only if it can be refined."""
    settings = None
    if item.filter is not None and item.can_be_refined:
        settings = live.FilterSettings(item.filter.control, item.filter.multi_value, item.filter.thresholds)
    return live.Attribute(
        id=key,
        name=item.name,
        type=item.type,
        labels=item.labels,
        unit=item.unit,
        lowest=item.lowest,
        highest=item.highest,
        multi_value=item.multi_value,
        options=tuple(live.Option(option.value, option.labels) for option in item.options),
        reference=item.reference,
        levels=item.levels,
        filter=settings,
    )


def _definition_problems(
    name: str, kind: AttributeType, labels: dict[str, str], unit: str, options: tuple[Option, ...]
) -> Iterator[Invalid]:
    yield from code_problems("name", name, longest=200)
    yield from label_problems("labels", labels)
    yield from text_problems("unit", unit, longest=50)
    if options and kind is not AttributeType.TEXT:
        yield Invalid("options", mark("Only texts have a list of values."))
    if len(options) > MOST_OPTIONS:
        yield Invalid("options", mark("A list has at most {most} values."), most=MOST_OPTIONS)
    for option in options:
        yield from text_problems("options", option.value, required=True)
        yield from label_problems("options", option.labels)
        if live.MULTI_VALUE_SEPARATOR in option.value:
            yield Invalid("options", mark("A value has no “|”: several values are divided by it."))
    for value, count in Counter(option.value for option in options).items():
        if count > 1:
            yield Invalid("options", mark("“{value}” stands in the list twice."), value=value)


def _filter_problems(kind: AttributeType, settings: FilterSettings) -> Iterator[Invalid]:
    if settings.control not in CONTROLS[kind]:
        known = ", ".join(sorted(CONTROLS[kind]))
        yield Invalid("filter.control", mark("A filter of this type is one of: {known}."), known=known)
    if settings.control is DisplayControl.RANGE and not settings.thresholds:
        yield Invalid("filter.thresholds", mark("A range needs thresholds, like 100;500;1000."))
    if list(settings.thresholds) != sorted(set(settings.thresholds)):
        yield Invalid("filter.thresholds", mark("Thresholds rise from the first to the last."))


def _untranslated(labels: dict[str, str], options: tuple[Option, ...], languages: frozenset[str]) -> frozenset[str]:
    missing = missing_languages(labels, languages)
    for option in options:
        # A list of which nothing is translated needs no translation: sizes, brands.
        if any(other.labels for other in options):
            missing |= missing_languages(option.labels, languages)
    return missing
