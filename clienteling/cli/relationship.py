"""`relationship ...`: relationship intelligence at the command line."""

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from clienteling.cli.access import reader_for, signed_in, working
from clienteling.cli.answers import Answer
from clienteling.cli.documents import Document
from clienteling.cli.parameters import legal_entity
from clienteling.cli.progress import watched
from clienteling.cli.readable import Reader, counted
from clienteling.cli.tables import DASH, pairs, table
from clienteling.domain.errors import Conflict, Invalid, NotFound, mark
from clienteling.domain.parameters import Switch
from clienteling.domain.relationship.analytics import Frequency, State
from clienteling.domain.relationship.enabling import Intelligence, Standing
from clienteling.domain.relationship.interaction import Channel, Interaction
from clienteling.domain.text import fold
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.domain.relationship.health import Health
    from clienteling.domain.relationship.kpi import Kpis, Responses
    from clienteling.services.relationship.choices import Overview
    from clienteling.services.relationship.relationships import Known, Relationship


def enable(arguments: Namespace, settings: Settings) -> Answer:
    """Switch it on, and compute everybody's health for the first time."""
    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        relationships = services.relationships
        relationships.choices.enable(session, entity, licence=arguments.licence)
        with watched() as progress:
            relationships.computation.refresh(entity, progress=lambda done, of: progress.tell("health", done, of))
        overview = relationships.choices.overview(session, entity)
        reader = reader_for(services, session)
    return Answer(_overview_document(overview), _overview_text(overview, reader))


def disable(arguments: Namespace, settings: Settings) -> Answer:
    """Switch it off."""
    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        changes = services.relationships.choices.disable(session, entity)
    words = "is disabled" if changes.record_id else "was not enabled"
    return Answer(
        {"legal_entity": entity.code, "enabled": False}, f"Relationship intelligence {words} for {entity.code}."
    )


def consent(arguments: Namespace, settings: Settings) -> Answer:
    """Give consent, or take it back."""
    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        choices = services.relationships.choices
        (choices.withdraw if arguments.withdraw else choices.consent)(session, entity)
        overview = choices.overview(session, entity)
        reader = reader_for(services, session)
    return Answer(_overview_document(overview), _overview_text(overview, reader))


def status(arguments: Namespace, settings: Settings) -> Answer:
    """What works, and why the rest does not."""
    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        overview = services.relationships.choices.overview(session, entity)
        reader = reader_for(services, session)
    return Answer(_overview_document(overview), _overview_text(overview, reader))


def choose(arguments: Namespace, settings: Settings) -> Answer:
    """Choose weights, frequency, grades, roles and more; health follows."""
    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        relationships = services.relationships
        overview = relationships.choices.overview(session, entity)
        chosen = overview.chosen
        for given in arguments.values:
            key, sign, value = given.partition("=")
            if not sign:
                raise Invalid("set", mark("“{given}” is not written as KEY=VALUE."), given=given)
            chosen = _with(chosen, key.strip().lower(), value.strip())
        relationships.choices.save(session, entity, chosen, overview.version)
        relationships.computation.refresh(entity)
        overview = relationships.choices.overview(session, entity)
        reader = reader_for(services, session)
    return Answer(_overview_document(overview), _overview_text(overview, reader))


def refresh(arguments: Namespace, settings: Settings) -> Answer:
    """Compute everybody's health."""
    with working(arguments, settings) as (services, session), watched() as progress:
        entity = legal_entity(services, session, arguments.legal_entity)
        if services.relationships.choices.overview(session, entity).force.health is not Standing.ON:
            raise Conflict(mark("The health of customers is not switched on."))
        done = services.relationships.computation.refresh(
            entity, whole=True, progress=lambda count, of: progress.tell("health", count, of)
        )
    return Answer(
        {"legal_entity": entity.code, "computed": done}, f"Computed for {counted(done, 'customer', 'customers')}."
    )


