"""The Debian package: what it depends on and how a desktop knows the program."""

import configparser
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from clienteling import __version__

ROOT = Path(__file__).parents[2]
DESKTOP = ROOT / "packaging" / "linux" / "clienteling.desktop"
DAY = datetime(2026, 11, 22, tzinfo=UTC)

DESCRIPTION = """
Dynamic Section:
  NEEDED               libc.so.6
  NEEDED               libglib-2.0.so.0
  NEEDED               libQt6Core.so.6
Version References:
  required from libc.so.6:
    0x09691a75 0x00 06 GLIBC_2.9
    0x069691b4 0x00 05 GLIBC_2.34
"""


def program(folder: Path) -> Path:
    start = folder / "clienteling"
    start.parent.mkdir()
    start.write_text("#!/bin/sh\n", encoding="utf-8")
    return folder


def test_what_libraries_need_becomes_what_the_package_depends_on(debian: ModuleType) -> None:
    needs = debian.needs([DESCRIPTION])
    assert debian.dependencies(needs, frozenset({"libQt6Core.so.6"})) == [
        "libc6 (>= 2.34)",
        "libglib2.0-0t64 | libglib2.0-0",
    ]


def test_a_library_that_nobody_accounted_for_stops_the_build(debian: ModuleType) -> None:
    needs = debian.needs([DESCRIPTION])
    with pytest.raises(debian.LibraryUnknown, match=r"libQt6Core\.so\.6"):
        debian.dependencies(needs, frozenset())


def test_the_package_puts_everything_in_its_place(debian: ModuleType, tmp_path: Path) -> None:
    debian.lay_out(program(tmp_path / "built"), tmp_path / "tree")
    usr = tmp_path / "tree" / "usr"
    assert (usr / "bin/clienteling").resolve() == usr / "lib/clienteling/clienteling"
    for name in (
        "applications/clienteling.desktop",
        "icons/hicolor/scalable/apps/clienteling.svg",
        "metainfo/org.clienteling.Clienteling.metainfo.xml",
        "doc/clienteling/copyright",
        "doc/clienteling/CHANGELOG.md.gz",
    ):
        assert (usr / "share" / name).stat().st_mode & 0o777 == 0o644, name
    assert (usr / "lib/clienteling/clienteling").stat().st_mode & 0o777 == 0o755


def test_the_desktop_starts_the_program_and_finds_its_icon() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(DESKTOP, encoding="utf-8")
    values = entry["Desktop Entry"]
    assert (values["Exec"], values["Icon"], values["Terminal"]) == ("clienteling", "clienteling", "false")


def test_the_description_for_software_centres_names_this_release(debian: ModuleType) -> None:
    component = ElementTree.fromstring(debian.metainfo(DAY))
    assert component.findtext("id") == debian.COMPONENT
    assert component.findtext("launchable") == DESKTOP.name
    assert component.findtext("project_license") == "MIT"
    release = component.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": __version__, "date": "2026-11-22"}


def test_the_copyright_file_has_the_licence(debian: ModuleType) -> None:
    text = debian.copyright_file((ROOT / "LICENSE").read_text("utf-8"))
    assert "\n Permission is hereby granted, free of charge" in text
    assert text.rstrip().endswith("SOFTWARE.")
    assert "\n .\n" in text
    assert "@" not in text


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed")
def test_the_desktop_entry_is_valid() -> None:
    subprocess.run(["desktop-file-validate", DESKTOP], check=True)


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstream is not installed")
def test_the_description_for_software_centres_is_valid(debian: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / f"{debian.COMPONENT}.metainfo.xml"
    file.write_text(debian.metainfo(DAY), encoding="utf-8")
    subprocess.run(["appstreamcli", "validate", "--no-net", file], check=True, stdout=sys.stderr)


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg is not installed")
def test_the_package_can_be_read_by_dpkg(debian: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DAY.timestamp())))
    (tmp_path / "dist").mkdir()
    package = debian.build(program(tmp_path / "dist" / "clienteling"), tmp_path)
    fields = subprocess.run(["dpkg-deb", "--field", package], check=True, capture_output=True, text=True).stdout
    assert f"Version: {__version__}\n" in fields
    assert "Package: clienteling\n" in fields
