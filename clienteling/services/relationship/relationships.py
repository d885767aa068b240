"""What a customer's page and cards show of a relationship: health, figures, and who knows the customer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from clienteling.database import customers, relationships
from clienteling.database.engine import Transaction
from clienteling.database.relationships import Colleague
from clienteling.domain.card import CardHealth
from clienteling.domain.errors import Conflict, NotFound, Problem, mark
from clienteling.domain.operations import Operation
from clienteling.domain.relationship.acquaintance import (
    Acquaintance,
    Mail,
    acquaintances,
    introduction_mail,
)
from clienteling.domain.relationship.analytics import Analytics, State, Trend
from clienteling.domain.relationship.enabling import InForce, Standing, in_force
from clienteling.domain.relationship.health import Health, course, health
from clienteling.domain.relationship.interaction import Interaction, Origin
from clienteling.domain.relationship.kpi import Kpis, kpis
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations
from clienteling.services.relationship.choices import Choices, chosen_for
from clienteling.services.relationship.computation import Computation
from clienteling.services.relationship.reading import Exchange, InteractionReader, NoExchange, card_health


@dataclass(frozen=True, slots=True)
class Known:
    """A colleague who knows the customer."""

    colleague: Colleague
    acquaintance: Acquaintance


@dataclass(frozen=True, slots=True)
class Relationship:
    """A customer as relationship intelligence sees them now. What is not in force is None, or empty; see `force`.

    `names` are those of the workers in `figures`. `course` is the score week by week; `from_exchange` says that
    something of it comes from there.
    """

    customer: str
    force: InForce
    analytics: Analytics
    health: Health | None = None
    course: tuple[tuple[datetime, int], ...] = ()
    figures: Kpis | None = None
    known: tuple[Known, ...] = ()
    names: Mapping[int, str] | None = None
    from_exchange: bool = False


class Relationships:
    """Reads relationships (operation 9024). `choices` are headquarters', `computation` makes what cards show."""

    def __init__(self, operations: Operations, exchange: Exchange | None = None) -> None:
        self._operations = operations
        self._reader = InteractionReader(exchange or NoExchange())
        self.choices = Choices(operations)
        self.computation = Computation(operations, self._reader)

    def of(self, session: Session, customer_id: int) -> Relationship:
        """A customer's relationship, computed now."""
        now = self._operations.clock()
        return self._operations.read(
            session, Operation.RELATIONSHIP, lambda t: self._relationship(t, session, customer_id, now)
        )

    def introduction(self, session: Session, customer_id: int, worker_id: int) -> Mail:
        """The filled-in mail that asks a colleague to introduce the worker to a customer."""
        now = self._operations.clock()

        def work(transaction: Transaction) -> Mail:
            found = self._relationship(transaction, session, customer_id, now)
            colleague = next((known.colleague for known in found.known if known.colleague.id == worker_id), None)
            if colleague is None:
                raise Conflict(mark("This colleague does not know {customer} any more."), customer=found.customer)
            addresses = relationships.mailboxes(transaction)
            return introduction_mail(
                chosen_for(transaction, session.legal_entity.id).introduction,
                to=min((address for address, worker in addresses.items() if worker == worker_id), default=""),
                colleague=colleague.name,
                customer=found.customer,
                me=session.worker.name,
            )

        return self._operations.read(session, Operation.RELATIONSHIP, work)

    def on_cards(self, session: Session, customer_ids: Sequence[int]) -> Mapping[int, CardHealth]:
        """The health of customers as of the last computation; nothing if health is not in force."""
        now, entity = self._operations.clock(), session.legal_entity

        def work(transaction: Transaction) -> Mapping[int, CardHealth]:
            if in_force(chosen_for(transaction, entity.id), entity.country, now).health is not Standing.ON:
                return {}
            return card_health(transaction, customer_ids)

        return self._operations.read(session, Operation.RELATIONSHIP, work)

    def _relationship(
        self, transaction: Transaction, session: Session, customer_id: int, now: datetime
    ) -> Relationship:
        entity = session.legal_entity
        customer = customers.find(transaction, entity.id, customer_id)
        if customer is None:
            raise NotFound(mark("There is no such customer in this company."))
        chosen = chosen_for(transaction, entity.id)
        force = in_force(chosen, entity.country, now)
        empty = Relationship(customer.name, force, chosen.analytics)
        if not chosen.is_enabled:
            return empty
        wrong = None
        try:
            interactions = self._reader.of_customer(transaction, entity.id, entity.country, customer_id, chosen, now)
        except Problem:
            # Without Exchange there would be a score, but a wrong one.
            wrong = Health(State.WENT_WRONG, Trend.WENT_WRONG, now)
            interactions = self._reader.activities(transaction, entity.id, customer_id)
        has_health = force.health is Standing.ON
        figures = kpis(interactions, now) if force.analytics is Standing.ON else None
        colleagues = relationships.colleagues(transaction, now.date())
        return Relationship(
            customer.name,
            force,
            chosen.analytics,
            (wrong or health(interactions, chosen.analytics, now)) if has_health else None,
            course(interactions, chosen.analytics, now) if has_health and wrong is None else (),
            figures,
            _known(interactions, colleagues, now) if force.who_knows_whom is Standing.ON else (),
            relationships.names(transaction, _people(figures)),
            any(interaction.origin is Origin.EXCHANGE for interaction in interactions),
        )


def _known(
    interactions: Sequence[Interaction], colleagues: Mapping[int, Colleague], now: datetime
) -> tuple[Known, ...]:
    found = acquaintances(interactions, now, colleagues.keys())
    return tuple(Known(colleagues[acquaintance.worker_id], acquaintance) for acquaintance in found)


def _people(figures: Kpis | None) -> tuple[int, ...]:
    """The workers whom figures name."""
    if figures is None:
        return ()
    near = [worker for i in (figures.last, figures.next) if i is not None for worker in i.colleagues]
    return tuple({*near, *(worker for worker, _ in figures.most_contacted_by)})
