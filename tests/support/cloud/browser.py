"""A robot in the place of the browser of the system, and of whoever sits before it."""

import re
import threading
from collections.abc import Callable

import requests

from tests.support.cloud.server import Cloud


def browser(cloud: Cloud, change: Callable[[dict[str, str]], dict[str, str]] = dict) -> Callable[[str], object]:
    """A browser in which the user is signed in already: it posts the form that it is given."""

    def go(address: str) -> None:
        page = requests.get(address, verify=str(cloud.ca), timeout=10).text
        action = re.search(r'action="([^"]+)"', page)
        fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page))
        assert action is not None
        # It stays open until the program has answered, which happens on the program's thread.
        threading.Thread(target=requests.post, args=(action[1], change(fields)), kwargs={"timeout": 10}).start()

    return go
