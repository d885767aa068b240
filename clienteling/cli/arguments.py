"""What can be written on the command line."""

import argparse
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from clienteling import __version__
from clienteling.cli import follow_up_arguments, handing_over_arguments, people_arguments
from clienteling.cli.answers import Usage
from clienteling.cli.cloud_arguments import add_insights, add_vault
from clienteling.cli.engagement_arguments import add_engagement
from clienteling.cli.everywhere import UNSET, Parser, everywhere
from clienteling.cli.headquarters_arguments import add_headquarters
from clienteling.cli.relationship_arguments import add_relationship
from clienteling.cli.worker_arguments import add_workers
from clienteling.domain.importing import Kind

ALL = "all"
_FORMS = ("csv", "plain-csv", "vcard", "vcard-3")
_SMALLEST, _LARGEST = 320, 16_384  # pixels of a picture's side


def parse(given: Sequence[str]) -> argparse.Namespace:
    """The arguments by name; `command` is None for the window. Raises `Usage`."""
    arguments, rest = build_parser().parse_known_args(_with_joined_sort(given), argparse.Namespace(**UNSET))
    # argparse takes account numbers from one place only; people write them before and behind the options.
    if "accounts" in arguments:
        arguments.accounts = [*arguments.accounts, *(text for text in rest if not text.startswith("-"))]
        rest = [text for text in rest if text.startswith("-")]
    if rest:
        raise Usage(f"unknown: {' '.join(rest)}")
    if arguments.command is None and arguments.worker is not None:
        raise Usage("--as goes with a command; in the window one signs in")
    if arguments.command == "book reassign" and not (arguments.accounts or arguments.filters or arguments.everybody):
        raise Usage("name accounts or a --filter, or say --all")
    return arguments


def _with_joined_sort(given: Sequence[str]) -> list[str]:
    """`--sort -NAME` as one argument: argparse would take -NAME for an option."""
    joined: list[str] = []
    for text in given:
        if joined and joined[-1] == "--sort" and text.startswith("-") and not text.startswith("--"):
            joined[-1] = f"--sort={text}"
        else:
            joined.append(text)
    return joined


