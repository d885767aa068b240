"""What can be written on the command line."""

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from clienteling.cli.answers import Usage
from clienteling.cli.arguments import build_parser, parse
from clienteling.cli.program import command


def test_without_a_command_the_window_is_meant() -> None:
    arguments = parse(["--home", "somewhere", "--database", "sqlite://"])
    assert arguments.command is None
    assert (arguments.home, arguments.database, arguments.json) == (Path("somewhere"), "sqlite://", False)


def test_what_is_said_behind_a_command_wins_over_what_is_said_before_it() -> None:
    arguments = parse(["--home", "one", "--as", "001", "book", "--json", "list", "--home", "two"])
    assert (arguments.command, arguments.home, arguments.worker, arguments.json) == (
        "book list",
        Path("two"),
        "001",
        True,
    )


def test_accounts_stand_before_and_behind_options() -> None:
    arguments = parse(["book", "reassign", "--from", "1", "A", "--to", "2", "B", "C"])
    assert arguments.accounts == ["A", "B", "C"]
    assert parse(["book", "add", "A", "--as", "1", "B"]).accounts == ["A", "B"]


@pytest.mark.parametrize("order", [["--sort", "-spend"], ["--sort=-spend"]])
def test_an_order_may_begin_with_a_sign(order: list[str]) -> None:
    assert parse(["book", "list", *order]).sort == "-spend"


def test_filters_are_gathered() -> None:
    assert parse(["book", "list", "--filter", "a=1", "--filter", "b=2..3"]).filters == ["a=1", "b=2..3"]
    assert parse(["book", "list"]).filters == []


def test_a_tour_has_a_size_and_a_theme() -> None:
    arguments = parse(["tour", "--out", "pictures", "--size", "1920X1080", "--theme", "dark"])
    assert (arguments.size, arguments.theme) == ((1920, 1080), "dark")
    assert (parse(["tour", "--out", "p"]).size, parse(["tour", "--out", "p"]).theme) == ((1366, 768), "")


@pytest.mark.parametrize("size", ["10x10", "1366", "1366x", "-5x900", "99999x900", "1366x7⁶8"])
def test_a_size_is_one_that_a_screen_can_have(size: str) -> None:
    with pytest.raises(Usage, match="is no size"):
        parse(["tour", "--out", "p", f"--size={size}"])


def test_a_planned_activity_has_a_time() -> None:
    arguments = parse(["activity", "add", "A", "--type", "t", "--text", "x", "--when", "2026-11-22T14:30"])
    assert arguments.when == datetime(2026, 11, 22, 14, 30)


def test_options_cannot_be_shortened() -> None:
    with pytest.raises(Usage, match="unknown: --filt"):
        parse(["book", "list", "--filt", "a=1"])


def test_a_reassignment_says_of_whom() -> None:
    with pytest.raises(Usage, match="name accounts or a --filter, or say --all"):
        parse(["book", "reassign", "--from", "1", "--to", "2"])
    assert parse(["book", "reassign", "--from", "1", "--to", "2", "--all"]).everybody


def test_every_command_that_is_understood_is_one_that_can_be_run() -> None:
    def names(parser: argparse.ArgumentParser) -> Iterator[str]:
        groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
        for group in groups:
            for one in group.choices.values():
                yield from names(one)
        if not groups:
            yield parser.get_default("command")

    found = list(names(build_parser()))
    assert len(found) > 50
    assert [name for name in found if not callable(command(name))] == []
