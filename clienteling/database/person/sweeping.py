"""Cleans what a database keeps of rows that are gone: free pages, the log of writes, copies from before an update."""

import logging
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

from clienteling.database.engine import Database

_TRIES = 5
_PAUSE = threading.Event()


def sweep(database: Database) -> bool:
    """Make the file anew without free space, and empty its log; False if something did not let that happen.

    PostgreSQL cleans the pages itself when it is told to.
    """
    driver = database.engine.dialect.loaded_dbapi
    try:
        with closing(database.engine.raw_connection()) as connection:
            if database.is_sqlite:
                return _sweep_file(connection, driver)
            plain: Any = connection.driver_connection
            plain.autocommit = True
            try:
                with closing(connection.cursor()) as cursor:
                    cursor.execute("VACUUM")
            finally:
                plain.autocommit = False
            return True
    except driver.Error as error:
        logging.getLogger(__name__).warning("free space was not cleaned: %s", type(error).__name__)
        return False


def _sweep_file(connection: Any, driver: Any) -> bool:
    with closing(connection.cursor()) as cursor:
        for run in range(_TRIES):
            try:
                cursor.execute("VACUUM")
                busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except driver.OperationalError:
                busy = 1
            if not busy:
                return True
            # Another till reads: it will have read on in a moment.
            _PAUSE.wait(0.2 * run)
    return False


def copies(database: Database) -> list[Path]:
    """Copies of an SQLite file that were made before it was migrated, and what is left of one that failed."""
    place = database.engine.url.database
    if not database.is_sqlite or not place:
        return []
    file = Path(place)
    found = file.parent.glob(f"{file.stem}-before-*-from-*{file.suffix}*")
    return sorted(copy for copy in found if copy.is_file())