def build_parser() -> Parser:
    """The parser with all commands."""
    common = everywhere()
    parser = Parser(
        prog="clienteling",
        description="Client books for store associates. Without a command the window opens.",
        parents=[common],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = _Commands(parser, common)
    _add_company(commands)
    _add_customers(commands)
    _add_books(commands.group("book", "Look at client books and change them."))
    people_arguments.add_duplicates(commands.group("duplicates", "Customers who are likely the same."))
    _add_views(commands.group("views", "Keep filters and an order of a client book under a name."))
    follow_up_arguments.add_commands(commands.group("tasks", "Follow-ups: what is to be done, and when."))
    _add_export(commands.group("export", "Write customers into files."))
    add_relationship(commands.group("relationship", "Relationship intelligence: health, figures, who knows whom."))
    add_engagement(commands)
    add_vault(commands.group("vault", "Azure Key Vault: where secrets are, and whether they can be read."))
    add_insights(commands.group("insights", "Customer Insights: parameters, the link to it, and its values."))
    add_headquarters(commands)
    _add_oversight(commands)
    _add_pictures(commands)
    return parser


class _Commands:
    """Adds commands to a parser; `name` is what they are called on the command line."""

    def __init__(self, parser: argparse.ArgumentParser, common: Parser, prefix: str = "") -> None:
        self._common = common
        self._prefix = prefix
        self._parsers = parser.add_subparsers(
            metavar="COMMAND", required=bool(prefix), dest=argparse.SUPPRESS if prefix else "command"
        )

    def add(self, name: str, description: str) -> argparse.ArgumentParser:
        parser = self._parsers.add_parser(
            name, help=description, description=description, parents=[self._common], allow_abbrev=False
        )
        parser.set_defaults(command=f"{self._prefix}{name}")
        return parser

    def group(self, name: str, description: str) -> "_Commands":
        parser = self._parsers.add_parser(
            name, help=description, description=description, parents=[self._common], allow_abbrev=False
        )
        return _Commands(parser, self._common, prefix=f"{self._prefix}{name} ")


def _add_company(commands: _Commands) -> None:
    demo = commands.add("demo", "Fill an empty database with an invented company.")
    demo.add_argument("--customers", type=_count, default=3000, metavar="N", help="how many customers it has")
    demo.add_argument("--seed", type=int, default=1, metavar="S", help="another number makes another company")

    load = commands.add("import", "Take data from CSV files, and customers from vCards.")
    load.add_argument("kind", choices=[*(kind.value for kind in Kind), ALL], metavar="KIND", help=_kinds_help())
    load.add_argument(
        "file", type=Path, metavar="FILE", help="the CSV or vCard (.vcf) file; the folder of all files for KIND all"
    )
    load.add_argument(
        "--map", metavar="FILE", help="a mapping file, or the name of a ready one, see 'clienteling mappings'"
    )
    load.add_argument("--legal-entity", metavar="LE", help="the company of rows that do not say it")
    load.add_argument("--store", metavar="S", help="the home store of customers who have no other; not for KIND all")
    load.add_argument("--dry-run", action="store_true", help="check everything and change nothing")
    load.add_argument(
        "--rejected",
        type=Path,
        metavar="FILE",
        help="take the rest, and write the rows that cannot be taken here; a folder for KIND all",
    )

    commands.add("mappings", "List the mapping files that come with the program.")


def _add_customers(commands: _Commands) -> None:
    search = commands.add("search", "Find customers by name, e-mail, phone, card, address or account number.")
    search.add_argument("text", nargs="+", metavar="TEXT")
    search.add_argument("--all-stores", action="store_true", help="in all stores of the company, not only in this one")
    _add_limit(search, 50)

    customer = commands.group("customer", "Look at customers, create and change them.")
    show = customer.add("show", "Show everything about a customer.")
    show.add_argument("account", metavar="ACCOUNT")
    _add_limit(show, 20, "entries of the timeline")
    _add_customer_changes(customer)
    people_arguments.add_people(customer)

    activity = commands.group("activity", "Record activities, and edit them.")
    add = activity.add("add", "Record what was done with a customer.")
    add.add_argument("account", metavar="ACCOUNT")
    add.add_argument("--type", required=True, metavar="T", help="the activity type, by code or name")
    add.add_argument("--text", required=True)
    add.add_argument("--title", default="")
    add.add_argument("--when", type=_moment, metavar="TIME", help="2026-11-22T14:30 at the store, instead of now")

    edit = activity.add("edit", "Change what was recorded; the former text is kept.")
    edit.add_argument("item", type=_item_id, metavar="ID", help="as 'customer show' names it")
    edit.add_argument("--type", metavar="T", help="the activity type, by code or name")
    edit.add_argument("--text")
    edit.add_argument("--title")
    edit.add_argument("--when", type=_moment, metavar="TIME", help="2026-11-22T14:30 at the store")
    history = activity.add("history", "Show what an activity said before it was edited.")
    history.add_argument("item", type=_item_id, metavar="ID", help="as 'customer show' names it")
    _add_notes(commands.group("note", "Write notes, edit and pin them."))


def _add_notes(note: _Commands) -> None:
    add = note.add("add", "Write down what is true of a customer beyond one visit.")
    add.add_argument("account", metavar="ACCOUNT")
    add.add_argument("--text", required=True)
    add.add_argument("--title", default="")
    add.add_argument("--external", action="store_true", help="for others than our workers, too")
    add.add_argument("--pinned", action="store_true", help="stands first")
    add.add_argument(
        "--private", action="store_true", help="only for you, and for who gets the customer from your client book"
    )
    edit = note.add("edit", "Change a note; the former text is kept.")
    edit.add_argument("item", type=_item_id, metavar="ID", help="as 'customer show' names it")
    edit.add_argument("--text")
    edit.add_argument("--title")
    for name, words in (("pin", "Let a note stand first."), ("unpin", "Let a note stand where its day is.")):
        note.add(name, words).add_argument("item", type=_item_id, metavar="ID", help="as 'customer show' names it")
    history = note.add("history", "Show what a note said before it was edited.")
    history.add_argument("item", type=_item_id, metavar="ID", help="as 'customer show' names it")


def _add_customer_changes(customer: _Commands) -> None:
    add = customer.add("add", "Create a customer of the store.")
    for name in ("--first-name", "--last-name", "--organization", "--phone", "--email"):
        add.add_argument(name, default="")
    _add_fields(add)
    add.add_argument("--book", action="store_true", help="put the customer into your client book")
    add.add_argument("--anyway", action="store_true", help="also if somebody looks like the same customer")
    edit = customer.add("edit", "Change fields of a customer.")
    edit.add_argument("account", metavar="ACCOUNT")
    _add_fields(edit)


def _add_fields(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--set",
        dest="fields",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="a field by its name in a file of customers: title=Dr., phone_2=NUMBER, date.Birthday=1988-11-18, "
        "consent.email=yes, attribute.NAME=VALUE; an empty value takes it away; may be repeated",
    )


def _add_books(commands: _Commands) -> None:
    show = commands.add("list", "Show the customers of your client book.")
    show.add_argument("--store", action="store_true", help="of all client books of the store")
    show.add_argument(
        "--view", dest="saved", metavar="NAME", help="as this view asks; --filter and --sort go before it"
    )
    _add_filters(show)
    show.add_argument(
        "--sort",
        default="",
        metavar="NAME",
        help="name, last contact, next date, score, total spend, holder or a property; -NAME is down",
    )
    show.add_argument("--facets", action="store_true", help="also what each filter would leave")
    _add_limit(show, 50)

    add = commands.add("add", "Put customers into your client book.")
    add.add_argument("accounts", nargs="+", metavar="ACCOUNT")
    _add_override(add)
    remove = commands.add("remove", "Take customers out of your client book.")
    remove.add_argument("accounts", nargs="+", metavar="ACCOUNT")
    _add_override(remove)

    reassign = commands.add("reassign", "Move customers to another worker's client book: all of them, or none.")
    reassign.add_argument("accounts", nargs="*", metavar="ACCOUNT")
    _add_filters(reassign)
    reassign.add_argument("--all", dest="everybody", action="store_true", help="everybody in the client book of --from")
    reassign.add_argument("--from", dest="giver", required=True, metavar="W", help="the worker who has them")
    reassign.add_argument("--to", dest="taker", required=True, metavar="W", help="the worker who gets them")
    reassign.add_argument("--reason", default="", metavar="TEXT", help="why; stands in the audit")
    _add_override(reassign)
    handing_over_arguments.add_commands(commands)


def _add_views(commands: _Commands) -> None:
    shown = commands.add("list", "Show your views and those that are shared with the store.")
    save = commands.add("save", "Save filters and an order as a view; of the same name, they take its place.")
    save.add_argument("name", metavar="NAME")
    _add_filters(save)
    save.add_argument("--sort", default="", metavar="NAME", help="as in 'book list'")
    save.add_argument("--share", action="store_true", help="with everybody in the store")
    save.set_defaults(saved=None)
    delete = commands.add("delete", "Take a view away.")
    delete.add_argument("name", metavar="NAME")
    for parser in (shown, save, delete):
        parser.add_argument("--store", action="store_true", help="of the client books of the store, not of your own")


def _add_export(commands: _Commands) -> None:
    book = commands.add("book", "Write the customers of your client book into a file.")
    book.add_argument("--store", action="store_true", help="of all client books of the store")
    book.add_argument("--view", dest="saved", metavar="NAME", help="as in 'book list'")
    _add_filters(book)
    book.add_argument("--sort", default="", metavar="NAME", help="as in 'book list'")
    book.add_argument("--out", type=Path, required=True, metavar="FILE")
    book.add_argument(
        "--format",
        choices=_FORMS,
        default="",
        help="csv unless FILE ends in .vcf; plain-csv has no byte order mark; vcard is 4.0, vcard-3 is 3.0",
    )
    _add_override(book)


def _add_oversight(commands: _Commands) -> None:
    audit = commands.add("audit", "Show what was done and refused, newest first.")
    people_arguments.add_audit_filter(audit)
    _add_limit(audit, 100, "lines")

    history = commands.add("history", "Show what you changed in client books, with the ID that undoes it.")
    _add_limit(history, 50, "changes")
    undo = commands.add("undo", "Undo a change of client books, if nothing newer stands in between.")
    undo.add_argument("record", type=_record_id, metavar="ID", help="as the history shows it")

    add_workers(commands.group("worker", "Look after workers."))
    _add_settings(commands.group("settings", "What is chosen for a legal entity."))

    check = commands.add("check", "Look the database over; exit code 1 if anything is wrong.")
    check.add_argument("--head", metavar="PLACE:HASH", help="the audit's head that an earlier check has said")


def _add_pictures(commands: _Commands) -> None:
    tour = commands.add("tour", "Go through every page of the window and take a picture of each.")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR")
    tour.add_argument("--size", type=_size, default=(1366, 768), metavar="WxH")
    tour.add_argument("--theme", choices=("light", "dark"), default="", help="one theme instead of both")


def _add_settings(settings: _Commands) -> None:
    every = settings.add("list", "Show all settings with their values.")
    get = settings.add("get", "Show one value.")
    get.add_argument("key", metavar="KEY")
    put = settings.add("set", "Choose a value; open tills take it over.")
    put.add_argument("key", metavar="KEY")
    put.add_argument("value", metavar="VALUE")
    for parser in (every, get, put):
        parser.add_argument("--legal-entity", metavar="LE", help="whose; needed where there are several")


def _add_override(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--override",
        metavar="WORKER",
        help="let this worker sign for it, with the password in CLIENTELING_OVERRIDE_PASSWORD or typed",
    )


def _add_filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--filter",
        dest="filters",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="A|B, yes, 10..50, 2026-01-01..2026-03-31, 'next 30', 01-15..02-10, 'more than 60 days' (as in "
        "'Last e-mail=more than 60 days') or a text; may be repeated",
    )


def _add_limit(parser: argparse.ArgumentParser, default: int, of_what: str = "customers") -> None:
    parser.add_argument("--limit", type=_count, default=default, metavar="N", help=f"at most N {of_what} ({default})")


def _kinds_help() -> str:
    return f"one of {', '.join(Kind)}, or {ALL}"


def _record_id(text: str) -> int:
    return _key(text, "a change")


def _item_id(text: str) -> int:
    return _key(text, "an activity or a note")


def _key(text: str, what: str) -> int:
    key = int(text) if text.isascii() and text.isdecimal() and len(text) < 20 else 0
    if not 0 < key < 1 << 63:
        raise argparse.ArgumentTypeError(f"“{text}” is no ID of {what}")
    return key


def _count(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no number from 1 on")
    return number


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    for side in (width, height):
        if not (side.isascii() and side.isdecimal() and len(side) < 6 and _SMALLEST <= int(side) <= _LARGEST):
            raise argparse.ArgumentTypeError(f"“{text}” is no size like 1366x768")
    return int(width), int(height)


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no time like 2026-11-22T14:30") from None
