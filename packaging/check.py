"""Looks at a packaged program as those who get it will: `python packaging/check.py FOLDER`.

No part of it is under the GPL alone, its licences are there, and it makes and reads a company, which migrates a new
database.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

# Parts of Qt under the GPL alone, and libraries under the GPL that a Python may be linked with.
_GPL = re.compile(
    r"Qt6?(Charts|DataVisualization|Graphs|Quick3D|VirtualKeyboard|NetworkAuth|Lottie|QuickTimeline|Mqtt|CoAP"
    r"|WaylandCompositor|Quick3DPhysics|ShaderTools|HttpServer|Protobuf|Grpc)|qtvirtualkeyboard"
    r"|lib(readline|gdbm)",
    re.IGNORECASE,
)
_TRIALS = (
    ["--help"],
    ["demo", "--customers", "50"],
    ["check"],
)


def faults(folder: Path) -> Iterator[str]:
    """What a packaged program must not be."""
    yield from (f"is under the GPL: {name}" for name in gpl_parts(folder))
    for name in ("clienteling.txt", "python/LICENSE.txt", "texts/LGPL-3.txt", "texts/GPL-3.txt"):
        if not (folder / "licenses" / name).is_file():
            yield f"lacks a licence: {name}"
    if not list(folder.rglob("*Qt6Core.*")) and not list(folder.rglob("QtCore.framework")):
        yield "does not have Qt's libraries as files of their own"
    yield from trial(folder)


def gpl_parts(folder: Path) -> list[str]:
    """The files that are offered under the GPL alone, by their names."""
    names = (file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*")))
    return [name for name in names if not name.startswith("licenses/") and _GPL.search(name.rpartition("/")[2])]


def trial(folder: Path) -> Iterator[str]:
    """Run some commands of the program on a new data folder."""
    program = folder / ("clienteling.exe" if sys.platform == "win32" else "clienteling")
    with TemporaryDirectory() as home:
        for arguments in _TRIALS:
            command = [str(program), "--home", home, *arguments]
            done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)  # noqa: S603
            if done.returncode != 0:
                yield f"fails in {' '.join(arguments)}: {done.stderr.strip()}"
                return


if __name__ == "__main__":
    sys.exit("\n".join(f"The packaged program {fault}" for fault in faults(Path(sys.argv[1]))) or 0)
