"""Who takes part, as small numbers: an address is kept as its hash and that of its domain, never as text."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.compute as pc

from clienteling.engagement.files import read_arrays, write_arrays
from clienteling.engagement.hashing import Hashes, Salt
from clienteling.engagement.sorting import MISSING, Codes, look_up, merged


@dataclass(frozen=True, slots=True)
class People:
    """The hashes of addresses in order with the codes of their people, and the hash of each code's domain."""

    hashes: Hashes
    codes: Codes
    domains: Hashes

    def __len__(self) -> int:
        return len(self.codes)

    def find(self, hashes: Hashes) -> Codes:
        """The codes of people by the hashes of their addresses; `MISSING` for those who are not known."""
        return look_up(self.hashes, self.codes, hashes)

    def with_addresses(self, salt: Salt, addresses: Any) -> tuple["People", Codes]:
        """The people with those of these addresses (unlike, in lower case), and the code of each address."""
        hashes = salt.hashes(addresses)
        codes = self.find(hashes)
        new = codes == MISSING
        if not new.any():
            return self, codes
        fresh = np.arange(len(self), len(self) + int(new.sum()), dtype=np.int32)
        codes[new] = fresh
        domains = salt.hashes(pc.replace_substring_regex(addresses.filter(new), r"^.*@", ""))
        known = merged(self.hashes, self.codes, hashes[new], fresh)
        return People(*known, np.concatenate([self.domains, domains])), codes

    def write(self, file: Path) -> None:
        write_arrays(file, {"hashes": self.hashes, "codes": self.codes, "domains": self.domains})


def nobody() -> People:
    return People(np.zeros(0, np.uint64), np.zeros(0, np.int32), np.zeros(0, np.uint64))


def read_people(file: Path) -> People:
    found = read_arrays(file)
    return People(found["hashes"], found["codes"], found["domains"])
