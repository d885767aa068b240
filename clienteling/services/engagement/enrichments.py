"""Setting up enrichments (9023): the wizard's answers, consent, activating, editing, deleting."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace

from clienteling.database import attributes, company, drafts
from clienteling.database import engagement as stored
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes
from clienteling.domain.company import LegalEntity
from clienteling.domain.enrichment import FIRST_RUN_AFTER, ColumnMeasure, Consent, Enrichment, EnrichmentSettings
from clienteling.domain.errors import Conflict, Invalid, NotFound, mark
from clienteling.domain.operations import Operation
from clienteling.domain.run_plan import LONGEST_RUN
from clienteling.domain.text import fold
from clienteling.domain.worker import Session
from clienteling.services.drafts import ENRICHMENT
from clienteling.services.engagement.place import Place
from clienteling.services.operations import Operations, Writing


class Enrichments:
    """An enrichment belongs to a legal entity. Nothing is processed before the tenant's administrator has agreed."""

    def __init__(self, operations: Operations, place: Place) -> None:
        self._operations = operations
        self._place = place

    def list(self, session: Session | None) -> tuple[Enrichment, ...]:
        """Those of the session's legal entity, by name; for an administrator all."""
        if session is None:
            return self._operations.database.read(stored.enrichments)
        entity = session.legal_entity.id

        def work(transaction: Transaction) -> tuple[Enrichment, ...]:
            return tuple(e for e in stored.enrichments(transaction) if e.legal_entity_id == entity)

        return self._operations.read(session, Operation.ENGAGEMENT, work)

    def find(self, session: Session | None, name: str | None) -> Enrichment:
        """The one of this name, or the only one. Raises `NotFound`, or `Invalid` with field "name"."""
        known = self.list(session)
        if not known:
            raise NotFound(mark("No account engagement is set up yet. Run “clienteling engagement set FILE”."))
        found = [one for one in known if name is None or fold(one.settings.name) == fold(name)]
        if len(found) != 1:
            names = ", ".join(one.settings.name for one in known)
            raise Invalid("name", mark("Which enrichment? There are: {names}."), names=names)
        return found[0]

    def legal_entity(self, session: Session | None, code: str | None) -> LegalEntity:
        """The session's legal entity; for an administrator the one that is named, or the only one. Raises `Invalid`."""
        return self._operations.database.read(lambda t: _entity(t, session, code))

    def owner(self, session: Session | None, enrichment: Enrichment) -> LegalEntity:
        """The legal entity of an enrichment."""
        if session is not None:
            return session.legal_entity
        return self._operations.database.read(lambda t: company.legal_entity(t, enrichment.legal_entity_id))

    def save(
        self,
        session: Session | None,
        settings: EnrichmentSettings,
        *,
        agreed: bool,
        consent: Consent = Consent.REQUESTED,
        legal_entity: str | None = None,
        enrichment_id: int | None = None,
    ) -> Changes:
        """Set up an enrichment, or change the one of the same name, or that with the key.

        Raises `Invalid` with field "agree" if nobody has said *I agree*, with "legal_entity" if it is not clear which,
        with "name", "table" or "measures" if that is somebody else's already.
        """
        if not agreed:
            raise Invalid("agree", mark("Please agree that mail and meeting metadata of these addresses is processed."))

        def work(writing: Writing) -> None:
            entity = _entity(writing.transaction, session, legal_entity).id
            every = stored.enrichments(writing.transaction)
            mine = [e for e in every if e.legal_entity_id == entity]
            if enrichment_id is None:
                before = next((e for e in mine if fold(e.settings.name) == fold(settings.name)), None)
            else:
                before = known(writing.transaction, session, enrichment_id)
            _check_names(settings, [e.settings for e in mine if before is None or e.id != before.id])
            elsewhere = [e.settings for e in every if before is None or e.id != before.id]
            _check_measures(writing.transaction, settings, before.settings if before else None, elsewhere)
            if before is None:
                key = stored.add(writing.transaction, entity, settings, writing.at)
                writing.note(f"enrichment {key}", None, None, settings.name)
            else:
                key = before.id
                if before.settings != settings:
                    gone = {m.name for m in before.settings.measures} - {m.name for m in settings.measures}
                    stored.remove_measures(writing.transaction, gone)
                    stored.change(writing.transaction, key, settings=settings)
                    writing.note(f"enrichment {key}", None, before.settings.name, settings.name)
            if consent is Consent.GRANTED and (before is None or before.consent is not Consent.GRANTED):
                _grant(writing, key)

        return self._operations.write(session, Operation.ENGAGEMENT, work)

    def set_measures(self, session: Session | None, enrichment_id: int, measures: tuple[ColumnMeasure, ...]) -> Changes:
        """Let these measures be built from columns. Raises `Invalid` with field "measures" if a name is taken."""

        def change(writing: Writing, before: Enrichment) -> None:
            names = [fold(measure.name) for measure in measures]
            twice = next((measure.name for measure in measures if names.count(fold(measure.name)) > 1), None)
            if twice is not None:
                raise Invalid("measures", mark("There are two measures “{name}”."), name=twice)
            settings = replace(before.settings, measures=measures)
            every = stored.enrichments(writing.transaction)
            others = [one.settings for one in every if one.id != enrichment_id]
            _check_measures(writing.transaction, settings, before.settings, others)
            gone = {m.name for m in before.settings.measures} - {m.name for m in measures}
            stored.remove_measures(writing.transaction, gone)
            stored.change(writing.transaction, enrichment_id, settings=settings)
            kept = [", ".join(m.name for m in of) for of in (before.settings.measures, measures)]
            writing.note(f"measures {enrichment_id}", None, kept[0] or None, kept[1] or None)

        return self._change(session, enrichment_id, change)

    def reach(self, session: Session) -> tuple[int, int]:
        """How many persons and how many organizations of the legal entity have an e-mail address."""
        entity = session.legal_entity.id
        return self._operations.read(session, Operation.ENGAGEMENT, lambda t: stored.count_reachable(t, entity))

    def grant_consent(self, session: Session | None, enrichment_id: int) -> Changes:
        """The tenant's administrator agrees: the first run is six hours from now."""
        return self._change(session, enrichment_id, lambda writing, _before: _grant(writing, enrichment_id))

    def withdraw_consent(self, session: Session | None, enrichment_id: int) -> Changes:
        """The administrator agrees no more: a run that is on fails, and there is no other."""

        return self._change(session, enrichment_id, take_consent)

    def activate(self, session: Session | None, enrichment_id: int, *, active: bool) -> Changes:
        """Let an enrichment run by its schedule, or no more; what it found stays."""

        def change(writing: Writing, before: Enrichment) -> None:
            if before.active == active:
                return
            first = before.consent_at + FIRST_RUN_AFTER if before.consent_at is not None else None
            soon = max(first, writing.at) if active and first is not None else None
            stored.change(writing.transaction, enrichment_id, active=active, next_run=soon)
            writing.note(f"active {enrichment_id}", None, str(before.active).lower(), str(active).lower())

        return self._change(session, enrichment_id, change)

    def delete(self, session: Session | None, enrichment_id: int) -> Changes:
        """Take an enrichment away with its results, runs and the scores that it gave. The interactions stay."""

        def change(writing: Writing, before: Enrichment) -> None:
            if stored.under_way(writing.transaction, enrichment_id, writing.at - LONGEST_RUN):
                raise Conflict(mark("A run is on. Cancel it first."))
            stored.remove_measures(writing.transaction, {m.name for m in before.settings.measures})
            stored.remove(writing.transaction, enrichment_id)
            drafts.drop_all(writing.transaction, ENRICHMENT, enrichment_id)
            writing.note(f"enrichment {enrichment_id}", None, before.settings.name, None)

        changes = self._change(session, enrichment_id, change)
        shutil.rmtree(self._place.enrichment(enrichment_id), ignore_errors=True)
        return changes

    def _change(
        self, session: Session | None, enrichment_id: int, change: Callable[[Writing, Enrichment], None]
    ) -> Changes:
        def work(writing: Writing) -> None:
            change(writing, known(writing.transaction, session, enrichment_id))

        return self._operations.write(session, Operation.ENGAGEMENT, work)