def health(arguments: Namespace, settings: Settings) -> Answer:
    """A customer's health and figures, as of now."""
    with signed_in(arguments, settings) as (services, session):
        (customer_id,) = services.customers.by_account(session, [arguments.account])
        found = services.relationships.of(session, customer_id)
        reader = reader_for(services, session)
    document: Document = {
        "account_number": arguments.account,
        "analytics": found.force.analytics.value,
        "health": _health_document(found.health) if found.health else None,
        "figures": _figures_document(found.figures, found) if found.figures else None,
    }
    parts = [_health_text(found, reader)]
    if found.figures is not None:
        parts.append(_figures_text(found.figures, found, reader))
    return Answer(document, "\n\n".join(parts))


def who_knows(arguments: Namespace, settings: Settings) -> Answer:
    """Who knows a customer; or the mail that asks one of them for an introduction."""
    with signed_in(arguments, settings) as (services, session):
        (customer_id,) = services.customers.by_account(session, [arguments.account])
        found = services.relationships.of(session, customer_id)
        if arguments.introduce is not None:
            colleague = next((k for k in found.known if fold(arguments.introduce) == fold(k.colleague.number)), None)
            if colleague is None:
                raise NotFound(mark("Worker {number} does not know this customer."), number=arguments.introduce)
            mail = services.relationships.introduction(session, customer_id, colleague.colleague.id)
            document: Document = {"to": mail.to, "subject": mail.subject, "body": mail.body, "link": mail.link}
            return Answer(document, f"{pairs([('To', mail.to), ('Subject', mail.subject)])}\n\n{mail.body}")
        reader = reader_for(services, session)
    document = {
        "account_number": arguments.account,
        "state": found.force.who_knows_whom.value,
        "colleagues": [_known_document(known) for known in found.known],
    }
    return Answer(document, _known_text(found, reader))


def mailbox(arguments: Namespace, settings: Settings) -> Answer:
    """Say whose mailbox an address is."""
    with working(arguments, settings) as (services, session):
        services.relationships.choices.give_mailbox(session, arguments.personnel_number, arguments.address)
    document = {"worker": arguments.personnel_number, "address": arguments.address}
    return Answer(document, f"{arguments.address} is worker {arguments.personnel_number}’s.")


_SWITCHES = {
    "licence": "licence",
    "who-knows-whom": "who_knows_whom",
    "analytics": "analytics_on",
    "exchange": "exchange",
    "health": "health",
}
_KEYS = (*Channel, "frequency", "good", "fair", "roles", "location", *_SWITCHES, "subject", "body")


def _with(chosen: Intelligence, key: str, value: str) -> Intelligence:
    """What is chosen with one thing different."""
    analytics = chosen.analytics
    if key in list(Channel):
        influence = {**analytics.influence, Channel(key): _whole(key, value)}
        return replace(chosen, analytics=replace(analytics, influence=influence))
    if key in _SWITCHES:
        return replace(chosen, **{_SWITCHES[key]: Switch(key, False, "").read(value)})  # type: ignore[arg-type]
    match key:
        case "frequency":
            return replace(chosen, analytics=replace(analytics, frequency=_frequency(value)))
        case "good":
            return replace(chosen, analytics=replace(analytics, good=_whole(key, value)))
        case "fair":
            return replace(chosen, analytics=replace(analytics, fair=_whole(key, value)))
        case "roles":
            roles = tuple(dict.fromkeys(role.strip() for role in value.split(",") if role.strip()))
            return replace(chosen, roles=roles)
        case "location":
            return replace(chosen, location=value)
        case "subject":
            return replace(chosen, introduction=replace(chosen.introduction, subject=value))
        case "body":
            return replace(chosen, introduction=replace(chosen.introduction, body=value.replace("\\n", "\n")))
    raise NotFound(mark("There is no setting “{key}”. There are: {choices}."), key=key, choices=", ".join(_KEYS))


def _frequency(text: str) -> Frequency:
    if text not in list(Frequency):
        message = mark("There is no frequency “{value}”. There are: {choices}.")
        raise Invalid("frequency", message, value=text, choices=", ".join(Frequency))
    return Frequency(text)


