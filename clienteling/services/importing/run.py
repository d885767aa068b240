"""An import on its way: what it works on, and what has come of the rows so far."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol, TypeVar

from clienteling.database.engine import Transaction
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.importing import Ending, ImportReport, Kind, Rejected
from clienteling.services.importing.rejects import Rejects
from clienteling.services.importing.row import Row
from clienteling.services.importing.table import Table
from clienteling.services.operations import Writing

MOST_PROBLEMS = 1000  # of a report; all of them go to the rejected file
LONGEST_VALUE = 200

Read = TypeVar("Read")


class Taker(Protocol):
    """Takes rows of one kind, some thousand at a time."""

    def take(self, rows: list[Row]) -> None: ...


@dataclass(slots=True)
class Run:
    """Counts what comes of each row.

    `legal_entity` and `store` are the codes of those that are meant where a row names none; `activity_types` says
    whether new legal entities get the usual ones.
    """

    kind: Kind
    writing: Writing
    table: Table
    rejects: Rejects
    legal_entity: str = ""
    store: str = ""
    activity_types: bool = True
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    problems: list[Rejected] = field(default_factory=list)
    _seen: dict[Hashable, int] = field(default_factory=dict)

    @property
    def transaction(self) -> Transaction:
        return self.writing.transaction

    @property
    def at(self) -> datetime:
        return self.writing.at

    @property
    def read(self) -> int:
        return self.created + self.changed + self.unchanged + self.rejected

    def readable(self, rows: Iterable[Row], read: Callable[[Row], Read]) -> list[Read]:
        """What `read` makes of each row. Where it raises `Invalid`, the row is rejected."""
        found = []
        for row in rows:
            try:
                if row.problem is not None:
                    raise row.problem
                found.append(read(row))
            except Invalid as problem:
                self.reject(row, problem)
        return found

    def once(self, key: Hashable, row: Row, column: str) -> None:
        """Raise `Invalid` if an earlier row of the file was about the same thing."""
        first = self._seen.setdefault(key, row.line)
        if first != row.line:
            raise Invalid(column, mark("This stands in line {first} already."), first=first)

    def count(self, *, before: object, changed: bool) -> None:
        """Count a row that is taken; `before` is what was there, None for nothing."""
        if before is None:
            self.created += 1
        elif changed:
            self.changed += 1
        else:
            self.unchanged += 1

    def reject(self, row: Row, problem: Invalid) -> None:
        self.rejected += 1
        column, value = self.table.original(row, problem.field)
        rejected = Rejected(row.line, column, value[:LONGEST_VALUE], problem.template, problem.values)
        self.rejects.add(row, rejected)
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(rejected)

    def report(self, ending: Ending) -> ImportReport:
        report = ImportReport(self.kind, self.table.name, ending, problems=tuple(self.problems))
        return replace(
            report,
            read=self.read,
            created=self.created,
            changed=self.changed,
            unchanged=self.unchanged,
            rejected=self.rejected,
            left_out=dict(self.table.left_out),
        )
