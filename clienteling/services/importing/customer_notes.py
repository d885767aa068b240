"""Notes that come with customers: each text becomes one note of the timeline, however often it comes."""

import hashlib
from collections.abc import Iterable

from clienteling.database.imports import timeline
from clienteling.database.imports.timeline import NoteDraft
from clienteling.domain.activity import LONGEST_TEXT, Restriction
from clienteling.services.importing.row import Row
from clienteling.services.importing.run import Run

NOTE = "note"


class CustomerNotes:
    """The internal notes of the customers that rows are about."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._known: set[tuple[int, str]] = set()

    def load(self, customer_ids: Iterable[int], rows: Iterable[Row]) -> None:
        """Look up which of the notes of some rows are there."""
        sources = {_source(text) for row in rows if (text := row.peek(NOTE))}
        self._known = (
            timeline.known(self._run.transaction, NoteDraft, sorted(customer_ids), sources) if sources else set()
        )

    def read(self, row: Row, customer_id: int) -> NoteDraft | None:
        """The note of a row, if there is one and it is new. Raises `Invalid`."""
        text = row.text(NOTE, longest=LONGEST_TEXT)
        if not text or (customer_id, _source(text)) in self._known:
            return None
        return NoteDraft(
            customer_id=customer_id,
            source=_source(text),
            title="",
            text=text,
            restriction=Restriction.INTERNAL.value,
            at=self._run.at,
            worker_id=None,
        )

    def save(self, notes: Iterable[NoteDraft]) -> None:
        new = list(notes)
        timeline.save(self._run.transaction, NoteDraft, [(None, note) for note in new], self._run.at)
        for note in new:
            self._run.writing.note(NOTE, note.customer_id, None, note.source)


def _source(text: str) -> str:
    return f"customer:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"
