"""`search` and `customer show`."""

from argparse import Namespace
from typing import TYPE_CHECKING

from clienteling.cli import documents
from clienteling.cli.access import people, reader_for, signed_in
from clienteling.cli.answers import Answer
from clienteling.cli.readable import Reader, counted, yearly
from clienteling.cli.tables import DASH, pairs, table
from clienteling.cli.timeline import item_text
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.domain.card import Holder
    from clienteling.domain.contact import ContactLine
    from clienteling.domain.customer import Address, Phone
    from clienteling.domain.profile import Profile
    from clienteling.domain.search import Hit, SearchResult


def find(arguments: Namespace, settings: Settings) -> Answer:
    """Customers by name, e-mail, phone, card, address or account number."""
    with signed_in(arguments, settings) as (services, session):
        text = " ".join(arguments.text)
        result = services.search.find(session, text, all_stores=arguments.all_stores, limit=arguments.limit)
        workers = people(services, {one.worker_id for hit in result.hits if hit.holder for one in hit.holder.all})
    places = (
        ("mine", result.mine),
        ("store", result.store),
        ("others", result.others),
        ("similar", result.similar),
    )
    found = [
        {
            "account_number": hit.account_number,
            "name": hit.name,
            "detail": hit.detail,
            "found_in": [field.value for field in hit.fields],
            "book": place,
            "holder": documents.holder(hit.holder, workers),
        }
        for place, hits in places
        for hit in hits
    ]
    return Answer({"customers": found, "more": result.more}, _hits_text(result))


def show(arguments: Namespace, settings: Settings) -> Answer:
    """Everything about one customer."""
    with signed_in(arguments, settings) as (services, session):
        (customer_id,) = services.customers.by_account(session, [arguments.account])
        profile = services.customers.profile(session, customer_id)
        timeline = services.timelines.page(session, customer_id, limit=arguments.limit)
        counts = services.timelines.counts(session, customer_id)
        workers = people(services, {one.worker_id for one in profile.holder.all} if profile.holder else set())
        reader = reader_for(services, session)
    document = documents.profile(profile, workers) | {
        "timeline": [documents.timeline_item(item) for item in timeline.items],
        "timeline_total": counts.total,
    }
    parts = [_profile_text(profile, reader), *(_group_text(profile, reader))]
    if timeline.items:
        shown = len(timeline.items)
        head = "Timeline" if shown == counts.total else f"Timeline, the newest {shown:,} of {counts.total:,}"
        parts.append("\n".join([head, *(item_text(item, reader) for item in timeline.items)]))
    return Answer(document, "\n\n".join(parts))


def _hits_text(result: "SearchResult") -> str:
    if not result.hits:
        return "Nobody was found."

    def row(hit: "Hit") -> list[str]:
        found_in = ", ".join([*(["similar"] if hit in result.similar else ()), *hit.fields])
        return [
            hit.account_number,
            hit.name,
            hit.detail or DASH,
            found_in,
            hit.holder.name if hit.holder else DASH,
        ]

    text = table(["Account", "Name", "Contact", "Found in", "Client book"], [row(hit) for hit in result.hits])
    shown = counted(len(result.hits), "customer", "customers")
    return f"{text}\n\n{shown}{'; there are more, --limit shows them' if result.more else ''}."


def _profile_text(profile: "Profile", reader: Reader) -> str:
    customer, last, holder = profile.customer, profile.last_contact, profile.holder
    rows = [
        ("Name", " ".join(part for part in (customer.title, customer.name) if part)),
        ("Account", customer.account_number),
        ("Kind", customer.kind.value),
        ("Customer since", "" if customer.since is None else customer.since.isoformat()),
        *(("Phone", _phone_text(phone)) for phone in customer.phones),
        *(("E-mail", _labelled(email.address, email.label)) for email in customer.emails),
        *(("Address", _labelled(_address_text(address), address.label)) for address in customer.addresses),
        *(("Loyalty card", card) for card in customer.loyalty_cards),
        *((date.name, yearly(date.day)) for date in customer.important_dates),
        ("Consent", ", ".join(f"{c.channel.value} {'yes' if c.given else 'no'}" for c in customer.consents)),
        ("Client book of", "nobody" if holder is None else _held_since(holder, reader)),
        ("Score", "" if profile.score is None else f"{profile.score.value} of 100"),
        ("Last contact", "" if last is None else f"{reader.moment(last.at)} {last.type}, {last.worker}"),
        ("Next contact", _next_contact(profile.contact, reader)),
        ("Purchases", f"{profile.purchase_count:,}, {reader.money(profile.spend, profile.currency)}"),
    ]
    return pairs(rows)


def _group_text(profile: "Profile", reader: Reader) -> list[str]:
    """The measures of the card, then the attributes of each group."""
    measures = [value for value in profile.card if value.definition.is_measure]
    groups = [("Measures", measures), *((group.name, group.values) for group in profile.groups)]
    return [
        f"{name}\n{pairs([(v.definition.attribute.label(reader.language), reader.property(v)) for v in values])}"
        for name, values in groups
        if values
    ]


def _next_contact(line: "ContactLine", reader: Reader) -> str:
    planned = "" if line.planned is None else f"{line.planned.type} planned for {reader.moment(line.planned.at)}"
    welcome = "asked not to be contacted" if line.welcome is None else f"welcome from {line.welcome.isoformat()}"
    return ", ".join(part for part in (planned, welcome) if part)


def _phone_text(phone: "Phone") -> str:
    return _labelled(phone.e164 or phone.typed, phone.label)


def _address_text(address: "Address") -> str:
    town = " ".join(part for part in (address.postal_code, address.city) if part)
    return ", ".join(part for part in (address.street, town, address.state, address.country) if part)


def _labelled(text: str, label: str) -> str:
    return f"{text} ({label})" if label and text else text


def _held_since(holder: "Holder", reader: Reader) -> str:
    held = holder.name if holder.since is None else f"{holder.name} since {reader.moment(holder.since)}"
    return f"{held}; also of {', '.join(one.name for one in holder.others)}" if holder.others else held
