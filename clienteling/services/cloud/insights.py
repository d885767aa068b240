"""Customer Insights parameters (CI-1): entered, chosen from what the service lists, and enabled step by step."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from clienteling.database import attributes, clouds, company
from clienteling.domain.attribute import Attribute
from clienteling.domain.audit import Changes
from clienteling.domain.cloud_problems import EnvironmentMissing, Incomplete
from clienteling.domain.cloud_state import InsightsParameters, LinkState, Step, Trying
from clienteling.domain.company import LegalEntity
from clienteling.domain.errors import Invalid, Problem, mark
from clienteling.domain.insights import MOST_MEASURES, Environment, InsightMeasure, InsightsSource
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.cloud import connections as names
from clienteling.services.cloud.connections import Connections, Parameters, Way, needed
from clienteling.services.cloud.key_vaults import set_parameter
from clienteling.services.operations import Writing

Listed = TypeVar("Listed")
Told = Callable[[Step, Trying, Problem | None], None]
"""Hears how each step stands while the chain is tried."""


@dataclass(slots=True)
class _Chain:
    """What the steps find out for those after them."""

    way: Way
    measures: tuple[InsightMeasure, ...] = ()
    _source: InsightsSource | None = None

    @property
    def source(self) -> InsightsSource:
        self._source = self._source or self.way.source()
        return self._source


class Insights:
    """Session None is an administrator at the command line."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def parameters(self, session: Session | None, entity: LegalEntity) -> InsightsParameters:
        return self._connections.entered(session, Operation.INSIGHTS, entity).insights

    def set_parameters(
        self,
        session: Session | None,
        entity: LegalEntity,
        *,
        application_id: str | None = None,
        secret: str | None = None,
        environments: Sequence[str] | None = None,
        alternate_id: str | None = None,
        measures: Sequence[str] | None = None,
    ) -> Changes:
        """Enter some of the parameters; None leaves one as it is. Raises `Invalid`, `NotFound` for a secret."""
        if measures is not None and len(set(measures)) > MOST_MEASURES:
            raise Invalid("measures", mark("A card shows up to {most} measures."), most=MOST_MEASURES)
        given = {
            names.APPLICATION_ID: application_id,
            names.SECRET_NAME: secret,
            names.ENVIRONMENTS: None if environments is None else "|".join(dict.fromkeys(environments)),
            names.ALTERNATE_ID: alternate_id,
            names.MEASURES: None if measures is None else "|".join(dict.fromkeys(measures)),
        }
        for name, text in given.items():
            if text is not None and not text.replace("|", "").isprintable():
                raise Invalid(name, mark("Please check what was entered."))

        def work(writing: Writing) -> None:
            if secret:
                names.parameters(writing.transaction, entity).secret(secret.strip())
            for name, text in given.items():
                if text is not None:
                    set_parameter(writing, entity, name, text.strip())

        return self._connections.write(session, Operation.INSIGHTS, entity, work)

    def environments(self, session: Session | None, entity: LegalEntity) -> tuple[Environment, ...]:
        """The environments that the service lists, to choose from."""
        return self._ask(session, entity, lambda source, _: source.environments())

    def alternate_ids(self, session: Session | None, entity: LegalEntity) -> tuple[str, ...]:
        """The columns that may hold the account number, to choose from."""
        return self._ask(session, entity, lambda source, environment: source.alternate_ids(environment))

    def measures(self, session: Session | None, entity: LegalEntity) -> tuple[InsightMeasure, ...]:
        """The measures that the service lists, to choose from: those that can be used first."""
        found = self._ask(session, entity, lambda source, environment: source.measures(environment))
        return tuple(sorted(found, key=lambda measure: (not measure.is_usable, measure.title)))

    def states(self, session: Session | None, entity: LegalEntity) -> Mapping[str, LinkState]:
        """How each link fared last, by `Step`."""
        return self._connections.look(session, Operation.INSIGHTS, entity, lambda t: clouds.links(t, entity.id))

    def enable(self, session: Session | None, entity: LegalEntity, told: Told = lambda *_: None) -> Changes:
        """Try the whole chain, and switch on if all of it holds. Else it is *No*, and the problem is raised."""
        entered = self._connections.entered(session, Operation.INSIGHTS, entity)
        self._connections.forget()
        try:
            with self._connections.open(entered) as way:
                chain = _Chain(way)
                for step, attempt in _STEPS.items():
                    if step is Step.SUBSCRIPTION_KEY and not entered.settings.subscription_key:
                        continue
                    self._try(entity, step, partial(attempt, chain), told)
        except Problem:
            self._switch(session, entity, on=False)
            raise
        return self._switch(session, entity, on=True, measures=chain.measures)

    def disable(self, session: Session | None, entity: LegalEntity) -> Changes:
        """Switch off. The values that came so far stay, with their age."""
        return self._switch(session, entity, on=False)

    def _try(self, entity: LegalEntity, step: Step, attempt: Callable[[], None], told: Told) -> None:
        told(step, Trying.RUNNING, None)
        try:
            with self._connections.link(entity, step):
                attempt()
        except Problem as problem:
            told(step, Trying.FAILED, problem)
            raise
        told(step, Trying.DONE, None)

    def _switch(
        self, session: Session | None, entity: LegalEntity, *, on: bool, measures: Sequence[InsightMeasure] = ()
    ) -> Changes:
        def work(writing: Writing) -> None:
            transaction = writing.transaction
            known = attributes.all_measures(transaction)
            for measure in measures:
                if measure.name not in known:
                    attributes.save_measure(transaction, Attribute(0, measure.name, measure.type, _labels(measure)))
                    writing.note("measure", None, None, measure.name)
            if measures:
                set_parameter(writing, entity, company.MEASURES, "|".join(m.name for m in measures))
            set_parameter(writing, entity, names.ENABLED, "yes" if on else "no")

        return self._connections.write(session, Operation.INSIGHTS, entity, work)

    def _ask(
        self,
        session: Session | None,
        entity: LegalEntity,
        question: Callable[[InsightsSource, str], tuple[Listed, ...]],
    ) -> tuple[Listed, ...]:
        entered = self._connections.entered(session, Operation.INSIGHTS, entity)
        with self._connections.open(entered) as way:
            source = way.source()
            return question(source, environment_of(entered, source))


