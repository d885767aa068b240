"""The cloud double alone: `python -m tests.support.cloud [--port 9444] [--run ARGUMENTS...]`.

Prints what to enter, and answers until Ctrl-C. With --run it runs the program itself with these arguments, in this
process, where names below localhost resolve on every system. Keeps its secrets in memory, in place of the machine's
credential store, with --run and --memory.
"""

import argparse
import socket
import sys
import tempfile
import threading
from datetime import UTC, datetime
from pathlib import Path

from tests.support.cloud.mailboxes import DEMO_GROUP, demo_mailboxes
from tests.support.cloud.server import Cloud, resolving, running
from tests.support.cloud.world import (
    ALTERNATE_KEY,
    ENVIRONMENT,
    INSIGHTS_CLIENT,
    TENANT,
    VAULT_CLIENT,
    VAULT_KEY,
    User,
    customer,
    shop,
)

MOST = 40_000


def main() -> int:
    parser = argparse.ArgumentParser(description="Answers as Entra ID, Key Vault, Customer Insights and Dataverse do.")
    parser.add_argument("--port", type=int, default=9444)
    parser.add_argument("--accounts", default="MA-{:06}", help="how account numbers look")
    parser.add_argument("--memory", action="store_true", help="keep secrets in memory instead of the credential store")
    parser.add_argument("--run", nargs=argparse.REMAINDER, help="arguments of the program, to be run in this process")
    arguments = parser.parse_args()
    world = shop()
    for number in range(1, MOST):
        account = arguments.accounts.format(number)
        world.customers[account] = customer(number, account)
    world.mailboxes = demo_mailboxes(datetime.now(UTC))
    world.groups = {DEMO_GROUP: list(world.mailboxes)}
    with tempfile.TemporaryDirectory() as folder, running(Path(folder), world, arguments.port) as cloud:
        if arguments.run is not None:
            return _run(arguments.run, memory=arguments.memory)
        sys.stdout.write(_what_to_enter(cloud))
        sys.stdout.flush()
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0
    return 0


def _run(given: list[str], *, memory: bool) -> int:
    from clienteling.cli import main as program

    socket.getaddrinfo = resolving
    if memory:
        import keyring

        from tests.support.cloud_fixtures import MemoryStore

        keyring.set_keyring(MemoryStore())
    return program(given)


def _what_to_enter(cloud: Cloud) -> str:
    settings = "\n".join(f"clienteling settings set {key} {value}" for key, value in cloud.parameters().items())
    names = " ".join(("login", "shop.vault", "api.insights", "org.crm", "graph"))
    hosts = " ".join(f"{name}.localhost" for name in names.split())
    return f"""The cloud double answers at port {cloud.port}. If these names do not resolve, /etc/hosts needs:
127.0.0.1 {hosts}

Where there are several legal entities each command says which, in the demo company: --legal-entity MAB

{settings}
CLIENTELING_VAULT_KEY='{VAULT_KEY}' clienteling vault set --url https://shop.vault.localhost:{cloud.port} \\
    --client {VAULT_CLIENT}
clienteling vault secret add insights vault://shop/insights
clienteling vault secret add subscription-key vault://shop/subscription-key
clienteling vault secret add graph vault://shop/graph
clienteling vault validate
clienteling insights set --application {INSIGHTS_CLIENT} --secret insights \\
    --environment {ENVIRONMENT} --alternate-id {ALTERNATE_KEY} \\
    --measure ChurnProbability --measure NextBestAction --measure TotalSpend
clienteling insights enable
clienteling insights pull
clienteling worker entra 000274 --oid {User().oid} --tid {TENANT}
"""


if __name__ == "__main__":
    sys.exit(main())
