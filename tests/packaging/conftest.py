"""The scripts of `packaging/`, which are no part of the program: loaded by their path."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def bundle() -> ModuleType:
    return script("bundle")


@pytest.fixture(scope="session")
def check() -> ModuleType:
    return script("check")


@pytest.fixture(scope="session")
def debian() -> ModuleType:
    return script("debian")


@pytest.fixture(scope="session")
def icon() -> ModuleType:
    return script("icon")


@pytest.fixture(scope="session")
def licences() -> ModuleType:
    return script("licences")


@pytest.fixture(scope="session")
def site_packages() -> Path:
    return next(Path(folder) for folder in sys.path if (Path(folder) / "PySide6").is_dir())
