"""Fixtures: the cloud double, and a credential store in memory."""

import socket
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from tests.support.cloud.server import Cloud, resolving, running
from tests.support.linked import Linked
from tests.support.program import Program


class MemoryStore(KeyringBackend):
    """A credential store that forgets all at the end of a test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[(service, username)] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")


@pytest.fixture
def cloud(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cloud]:
    """The double of all clouds, at names below localhost that resolve."""
    monkeypatch.setattr(socket, "getaddrinfo", resolving)
    with running(tmp_path / "cloud") as double:
        yield double


@pytest.fixture
def memory_store() -> Iterator[MemoryStore]:
    """A credential store in memory, in place of the machine's."""
    before = keyring.get_keyring()
    store = MemoryStore()
    keyring.set_keyring(store)
    yield store
    keyring.set_keyring(before)


@pytest.fixture
def linked(sqlite_program: Program, cloud: Cloud, memory_store: MemoryStore) -> Linked:
    """The small company before the double, with nothing entered yet."""
    return Linked(sqlite_program, cloud, sqlite_program.company.entities["USMF"])
