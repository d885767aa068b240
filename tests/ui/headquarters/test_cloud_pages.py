"""Key Vault and Customer Insights at headquarters, before the double of the clouds."""

from datetime import timedelta

from PySide6.QtGui import QGuiApplication

from clienteling.domain.cloud_state import Step
from clienteling.domain.parameters import INSIGHTS_HOURS
from clienteling.ui.headquarters.clouds.chain_view import How
from clienteling.ui.headquarters.clouds.diagnostics_page import DiagnosticsPage
from clienteling.ui.headquarters.clouds.entra_page import EntraPage
from clienteling.ui.headquarters.clouds.insights_page import InsightsPage
from clienteling.ui.headquarters.clouds.key_vault_page import KeyVaultPage
from tests.support.cloud.world import (
    ALTERNATE_KEY,
    ENVIRONMENT,
    INSIGHTS_CLIENT,
    SECRETS,
    VAULT_CLIENT,
    VAULT_KEY,
    WORKER_CLIENT,
)
from tests.support.cloud_fixtures import MemoryStore
from tests.support.linked import Linked
from tests.ui.headquarters.conftest import Office


def key_vault(office: Office) -> KeyVaultPage:
    return office.go(KeyVaultPage, "key_vault")


def customer_insights(office: Office) -> InsightsPage:
    return office.go(InsightsPage, "insights")


def settle(linked: Linked) -> None:
    """Where the clouds are, as an administrator has set it at the command line."""
    for key, value in linked.cloud.parameters().items():
        linked.set(key, value)


def enter_vault(page: KeyVaultPage, linked: Linked, key: str = VAULT_KEY) -> None:
    page.form.put("url", f"https://shop.vault.localhost:{linked.cloud.port}")
    page.form.put("client", VAULT_CLIENT)
    page.form.control("secret_key").labelled.edit.setText(key)  # type: ignore[attr-defined]
    page.save()


def add_secret(page: KeyVaultPage, name: str, reference: str) -> None:
    for field, text in (("name", name), ("reference", reference)):
        page.secret.form.put(field, text)
    page.secret.save_button.click()


def test_the_secret_key_goes_to_the_credential_store_and_a_secret_is_validated(
    office: Office, linked: Linked, memory_store: MemoryStore
) -> None:
    settle(linked)
    page = key_vault(office)
    enter_vault(page, linked)
    assert VAULT_KEY in memory_store.kept.values()
    assert page.form.values()["secret_key"] == ""
    add_secret(page, "insights", linked.cloud.reference("insights"))
    page.secrets.select(page.secrets.rows[0])
    page.secret.validate_button.click()
    assert "can be read" in page.outcome.accessibleName()
    assert not page.save_button.isEnabled()


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(office: Office, linked: Linked) -> None:
    settle(linked)
    page = key_vault(office)
    page.form.put("url", "shop")
    page.form.put("client", VAULT_CLIENT)
    page.save()
    assert page.form.errors().keys() == {"url"}
    assert page.form.values()["url"] == "shop"
    add_secret(page, "insights", "not a reference")
    assert page.secret.form.errors().keys() == {"reference"}
    assert page.secret.form.values()["reference"] == "not a reference"


def test_validate_says_in_its_own_words_what_stands_in_the_way(office: Office, linked: Linked) -> None:
    settle(linked)
    page = key_vault(office)
    enter_vault(page, linked, "not the key")
    add_secret(page, "insights", linked.cloud.reference("insights"))
    page.validate(("insights",))
    assert page.outcome.accessibleName() == "Wrong secret key"
    assert "Enter its value, not its ID" in page.outcome.accessibleDescription()


def test_the_whole_way_from_parameters_to_a_pull(office: Office, linked: Linked) -> None:
    linked.enter_vault()
    linked.know(1, 20)
    page = customer_insights(office)
    page.form.put("application_id", INSIGHTS_CLIENT)
    page.form.put("secret", "insights")
    page.save()
    page.form.put("environment", ENVIRONMENT)
    page.save()
    page.form.put("alternate_id", ALTERNATE_KEY)
    page.form.put("measure_1", "ChurnProbability")
    page.enable.click()
    assert page.enable.isChecked(), page.enabled.text()
    steps = [row.how for step, row in page.chain.rows.items() if step is not Step.SUBSCRIPTION_KEY]
    assert set(steps) == {How.DONE}
    page.pull.pull.click()
    state = linked.clouds.pull.state(linked.entity)
    assert state is not None
    assert state.finished is not None
    assert page.pull.pull.isVisible()
    assert not page.pull.cancel.isVisible()
    assert office.till.errors == []


