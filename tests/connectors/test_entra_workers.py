"""Workers sign in themselves: a robot is their browser."""

import stat
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import keyring
import pytest
from keyring.backends import fail

from clienteling.connectors.calls import Calls
from clienteling.connectors.entra_workers import WorkerSignIn
from clienteling.connectors.token_cache import EncryptedFile
from clienteling.credentials import Credentials
from clienteling.domain.cloud_problems import SignInAgain, SignInTimedOut, Stopped
from clienteling.domain.errors import Problem
from clienteling.domain.identity import DeviceCode
from tests.support.cloud.browser import browser
from tests.support.cloud.faults import Fault, Way, refused
from tests.support.cloud.server import Cloud
from tests.support.cloud.world import TENANT
from tests.support.cloud_fixtures import MemoryStore

OID = "99999999-0000-4000-8000-000000000001"


@pytest.fixture
def file(tmp_path: Path, memory_store: MemoryStore) -> EncryptedFile:
    return EncryptedFile(tmp_path / "tokens", Credentials())


def sign_in(cloud: Cloud, file: EncryptedFile, **settings: object) -> WorkerSignIn:
    return WorkerSignIn(Calls(cloud.settings(**settings)), lambda *_: file)


def test_a_worker_signs_in_in_the_browser(cloud: Cloud, file: EncryptedFile) -> None:
    identity = sign_in(cloud, file).in_browser(browser(cloud))
    assert (identity.oid, identity.tid, identity.name) == (OID, TENANT, "Linda Vītola")
    assert identity.roles == {"Clienteling.Associate"}


def test_who_signed_in_need_not_again_until_it_is_revoked(cloud: Cloud, file: EncryptedFile) -> None:
    sign_in(cloud, file).in_browser(browser(cloud))
    cloud.world.user = replace(cloud.world.user, roles=("Clienteling.Manager",))
    assert sign_in(cloud, file).again(OID, TENANT).roles == {"Clienteling.Manager"}
    cloud.world.refresh_tokens.clear()
    with pytest.raises(SignInAgain):
        sign_in(cloud, file).again(OID, TENANT)


def test_a_file_that_was_forgotten_stays_shut_for_good(
    cloud: Cloud, file: EncryptedFile, tmp_path: Path, memory_store: MemoryStore
) -> None:
    worker = sign_in(cloud, file)
    worker.in_browser(browser(cloud))
    left = (tmp_path / "tokens").read_bytes()
    file.forget()
    assert not (tmp_path / "tokens").exists()
    with pytest.raises(SignInAgain):
        worker.again(OID, TENANT)
    worker.in_browser(browser(cloud))
    (tmp_path / "tokens").write_bytes(left)
    with pytest.raises(SignInAgain):
        worker.again(OID, TENANT)


def test_without_a_credential_store_one_signs_in_and_nothing_is_kept(
    cloud: Cloud, tmp_path: Path, memory_store: MemoryStore
) -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    assert sign_in(cloud, EncryptedFile(tmp_path / "tokens", Credentials())).in_browser(browser(cloud)).oid == OID
    assert not (tmp_path / "tokens").exists()


@pytest.mark.parametrize("ahead", [-3600, 3600])
def test_a_wrong_clock_is_told(cloud: Cloud, file: EncryptedFile, ahead: int) -> None:
    cloud.world.clock_ahead = ahead
    with pytest.raises(Problem, match="wrong by 60 minutes"):
        sign_in(cloud, file).in_browser(browser(cloud))


def test_tokens_are_kept_encrypted_and_for_their_owner_alone(cloud: Cloud, file: EncryptedFile, tmp_path: Path) -> None:
    sign_in(cloud, file).in_browser(browser(cloud))
    kept = tmp_path / "tokens"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert b"never~shown" not in kept.read_bytes()
    assert b"linda" not in kept.read_bytes()


@pytest.mark.parametrize("what", ["damaged", "empty", "of another key", "without its key"])
def test_a_file_that_cannot_be_read_is_deleted_and_one_signs_in_again(
    cloud: Cloud, file: EncryptedFile, tmp_path: Path, memory_store: MemoryStore, what: str
) -> None:
    sign_in(cloud, file).in_browser(browser(cloud))
    kept = tmp_path / "tokens"
    match what:
        case "damaged":
            kept.write_bytes(kept.read_bytes()[:-10] + b"0123456789")
        case "empty":
            kept.write_bytes(b"")
        case "without its key":
            memory_store.kept.clear()
        case _:
            memory_store.kept = dict.fromkeys(memory_store.kept, "A" * 43 + "=")
    with pytest.raises(SignInAgain):
        sign_in(cloud, file).again(OID, TENANT)
    assert not kept.exists()
    assert sign_in(cloud, file).in_browser(browser(cloud)).oid == OID


def test_it_can_be_stopped_while_the_browser_is_open(cloud: Cloud, file: EncryptedFile) -> None:
    calls = Calls(cloud.settings())
    with pytest.raises(Stopped):
        WorkerSignIn(calls, lambda *_: file).in_browser(lambda _: calls.stop.set())


def test_nobody_waits_for_ever(cloud: Cloud, file: EncryptedFile) -> None:
    with pytest.raises(SignInTimedOut):
        sign_in(cloud, file).in_browser(lambda _: None, patience=0)


def test_whoever_does_not_know_the_state_is_not_heard(cloud: Cloud, file: EncryptedFile) -> None:
    def knock(address: str) -> None:
        def forge(fields: dict[str, str]) -> dict[str, str]:
            return fields | {"state": "guessed"}

        browser(cloud, forge)(address)

    with pytest.raises(SignInTimedOut):
        sign_in(cloud, file).in_browser(knock, patience=1.5)


def test_another_tenants_token_is_refused(cloud: Cloud, file: EncryptedFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.support.cloud.entra._TID", "22222222-0000-4000-8000-000000000000")
    with pytest.raises(Problem) as caught:
        sign_in(cloud, file).in_browser(browser(cloud))
    assert caught.value.code == "other_tenant"


def test_a_code_on_another_device(cloud: Cloud, file: EncryptedFile) -> None:
    shown: list[DeviceCode] = []
    assert sign_in(cloud, file).by_device_code(shown.append).oid == OID
    assert shown[0].code == "ABCD1234"
    assert urlsplit(shown[0].address).scheme == "https"


def test_waiting_for_the_other_device_can_be_stopped(cloud: Cloud, file: EncryptedFile) -> None:
    cloud.world.device_approved = False
    calls = Calls(cloud.settings())
    with pytest.raises(Stopped):
        WorkerSignIn(calls, lambda *_: file).by_device_code(lambda _: calls.stop.set())


BLOCKED = {"error": "access_denied", "error_description": "AADSTS53003: Blocked.", "error_codes": [53003]}


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault(Way.PORTAL, path="token"), "captive_portal"),
        (Fault(Way.MALFORMED, path="token"), "malformed_answer"),
        (Fault(Way.CUT_OFF, path="token"), "cut_off"),
        (Fault(Way.SLOW, path="token"), "too_slow"),
        (refused(400, BLOCKED, path="token"), "blocked_by_policy"),
        (refused(503, {"error": "temporarily_unavailable"}, path="token"), "service_failed"),
    ],
)
def test_each_failure_says_what_it_is(cloud: Cloud, file: EncryptedFile, fault: Fault, code: str) -> None:
    cloud.faults.put("entra", fault)
    with pytest.raises(Problem) as caught:
        sign_in(cloud, file, connect_seconds=1, read_seconds=0.4).in_browser(browser(cloud))
    assert caught.value.code == code
