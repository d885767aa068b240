"""Many short texts as one block of bytes: loaded at once, searched at once, a tenth of the memory."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

_END = b"\n"


class Lines:
    """Texts by their number, without line breaks. What is changed stands beside the block until it is written anew."""

    def __init__(self, block: bytes = b"", size: int | None = None) -> None:
        """`block` is what `to_bytes` gave; it has `size` texts."""
        self._block = block
        self._size = block.count(_END) if size is None else size
        self._starts: NDArray[np.int64] | None = None
        self._changed: dict[int, str] = {}

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Lines":
        return cls("".join([f"{text}\n" for text in texts]).encode())

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, number: int) -> str:
        changed = self._changed.get(number)
        if changed is not None:
            return changed
        starts = self._begins()
        if number >= len(starts):
            return ""
        return self._block[starts[number] : self._block.index(_END, starts[number])].decode()

    def __setitem__(self, number: int, text: str) -> None:
        self._changed[number] = text
        self._size = max(self._size, number + 1)

    def resize(self, size: int) -> None:
        """Make it hold more texts; the new ones are empty."""
        self._size = max(self._size, size)

    def texts(self) -> list[str]:
        found = self._block.decode().split("\n")[:-1]
        found += [""] * (self._size - len(found))
        for number, text in self._changed.items():
            found[number] = text
        return found

    def to_bytes(self) -> bytes:
        return "".join([f"{text}\n" for text in self.texts()]).encode() if self._changed else self._block

    def containing(self, word: str) -> NDArray[np.bool_]:
        """Which of the texts have `word` in them."""
        chosen = np.zeros(self._size, np.bool_)
        places = list(_places(self._block, word.encode()))
        chosen[np.searchsorted(self._begins(), places, side="right") - 1] = True
        for number, text in self._changed.items():
            chosen[number] = word in text
        return chosen

    def _begins(self) -> NDArray[np.int64]:
        """Where each text of the block begins."""
        if self._starts is None:
            ends = np.flatnonzero(np.frombuffer(self._block, np.uint8) == _END[0])
            self._starts = np.concatenate([np.zeros(1, np.int64), ends[:-1] + 1]) if len(ends) else ends
        return self._starts


def _places(block: bytes, word: bytes) -> Iterator[int]:
    """Where `word` stands first in each line that has it."""
    place = block.find(word)
    while place >= 0:
        yield place
        place = block.find(word, block.index(_END, place))
