"""Arrays and states in a folder, written so that a kill leaves the old state or the new one.

Files of arrays get fresh names; the state file names those that count and takes its place whole. What no state names
is what a kill left behind, and is swept away.
"""

import json
import math
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

STATE = "state.json"
_LENGTH, _ALIGNED = 8, 64  # bytes


def write_arrays(file: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write arrays into a new file, down to the disk: where each of them stands, then one after the other."""
    places: dict[str, list[Any]] = {}
    end = 0
    for name, array in arrays.items():
        places[name] = [array.dtype.str, list(array.shape), end]
        end += -(-array.nbytes // _ALIGNED) * _ALIGNED
    head = json.dumps(places).encode("ascii")
    head += b" " * (-(len(head) + _LENGTH) % _ALIGNED)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with file.open("wb") as stream:
        stream.write(len(head).to_bytes(_LENGTH, "little") + head)
        for array in arrays.values():
            np.ascontiguousarray(array).tofile(stream)
            stream.write(b"\0" * (-array.nbytes % _ALIGNED))
        stream.flush()
        os.fsync(stream.fileno())


def read_arrays(file: Path) -> dict[str, NDArray[Any]]:
    """The arrays of a file, mapped from the disk as they are needed."""
    # As plain arrays on the same memory: slices of a memory map cost several times as much.
    content = np.memmap(file, np.uint8, "r").view(np.ndarray)
    start = _LENGTH + int.from_bytes(content[:_LENGTH].tobytes(), "little")
    found = {}
    for name, (kind, shape, place) in json.loads(content[_LENGTH:start].tobytes()).items():
        dtype = np.dtype(kind)
        size = dtype.itemsize * math.prod(shape)
        found[name] = content[start + place : start + place + size].view(dtype).reshape(shape)
    return found


def read_array(file: Path, name: str) -> NDArray[Any]:
    """One of the arrays of a file."""
    return read_arrays(file)[name]


def write_table(file: Path, table: Any) -> None:
    """Write a table that can be made again from what else there is."""
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    with pa.OSFile(str(file), "wb") as stream, pa.ipc.new_file(stream, table.schema, options=options) as writer:
        writer.write_table(table)


def read_table(file: Path) -> Any:
    with pa.OSFile(str(file), "rb") as stream, pa.ipc.open_file(stream) as reader:
        return reader.read_all()


def write_state(folder: Path, state: Mapping[str, Any]) -> None:
    """Let a new state take the place of the old one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = folder / f"{STATE}.new"
    with fresh.open("w", encoding="utf-8") as stream:
        json.dump(state, stream)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(folder / STATE)


def read_state(folder: Path) -> dict[str, Any]:
    """The state, or nothing if there is none that can be read."""
    try:
        found = json.loads((folder / STATE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def sweep(folder: Path, kept: Iterable[str]) -> None:
    """Take away what no state names."""
    known = {STATE, "lock", *kept}
    for found in folder.iterdir() if folder.is_dir() else ():
        if found.name in known:
            continue
        if found.is_dir():
            shutil.rmtree(found, ignore_errors=True)
            continue
        # Windows keeps what is still mapped; the next one who sweeps finds it.
        with suppress(OSError):
            found.unlink()
