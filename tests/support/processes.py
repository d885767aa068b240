"""Work done by several processes at once."""

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")
Result = TypeVar("Result")


def at_once(work: Callable[[Given], Result], given: Sequence[Given]) -> list[Result]:
    """Run `work` on each of `given` in a fresh process of its own; both must be importable by name."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(len(given), mp_context=context) as pool:
        return list(pool.map(work, given))
