"""Licence texts of what the packaged program holds."""

from importlib.metadata import PackagePath, files
from pathlib import Path
from types import ModuleType

import pytest


def sources(package: str, ending: str) -> list[str]:
    found: list[PackagePath] = files(package) or []
    return [str(file.locate()) for file in found if file.name.endswith(ending)]


def test_qt_the_font_and_the_icons_bring_their_texts(licences: ModuleType, tmp_path: Path) -> None:
    bundled = [
        *sources("PySide6-Essentials", "QtCore.abi3.so"),
        *sources("font-manrope", "Manrope-Bold.ttf"),
        *sources("lucide", "lucide.zip"),
    ]
    licences.collect(bundled, tmp_path / "licenses")
    texts = {
        file.relative_to(tmp_path / "licenses").as_posix().partition("-")[0]: file.read_text("utf-8")
        for file in (tmp_path / "licenses").glob("*-*/*")
        if file.name in {"NOTICE.txt", "OFL.txt", "LICENSE"}
    }
    assert "Lesser General Public License, version 3" in texts["pyside6_essentials"]
    assert "SIL OPEN FONT LICENSE" in texts["font_manrope"]
    assert "Lucide Contributors" in texts["lucide"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (tmp_path / "licenses/texts/LGPL-3.txt").read_text("utf-8")
    assert (tmp_path / "licenses/clienteling.txt").read_text("utf-8").startswith("MIT License")


def test_only_what_came_along_is_listed(licences: ModuleType, tmp_path: Path) -> None:
    licences.collect(sources("lucide", "lucide.zip"), tmp_path / "licenses")
    assert [folder.name for folder in (tmp_path / "licenses").glob("*-[0-9]*")] != []
    assert all(folder.name.startswith("lucide-") for folder in (tmp_path / "licenses").glob("*-[0-9]*"))


def test_texts_with_the_same_name_do_not_replace_each_other(licences: ModuleType, tmp_path: Path) -> None:
    licences.collect(sources("numpy", "_multiarray_umath.py"), tmp_path / "licenses", always=["numpy"])
    (folder,) = (tmp_path / "licenses").glob("numpy-*")
    assert len([file for file in folder.rglob("LICENSE.*")]) > 3


def test_a_package_without_a_text_stops_the_build(
    licences: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    (own / "texts").mkdir(parents=True)
    monkeypatch.setattr(licences, "TEXTS", own)
    with pytest.raises(licences.LicenceMissing, match="shiboken6"):
        licences.collect(sources("shiboken6", ".so"), tmp_path / "licenses")
