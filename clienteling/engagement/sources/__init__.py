"""Where interactions come from. A source yields batches, and what it cannot read."""

from collections.abc import Iterator
from typing import Protocol

from clienteling.engagement.interactions import Batch, Rejected


class Source(Protocol):
    """Anything that has interactions."""

    def batches(self) -> Iterator[Batch | Rejected]:
        """All of them, in pieces that fit into memory."""
        ...
