"""The options that every command has, and the window too, which needs to know of no command."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from clienteling.cli.answers import Usage

UNSET = {
    "home": None,
    "database": None,
    "json": False,
    "worker": None,
    "at": None,
}


class Parser(argparse.ArgumentParser):
    """Raises `Usage` where argparse would end the program."""

    def error(self, message: str) -> NoReturn:
        raise Usage(message)


def for_window(given: Sequence[str]) -> argparse.Namespace | None:
    """The arguments of a start that only opens the window; None if there is more to understand."""
    unset = argparse.Namespace(**UNSET, command=None)
    try:
        arguments, rest = everywhere().parse_known_args(given, unset)
    except Usage:
        return None
    return arguments if not rest and arguments.worker is None else None


def everywhere() -> Parser:
    """The options that stand before or behind a command. Unset ones leave what was set on the other side."""
    parser = Parser(add_help=False, argument_default=argparse.SUPPRESS, allow_abbrev=False)
    parser.add_argument("--home", type=Path, metavar="DIR", help="the data folder")
    parser.add_argument("--database", metavar="URL", help="sqlite:///FILE or postgresql://USER@HOST/NAME")
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")
    parser.add_argument(
        "--as",
        dest="worker",
        metavar="WORKER",
        help="sign in as this worker, with the password in CLIENTELING_PASSWORD or typed",
    )
    parser.add_argument("--at", metavar="STORE", help="sign in at this store")
    return parser
