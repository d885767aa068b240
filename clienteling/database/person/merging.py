"""Two customers become one: everything that refers to the one refers to the other afterwards, and can go back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Table, and_, or_, select, update

from clienteling.database import company, customers, search_index
from clienteling.database.engine import Transaction
from clienteling.database.person import rows
from clienteling.database.person.overlaps import DERIVED, Overlap, moved_key, overlap, says_the_same
from clienteling.database.person.rows import Image, Reference
from clienteling.database.person.words import Words, slot_text
from clienteling.database.tables import CustomerMergeRow, CustomerRow, StrangersRow
from clienteling.domain.customer import name_key
from clienteling.domain.errors import mark
from clienteling.domain.merge import Merge, MergeField, MergePreview, MergeSide, Side
from clienteling.domain.parameters import SEVERAL_BOOKS

_STRANGERS = StrangersRow.__tablename__
_PRIMARY = "is_primary"
_HOLDING = "holding"

# What a file has once, by column; the first column says whether there is anything.
_PARTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("name", mark("Name"), ("name", "kind", "first_name", "last_name")),
    ("title", mark("Title"), ("title",)),
    ("language", mark("Language"), ("language",)),
    ("since", mark("Customer since"), ("since",)),
)
_KINDS = {
    "customer_attribute": mark("Attribute"),
    "customer_measure": mark("Measure"),
    "important_date": mark("Important date"),
    "consent": mark("Consent"),
    "holding": mark("Client book"),
    "engagement_score": mark("Engagement score"),
    "customer_phone": mark("Primary phone"),
    "customer_email": mark("Primary e-mail"),
    "customer_address": mark("Primary address"),
}
_ELSE = mark("Also")
# Of two forms that somebody has begun that of the kept file stays; how a relationship stands is computed anew.
_SILENT = frozenset({"draft", "relationship_health"})


@dataclass(slots=True)
class _Document:
    """What an undo puts back: `moved` and `changed` as (table, key, columns before), `aside` and `added` as rows."""

    customer: Image
    moved: list[tuple[str, list[Any], Image]] = field(default_factory=list)
    changed: list[tuple[str, list[Any], Image]] = field(default_factory=list)
    aside: dict[str, list[Image]] = field(default_factory=dict)
    added: dict[str, list[Image]] = field(default_factory=dict)

    def text(self) -> str:
        return rows.written({name: getattr(self, name) for name in self.__dataclass_fields__})


def preview(transaction: Transaction, kept_id: int, other_id: int) -> MergePreview:
    """What a merge would do, and of what only one file's value can stay."""
    kept, other = _customer(transaction, kept_id), _customer(transaction, other_id)
    words, found = Words(transaction, kept["legal_entity_id"]), _overlaps(transaction, kept, other)
    fields = [*_file_fields(kept, other), *_primary_fields(words, transaction, kept_id, other_id)]
    fields += [field for each in found for field in _slot_fields(words, each)]
    return MergePreview(
        _side(transaction, kept),
        _side(transaction, other),
        tuple(field for field in fields if field.differs),
        {each.table.name: len(each.moving) for each in found if each.moving},
        {each.table.name: len(each.same) for each in found if each.same},
    )


def merge(
    transaction: Transaction,
    merge_id: int,
    kept_id: int,
    other_id: int,
    sides: Mapping[str, Side],
    worker_id: int | None,
    at: datetime,
) -> None:
    """Let everything of the other customer be the kept one's, under `merge_id`. `sides` are those of the fields."""
    kept, other = _customer(transaction, kept_id), _customer(transaction, other_id)
    document = _Document(other)
    found = _overlaps(transaction, kept, other)
    primaries = [(each.table, wanted) for each in found if (wanted := _chosen_primary(each, sides)) is not None]
    for each in found:
        _merge_table(transaction, each, kept_id, other_id, sides, document)
    _merge_strangers(transaction, kept_id, other_id, document)
    _merge_file(transaction, kept, other, sides, document)
    _set_primaries(transaction, kept_id, primaries, document)
    rows.put(
        transaction,
        rows.table("customer_merge"),
        [
            {
                "id": merge_id,
                "legal_entity_id": other["legal_entity_id"],
                "survivor_id": kept_id,
                "merged_id": other_id,
                "account_number": other["account_number"],
                "worker_id": worker_id,
                "at": at,
                "document": document.text(),
            }
        ],
    )
    for name in sorted(DERIVED):
        of = rows.table(name)
        transaction.connection().execute(of.delete().where(of.c.customer_id == other_id))
    rows.take(transaction, rows.table(rows.CUSTOMER), [other])
    _index(transaction, kept["legal_entity_id"], kept_id)