def environment_of(entered: Parameters, source: InsightsSource) -> str:
    """The environment that was chosen; where none was, the only one there is. Raises `Incomplete`."""
    # An organization of Dataverse holds one environment, under an address instead of an ID.
    if entered.insights.environment and entered.settings.insights_source != "dataverse":
        return entered.insights.environment
    found = source.environments()
    if len(found) != 1:
        raise Incomplete(what=mark("the environment"))
    return found[0].id


def _labels(measure: InsightMeasure) -> dict[str, str]:
    return {"en": measure.title} if measure.title != measure.name else {}


def _credential_store(chain: _Chain) -> None:
    client = needed(chain.way.parameters.vault.client, mark("the Key Vault client"))
    chain.way.connections.secret_key(client)


def _vault_sign_in(chain: _Chain) -> None:
    suffix = chain.way.parameters.settings.vault_suffix
    chain.way.vault_sign_in().get_token(f"https://{suffix}/.default")


def _secret(chain: _Chain) -> None:
    given = chain.way.parameters
    chain.way.read_secret(given.secret(needed(given.insights.secret, mark("the name of the secret"))))


def _subscription_key(chain: _Chain) -> None:
    given = chain.way.parameters
    chain.way.read_secret(given.secret(given.settings.subscription_key))


def _sign_in(chain: _Chain) -> None:
    settings = chain.way.parameters.settings
    is_dataverse = settings.insights_source == "dataverse"
    scope = f"{settings.dataverse_url}/.default" if is_dataverse else settings.insights_scope
    chain.way.sign_in().get_token(scope)


def _environment(chain: _Chain) -> None:
    chosen = environment_of(chain.way.parameters, chain.source)
    if chosen not in {environment.id for environment in chain.source.environments()}:
        raise EnvironmentMissing(service="Customer Insights")


def _alternate_id(chain: _Chain) -> None:
    given = needed(chain.way.parameters.insights.alternate_id, mark("the alternate customer ID"))
    columns = chain.source.alternate_ids(environment_of(chain.way.parameters, chain.source))
    if not any(given == column or given.lower().startswith(f"{column.lower()}_") for column in columns):
        message = mark("Customers have no column “{name}”. Choose one that the service lists.")
        raise Invalid("alternate-id", message, name=given)


def _measures(chain: _Chain) -> None:
    listed = {
        measure.name: measure for measure in chain.source.measures(environment_of(chain.way.parameters, chain.source))
    }
    for name in chain.way.parameters.insights.measures:
        if name not in listed:
            raise Invalid("measures", mark("The service has no measure “{name}”."), name=name)
        if not listed[name].is_usable:
            message = mark("The measure “{name}” has no single value per customer, so that a card cannot show it.")
            raise Invalid("measures", message, name=name)
    chain.measures = tuple(listed[name] for name in chain.way.parameters.insights.measures)


_STEPS: Mapping[Step, Callable[[_Chain], None]] = {
    Step.CREDENTIAL_STORE: _credential_store,
    Step.VAULT_SIGN_IN: _vault_sign_in,
    Step.SECRET: _secret,
    Step.SUBSCRIPTION_KEY: _subscription_key,
    Step.SIGN_IN: _sign_in,
    Step.ENVIRONMENT: _environment,
    Step.ALTERNATE_ID: _alternate_id,
    Step.MEASURES: _measures,
}
