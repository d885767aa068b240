"""Takes activities and notes."""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime
from typing import Generic, TypeVar

from clienteling.database.imports import definitions, timeline
from clienteling.database.imports.timeline import ActivityDraft, NoteDraft
from clienteling.domain.activity import LONGEST_TEXT, LONGEST_TITLE, Restriction
from clienteling.domain.errors import Invalid, mark
from clienteling.services.importing.references import LONGEST_CODE, Accounts, Company, Staff, zone_of
from clienteling.services.importing.row import Row, required
from clienteling.services.importing.run import Run

LONGEST_SOURCE = 200

Draft = TypeVar("Draft", ActivityDraft, NoteDraft)


class _Taking(ABC, Generic[Draft]):
    """What activities and notes have in common: they are known by customer and source."""

    kind: type[Draft]

    def __init__(self, run: Run) -> None:
        self._run = run
        self._company = Company(run)
        self._accounts = Accounts(run, self._company)
        self._staff = Staff(run)

    def take(self, rows: list[Row]) -> None:
        self._accounts.load(rows)
        self._staff.load(rows)
        drafts = self._run.readable(rows, self._read)
        differing = timeline.compare(self._run.transaction, self.kind, drafts)
        for place, draft in enumerate(drafts):
            self._run.count(before=differing.get(place, draft), changed=place in differing)
        changed = [(stored, drafts[place]) for place, stored in differing.items()]
        timeline.save(self._run.transaction, self.kind, changed, self._run.at)

    @abstractmethod
    def _read(self, row: Row) -> Draft: ...

    def _texts(self, row: Row) -> tuple[str, str]:
        """Title and text; one of them is there."""
        title = row.text("title", longest=LONGEST_TITLE)
        return title, row.text("text", longest=LONGEST_TEXT, required=not title)

    def _worker(self, row: Row) -> tuple[int | None, str]:
        """The key and the personnel number of the worker, if there is one."""
        known = self._staff.of(row)
        return (known[0], known[1].personnel_number) if known else (None, "")

    def _source(self, row: Row, customer_id: int, parts: Sequence[str | datetime]) -> str:
        """What the row is known by when it comes again: its own word, or else a hash of what it says."""
        text = "\x1f".join(part if isinstance(part, str) else part.isoformat() for part in parts)
        source = row.text("source", longest=LONGEST_SOURCE) or hashlib.sha256(text.encode()).hexdigest()[:32]
        self._run.once((customer_id, source), row, "source" if row.has("source") else "account_number")
        return source


class Activities(_Taking[ActivityDraft]):
    """Activities of the types that the customer's legal entity has."""

    kind = ActivityDraft

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        types = definitions.activity_types(run.transaction, list(self._company.entities))
        self._types = {place: key for place, (key, _) in types.items()}

    def _read(self, row: Row) -> ActivityDraft:
        customer_id, entity = self._accounts.of(row)
        code = row.text("type", longest=LONGEST_CODE, required=True)
        if (entity.id, code) not in self._types:
            raise Invalid("type", mark("{company} has no activity type “{code}”."), company=entity.name, code=code)
        store = self._company.store(row)
        at = required("at", row.moment("at", zone_of(store)))
        title, text = self._texts(row)
        worker_id, number = self._worker(row)
        parts = ("activity", code, at, title, text, number, store.code if store else "")
        return ActivityDraft(
            customer_id=customer_id,
            source=self._source(row, customer_id, parts),
            type_id=self._types[entity.id, code],
            title=title,
            text=text,
            at=at,
            worker_id=worker_id,
            store_id=store.id if store else None,
        )


class Notes(_Taking[NoteDraft]):
    """Notes; internal ones unless they say otherwise."""

    kind = NoteDraft

    def _read(self, row: Row) -> NoteDraft:
        customer_id, _ = self._accounts.of(row)
        at = required("at", row.moment("at", zone_of(None)))
        title, text = self._texts(row)
        restriction = row.choice("restriction", Restriction) or Restriction.INTERNAL
        worker_id, number = self._worker(row)
        return NoteDraft(
            customer_id=customer_id,
            source=self._source(row, customer_id, ("note", at, title, text, restriction.value, number)),
            title=title,
            text=text,
            restriction=restriction.value,
            at=at,
            worker_id=worker_id,
        )
