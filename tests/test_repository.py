"""What a clone of this repository holds, and what it must not."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

PACKAGE_HOSTS = re.compile(
    r"\bpypi\.org|pythonhosted\.org|deb\.debian\.org|archive\.ubuntu\.com|npmjs\.(org|com)|npm\.pkg|conda\.anaconda"
)
MACHINE_PATHS = re.compile(r"(?<![\w.$}])/(work|root|home/\w+)/")


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """The files that are in the repository, or will be with the next commit."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"this is no git checkout: {error}")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def lines_that_match(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files
        if b"\0" not in path.read_bytes()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_package_host(files: list[Path]) -> None:
    assert lines_that_match(PACKAGE_HOSTS, files) == []


def test_no_file_names_a_folder_of_somebodys_machine(files: list[Path]) -> None:
    assert lines_that_match(MACHINE_PATHS, files) == []


def test_no_lock_that_names_package_hosts_is_kept(files: list[Path]) -> None:
    locks = {"uv.lock", "poetry.lock", "pdm.lock", "pylock.toml"}
    assert [path.name for path in files if path.name in locks] == []


def test_the_licence_is_mit() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")


@pytest.mark.parametrize("lock", ["run", "test"])
def test_every_locked_requirement_is_one_release_with_its_hashes(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z])", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).strip())
    names = [entry.partition("==")[0] for entry in entries]
    assert len(names) == len(set(names)) > 0
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_what_the_program_needs_is_locked_alike_for_running_and_testing() -> None:
    run, test = (
        set(re.findall(r"^([A-Za-z][\w.-]*==\S+)", (ROOT / "requirements" / name).read_text(), re.MULTILINE))
        for name in ("run.txt", "test.txt")
    )
    assert run < test


def test_every_dependency_gives_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)
    entries = [*project["project"]["dependencies"]]
    for group in project["dependency-groups"].values():
        entries += [entry for entry in group if isinstance(entry, str)]
    reasoned = set(re.findall(r'^ +"(.+?)", *# \w', text, re.MULTILINE))
    assert entries
    assert [entry for entry in entries if entry not in reasoned] == []


def test_what_builds_the_program_is_locked_with_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["dependency-groups"]["build"] == project["build-system"]["requires"]
