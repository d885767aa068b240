"""Whose side somebody is on: ours, an account's, or nobody's."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clienteling.engagement.files import read_arrays, write_arrays
from clienteling.engagement.hashing import Hashes, Salt
from clienteling.engagement.people import People
from clienteling.engagement.sorting import Codes, found_in, look_up

SELECTED, OWN, OTHER = -3, -2, -1  # who is no account's: a chosen address of ours, another one of ours, a stranger

PUBLIC_DOMAINS = frozenset(
    {
        *("aol.com", "gmail.com", "gmx.at", "gmx.ch", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com"),
        *("icloud.com", "inbox.lv", "live.com", "mail.ru", "me.com", "msn.com", "outlook.com", "proton.me"),
        *("protonmail.com", "t-online.de", "web.de", "yahoo.co.uk", "yahoo.com", "yandex.ru"),
    }
)
"""Where everybody has a mailbox: such a domain is no account's."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Who is whose. `addresses` and `domains` say of which account; an account is a customer's key.

    `selected` are the addresses whose mail may be processed. What has one of `own_domains` is ours.
    """

    selected: frozenset[str]
    own_domains: frozenset[str]
    addresses: Mapping[str, int]
    domains: Mapping[str, int]

    @property
    def digest(self) -> str:
        """The same for the same people and sides, as they stand."""
        digest = hashlib.blake2b(digest_size=16)
        for texts in (sorted(self.selected), sorted(self.own_domains), self.addresses, self.domains):
            digest.update("\n".join(texts).encode("utf-8", "surrogatepass") + b"\0")
        for accounts in (self.addresses, self.domains):
            digest.update(np.fromiter(accounts.values(), np.int64, len(accounts)).tobytes())
        return digest.hexdigest()


def directory(
    selected: Iterable[str], own_domains: Iterable[str], contacts: Iterable[tuple[int, str]], *, by_domain: bool
) -> Directory:
    """Accounts by their contacts' addresses, and by the domains of these if asked for.

    An address of several accounts is the first one's (by key), a domain of several is nobody's.
    """
    ours = frozenset(address.strip().lower() for address in selected)
    own = frozenset(domain.strip().lower().removeprefix("@") for domain in own_domains)
    own |= {_domain(address) for address in ours} - PUBLIC_DOMAINS
    addresses: dict[str, int] = {}
    domains: dict[str, set[int]] = {}
    for account, text in sorted(contacts):
        address = text.strip().lower()
        if "@" not in address or address in ours or _domain(address) in own:
            continue
        addresses.setdefault(address, account)
        domains.setdefault(_domain(address), set()).add(account)
    unique = {name: min(found) for name, found in domains.items() if len(found) == 1 and name not in PUBLIC_DOMAINS}
    return Directory(ours, own, addresses, unique if by_domain else {})


def _domain(address: str) -> str:
    return address.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Roles:
    """A directory as numbers: `ids` are the accounts in the order of their codes."""

    ids: NDArray[np.int64]
    selected: Hashes
    own: Hashes
    addresses: tuple[Hashes, Codes]
    domains: tuple[Hashes, Codes]

    def write(self, file: Path) -> None:
        arrays = (self.ids, self.selected, self.own, *self.addresses, *self.domains)
        write_arrays(file, dict(zip(_ARRAYS, arrays, strict=True)))

    def of(self, people: People, first: int = 0) -> Codes:
        """The code of each person's account, or `SELECTED`, `OWN`, `OTHER`; of people from code `first` on."""
        chosen = people.codes >= first
        hashes = np.zeros(len(people) - first, np.uint64)
        hashes[people.codes[chosen] - first] = people.hashes[chosen]
        domains = people.domains[first:]
        roles = look_up(*self.domains, domains)
        known = look_up(*self.addresses, hashes)
        roles = np.where(known >= 0, known, roles)
        roles = np.where(found_in(domains, self.own), OWN, roles)
        return np.where(found_in(hashes, self.selected), SELECTED, roles).astype(np.int32)


_ARRAYS = ("ids", "selected", "own", "addresses", "accounts", "domains", "domain_accounts")


def read_roles(file: Path) -> Roles:
    found = read_arrays(file)
    ids, selected, own, *tables = (found[name] for name in _ARRAYS)
    return Roles(ids, selected, own, (tables[0], tables[1]), (tables[2], tables[3]))


def roles(found: Directory, known: NDArray[np.int64], salt: Salt) -> Roles:
    """A directory in which the accounts that are known keep their codes."""
    new = sorted({*found.addresses.values(), *found.domains.values()} - set(known.tolist()))
    ids = np.concatenate([known, np.array(new, np.int64)])
    codes = {int(key): code for code, key in enumerate(ids)}

    def table(accounts: Mapping[str, int]) -> tuple[Hashes, Codes]:
        hashes = _hashed(salt, accounts)
        numbers = np.array([codes[key] for key in accounts.values()], np.int32)
        order = np.argsort(hashes)
        return hashes[order], numbers[order]

    return Roles(
        ids,
        np.sort(_hashed(salt, found.selected)),
        np.sort(_hashed(salt, found.own_domains)),
        table(found.addresses),
        table(found.domains),
    )


def chosen(people: Codes, role: Codes) -> list[int]:
    """Who of some people has one of the chosen addresses, once each."""
    there = np.zeros(len(role), np.bool_)
    there[people] = True
    found: list[int] = np.flatnonzero(there & (role == SELECTED)).tolist()
    return found


def _hashed(salt: Salt, texts: Iterable[str]) -> Hashes:
    return salt.hashes(pa.array(list(texts), pa.string()))
