"""Reads interactions: the product's own activities always, those of Exchange where they are in force."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from clienteling.database import interactions, relationships, workers
from clienteling.database.engine import Transaction
from clienteling.domain.card import CardHealth
from clienteling.domain.relationship.analytics import State, Trend
from clienteling.domain.relationship.enabling import Intelligence, Standing, in_force
from clienteling.domain.relationship.health import Traffic, traffic
from clienteling.domain.relationship.interaction import Channel, Interaction, Origin, channel_of, flow_of
from clienteling.domain.relationship.kpi import WINDOW


@dataclass(frozen=True, slots=True)
class ExchangeItem:
    """A mail or a meeting with a customer, as Exchange knows it. `addresses` are those of our people, as they come."""

    customer_id: int
    channel: Channel
    at: datetime
    by_us: bool
    addresses: tuple[str, ...]
    minutes: float | None = None
    conversation: str = ""


class Exchange(Protocol):
    """Where mails and meetings come from. Raises `Problem` if they cannot be read."""

    def items(
        self, transaction: Transaction, legal_entity_id: int, customer_ids: Sequence[int], since: datetime
    ) -> Iterable[ExchangeItem]:
        """What happened with these customers since a moment."""
        ...


class NoExchange:
    """A company without mailboxes."""

    def items(
        self, transaction: Transaction, legal_entity_id: int, customer_ids: Sequence[int], since: datetime
    ) -> Iterable[ExchangeItem]:
        return ()


class InteractionReader:
    """Reads what happened with customers, as it counts now."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    def of_customer(
        self,
        transaction: Transaction,
        legal_entity_id: int,
        country: str,
        customer_id: int,
        chosen: Intelligence,
        now: datetime,
    ) -> tuple[Interaction, ...]:
        """All that is known of one customer."""
        mails = self._mails(transaction, legal_entity_id, country, [customer_id], chosen, now)
        return (*self.activities(transaction, legal_entity_id, customer_id), *(mail for _, mail in mails))

    def activities(self, transaction: Transaction, legal_entity_id: int, customer_id: int) -> tuple[Interaction, ...]:
        """What the product itself knows of one customer."""
        channels = _channels(transaction, legal_entity_id)
        return tuple(
            Interaction(at, channels.get(type_id, Channel.TASK), colleagues=() if worker is None else (worker,))
            for type_id, worker, at in interactions.of_customer(transaction, customer_id)
        )

    def traffic(
        self,
        transaction: Transaction,
        legal_entity_id: int,
        country: str,
        customer_ids: Sequence[int],
        chosen: Intelligence,
        now: datetime,
        *,
        whole: bool,
    ) -> Traffic:
        """The same of many customers, by their places in `customer_ids`, which are in order.

        `whole`: they are nearly all that have keys between the first and the last of them.
        """
        if not customer_ids:
            return traffic(0, [])
        places = {key: place for place, key in enumerate(customer_ids)}
        kinds = {key: flow_of(kind, by_us=True) for key, kind in _channels(transaction, legal_entity_id).items()}
        if whole:
            found = interactions.flows_between(transaction, customer_ids[0], customer_ids[-1])
        else:
            found = interactions.flows_of(transaction, customer_ids)
        rows = [(places[key], kinds[kind], at) for key, kind, at in found if key in places and kind in kinds]
        for key, mail in self._mails(transaction, legal_entity_id, country, customer_ids, chosen, now):
            rows.append((places[key], flow_of(mail.channel, by_us=mail.by_us), int(mail.at.timestamp())))
        return traffic(len(customer_ids), rows)

    def _mails(
        self,
        transaction: Transaction,
        legal_entity_id: int,
        country: str,
        customer_ids: Sequence[int],
        chosen: Intelligence,
        now: datetime,
    ) -> Iterable[tuple[int, Interaction]]:
        """What Exchange knows of colleagues in the roles that were chosen."""
        if in_force(chosen, country, now).exchange is not Standing.ON:
            return
        mailboxes = _mailboxes(transaction, chosen.roles, now)
        for item in self._exchange.items(transaction, legal_entity_id, customer_ids, now - WINDOW):
            ours = {mailboxes[key] for address in item.addresses if (key := address.strip().casefold()) in mailboxes}
            if ours:
                yield (
                    item.customer_id,
                    Interaction(
                        item.at,
                        item.channel,
                        item.by_us,
                        tuple(sorted(ours)),
                        item.minutes,
                        item.conversation,
                        Origin.EXCHANGE,
                    ),
                )


def card_health(transaction: Transaction, customer_ids: Sequence[int]) -> dict[int, CardHealth]:
    """The health of customers as of the last computation."""
    found = relationships.health_of(transaction, customer_ids)
    return {key: CardHealth(State(row.state), Trend(row.trend), row.score, row.as_of) for key, row in found.items()}


def _channels(transaction: Transaction, legal_entity_id: int) -> dict[int, Channel]:
    return {key: channel_of(*texts) for key, texts in interactions.type_texts(transaction, legal_entity_id).items()}


def _mailboxes(transaction: Transaction, roles: Collection[str], now: datetime) -> dict[str, int]:
    """The workers in these roles by their addresses."""
    codes = {key: group.code for key, group in workers.groups(transaction).items()}
    known = relationships.colleagues(transaction, now.date())
    chosen = {key for key, colleague in known.items() if codes.get(colleague.group_id) in roles}
    return {address: worker for address, worker in relationships.mailboxes(transaction).items() if worker in chosen}
