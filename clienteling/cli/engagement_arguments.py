"""What `interactions` and `engagement` take at the command line."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_LEVELS = ("year", "month", "week")


def add_engagement(commands: Any) -> None:
    """The parsers of both groups."""
    interactions = commands.group("interactions", "Take mails and meetings from files, without subjects and texts.")
    load = interactions.add("import", "Take interactions; the same ones again bring nothing new.")
    load.add_argument("files", nargs="+", type=Path, metavar="FILE", help="what it is, its extension says")

    engagement = commands.group("engagement", "How much accounts and we have to do with each other.")
    put = engagement.add("set", "Set up an enrichment, or change the one of the same name.")
    put.add_argument("file", type=Path, metavar="FILE", help="the wizard's answers, in TOML")
    run = engagement.add("run", "Run now.")
    run.add_argument("--now", type=_moment, metavar="TIME", help="as if it were this time, 2026-11-22T14:30 in UTC")
    run.add_argument("--due", action="store_true", help="only what is due by the schedule")
    engagement.add("status", "What is set up, and how the last runs ended.")
    shown = engagement.add("table", "Show the table that the last run has made.")
    shown.add_argument("--level", choices=_LEVELS, help="only rows of years, months or weeks")
    shown.add_argument("--csv", action="store_true", help="all of it, as CSV")
    consent = engagement.add("consent", "Show the mail that asks for consent, or say that it was given or withdrawn.")
    consent.add_argument("what", choices=("ask", "grant", "withdraw"))
    check = engagement.add("check", "Ask whether all is there that reading mailboxes needs.")
    find = engagement.add("find", "Look up people and groups of the directory, for the addresses of the answers.")
    find.add_argument("text", metavar="TEXT", help="beginnings of names or addresses")
    for parser in (check, find):
        parser.add_argument("--legal-entity", metavar="LE", help="whose; needed where there are several")
    segments = engagement.add("segments", "Show ready-made segments of the store's books.")
    segments.add_argument("--share", metavar="SEGMENT", help="save it as a view that is shared with the store")
    for parser in (run, shown, consent):
        parser.add_argument("--name", metavar="NAME", help="which enrichment; needed where there are several")


def _moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no time like 2026-11-22T14:30") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
