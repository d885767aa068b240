"""How far something has come, on one line of a terminal that is written over and gone at the end."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_CLEAR = "\r\x1b[K"


class Progress:
    """Says nothing where nobody watches: in a pipe, a file or a script."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown

    def tell(self, what: str, done: int, total: int | None = None) -> None:
        if self._shown:
            of = "" if total is None else f" of {total:,}"
            sys.stderr.write(f"{_CLEAR}{what}: {done:,}{of}")
            sys.stderr.flush()

    def end(self) -> None:
        if self._shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()


@contextmanager
def watched() -> Iterator[Progress]:
    """Progress that is gone when the block ends, however it ends."""
    progress = Progress(shown=sys.stderr.isatty())
    try:
        yield progress
    finally:
        progress.end()
