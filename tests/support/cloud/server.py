"""One TLS server that is every cloud: which one a call means, its host name says."""

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import trustme

from clienteling.domain.cloud_settings import CloudSettings
from tests.support.cloud import dataverse, entra, graph, insights, vault
from tests.support.cloud.faults import PORTAL, Fault, Faults, Way
from tests.support.cloud.world import GRAPH_CLIENT, TENANT, WORKER_CLIENT, Answer, Request, World, shop

Service = Callable[[World, Request], Answer]

# A further cloud is one line here, and one module.
SERVICES: dict[str, tuple[str, Service]] = {
    "login.localhost": ("entra", entra.answer),
    "vault.localhost": ("vault", vault.answer),
    "api.insights.localhost": ("insights", insights.answer),
    "org.crm.localhost": ("dataverse", dataverse.answer),
    "graph.localhost": ("graph", graph.answer),
}
NAMES = ("localhost", "*.vault.localhost", *SERVICES)
_REASONS_TO_END = (ConnectionError, ssl.SSLError, TimeoutError)


@dataclass(slots=True)
class Cloud:
    """The double while it runs."""

    world: World
    faults: Faults
    port: int
    ca: Path
    authority: trustme.CA = field(repr=False)

    def settings(self, **others: Any) -> CloudSettings:
        """The settings by which the program finds it. Impatient ones: nothing is far away here."""
        at = f"localhost:{self.port}"
        known: dict[str, Any] = {
            "authority": f"https://login.{at}",
            "tenant": TENANT,
            "worker_client": WORKER_CLIENT,
            "vault_suffix": f"vault.{at}",
            "insights_url": f"https://api.insights.{at}/v1",
            "insights_scope": f"{insights.AUDIENCE}/.default",
            "subscription_key": "subscription-key",
            "graph_url": f"https://graph.{at}/v1.0",
            "graph_scope": f"{graph.AUDIENCE}/.default",
            "graph_application": GRAPH_CLIENT,
            "graph_secret": "graph",
            "ca_bundle": str(self.ca),
            "retry_pause": 0.01,
            "retries": 2,
            "connect_seconds": 5,
            "read_seconds": 1,
            "longest_wait": 2,
            "proxy": False,
        }
        return CloudSettings(**known | others)

    def parameters(self) -> dict[str, str]:
        """The same as `settings set KEY VALUE` takes them."""
        settings = self.settings()
        return {
            "cloud-authority": settings.authority,
            "entra-tenant": settings.tenant,
            "entra-worker-client": settings.worker_client,
            "vault-suffix": settings.vault_suffix,
            "insights-url": settings.insights_url,
            "insights-scope": settings.insights_scope,
            "insights-subscription-key": settings.subscription_key,
            "graph-url": settings.graph_url,
            "graph-scope": settings.graph_scope,
            "graph-application": settings.graph_application,
            "graph-secret": settings.graph_secret,
            "cloud-ca-bundle": settings.ca_bundle,
            "cloud-proxy": "no",
        }

    def reference(self, secret: str = "insights") -> str:
        return f"vault://shop/{secret}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    cloud: Cloud

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads it."""

    def _respond(self) -> None:
        request = self._read()
        host = request.host if request.host in SERVICES else request.host.partition(".")[2]
        found = SERVICES.get(host)
        if found is None:
            self._send(Answer(421, {"error": "no such host"}))
            return
        name, service = found
        cloud = self.cloud
        with cloud.world.lock:
            cloud.world.calls.append(request)
        fault = cloud.faults.of(name, request)
        if fault is not None and fault.answer is not None:
            self._send(fault.answer)
            return
        with cloud.world.lock:
            answer = service(cloud.world, request)
        self._spoil(fault, answer) if fault is not None else self._send(answer)

    do_GET = do_POST = _respond

    def _read(self) -> Request:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        host = headers.get("host", "").rpartition(":")[0]
        query, form = dict(parse_qsl(parts.query)), dict(parse_qsl(body))
        return Request(self.command, host, parts.path, query, headers, form)

    def _send(self, answer: Answer, *, cut: bool = False) -> None:
        body = answer.body if answer.body is not None else json.dumps(answer.document).encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("x-ms-request-id", "66666666-0000-4000-8000-000000000000")
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if cut else body)
        if cut:
            self.wfile.flush()
            self.close_connection = True

    def _spoil(self, fault: Fault, answer: Answer) -> None:
        match fault.way:
            case Way.SLOW:
                self.cloud.faults.over.wait(30)
                self.close_connection = True
            case Way.TRICKLE:
                self._trickle(answer)
            case Way.CUT_OFF:
                self._send(answer, cut=True)
            case Way.MALFORMED:
                self._send(Answer(body=b'{"value": [1, 2', headers=answer.headers))
            case Way.PORTAL:
                self._send(Answer(body=PORTAL, kind="text/html"))
            case Way.MOVED:
                self._send(Answer(302, "", {"Location": "https://portal.localhost/"}))
            case Way.WHOLE:
                self._send(answer)

    def _trickle(self, answer: Answer) -> None:
        """A byte now and then, so that no single wait is long."""
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(200):
            self.wfile.write(b" ")
            self.wfile.flush()
            if self.cloud.faults.over.wait(0.1):
                break
        self.close_connection = True


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is what faults are about."""


@contextmanager
def running(folder: Path, world: World | None = None, port: int = 0) -> Iterator[Cloud]:
    """The double, until the block ends."""
    authority = trustme.CA()
    folder.mkdir(parents=True, exist_ok=True)
    ca = folder / "cloud-ca.pem"
    authority.cert_pem.write_to_path(str(ca))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*NAMES).configure_cert(context)
    cloud = Cloud(world or shop(), Faults(), port, ca, authority)
    server = _Server(("127.0.0.1", port), type("Handler", (_Handler,), {"cloud": cloud}))
    cloud.port = cloud.world.port = server.server_address[1]
    # The handshake in the thread of the connection: one that never ends stops nobody else.
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, name="cloud", daemon=True)
    thread.start()
    try:
        yield cloud
    finally:
        cloud.faults.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


_resolve = socket.getaddrinfo


def resolving(host: Any, *args: Any, **kwargs: Any) -> Any:
    """`socket.getaddrinfo` where names below localhost are this machine, as RFC 6761 has it and glibc has not."""
    name = host.decode() if isinstance(host, bytes) else host
    return _resolve("127.0.0.1" if isinstance(name, str) and name.endswith(".localhost") else host, *args, **kwargs)
