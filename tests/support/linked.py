"""A company that is linked with the cloud double: what an administrator has entered, and what a test changes."""

from dataclasses import dataclass
from datetime import datetime

from clienteling.domain.company import LegalEntity
from clienteling.services.cloud.services import Clouds
from tests.support.cloud.mailboxes import DEMO_GROUP, demo_mailboxes
from tests.support.cloud.server import Cloud
from tests.support.cloud.world import (
    ALTERNATE_KEY,
    ENVIRONMENT,
    INSIGHTS_CLIENT,
    VAULT_CLIENT,
    VAULT_KEY,
    customer,
)
from tests.support.program import Program

MEASURES = ("ChurnProbability", "NextBestAction", "TotalSpend")


@dataclass(frozen=True, slots=True)
class Linked:
    """The program, the double, and the legal entity that is linked."""

    program: Program
    cloud: Cloud
    entity: LegalEntity

    @property
    def clouds(self) -> Clouds:
        return self.program.services.clouds

    def set(self, key: str, value: str) -> None:
        self.program.services.parameters.set(None, self.entity, key, value)

    def enter_vault(self) -> None:
        """Where the clouds are, the vault with its key, and the two secrets."""
        for key, value in self.cloud.parameters().items():
            self.set(key, value)
        url = f"https://shop.vault.localhost:{self.cloud.port}"
        self.clouds.key_vaults.set_parameters(None, self.entity, url, VAULT_CLIENT, VAULT_KEY)
        for name in ("insights", "subscription-key"):
            self.clouds.key_vaults.save_secret(None, self.entity, name, self.cloud.reference(name))

    def enter_graph(self, now: datetime) -> None:
        """The vault, the secret of the application that reads mailboxes, and mailboxes up to a moment."""
        self.enter_vault()
        self.clouds.key_vaults.save_secret(None, self.entity, "graph", self.cloud.reference("graph"))
        self.cloud.world.mailboxes = demo_mailboxes(now)
        self.cloud.world.groups = {DEMO_GROUP: list(self.cloud.world.mailboxes)}

    def enter_insights(self) -> None:
        self.clouds.insights.set_parameters(
            None,
            self.entity,
            application_id=INSIGHTS_CLIENT,
            secret="insights",
            environments=[ENVIRONMENT],
            alternate_id=ALTERNATE_KEY,
            measures=MEASURES,
        )

    def enable(self) -> None:
        self.enter_vault()
        self.enter_insights()
        self.clouds.insights.enable(None, self.entity)

    def know(self, first: int, last: int) -> None:
        """Let the service know customers by number."""
        for number in range(first, last + 1):
            account = f"C-{number:04}"
            self.cloud.world.customers[account] = customer(number, account)
