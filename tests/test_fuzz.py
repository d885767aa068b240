"""What the fuzz run finds out about what it tried."""

from tests.fuzz import ROOT, property_tests, tried

SAID = """\
tests/domain/test_a.py::test_one:

  - during generate phase (0.53 seconds):
    - Typical runtimes: ~ 0-7 ms, of which ~ 0-5 ms in data generation
    - 1,100 passing, 1 failing, and 13 invalid test cases

  - Stopped because settings.max_examples=100

tests/domain/test_a.py::test_two[sqlite]:

  - during reuse phase (0.01 seconds):
    - 2 passing, 0 failing, and 0 invalid test cases

  - during generate phase (0.01 seconds):
    - 3 passing, 0 failing, and 0 invalid test cases
"""


def test_examples_are_counted_by_property() -> None:
    counted = [("one", 1101), ("two[sqlite]", 2), ("two[sqlite]", 3)]
    assert list(tried(SAID)) == [(f"tests/domain/test_a.py::test_{name}", count) for name, count in counted]


def test_forms_and_files_come_first() -> None:
    found = [str(file.relative_to(ROOT)) for file in property_tests()]
    last = found.index("tests/domain/test_columns.py")
    assert found.index("tests/ui/pos/test_anything_typed.py") < last
    assert found.index("tests/services/importing/test_anything.py") < last
