"""The tables of all sections, and how a set of changes is checked against the data and stored."""

from collections.abc import Iterable, Sequence

from clienteling.database import search_index
from clienteling.database.configuration import company, follow_ups, people, properties, retailer
from clienteling.database.configuration.documents import documents
from clienteling.database.configuration.table import Table
from clienteling.database.engine import Transaction
from clienteling.domain.configuration.configuration import (
    Configuration,
    Finding,
    ItemChange,
)
from clienteling.domain.configuration.item import Remark
from clienteling.domain.configuration.people import Worker
from clienteling.domain.configuration.properties import Attribute, AttributeGroup
from clienteling.domain.configuration.sections import SECTIONS

TABLES: dict[str, Table] = {
    "legal_entities": retailer.LEGAL_ENTITIES,
    "address_books": retailer.ADDRESS_BOOKS,
    "stores": retailer.STORES,
    "registers": retailer.REGISTERS,
    "permission_groups": people.PERMISSION_GROUPS,
    "app_roles": people.APP_ROLES,
    "workers": people.WORKERS,
    "operations": documents("operations", SECTIONS["operations"].type, company.usual_operations),
    "features": documents("features", SECTIONS["features"].type, company.usual_features),
    "number_sequences": company.NUMBER_SEQUENCES,
    "attributes": properties.ATTRIBUTES,
    "attribute_groups": properties.ATTRIBUTE_GROUPS,
    "measures": properties.MEASURES,
    "activity_types": company.ACTIVITY_TYPES,
    "follow_up_rules": follow_ups.FOLLOW_UP_RULES,
    "parameters": company.PARAMETERS_TABLE,
    "screen_layouts": documents("screen_layouts", SECTIONS["screen_layouts"].type),
    "layout_assignments": documents("layout_assignments", SECTIONS["layout_assignments"].type),
}


def read(transaction: Transaction, names: Iterable[str] = tuple(SECTIONS)) -> Configuration:
    """What tills see now, of these sections."""
    return Configuration({name: TABLES[name].read(transaction) for name in names})


def findings(transaction: Transaction, changes: Iterable[ItemChange]) -> tuple[Finding, ...]:
    """What is wrong with changes that only the data tells."""
    return tuple(
        Finding(change.section, change.key, problem)
        for change in changes
        if change.after is not None
        for problem in TABLES[change.section].problems(transaction, change.before, change.after)
    )


def remarks(transaction: Transaction, changes: Iterable[ItemChange]) -> tuple[Remark, ...]:
    """What changes do to the data, to be confirmed."""
    return tuple(
        remark
        for change in changes
        if change.after is not None
        for remark in TABLES[change.section].remarks(transaction, change.before, change.after)
    )


def uses(transaction: Transaction, change: ItemChange) -> tuple[Remark, ...]:
    """What in the data needs an item that is to be deleted."""
    return TABLES[change.section].uses(transaction, change.before) if change.before is not None else ()


def apply(transaction: Transaction, changes: Sequence[ItemChange]) -> None:
    """Store changes that were checked, in their order (see `difference`), and what follows from them."""
    by_store = _workers_by_store(transaction, changes)
    for change in changes:
        table = TABLES[change.section]
        if change.after is not None:
            table.save(transaction, change.before, change.after)
        elif change.before is not None:
            table.delete(transaction, change.before)
    people.give_address_books(transaction, by_store)
    search_index.index_attribute(transaction, _searched_anew(transaction, changes))


def _workers_by_store(transaction: Transaction, changes: Sequence[ItemChange]) -> list[Worker]:
    """The workers whose address books follow from changes: those that are saved, and of stores those without own."""
    found: dict[str, Worker] = {}
    if any(change.section == "stores" for change in changes):
        known = TABLES["workers"].read(transaction)
        found = {w.key: w for w in known.values() if isinstance(w, Worker)}
    for change in changes:
        if isinstance(change.after, Worker):
            found[change.key] = change.after
        elif change.section == "workers":
            found.pop(change.key, None)
    return list(found.values())


def _searched_anew(transaction: Transaction, changes: Sequence[ItemChange]) -> list[int]:
    """The attributes whose words or whose readers have changed."""
    names: set[str] = set()
    for change in changes:
        before, after = change.before, change.after
        if isinstance(after, Attribute) and isinstance(before, Attribute):
            if (before.options, before.type) != (after.options, after.type):
                names.add(after.name)
        elif isinstance(before or after, AttributeGroup):
            names |= {
                m.attribute for group in (before, after) if isinstance(group, AttributeGroup) for m in group.members
            }
        elif change.section == "parameters":
            names |= _of_groups(transaction, change)
    return sorted(properties.attribute_ids(transaction, names))


def _of_groups(transaction: Transaction, change: ItemChange) -> set[str]:
    """The attributes of the groups that a legal entity did not show before, or does no more."""
    chosen = [
        {getattr(item, name, "") for name in ("client_book_attribute_group", "customer_attribute_group")}
        for item in (change.before, change.after)
    ]
    groups = TABLES["attribute_groups"].read(transaction)
    return {
        member.attribute
        for name in chosen[0] ^ chosen[1]
        if isinstance(group := groups.get(name), AttributeGroup)
        for member in group.members
    }
