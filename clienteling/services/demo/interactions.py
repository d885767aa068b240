"""Mails and meetings of a demo company as a file that can be taken: who wrote to whom over a year, and nothing else."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from clienteling.services.demo.dice import dice, happens

COLLEAGUES = ("linda@boutique.example", "marco@boutique.example", "sofia@boutique.example", "events@boutique.example")
DOMAIN = "boutique.example"
_HEAD = ("kind", "id", "conversation", "sent", "sender", "recipients", "start", "end")
_YEAR = 360
_STALE = 6  # every sixth has not been written to for long


def interactions(seed: int, customers: Sequence[str], now: datetime) -> str:
    """A CSV file of mails and meetings with customers, by their addresses; the first ones get the most."""
    stream = io.StringIO(newline="")
    out = csv.writer(stream)
    out.writerow(_HEAD)
    for number, customer in enumerate(customers):
        throw = dice(seed, "interactions", customer)
        ours = COLLEAGUES[number % len(COLLEAGUES)]
        since = 70 if number % _STALE == _STALE - 1 else 0
        mails = max(1, round(40 / (1 + number / 6)) - throw.randrange(3))
        for turn in range(mails):
            out.writerows(_mails(throw, now - timedelta(days=_day(throw, since)), ours, customer, f"{number}-{turn}"))
        for turn in range(mails // 5):
            start = now - timedelta(days=_day(throw, since), minutes=throw.randrange(480))
            end = start + timedelta(minutes=throw.choice((30, 45, 60, 90)))
            people = (ours, customer) if happens(throw, 0.7) else (customer, ours)
            times = (start.isoformat(), end.isoformat())
            out.writerow(("meeting", f"meeting-{number}-{turn}", "", "", people[0], people[1], *times))
    return stream.getvalue()


def _mails(throw: Random, at: datetime, ours: str, customer: str, key: str) -> Sequence[tuple[str, ...]]:
    """A mail of ours, and its answer if there is one."""
    beside = throw.choice(COLLEAGUES)
    recipients = f"{customer};{beside}" if beside != ours and happens(throw, 0.3) else customer
    found = [("mail", f"<{key}@{DOMAIN}>", key, at.isoformat(), ours, recipients, "", "")]
    if happens(throw, 0.6):
        answered = at + timedelta(hours=1 + throw.randrange(60))
        found.append(("mail", f"<re-{key}@customer>", key, answered.isoformat(), customer, ours, "", ""))
    return found


def _day(throw: Random, since: int) -> float:
    """How many days ago, more often lately."""
    part: float = throw.random() ** 2
    return since + 3 + (_YEAR - since - 3) * part
