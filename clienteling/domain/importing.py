"""Importing: what kinds of files there are, the columns each may have, and what came of one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from clienteling.domain.audit import Changes
from clienteling.domain.errors import Problem

REJECTED_LINE = "rejected_line"
REJECTED_COLUMN = "rejected_column"
REJECTED_REASON = "rejected_reason"
REJECTED = (REJECTED_LINE, REJECTED_COLUMN, REJECTED_REASON)

VCARDS = frozenset({".vcf", ".vcard"})
"""How files of vCards end; all others are CSV."""


class Kind(StrEnum):
    """What a file holds, in the order in which one needs the other."""

    LEGAL_ENTITIES = "legal-entities"
    STORES = "stores"
    WORKERS = "workers"
    ATTRIBUTES = "attributes"
    MEASURE_DEFINITIONS = "measure-definitions"
    ACTIVITY_TYPES = "activity-types"
    PRODUCTS = "products"
    CUSTOMERS = "customers"
    ATTRIBUTE_VALUES = "attribute-values"
    MEASURES = "measures"
    SCORES = "scores"
    PURCHASES = "purchases"
    ACTIVITIES = "activities"
    NOTES = "notes"
    BOOKS = "books"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a kind: those a file must have, those it may have, and families like `label.<language>`."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    families: re.Pattern[str] | None = None

    def knows(self, column: str) -> bool:
        return (
            column in self.required
            or column in self.optional
            or (self.families is not None and self.families.fullmatch(column) is not None)
        )


_LABELS = re.compile(r"label\.[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_OF_CUSTOMERS = re.compile(
    r"(phone|email)_([2-9]|[1-9]\d)(_label)?"
    r"|date\.\S(.*\S)?|consent\.(phone|email|message|post)|attribute\.\S(.*\S)?"
)

COLUMNS: Mapping[Kind, Columns] = {
    Kind.LEGAL_ENTITIES: Columns(("legal_entity", "name", "currency", "country")),
    Kind.STORES: Columns(
        ("store", "name", "legal_entity"),
        ("city", "country", "time_zone", "registers", "customer_address_books", "employee_address_books"),
    ),
    Kind.WORKERS: Columns(
        ("personnel_number", "name", "role", "stores"),
        ("title", "language", "birth_date", "hire_date", "employed_until"),
    ),
    Kind.ATTRIBUTES: Columns(
        ("name", "type"),
        (
            *("unit", "options", "multi_value", "reference", "levels", "lowest", "highest"),
            *("filter_control", "filter_multi_value", "thresholds", "client_book_order", "customer_order"),
        ),
        _LABELS,
    ),
    Kind.MEASURE_DEFINITIONS: Columns(
        ("name", "type"), ("legal_entity", "unit", "options", "levels", "card_order"), _LABELS
    ),
    Kind.ACTIVITY_TYPES: Columns(("legal_entity", "code", "name"), ("icon", "position"), _LABELS),
    Kind.PRODUCTS: Columns(("sku", "name"), ("category", "subcategory", "color", "price")),
    Kind.CUSTOMERS: Columns(
        ("account_number", "legal_entity"),
        (
            *("store", "kind", "title", "first_name", "last_name", "organization", "language", "since"),
            *("phone", "phone_label", "email", "street", "city", "postal_code", "state", "country"),
            *("loyalty_card", "email_label", "external_id", "note"),
        ),
        _OF_CUSTOMERS,
    ),
    Kind.ATTRIBUTE_VALUES: Columns(("account_number", "attribute", "value"), ("legal_entity",)),
    Kind.MEASURES: Columns(("account_number", "measure", "value", "as_of"), ("legal_entity",)),
    Kind.SCORES: Columns(("account_number", "score", "as_of"), ("legal_entity",)),
    Kind.PURCHASES: Columns(
        ("order_number", "line", "date", "account_number", "store", "sku", "quantity", "amount"),
        ("legal_entity",),
    ),
    Kind.ACTIVITIES: Columns(
        ("account_number", "type", "at"),
        ("legal_entity", "title", "text", "personnel_number", "store", "source"),
    ),
    Kind.NOTES: Columns(
        ("account_number", "at"),
        ("legal_entity", "title", "text", "restriction", "personnel_number", "source"),
    ),
    Kind.BOOKS: Columns(("account_number", "personnel_number"), ("legal_entity", "since")),
}
"""The canonical columns. A mapping gives them to files that call them otherwise."""


class Ending(StrEnum):
    """How an import ended. All but `TAKEN` changed nothing."""

    TAKEN = "taken"
    DRY_RUN = "dry_run"
    REFUSED = "refused"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot be taken. `line` is where it begins in the file; `column` and `value` are the file's own.

    The reason is a template with values, as in a `Problem`, so that the interface can translate it.
    """

    line: int
    column: str
    value: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        return self.template.format(**self.values)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of a file: `read` is `created` + `changed` + `unchanged` + `rejected`, counted in rows.

    Unless the ending is `TAKEN` the first three say what would have happened. `problems` are the first of the
    rejected rows; all of them go to the rejected file. `left_out` counts what rows have and there is no place for, such
    as pictures on vCards.
    """

    kind: Kind
    file: str
    ending: Ending
    read: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    problems: tuple[Rejected, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    changes: Changes = field(default_factory=lambda: Changes(frozenset()))


@dataclass(frozen=True, slots=True)
class FolderReport:
    """What came of the files of a folder, in the order they were read; the first that was refused is the last.

    `problem` is why a file could not be read to its end; the files in `reports` were dealt with before.
    """

    reports: tuple[ImportReport, ...]
    problem: Problem | None = None

    @property
    def changes(self) -> Changes:
        """What all files together touched."""
        kinds = frozenset(kind for report in self.reports for kind in report.changes.kinds)
        return Changes(kinds)
