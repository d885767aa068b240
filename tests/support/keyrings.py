"""A real credential store: GNOME Keyring on a message bus of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

NEEDED = ("dbus-daemon", "gnome-keyring-daemon")


def is_there() -> bool:
    return sys.platform == "linux" and all(shutil.which(name) for name in NEEDED)


@contextmanager
def bus() -> Iterator[str]:
    """The address of a message bus on which nothing is yet; it can start nothing by itself."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait(10)
        daemon.stdout.close()


@contextmanager
def keyring_on(address: str, folder: Path, password: str | None = "tests") -> Iterator[None]:
    """GNOME Keyring, unlocked with a password; without one it is locked, and nobody is there to ask."""
    folder.mkdir(exist_ok=True)
    environment = os.environ | {
        "DBUS_SESSION_BUS_ADDRESS": address,
        "XDG_DATA_HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "GNOME_KEYRING_CONTROL": "",
    }
    environment.pop("DISPLAY", None)
    command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
    command += ["--unlock"] if password is not None else []
    daemon = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert daemon.stdin is not None
        with suppress(BrokenPipeError):
            daemon.stdin.write(password or "")
            daemon.stdin.close()
        _wait_for_name(address)
        yield
    finally:
        daemon.terminate()
        daemon.wait(10)


def _wait_for_name(address: str) -> None:
    """Until the keyring has its name on the bus: asked earlier, the bus would start another, locked one."""
    from jeepney import DBusAddress, MatchRule, message_bus, new_method_call  # type: ignore[import-untyped]
    from jeepney.io.blocking import Proxy, open_dbus_connection  # type: ignore[import-untyped]

    name = "org.freedesktop.secrets"
    with open_dbus_connection(address) as connection:
        rule = MatchRule(
            type="signal", sender=message_bus.bus_name, interface=message_bus.interface, member="NameOwnerChanged"
        )
        rule.add_arg_condition(0, name)
        Proxy(message_bus, connection).AddMatch(rule)
        with connection.filter(rule) as matches:
            call = DBusAddress(message_bus.object_path, message_bus.bus_name, message_bus.interface)
            reply = connection.send_and_get_reply(new_method_call(call, "NameHasOwner", "s", (name,)))
            if not reply.body[0]:
                connection.recv_until_filtered(matches, timeout=20)
