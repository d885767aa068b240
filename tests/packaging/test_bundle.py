"""What goes into the packaged program."""

from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
QT = "PySide6/Qt"


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libQt6Core.so.6",
        f"{QT}/lib/libicudata.so.73",
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
        f"{QT}/translations/qtbase_lv.qm",
        "PySide6/QtWidgets.abi3.so",
        "PySide6/libpyside6.abi3.so.6.11",
        "PySide6/Qt6Widgets.dll",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        f"{QT}/lib/QtGui.framework/Versions/A/QtGui",
        f"{QT}/plugins/platforms/libqcocoa.dylib",
        "clienteling/database/migrations/env.py",
    ],
)
def test_what_the_window_needs_comes_along(bundle: ModuleType, name: str) -> None:
    assert bundle.keeps(name, f"/venv/lib/python3.11/site-packages/{name}")


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libQt6Charts.so.6",
        f"{QT}/lib/libQt6Quick.so.6",
        f"{QT}/lib/libQt6VirtualKeyboard.so.6",
        f"{QT}/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        f"{QT}/plugins/platforms/libqvnc.so",
        f"{QT}/translations/qtdeclarative_lv.qm",
        "PySide6/QtNetwork.abi3.so",
        "PySide6/QtGraphs.pyd",
        "PySide6/Qt6NetworkAuth.dll",
        f"{QT}/lib/QtQml.framework/Versions/A/QtQml",
    ],
)
def test_parts_of_qt_that_nobody_asked_for_stay_out(bundle: ModuleType, name: str) -> None:
    assert not bundle.keeps(name, f"/venv/lib/python3.11/site-packages/{name}")


@pytest.mark.parametrize("name", ["libssl.so.3", "libsqlite3.so.0", "libpython3.11.so.1.0", "libz.so.1"])
def test_libraries_that_python_is_linked_with_come_along(bundle: ModuleType, name: str) -> None:
    assert bundle.keeps(name, f"/lib/x86_64-linux-gnu/{name}")


@pytest.mark.parametrize("name", ["libstdc++.so.6", "libX11.so.6", "libglib-2.0.so.0", "libreadline.so.8"])
def test_libraries_of_the_system_are_left_to_it(bundle: ModuleType, name: str) -> None:
    assert not bundle.keeps(name, f"/usr/lib/x86_64-linux-gnu/{name}")


def test_modules_of_debians_python_come_along(bundle: ModuleType) -> None:
    name = "_json.cpython-311-x86_64-linux-gnu.so"
    assert bundle.keeps(f"python3.11/lib-dynload/{name}", f"/usr/lib/python3.11/lib-dynload/{name}")


def test_migrations_and_resources_are_files_where_the_program_looks_for_them(
    bundle: ModuleType, site_packages: Path
) -> None:
    placed = {f"{folder}/{Path(file).name}" for file, folder in bundle.data_files(ROOT, site_packages)}
    migrations = ROOT / "clienteling" / "database" / "migrations"
    assert {file.relative_to(ROOT).as_posix() for file in migrations.rglob("*.py")} <= placed
    assert "clienteling/database/migrations/script.py.mako" in placed
    assert {
        "clienteling/resources/icons/clienteling.svg",
        "clienteling/resources/translations/clienteling_en.qm",
    } <= placed
    assert {"lucide/lucide.zip", "font_manrope/files/Manrope-Bold.ttf"} <= placed


def test_every_migration_is_searched_for_what_it_imports(bundle: ModuleType) -> None:
    versions = ROOT / "clienteling" / "database" / "migrations" / "versions"
    modules = bundle.migration_modules(ROOT)
    assert len(modules) == 1 + len([file for file in versions.glob("*.py") if file.stem != "__init__"])
    assert modules[0] == "clienteling.database.migrations.env"


@pytest.mark.parametrize(
    "name",
    [
        "pyarrow/libarrow.so.2600",
        "pyarrow/libparquet.so.2600",
        "pyarrow/libarrow_python.so.2600",
        "pyarrow/_parquet.cpython-311-x86_64-linux-gnu.so",
        "libarrow_compute.so.2600",
        "pyarrow/arrow_compute.dll",
        "pyarrow/libarrow_substrait.so.2600",
    ],
)
def test_what_reads_and_writes_tables_comes_along(bundle: ModuleType, name: str) -> None:
    assert bundle.keeps(name, f"/venv/lib/python3.11/site-packages/{name}")


@pytest.mark.parametrize(
    "name",
    [
        "pyarrow/libarrow_flight.so.2600",
        "pyarrow/libarrow_python_flight.so",
        "libarrow_s3.so.2600",
        "pyarrow/arrow_flight.dll",
        "pyarrow/_s3fs.cpython-311-x86_64-linux-gnu.so",
        "pyarrow/include/arrow/api.h",
        "pyarrow/lib.pyx",
    ],
)
def test_services_of_arrow_stay_out(bundle: ModuleType, name: str) -> None:
    assert not bundle.keeps(name, f"/venv/lib/python3.11/site-packages/{name}")
