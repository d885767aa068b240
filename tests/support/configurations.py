"""Whole configurations with anything in them, every section, for property tests."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from clienteling.domain.attribute import AttributeType, DisplayControl
from clienteling.domain.configuration.company import (
    ActivityType,
    CommerceParameters,
    FeatureSettings,
    NumberSequence,
)
from clienteling.domain.configuration.configuration import Configuration
from clienteling.domain.configuration.follow_ups import FollowUpRule
from clienteling.domain.configuration.item import Item
from clienteling.domain.configuration.people import AppRole, OperationSettings, PermissionGroup, Worker
from clienteling.domain.configuration.properties import (
    Attribute,
    AttributeGroup,
    FilterSettings,
    Measure,
    Member,
    Option,
)
from clienteling.domain.configuration.retailer import AddressBook, LegalEntity, Register, Store
from clienteling.domain.configuration.screens import LayoutAssignment, ScreenLayout
from clienteling.domain.configuration.sections import SECTIONS, section_of
from clienteling.domain.feature import Feature, FeatureState
from clienteling.domain.follow_up import Cause
from clienteling.domain.layout import ACTIONS, Button, ButtonGrid, Colour, Subject, TextSize
from clienteling.domain.operations import MANAGER_OPERATIONS, Operation
from clienteling.domain.parameters import PARAMETERS, Number

NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="|"), min_size=1, max_size=12
)
LANGUAGES = st.dictionaries(st.sampled_from(["lv", "da", "id", "ro-MD"]), NAMES, max_size=3)
NUMBERS = st.decimals(-9999, 9999, places=2, allow_nan=False)
_CODES = NAMES.filter(lambda text: not set(text) & set("#&"))
_DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))


def some(values: list[Any], most: int = 3) -> st.SearchStrategy[list[Any]]:
    """Some of the values, each once, in their order."""
    if not values:
        return st.just([])
    return st.lists(st.sampled_from(values), unique=True, max_size=most).map(sorted)


@st.composite
def attribute_items(draw: st.DrawFn) -> Attribute:
    kind = draw(st.sampled_from(AttributeType))
    is_text, is_number = kind is AttributeType.TEXT, kind in (AttributeType.DECIMAL, AttributeType.CURRENCY)
    bounds = sorted(draw(st.tuples(NUMBERS, NUMBERS))) if is_number and draw(st.booleans()) else [None, None]
    values = draw(st.lists(NAMES, unique=True, max_size=3)) if is_text else []
    filters = None
    if is_number and draw(st.booleans()):
        thresholds = tuple(sorted(set(draw(st.lists(NUMBERS, min_size=1, max_size=3)))))
        filters = FilterSettings(DisplayControl.RANGE, draw(st.booleans()), thresholds)
    return Attribute(
        name=draw(NAMES),
        type=kind,
        labels=draw(LANGUAGES),
        unit=draw(NAMES),
        default=draw(st.sampled_from(["", *values])),
        lowest=bounds[0],
        highest=bounds[1],
        multi_value=is_text and draw(st.booleans()),
        options=tuple(Option(value, draw(LANGUAGES)) for value in values),
        reference="Birthday" if kind is AttributeType.REFERENCE else "",
        levels=draw(st.booleans()),
        filter=filters,
        can_be_refined=filters is not None and draw(st.booleans()),
    )


@st.composite
def attribute_groups(draw: st.DrawFn, attributes: list[str]) -> AttributeGroup:
    members = draw(some(attributes, 5))
    orders = draw(st.lists(st.integers(1, 99), unique=True, min_size=len(members), max_size=len(members)))
    found = sorted(zip(orders, members, strict=True))
    return AttributeGroup(draw(NAMES), tuple(Member(member, order) for order, member in found))


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    kind = draw(st.sampled_from([t for t in AttributeType if t is not AttributeType.REFERENCE]))
    values = draw(st.lists(NAMES, unique=True, max_size=2)) if kind is AttributeType.TEXT else []
    options = tuple(Option(value, draw(LANGUAGES)) for value in values)
    return Measure(draw(NAMES), kind, draw(LANGUAGES), draw(NAMES), options, draw(st.booleans()))


@st.composite
def stores(draw: st.DrawFn, entities: list[str], books: list[str]) -> Store:
    entity = draw(st.sampled_from(entities))
    # A store stays in its legal entity, whatever is applied next.
    code = f"{entity}:{draw(st.integers(1, 3))}"
    zone = draw(st.sampled_from(["UTC", "Europe/Riga", "Asia/Jakarta"]))
    return Store(
        code,
        draw(NAMES),
        entity,
        draw(st.one_of(st.just(""), NAMES)),
        draw(st.sampled_from(["", "LV", "DK"])),
        zone,
        tuple(draw(some(books))),
        tuple(draw(some(books))),
    )


@st.composite
def workers(draw: st.DrawFn, groups: list[str], shops: list[Store], books: list[str]) -> Worker:
    hired = draw(st.none() | _DAYS)
    until = draw(st.none() | st.dates(hired or date(1990, 1, 1), date(2041, 1, 1)))
    at = draw(some([shop.key for shop in shops]))
    theirs = {book for shop in shops if shop.key in at for book in shop.employee_address_books}
    # What are the books of their stores are not of their own.
    own = tuple(book for book in draw(some(books)) if book not in theirs)
    return Worker(
        draw(_CODES),
        draw(NAMES),
        draw(st.sampled_from(groups)),
        draw(st.one_of(st.just(""), NAMES)),
        draw(st.sampled_from(["en", "lv", "ro-MD"])),
        tuple(at),
        own,
        hired,
        until,
        draw(st.booleans()),
        *draw(st.just(("", "")) | st.tuples(st.uuids().map(str), st.uuids().map(str))),
    )


@st.composite
def layouts(draw: st.DrawFn) -> ScreenLayout:
    full, compact = draw(grids()), draw(st.none() | grids())
    return ScreenLayout(draw(_CODES), draw(NAMES), full, compact)


@st.composite
def grids(draw: st.DrawFn) -> ButtonGrid:
    columns, rows = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    cells = [(row, column) for row in range(1, rows + 1) for column in range(1, columns + 1)]
    taken = draw(st.lists(st.sampled_from(cells), unique=True, min_size=1, max_size=4))
    colours = st.sampled_from([*(colour.value for colour in Colour), "#FF00aa12"])
    buttons = [
        Button(
            draw(st.sampled_from(sorted(ACTIONS))),
            row,
            column,
            text=draw(st.one_of(st.just(""), NAMES)),
            parameter=draw(st.one_of(st.just(""), NAMES)),
            colour=draw(colours),
            size=draw(st.sampled_from(TextSize)),
        )
        for row, column in taken
    ]
    return ButtonGrid(columns, rows, tuple(buttons))


@st.composite
def follow_up_rules(draw: st.DrawFn, entities: list[str]) -> FollowUpRule:
    cause = draw(st.sampled_from([cause for cause in Cause if cause is not Cause.HAND]))
    return FollowUpRule(
        draw(st.sampled_from(entities)),
        draw(st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=8)),
        cause,
        draw(NAMES),
        draw(st.integers(1, 365)),
        draw(st.sampled_from(["", "Birthday"])) if cause is Cause.DATE else "",
        draw(st.booleans()),
        draw(st.booleans()),
    )


@st.composite
def parameters(draw: st.DrawFn, entity: str, known: dict[str, list[Item]]) -> CommerceParameters:
    groups = ["", *(item.key for item in known["attribute_groups"])]
    sequences = [s for s in known["number_sequences"] if isinstance(s, NumberSequence)]
    codes = [s.code for s in sequences if s.legal_entity in ("", entity)]
    numbers = [p for p in PARAMETERS.values() if isinstance(p, Number)]
    chosen = draw(st.lists(st.sampled_from(numbers), unique=True, max_size=2))
    return CommerceParameters(
        entity,
        draw(st.sampled_from(groups)),
        draw(st.sampled_from(groups)),
        draw(st.sampled_from(["", *codes])),
        draw(st.sampled_from(["", *codes])),
        tuple(draw(some([item.key for item in known["measures"]]))),
        {p.key: str(draw(st.integers(p.smallest, p.largest))) for p in chosen},
    )


@st.composite
def configurations(draw: st.DrawFn) -> Configuration:
    """Every section; of those that always have the same items some."""
    known: dict[str, list[Item]] = {name: [] for name in SECTIONS}

    def add(items: st.SearchStrategy[Any], most: int = 3, least: int = 0) -> list[str]:
        found = draw(st.lists(items, unique_by=lambda item: item.key, min_size=least, max_size=most))
        for item in found:
            known[section_of(item).name].append(item)
        return sorted(item.key for item in found)

    countries = st.sampled_from([("EUR", "LV"), ("DKK", "DK")])
    codes = st.sampled_from(["E1", "É/2"])
    entities = add(st.builds(lambda code, name, where: LegalEntity(code, name, *where), codes, NAMES, countries), 2, 1)
    books = add(st.builds(AddressBook, _CODES, NAMES))
    shops = add(stores(entities, books))
    tills = add(st.builds(Register, st.sampled_from(shops), _CODES, NAMES)) if shops else []
    rights = st.builds(PermissionGroup, _CODES, NAMES, some([int(o) for o in Operation], 6).map(tuple))
    groups = add(rights, 2, 1)
    people = add(workers(groups, [shop for shop in known["stores"] if isinstance(shop, Store)], books))
    add(st.builds(AppRole, _CODES, st.sampled_from(groups)))
    operations = st.sampled_from(sorted(int(operation) for operation in MANAGER_OPERATIONS))
    add(st.builds(OperationSettings, operations, override=st.booleans()))
    scheduled = st.builds(FeatureSettings, st.just(Feature.CLIENTELING), st.just(FeatureState.SCHEDULED), _DAYS)
    add(scheduled | st.just(FeatureSettings(Feature.CLIENTELING, FeatureState.OFF)), 1)
    formats, owners = st.sampled_from(["A-###", r"\##&&", "žā####"]), st.sampled_from(["", *entities])
    add(st.builds(NumberSequence, _CODES, formats, owners, st.booleans()))
    add(attribute_groups(add(attribute_items())), 2)
    add(measures())
    places = st.integers(0, 99)
    add(st.builds(ActivityType, st.sampled_from(entities), _CODES, NAMES, st.just("phone"), places, LANGUAGES))
    add(follow_up_rules(entities))
    for entity in entities:
        known["parameters"].append(draw(parameters(entity, known)))
    screens = add(layouts(), 2)
    subjects = [(Subject.STORE, k) for k in shops] + [(Subject.REGISTER, k) for k in tills]
    subjects += [(Subject.WORKER, k) for k in people]
    if screens and subjects:
        of, given = st.sampled_from(subjects), st.sampled_from(screens)
        add(st.builds(lambda subject, layout: LayoutAssignment(subject[0], subject[1], layout), of, given))
    return Configuration({name: {item.key: item for item in items} for name, items in known.items()})
