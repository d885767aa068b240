"""The power fails: what was said to be done is there, and what was being written is there whole or not at all.

What a disk holds after that is played with copies: of the file and its log at a moment, the log cut off or spoilt
behind what was synced, its index lost or of another moment.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import psycopg
import pytest

from clienteling.database.engine import Database
from clienteling.services.status import examine
from tests.support import postgres
from tests.support.floor_acts import Floor, do, floor_in, next_act
from tests.support.killing import Orders, Writer, now
from tests.support.program import Program, Template, prepare

ACTS = 25
CUTS = 12
STOPS = 20
SEED = 20261122
PARTS = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Written:
    """What one program has written: the file and its log, and how long the log was after each act that was done."""

    file: Path
    lengths: tuple[int, ...]
    floors: tuple[Floor, ...]

    def after(self, length: int) -> Floor:
        """What was done when so much of the log was written."""
        return next(f for end, f in zip(reversed(self.lengths), reversed(self.floors), strict=True) if end <= length)


@pytest.fixture
def written(sqlite_template: Template, tmp_path: Path) -> Iterator[Written]:
    with sqlite_template.program(tmp_path, "written") as program:
        file = tmp_path / "written.sqlite"
        log = file.with_name(f"{file.name}-wal")
        random, floor, last = Random(SEED), program.database.read(floor_in), None
        lengths, floors = [0], [floor]
        for number in range(ACTS):
            act = next_act(random, floor, last, f"P{number}")
            last = (act, do(act, program))
            floor = floor.after(act)
            lengths.append(log.stat().st_size)
            floors.append(floor)
        assert lengths == sorted(lengths), "the log began anew: fewer acts"
        yield Written(file, tuple(lengths), tuple(floors))


def look_at(file: Path) -> Floor:
    """What a program finds that opens the file."""
    database = Database(f"sqlite:///{file}", now)
    try:
        health = examine(database)
        assert health.is_well, health.findings
        return database.read(floor_in)
    finally:
        database.close()


def copy(source: Path, folder: Path, parts: tuple[str, ...] = PARTS) -> Path:
    """The file with what lies beside it, as they are at this moment."""
    folder.mkdir()
    for part in parts:
        found = source.with_name(f"{source.name}{part}")
        if found.exists():
            (folder / found.name).write_bytes(found.read_bytes())
    return folder / source.name


@pytest.mark.parametrize("index", ["lost", "of another moment"])
@pytest.mark.parametrize("behind", ["cut off", "zeros", "rubbish"])
def test_whatever_is_lost_of_the_log_the_acts_before_it_are_whole(
    written: Written, tmp_path: Path, behind: str, index: str
) -> None:
    log, random = written.file.with_name(f"{written.file.name}-wal").read_bytes(), Random(SEED)
    ends = [length + by for length in random.sample(written.lengths, 5) for by in (-1, 0, 1)]
    cuts = [random.randrange(len(log)) for _ in range(CUTS)] + [end for end in ends if 0 <= end <= len(log)]
    for number, cut in enumerate(cuts):
        file = copy(written.file, tmp_path / f"{number}", PARTS if index != "lost" else ("",))
        lost = {"cut off": b"", "zeros": bytes(len(log) - cut), "rubbish": random.randbytes(len(log) - cut)}
        left = log[:cut] + lost[behind]
        file.with_name(f"{file.name}-wal").write_bytes(left)
        pairs = zip(log, left, strict=False)
        # Where zeros took the place of zeros, nothing was lost.
        whole = next((place for place, (one, other) in enumerate(pairs) if one != other), len(left))
        assert look_at(file) == written.after(whole), f"cut at {cut} of {len(log)}"


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be stopped in the middle there")
def test_what_lies_on_the_disk_at_any_moment_can_be_opened(sqlite_template: Template, tmp_path: Path) -> None:
    with sqlite_template.copied(tmp_path, "stopped") as url:
        file, random = tmp_path / "stopped.sqlite", Random(SEED)
        floor, done = read_floor(url), 0
        writer = Writer(Orders(url, sqlite_template.company, floor, SEED))
        try:
            for number in range(STOPS):
                writer.go_on(random.randrange(4))
                os.kill(writer.pid, signal.SIGSTOP)
                writer.hear_the_rest()
                image = look_at(copy(file, tmp_path / f"{number}", PARTS[: random.randint(2, 3)]))
                os.kill(writer.pid, signal.SIGCONT)
                for act, _ in writer.diary.done[done:]:
                    floor = floor.after(act)
                done, begun = len(writer.diary.done), writer.diary.begun
                assert image in [floor, *([floor.after(begun)] if begun is not None else [])]
        finally:
            writer.kill()
    assert done >= STOPS


@pytest.fixture
def crashing_server() -> Iterator[tuple[str, Callable[[], None]]]:
    """A PostgreSQL server that says that it is done before that is on its disk, unless it is told otherwise."""
    try:
        with postgres.crashing_cluster() as (url, crash), psycopg.connect(url) as server:
            assert server.execute("SHOW synchronous_commit").fetchone() == ("off",)
            server.close()
            yield url, crash
    except postgres.Unavailable as reason:
        pytest.skip(str(reason))


def test_what_is_done_is_there_after_the_server_has_crashed(
    crashing_server: tuple[str, Callable[[], None]],
) -> None:
    server, crash = crashing_server
    with postgres.new_database(server, "crashed") as url:
        template = prepare(url.replace("postgresql:", "postgresql+psycopg:", 1))
        random, floor, last = Random(SEED), read_floor(template.url), None
        for crashes in range(3):
            program = Program(template.url, template.company, now)
            for number in range(8):
                act = next_act(random, floor, last, f"C{crashes}-{number}")
                last = (act, do(act, program))
                floor = floor.after(act)
            crash()
            program.close()
            assert read_floor(template.url) == floor


def read_floor(url: str) -> Floor:
    database = Database(url, now)
    try:
        return database.read(floor_in)
    finally:
        database.close()
