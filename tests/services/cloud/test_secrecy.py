"""What a program that holds secrets lets others see: the list of processes, logs, and what a crash leaves behind."""

import faulthandler
import logging
import os
import resource
import signal
import sys
from pathlib import Path

import pytest

from clienteling import app
from tests.support.cloud.world import SECRETS
from tests.support.linked import Linked


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="only Linux shows processes as files")
def test_no_secret_is_in_the_list_of_processes_the_logs_or_what_a_crash_leaves(linked: Linked, tmp_path: Path) -> None:
    linked.know(1, 8)
    linked.enable()
    home = tmp_path / "crashing"
    held, holds = os.pipe()
    child = os.fork()
    if not child:
        _hold_secrets_and_crash(linked, home, holds)
    os.close(holds)
    assert os.read(held, 2) == b"ok"
    for name in ("cmdline", "environ"):
        shown = Path(f"/proc/{child}/{name}").read_bytes()
        assert not [secret for secret in SECRETS if secret.encode() in shown]
    os.kill(child, signal.SIGSEGV)
    _, status = os.waitpid(child, 0)
    os.close(held)
    assert os.WTERMSIG(status) == signal.SIGSEGV
    left = {file.name: file.read_bytes() for file in home.rglob("*") if file.is_file()}
    assert b"Segmentation fault" in left["crash.log"]
    assert b"Traceback" in left["clienteling.log"]
    for content in left.values():
        assert not [secret for secret in SECRETS if secret.encode() in content]
        assert b"never~shown" not in content


def _hold_secrets_and_crash(linked: Linked, home: Path, holds: int) -> None:
    """In a process of its own: the secret key and what the vault gave are in its memory, and a bug is logged."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.environ.pop("PYTEST_CURRENT_TEST", None)
    faulthandler.disable()
    logging.getLogger().handlers.clear()
    try:
        app.start_logging(home)
        with linked.program.beside() as program:
            program.services.clouds.key_vaults.validate(None, linked.entity, "insights")
            try:
                program.services.clouds.pull.run(None, linked.entity, _fail)
            except ZeroDivisionError:
                logging.getLogger("clienteling").exception("A bug")
            os.write(holds, b"ok")
            signal.pause()
    finally:
        os._exit(1)


def _fail(_state: object) -> None:
    sys.stdout.write(str(1 // 0))
