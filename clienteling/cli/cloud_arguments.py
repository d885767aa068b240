"""What can be written behind `vault` and `insights`."""

from argparse import ArgumentParser
from typing import Protocol


class Group(Protocol):
    """Where commands are added."""

    def add(self, name: str, description: str) -> ArgumentParser: ...


def add_vault(commands: Group) -> None:
    choose = commands.add("set", "Enter the key vault, and the application that reads it.")
    choose.add_argument("--url", required=True, help="https://NAME.vault.azure.net")
    choose.add_argument("--client", required=True, metavar="ID", help="the application ID of the Key Vault client")
    choose.add_argument("--tenant", metavar="ID", help="the tenant, as 'settings set entra-tenant' takes it")
    choose.add_argument(
        "--keep-key",
        action="store_true",
        help="do not ask for the secret key; else it is typed, or in CLIENTELING_VAULT_KEY",
    )
    secret = commands.add("secret", "Add a secret to the list, or take one off it.")
    secret.add_argument("what", choices=("add", "remove"))
    secret.add_argument("name", metavar="NAME")
    secret.add_argument("reference", nargs="?", default="", metavar="vault://VAULT/SECRET")
    secret.add_argument("--description", default="", metavar="TEXT")
    validate = commands.add("validate", "Read secrets of the list from their vaults, and say what is wrong.")
    validate.add_argument("name", nargs="?", metavar="NAME", help="one of them; else all")
    status = commands.add("status", "Show the key vault, the secrets and when they expire.")
    _add_legal_entity(choose, secret, validate, status)


def add_insights(commands: Group) -> None:
    choose = commands.add("set", "Enter parameters of Customer Insights; what is not named stays as it is.")
    choose.add_argument("--application", metavar="ID", help="the application ID")
    choose.add_argument("--secret", metavar="NAME", help="its secret, by the name in the list of secrets")
    choose.add_argument(
        "--environment",
        action="append",
        metavar="ID",
        help="its instance ID; may be repeated, the first is used",
    )
    choose.add_argument("--alternate-id", metavar="COLUMN", help="the column that holds the account number")
    choose.add_argument("--measure", action="append", metavar="NAME", help="a measure for the cards; up to three")
    pull = commands.add("pull", "Fetch the values of all customers of client books; what was stopped goes on.")
    _add_legal_entity(
        choose,
        pull,
        commands.add("enable", "Try the whole chain, and switch on if it holds."),
        commands.add("disable", "Switch off; the values that came stay."),
        commands.add("measures", "List the environments, columns and measures to choose from."),
        commands.add("status", "Show the parameters, how each link fares, and the last pull."),
    )


def _add_legal_entity(*parsers: ArgumentParser) -> None:
    for parser in parsers:
        parser.add_argument("--legal-entity", metavar="LE", help="whose; needed where there are several")
