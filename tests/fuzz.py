"""`./dev fuzz [MINUTES] [FILE...]`, or `python -m tests.fuzz`: every property test with other and with more examples.

What is typed into forms and what files hold comes first in each round, and naughty strings are among it. A round tries
every file once, each with a seed of its own; rounds go on until the time is over. At the end stands what was tried, and
for each failure how to see it again.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import SystemRandom

ROOT = Path(__file__).parents[1]
TIMES = 4  # as many examples as in the tests; every round has others
PATIENCE = 1800  # seconds that one file may take
_FIRST = ("anything", "naughty", "importing", "vcard")
_TEST = re.compile(r"^(tests/\S+::\S+):$")
_PASSING = re.compile(r"^ +- .*?([\d,]+) passing, ([\d,]+) failing", re.MULTILINE)


@dataclass(slots=True)
class Tally:
    """What was tried: examples by property, and the failures with the way to see them again."""

    examples: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


def property_tests() -> list[Path]:
    """The files with property tests, forms and importers first."""
    found = [file for file in sorted((ROOT / "tests").rglob("test_*.py")) if "from hypothesis import" in _read(file)]
    return sorted(found, key=lambda file: not any(word in str(file.relative_to(ROOT)) for word in _FIRST))


def tried(output: str) -> Iterator[tuple[str, int]]:
    """The properties and their numbers of examples, from what pytest says of them."""
    test = ""
    for line in output.splitlines():
        if (named := _TEST.match(line)) is not None:
            test = named[1]
        elif (counted := _PASSING.match(line)) is not None:
            yield test, sum(int(number.replace(",", "")) for number in counted.groups())


def fuzz(file: Path, seed: int, tally: Tally) -> None:
    """Try one file."""
    arguments = ["-q", "-p", "no:cacheprovider", "--hypothesis-show-statistics", f"--hypothesis-seed={seed}"]
    command = [sys.executable, "-m", "pytest", *arguments, "--timeout", str(PATIENCE), str(file.relative_to(ROOT))]
    environment = os.environ | {"CLIENTELING_TEST_TIMES": str(TIMES)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    for test, examples in tried(done.stdout):
        tally.examples[test] += examples
    if done.returncode != 0:
        again = f"CLIENTELING_TEST_TIMES={TIMES} python -m pytest --hypothesis-seed={seed} {file.relative_to(ROOT)}"
        tally.failures.append(again)
        sys.stdout.write(f"{done.stdout[-8000:]}{done.stderr[-2000:]}\nFAILED. Once more: {again}\n")


def main() -> int:
    arguments = _arguments()
    files = [file.resolve() for file in arguments.files] or property_tests()
    seeds, tally, end, rounds = SystemRandom(), Tally(), time.monotonic() + 60 * arguments.minutes, 0
    while time.monotonic() < end:
        rounds += 1
        for file in files:
            if time.monotonic() < end:
                begun = time.monotonic()
                fuzz(file, seeds.randrange(1 << 32), tally)
                taken = time.monotonic() - begun
                print(f"round {rounds}: {file.relative_to(ROOT)} in {taken:.0f} s", flush=True)
    print(_summary(tally, rounds))
    return 1 if tally.failures else 0


def _summary(tally: Tally, rounds: int) -> str:
    lines = [f"{count:>9,}  {test}" for test, count in sorted(tally.examples.items())]
    total = f"{tally.examples.total():,} examples of {len(tally.examples)} properties in {rounds} rounds"
    return "\n".join([*lines, f"{total}, {len(tally.failures)} failures", *tally.failures])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev fuzz", description=__doc__)
    parser.add_argument("minutes", type=float, nargs="?", default=60, help="how long; 60 if not given")
    parser.add_argument("files", type=Path, nargs="*", help="only these files of tests")
    return parser.parse_args()


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
