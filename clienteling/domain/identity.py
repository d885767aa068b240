"""Who somebody is for Microsoft Entra ID."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Identity:
    """`oid` and `tid` together name a person for good; `name` is for showing. `roles` are those in the application."""

    oid: str
    tid: str
    name: str
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What to type where, on any other device, until when."""

    code: str
    address: str
    expires: datetime
