"""The look at a packaged program."""

from pathlib import Path
from types import ModuleType

import pytest


def program(folder: Path, *, code: int) -> None:
    """A packaged program of which nothing but its exit code is real."""
    for name in ("clienteling.txt", "python/LICENSE.txt", "texts/LGPL-3.txt", "texts/GPL-3.txt"):
        file = folder / "licenses" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    library = folder / "_internal" / "PySide6" / "Qt" / "lib" / "libQt6Core.so.6"
    library.parent.mkdir(parents=True)
    library.touch()
    start = folder / "clienteling"
    start.write_text(f"#!/bin/sh\necho broken >&2\nexit {code}\n", encoding="utf-8")
    start.chmod(0o755)


def test_a_whole_program_has_no_faults(check: ModuleType, tmp_path: Path) -> None:
    program(tmp_path, code=0)
    assert list(check.faults(tmp_path)) == []


def test_a_program_that_does_not_start_is_refused(check: ModuleType, tmp_path: Path) -> None:
    program(tmp_path, code=1)
    assert list(check.faults(tmp_path)) == ["fails in --help: broken"]


@pytest.mark.parametrize(
    "name",
    [
        "libQt6Charts.so.6",
        "QtGraphs.abi3.so",
        "Qt6NetworkAuth.dll",
        "libqtvirtualkeyboardplugin.so",
        "libQt6VirtualKeyboard.so.6",
        "libreadline.so.8",
    ],
)
def test_a_part_under_the_gpl_is_named(check: ModuleType, tmp_path: Path, name: str) -> None:
    program(tmp_path, code=0)
    (tmp_path / "_internal" / name).touch()
    assert list(check.faults(tmp_path)) == [f"is under the GPL: _internal/{name}"]


def test_a_licence_that_is_not_there_is_named(check: ModuleType, tmp_path: Path) -> None:
    program(tmp_path, code=0)
    (tmp_path / "licenses" / "texts" / "LGPL-3.txt").unlink()
    assert list(check.faults(tmp_path)) == ["lacks a licence: texts/LGPL-3.txt"]
