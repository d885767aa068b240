"""Runs a command, and says in one line what went wrong.

Exit codes: 0 done, 1 refused or failed, 2 written wrong, 130 stopped by Ctrl-C.
"""

import logging
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from clienteling.cli.answers import Answer, Usage, complain, complain_of, show
from clienteling.cli.everywhere import for_window
from clienteling.domain.errors import Problem
from clienteling.settings import Settings, default_home, load

DONE, FAILED, WRITTEN_WRONG, STOPPED = 0, 1, 2, 130


def main(given: Sequence[str] | None = None) -> int:
    """Run the command of these arguments, by default those of the process; the exit code."""
    texts = list(sys.argv[1:] if given is None else given)
    as_json = "--json" in texts
    home: Path | None = None
    try:
        arguments = for_window(texts) or _parsed(texts)
        home = arguments.home or default_home()
        return _run(arguments, load(home, arguments.database))
    except Usage as wrong:
        complain("usage", "Wrong usage", f"{wrong}. See clienteling --help.", as_json=as_json)
        return WRITTEN_WRONG
    except Problem as problem:
        complain_of(problem, as_json=as_json)
    except BrokenPipeError:
        return _reader_gone()
    except KeyboardInterrupt:
        complain("stopped", "Stopped", "The command was stopped before its end.", as_json=as_json)
        return STOPPED
    except OSError as error:
        if error.filename is None:
            _complain_of_bug(error, home, as_json=as_json)
        else:
            complain("file", "A file cannot be used", f"{error.filename}: {error.strerror}", as_json=as_json)
    except Exception as error:
        _complain_of_bug(error, home, as_json=as_json)
    return FAILED


def _parsed(texts: Sequence[str]) -> Namespace:
    from clienteling.cli.arguments import parse  # all commands: the window does without

    return parse(texts)


def _run(arguments: Namespace, settings: Settings) -> int:
    if arguments.command is None:
        from clienteling.app import run_window

        return run_window(settings)
    answer = command(arguments.command)(arguments, settings)
    show(answer, as_json=arguments.json)
    if answer.problem is None:
        return DONE
    complain_of(answer.problem, as_json=arguments.json)
    return FAILED


Command = Callable[[Namespace, Settings], Answer]


def _grouped() -> dict[str, Command]:
    """Commands of modules that list theirs."""
    from clienteling.cli import (
        clouds,
        company_accounts,
        engagement,
        follow_ups,
        handing_over,
        headquarters,
        mailboxes,
        parameters,
        people,
        relationship,
        timeline,
        views,
    )

    modules = (
        clouds,
        company_accounts,
        engagement,
        follow_ups,
        handing_over,
        headquarters,
        mailboxes,
        parameters,
        people,
        relationship,
        timeline,
        views,
    )
    return {name: command for module in modules for name, command in module.COMMANDS.items()}


def command(name: str) -> Command:
    """What runs for a command, by its words."""
    from clienteling.cli import (
        books,
        company,
        customer_changes,
        customers,
        export,
        history,
        oversight,
        tour,
    )

    return {
        **_grouped(),
        "demo": company.make_demo,
        "import": company.load,
        "mappings": company.mappings,
        "search": customers.find,
        "customer show": customers.show,
        "customer add": customer_changes.add,
        "customer edit": customer_changes.edit,
        "book list": books.show_book,
        "book add": books.add,
        "book remove": books.remove,
        "book reassign": books.reassign,
        "export book": export.export_book,
        "audit": oversight.show_audit,
        "history": history.show_history,
        "undo": history.undo,
        "check": oversight.check,
        "tour": tour.take_pictures,
        "worker password": oversight.set_password,
        "worker badge": oversight.set_badge,
    }[name]


def _reader_gone() -> int:
    """What was asked for is done, and nobody reads on: no reason to complain, nor for Python to do so at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _complain_of_bug(error: Exception, home: Path | None, *, as_json: bool) -> None:
    """Log where a bug is. What the error says is left out, for it may name a customer or hold a password."""
    place = "The log could not be written."
    try:
        if home is not None:
            from clienteling.app import start_logging

            start_logging(home)
            frames = "".join(traceback.format_tb(error.__traceback__))
            logging.getLogger(__name__).error("%s in a command\n%s", type(error).__qualname__, frames)
            place = f"Where it happened is written in {home / 'logs'}."
    except OSError:
        pass
    complain("bug", "This is a bug of the program", f"{type(error).__name__}. {place}", as_json=as_json)
