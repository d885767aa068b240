"""What can be written behind `worker`."""

from argparse import ArgumentParser
from typing import Protocol


class Group(Protocol):
    """Where commands are added."""

    def add(self, name: str, description: str) -> ArgumentParser: ...


def add_workers(worker: Group) -> None:
    password = worker.add("password", "Set a worker's password and end a lock-out.")
    badge = worker.add("badge", "Give a worker the badge whose code is in CLIENTELING_BADGE or scanned.")
    entra = worker.add("entra", "Enter the company account that a worker signs in with, by its IDs in Entra ID.")
    for parser in (password, badge, entra):
        parser.add_argument("personnel_number", metavar="WORKER")
    badge.add_argument("--remove", action="store_true", help="take the worker's badge away")
    entra.add_argument("--oid", metavar="ID", help="the object ID of the account")
    entra.add_argument("--tid", metavar="ID", help="the ID of its tenant")
    entra.add_argument("--remove", action="store_true", help="take the account away")