def known(transaction: Transaction, session: Session | None, enrichment_id: int) -> Enrichment:
    """An enrichment of the session's legal entity. Raises `NotFound`."""
    found = stored.enrichment(transaction, enrichment_id)
    if found is None or (session is not None and found.legal_entity_id != session.legal_entity.id):
        raise NotFound(mark("The enrichment is not there any more."))
    return found


def take_consent(writing: Writing, before: Enrichment, now: Consent = Consent.WITHDRAWN) -> None:
    """There is no consent any more: nothing is read, and what was found stays."""
    stored.change(writing.transaction, before.id, consent=now.value, consent_at=None, next_run=None)
    writing.note(f"consent {before.id}", None, before.consent.value, now.value)


def _check_names(settings: EnrichmentSettings, others: Sequence[EnrichmentSettings]) -> None:
    if any(fold(other.name) == fold(settings.name) for other in others):
        raise Invalid("name", mark("There is an enrichment of this name already."))
    if any(fold(other.table) == fold(settings.table) for other in others):
        raise Invalid("table", mark("Another enrichment writes into a table of this name already."))


def _check_measures(
    transaction: Transaction,
    settings: EnrichmentSettings,
    before: EnrichmentSettings | None,
    others: Sequence[EnrichmentSettings],
) -> None:
    """A measure of another origin would lose its values to one of the same name."""
    own = {fold(measure.name) for measure in before.measures} if before else set()
    taken = {fold(measure.name) for other in others for measure in other.measures}
    taken |= {fold(name) for name in attributes.all_measures(transaction)} - own
    for measure in settings.measures:
        if fold(measure.name) in taken:
            message = mark("There is a measure “{name}” already, such as from Customer Insights. Choose another name.")
            raise Invalid("measures", message, name=measure.name)


def _grant(writing: Writing, enrichment_id: int) -> None:
    values = {"consent": Consent.GRANTED.value, "consent_at": writing.at, "next_run": writing.at + FIRST_RUN_AFTER}
    stored.change(writing.transaction, enrichment_id, **values)
    writing.note(f"consent {enrichment_id}", None, None, Consent.GRANTED.value)


def _entity(transaction: Transaction, session: Session | None, code: str | None) -> LegalEntity:
    """The session's legal entity; for an administrator the one that is named, or the only one."""
    if session is not None:
        return session.legal_entity
    entities = company.legal_entities(transaction)
    found = [one for one in entities if code is None or fold(one.code) == fold(code)]
    if len(found) != 1:
        choices = ", ".join(one.code for one in entities)
        raise Invalid("legal_entity", mark("Which legal entity? There are: {choices}."), choices=choices)
    return found[0]
