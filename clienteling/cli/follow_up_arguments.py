"""What can be written behind `tasks`."""

from argparse import ArgumentTypeError
from datetime import date, datetime, time
from typing import Any

_CAUSES = ("date", "purchase", "no_contact", "secret")
_LISTS = ("mine", "store", "proposed", "done")


def add_commands(tasks: Any) -> None:
    """The parser's part, in the group `tasks`."""
    shown = tasks.add("list", "Show what is to be followed up, the first due at the top.")
    shown.add_argument("--which", choices=_LISTS, default="mine", help="mine unless something else is said")
    add = tasks.add("add", "Set out to do something, about customers or about none.")
    add.add_argument("title", metavar="TITLE")
    add.add_argument("--customer", dest="about", action="append", default=[], metavar="ACCOUNT", help="may be repeated")
    add.add_argument("--due", type=day, metavar="DAY", help="YYYY-MM-DD, or +N for in N days; today unless said")
    add.add_argument("--time", type=_time, metavar="HH:MM")
    add.add_argument("--text", default="", metavar="TEXT")
    add.add_argument("--for", dest="whose", metavar="WORKER", help="a colleague; needs the right to do so")
    for name, description in (
        ("done", "It is done."),
        ("take", "Take a proposal."),
        ("drop", "Delete it, or skip a proposal."),
        ("postpone", "Do it another day."),
    ):
        parser = tasks.add(name, description)
        parser.add_argument("follow_up", type=int, metavar="ID", help="as the list shows it")
        if name == "postpone":
            parser.add_argument("--due", type=day, required=True, metavar="DAY", help="YYYY-MM-DD, or +N")
    _add_rules(tasks.group("rules", "What is to be followed up by itself."))


def _add_rules(rules: Any) -> None:
    every = rules.add("list", "Show the rules.")
    put = rules.add("set", "Set a rule, new or in place of the one with its code.")
    put.add_argument("code", metavar="CODE")
    put.add_argument("--cause", choices=_CAUSES, help="needed for a new rule")
    put.add_argument("--title", metavar="TITLE", help="what the follow-ups are called")
    put.add_argument("--days", type=int, metavar="N", help="before a date or an expiry; after a purchase; of silence")
    put.add_argument("--date-name", metavar="NAME", help="only this important date, as Birthday")
    put.add_argument("--at-once", action="store_true", help="make them without asking the worker first")
    put.add_argument("--off", action="store_true", help="keep the rule, but make nothing")
    remove = rules.add("remove", "Take a rule away; what it has made stays.")
    remove.add_argument("code", metavar="CODE")
    run = rules.add("run", "Make now what the rules say. Open windows do it by themselves.")
    for parser in (every, put, remove, run):
        parser.add_argument("--legal-entity", metavar="LE", help="whose; needed where there are several")


def day(text: str) -> date | int:
    """A day, or so many days from today on."""
    try:
        return int(text[1:]) if text.startswith("+") and text[1:].isdecimal() else date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no day: write YYYY-MM-DD, or +7") from None


def _time(text: str) -> time:
    try:
        return datetime.strptime(text, "%H:%M").time()
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no time: write HH:MM") from None