def _whole(key: str, text: str) -> int:
    digits = text.removeprefix("-").removeprefix("+")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 4):
        raise Invalid(key, mark("“{value}” is no whole number."), value=text)
    return int(text)


def _overview_document(overview: "Overview") -> Document:
    chosen, force = overview.chosen, overview.force
    return {
        "legal_entity": overview.legal_entity.code,
        "enabled": chosen.is_enabled,
        "consent": chosen.consent_at.isoformat() if chosen.consent_at else None,
        "revoked": chosen.revoked_at.isoformat() if chosen.revoked_at else None,
        "deadline": force.deadline.isoformat() if force.deadline else None,
        "days_left": force.days_left if force.deadline else None,
        "parts": {
            "who_knows_whom": force.who_knows_whom.value,
            "analytics": force.analytics.value,
            "exchange": force.exchange.value,
            "health": force.health.value,
        },
        "prerequisites": [{"need": n.need.value, "met": n.is_met, "reason": n.message} for n in overview.needs],
        "roles": list(chosen.roles),
        "influence": {channel.value: chosen.analytics.influence.get(channel, 0) for channel in Channel},
        "frequency": chosen.analytics.frequency.value,
        "grades": {"good": chosen.analytics.good, "fair": chosen.analytics.fair},
        "customers": overview.customers,
        "computed_at": overview.computed_at.isoformat() if overview.computed_at else None,
        "states": {state.value: overview.grades.get(state, 0) for state in State},
    }


def _overview_text(overview: "Overview", reader: Reader) -> str:
    chosen, force = overview.chosen, overview.force
    since = f", since {reader.moment(chosen.enabled_at)}" if chosen.enabled_at else ""
    head = f"{overview.legal_entity.code} {overview.legal_entity.name}: {'enabled' if since else 'not enabled'}{since}"
    if force.deadline is not None:
        left = counted(force.days_left, "day", "days")
        words = f"{left} left to consent" if force.days_left > 0 else "No consent came in time"
        if force.revoked_at is not None and force.has_lapsed:
            words = f"There is no consent any more since {reader.moment(force.revoked_at)}"
        head += f"\n{words}: without it who knows whom and Exchange are off from {reader.moment(force.deadline)}."
    parts = [
        ["Who knows whom", force.who_knows_whom.label],
        ["Relationship analytics", force.analytics.label],
        ["Exchange mail and meetings", force.exchange.label],
        ["Health", force.health.label],
    ]
    needs = [[need.need.label, "met" if need.is_met else "missing", need.message] for need in overview.needs]
    influence = ", ".join(f"{c.label} {chosen.analytics.influence.get(c, 0):+d} %" for c in Channel)
    figures = [
        ("Influence", influence),
        ("Expected contact", chosen.analytics.frequency.label),
        ("Grades", f"good from {chosen.analytics.good}, fair from {chosen.analytics.fair}"),
        ("Roles", ", ".join(chosen.roles) or DASH),
        ("Computed", reader.moment(overview.computed_at) if overview.computed_at else DASH),
    ]
    states = [[state.label, f"{overview.grades[state]:,}"] for state in State if overview.grades.get(state)]
    blocks = [head, table(["Needed", "", "Why"], needs), table(["Part", "How it stands"], parts), pairs(figures)]
    if states:
        blocks.append(table(["Health", "Customers"], states, right=(1,)))
    return "\n\n".join(blocks)


def _health_document(found: "Health") -> Document:
    return {
        "score": found.score,
        "state": found.state.value,
        "trend": found.trend.value,
        "as_of": found.as_of.isoformat(),
        "parts": [{"name": p.name, "points": round(p.points, 1), "most": p.most} for p in found.parts],
    }


def _health_text(found: "Relationship", reader: Reader) -> str:
    if found.health is None:
        return f"No health score: {found.force.health.label}."
    score = "" if found.health.score is None else f"{found.health.score} of 100, "
    trend = found.health.trend.label.lower() if found.health.state.is_grade else ""
    head = ", ".join(part for part in (f"Health: {score}{found.health.state.label.lower()}", trend) if part)
    head += f" (as of {reader.moment(found.health.as_of)})"
    rows = [[part.name, f"{part.points:.1f}", f"of {part.most:.0f}"] for part in found.health.parts]
    return f"{head}\n\n{table(['Part', 'Points', ''], rows, right=(1,))}" if rows else head


