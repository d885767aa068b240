"""Secrets in the credential store of the operating system, and nowhere else.

Linux: Secret Service. Windows: Credential Manager. macOS: Keychain. Stores that keep plain text, or nothing, are
refused by name. Every call may wait for somebody who unlocks the store: never on the GUI thread. keyring is imported
when it is first needed.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from clienteling.domain.cloud_problems import (
    LockedCredentialStore,
    NoCredentialStore,
    SecretTooLong,
    UnsafeCredentialStore,
)

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

LONGEST = 1280  # characters that Windows takes
_USER = "clienteling"
_REFUSED = ("keyrings.", "keyring.backends.null")
_NONE = "keyring.backends.fail"


class Credentials:
    """Reads, keeps and forgets secrets by name. Raises problems of `domain.cloud_problems`."""

    def get(self, name: str) -> str | None:
        """The secret of a name; None if there is none."""
        with _translated():
            return _backend().get_password(_service(name), _USER)

    def set(self, name: str, secret: str) -> None:
        """Keep a secret. Raises `SecretTooLong` for what is none, `NoCredentialStore`, `LockedCredentialStore`."""
        if len(secret) > LONGEST:
            raise SecretTooLong(most=LONGEST)
        with _translated():
            _backend().set_password(_service(name), _USER, secret)

    def forget(self, name: str) -> None:
        """Take a secret out, if it is there."""
        from keyring.errors import PasswordDeleteError

        with _translated(), suppress(PasswordDeleteError):
            _backend().delete_password(_service(name), _USER)


def _service(name: str) -> str:
    # A service for each secret: several users of one are moved about, and not in one step.
    return f"clienteling {name}"


def _backend() -> "KeyringBackend":
    """The store in use. Raises `NoCredentialStore`, `UnsafeCredentialStore`."""
    import keyring

    chosen = keyring.get_keyring()
    # Where there are several, keyring puts a chain before them; the first safe one is enough.
    candidates: list[KeyringBackend] = list(getattr(chosen, "backends", None) or [chosen])
    safe = [backend for backend in candidates if _is_safe(backend)]
    if safe:
        backend = safe[0]
        if type(backend).__module__ == "keyring.backends.Windows":
            vars(backend)["persist"] = "local machine"  # or it would roam to other tills
        return backend
    if all(_module(backend).startswith(_NONE) for backend in candidates):
        raise NoCredentialStore
    names = ", ".join(f"{_module(b)}.{type(b).__name__}" for b in candidates)
    raise UnsafeCredentialStore(backend=names)


def _module(backend: "KeyringBackend") -> str:
    return type(backend).__module__


def _is_safe(backend: "KeyringBackend") -> bool:
    return not _module(backend).startswith((*_REFUSED, _NONE)) and "plaintext" not in type(backend).__name__.lower()


@contextmanager
def _translated() -> Iterator[None]:
    """Failures of a store as problems. What they say is dropped: it is the store's, and may quote what it was given."""
    from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError, PasswordDeleteError

    try:
        yield
    except (KeyringLocked, InitError) as error:
        # A Secret Service that asks for a password and gets none says that it could not be opened.
        raise LockedCredentialStore from error
    except PasswordDeleteError:
        raise
    except NoKeyringError as error:
        raise NoCredentialStore from error
    except KeyringError as error:
        raise LockedCredentialStore from error
    except Exception as error:
        # SecretStorage, jeepney and pywin32 have errors of their own.
        module = type(error).__module__.partition(".")[0]
        if isinstance(error, OSError) or module in {"secretstorage", "jeepney", "pywintypes", "win32ctypes"}:
            kind = LockedCredentialStore if "Locked" in type(error).__name__ else NoCredentialStore
            raise kind from error
        raise
