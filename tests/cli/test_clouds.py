"""`vault` and `insights` at the command line, against the cloud double."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Shop
from tests.support.cloud.faults import Fault, Way
from tests.support.cloud.mailboxes import DEMO_GROUP, demo_mailboxes
from tests.support.cloud.server import Cloud
from tests.support.cloud.world import (
    ALTERNATE_KEY,
    ENVIRONMENT,
    GRAPH_CLIENT,
    INSIGHTS_CLIENT,
    SECRETS,
    VAULT_CLIENT,
    VAULT_KEY,
    customer,
)
from tests.support.cloud_fixtures import MemoryStore

HERE = ("--legal-entity", "USMF")


@pytest.fixture
def vault(shop: Shop, cloud: Cloud, memory_store: MemoryStore, monkeypatch: pytest.MonkeyPatch) -> Cloud:
    """A shop that knows its vault and two secrets."""
    for key, value in cloud.parameters().items():
        assert shop.call("settings", "set", key, value, *HERE).code == 0
    monkeypatch.setenv("CLIENTELING_VAULT_KEY", VAULT_KEY)
    url = f"https://shop.vault.localhost:{cloud.port}"
    done = shop.call("vault", "set", "--url", url, "--client", VAULT_CLIENT, *HERE)
    assert done.code == 0, done.err
    assert list(memory_store.kept.values()) == [VAULT_KEY]
    for name in ("insights", "subscription-key"):
        assert shop.call("vault", "secret", "add", name, f"vault://shop/{name}", *HERE).code == 0
    return cloud


@pytest.fixture
def insights(shop: Shop, vault: Cloud) -> Cloud:
    """The same, with the parameters of Customer Insights entered."""
    chosen = ["--application", INSIGHTS_CLIENT, "--secret", "insights", "--environment", ENVIRONMENT]
    chosen += ["--alternate-id", ALTERNATE_KEY, "--measure", "ChurnProbability", "--measure", "NextBestAction"]
    done = shop.call("insights", "set", *chosen, *HERE)
    assert done.code == 0, done.err
    return vault


def test_secrets_that_can_be_read_are_valid(shop: Shop, vault: Cloud) -> None:
    done = shop.call("vault", "validate", *HERE)
    assert (done.code, done.out) == (0, "insights: valid.\nsubscription-key: valid.\n")


def test_one_that_cannot_be_read_is_said_and_the_exit_code_is_1(shop: Shop, vault: Cloud) -> None:
    vault.world.secrets["insights"].enabled = False
    done = shop.call("vault", "validate", "insights", *HERE, "--json")
    assert done.code == 1
    assert done.error["error"] == "secret_disabled"
    assert "is disabled in the key vault" in done.error["message"]
    said = shop.call("vault", "status", *HERE).out
    assert done.error["message"] in said


def test_the_chain_is_tried_and_values_are_pulled(shop: Shop, insights: Cloud) -> None:
    for number in range(1, 20):
        account = f"C-{number:04}"
        insights.world.customers[account] = customer(number, account)
    on = shop.call("insights", "enable", *HERE)
    assert on.code == 0, on.err
    assert "Customer Insights is on for USMF." in on.out
    pulled = shop.call("insights", "pull", *HERE, "--json")
    assert pulled.code == 0, pulled.err
    assert (pulled.document["done"], pulled.document["unknown"]) == (25, 6)
    book = shop.call("book", "list", "--as", "001", "--json")
    assert "Send catalogue" in book.out
    listed = shop.call("insights", "measures", *HERE)
    assert "ChurnProbability" in listed.out
    assert shop.call("insights", "disable", *HERE).code == 0
    assert shop.call("insights", "pull", *HERE).code == 1


def test_a_chain_that_does_not_hold_says_where_and_stays_off(shop: Shop, insights: Cloud) -> None:
    insights.faults.put("insights", Fault(Way.PORTAL))
    done = shop.call("insights", "enable", *HERE)
    assert done.code == 1
    assert "FAILED" in done.out
    assert "Customer Insights is off for USMF." in done.out
    assert "a web page answered" in done.err
    assert "captive_portal" in shop.call("insights", "status", *HERE, "--json").out


def test_no_secret_is_said_or_stored(shop: Shop, insights: Cloud) -> None:
    said = [shop.call(*command, *HERE) for command in (["vault", "status"], ["insights", "enable"])]
    told = "".join(done.out + done.err for done in said) + shop.call("audit").out
    kept = b"".join(file.read_bytes() for file in shop.home.rglob("*") if file.is_file())
    assert not [secret for secret in SECRETS if secret in told or secret.encode() in kept]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["vault", "set", "--url", "http://x", "--client", "b"], "invalid"),
        (["vault", "secret", "add", "x", "vault://evil.com/x"], "malformed_reference"),
        (["vault", "secret", "remove", "unknown"], "not_found"),
        (["vault", "validate", "unknown"], "not_found"),
        (["insights", "set", "--secret", "unknown"], "not_found"),
        (["insights", "enable"], "incomplete"),
        (["insights", "pull"], "incomplete"),
    ],
)
def test_what_is_wrong_is_named(
    shop: Shop, memory_store: MemoryStore, monkeypatch: pytest.MonkeyPatch, arguments: list[str], error: str
) -> None:
    monkeypatch.setenv("CLIENTELING_VAULT_KEY", VAULT_KEY)
    done = shop.call(*arguments, *HERE, "--json")
    assert done.code == 1
    assert error in done.error["error"] or error == "invalid"


def test_an_associate_may_not(shop: Shop, vault: Cloud, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIENTELING_PASSWORD", "correct horse 1")
    done = shop.call("vault", "validate", "insights", "--as", "001", "--json")
    assert (done.code, done.error["error"]) == (1, "not_allowed")


def test_mailboxes_of_a_group_are_read(shop: Shop, vault: Cloud, tmp_path: Path) -> None:
    assert shop.call("vault", "secret", "add", "graph", "vault://shop/graph", *HERE).code == 0
    now = datetime.now(UTC)
    vault.world.mailboxes = demo_mailboxes(now)
    vault.world.groups = {DEMO_GROUP: list(vault.world.mailboxes)}
    shop.execute("UPDATE customer_email SET address = 'anna.berzina@example.org' WHERE customer_id % 9 = 4")
    answers = tmp_path / "answers.toml"
    answers.write_text(
        f'name = "Office"\nsource = "graph"\naddresses = ["{DEMO_GROUP}"]\nmatch = "address"\nagree = true\n'
        'legal_entity = "USMF"\n'
    )
    done = shop.call("engagement", "set", str(answers))
    assert (done.code, "3 mailboxes" in done.out) == (0, True), done.err
    asked = shop.call("engagement", "consent", "ask")
    assert f"/adminconsent?client_id={GRAPH_CLIENT}" in asked.out
    assert "Exchange Online" in shop.call("engagement", "check", *HERE).out
    assert "first run is due" in shop.call("engagement", "consent", "grant").out
    done = shop.call("engagement", "run", "--now", (now + timedelta(hours=7)).isoformat(), "--json")
    assert done.code == 0, done.err
    done = shop.call("engagement", "table", "--level", "year", "--json")
    rows = done.document["rows"]
    assert isinstance(rows, list)
    assert rows[0]["NoOfEmails_ToAccount"] == 14
