"""References to secrets of a key vault, and what is known of a secret beside its value."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from clienteling.domain.cloud_problems import MalformedAddress, MalformedReference

_VAULT = r"(?P<vault>(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9])"
_REFERENCE = re.compile(rf"vault://{_VAULT}/(?P<name>[0-9A-Za-z-]{{1,127}})(?:/(?P<version>[0-9a-f]{{32}}))?")


@dataclass(frozen=True, slots=True)
class Reference:
    """`vault://VAULT/SECRET`, and of which version, if not of the latest."""

    vault: str
    name: str
    version: str = ""

    def address(self, suffix: str) -> str:
        """The address of its vault."""
        return f"https://{self.vault.lower()}.{suffix}"

    def __str__(self) -> str:
        return f"vault://{self.vault}/{self.name}" + (f"/{self.version}" if self.version else "")


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret as the vault gave it. Its value does not show in any text of it."""

    value: str = field(repr=False)
    expires: datetime | None = None


def reference(text: str) -> Reference:
    """What somebody typed. Raises `MalformedReference`."""
    found = _REFERENCE.fullmatch(text.strip())
    if found is None:
        raise MalformedReference
    return Reference(found["vault"], found["name"], found["version"] or "")


def vault_address(text: str, suffix: str) -> str:
    """The address of a vault as it is stored. Raises `MalformedAddress`."""
    given = text.strip().rstrip("/")
    if re.fullmatch(rf"https://{_VAULT}\.{re.escape(suffix)}", given, re.IGNORECASE) is None:
        raise MalformedAddress(suffix)
    return given.lower()


def days_left(expires: datetime | None, now: datetime) -> int | None:
    """Whole days until a secret expires, below zero when it has; None for one that does not."""
    return None if expires is None else (expires - now).days
