"""A disk so small that it can be filled."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

_SIZE = "24m"
_PAGE = bytes(4096)


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """A file system of its own, which other programs can fill and free again."""

    folder: Path

    def fill(self) -> None:
        """Take every page that is left."""
        with self._filler.open("ab", buffering=0) as filler, suppress(OSError):
            while filler.write(_PAGE):
                pass

    def free(self) -> None:
        self._filler.unlink()

    @property
    def files(self) -> set[str]:
        """What lies on it, but for the filler and the database's own files."""
        names = {path.name for path in self.folder.iterdir() if path != self._filler}
        return {name for name in names if not name.endswith(("-wal", "-shm"))}

    @property
    def _filler(self) -> Path:
        return self.folder / "filler"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Skipped where such a disk cannot be made: it takes Linux, and the right to mount."""
    mount = shutil.which("mount")
    if mount is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("a small disk takes the right to mount")
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder)], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        pytest.skip(f"a small disk cannot be made: {made.stderr.strip()}")
    try:
        yield SmallDisk(folder)
    finally:
        # Lazily: what a failed test has left open must not keep it for ever.
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
