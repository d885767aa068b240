"""From the Key Vault parameters to measures on the cards, before the double of the clouds."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from clienteling import app
from clienteling.database import clouds
from clienteling.database.engine import Transaction
from clienteling.services.demo.company import PASSWORD
from clienteling.settings import Settings
from tests.journeys.conftest import Start
from tests.support.cloud.server import Cloud
from tests.support.cloud.world import ALTERNATE_KEY, INSIGHTS_CLIENT, SECRETS, VAULT_CLIENT, VAULT_KEY, customer
from tests.support.cloud_fixtures import MemoryStore
from tests.support.driver import Person

IOANA = "Ioana"
MEASURES = ("Churn Probability", "Next Best Action", "Total Spend")


def test_measures_come_onto_the_cards_and_no_secret_stays_anywhere(
    start: Start, demo: Path, cloud: Cloud, memory_store: MemoryStore, caplog: pytest.LogCaptureFixture
) -> None:
    know_the_customers(demo, cloud)
    me = start(demo).person
    sign_in(me)
    enter_the_vault(me, cloud)
    enable(me)
    me.click("Pull now")
    me.wait_for("Pulled: ")
    me.wait_for("customers asked for")
    see_the_measures_first(me)

    open_page(me, "Customer Insights")
    me.click("Enable Customer Insights")
    me.wait_for("No. Switched on, the whole chain is tried below.")
    see_the_measures_first(me)

    cloud.world.secrets["insights"].expires = int((datetime.now(UTC) + timedelta(days=5, hours=1)).timestamp())
    open_page(me, "Key Vault")
    me.click("Validate all")
    me.wait_for("The secret “insights” expires in 5 days.")
    said = [*me.texts(), *(record.getMessage() for record in caplog.records)]
    assert VAULT_KEY in memory_store.kept.values()
    for secret in SECRETS:
        assert not [text for text in said if secret in text]
        assert not [file for file, content in written(demo) if secret.encode() in content]
        assert secret.encode() not in Path("/proc/self/cmdline").read_bytes()
    assert not [file for file, content in written(demo) if b"never~shown" in content]


def know_the_customers(home: Path, cloud: Cloud) -> None:
    """The administrator has set at the command line where the clouds are; they know all customers of the books."""
    services = app.open_services(Settings(home=home))
    for entity in services.parameters.legal_entities():
        for key, value in cloud.parameters().items():
            services.parameters.set(None, entity, key, value)
        held = services.database.read(partial(held_accounts, entity.id))
        for number, (_, account) in enumerate(held, len(cloud.world.customers) + 1):
            cloud.world.customers[account] = customer(number, account)
    services.close()
    cloud.world.evaluated = f"{datetime.now(UTC) - timedelta(days=3, hours=1):%Y-%m-%dT%H:%M:%SZ}"


def held_accounts(legal_entity_id: int, transaction: Transaction) -> list[tuple[int, str]]:
    return clouds.held_accounts(transaction, legal_entity_id, 0, 1000)


def sign_in(me: Person) -> None:
    me.wait_for(IOANA)
    me.click(IOANA)
    me.wait(lambda: me.focus.startswith("Password for"), "the question for the password")
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for(f", {IOANA}")


def open_page(me: Person, name: str) -> None:
    me.click("HQ", within="Pages")
    me.click_row("Pages of headquarters", name)


def enter_the_vault(me: Person, cloud: Cloud) -> None:
    open_page(me, "Key Vault")
    me.wait_for("No secrets yet")
    me.fill("Key Vault URL", f"https://shop.vault.localhost:{cloud.port}")
    me.fill("Key Vault client", VAULT_CLIENT)
    me.fill("Key Vault secret key", VAULT_KEY)
    me.click("Save")
    me.wait_for("It is in the credential store of this machine.")
    for name in ("insights", "subscription-key"):
        me.fill("Name", name)
        me.fill("Reference", cloud.reference(name))
        me.click("Add")
        wait_for_row(me, "Secrets", name)
    me.click("Validate all")
    me.wait_for("2 secrets can be read.")


def wait_for_row(me: Person, table: str, words: str) -> None:
    me.wait(lambda: any(words in row for row in me.rows(table)), words)


def enable(me: Person) -> None:
    open_page(me, "Customer Insights")
    me.wait_for("Nothing was pulled yet. Enable Customer Insights first.")
    me.fill("Application ID", INSIGHTS_CLIENT)
    choose(me, "Secret name", "insights · vault://shop/insights")
    me.click("List what there is")
    me.wait_for("The service lists 1 environments")
    choose(me, "Environment instance ID", "Boutique · eeee…0001")
    choose(me, "Alternate customer ID", ALTERNATE_KEY)
    for number, measure in enumerate(MEASURES, 1):
        choose(me, f"Measure {number}", measure)
    me.click("Enable Customer Insights")
    me.wait_for("Yes. Cards show the measures before the attributes.")


def choose(me: Person, field: str, words: str) -> None:
    me.click(field)
    me.choose(words)


def see_the_measures_first(me: Person) -> None:
    me.click("Store books", within="Pages")
    me.wait(lambda: any(MEASURES[0] in row for row in me.rows("Customers")), "the measures on the cards")
    card = next(row for row in me.rows("Customers") if MEASURES[0] in row)
    places = [part.split(": ")[0] for part in card.split("; ") if ": " in part]
    labels = [label for label in places if not label.startswith("Relationship health")]
    assert tuple(labels[:3]) == MEASURES, card
    assert "3 days old" in card


def written(home: Path) -> Iterator[tuple[Path, bytes]]:
    """All files of the data folder: the database, logs, and whatever else."""
    for file in home.rglob("*"):
        if file.is_file():
            yield file, file.read_bytes()
