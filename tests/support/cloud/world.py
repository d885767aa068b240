"""What the cloud double knows: applications, secrets, an environment with customers. Tests change it freely."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from time import time
from typing import Any

from tests.support.cloud.mailboxes import Mailbox

TENANT = "11111111-aaaa-4bbb-8ccc-222222222222"
VAULT_CLIENT = "aaaaaaaa-0000-4000-8000-00000000000b"
VAULT_KEY = "vault~Secret~Key~never~shown~1"
INSIGHTS_CLIENT = "aaaaaaaa-0000-4000-8000-00000000000a"
INSIGHTS_SECRET = "insights~Secret~never~shown~2"
SUBSCRIPTION_KEY = "subscription~Key~never~shown~3"
WORKER_CLIENT = "aaaaaaaa-0000-4000-8000-00000000000c"
GRAPH_CLIENT = "aaaaaaaa-0000-4000-8000-00000000000d"
GRAPH_SECRET = "graph~Secret~never~shown~4"
ENVIRONMENT = "eeeeeeee-0000-4000-8000-000000000001"
ALTERNATE_KEY = "Commerce_Customers_AccountNumber"
SECRETS = (VAULT_KEY, INSIGHTS_SECRET, SUBSCRIPTION_KEY, GRAPH_SECRET)


@dataclass(frozen=True, slots=True)
class Request:
    """A call as a service of the double sees it. `query` and `form` hold the first value of each name."""

    method: str
    host: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def token(self) -> str:
        return self.headers.get("authorization", "").removeprefix("Bearer ")


@dataclass(frozen=True, slots=True)
class Answer:
    """`document` is sent as JSON; `body` as it is."""

    status: int = 200
    document: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    kind: str = "application/json; charset=utf-8"


@dataclass(slots=True)
class App:
    """An application. `keys` are its secrets, each with when it expires, in epoch seconds."""

    id: str
    keys: dict[str, float] = field(default_factory=dict)
    roles: tuple[str, ...] = ()


@dataclass(slots=True)
class VaultSecret:
    value: str
    enabled: bool = True
    not_before: int | None = None
    expires: int | None = None


@dataclass(slots=True)
class Token:
    client: str
    audience: str
    ends: float


@dataclass(slots=True)
class User:
    """Who sits before the browser."""

    oid: str = "99999999-0000-4000-8000-000000000001"
    name: str = "Linda Vītola"
    address: str = "linda@boutique.example"
    roles: tuple[str, ...] = ("Clienteling.Associate",)


@dataclass(slots=True)
class CloudCustomer:
    """What the environment knows of a customer."""

    id: str
    account: str
    measures: dict[str, Any] = field(default_factory=dict)
    activities: list[dict[str, Any]] = field(default_factory=list)
    score: int | None = None


@dataclass(slots=True)
class World:
    """Everything at once, behind one lock."""

    apps: dict[str, App] = field(default_factory=dict)
    secrets: dict[str, VaultSecret] = field(default_factory=dict)
    vault_readers: set[str] = field(default_factory=lambda: {VAULT_CLIENT})
    viewers: set[str] = field(default_factory=lambda: {INSIGHTS_CLIENT})
    keys: set[str] = field(default_factory=lambda: {SUBSCRIPTION_KEY})
    customers: dict[str, CloudCustomer] = field(default_factory=dict)
    keys_of_customers: dict[str, CloudCustomer] = field(default_factory=dict)
    measures: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, Token] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    refresh_tokens: dict[str, str] = field(default_factory=dict)
    user: User = field(default_factory=User)
    device_approved: bool = True
    token_seconds: int = 3600
    clock_ahead: int = 0  # seconds that its clock is before that of the program
    evaluated: str = "2026-11-28T21:40:00Z"
    mailboxes: dict[str, Mailbox] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    graph_readers: set[str] = field(default_factory=lambda: {GRAPH_CLIENT})
    may_read_organization: bool = True
    has_exchange: bool = True
    country: str = "LV"
    page_size: int = 1000
    tokens_since: int = 0
    port: int = 0
    calls: list[Request] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def issue(self, client: str, audience: str) -> str:
        token = f"token~never~shown~{next(self.numbers)}"
        self.tokens[token] = Token(client, audience, time() + self.token_seconds)
        return token

    def client_of(self, token: str, audience: str) -> str | None:
        """Who asks with a token; None if it is not for this service, or no longer."""
        found = self.tokens.get(token)
        if found is None or found.ends < time() or found.audience.rstrip("/") != audience.rstrip("/"):
            return None
        return found.client

    def by_id(self, key: str) -> CloudCustomer | None:
        """A customer by the service's own key."""
        if len(self.keys_of_customers) != len(self.customers):
            self.keys_of_customers = {customer.id: customer for customer in self.customers.values()}
        return self.keys_of_customers.get(key)

    def revoke(self) -> None:
        """No token that was issued so far is taken any more."""
        self.tokens.clear()


def shop() -> World:
    """An environment with some customers, of whom one is unknown to the shop."""
    ever = time() + 100_000_000
    world = World()
    world.apps = {
        VAULT_CLIENT: App(VAULT_CLIENT, {VAULT_KEY: ever}),
        INSIGHTS_CLIENT: App(INSIGHTS_CLIENT, {INSIGHTS_SECRET: ever}),
        WORKER_CLIENT: App(WORKER_CLIENT),
        GRAPH_CLIENT: App(GRAPH_CLIENT, {GRAPH_SECRET: ever}),
    }
    world.secrets = {
        "insights": VaultSecret(INSIGHTS_SECRET),
        "subscription-key": VaultSecret(SUBSCRIPTION_KEY),
        "graph": VaultSecret(GRAPH_SECRET),
    }
    world.measures = {
        "ChurnProbability": "sum",
        "NextBestAction": "first",
        "TotalSpend": "sum",
        "LastVisit": "max",
    }
    return world


def customer(number: int, account: str) -> CloudCustomer:
    """Somebody with a value of each measure, by number."""
    key = f"cccccccc-0000-4000-8000-{number:012d}"
    measures = {
        "ChurnProbability": round((number * 37 % 100) / 100, 2),
        "NextBestAction": ("Call", "Send catalogue", "Invite to event")[number % 3],
        "TotalSpend": float(number * 13 % 5000),
        "LastVisit": f"2026-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
    }
    activity = {
        "ActivityId": f"activity-{number}",
        "ActivityType": "WebVisit",
        "ActivityTypeDisplay": "Web visit",
        "Timestamp": "2026-11-20T10:30:00Z",
        "Title": "Looked at bags",
        "Description": "Three pages, two minutes",
    }
    return CloudCustomer(key, account, measures, [activity], number % 101)