def _figures_document(found: "Kpis", of: "Relationship") -> Document:
    return {
        "emails_sent": found.emails_sent,
        "emails_received": found.emails_received,
        "meetings_by_us": found.meetings_by_us,
        "meetings_by_them": found.meetings_by_them,
        "calls_made": found.calls_made,
        "calls_received": found.calls_received,
        "time_spent_by_team": found.team_minutes,
        "time_spent_by_customer": found.customer_minutes,
        "face_time": found.face_minutes,
        "response_rate_by_us": found.responses_by_us.rate,
        "response_rate_by_them": found.responses_by_them.rate,
        "average_first_response_by_us_hours": found.responses_by_us.hours,
        "average_first_response_by_them_hours": found.responses_by_them.hours,
        "last": _interaction_document(found.last) if found.last else None,
        "next": _interaction_document(found.next) if found.next else None,
        "most_contacted_by": [(of.names or {}).get(key, "") for key, _ in found.most_contacted_by],
        "from_exchange": of.from_exchange,
    }


def _figures_text(found: "Kpis", of: "Relationship", reader: Reader) -> str:
    names = of.names or {}
    most = ", ".join(f"{names.get(key, DASH)} ({number})" for key, number in found.most_contacted_by)
    return pairs(
        [
            ("E-mails, last 12 months", f"{found.emails_sent} sent, {found.emails_received} received"),
            ("Meetings", f"{found.meetings_by_us} by us, {found.meetings_by_them} by the customer"),
            ("Phone calls", f"{found.calls_made} made, {found.calls_received} received"),
            ("Time of the team", _hours(found.team_minutes)),
            ("Time of the customer", _hours(found.customer_minutes)),
            ("Face to face", _hours(found.face_minutes)),
            ("Our replies", _responses(found.responses_by_us)),
            ("Their replies", _responses(found.responses_by_them)),
            ("Last", _interaction(found.last, reader)),
            ("Next", _interaction(found.next, reader)),
            ("Most contacted by", most),
        ]
    )


def _hours(minutes: float) -> str:
    return f"{minutes / 60:.1f} h"


def _responses(found: "Responses") -> str:
    if not found.asked:
        return ""
    took = f", after {found.hours:.1f} h on average" if found.hours is not None else ""
    return f"{found.answered} of {found.asked}{took}"


def _interaction(found: Interaction | None, reader: Reader) -> str:
    return f"{found.channel.label}, {reader.moment(found.at)}" if found else ""


def _interaction_document(found: Interaction) -> Document:
    return {"channel": found.channel.value, "by_us": found.by_us, "at": found.at.isoformat()}


def _known_document(known: "Known") -> Document:
    return {
        "worker": known.colleague.number,
        "name": known.colleague.name,
        "title": known.colleague.title,
        "score": known.acquaintance.score,
        "strength": known.acquaintance.level,
        "last": _interaction_document(known.acquaintance.last),
    }


def _known_text(found: "Relationship", reader: Reader) -> str:
    if found.force.who_knows_whom is not Standing.ON:
        return f"Who knows whom: {found.force.who_knows_whom.label}."
    if not found.known:
        return "Nobody has been in touch with this customer within a year."
    rows = [
        [
            known.colleague.number,
            known.colleague.name,
            known.acquaintance.strength,
            f"{known.acquaintance.score:.2f}",
            _interaction(known.acquaintance.last, reader),
        ]
        for known in found.known
    ]
    return table(["Worker", "Name", "Strength", "Score", "Last"], rows, right=(3,))


COMMANDS = {
    "relationship enable": enable,
    "relationship disable": disable,
    "relationship consent": consent,
    "relationship status": status,
    "relationship set": choose,
    "relationship refresh": refresh,
    "relationship health": health,
    "relationship who-knows": who_knows,
    "relationship mailbox": mailbox,
}