def test_a_pull_is_cancelled_on_the_page_and_the_next_one_goes_on(office: Office, linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    page = customer_insights(office)
    asked: list[bool] = []

    def cancel() -> None:
        """As soon as the first values are asked for."""
        if not asked:
            asked.append(page.pull.cancel.isVisibleTo(page))
            page.pull.cancel.click()

    page._news.pulled.connect(cancel)
    page.pull.pull.click()
    assert asked == [True]
    assert "not finished" in page.pull.last.text()
    assert page.pull.error.isHidden()
    assert page.pull.cancel.isHidden()
    assert office.till.errors == []
    page.pull.pull.click()
    assert "25 customers asked for" in page.pull.last.text()


def test_a_step_that_fails_returns_it_to_no_and_says_why(office: Office, linked: Linked) -> None:
    linked.enter_vault()
    linked.enter_insights()
    linked.clouds.insights.set_parameters(None, linked.entity, alternate_id="Nothing_Such")
    page = customer_insights(office)
    page.enable.click()
    assert not page.enable.isChecked()
    assert page.chain.rows[Step.ENVIRONMENT].how is How.DONE
    assert page.chain.rows[Step.ALTERNATE_ID].how is How.FAILED
    assert page.chain.rows[Step.ALTERNATE_ID].note.text()
    assert "check failed" in page.enabled.text()


def test_the_schedule_is_chosen_on_the_page(office: Office, linked: Linked) -> None:
    page = customer_insights(office)
    page.pull.when.changed.emit(4)
    assert INSIGHTS_HOURS.of(linked.program.services.parameters.given(linked.entity)) == 4
    assert not page.pull.pull.isEnabled()


def test_diagnostics_are_copied_without_secrets_and_names(office: Office, linked: Linked) -> None:
    linked.enable()
    linked.clouds.key_vaults.validate(None, linked.entity, "insights")
    page = office.go(DiagnosticsPage, "cloud_diagnostics")
    assert {state.step for state in page.links.rows} >= {Step.CREDENTIAL_STORE, Step.SECRET, "secret insights"}
    page.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert f"{Step.SECRET}, ok" in copied
    assert not any(secret in copied for secret in (*SECRETS, "shop.vault", INSIGHTS_CLIENT))


def test_without_any_link_the_page_says_what_to_do(office: Office) -> None:
    page = office.go(DiagnosticsPage, "cloud_diagnostics")
    assert not page.copy_button.isEnabled()
    page.links.state.primary.emit()
    assert office.workspace.key == "key_vault"


def test_days_left_show_with_each_secret(office: Office, linked: Linked) -> None:
    linked.enter_vault()
    ends = linked.program.clock() + timedelta(days=12, hours=1)
    linked.cloud.world.secrets["insights"].expires = int(ends.timestamp())
    page = key_vault(office)
    page.validate(("insights",))
    entry = next(entry for entry in page.secrets.rows if entry.name == "insights")
    spoken = page.secrets.rows_model.columns[1].spoken(entry)
    assert "12" in spoken


def test_what_workers_sign_in_by_is_entered_whole_or_not_at_all(office: Office, linked: Linked) -> None:
    page = office.go(EntraPage, "entra")
    assert "passwords and badges only" in page.banner.accessibleName()
    page.form.put("tenant", "contoso.example")
    page.form.put("client", "not an ID!")
    page.save_button.click()
    assert page.form.errors().keys() == {"client"}
    assert page.form.values()["tenant"] == "contoso.example"
    register = linked.program.company.registers["S01"]
    accounts = linked.program.services.company_accounts
    page.form.put("client", WORKER_CLIENT)
    assert not accounts.is_offered(register)
    page.save_button.click()
    assert accounts.is_offered(register)
    assert "offer the company account" in page.banner.accessibleName()
