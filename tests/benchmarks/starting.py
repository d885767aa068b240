"""P7 and P9: the program's start beside a bare window and a painted list, and the memory it takes with a big book.

Each is a process of its own, see `windows`; the time is what it took of a processor until it says what it has done.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.company import Bench
from tests.benchmarks.measuring import Result
from tests.benchmarks.windows import FULL, MEMORY, NAMES, PAINTED, READY

REPEATS = 9
_LONGEST = 120  # seconds


def first_screen(bench: Bench) -> Iterator[Result]:
    """P7: until somebody can choose a name and type a password, and until the first page of a session is painted.

    As at each start but the very first, which remembers no names yet.
    """
    taken: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        _point_at(bench, Path(folder))
        _run("program", folder)
        for _ in range(REPEATS):
            for window in ("bare", "list", "program"):
                for said, moment in _run(window, folder).items():
                    taken.setdefault(f"{window} {said}", []).append(moment)
    bare, listed, names, ready = (
        statistics.median(taken[key])
        for key in (f"bare {PAINTED}", f"list {PAINTED}", f"program {NAMES}", f"program {READY}")
    )
    yield Result("P7", "start to a sign-in; floor: a painted list", listed, names, times=1.3)
    yield Result("P7", "start to the first page after it; floor: a bare window", bare, ready, times=3.5)


def memory(bench: Bench) -> Iterator[Result]:
    """P9: resident memory with the big book open and four filters set."""
    with tempfile.TemporaryDirectory() as folder:
        _point_at(bench, Path(folder))
        floor = _run("bare", folder)[MEMORY]
        program = _run("book", folder)[FULL]
    yield Result("P9", "memory with the big book filtered; floor: a bare window", floor, program, "MB", most=250)


def _point_at(bench: Bench, home: Path) -> None:
    """Make a data folder whose settings name the company's database."""
    (home / "settings.json").write_text(json.dumps({"database": bench.url}), encoding="utf-8")


def _run(window: str, home: str) -> dict[str, float]:
    """What a process said, each with its number."""
    command = [sys.executable, "-m", "tests.benchmarks.windows", window, home]
    # As it is installed: with its byte code beside it.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        found: dict[str, float] = {}
        for line in process.stdout:
            said, number = line.split()
            found[said] = float(number)
        if process.wait(_LONGEST) != 0:
            raise RuntimeError(f"the window {window!r} failed")
    return found
