"""The locked requirements of the package."""

import re
from pathlib import Path

REQUIREMENTS = Path(__file__).parents[2] / "requirements"


def locked(name: str) -> set[str]:
    return set(re.findall(r"^([A-Za-z][\w.-]*==\S+)", (REQUIREMENTS / name).read_text("utf-8"), re.MULTILINE))


def test_what_the_program_needs_is_packaged_in_the_releases_that_were_tested() -> None:
    assert locked("run.txt") < locked("package.txt")


def test_no_tool_of_the_tests_can_get_into_the_package() -> None:
    names = {entry.partition("==")[0] for entry in locked("package.txt")}
    assert "pyinstaller" in names
    assert names.isdisjoint({"pytest", "hypothesis", "mypy", "ruff"})


def test_every_locked_requirement_has_its_hashes() -> None:
    text = (REQUIREMENTS / "package.txt").read_text("utf-8")
    assert text.count("--hash=sha256:") > len(locked("package.txt"))
    assert [line for line in text.splitlines() if "==" in line and not line.endswith("\\")] == []
