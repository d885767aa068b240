"""The window: the only package that knows Qt."""

import builtins

# PySide6 puts an import of its own in place of Python's: it reads the source of every module imported afterwards, and
# fails at times when a thread imports. Python's own is put back at once.
_python_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _python_import
