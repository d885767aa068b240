"""Run by the packaged program before its own code: programs that it opens get the environment of the desktop.

PyInstaller names our libraries in LD_LIBRARY_PATH. This process has read that already; a browser or a mail program that
a link opens must not load our libraries in place of its own.
"""

import os
import sys

if sys.platform == "linux":
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    if original:
        os.environ["LD_LIBRARY_PATH"] = original
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)
