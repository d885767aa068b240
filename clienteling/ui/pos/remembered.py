"""Who could sign in when this machine was last started: shown at once, while the data is still being opened.

Kept in the data folder, which only its user can read, and replaced by what the data says as soon as that is known.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from clienteling.domain.company import LegalEntity, Register, Store
from clienteling.domain.operations import PermissionGroup
from clienteling.domain.worker import Worker
from clienteling.settings import Settings

FILE = "sign-in.json"
_NO_GROUP = PermissionGroup(0, "", "", frozenset())


@dataclass(frozen=True, slots=True)
class Remembered:
    """A till and its workers, as far as a sign-in page shows them."""

    register: Register
    workers: tuple[Worker, ...]


def recall(settings: Settings) -> Remembered | None:
    """What was remembered of the till that this machine is, in this database; None if that is nothing."""
    try:
        known = json.loads((settings.home / FILE).read_text(encoding="utf-8"))
        register = _register(known["register"])
        workers = tuple(_worker(*names) for names in known["workers"])
        if known["database"] != _sign_of(settings) or settings.register_id not in (None, register.id):
            return None
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return Remembered(register, workers)


def remember(settings: Settings, register: Register, workers: Sequence[Worker]) -> None:
    """Remember a till for the next start. It is no harm if that cannot be."""
    names = [(worker.personnel_number, worker.name, worker.title or worker.group.name) for worker in workers]
    text = json.dumps({"database": _sign_of(settings), "register": asdict(register), "workers": names})
    file = settings.home / FILE
    fresh = file.with_name(f"{FILE}.new")
    with suppress(OSError):
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            fresh.touch(mode=0o600)
            fresh.write_text(text, encoding="utf-8")
            os.replace(fresh, file)


def _sign_of(settings: Settings) -> str:
    """What tells databases apart: their addresses may hold a password."""
    return sha256(settings.database_url.encode()).hexdigest()


def _register(known: dict[str, Any]) -> Register:
    store = known["store"]
    place = Store(**{**store, "legal_entity": LegalEntity(**store["legal_entity"])})
    return Register(**{**known, "store": place})


def _worker(number: str, name: str, title: str) -> Worker:
    return Worker(0, number, name, title, _NO_GROUP, "", frozenset())
