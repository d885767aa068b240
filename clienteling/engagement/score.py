"""The engagement score: 0 to 100 relative to the other accounts. `score.md` says why it is as it is."""

from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

LITTLE = 5
"""An account with fewer mails and meetings has little data."""

_MOST_COUNTED = 1 << 22


class Part(StrEnum):
    """What a score is made of."""

    MAILS_FROM = "mails_from"
    MAILS_TO = "mails_to"
    MEETINGS = "meetings"
    THEIR_PEOPLE = "their_people"
    OUR_PEOPLE = "our_people"
    RECENCY = "recency"


WEIGHTS = {
    Part.MAILS_FROM: 20,
    Part.MAILS_TO: 10,
    Part.MEETINGS: 25,
    Part.THEIR_PEOPLE: 15,
    Part.OUR_PEOPLE: 10,
    Part.RECENCY: 20,
}


def points(numbers: dict[Part, Numbers]) -> dict[Part, NDArray[np.float64]]:
    """The points of each part for each account."""
    return {part: WEIGHTS[part] * shares(numbers[part]) for part in Part}


def scores(earned: dict[Part, NDArray[np.float64]]) -> NDArray[np.int64]:
    """The scores that points add up to."""
    total: Any = sum(earned[part] for part in Part)
    # What should be a half is one, although the computer's fractions are not exact.
    whole: Numbers = np.clip(np.floor(np.round(total, 6) + 0.5), 0, 100).astype(np.int64)
    return whole


def shares(numbers: Numbers) -> NDArray[np.float64]:
    """How much of the others each number is above, from 0 to 1; those beside it count half, and 0 is nothing."""
    if len(numbers) <= 1:
        return np.where(numbers > 0, 0.5, 0.0)
    places = numbers
    if numbers.max() >= _MOST_COUNTED:
        _, places = np.unique(numbers, return_inverse=True)
    same = np.bincount(places)
    below = np.cumsum(same) - same
    share: NDArray[np.float64] = (below + (same - 1) / 2) / (len(numbers) - 1)
    found: NDArray[np.float64] = np.where(numbers > 0, share[places], 0.0)
    return found
