"""Strings that break programs, where the machine has them; see the notes on test data in CONTRIBUTING.md."""

from pathlib import Path

import pytest

FILE = Path(__file__).parents[3] / "shared" / "data" / "naughty-strings.txt"

# A few of the worst, for machines without the list.
WORST = (
    "\N{RIGHT-TO-LEFT OVERRIDE}txet",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
    "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 60,
    "'; DROP TABLE customer; --",
    "{braces} %s %(name)s ${HOME} \\",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "\ufeff\u200b\u2028",
)


def strings() -> list[str]:
    """All of them; the test is skipped where the list is missing."""
    if not FILE.exists():
        pytest.skip("there is no list of naughty strings beside the checkout")
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [*(line for line in lines if line and not line.startswith("#")), *WORST]
