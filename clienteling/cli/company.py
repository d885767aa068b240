"""`demo`, `import` and `mappings`: how a company comes into the database."""

from argparse import Namespace
from typing import TYPE_CHECKING

from clienteling.cli.access import opened
from clienteling.cli.answers import Answer
from clienteling.cli.readable import counted
from clienteling.cli.tables import table
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.domain.worker import Worker
    from clienteling.services.services import Services


def make_demo(arguments: Namespace, settings: Settings) -> Answer:
    """Fill an empty database with the demo company, and say who can sign in."""
    from clienteling.app import make_demo as make

    with opened(settings) as services:
        make(services, arguments.customers, arguments.seed)
        password = services.sign_in.demo_password() or ""
        workers = _workers(services)
    document = {
        "customers": arguments.customers,
        "seed": arguments.seed,
        "password": password,
        "workers": [
            {"worker": w.personnel_number, "name": w.name, "title": w.title, "stores": stores} for w, stores in workers
        ],
    }
    rows = [[w.personnel_number, w.name, w.title, ", ".join(stores)] for w, stores in workers]
    text = (
        f"The demo company is ready, with {counted(arguments.customers, 'customer', 'customers')}.\n\n"
        f"{table(['Worker', 'Name', 'Title', 'Stores'], rows)}\n\n"
        f"The password of all of them is {password}"
    )
    return Answer(document, text)


def load(arguments: Namespace, settings: Settings) -> Answer:
    raise NotImplementedError


def mappings(arguments: Namespace, settings: Settings) -> Answer:
    raise NotImplementedError


def _workers(services: "Services") -> list[tuple["Worker", list[str]]]:
    """Who can sign in, and in which stores."""
    found: dict[int, tuple[Worker, list[str]]] = {}
    stores = {register.store.id: register for register in services.sign_in.registers()}
    for register in stores.values():
        for worker in services.sign_in.workers_at(register):
            found.setdefault(worker.id, (worker, []))[1].append(register.store.code)
    return sorted(found.values(), key=lambda pair: pair[0].personnel_number)
