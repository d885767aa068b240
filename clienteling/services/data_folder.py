"""What stands about a person in the files beside the database: logs, files that were written out, copies."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from clienteling.database.person.traces import forms

EXPORTS = "exports"
"""The folder, in the data folder, where files about persons are put unless somebody chooses another place."""

LOGS = "logs"
_LARGEST = 1 << 28  # bytes of a file that is looked into
_SHORTEST = 4


def forget(folder: Path, texts: Sequence[str]) -> tuple[int, list[str]]:
    """Remove files about a person, and lines of logs: how many files, and the names of others that mention the person.

    Whatever else lies in the data folder was put there by somebody, who has to decide.
    """
    wanted = _written(texts)
    removed, left = 0, list[str]()
    for file in _files(folder):
        try:
            if not (held := _held(file, wanted)):
                continue
            if folder / EXPORTS in file.parents:
                file.unlink()
                removed += 1
            elif folder / LOGS in file.parents:
                _without_lines(file, held)
                removed += 1
            else:
                left.append(str(file.relative_to(folder)))
        except OSError:
            left.append(str(file.relative_to(folder)))
    return removed, left


def _written(texts: Sequence[str]) -> list[bytes]:
    long = {form for text in texts if len(text) >= _SHORTEST for form in forms(text)}
    return sorted({form.encode(code, "ignore") for form in long for code in ("utf-8", "utf-16-le")} - {b""})


def _files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        is_database = any(mark in file.name for mark in (".sqlite", ".db"))
        with suppress(OSError):
            if file.is_file() and not is_database and file.stat().st_size <= _LARGEST:
                yield file


def _held(file: Path, wanted: list[bytes]) -> list[bytes]:
    whole = file.read_bytes()
    return [text for text in wanted if text in whole]


def _without_lines(file: Path, texts: list[bytes]) -> None:
    """In place: the program has the file open and goes on writing at its end."""
    kept = [line for line in file.read_bytes().splitlines(keepends=True) if not any(text in line for text in texts)]
    with file.open("r+b") as stream:
        stream.write(b"".join(kept))
        stream.truncate()
