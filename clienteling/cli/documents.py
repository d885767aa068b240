"""Values as JSON: account, store and personnel numbers name things, moments are in UTC, exact numbers are texts."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from math import isfinite

from clienteling.domain.activity import Revision, TimelineItem, TimelineKind
from clienteling.domain.attribute import Value
from clienteling.domain.card import Card, Holder, PropertyValue, Score
from clienteling.domain.contact import LastContact
from clienteling.domain.customer import Customer, PurchaseLine
from clienteling.domain.dates import YearlyDate
from clienteling.domain.filters import Facet
from clienteling.domain.profile import Profile
from clienteling.domain.worker import Worker

Document = dict[str, object]
People = Mapping[int, Worker]


def moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def yearly(day: YearlyDate) -> str:
    """1980-03-12, or --03-12 where the year is not known."""
    return f"{'-' if day.year is None else f'{day.year:04}'}-{day.month:02}-{day.day:02}"


def value(known: Value | None) -> object:
    match known:
        case YearlyDate():
            return yearly(known)
        case Decimal():
            return str(known)
        case date():
            return known.isoformat()
        case tuple():
            return list(known)
        case _:
            return known


def property_value(shown: PropertyValue) -> Document:
    return {
        "key": shown.definition.key,
        "name": shown.definition.attribute.name,
        "type": shown.definition.attribute.type.value,
        "value": value(shown.value),
        "as_of": None if shown.as_of is None else moment(shown.as_of),
    }


def score(known: Score | None) -> Document | None:
    return None if known is None else {"value": known.value, "as_of": moment(known.as_of)}


def holder(known: Holder | None, people: People) -> Document | None:
    if known is None:
        return None
    found: Document = {"worker": people[known.worker_id].personnel_number, "name": known.name}
    if known.since is not None:
        found |= {"since": moment(known.since)}
    return found | {"others": [holder(other, people) for other in known.others]} if known.others else found


def card(shown: Card, people: People) -> Document:
    return {
        "account_number": shown.account_number,
        "name": shown.name,
        "phone": shown.phone,
        "email": shown.email,
        "score": score(shown.score),
        "properties": [property_value(p) for p in shown.properties],
        "holder": holder(shown.holder, people),
    }


def facet(shown: Facet) -> Document:
    return {
        "key": shown.key,
        "label": shown.label,
        "control": shown.control.value,
        "values": [{"value": v.value, "label": v.label, "count": v.count} for v in shown.values],
        "bars": [{"low": _finite(bar.low), "high": _finite(bar.high), "count": bar.count} for bar in shown.bars],
    }


def profile(shown: Profile, people: People) -> Document:
    return customer(shown.customer) | {
        "holder": holder(shown.holder, people),
        "score": score(shown.score),
        "properties": [property_value(p) for p in shown.card],
        "groups": [{"name": g.name, "values": [property_value(p) for p in g.values]} for g in shown.groups],
        "last_contact": contact(shown.contact.last),
        "next_contact": {
            "planned": contact(shown.contact.planned),
            "welcome": shown.contact.welcome and shown.contact.welcome.isoformat(),
            "allowed": [channel.value for channel in shown.contact.allowed],
            "refused": shown.contact.refused,
        },
        "purchases": {"count": shown.purchase_count, "spend": str(shown.spend), "currency": shown.currency},
    }


def contact(known: LastContact | None) -> Document | None:
    return None if known is None else {"at": moment(known.at), "type": known.type, "worker": known.worker}


def customer(known: Customer) -> Document:
    return {
        "account_number": known.account_number,
        "kind": known.kind.value,
        "title": known.title,
        "first_name": known.first_name,
        "last_name": known.last_name,
        "name": known.name,
        "language": known.language,
        "since": None if known.since is None else known.since.isoformat(),
        "phones": [{"typed": p.typed, "e164": p.e164, "label": p.label, "primary": p.primary} for p in known.phones],
        "emails": [{"address": e.address, "label": e.label, "primary": e.primary} for e in known.emails],
        "addresses": [
            {
                "street": a.street,
                "city": a.city,
                "postal_code": a.postal_code,
                "state": a.state,
                "country": a.country,
                "label": a.label,
                "primary": a.primary,
            }
            for a in known.addresses
        ],
        "loyalty_cards": list(known.loyalty_cards),
        "important_dates": [{"name": d.name, "day": yearly(d.day)} for d in known.important_dates],
        "consents": {consent.channel.value: consent.given for consent in known.consents},
    }


def timeline_item(item: TimelineItem) -> Document:
    return {
        "id": str(item.id),
        "kind": item.kind.value,
        "at": moment(item.at),
        "type": item.type and item.type.code,
        "title": item.title,
        "text": item.text,
        "restriction": item.restriction and item.restriction.value,
        "audience": item.audience.value if item.kind is TimelineKind.NOTE else None,
        "section": item.section.name.lower(),
        "version": item.version,
        "edited": item.edited and {"at": moment(item.edited.at), "worker": item.edited.worker},
        "worker": item.worker,
        "store": item.store,
        "amount": None if item.amount is None else str(item.amount),
        "currency": item.currency,
        "lines": [purchase_line(line) for line in item.lines],
    }


def revision(former: Revision) -> Document:
    return {
        "version": former.version,
        "type": former.type and former.type.code,
        "at": former.at and moment(former.at),
        "title": former.title,
        "text": former.text,
        "restriction": former.restriction and former.restriction.value,
        "replaced": {"at": moment(former.replaced.at), "worker": former.replaced.worker},
    }


def purchase_line(line: PurchaseLine) -> Document:
    return {"sku": line.sku, "name": line.name, "quantity": line.quantity, "amount": str(line.amount)}


def _finite(number: float) -> float | None:
    """JSON knows no infinity."""
    return number if isfinite(number) else None
