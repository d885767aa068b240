"""Takes the definitions of attributes and measures, and activity types."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from clienteling.database import attributes, search_index
from clienteling.database import company as parameters
from clienteling.database.imports import definitions
from clienteling.database.imports.definitions import ActivityTypeDraft
from clienteling.domain.attribute import (
    Attribute,
    AttributeType,
    DisplayControl,
    FilterSettings,
    Option,
)
from clienteling.domain.card import MOST_MEASURES
from clienteling.domain.configuration.properties import CONTROLS, HIGHEST_ORDER
from clienteling.domain.errors import Invalid, mark
from clienteling.services import setup
from clienteling.services.importing.references import LONGEST_CODE, Company
from clienteling.services.importing.row import Row
from clienteling.services.importing.run import Run

_LABEL = "label."
_GROUPS = {
    "client_book_order": setup.CLIENT_BOOK_ATTRIBUTES,
    "customer_order": setup.CUSTOMER_ATTRIBUTES,
}


Places = dict[str, int | None]
"""A display order, or None for no place, by the column that gives it."""


class Attributes:
    """Attributes by name, with their filter settings and their places in the two attribute groups."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._stored: dict[str, Attribute] = {}
        self._taken: dict[str, dict[int, str]] = {}

    def take(self, rows: list[Row]) -> None:
        transaction = self._run.transaction
        self._stored = attributes.all_attributes(transaction)
        before = self._places_before()
        # The places of attributes that the rows place anew are free, so that two can change places.
        placed = {column: {row.peek("name") for row in rows if row.has(column)} for column in _GROUPS}
        self._taken = {
            column: {order: name for name, order in orders.items() if name not in placed[column]}
            for column, orders in before.items()
        }
        drafts = self._run.readable(rows, self._read)
        other_words: set[str] = set()
        for draft, places in drafts:
            old = self._stored.get(draft.name)
            same = draft == old
            if old is not None and draft.options != old.options:
                other_words.add(draft.name)
            if not same:
                self._stored[draft.name] = attributes.save_attribute(transaction, draft)
            moved = any(before[column].get(draft.name) != order for column, order in places.items())
            self._run.count(before=old, changed=moved or not same)
        for column, orders in before.items():
            accepted = {draft.name for draft, places in drafts if column in places}
            other_words |= self._place(column, orders, accepted)
        search_index.index_attribute(transaction, [self._stored[name].id for name in sorted(other_words)])

    def _places_before(self) -> dict[str, dict[str, int]]:
        names = {attribute.id: attribute.name for attribute in self._stored.values()}
        return {
            column: {
                names[key]: order for key, order in definitions.display_orders(self._run.transaction, group).items()
            }
            for column, group in _GROUPS.items()
        }

    def _place(self, column: str, before: dict[str, int], accepted: set[str]) -> set[str]:
        """Store the places of a group, if they are not what they were; who has come or gone."""
        taken = self._taken[column]
        for name, order in before.items():
            # Whose row was rejected keeps a place.
            if name not in accepted and name not in taken.values():
                taken[order if order not in taken else max(taken) + 1] = name
        if {name: order for order, name in taken.items()} != before:
            orders = {self._stored[name].id: order for order, name in sorted(taken.items())}
            definitions.set_display_orders(self._run.transaction, _GROUPS[column], orders)
        return before.keys() ^ set(taken.values())

    def _read(self, row: Row) -> tuple[Attribute, Places]:
        name = row.text("name", required=True)
        old = self._stored.get(name) or Attribute(0, name, AttributeType.TEXT)
        draft = replace(
            _definition(row, old),
            multi_value=bool(row.yes("multi_value", absent=old.multi_value)),
            reference=row.text("reference", absent=old.reference),
            lowest=row.number("lowest", absent=old.lowest),
            highest=row.number("highest", absent=old.highest),
        )
        draft = replace(draft, filter=_filter(row, draft.type, old.filter))
        self._check(draft, old)
        self._run.once(name, row, "name")
        places = {column: row.whole(column, lowest=1, highest=HIGHEST_ORDER) for column in _GROUPS if row.has(column)}
        for column, order in places.items():
            if order is not None and order in self._taken[column]:
                raise Invalid(column, mark("“{name}” has this place already."), name=self._taken[column][order])
        for column, order in places.items():
            if order is not None:
                self._taken[column][order] = name
        return draft, places

    def _check(self, draft: Attribute, old: Attribute) -> None:
        if (draft.type is AttributeType.REFERENCE) != bool(draft.reference):
            raise Invalid("reference", mark("A reference names an important date; other types do not."))
        if draft.multi_value and draft.type is not AttributeType.TEXT:
            raise Invalid("multi_value", mark("Only texts can have several values."))
        if draft.lowest is not None and draft.highest is not None and draft.lowest > draft.highest:
            raise Invalid(
                "lowest", mark("{lowest} is more than {highest}."), lowest=draft.lowest, highest=draft.highest
            )
        narrowed = draft.type is not old.type or (old.multi_value and not draft.multi_value)
        if old.id and narrowed and definitions.has_values(self._run.transaction, old.id):
            raise Invalid("type", mark("The type cannot change while customers have values."))


