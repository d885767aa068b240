"""A virtual screen of one's own: two windows on one screen take the keyboard from each other."""

import os
import subprocess


def open_screen() -> None:
    """Start a virtual screen and name it to Qt. It goes when its last window is gone."""
    read, write = os.pipe()
    size = "1920x1200x24"
    arguments = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-terminate"]
    subprocess.Popen(arguments, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as said:
        number = said.readline().strip()
    assert number, "the virtual screen did not start"
    os.environ["DISPLAY"] = f":{number}"
