"""Facts about the platform on which the program would break without a sound."""

import builtins
import sys
import types

from PySide6.QtCore import QObject

CALLS = 1_000


def test_a_void_qt_call_keeps_the_references_of_none() -> None:
    """PySide6 6.12.0 takes one away with each call; after some thousand, Python 3.11 aborts."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - CALLS // 2


def test_python_imports_with_its_own_function_under_qt() -> None:
    """PySide6's replacement reads the source of every module, and fails in threads now and then."""
    assert isinstance(builtins.__import__, types.BuiltinFunctionType)
    assert builtins.__import__.__name__ == "__import__"