class MeasureDefinitions:
    """Measures by name, and which of them cards show: in the legal entity that is named, or else in all.

    A measure may stand in a row for each legal entity; it is the same measure in all of them.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._company = Company(run)
        self._stored: dict[str, Attribute] = {}
        self._defined: dict[str, Attribute] = {}

    def take(self, rows: list[Row]) -> None:
        self._stored = attributes.all_measures(self._run.transaction)
        drafts = self._run.readable(rows, self._read)
        wanted: dict[int, dict[str, int | None]] = {}
        for draft, places in drafts:
            for entity_id, place in places.items():
                wanted.setdefault(entity_id, {})[draft.name] = place
        moved = {name for entity_id, places in wanted.items() for name in self._choose(entity_id, places)}
        for draft, _ in drafts:
            old = self._stored.get(draft.name)
            if draft != old:
                self._stored[draft.name] = attributes.save_measure(self._run.transaction, draft)
            self._run.count(before=old, changed=draft != old or draft.name in moved)

    def _choose(self, entity_id: int, places: dict[str, int | None]) -> set[str]:
        """Give measures their places on the cards of a legal entity, or none; returns those that moved."""
        text = parameters.parameters(self._run.transaction, entity_id).get(parameters.MEASURES, "")
        before = [name for name in text.split("|") if name]
        orders = {name: (place, 1) for place, name in enumerate(before, 1) if name not in places}
        orders |= {name: (place, 0) for name, place in places.items() if place is not None}
        after = sorted(orders, key=orders.__getitem__)
        if after != before:
            parameters.set_parameter(self._run.transaction, entity_id, parameters.MEASURES, "|".join(after))
        stood, stands = ({name: place for place, name in enumerate(names)} for names in (before, after))
        return {name for name in places if stood.get(name) != stands.get(name)}

    def _read(self, row: Row) -> tuple[Attribute, dict[int, int | None]]:
        """The definition, and its place (None: no place) by legal entity."""
        name = row.text("name", required=True)
        if "|" in name:
            raise Invalid("name", mark("A name has no “|”: lists are divided by it."))
        old = self._stored.get(name) or Attribute(0, name, AttributeType.TEXT)
        draft = _definition(row, old)
        if draft.type is AttributeType.REFERENCE:
            raise Invalid("type", mark("A measure is no reference."))
        if old.id and draft.type is not old.type and definitions.has_measured(self._run.transaction, old.id):
            raise Invalid("type", mark("The type cannot change while customers have values."))
        named = self._company.named_entity(row)
        place = row.whole("card_order", lowest=1, highest=MOST_MEASURES)
        entity_ids = [named.id] if named else list(self._company.entities)
        self._run.once((name, named.id if named else None), row, "name")
        for entity_id in entity_ids if place is not None else ():
            self._run.once(("place", entity_id, place), row, "card_order")
        if self._defined.setdefault(name, replace(draft, id=0)) != replace(draft, id=0):
            raise Invalid("name", mark("An earlier row defines this measure otherwise."))
        return draft, dict.fromkeys(entity_ids, place) if row.has("card_order") else {}


class ActivityTypes:
    """Activity types of legal entities by code. Without a position they stand in the order of the file."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._company = Company(run)
        self._stored: dict[tuple[int, str], tuple[int, ActivityTypeDraft]] = {}
        self._last: dict[int, int] = {}

    def take(self, rows: list[Row]) -> None:
        self._stored = definitions.activity_types(self._run.transaction, list(self._company.entities))
        for _, known in self._stored.values():
            self._last[known.legal_entity_id] = max(self._last.get(known.legal_entity_id, 0), known.position)
        for draft in self._run.readable(rows, self._read):
            key, before = self._stored.get((draft.legal_entity_id, draft.code), (None, None))
            if draft != before:
                definitions.save_activity_type(self._run.transaction, key, draft)
            self._run.count(before=before, changed=draft != before)

    def _read(self, row: Row) -> ActivityTypeDraft:
        entity = self._company.entity(row)
        code = row.text("code", longest=LONGEST_CODE, required=True)
        name = row.text("name", required=True)
        blank = ActivityTypeDraft(entity.id, code, name, "", self._last.get(entity.id, 0) + 1)
        _, old = self._stored.get((entity.id, code), (0, blank))
        position = row.whole("position", absent=old.position, lowest=0, highest=HIGHEST_ORDER)
        draft = ActivityTypeDraft(
            legal_entity_id=entity.id,
            code=code,
            name=name,
            icon=row.text("icon", absent=old.icon),
            labels=_labels(row, old.labels),
            position=old.position if position is None else position,
        )
        self._run.once((entity.id, code), row, "code")
        self._last[entity.id] = max(self._last.get(entity.id, 0), draft.position)
        return draft


