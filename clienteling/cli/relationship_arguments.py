"""What can be written behind `relationship`."""

from argparse import ArgumentParser
from typing import Protocol


class Group(Protocol):
    """Where commands are added."""

    def add(self, name: str, description: str) -> ArgumentParser: ...


def add_relationship(commands: Group) -> None:
    enable = commands.add("enable", "Switch relationship intelligence on; fourteen days for consent begin.")
    enable.add_argument("--licence", action="store_true", help="confirm that the company has a licence")
    consent = commands.add("consent", "Allow that mail and meetings of Exchange are used.")
    consent.add_argument("--withdraw", action="store_true", help="take it back")
    choose = commands.add("set", "Choose weights, frequency, grades, roles and more.")
    choose.add_argument(
        "values",
        nargs="+",
        metavar="KEY=VALUE",
        help="email, meeting, phone or task=-50..50; frequency=daily|few-days|weekly|few-weeks|monthly; good=60; "
        "fair=40; roles=associate,manager; location=FI; licence, who-knows-whom, analytics, exchange or health=yes|no; "
        "subject=TEXT; body=TEXT",
    )
    every = [
        enable,
        consent,
        choose,
        commands.add("disable", "Switch relationship intelligence off; what was chosen stays."),
        commands.add("status", "Show what works, why the rest does not, and how healthy customers are."),
        commands.add("refresh", "Compute the health of all customers now."),
    ]
    for parser in every:
        parser.add_argument("--legal-entity", metavar="LE", help="whose; needed where there are several")
    health = commands.add("health", "Show a customer's health, with its parts, and the figures.")
    knows = commands.add("who-knows", "Show up to five colleagues who know a customer.")
    for parser in (health, knows):
        parser.add_argument("account", metavar="ACCOUNT")
    knows.add_argument("--introduce", metavar="WORKER", help="write the mail that asks this one for an introduction")
    mailbox = commands.add("mailbox", "Say whose mailbox an address is.")
    mailbox.add_argument("personnel_number", metavar="WORKER")
    mailbox.add_argument("address", metavar="ADDRESS")
