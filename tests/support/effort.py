"""How much property tests try: what a test may take, or many times that in a fuzz run (`./dev fuzz`)."""

import os

TIMES = int(os.environ.get("CLIENTELING_TEST_TIMES", "1"))


def examples(number: int) -> int:
    """How many examples a property is tried with that has `number` of them in the tests."""
    return number * TIMES
