"""The retailer: legal entities, stores, registers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LegalEntity:
    """A company of the retailer. `currency` is an ISO 4217 code, `country` an ISO 3166 one."""

    id: int
    code: str
    name: str
    currency: str
    country: str


@dataclass(frozen=True, slots=True)
class Store:
    """A shop of a legal entity. `time_zone` is an IANA name: times are stored in UTC and shown in it."""

    id: int
    code: str
    name: str
    legal_entity: LegalEntity
    city: str
    time_zone: str


@dataclass(frozen=True, slots=True)
class Register:
    """A till in a store."""

    id: int
    store: Store
    number: str
    name: str
