"""The services of the clouds, built once."""

from dataclasses import dataclass

from clienteling.credentials import Credentials
from clienteling.services.cloud.connections import Connections
from clienteling.services.cloud.insights import Insights
from clienteling.services.cloud.key_vaults import KeyVaults
from clienteling.services.cloud.pull import InsightsPull
from clienteling.services.operations import Operations


@dataclass(frozen=True, slots=True)
class Clouds:
    """What pages and commands of the clouds work with. `pull` takes long, all of it waits for others."""

    connections: Connections
    key_vaults: KeyVaults
    insights: Insights
    pull: InsightsPull


def build_clouds(operations: Operations) -> Clouds:
    connections = Connections(operations, Credentials())
    return Clouds(connections, KeyVaults(connections), Insights(connections), InsightsPull(connections))
