"""Key Vault parameters, the list of secrets, validation, and expiry."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from clienteling.domain.errors import Invalid, NotAllowed, NotFound, Problem
from clienteling.domain.follow_up import DEFAULT_RULES, Cause
from clienteling.services.cloud.key_vaults import secret_step
from tests.support.cloud.faults import Fault, Way
from tests.support.cloud.world import SECRETS, VAULT_CLIENT, VAULT_KEY
from tests.support.cloud_fixtures import MemoryStore
from tests.support.linked import Linked


def everything(linked: Linked) -> bytes:
    """All that is stored in the database."""
    linked.program.database.engine.dispose()
    return Path(linked.program.database.place).read_bytes()


def test_a_secret_that_can_be_read_is_valid(linked: Linked) -> None:
    linked.enter_vault()
    ends = datetime.now(UTC).replace(microsecond=0) + timedelta(days=400)
    linked.cloud.world.secrets["insights"].expires = int(ends.timestamp())
    entry = linked.clouds.key_vaults.validate(None, linked.entity, "insights")
    assert (entry.reference, entry.expires) == ("vault://shop/insights", ends)
    state = linked.clouds.key_vaults.states(None, linked.entity)[secret_step("insights")]
    assert state.problem is None


def test_no_secret_is_in_the_database(linked: Linked, memory_store: MemoryStore) -> None:
    linked.enable()
    assert VAULT_KEY in memory_store.kept.values()
    stored = everything(linked)
    assert b"vault://shop/insights" in stored
    assert not [secret for secret in SECRETS if secret.encode() in stored]


def test_what_failed_is_remembered_until_it_works_again(linked: Linked) -> None:
    linked.enter_vault()
    linked.cloud.world.secrets["insights"].enabled = False
    vaults = linked.clouds.key_vaults
    with pytest.raises(Problem) as caught:
        vaults.validate(None, linked.entity, "insights")
    state = vaults.states(None, linked.entity)[secret_step("insights")]
    assert state.problem is not None
    assert (state.problem.code, state.problem.message) == ("secret_disabled", caught.value.message)
    assert state.correlation_id
    linked.cloud.world.secrets["insights"].enabled = True
    linked.program.clock.advance(timedelta(minutes=1))  # type: ignore[attr-defined]
    vaults.validate(None, linked.entity, "insights")
    assert vaults.states(None, linked.entity)[secret_step("insights")].problem is None


def test_validation_asks_the_vault_each_time(linked: Linked) -> None:
    linked.enter_vault()
    linked.clouds.key_vaults.validate(None, linked.entity, "insights")
    linked.cloud.faults.put("vault", Fault(Way.PORTAL))
    with pytest.raises(Problem) as caught:
        linked.clouds.key_vaults.validate(None, linked.entity, "insights")
    assert caught.value.code == "captive_portal"


def test_without_a_credential_store_nothing_is_entered(linked: Linked, memory_store: MemoryStore) -> None:
    linked.enter_vault()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    before = linked.clouds.key_vaults.parameters(None, linked.entity)
    url = f"https://other.vault.localhost:{linked.cloud.port}"
    with pytest.raises(Problem) as caught:
        linked.clouds.key_vaults.set_parameters(None, linked.entity, url, VAULT_CLIENT, "another")
    assert caught.value.code == "no_credential_store"
    assert linked.clouds.key_vaults.parameters(None, linked.entity) == before
    with pytest.raises(Problem) as caught:
        linked.clouds.key_vaults.validate(None, linked.entity, "insights")
    assert caught.value.code == "no_credential_store"


def test_bad_input_names_its_field(linked: Linked) -> None:
    linked.enter_vault()
    vaults, entity = linked.clouds.key_vaults, linked.entity
    url = f"https://shop.vault.localhost:{linked.cloud.port}"
    for field, act in {
        "url": lambda: vaults.set_parameters(None, entity, "http://shop.example", VAULT_CLIENT),
        "client": lambda: vaults.set_parameters(None, entity, url, " "),
        "secret-key": lambda: vaults.set_parameters(None, entity, url, VAULT_CLIENT, " "),
        "reference": lambda: vaults.save_secret(None, entity, "x", "vault://evil.com/x"),
        "name": lambda: vaults.save_secret(None, entity, " ", "vault://shop/x"),
    }.items():
        with pytest.raises(Invalid) as caught:
            act()  # type: ignore[no-untyped-call]
        assert caught.value.field == field
    with pytest.raises(NotFound):
        vaults.validate(None, entity, "unknown")


def test_secrets_that_expire_soon_are_told_with_their_days(linked: Linked) -> None:
    linked.enter_vault()
    now = linked.program.clock()
    vaults = linked.clouds.key_vaults
    secret = linked.cloud.world.secrets["insights"]
    for days, left in ((40, None), (12, 12)):
        secret.expires = int((now + timedelta(days=days, hours=1)).timestamp())
        vaults.validate(None, linked.entity, "insights")
        found = {one.name: one.days_left for one in vaults.expiring(linked.entity)}
        assert found.get("insights") == left
    linked.program.clock.advance(timedelta(days=20))  # type: ignore[attr-defined]
    assert vaults.expiring(linked.entity)[0].days_left < 0


def test_a_secret_that_has_expired_when_it_is_first_asked_for_is_told_too(linked: Linked) -> None:
    linked.enter_vault()
    ended = linked.program.clock() - timedelta(days=1, hours=1)
    linked.cloud.world.secrets["insights"].expires = int(ended.timestamp())
    services, vaults = linked.program.services, linked.clouds.key_vaults
    services.follow_up_rules.save(
        None, linked.entity, next(rule for rule in DEFAULT_RULES if rule.cause is Cause.SECRET)
    )
    with pytest.raises(Problem, match="expired on"):
        vaults.validate(None, linked.entity, "insights")
    assert [(one.name, one.days_left) for one in vaults.expiring(linked.entity)] == [("insights", -2)]
    services.follow_up_rules.generate(anew=True)
    told = services.follow_ups.mine(linked.program.session("009"))
    assert [(one.subject, one.cause) for one in told] == [("insights", Cause.SECRET)]


def test_workers_need_the_permission_and_their_own_company(linked: Linked) -> None:
    vaults = linked.clouds.key_vaults
    for number in ("001", "003"):
        session = linked.program.session(number)
        for act in (
            lambda s=session: vaults.parameters(s, linked.entity),
            lambda s=session: vaults.validate(s, linked.entity, "insights"),
            lambda s=session: vaults.save_secret(s, linked.entity, "x", "vault://shop/x"),
        ):
            with pytest.raises(NotAllowed):
                act()
    administrator = linked.program.session("009")
    vaults.save_secret(administrator, linked.entity, "x", "vault://shop/x")
    with pytest.raises(NotAllowed):
        vaults.save_secret(administrator, linked.program.company.entities["DEMF"], "x", "vault://shop/x")
