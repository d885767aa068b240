"""The parameters of the clouds as people enter them, and how each link of the chain fares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from clienteling.domain.cloud_problems import CloudProblem, problem_of
from clienteling.domain.errors import Problem, mark


class Step(StrEnum):
    """The links of the chain, in the order in which one needs the other."""

    CREDENTIAL_STORE = "credential-store"
    VAULT_SIGN_IN = "vault-sign-in"
    SECRET = "secret"  # noqa: S105 - a name
    SUBSCRIPTION_KEY = "subscription-key"
    SIGN_IN = "sign-in"
    ENVIRONMENT = "environment"
    ALTERNATE_ID = "alternate-id"
    MEASURES = "measures"
    PULL = "pull"

    @property
    def words(self) -> str:
        """What is tried; a translatable literal."""
        return _TITLES[self]


_TITLES = {
    Step.CREDENTIAL_STORE: mark("The secret key is in the credential store"),
    Step.VAULT_SIGN_IN: mark("Sign-in for the key vault"),
    Step.SECRET: mark("The secret is read from the key vault"),
    Step.SUBSCRIPTION_KEY: mark("The subscription key is read from the key vault"),
    Step.SIGN_IN: mark("Sign-in for Customer Insights"),
    Step.ENVIRONMENT: mark("The environment answers"),
    Step.ALTERNATE_ID: mark("The alternate customer ID is a column"),
    Step.MEASURES: mark("The measures can be shown"),
    Step.PULL: mark("Values arrive"),
}


class Trying(StrEnum):
    """How a step stands while the chain is tried."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class LinkState:
    """How a link fared last: `step` is a `Step`, or `secret NAME`."""

    step: str
    succeeded: datetime | None = None
    failed: datetime | None = None
    code: str = ""
    template: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    correlation_id: str = ""

    @property
    def problem(self) -> Problem | None:
        """What is wrong now; None if it worked since, or was never tried."""
        if self.failed is None or (self.succeeded is not None and self.succeeded > self.failed):
            return None
        known = problem_of(self.code, dict(self.values), self.correlation_id)
        return known or Problem(self.template, **dict(self.values))


@dataclass(frozen=True, slots=True)
class VaultParameters:
    """Key Vault parameters. The secret key is in the credential store of each machine, never here."""

    url: str = ""
    client: str = ""


@dataclass(frozen=True, slots=True)
class SecretEntry:
    """A secret in the list: its name, and the reference to its value."""

    id: int
    name: str
    description: str
    reference: str
    expires: datetime | None = None
    checked: datetime | None = None


@dataclass(frozen=True, slots=True)
class Expiring:
    """A secret that expires soon, or has: then `days_left` is below zero."""

    name: str
    expires: datetime
    days_left: int


@dataclass(frozen=True, slots=True)
class InsightsParameters:
    """Customer Insights parameters of a legal entity. `environment` is the one that is read among `environments`."""

    application_id: str = ""
    secret: str = ""
    enabled: bool = False
    environments: tuple[str, ...] = ()
    alternate_id: str = ""
    measures: tuple[str, ...] = ()

    @property
    def environment(self) -> str:
        return self.environments[0] if self.environments else ""


PULL_HELD = timedelta(minutes=5)
"""Longer than the longest pause that a service is granted."""


@dataclass(frozen=True, slots=True)
class PullState:
    """How far a pull has come. `unknown` customers have no profile at the service.

    `runner` is the run that is at it, at whatever till, and showed itself at `beat`.
    """

    started: datetime
    finished: datetime | None = None
    after_id: int = 0
    total: int = 0
    done: int = 0
    changed: int = 0
    unknown: int = 0
    runner: int | None = None
    beat: datetime | None = None

    def is_held(self, now: datetime) -> bool:
        """Whether somebody is at it; a till that was switched off in the middle holds it no longer than a while."""
        return self.finished is None and self.beat is not None and now - self.beat < PULL_HELD


def link_failed(step: str, at: datetime, problem: Problem) -> LinkState:
    correlation = problem.correlation_id if isinstance(problem, CloudProblem) else ""
    values = {name: value if isinstance(value, int | float) else str(value) for name, value in problem.values.items()}
    return LinkState(step, None, at, problem.code, problem.template, values, correlation)
