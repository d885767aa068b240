"""What can be written behind `duplicates`, `audit`, and `customer` beyond one customer's daily life."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import datetime
from pathlib import Path
from typing import Protocol


class Group(Protocol):
    """Where commands are added."""

    def add(self, name: str, description: str) -> ArgumentParser: ...


def add_duplicates(commands: Group) -> None:
    shown = commands.add("list", "Show customers who are likely the same, the most likely first.")
    shown.add_argument("--most", type=int, default=200, metavar="N", help="stop when so many pairs are found (200)")
    _add_entity(shown)
    apart = commands.add("apart", "Remember that two who look alike are two people.")
    apart.add_argument("account", metavar="ACCOUNT")
    apart.add_argument("other", metavar="OTHER")


def add_people(customer: Group) -> None:
    merge = customer.add("merge", "Let two files about one customer become one.")
    merge.add_argument("account", metavar="KEPT", help="the customer who stays")
    merge.add_argument("other", metavar="OTHER", help="whose file goes into that one")
    merge.add_argument(
        "--take", action="append", default=[], metavar="FIELD", help="take this field of the other; may be repeated"
    )
    merge.add_argument("--reason", default="", metavar="TEXT", help="why; stands in the audit")
    merge.add_argument("--dry-run", action="store_true", help="only show what would happen, with the names of fields")
    unmerge = customer.add("unmerge", "Undo a merge, if nothing newer stands in between.")
    unmerge.add_argument("record", type=int, metavar="ID", help="as the merge said it")
    whole = customer.add("file", "Write a customer's whole file, as a page and as JSON.")
    whole.add_argument("account", metavar="ACCOUNT")
    whole.add_argument("--out", type=Path, required=True, metavar="FILE")
    erase = customer.add("erase", "Erase a customer for good, and write the proof of it.")
    erase.add_argument("account", metavar="ACCOUNT")
    erase.add_argument("--confirm", default="", metavar="WORD", help="ERASE; without it, it only says what would go")
    erase.add_argument("--proof", type=Path, metavar="FILE", help="where the proof goes; needed with --confirm")
    for parser in (merge, whole, erase):
        _add_entity(parser)


def _add_entity(parser: ArgumentParser) -> None:
    parser.add_argument("--legal-entity", metavar="LE", help="whose; needed where there are several")


def add_audit_filter(audit: ArgumentParser) -> None:
    """What the audit is asked for."""
    audit.add_argument("--customer", dest="account", metavar="ACCOUNT", help="only what concerns this customer")
    audit.add_argument("--who", metavar="WORKER", help="only what this worker did, by personnel number")
    audit.add_argument("--operation", metavar="ID", help="only this operation, by number or name")
    audit.add_argument("--refused", action="store_true", help="only what was refused")
    audit.add_argument("--since", type=_moment, metavar="TIME", help="2026-11-22 or 2026-11-22T14:30, from then on")
    audit.add_argument("--until", type=_moment, metavar="TIME", help="before then")
    audit.add_argument("--out", type=Path, metavar="FILE", help="write all of it into this CSV file")


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no time like 2026-11-22T14:30") from None
