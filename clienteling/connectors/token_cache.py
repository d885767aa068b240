"""What msal remembers of workers, in a file that only this machine's credential store can open.

Tokens are too long for credential stores, so that only the key of the file is there.
"""

import os
from contextlib import suppress
from pathlib import Path

from clienteling.credentials import Credentials


class EncryptedFile:
    """Text in an encrypted file. One that is damaged, or of another key, is deleted: one signs in again."""

    def __init__(self, file: Path, credentials: Credentials) -> None:
        self._file = file
        self._credentials = credentials
        self._name = f"token-cache {file}"

    @property
    def is_there(self) -> bool:
        """Whether something is kept."""
        return self._file.exists()

    def read(self) -> str | None:
        """The text; None if there is none that can be read."""
        from cryptography.fernet import Fernet, InvalidToken

        try:
            sealed = self._file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError:
            sealed = b""
        try:
            key = self._credentials.get(self._name) or ""
            return Fernet(key).decrypt(sealed).decode("utf-8")
        except (InvalidToken, ValueError):
            self.delete()
            return None

    def write(self, text: str) -> None:
        """Replace the text, whole or not at all. Raises the problems of a credential store."""
        from cryptography.fernet import Fernet

        key = self._credentials.get(self._name)
        if key is None or not self._file.exists():
            # A file that is gone was forgotten: whatever is left of it on the disk no key opens any more.
            key = Fernet.generate_key().decode("ascii")
            self._credentials.set(self._name, key)
        fresh = self._file.with_suffix(".new")
        fresh.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            fresh.unlink()
        # For its owner alone from the first byte on.
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(Fernet(key).encrypt(text.encode("utf-8")))
        fresh.replace(self._file)

    def forget(self) -> None:
        """Take away the file. The key opens nothing any more; asking the store to drop it may take a person."""
        self._file.unlink(missing_ok=True)

    def delete(self) -> None:
        """Take away the file and its key."""
        self.forget()
        self._credentials.forget(self._name)
