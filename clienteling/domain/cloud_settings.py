"""Where the clouds are and how to speak with them. The defaults are those of the public cloud.

CloudSettings.of(company.parameters(transaction, legal_entity_id))

Sovereign clouds and the double of the tests are nothing but other values.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from clienteling.domain.parameters import (
    CLOUD_AUTHORITY,
    CLOUD_CA_BUNDLE,
    CLOUD_CALLS,
    CLOUD_CONNECT_SECONDS,
    CLOUD_PROXY,
    CLOUD_READ_SECONDS,
    DATAVERSE_URL,
    ENTRA_TENANT,
    ENTRA_WORKER_CLIENT,
    GRAPH_APPLICATION,
    GRAPH_SCOPE,
    GRAPH_SECRET,
    GRAPH_URL,
    INSIGHTS_SCOPE,
    INSIGHTS_SOURCE,
    INSIGHTS_SUBSCRIPTION_KEY,
    INSIGHTS_URL,
    VAULT_SUFFIX,
)


@dataclass(frozen=True, slots=True)
class CloudSettings:
    """Hosts, authority, scopes, time limits. `longest_wait` is how long a Retry-After may be that is waited for."""

    authority: str = CLOUD_AUTHORITY.default
    tenant: str = ""
    worker_client: str = ""
    vault_suffix: str = VAULT_SUFFIX.default
    insights_url: str = INSIGHTS_URL.default
    insights_scope: str = INSIGHTS_SCOPE.default
    insights_source: str = INSIGHTS_SOURCE.default
    subscription_key: str = ""
    dataverse_url: str = ""
    graph_url: str = GRAPH_URL.default
    graph_scope: str = GRAPH_SCOPE.default
    graph_application: str = ""
    graph_secret: str = ""
    connect_seconds: float = CLOUD_CONNECT_SECONDS.default
    read_seconds: float = CLOUD_READ_SECONDS.default
    calls_at_once: int = CLOUD_CALLS.default
    proxy: bool = CLOUD_PROXY.default
    ca_bundle: str = ""
    retries: int = 3
    retry_pause: float = 0.8
    longest_wait: float = 120.0

    @staticmethod
    def of(given: Mapping[str, str]) -> "CloudSettings":
        """The settings among the stored parameters."""
        return CloudSettings(
            authority=CLOUD_AUTHORITY.of(given).rstrip("/"),
            tenant=ENTRA_TENANT.of(given),
            worker_client=ENTRA_WORKER_CLIENT.of(given),
            vault_suffix=VAULT_SUFFIX.of(given),
            insights_url=INSIGHTS_URL.of(given).rstrip("/"),
            insights_scope=INSIGHTS_SCOPE.of(given),
            insights_source=INSIGHTS_SOURCE.of(given),
            subscription_key=INSIGHTS_SUBSCRIPTION_KEY.of(given),
            dataverse_url=DATAVERSE_URL.of(given).rstrip("/"),
            graph_url=GRAPH_URL.of(given).rstrip("/"),
            graph_scope=GRAPH_SCOPE.of(given),
            graph_application=GRAPH_APPLICATION.of(given),
            graph_secret=GRAPH_SECRET.of(given),
            connect_seconds=CLOUD_CONNECT_SECONDS.of(given),
            read_seconds=CLOUD_READ_SECONDS.of(given),
            calls_at_once=CLOUD_CALLS.of(given),
            proxy=CLOUD_PROXY.of(given),
            ca_bundle=CLOUD_CA_BUNDLE.of(given),
        )

    @property
    def verify(self) -> str | bool:
        """What requests takes for its `verify`."""
        return self.ca_bundle or True


def host_of(url: str) -> str:
    """The host of an address, for messages."""
    return urlsplit(url).hostname or url
