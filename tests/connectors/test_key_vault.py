"""Secrets of a key vault: each reason why one cannot be read has its own problem."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from clienteling.connectors.calls import Calls
from clienteling.connectors.entra import AppSignIn
from clienteling.connectors.key_vault import KeyVault
from clienteling.domain.cloud_problems import MalformedReference
from clienteling.domain.errors import Problem
from clienteling.domain.vault import Secret, reference
from tests.support.cloud.faults import Fault, Way, refused, throttled
from tests.support.cloud.server import Cloud
from tests.support.cloud.vault import forbidden
from tests.support.cloud.world import INSIGHTS_SECRET, SECRETS, VAULT_CLIENT, VAULT_KEY, App

NOW = datetime.now(UTC)


def read(cloud: Cloud, text: str = "vault://shop/insights", key: str = VAULT_KEY, **settings: object) -> Secret:
    calls = Calls(cloud.settings(**settings))
    return KeyVault(calls, AppSignIn(calls, VAULT_CLIENT, lambda: key), lambda: NOW).secret(reference(text))


def test_a_secret_is_read_with_when_it_expires(cloud: Cloud) -> None:
    ends = NOW.replace(microsecond=0) + timedelta(days=20)
    cloud.world.secrets["insights"].expires = int(ends.timestamp())
    secret = read(cloud)
    assert (secret.value, secret.expires) == (INSIGHTS_SECRET, ends)
    assert INSIGHTS_SECRET not in repr(secret)


@pytest.mark.parametrize(
    "text", ["", "insights", "vault://evil.com/x", "https://shop/x", "vault://a--b/x", "vault://shop/a_b"]
)
def test_what_is_no_reference_is_refused_before_anything_is_asked(cloud: Cloud, text: str) -> None:
    with pytest.raises(MalformedReference):
        read(cloud, text)
    assert cloud.world.calls == []


def _expired_key(cloud: Cloud) -> None:
    cloud.world.apps[VAULT_CLIENT] = App(VAULT_CLIENT, {VAULT_KEY: time.time() - 5})


def _disabled(cloud: Cloud) -> None:
    cloud.world.secrets["insights"].enabled = False


def _expired(cloud: Cloud) -> None:
    cloud.world.secrets["insights"].expires = int(NOW.timestamp()) - 100


def _not_yet(cloud: Cloud) -> None:
    cloud.world.secrets["insights"].not_before = int(NOW.timestamp()) + 100


def _fault(service: str, make: Callable[[], Fault]) -> Callable[[Cloud], None]:
    return lambda cloud: cloud.faults.put(service, make())


WRONG_ISSUER = {"error": {"code": "Unauthorized", "message": "AKV10032: Invalid issuer. Expected one of a, found b."}}
BROKEN: dict[str, tuple[Callable[[Cloud], None], str]] = {
    "wrong secret key": (lambda cloud: cloud.world.apps[VAULT_CLIENT].keys.clear(), "wrong_secret_key"),
    "expired secret key": (_expired_key, "expired_secret_key"),
    "unknown application": (lambda cloud: cloud.world.apps.clear(), "wrong_application"),
    "no permission": (lambda cloud: cloud.world.vault_readers.clear(), "no_permission"),
    "missing": (lambda cloud: cloud.world.secrets.clear(), "secret_missing"),
    "disabled": (_disabled, "secret_disabled"),
    "expired": (_expired, "secret_expired"),
    "not yet valid": (_not_yet, "secret_not_yet_valid"),
    "throttled": (_fault("vault", throttled), "throttled"),
    "throttled for long": (_fault("vault", lambda: throttled(600)), "throttled"),
    "firewall": (
        _fault("vault", lambda: Fault(answer=forbidden("ForbiddenByFirewall", ""))),
        "blocked_by_firewall",
    ),
    "another tenant's vault": (_fault("vault", lambda: refused(401, WRONG_ISSUER)), "wrong_tenant"),
    "failure of the vault": (
        _fault("vault", lambda: refused(503, {"error": {"code": "x"}})),
        "service_failed",
    ),
    "failure of Entra": (_fault("entra", lambda: refused(503, {"error": "temporarily_unavailable"})), "service_failed"),
    "slow vault": (_fault("vault", lambda: Fault(Way.SLOW)), "too_slow"),
    "trickling vault": (_fault("vault", lambda: Fault(Way.TRICKLE)), "too_slow"),
    "slow Entra": (_fault("entra", lambda: Fault(Way.SLOW)), "too_slow"),
    "cut off": (_fault("vault", lambda: Fault(Way.CUT_OFF)), "cut_off"),
    "cut off in Entra": (_fault("entra", lambda: Fault(Way.CUT_OFF)), "cut_off"),
    "malformed": (_fault("vault", lambda: Fault(Way.MALFORMED)), "malformed_answer"),
    "malformed in Entra": (_fault("entra", lambda: Fault(Way.MALFORMED)), "malformed_answer"),
    "portal": (_fault("vault", lambda: Fault(Way.PORTAL)), "captive_portal"),
    "portal before Entra": (_fault("entra", lambda: Fault(Way.PORTAL)), "captive_portal"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_each_failure_says_what_it_is(cloud: Cloud, caplog: pytest.LogCaptureFixture, name: str) -> None:
    caplog.set_level("INFO")
    breaking, code = BROKEN[name]
    breaking(cloud)
    with pytest.raises(Problem) as caught:
        read(cloud, connect_seconds=1, read_seconds=0.4)
    problem = caught.value
    assert problem.code == code
    assert "{" not in problem.message
    told = problem.message + repr(problem) + caplog.text
    assert not [secret for secret in (*SECRETS, "never~shown") if secret in told]


def test_another_tenant_is_none(cloud: Cloud) -> None:
    with pytest.raises(Problem) as caught:
        read(cloud, tenant="contoso.example")
    assert caught.value.code == "wrong_tenant"


def test_a_vault_that_does_not_exist_is_not_reachable(cloud: Cloud) -> None:
    with pytest.raises(Problem) as caught:
        read(cloud, vault_suffix="vault.invalid")
    assert caught.value.code == "service_unreachable"
    assert "shop.vault.invalid" in caught.value.message


def test_a_certificate_of_somebody_else_is_not_trusted(cloud: Cloud, monkeypatch: pytest.MonkeyPatch) -> None:
    # Not even if the environment trusts it: the settings say what is trusted.
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(cloud.ca))
    with pytest.raises(Problem) as caught:
        read(cloud, ca_bundle="")
    assert caught.value.code == "not_trusted"


def test_a_pause_that_the_vault_asks_for_is_made(cloud: Cloud) -> None:
    cloud.faults.put("vault", throttled(0.01, times=1))
    assert read(cloud).value == INSIGHTS_SECRET


def test_a_pause_can_be_stopped(cloud: Cloud) -> None:
    import threading

    cloud.faults.put("vault", throttled(60))
    calls = Calls(cloud.settings(longest_wait=100))
    vault = KeyVault(calls, AppSignIn(calls, VAULT_CLIENT, lambda: VAULT_KEY), lambda: NOW)
    threading.Timer(0.3, calls.stop.set).start()
    with pytest.raises(Problem) as caught:
        vault.secret(reference("vault://shop/insights"))
    assert caught.value.code == "stopped"
