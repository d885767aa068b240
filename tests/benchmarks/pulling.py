"""C1: values of all customers pulled from the double, beside fetching the same pages with nothing done to them."""

import multiprocessing
import socket
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import keyring
import requests

from clienteling.domain.cloud_settings import CloudSettings
from clienteling.domain.insights import BATCH
from clienteling.services.services import Services
from tests.benchmarks.company import Bench
from tests.benchmarks.measuring import Result, milliseconds
from tests.support.cloud.server import resolving, running
from tests.support.cloud.world import (
    ALTERNATE_KEY,
    ENVIRONMENT,
    INSIGHTS_CLIENT,
    INSIGHTS_SECRET,
    SUBSCRIPTION_KEY,
    TENANT,
    VAULT_CLIENT,
    VAULT_KEY,
    customer,
    shop,
)
from tests.support.cloud_fixtures import MemoryStore

MEASURES = ("ChurnProbability", "NextBestAction", "TotalSpend")
_WIDTH = 4  # calls at once


def pulling(bench: Bench) -> Iterator[Result]:
    """C1, the first time and when nothing has changed; and how much memory that takes."""
    keyring.set_keyring(MemoryStore())
    before = socket.getaddrinfo
    socket.getaddrinfo = resolving
    try:
        with _double(bench) as (settings, parameters), closing(bench.services()) as services:
            accounts = _accounts(bench)
            _forget(bench)
            _link(services, parameters, settings)
            floor = milliseconds(lambda: _fetch(settings, accounts)) / 1000
            memory = _memory()
            first = milliseconds(lambda: _pull(services)) / 1000
            again = milliseconds(lambda: _pull(services)) / 1000
            what = f"{len(accounts):,} customers’ three measures, score and activity"
            yield Result("C1", f"pull {what}; floor: the same pages fetched", floor, first, "s", times=2)
            yield Result("C1", "the same again, nothing has changed", floor, again, "s", times=2)
            yield Result("C1", "memory that both took", None, _memory() - memory, "MB", most=150)
    finally:
        socket.getaddrinfo = before


def _accounts(bench: Bench) -> list[str]:
    with closing(bench.raw()) as raw:
        statement = "SELECT c.account_number FROM customer c JOIN holding h ON h.customer_id = c.id ORDER BY c.id"
        return [row[0] for row in raw.execute(statement)]


def _forget(bench: Bench) -> None:
    """What an earlier pull brought, where the company is kept for the next run."""
    with closing(bench.raw()) as raw:
        raw.execute("DELETE FROM customer_measure")
        raw.execute("DELETE FROM engagement_score")
        raw.execute("DELETE FROM activity WHERE source LIKE 'insights:%'")


@contextmanager
def _double(bench: Bench) -> Iterator[tuple[CloudSettings, dict[str, str]]]:
    """In a process of its own, so that it takes no time of the program's."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(bench.file.parent / "cloud", _accounts(bench), theirs), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        ours.send(None)
        process.join(30)


def _serve(folder: Path, accounts: Sequence[str], pipe: "Connection[object, object]") -> None:
    world = shop()
    for number, account in enumerate(accounts):
        world.customers[account] = customer(number, account)
    with running(folder, world) as cloud:
        pipe.send((cloud.settings(calls_at_once=_WIDTH, read_seconds=30), cloud.parameters()))
        pipe.recv()


def _link(services: Services, parameters: dict[str, str], settings: CloudSettings) -> None:
    (entity,) = services.parameters.legal_entities()
    for key, value in parameters.items():
        services.parameters.set(None, entity, key, value)
    vaults, port = services.clouds.key_vaults, settings.vault_suffix.partition(":")[2]
    vaults.set_parameters(None, entity, f"https://shop.vault.localhost:{port}", VAULT_CLIENT, VAULT_KEY)
    for name in ("insights", "subscription-key"):
        vaults.save_secret(None, entity, name, f"vault://shop/{name}")
    services.clouds.insights.set_parameters(
        None,
        entity,
        application_id=INSIGHTS_CLIENT,
        secret="insights",
        environments=[ENVIRONMENT],
        alternate_id=ALTERNATE_KEY,
        measures=MEASURES,
    )
    services.clouds.insights.enable(None, entity)


def _pull(services: Services) -> None:
    (entity,) = services.parameters.legal_entities()
    state = services.clouds.pull.run(None, entity)
    if state.done != state.total or state.unknown:
        raise RuntimeError(f"{state.done} of {state.total}, {state.unknown} unknown")


def _fetch(settings: CloudSettings, accounts: Sequence[str]) -> None:
    """The same pages as the pull asks for, read and thrown away."""
    scope = settings.insights_scope
    form = {"client_id": INSIGHTS_CLIENT, "client_secret": INSIGHTS_SECRET, "scope": scope}
    local = threading.local()

    def session() -> requests.Session:
        known: requests.Session | None = getattr(local, "session", None)
        if known is None:
            known = local.session = requests.Session()
            known.trust_env, known.verify = False, settings.ca_bundle
        return known

    url = f"{settings.authority}/{TENANT}/oauth2/v2.0/token"
    token = session().post(url, {"grant_type": "client_credentials", **form}).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}", "Ocp-Apim-Subscription-Key": SUBSCRIPTION_KEY}
    data = f"{settings.insights_url}/instances/{ENVIRONMENT}/data"

    def ask(table: str, query: dict[str, str]) -> bytes:
        return session().get(f"{data}/{table}", params={**query, "$top": "100"}, headers=headers).content

    def fetch(first: int) -> None:
        batch = accounts[first : first + BATCH]
        found = ",".join(f"'{account}'" for account in batch)
        expand = "Customer_Measure,UnifiedActivity"
        ask("Customer", {"$filter": f"{ALTERNATE_KEY} in ({found})", "$expand": expand})
        keys = ",".join(f"'cccccccc-0000-4000-8000-{first + i:012d}'" for i in range(len(batch)))
        ask("Office", {"$filter": f"CustomerId in ({keys}) and AggregationLevel eq 'year'"})

    with ThreadPoolExecutor(_WIDTH) as pool:
        list(pool.map(fetch, range(0, len(accounts), BATCH)))


def _memory() -> float:
    """Megabytes that this process has at most had, where the system tells."""
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
