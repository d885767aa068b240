"""Two files about one customer become one: what stands in both, and which of it stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Whose value stays: that of the file that stays, or that of the other one."""

    KEPT = "kept"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class MergeField:
    """Something of which a customer has one, with what both files say. `side` is what stays unless somebody chooses.

    `kind` and `name` say what it is: a literal to translate, and what it is in particular (an attribute), if anything.
    """

    key: str
    kind: str
    name: str
    kept: str
    other: str
    side: Side

    @property
    def differs(self) -> bool:
        return self.kept != self.other


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One of the two files. `rows` says how many of each kind it has, by table."""

    customer_id: int
    account_number: str
    name: str
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge will do. `moving` counts what goes over to the file that stays, `same` what both have: by table."""

    kept: MergeSide
    other: MergeSide
    fields: tuple[MergeField, ...]
    moving: Mapping[str, int]
    same: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge that was made, as it is undone and looked up: `account_number` is now that of customer `into`."""

    record_id: int
    survivor_id: int
    merged_id: int
    account_number: str
    into: str
