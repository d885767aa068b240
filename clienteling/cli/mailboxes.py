"""`engagement check` and `engagement consent`: what reading mailboxes needs, and who is in groups."""

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from clienteling.cli.access import working
from clienteling.cli.answers import Answer
from clienteling.cli.parameters import legal_entity
from clienteling.cli.tables import table
from clienteling.domain.cloud_problems import CloudProblem
from clienteling.domain.enrichment import GRAPH, Enrichment, EnrichmentSettings, check_addresses
from clienteling.domain.errors import Invalid, Problem, mark
from clienteling.domain.mailboxes import Prerequisite
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.domain.company import LegalEntity
    from clienteling.domain.worker import Session
    from clienteling.services.services import Services

_MARKS = {True: "yes", False: "no", None: "?"}


def resolved(
    services: "Services", session: "Session | None", entity: "LegalEntity", settings: EnrichmentSettings
) -> tuple[EnrichmentSettings, str]:
    """Settings with the people of their groups, as far as the directory can be asked, and what there is to say.

    Raises `Invalid` with field "addresses". Before consent nobody can ask: then the first run does.
    """
    if not settings.chosen:
        return settings, ""
    try:
        found = services.engagement.mailboxes.resolve(session, entity, settings.chosen)
    except CloudProblem as problem:
        return settings, f"The addresses are resolved by the first run: {problem.message}"
    if found.unknown:
        message = mark("The directory knows neither a person nor a group of these addresses: {addresses}.")
        meant = {one: f" (did you mean {near}?)" for one, near in found.nearest.items()}
        raise Invalid("addresses", message, addresses=", ".join(f"{one}{meant.get(one, '')}" for one in found.unknown))
    check_addresses(len(found.colleagues))
    groups = "".join(f"\n{group}: {count:,} people" for group, count in found.groups.items())
    return replace(settings, colleagues=found.colleagues), f"{len(found.colleagues):,} mailboxes{groups}"


def check(arguments: Namespace, settings: Settings) -> Answer:
    """The prerequisites, with reasons."""
    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        chosen = next((c for e in _of(services, session, entity) for c in _addresses(e.settings)), "")
        found = services.engagement.mailboxes.prerequisites(session, entity, chosen)
    missing = next((one for one in found if one.is_met is False), None)
    problem = None if missing is None else Problem(missing.reason or missing.name)
    rows = [[one.name, _MARKS[one.is_met], one.reason] for one in found]
    document = {"legal_entity": entity.code, "prerequisites": [_document(one) for one in found]}
    return Answer(document, table(["Prerequisite", "Met", "Reason"], rows), problem)


def find(arguments: Namespace, settings: Settings) -> Answer:
    """People and groups of the directory."""
    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        found = services.engagement.mailboxes.search(session, entity, arguments.text)
    rows = [[one.name, one.address, "group" if one.is_group else "person"] for one in found]
    document = {"found": [{"name": one.name, "address": one.address, "group": one.is_group} for one in found]}
    return Answer(document, table(["Name", "Address", "Kind"], rows) if rows else "Nobody is called like this.")


def consent(arguments: Namespace, settings: Settings) -> Answer:
    """Ask for consent, or say that the tenant's administrator has given or withdrawn it."""
    with working(arguments, settings) as (services, session):
        service = services.engagement
        enrichment = service.enrichments.find(session, arguments.name)
        if arguments.what == "ask":
            request = service.mailboxes.consent_request(session, service.enrichments.owner(session, enrichment))
            text = f"Subject: {request.subject}\n\n{request.text}"
            return Answer({"url": request.url, "subject": request.subject, "text": request.text}, text)
        if arguments.what == "grant":
            if enrichment.settings.source == GRAPH:
                service.mailboxes.check_given(session, service.enrichments.owner(session, enrichment))
            service.enrichments.grant_consent(session, enrichment.id)
        else:
            service.enrichments.withdraw_consent(session, enrichment.id)
        now = service.enrichments.find(session, enrichment.settings.name)
    first = f" The first run is due at {now.next_run:%Y-%m-%d %H:%M} UTC." if now.next_run else ""
    return Answer({"name": now.settings.name, "consent": now.consent.value}, f"Consent: {now.consent.value}.{first}")


def _of(services: "Services", session: "Session | None", entity: "LegalEntity") -> list[Enrichment]:
    return [one for one in services.engagement.enrichments.list(session) if one.legal_entity_id == entity.id]


def _addresses(settings: EnrichmentSettings) -> tuple[str, ...]:
    return (*(one.address for one in settings.colleagues), *settings.chosen)


def _document(one: Prerequisite) -> dict[str, object]:
    return {"name": one.name, "met": one.is_met, "reason": one.reason or None}


COMMANDS = {"engagement check": check, "engagement consent": consent, "engagement find": find}
