"""Work done by several processes at once."""

import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import TypeVar

Given = TypeVar("Given")
Result = TypeVar("Result")
PATIENCE = 60  # seconds


def at_once(work: Callable[[Given], Result], given: Sequence[Given]) -> list[Result]:
    """Run `work` on each of `given` in a fresh process of its own; all begin at the same moment.

    What one of them raises is raised here. `work` must be importable by name.
    """
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(len(given))
    ends, processes = [], []
    for value in given:
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(barrier, there, work, value), daemon=True)
        process.start()
        there.close()
        ends.append(here)
        processes.append(process)
    answers = [end.recv() for end in ends]
    for process in processes:
        process.join(PATIENCE)
    for answer in answers:
        if isinstance(answer, BaseException):
            raise answer
    return answers


def _run(barrier: Barrier, answer: Connection, work: Callable[[Given], Result], value: Given) -> None:
    barrier.wait(PATIENCE)
    try:
        answer.send(work(value))
    except Exception as error:
        answer.send(error)


def killed(work: Callable[[Given, Callable[[Result], None]], None], given: Given) -> Result:
    """Run `work` in a fresh process until it says something, and kill it at once. What it said.

    `work` is given a way to say it, and must be importable by name.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(given, there.send), daemon=True)
    process.start()
    there.close()
    assert here.poll(PATIENCE), "nothing was said"
    said: Result = here.recv()
    process.kill()
    process.join(PATIENCE)
    return said
