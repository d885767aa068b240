"""From entering a worker's company account to signing in with it, before the double of Microsoft Entra ID."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from clienteling import app
from clienteling.services.demo.company import PASSWORD
from clienteling.settings import Settings
from tests.journeys.conftest import Start
from tests.support.cloud.browser import browser
from tests.support.cloud.faults import Fault, Way
from tests.support.cloud.server import Cloud
from tests.support.cloud.world import TENANT
from tests.support.cloud_fixtures import MemoryStore
from tests.support.driver import Person

OID = "99999999-0000-4000-8000-000000000001"
WITH_ACCOUNT = "Sign in with company account"
NOT_FOR_ASSOCIATES = "Manager"
MAIJA, IOANA = "Maija Krūmiņa", "Ioana Țăran"


class Browser(QObject):
    """The browser of the system, as Qt opens it. Without a `robot` it stays open and nobody signs in."""

    def __init__(self, cloud: Cloud) -> None:
        super().__init__()
        self.cloud = cloud
        self.robot = True
        QDesktopServices.setUrlHandler("https", self, "go")  # type: ignore[arg-type]

    @Slot(QUrl)
    def go(self, address: QUrl) -> None:
        if self.robot:
            browser(self.cloud)(bytes(address.toEncoded().data()).decode())


@pytest.fixture
def in_browser(cloud: Cloud) -> Iterator[Browser]:
    opened = Browser(cloud)
    yield opened
    QDesktopServices.unsetUrlHandler("https")


def test_a_company_account_signs_in_its_role_counts_and_without_a_network_the_password_does(
    start: Start, demo: Path, cloud: Cloud, memory_store: MemoryStore, in_browser: Browser
) -> None:
    say_where_the_clouds_are(demo, cloud)
    cloud.world.user.roles = ("Clienteling.Manager",)
    me = start(demo).person

    # A stranger is told what an administrator needs.
    me.click(WITH_ACCOUNT)
    me.wait_for(f"object ID {OID}, tenant ID {TENANT}")
    kept = demo / "accounts"
    assert list(kept.glob("*")) == []

    sign_in(me, IOANA)
    enter_the_account(me)
    map_the_role(me)
    sign_out(me, IOANA)

    # An associate is a manager while the role says so.
    me.click(WITH_ACCOUNT)
    me.wait_for(", Maija")
    assert me.offers(NOT_FOR_ASSOCIATES, within="Pages")
    assert len(list(kept.glob("*"))) == 1
    me.press("Ctrl+L")
    me.click("Unlock with company account")
    me.wait_for(", Maija")
    sign_out(me, MAIJA)
    assert list(kept.glob("*")) == []

    by_code_until_it_is_revoked(me, cloud)
    assert list(kept.glob("*")) == []

    # Nobody comes back from the browser: it can be cancelled; and the network may be gone.
    in_browser.robot = False
    me.click(WITH_ACCOUNT)
    me.wait_for("Your browser is open")
    me.click("Cancel")
    me.wait_for("Nobody is signed in. Your password works, too.")
    cloud.faults.put("entra", Fault(Way.SLOW))
    me.click(WITH_ACCOUNT)
    me.wait_for("did not answer in time")
    sign_in(me, MAIJA)
    assert not me.offers(NOT_FOR_ASSOCIATES, within="Pages")


def say_where_the_clouds_are(home: Path, cloud: Cloud) -> None:
    services = app.open_services(Settings(home=home))
    for entity in services.parameters.legal_entities():
        for key, value in {**cloud.parameters(), "cloud-read-seconds": "1"}.items():
            services.parameters.set(None, entity, key, value)
    services.close()


def sign_in(me: Person, name: str) -> None:
    me.click(name)
    me.wait(lambda: me.focus.startswith("Password for"), "the question for the password")
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for(f", {name.split(maxsplit=1)[0]}")


def by_code_until_it_is_revoked(me: Person, cloud: Cloud) -> None:
    """With a code on another device; whoever is revoked meanwhile has to sign in again."""
    me.click("With a code on another device")
    me.wait_for(", Maija")
    cloud.world.refresh_tokens.clear()
    me.press("Ctrl+L")
    me.wait_for("Till is locked")
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for("Your company account has ended the session")


def sign_out(me: Person, name: str) -> None:
    me.click(name, within="Pages")
    me.choose("Sign out")
    me.wait_for("Who is signing in?")


def enter_the_account(me: Person) -> None:
    me.click("HQ", within="Pages")
    me.click_row("Pages of headquarters", "Workers")
    me.click_row("Workers", MAIJA)
    me.fill("Object ID", OID)
    me.fill("Tenant ID", TENANT)
    me.click("Save")


def map_the_role(me: Person) -> None:
    me.click_row("Pages of headquarters", "Account roles")
    me.click("Add role")
    me.fill("Role", "Clienteling.Manager")
    me.click("Permission group")
    me.choose("Manager (manager)")
    me.click("Save")