def undo(transaction: Transaction, merge_id: int) -> Merge:
    """Make two customers of one again. What was recorded since stays with the one who was kept."""
    found = find(transaction, merge_id)
    if found is None:
        raise LookupError(merge_id)
    of = rows.table("customer_merge")
    text = transaction.connection().execute(select(of.c.document).where(of.c.id == merge_id)).scalar_one()
    document = rows.read(text)
    customer = document["customer"]
    rows.put(transaction, rows.table(rows.CUSTOMER), [customer])
    for name, added in document["added"].items():
        rows.take(transaction, rows.table(name), added)
    for name, key, before in [*reversed(document["changed"]), *document["moved"]]:
        each = rows.table(name)
        # A holding's key was the customer alone before there could be several.
        where = and_(*(c == value for c, value in zip(each.primary_key.columns, key, strict=False)))
        transaction.connection().execute(update(each).where(where).values(before))
    for each in rows.in_order(document["aside"]):
        lacking = {_PRIMARY: True} if each.name == _HOLDING else {}
        rows.put(transaction, each, [{**lacking, **row} for row in document["aside"][each.name]])
    transaction.connection().execute(of.delete().where(of.c.id == merge_id))
    for key in (found.survivor_id, found.merged_id):
        _index(transaction, customer["legal_entity_id"], key)
    return found


def find(transaction: Transaction, merge_id: int) -> Merge | None:
    """A merge that was not undone."""
    statement = _MERGES.where(CustomerMergeRow.id == merge_id)
    row = transaction.connection().execute(statement).first()
    return None if row is None else Merge(*row)


def merges_into(transaction: Transaction, customer_id: int) -> tuple[Merge, ...]:
    """The files that went into a customer's, the newest first."""
    statement = _MERGES.where(CustomerMergeRow.survivor_id == customer_id).order_by(CustomerMergeRow.id.desc())
    return tuple(Merge(*row) for row in transaction.connection().execute(statement))


def now_called(
    transaction: Transaction, legal_entity_id: int, account_numbers: list[str]
) -> dict[str, tuple[int, str]]:
    """Of account numbers whose files went into others: the customer who has it now, with key and account number."""
    statement = (
        select(CustomerMergeRow.account_number, CustomerRow.id, CustomerRow.account_number)
        .join(CustomerRow, CustomerRow.id == CustomerMergeRow.survivor_id)
        .where(CustomerMergeRow.legal_entity_id == legal_entity_id)
        .where(CustomerMergeRow.account_number.in_(account_numbers))
    )
    return {old: (key, account) for old, key, account in transaction.connection().execute(statement)}


_MERGES = select(
    CustomerMergeRow.id,
    CustomerMergeRow.survivor_id,
    CustomerMergeRow.merged_id,
    CustomerMergeRow.account_number,
    CustomerRow.account_number,
).join(CustomerRow, CustomerRow.id == CustomerMergeRow.survivor_id)


def _customer(transaction: Transaction, customer_id: int) -> Image:
    of = rows.table(rows.CUSTOMER)
    (found,) = rows.images(transaction, of, of.c.id == customer_id)
    return found


def _references() -> tuple[Reference, ...]:
    return tuple(r for r in rows.references(rows.CUSTOMER) if r.table.name not in (*DERIVED, _STRANGERS))


