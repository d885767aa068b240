"""Features, number sequences, Commerce parameters and activity types."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from clienteling.domain.card import MOST_MEASURES
from clienteling.domain.configuration.item import (
    Item,
    Reference,
    code_problems,
    key_of,
    label_problems,
    missing_languages,
    text_problems,
)
from clienteling.domain.errors import Invalid, NotFound, mark
from clienteling.domain.feature import Feature, FeatureState, FeatureStatus
from clienteling.domain.number_sequence import check_format
from clienteling.domain.parameters import parameter, written

HIGHEST_POSITION = 10_000


@dataclass(frozen=True, slots=True)
class FeatureSettings(Item):
    """Whether a feature is enabled, off, or scheduled to start on a day."""

    feature: Feature
    state: FeatureState = FeatureState.ENABLED
    starts: date | None = None

    @property
    def key(self) -> str:
        return self.feature.value

    @property
    def status(self) -> FeatureStatus:
        return FeatureStatus(self.state, self.starts)

    def problems(self) -> Iterator[Invalid]:
        if self.state is FeatureState.SCHEDULED and self.starts is None:
            yield Invalid("starts", mark("Please say on which day it starts."))
        if self.state is not FeatureState.SCHEDULED and self.starts is not None:
            yield Invalid("starts", mark("Only what is scheduled has a day."))


@dataclass(frozen=True, slots=True)
class NumberSequence(Item):
    """Numbers of a legal entity, or of all of them if it is shared (no legal entity).

    A continuous one leaves no gaps; another one is quicker with many writers, and may. The next number is no part of
    it: it belongs to the database that counts.
    """

    code: str
    format: str
    legal_entity: str = ""
    continuous: bool = True

    @property
    def key(self) -> str:
        return key_of(self.legal_entity, self.code)

    def problems(self) -> Iterator[Invalid]:
        yield from code_problems("code", self.code)
        try:
            check_format(self.format)
        except Invalid as problem:
            yield problem
        yield from text_problems("format", self.format, required=True)

    def references(self) -> Iterator[Reference]:
        if self.legal_entity:
            yield Reference("legal_entity", "legal_entities", self.legal_entity)


@dataclass(frozen=True, slots=True)
class CommerceParameters(Item):
    """What is chosen for a legal entity.

    The two number sequences are named by code: that of the legal entity, or else the shared one. `measures` stand on
    cards in their order. `settings` are those of `domain.parameters` that were chosen.
    """

    legal_entity: str
    client_book_attribute_group: str = ""
    customer_attribute_group: str = ""
    client_book_identifier: str = ""
    customer_account: str = ""
    measures: tuple[str, ...] = ()
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return self.legal_entity

    def problems(self) -> Iterator[Invalid]:
        if len(self.measures) > MOST_MEASURES:
            yield Invalid("measures", mark("A card shows at most {most} measures."), most=MOST_MEASURES)
        if len(set(self.measures)) < len(self.measures):
            yield Invalid("measures", mark("A measure is chosen twice."))
        for key, value in self.settings.items():
            try:
                stored = written(parameter(key), value)
                if stored != value:
                    message = mark("“{value}” is written “{stored}”.")
                    yield Invalid(f"settings.{key}", message, value=value, stored=stored)
            except (Invalid, NotFound) as problem:
                yield Invalid(f"settings.{key}", problem.template, **problem.values)

    def references(self) -> Iterator[Reference]:
        yield Reference("legal_entity", "legal_entities", self.legal_entity)
        for name in ("client_book_attribute_group", "customer_attribute_group"):
            if getattr(self, name):
                yield Reference(name, "attribute_groups", getattr(self, name))
        for name in ("client_book_identifier", "customer_account"):
            code = getattr(self, name)
            if code:
                yield Reference(name, "number_sequences", key_of(self.legal_entity, code), key_of("", code))
        for measure in self.measures:
            yield Reference("measures", "measures", measure)


@dataclass(frozen=True, slots=True)
class ActivityType(Item):
    """What workers do with customers. `icon` is a Lucide name, `labels` are translations by language tag."""

    legal_entity: str
    code: str
    name: str
    icon: str = ""
    position: int = 0
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return key_of(self.legal_entity, self.code)

    def problems(self) -> Iterator[Invalid]:
        yield from code_problems("code", self.code)
        yield from text_problems("name", self.name, required=True)
        yield from text_problems("icon", self.icon, longest=50)
        yield from label_problems("labels", self.labels)
        if not 0 <= self.position <= HIGHEST_POSITION:
            message = mark("The position is no number from 0 to {highest}.")
            yield Invalid("position", message, highest=HIGHEST_POSITION)

    def references(self) -> Iterator[Reference]:
        yield Reference("legal_entity", "legal_entities", self.legal_entity)

    def untranslated(self, languages: frozenset[str]) -> frozenset[str]:
        return missing_languages(self.labels, languages)
