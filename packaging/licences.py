"""The licence texts of everything in the packaged program.

Texts come with the packages; `licenses/` beside this file has those that are missing there. On Debian and Ubuntu the
libraries of the system that came along bring the copyright file of their package.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path

TEXTS = Path(__file__).parent / "licenses"

_LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors|ofl)(?!.*\.py)", re.IGNORECASE)
_QT = ("pyside6_essentials", "shiboken6")  # both are of the Qt project, under the same licence
_DEBIAN_DOCUMENTS = Path("/usr/share/doc")


class LicenceMissing(Exception):
    """Packages whose code came along without a licence text, one a line."""


def collect(sources: Iterable[str], folder: Path, always: Iterable[str] = ()) -> None:
    """Write the texts for these files into a new folder, a folder each package; `always` names further packages.

    Raises `LicenceMissing`.
    """
    shutil.rmtree(folder, ignore_errors=True)
    resolved = {Path(source).resolve() for source in sources}
    bundled = [found for found in distributions() if _name(found) in set(always) or _files(found) & resolved]
    texts = {f"{_name(found)}-{found.version}": _texts(found) for found in bundled if _name(found) != "clienteling"}
    # The second is its place on Windows.
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    texts["python"] = [place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").is_file()]
    texts["texts"] = sorted((TEXTS / "texts").glob("*.txt"))
    texts |= {package: [document] for package, document in _system_documents(resolved)}
    if missing := [package for package, found in texts.items() if not found]:
        raise LicenceMissing("\n".join(missing))
    for package, found in texts.items():
        for text in found:
            target = folder / package / _target(text)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, target)
    shutil.copyfile(TEXTS.parents[1] / "LICENSE", folder / "clienteling.txt")


def _texts(distribution: Distribution) -> list[Path]:
    name = _name(distribution)
    own = TEXTS / ("qt" if name in _QT else name)
    within = [
        Path(str(distribution.locate_file(file))) for file in distribution.files or () if _LICENCE.match(file.name)
    ]
    return [*within, *sorted(own.glob("*.txt"))]


def _target(text: Path) -> Path:
    """Where a text goes within the folder of its package: below `licenses` of its metadata as it lies there."""
    parts = text.parts
    if any(part.endswith(".dist-info") for part in parts) and "licenses" in parts:
        return Path(*parts[parts.index("licenses") + 1 :])
    return Path(text.name)


def _files(distribution: Distribution) -> set[Path]:
    return {Path(str(distribution.locate_file(file))).resolve() for file in distribution.files or ()}


def _name(distribution: Distribution) -> str:
    return re.sub(r"[-_.]+", "_", distribution.metadata["Name"]).lower()


def _system_documents(files: set[Path]) -> list[tuple[str, Path]]:
    """The Debian packages of these files with their copyright files."""
    owned = sorted(str(file) for file in files if file.is_relative_to("/usr/lib"))
    if not owned or shutil.which("dpkg-query") is None:
        return []
    # Packages older than the move of /lib into /usr are recorded with the former place.
    command = ["dpkg-query", "--search", *owned, *(file.removeprefix("/usr") for file in owned)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603
    packages = sorted({line.partition(":")[0] for line in answer.splitlines()})
    return [(package, _DEBIAN_DOCUMENTS / package / "copyright") for package in packages]
