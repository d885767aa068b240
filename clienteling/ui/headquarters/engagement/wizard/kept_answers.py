"""Keeps what is entered in the wizard in the database, behind the entering: leaving and a crash lose nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from pydantic import TypeAdapter, ValidationError
from PySide6.QtCore import QObject, QTimer

from clienteling.domain.enrichment import GRAPH, Consent, Enrichment, Match
from clienteling.ui.headquarters.engagement.wizard.draft import Draft, Listed, draft_of
from clienteling.ui.till import Till

KEEP_AFTER = 1000
"""Milliseconds after the last key until what is entered is put by."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is entered, and the step that it was entered at."""

    step: int = 0
    reached: int = 0
    source: str = GRAPH
    addresses: tuple[str, ...] = ()
    typed_address: str = ""
    own_domains: tuple[str, ...] = ()
    typed_domains: str = ""
    match: Match = Match.DOMAIN
    name: str = ""
    table: str = ""
    agreed: bool = False
    consent: Consent = Consent.REQUESTED

    def draft(self, enrichment: Enrichment | None) -> Draft:
        """The draft with these answers. The directory is asked anew who the addresses are."""
        draft = draft_of(enrichment)
        draft.source, draft.match, draft.consent = self.source, self.match, self.consent
        draft.listed, draft.agreed = tuple(map(Listed, self.addresses)), self.agreed
        draft.name, draft.table = self.name, self.table
        draft.own_domains, draft.typed_domains = self.own_domains, self.typed_domains
        draft.typed_address = self.typed_address
        return draft


@dataclass(frozen=True, slots=True)
class Kept:
    """Answers as they were put by."""

    answers: Answers
    at: datetime


_ANSWERS = TypeAdapter(Answers)


class KeptAnswers(QObject):
    """`current` gives what is entered, and the enrichment that it changes; None while nothing is."""

    def __init__(self, till: Till, current: Callable[[], tuple[Draft, Answers] | None], parent: QObject) -> None:
        super().__init__(parent)
        self._till = till
        self._current = current
        self._stored = ""
        self.pause = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self.pause.timeout.connect(self.keep)

    def keep(self) -> None:
        """Put by what is entered, if that has changed. What is as it was before anybody came is let go."""
        self.pause.stop()
        current = self._current()
        if current is None:
            return
        draft, answers = current
        key = draft.enrichment.id if draft.enrichment else None
        untouched = answers_of(draft_of(draft.enrichment), answers.step, answers.reached)
        text = "" if answers == untouched else _ANSWERS.dump_json(answers).decode()
        if text != self._stored:
            self._stored = text
            drafts, session = self._till.services.drafts, self._till.session
            # A command, so that it is done though the window closes.
            self._till.tasks.command(
                self, partial(drafts.keep_answers, session, key, text), failed=lambda _: self._forget()
            )

    def find(self, enrichment: Enrichment | None, then: Callable[[Kept | None], None]) -> None:
        """Look up what was put by for an enrichment or for a new one, perhaps at another till."""
        drafts, session, key = self._till.services.drafts, self._till.session, enrichment.id if enrichment else None

        def found(kept: tuple[str, datetime] | None) -> None:
            self._stored = kept[0] if kept is not None else ""
            then(_read(*kept) if kept is not None else None)

        self._till.tasks.query(
            self, partial(drafts.answers, session, key), found, key="answers", failed=lambda _: then(None)
        )

    def drop(self, enrichment: Enrichment | None) -> None:
        """They are saved, or nobody wants them."""
        self.pause.stop()
        self._stored = ""
        drafts, session, key = self._till.services.drafts, self._till.session, enrichment.id if enrichment else None
        self._till.tasks.command(self, partial(drafts.keep_answers, session, key, ""), failed=self._till.messages.error)

    def _forget(self) -> None:
        self._stored = ""


def answers_of(draft: Draft, step: int, reached: int) -> Answers:
    """What stands in a draft."""
    return Answers(
        step=step,
        reached=reached,
        source=draft.source,
        addresses=tuple(one.address for one in draft.listed),
        typed_address=draft.typed_address,
        own_domains=draft.own_domains,
        typed_domains=draft.typed_domains,
        match=draft.match,
        name=draft.name,
        table=draft.table,
        agreed=draft.agreed,
        consent=draft.consent,
    )


def _read(text: str, at: datetime) -> Kept | None:
    """None if another version of the program wrote it differently."""
    try:
        return Kept(_ANSWERS.validate_json(text), at)
    except ValidationError:
        return None
