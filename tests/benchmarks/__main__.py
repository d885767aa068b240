"""`./dev bench`, or `python -m tests.benchmarks`: floor and program measured in one run on one company.

`./dev bench killing` is another one: it kills writers, and looks whether anything is lost.
"""

import argparse
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from tests.benchmarks import book, engagement, history, importing, killing, moving, pulling, searching, starting
from tests.benchmarks.company import Bench, made
from tests.benchmarks.measuring import Result, table

BENCHMARKS: dict[str, tuple[Callable[[Bench], Iterator[Result]], ...]] = {
    "P1": (book.first_page,),
    "P2": (book.filters,),
    "P2b": (book.opening,),
    "P3": (searching.keystrokes,),
    "P4": (history.timeline,),
    "P5": (moving.reassigning,),
    "P6": (engagement.computing,),
    "P7": (starting.first_screen,),
    "P8": (importing.customers,),
    "P9": (starting.memory,),
    "C1": (pulling.pulling,),
}


def main() -> int:
    if sys.argv[1:2] == ["killing"]:
        return killing.main(sys.argv[2:])
    arguments = _arguments()
    if sys.platform == "linux" and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
        file = arguments.data or Path(folder) / "company.sqlite"
        bench = replace(made(file, arguments.customers), events=arguments.events)
        # As the program does after its start: what is there for good need not be looked through again and again.
        gc.freeze()
        results: list[Result] = []
        for path in arguments.only or BENCHMARKS:
            start = time.perf_counter()
            for benchmark in BENCHMARKS[path]:
                results += benchmark(bench)
            print(f"{path} measured in {time.perf_counter() - start:.0f} s", flush=True)
    print(f"\n{arguments.customers:,} customers, medians\n\n{table(results)}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--customers", type=int, default=100_000, help="how many customers the company has")
    parser.add_argument("--events", type=int, default=10_000_000, help="how many mails and meetings P6 has")
    parser.add_argument("--only", type=_paths, help=f"some of {','.join(BENCHMARKS)}, separated by commas")
    parser.add_argument("--data", type=Path, help="keep the company in this file, for the next run")
    return parser.parse_args()


def _paths(text: str) -> list[str]:
    paths = text.split(",")
    if unknown := set(paths) - BENCHMARKS.keys():
        raise argparse.ArgumentTypeError(f"there is no {', '.join(sorted(unknown))}")
    return paths


if __name__ == "__main__":
    sys.exit(main())
