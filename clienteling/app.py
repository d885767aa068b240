"""The composition root: builds everything once and hands it down. The only place that knows all."""

import faulthandler
import gc
import logging
from contextlib import suppress
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from clienteling.domain.errors import Unreachable, mark
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.services.services import Services
    from clienteling.ui.program import Ways

_LOG_SIZE = 1_000_000  # bytes, of each of three files


def clock() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def open_services(settings: Settings) -> "Services":
    """Services on the settings' database, which is made or migrated first. Raises `Storage` problems."""
    # Imported here: the window paints before SQLAlchemy and all that hangs on it.
    from clienteling.database import migrations
    from clienteling.database.engine import Database
    from clienteling.services.services import Services

    # Customers' data: for the user who runs the program alone.
    try:
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        message = mark("The data folder {folder} cannot be made: {reason}.")
        raise Unreachable(message, folder=settings.home, reason=error.strerror or str(error)) from error
    database = Database(settings.database_url, clock)
    try:
        migrations.upgrade(database)
    except BaseException:
        database.close()
        raise
    return Services(database, clock, settings.home)


def make_demo(services: "Services", customers: int = 3000, seed: int = 1) -> None:
    """Fill an empty database with the demo company. Raises `Conflict` if there is a company."""
    # Names and templates of a whole boutique: only those who ask for it wait for their import.
    from clienteling.services.demo.company import DemoCompany

    DemoCompany(services.importer, services.sign_in, services.operations).make(customers, seed)


def run_window(settings: Settings) -> int:
    """Open the window and stay until it is closed; the exit code."""
    with suppress(OSError):
        # Where nothing can be written, the window says so when it opens the data.
        start_logging(settings.home)
    # What is imported stays: looking through it again and again, while it comes, is a fifth of the start.
    gc.disable()
    from clienteling.ui.program import run

    return run(settings, _ways())


def run_tour(settings: Settings, out: Path, size: tuple[int, int], theme: str) -> int:
    """Drive the real window through every page and write a picture of each into `out`; the exit code."""
    start_logging(settings.home)
    from clienteling.ui.tour.runner import run

    return run(_ways(), out, size, theme)


def start_logging(home: Path) -> None:
    """Log into the data folder: what happened, never to whom. A crash of the process leaves its stacks in crash.log."""
    folder = home / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "clienteling.log", maxBytes=_LOG_SIZE, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    logging.getLogger("azure").setLevel(logging.WARNING)  # it tells of every call
    if not faulthandler.is_enabled():
        # The file stays open as long as the process lives: a crash has no time to open it.
        faulthandler.enable((folder / "crash.log").open("a", encoding="utf-8"))


def _ways() -> "Ways":
    from clienteling.ui.program import Ways

    return Ways(open_services=open_services, make_demo=make_demo, clock=clock)