def _overlaps(transaction: Transaction, kept: Image, other: Image) -> list[Overlap]:
    several = SEVERAL_BOOKS.of(company.parameters(transaction, kept["legal_entity_id"]))
    return [
        overlap(
            reference,
            rows.images(transaction, reference.table, reference.column == kept["id"]),
            rows.images(transaction, reference.table, reference.column == other["id"]),
            several_books=several,
        )
        for reference in _references()
    ]


def _side(transaction: Transaction, customer: Image) -> MergeSide:
    counts = {
        r.table.name: len(found)
        for r in _references()
        if (found := rows.images(transaction, r.table, r.column == customer["id"]))
    }
    return MergeSide(customer["id"], customer["account_number"], customer["name"], counts)


def _file_fields(kept: Image, other: Image) -> list[MergeField]:
    fields = []
    for key, kind, (first, *_) in _PARTS:
        here, there = str(kept[first] or ""), str(other[first] or "")
        earlier = key == "since" and there and there < here
        fields.append(
            MergeField(key, kind, "", here, there, Side.OTHER if (not here and there) or earlier else Side.KEPT)
        )
    return fields


def _primary_fields(words: Words, transaction: Transaction, kept_id: int, other_id: int) -> list[MergeField]:
    fields = []
    for reference in _references():
        of = reference.table
        if _PRIMARY in of.c and of.name in _KINDS and of.name != _HOLDING:
            here, there = (_primary(transaction, reference, key) for key in (kept_id, other_id))
            if here and there and not says_the_same(of.name, here, there):
                texts = (slot_text(words, of.name, [here]), slot_text(words, of.name, [there]))
                fields.append(MergeField(of.name, _KINDS[of.name], "", *texts, Side.KEPT))
    return fields


def _primary(transaction: Transaction, reference: Reference, customer_id: int) -> Image | None:
    of = reference.table
    found = rows.images(transaction, of, and_(reference.column == customer_id, of.c[_PRIMARY].is_(True)))
    return found[0] if found else None


def _slot_fields(words: Words, each: Overlap) -> list[MergeField]:
    of = each.table
    fields: list[MergeField] = []
    if of.name in _SILENT:
        return fields
    for slot, (kept, other) in each.slots.items():
        name = ", ".join(text for c in slot[0] if (text := words.value(of.c[c], other[0])))
        texts = slot_text(words, of.name, kept), slot_text(words, of.name, other)
        # Of two answers the later one counts, and of two values the one that was taken later.
        moment = next((c for c in ("at", "as_of") if c in of.c), None)
        is_later = moment is not None and other[0][moment] > kept[0][moment]
        kind = _KINDS.get(of.name, _ELSE)
        fields.append(MergeField(_slot_key(of.name, slot), kind, name, *texts, Side.OTHER if is_later else Side.KEPT))
    return fields


def _slot_key(table: str, slot: tuple[Any, ...]) -> str:
    return ":".join([table, *(str(part) for part in slot[1:])])


def _merge_table(
    transaction: Transaction,
    each: Overlap,
    kept_id: int,
    other_id: int,
    sides: Mapping[str, Side],
    document: _Document,
) -> None:
    of, column = each.table, each.reference.column
    aside = [row for row, _ in each.same]
    moving = list(each.moving)
    for slot, (kept, other) in each.slots.items():
        if sides.get(_slot_key(of.name, slot), Side.KEPT) is Side.OTHER:
            aside += kept
            moving += other
        else:
            aside += other
    _set_aside(transaction, of, aside, document)
    has_primary = _PRIMARY in of.c and _primary(transaction, each.reference, kept_id) is not None
    stored = {rows.key_of(of, row): row for row in rows.images(transaction, of, column == other_id)}
    for row in moving:
        before = stored[rows.key_of(of, row)]
        after = {name: value for name, value in row.items() if value != before[name]}
        if has_primary and row[_PRIMARY]:
            after[_PRIMARY] = False
        if after:
            rows.change(transaction, of, before, after)
        back = {column.name: other_id, **{name: before[name] for name in after}}
        document.moved.append((of.name, list(moved_key(each.reference, row, kept_id)), back))
    transaction.connection().execute(update(of).where(column == other_id).values({column.name: kept_id}))


