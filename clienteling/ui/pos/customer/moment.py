"""When something happened or is to happen: the time as it is typed, and the moment it stands for at the store."""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from clienteling.domain.errors import Invalid, mark

_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h ]\s*(\d{2})|(\d{2}))?\s*(?:([ap])\.?\s*m?\.?)?", re.IGNORECASE)
_AFTERNOON = 12


def parse_time(typed: str) -> time:
    """A time as people type it: 17:20, 17.20, 1720, 9, 5:20 pm. Raises `Invalid` at "time"."""
    wrong = Invalid("time", mark("“{typed}” is no time like 17:20."), typed=typed.strip())
    found = _TIME.fullmatch(typed.strip())
    if found is None:
        raise wrong
    hour, minute, half = int(found[1]), int(found[2] or found[3] or 0), (found[4] or "").lower()
    if half:
        if not 1 <= hour <= _AFTERNOON:
            raise wrong
        hour = hour % _AFTERNOON + (_AFTERNOON if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise wrong from None


def at_store(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment of a day and a time on the store's clock. Raises `Invalid` at "time" for one that the clock skips.

    Of a time that the clock shows twice the first is meant.
    """
    moment = datetime.combine(day, at, zone)
    if moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise Invalid("time", mark("The clock is put forward that day: there is no such time."))
    return moment
