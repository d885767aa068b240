"""Secrets in the credential store: the real one, one that is locked, none, and those that are refused."""

import gc
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, fail, null

from clienteling.credentials import LONGEST, Credentials
from clienteling.domain.cloud_problems import (
    LockedCredentialStore,
    NoCredentialStore,
    SecretTooLong,
    UnsafeCredentialStore,
)
from tests.support import keyrings
from tests.support.cloud_fixtures import MemoryStore

# keyring leaves sockets to be closed by themselves.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

SECRET = "never~shown~ŠĀ"


@pytest.fixture
def chosen() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch, chosen: None) -> Iterator[str]:
    """A message bus of its own, which the real backend of keyring speaks on."""
    if not keyrings.is_there():
        pytest.skip("GNOME Keyring and D-Bus are needed")
    with keyrings.bus() as found:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", found)
        keyring.set_keyring(SecretService.Keyring())  # type: ignore[no-untyped-call]
        yield found
        gc.collect()


def test_the_real_store_keeps_and_forgets(address: str, tmp_path: Path) -> None:
    credentials = Credentials()
    with keyrings.keyring_on(address, tmp_path / "ring"):
        assert credentials.get("one") is None
        credentials.set("one", SECRET)
        credentials.set("two", "another")
        credentials.set("one", SECRET)
        assert (credentials.get("one"), credentials.get("two")) == (SECRET, "another")
        credentials.forget("one")
        credentials.forget("one")
        assert (credentials.get("one"), credentials.get("two")) == (None, "another")
    with keyrings.keyring_on(address, tmp_path / "ring"):
        assert credentials.get("two") == "another"
    kept = b"".join(file.read_bytes() for file in (tmp_path / "ring").rglob("*.keyring"))
    assert kept
    assert b"another" not in kept


def test_a_locked_store_says_so(address: str, tmp_path: Path) -> None:
    with keyrings.keyring_on(address, tmp_path / "ring"):
        Credentials().set("one", SECRET)
    with keyrings.keyring_on(address, tmp_path / "ring", password="wrong"), pytest.raises(LockedCredentialStore):
        Credentials().get("one")


def test_a_bus_without_a_store_says_so(address: str) -> None:
    with pytest.raises((NoCredentialStore, LockedCredentialStore)) as caught:
        Credentials().set("one", SECRET)
    assert SECRET not in str(caught.value)


def test_no_bus_says_so(chosen: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    keyring.set_keyring(SecretService.Keyring())  # type: ignore[no-untyped-call]
    with pytest.raises(NoCredentialStore):
        Credentials().get("one")


class PlaintextKeyring(MemoryStore):
    """As keyrings.alt has it."""


PlaintextKeyring.__module__ = "keyrings.alt.file"


@pytest.mark.parametrize(
    ("backend", "problem"),
    [
        (fail.Keyring(), NoCredentialStore),  # type: ignore[no-untyped-call]
        (null.Keyring(), UnsafeCredentialStore),  # type: ignore[no-untyped-call]
        (PlaintextKeyring(), UnsafeCredentialStore),
    ],
)
def test_a_store_that_keeps_nothing_safe_is_refused(
    chosen: None, backend: KeyringBackend, problem: type[Exception]
) -> None:
    keyring.set_keyring(backend)
    for act in (lambda: Credentials().get("one"), lambda: Credentials().set("one", SECRET)):
        with pytest.raises(problem):
            act()  # type: ignore[no-untyped-call]
    assert not getattr(backend, "kept", None)


def test_of_several_stores_the_safe_one_is_used(chosen: None, memory_store: MemoryStore) -> None:
    class Chain(MemoryStore):
        backends = (PlaintextKeyring(), memory_store)

    keyring.set_keyring(Chain())
    Credentials().set("one", SECRET)
    assert list(memory_store.kept.values()) == [SECRET]


def test_what_windows_would_not_take_is_refused_everywhere(memory_store: MemoryStore) -> None:
    Credentials().set("one", "x" * LONGEST)
    with pytest.raises(SecretTooLong):
        Credentials().set("one", "x" * (LONGEST + 1))
    assert Credentials().get("one") == "x" * LONGEST
