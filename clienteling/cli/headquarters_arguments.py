"""What can be written behind `setup`, `publish` and `distribution`."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Protocol


class Group(Protocol):
    """Where commands are added."""

    def add(self, name: str, description: str) -> ArgumentParser: ...


class Commands(Group, Protocol):
    """The same, and groups of them."""

    def group(self, name: str, description: str) -> Group: ...


def add_headquarters(commands: Commands) -> None:
    """The commands by which a company is set up."""
    _add_set_up(commands.group("setup", "Set up a company by a file, and see what is missing."))
    _add_publish(commands)
    _add_distribution(commands.group("distribution", "When and what headquarters publishes to the tills."))


def _add_set_up(commands: Group) -> None:
    apply = commands.add("apply", "Make the configuration what a TOML file says, and publish it, or nothing of it.")
    apply.add_argument(
        "file", type=Path, metavar="FILE", help="each section in it is whole: what is not listed there is deleted"
    )
    apply.add_argument("--dry-run", action="store_true", help="check everything, show the difference, change nothing")
    export = commands.add("export", "Write the published configuration as TOML.")
    export.add_argument("file", type=Path, nargs="?", metavar="FILE", help="instead of the terminal")
    commands.add("steps", "Show the steps of the set-up, which are done, and what is missing.")


def _add_publish(commands: Group) -> None:
    publish = commands.add("publish", "Bring what waits at headquarters to the tills.")
    publish.add_argument("jobs", type=_job, nargs="*", metavar="JOB", help="1040, ...; all if none is named")


def _add_distribution(commands: Group) -> None:
    commands.add("status", "Show the distribution jobs: when they run, what waits, what was published last.")
    history = commands.add("history", "Show what a job has published.")
    history.add_argument("job", type=_job, metavar="JOB")
    history.add_argument("--limit", type=_version, default=20, metavar="N", help="at most N versions (20)")
    again = commands.add("republish", "Bring back what an older version carried, as a new version.")
    again.add_argument("job", type=_job, metavar="JOB")
    again.add_argument("version", type=_version, metavar="VERSION")
    when = commands.add("schedule", "Choose when a job runs.")
    when.add_argument("job", type=_job, metavar="JOB")
    ways = when.add_mutually_exclusive_group(required=True)
    ways.add_argument("--on-save", action="store_true", help="with each save at headquarters")
    ways.add_argument("--every", type=_version, metavar="HOURS", help="every so many hours, while a window is open")
    ways.add_argument("--by-hand", action="store_true", help="only when somebody runs it")


def _job(text: str) -> int:
    return _number(text, "a job")


def _version(text: str) -> int:
    return _number(text, "a count")


def _number(text: str, what: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 0
    if number < 1:
        raise ArgumentTypeError(f"“{text}” is no number of {what}")
    return number