def _labels(row: Row, old: Mapping[str, str]) -> dict[str, str]:
    """Names in other languages: a column for each; an empty cell takes one away."""
    given = {column.removeprefix(_LABEL): row.text(column) for column in row.cells if column.startswith(_LABEL)}
    return {language: label for language, label in {**old, **given}.items() if label}


def _definition(row: Row, old: Attribute) -> Attribute:
    """What attributes and measures have in common, with the key of the one there is."""
    kind = row.choice("type", AttributeType)
    if kind is None:
        raise Invalid("type", mark("Please fill this in."))
    options = row.parts("options", absent=[option.value for option in old.options])
    if options and kind is not AttributeType.TEXT:
        raise Invalid("options", mark("Only texts have a list of values."))
    translations = {option.value: option for option in old.options}
    return Attribute(
        id=old.id,
        name=old.name,
        type=kind,
        labels=_labels(row, old.labels),
        unit=row.text("unit", absent=old.unit, longest=LONGEST_CODE),
        options=tuple(translations.get(value) or Option(value) for value in options),
        levels=bool(row.yes("levels", absent=old.levels)),
    )


def _filter(row: Row, kind: AttributeType, old: FilterSettings | None) -> FilterSettings | None:
    """The filter settings; without a control the attribute cannot be refined."""
    control = row.choice("filter_control", DisplayControl, absent=old.control if old else None)
    if control is None:
        return None
    if control not in CONTROLS[kind]:
        known = ", ".join(sorted(CONTROLS[kind]))
        raise Invalid("filter_control", mark("A filter of this type is one of: {known}."), known=known)
    multi_value = row.yes("filter_multi_value", absent=old.multi_value if old else True)
    thresholds = old.thresholds if old and not row.has("thresholds") else _thresholds(row)
    if control is DisplayControl.RANGE and not thresholds:
        raise Invalid("thresholds", mark("A range needs thresholds, like 100;500;1000."))
    return FilterSettings(control, multi_value is not False, thresholds)


def _thresholds(row: Row) -> tuple[Decimal, ...]:
    found = []
    for part in row.text("thresholds", longest=1000).split(";"):
        if part.strip():
            one = Row(row.line, {"thresholds": part}, (), row.formats)
            found.append(one.number("thresholds") or Decimal(0))
    if sorted(set(found)) != found:
        raise Invalid("thresholds", mark("Thresholds rise from the first to the last."))
    return tuple(found)
