"""`customer add` and `customer edit`. Fields are called as in the files of customers that are imported."""

import re
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from clienteling.cli.access import signed_in
from clienteling.cli.answers import Answer, Usage
from clienteling.domain.errors import Invalid, mark
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.domain.customer import Consent
    from clienteling.domain.customer_draft import ContactDraft, CustomerDraft
    from clienteling.services.customer_changes import Saved

_TEXTS = ("title", "first_name", "last_name", "organization", "language")
_ADDRESS = ("street", "postal_code", "city", "state", "country")
_CONTACT = re.compile(r"(phone|email)(?:_([1-9]\d?))?")


def add(arguments: Namespace, settings: Settings) -> Answer:
    """Create a customer of the store."""
    given = [(name, getattr(arguments, name)) for name in ("first_name", "last_name", "organization", "phone", "email")]
    fields = [(name, text) for name, text in given if text] + _assignments(arguments.fields)
    with signed_in(arguments, settings) as (services, session):
        draft = with_fields(services.customer_changes.form(session).draft, fields)
        likely = services.customer_changes.likely_duplicates(session, draft)
        if likely and not arguments.anyway:
            raise Invalid(
                "customer",
                mark("This may be customer {account}, {name}. Say --anyway to create another one."),
                account=likely[0].account_number,
                name=likely[0].name,
            )
        saved = services.customer_changes.create(session, draft, add_to_book=arguments.book)
    document = _document(saved) | {"in_book": arguments.book}
    account, name = saved.customer.account_number, saved.customer.name
    return Answer(document, f"{name} is customer {account}{', in your client book' if arguments.book else ''}.")


def edit(arguments: Namespace, settings: Settings) -> Answer:
    """Change fields of a customer; the others stay as they are."""
    fields = _assignments(arguments.fields)
    with signed_in(arguments, settings) as (services, session):
        (customer_id,) = services.customers.by_account(session, [arguments.account])
        form = services.customer_changes.form(session, customer_id)
        version = form.customer.version if form.customer else 0
        saved = services.customer_changes.edit(session, customer_id, with_fields(form.draft, fields), version)
    done = "saved" if saved.changes.kinds else "as it was"
    return Answer(_document(saved), f"{saved.customer.name} ({arguments.account}) is {done}.")


def with_fields(draft: "CustomerDraft", fields: Iterable[tuple[str, str]]) -> "CustomerDraft":
    """A form with some fields filled in. Raises `Invalid` for an unknown field."""
    for name, text in fields:
        draft = _with_field(draft, name, text)
    return draft


def _with_field(draft: "CustomerDraft", name: str, text: str) -> "CustomerDraft":
    from clienteling.domain.customer import CustomerKind
    from clienteling.domain.customer_draft import DateDraft

    group, _, rest = name.partition(".")
    if name in _TEXTS:
        kind = CustomerKind.ORGANIZATION if name == "organization" and text else draft.kind
        return replace(draft, **{name: text, "kind": kind})  # type: ignore[arg-type]
    if name in _ADDRESS:
        return replace(draft, address=replace(draft.address, **{name: text}))
    if match := _CONTACT.fullmatch(name):
        place = int(match[2] or 1) - 1
        if match[1] == "phone":
            return replace(draft, phones=_with_contact(draft.phones, place, text))
        return replace(draft, emails=_with_contact(draft.emails, place, text))
    if name == "loyalty_card":
        return replace(draft, cards=tuple(card.strip() for card in text.split("|")))
    if group == "date" and rest:
        others = tuple(date for date in draft.dates if date.name != rest)
        return replace(draft, dates=(*others, DateDraft(rest, text)))
    if group == "consent" and rest:
        return replace(draft, consents=_with_consent(draft, name, rest, text))
    if group == "attribute" and rest:
        return replace(draft, values={**draft.values, rest: text})
    raise Invalid(
        name,
        mark(
            "There is no such field. There are: {fields}, phone, phone_2, email, loyalty_card, date.NAME, "
            "consent.CHANNEL, attribute.NAME."
        ),
        fields=", ".join((*_TEXTS, *_ADDRESS)),
    )


def _with_contact(contacts: "tuple[ContactDraft, ...]", place: int, text: str) -> "tuple[ContactDraft, ...]":
    from clienteling.domain.customer_draft import ContactDraft

    if place >= len(contacts):
        return (*contacts, ContactDraft(text, primary=not contacts))
    return (*contacts[:place], replace(contacts[place], typed=text), *contacts[place + 1 :])


def _with_consent(draft: "CustomerDraft", name: str, channel: str, text: str) -> "tuple[Consent, ...]":
    from clienteling.domain.customer import Channel, Consent

    if channel not in set(Channel) or text not in ("yes", "no"):
        message = mark("Write consent.CHANNEL=yes or =no; the channels are: {channels}.")
        raise Invalid(name, message, channels=", ".join(Channel))
    answers = {consent.channel: consent.given for consent in draft.consents} | {Channel(channel): text == "yes"}
    return tuple(Consent(channel, answers[channel]) for channel in Channel if channel in answers)


def _assignments(texts: Iterable[str]) -> list[tuple[str, str]]:
    pairs = [text.partition("=") for text in texts]
    for name, sign, _ in pairs:
        if not (name and sign):
            raise Usage(f"“{name}” is no FIELD=VALUE")
    return [(name, text) for name, _, text in pairs]


def _document(saved: "Saved") -> dict[str, object]:
    return {
        "account_number": saved.customer.account_number,
        "name": saved.customer.name,
        "version": saved.customer.version,
        "record": None if saved.changes.record_id is None else str(saved.changes.record_id),
    }
