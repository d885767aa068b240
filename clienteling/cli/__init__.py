"""The command line, for administrators and scripts; without a command it opens the window.

Nothing here imports Qt, SQL or numpy before a command needs them: the window paints first.
"""

from clienteling.cli.program import main

__all__ = ["main"]
