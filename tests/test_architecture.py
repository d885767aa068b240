"""The picture of the house in CONTRIBUTING.md, held by tests."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILE_LINES = 400
FUNCTION_LINES = 50
SAY_NOTHING = {"common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}

# alembic writes one function per migration, and nobody edits it afterwards
WRITTEN_ONCE = ROOT / "clienteling" / "database" / "migrations" / "versions"

program = sorted((ROOT / "clienteling").rglob("*.py"))
everything = [*program, *sorted((ROOT / "tests").rglob("*.py"))]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_imports_keep_the_directions_of_the_house() -> None:
    # In a process of its own: it silences every logger that it finds.
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    linted = subprocess.run(
        [*command, "--no-cache", "--no-logo"], check=False, cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_files_stay_small_enough_to_read_at_once() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in everything}
    long = [
        f"{path.relative_to(ROOT)}: {lines} lines"
        for path, lines in lengths.items()
        if lines > FILE_LINES and WRITTEN_ONCE not in path.parents
    ]
    assert long == []


def test_functions_stay_small_enough_to_see_at_once() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{function.lineno} {function.name}: {length(function)} lines"
        for path in everything
        if WRITTEN_ONCE not in path.parents
        for function in functions(path)
        if length(function) > FUNCTION_LINES
    ]
    assert long == []


def test_modules_are_named_for_what_they_hold() -> None:
    vague = [
        str(path.relative_to(ROOT))
        for path in program
        if SAY_NOTHING & {path.stem, *path.relative_to(ROOT).parent.parts}
    ]
    assert vague == []
