"""Texts as 64-bit numbers under a salt: what is kept of addresses and of the IDs of mails.

Every byte is looked up in a table of random numbers for its position, and they are summed. Two different texts share a
number once in 2^64 pairs; among 100 million that is a chance of one in four thousand for a single wrong duplicate.
"""

import secrets
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

_PLACES = 128


class Salt:
    """Hashes texts; equal texts have equal hashes under the same seed only."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        generator = np.random.default_rng(seed)
        self._table = generator.integers(0, 1 << 64, _PLACES * 256, np.uint64, endpoint=False)

    @staticmethod
    def new_seed() -> int:
        return secrets.randbits(63)

    def hashes(self, texts: Any) -> Hashes:
        """The hash of each text of a pyarrow array; nothing (null) is the empty text."""
        if isinstance(texts, pa.ChunkedArray):
            texts = texts.combine_chunks()
        if len(texts) == 0:
            return np.zeros(0, np.uint64)
        data, starts, lengths = _bytes_of(texts)
        hashes = np.zeros(len(texts), np.uint64)
        filled = lengths > 0
        if data.size:
            begins = starts[filled]
            place = np.arange(len(data), dtype=np.int64) - np.repeat(begins, lengths[filled])
            block = place // _PLACES
            values = self._table[(place % _PLACES) * 256 + data]
            # A long text goes through the table again, and each time counts differently.
            if block.any():
                values = values * (block.astype(np.uint64) * np.uint64(2) + np.uint64(1))
            hashes[filled] = np.add.reduceat(values, begins)
        return mixed(hashes + lengths.astype(np.uint64))

    def one(self, text: str) -> int:
        """The hash of a single text."""
        return int(self.hashes(pa.array([text], pa.string()))[0])


def mixed(hashes: Hashes) -> Hashes:
    """The finishing steps of splitmix64: every bit depends on every other."""
    z = hashes + np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def _bytes_of(texts: Any) -> tuple[NDArray[np.uint8], NDArray[np.int64], NDArray[np.int64]]:
    """The bytes of all texts, where each begins, and how long it is."""
    if texts.null_count:
        texts = texts.fill_null("")
    _, offsets, data = texts.buffers()
    bounds = np.frombuffer(offsets, np.int32)[texts.offset : texts.offset + len(texts) + 1].astype(np.int64)
    if data is None or bounds[-1] == bounds[0]:
        return np.zeros(0, np.uint8), bounds[:-1] - bounds[0], np.diff(bounds)
    return np.frombuffer(data, np.uint8)[bounds[0] : bounds[-1]], bounds[:-1] - bounds[0], np.diff(bounds)
