"""`./dev bench killing`: a writer killed at random moments, as often as one likes, on SQLite and on PostgreSQL."""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import SystemRandom

from tests.support import postgres
from tests.support.killing import Campaign
from tests.support.program import Template, prepare

_KINDS = ("sqlite", "postgresql")
_KILLS_OF_ONE = 100  # then a fresh database, since one that grows and grows is no more like a shop's


def main(arguments: Sequence[str]) -> int:
    """Kill, look, and tell; the exit code. What is missing or half done ends it with an AssertionError."""
    parser = argparse.ArgumentParser(prog="./dev bench killing", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000, help="how often, on each kind of database")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(1 << 30))
    parser.add_argument("--only", choices=_KINDS, help="one kind of database")
    asked = parser.parse_args(arguments)
    print(f"seed {asked.seed}", flush=True)
    for kind in [asked.only] if asked.only else _KINDS:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="clienteling-killing-")))
            try:
                template = stack.enter_context(_template(kind, folder))
            except postgres.Unavailable as reason:
                print(f"{kind}: {reason}")
                continue
            _kill(template, folder, kind, asked.kills, asked.seed)
    return 0


def _kill(template: Template, folder: Path, kind: str, kills: int, seed: int) -> None:
    start = time.perf_counter()
    totals = [0, 0, 0, 0]
    for number, first in enumerate(range(0, kills, _KILLS_OF_ONE)):
        with template.copied(folder, f"killed_{number}") as url:
            tally = Campaign(url, template.company, seed + number).run(min(_KILLS_OF_ONE, kills - first))
        found = (tally.kills, tally.acts, tally.in_doubt, tally.whole)
        totals = [before + more for before, more in zip(totals, found, strict=True)]
        print(f"{kind}: {totals[0]} kills", file=sys.stderr, flush=True)
    killed, acts, in_doubt, whole = totals
    seconds = time.perf_counter() - start
    print(
        f"{kind}: {killed:,} kills in {seconds:.0f} s; {acts:,} acts were said to be done: all there, whole. "
        f"{in_doubt:,} were begun and not said to be done: {whole:,} there, whole, {in_doubt - whole:,} not at all."
    )


@contextmanager
def _template(kind: str, folder: Path) -> Iterator[Template]:
    if kind == "sqlite":
        yield prepare(f"sqlite:///{folder / 'template.sqlite'}")
        return
    with postgres.running_cluster() as server, postgres.new_database(server, "template_company") as url:
        yield prepare(url.replace("postgresql://", "postgresql+psycopg://", 1))
