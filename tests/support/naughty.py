"""Strings that break programs: the big list where the machine has it, in `../shared/data` beside the checkout."""

from pathlib import Path

import pytest
from hypothesis import strategies as st

FILE = Path(__file__).parents[3] / "shared" / "data" / "naughty-strings.txt"

# A few of the worst that are not in the list.
WORST = (
    "\N{RIGHT-TO-LEFT OVERRIDE}txet",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
    "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 60,
    "'; DROP TABLE customer; --",
    "{braces} %s %(name)s ${HOME} \\",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "\ufeff\u200b\u2028",
)
# Nothing that could be stored, or too much of it.
HOPELESS = (
    "\0",
    "a\0b",
    "\ud83d",
    "x\udfff",
    "x" * 10_001,
    "<b>" * 100,
    "\n\n\n",
    "~nobody-like-this",
    "~",
    "%n",
    "{0}",
)


def strings() -> list[str]:
    """All of them; the test is skipped where the list is missing."""
    if not FILE.exists():
        pytest.skip("there is no list of naughty strings beside the checkout")
    return [*_listed(), *WORST]


def typed(longest: int = 40) -> st.SearchStrategy[str]:
    """Whatever somebody may type or paste."""
    listed = _listed() if FILE.exists() else list(WORST)
    kinds = (listed, WORST, HOPELESS)
    return st.one_of(*(st.sampled_from(kind) for kind in kinds), st.text(max_size=longest))


def _listed() -> list[str]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
