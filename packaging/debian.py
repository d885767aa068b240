"""Makes a Debian package of a packaged program: `python packaging/debian.py FOLDER`, for this machine's architecture.

What the package depends on is read from the program's libraries: one that nobody accounted for stops the build.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from clienteling import __version__

ROOT = Path(__file__).parents[1]
LINUX = Path(__file__).parent / "linux"
COMPONENT = "org.clienteling.Clienteling"

# The libraries that a system brings, by the Debian package that has them.
_PACKAGES = {
    "libc6": "ld-linux-aarch64 ld-linux-x86-64 libc libdl libm libpthread libresolv librt libutil",
    "libdbus-1-3": "libdbus-1",
    "libegl1": "libEGL",
    "libfontconfig1": "libfontconfig",
    "libfreetype6": "libfreetype",
    "libgcc-s1": "libgcc_s",
    "libgl1": "libGL",
    "libglib2.0-0": "libglib-2.0 libgthread-2.0",
    "libstdc++6": "libstdc++",
    "libwayland-client0": "libwayland-client",
    "libwayland-cursor0": "libwayland-cursor",
    "libwayland-egl1": "libwayland-egl",
    "libx11-6": "libX11",
    "libx11-xcb1": "libX11-xcb",
    "libxcb-cursor0": "libxcb-cursor",
    "libxcb-glx0": "libxcb-glx",
    "libxcb-icccm4": "libxcb-icccm",
    "libxcb-image0": "libxcb-image",
    "libxcb-keysyms1": "libxcb-keysyms",
    "libxcb-randr0": "libxcb-randr",
    "libxcb-render-util0": "libxcb-render-util",
    "libxcb-render0": "libxcb-render",
    "libxcb-shape0": "libxcb-shape",
    "libxcb-shm0": "libxcb-shm",
    "libxcb-sync1": "libxcb-sync",
    "libxcb-util1": "libxcb-util",
    "libxcb-xfixes0": "libxcb-xfixes",
    "libxcb-xkb1": "libxcb-xkb",
    "libxcb1": "libxcb",
    "libxkbcommon-x11-0": "libxkbcommon-x11",
    "libxkbcommon0": "libxkbcommon",
    "libzstd1": "libzstd",
}
_PROVIDERS = {library: package for package, libraries in _PACKAGES.items() for library in libraries.split()}
_RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}  # since time is counted in 64 bits

_CONTROL = """\
Package: clienteling
Version: {version}
Architecture: {architecture}
Maintainer: The Clienteling authors
Installed-Size: {size}
Depends: {depends}
Suggests: fonts-noto-core, fonts-noto-cjk
Section: misc
Priority: optional
Description: client books for store associates
 A client book for each associate of a store, shown as customer cards, with
 filters that count as you click, a timeline of everything that happened with
 a customer, and adding, removing and reassigning in one step, with undo.
 .
 The data is a file on the machine, or a PostgreSQL server that tills share.
"""


class LibraryUnknown(Exception):
    """Libraries that neither the program nor a known package has, one a line."""


class Needs(NamedTuple):
    """What binary files want of the system: names of libraries, and the release of the C library."""

    libraries: frozenset[str]
    c_library: tuple[int, ...]


def needs(descriptions: Iterable[str]) -> Needs:
    """What `objdump -p` says in its descriptions of binary files."""
    libraries: set[str] = set()
    releases: set[tuple[int, ...]] = {(2, 0)}
    for description in descriptions:
        libraries.update(re.findall(r"^ +NEEDED +(\S+)", description, re.MULTILINE))
        releases.update(
            tuple(map(int, release.split("."))) for release in re.findall(r" GLIBC_(\d+\.\d+)", description)
        )
    return Needs(frozenset(libraries), max(releases))


def dependencies(wanted: Needs, own: frozenset[str]) -> list[str]:
    """The entries of Depends; `own` are the names of the program's files. Raises `LibraryUnknown`."""
    foreign = sorted(wanted.libraries - own)
    names = {library: library.partition(".so")[0] for library in foreign}
    if unknown := [library for library in foreign if names[library] not in _PROVIDERS]:
        raise LibraryUnknown("\n".join(unknown))
    packages = {_PROVIDERS[names[library]] for library in foreign}
    release = ".".join(map(str, wanted.c_library))
    return sorted(_alternatives(package) + (f" (>= {release})" if package == "libc6" else "") for package in packages)


def lay_out(program: Path, tree: Path) -> None:
    """Put the program and what a desktop knows it by where a system wants them."""
    library = tree / "usr/lib/clienteling"
    shutil.copytree(program, library, symlinks=True)
    command = tree / "usr/bin/clienteling"
    command.parent.mkdir()
    command.symlink_to("../lib/clienteling/clienteling")
    share = tree / "usr/share"
    _write(share / "applications/clienteling.desktop", (LINUX / "clienteling.desktop").read_text("utf-8"))
    _write(
        share / "icons/hicolor/scalable/apps/clienteling.svg",
        (ROOT / "resources/icons/clienteling.svg").read_text("utf-8"),
    )
    _write(share / f"metainfo/{COMPONENT}.metainfo.xml", metainfo(built()))
    _write(share / "doc/clienteling/copyright", copyright_file((ROOT / "LICENSE").read_text("utf-8")))
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (share / "doc/clienteling/CHANGELOG.md.gz").write_bytes(gzip.compress(changes, mtime=0))
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == library / "clienteling" else 0o644)


def metainfo(day: datetime) -> str:
    """The AppStream description of this release."""
    text = (LINUX / "clienteling.metainfo.xml").read_text("utf-8")
    return text.replace("@VERSION@", __version__).replace("@DATE@", f"{day:%Y-%m-%d}")


def copyright_file(licence: str) -> str:
    """Debian's copyright file, with our licence in its form."""
    terms = licence.partition("\n\n")[2].partition("\n\n")[2].strip()
    indented = "\n".join(f" {line}" if line else " ." for line in terms.splitlines())
    return (LINUX / "copyright").read_text("utf-8").replace("@LICENSE@", indented)


def built() -> datetime:
    """The moment of the build, or the one that SOURCE_DATE_EPOCH names."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", datetime.now(UTC).timestamp())), UTC)


def build(program: Path, work: Path) -> Path:
    """Make the package beside the program's folder; the package."""
    tree = work / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(program, tree)
    files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    described = (_output("objdump", "-p", str(path)) for path in files if _is_binary(path))
    architecture = _output("dpkg", "--print-architecture").strip()
    control = _CONTROL.format(
        version=__version__,
        architecture=architecture,
        size=sum(path.stat().st_size for path in files) // 1024,
        depends=", ".join(dependencies(needs(described), frozenset(path.name for path in tree.rglob("*")))),
    )
    _write(tree / "DEBIAN/control", control)
    package = program.with_name(f"clienteling_{__version__}_{architecture}.deb")
    _output("dpkg-deb", "-Zzstd", "-z10", "--build", "--root-owner-group", str(tree), str(package))
    shutil.rmtree(tree)
    return package


def _alternatives(package: str) -> str:
    return f"{_RENAMED[package]} | {package}" if package in _RENAMED else package


def _is_binary(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603


if __name__ == "__main__":
    sys.stdout.write(f"{build(Path(sys.argv[1]), ROOT / 'build' / 'package')}\n")
