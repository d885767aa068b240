"""Arrays and states in a folder, written so that a kill leaves the old state or the new one.

Arrays get fresh names; the state file names those that count and takes its place whole. What no state names is what a
kill left behind, and is swept away.
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

STATE = "state.json"


def write_arrays(folder: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write arrays into a new folder, down to the disk."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    for name, array in arrays.items():
        with (folder / f"{name}.npy").open("wb") as stream:
            np.save(stream, array, allow_pickle=False)
            stream.flush()
            os.fsync(stream.fileno())


def read_array(folder: Path, name: str) -> NDArray[Any]:
    """An array, mapped from the disk as it is needed."""
    file = folder / f"{name}.npy"
    # An empty array cannot be mapped.
    found: NDArray[Any] = np.load(file, mmap_mode="r", allow_pickle=False)
    # As a plain array on the same memory: slices of a memory map cost several times as much.
    return found.view(np.ndarray)


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
        else:
            found.unlink(missing_ok=True)