def _set_aside(transaction: Transaction, of: Table, aside: list[Image], document: _Document) -> None:
    """Take rows away for as long as the two are one, with all that belongs to them."""
    if not aside:
        return
    document.aside.setdefault(of.name, []).extend(aside)
    if "id" in of.c:
        for reference in rows.references(of.name):
            belonging = rows.referring(transaction, reference, [row["id"] for row in aside])
            _set_aside(transaction, reference.table, belonging, document)
    rows.take(transaction, of, aside)


def _merge_strangers(transaction: Transaction, kept_id: int, other_id: int, document: _Document) -> None:
    """Who is somebody else than the one is somebody else than the other, too."""
    of = rows.table(_STRANGERS)
    concerned = rows.images(transaction, of, or_(of.c.customer_id == other_id, of.c.other_id == other_id))
    known = {
        rows.key_of(of, row)
        for row in rows.images(transaction, of, or_(of.c.customer_id == kept_id, of.c.other_id == kept_id))
    }
    document.aside.setdefault(_STRANGERS, []).extend(concerned)
    rows.take(transaction, of, concerned)
    added = []
    for row in concerned:
        (third,) = {row["customer_id"], row["other_id"]} - {other_id}
        pair = (min(third, kept_id), max(third, kept_id))
        if third != kept_id and pair not in known:
            added.append({**row, "customer_id": pair[0], "other_id": pair[1]})
    document.added[_STRANGERS] = added
    rows.put(transaction, of, added)


def _merge_file(
    transaction: Transaction, kept: Image, other: Image, sides: Mapping[str, Side], document: _Document
) -> None:
    """Take over the parts of the file that are the other one's, and let the client book know the name."""
    after: Image = {"version": kept["version"] + 1}
    for key, _, columns in _PARTS:
        if sides.get(key, Side.KEPT) is Side.OTHER:
            after |= {column: other[column] for column in columns}
    if "name" in after:
        after["name_key"] = name_key(after["name"])
    of = rows.table(rows.CUSTOMER)
    # The version goes on: a form that is open notices.
    before = {name: kept[name] for name in after if name != "version"}
    document.changed.append((of.name, [kept["id"]], before | {"version": kept["version"] + 2}))
    rows.change(transaction, of, kept, after)
    held = rows.table(_HOLDING)
    name = after.get("name_key", kept["name_key"])
    for row in rows.images(transaction, held, and_(held.c.customer_id == kept["id"], held.c.name_key != name)):
        rows.change(transaction, held, row, {"name_key": name})
        document.changed.append((held.name, list(rows.key_of(held, row)), {"name_key": row["name_key"]}))


def _chosen_primary(each: Overlap, sides: Mapping[str, Side]) -> Any:
    """The key of the contact that is to be the primary one because somebody chose the other file's."""
    if _PRIMARY not in each.table.c or "id" not in each.table.c or sides.get(each.table.name) is not Side.OTHER:
        return None
    return next((row["id"] for row in (*each.moving, *_stand_ins(each)) if row[_PRIMARY]), None)


def _stand_ins(each: Overlap) -> list[Image]:
    """The kept file's rows that say the same as one of the other file's, primary if that is."""
    return [{**kept, _PRIMARY: other[_PRIMARY]} for other, kept in each.same]


def _set_primaries(
    transaction: Transaction, kept_id: int, chosen: list[tuple[Table, Any]], document: _Document
) -> None:
    for of, wanted in chosen:
        for row in rows.images(transaction, of, of.c.customer_id == kept_id):
            is_wanted = row["id"] == wanted
            if row[_PRIMARY] != is_wanted:
                rows.change(transaction, of, row, {_PRIMARY: is_wanted})
                document.changed.append((of.name, list(rows.key_of(of, row)), {_PRIMARY: row[_PRIMARY]}))


def _index(transaction: Transaction, legal_entity_id: int, customer_id: int) -> None:
    customer = customers.find(transaction, legal_entity_id, customer_id)
    if customer is not None:
        search_index.index(transaction, [customer])
        search_index.index_attributes(transaction, [customer_id])
