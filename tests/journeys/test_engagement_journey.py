"""Account engagement from the wizard to the filter, with mailboxes of the double: consent, six hours, run, results."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from clienteling import app
from clienteling.services.demo.company import PASSWORD
from clienteling.settings import Settings
from tests.journeys.conftest import Start, Till
from tests.journeys.test_sessions_journey import sign_in
from tests.support.cloud.mailboxes import DEMO_COLLEAGUES, DEMO_CUSTOMERS, DEMO_GROUP, DEMO_STALE
from tests.support.cloud.server import Cloud
from tests.support.cloud_fixtures import MemoryStore
from tests.support.driver import Person
from tests.support.linked import Linked

IOANA, GIULIA = "Ioana Țăran", "Giulia D’Amico"
ENRICHED = len(DEMO_CUSTOMERS) + len(DEMO_STALE)


@pytest.fixture
def mailboxes(demo: Path, cloud: Cloud, memory_store: MemoryStore) -> Cloud:
    """The company is linked with the tenant, whose mailboxes have a year up to now."""
    services = app.open_services(Settings(home=demo))
    for entity in services.parameters.legal_entities():
        program: Any = SimpleNamespace(services=services)
        Linked(program, cloud, entity).enter_graph(datetime.now(UTC))
    services.close()
    return cloud


def test_from_the_wizard_to_stale_accounts_in_the_store_s_books(
    start: Start, demo: Path, mailboxes: Cloud, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    till = start(demo)
    me = till.person
    sign_in(me, IOANA)
    open_page(me)
    me.click("Enrich my data")
    me.wait_for("The tenant’s administrator has agreed: there")
    assert me.nameless() == me.unreachable() == []
    me.click("Next: Specify email addresses")
    me.wait(lambda: me.focus.startswith("Group, person or address"), "the field for addresses")
    me.write(DEMO_GROUP)
    me.press("Return")
    me.wait_for(f"{len(DEMO_COLLEAGUES)} found")
    me.click("I agree")
    me.click("Next: Required data")
    me.wait_for("have an e-mail address")
    me.click("Next: Attribute mapping")
    me.click("By address")
    me.click("Next: Review and run")
    me.click("I am an administrator of the tenant, and I agree")
    me.click("Save")
    me.wait_for("is saved")
    me.wait_for("Number of enriched customers")
    assert me.nameless() == me.unreachable() == []
    me.click("Run")
    me.wait_for("The first run begins six hours after consent.")
    six_hours_later(till, me)
    me.click("Run")
    me.wait_for(f"{ENRICHED} customers, ")
    assert me.sees("Successful")
    share_stale_accounts(me)
    filter_the_books(me)
    see_the_score(me)
    nobody_is_named(demo, mailboxes, [*me.texts(), *(record.getMessage() for record in caplog.records)])


def open_page(me: Person) -> None:
    me.click("HQ", within="Pages")
    me.click_row("Pages of headquarters", "Engagement")
    me.wait_for("Account engagement")


def six_hours_later(till: Till, me: Person) -> None:
    till.clock.ahead += timedelta(hours=6, minutes=1)
    # Nobody was here for as long: the till has locked itself.
    me.wait_for("Till is locked")
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for("Number of enriched customers")


def share_stale_accounts(me: Person) -> None:
    me.click("Create segment")
    me.wait_for("Stale accounts")
    me.tab_to("Share with the store")
    me.press("Return")
    me.wait_for("Shared")
    me.press("Escape")
    me.wait(lambda: not me.sees("Create segment") or not me.sees("Filter by other columns"), "the dialog to close")


def filter_the_books(me: Person) -> None:
    me.click("Store books", within="Pages")
    me.wait_for("Stale accounts")
    me.click("Stale accounts")
    me.wait_for(f"{len(DEMO_STALE)} of ")


def see_the_score(me: Person) -> None:
    me.click("Home", within="Pages")  # where no card says her name before the search has found her
    me.wait(lambda: not me.sees(GIULIA), "the welcome page")
    me.press("Ctrl+K")
    me.write("Giulia Amico")
    me.wait_for(GIULIA)
    me.press("Return")
    me.wait_for("Add a title")
    me.tab_to("Back")
    me.press("Tab", "Right", "Right", "Right")
    me.wait_for("Engagement score")
    me.wait_for("How recent")
    me.wait_for("E-mails per month")


def nobody_is_named(home: Path, cloud: Cloud, said: list[str]) -> None:
    """Addresses, subjects and persons of mailboxes stand in no table, export, log or report."""
    secrets = [DEMO_COLLEAGUES[0], DEMO_CUSTOMERS[0][0], "@mail.example"]
    for secret in secrets:
        assert not [text for text in said if secret in text]
    for file in written(home / "engagement"):
        for secret in secrets:
            assert secret.encode() not in file.read_bytes(), file
    for file in written(home / "logs"):
        assert b"@" not in file.read_bytes(), file


def written(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file())
