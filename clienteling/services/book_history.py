"""What happened with customers as values for the columns of a book."""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clienteling.domain.card import PropertyDefinition
from clienteling.domain.history import (
    CATEGORY,
    CONTACT,
    HEALTH,
    LAST_MAIL,
    LAST_MEETING,
    LAST_PURCHASE,
    MAILS,
    MEETINGS,
    PRODUCT,
    PURCHASES,
    SPEND,
    SUBCATEGORY,
    History,
    contact_key,
    is_history,
)
from clienteling.services.book_columns import Values

_DAY = 86_400
_FIRST_DAY = datetime(1970, 1, 1).toordinal()
# Nearer to the ends of the calendar a moment may have no day in another zone.
_EARLIEST, _LATEST = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (2, 9999))


def history_values(definitions: Sequence[PropertyDefinition], history: History, zone: ZoneInfo) -> dict[str, Values]:
    """The values by key: days in a zone as ordinals, numbers, texts."""
    found: dict[str, Values] = {d.key: ([], []) for d in definitions if is_history(d.key)}
    done = [(customer, type_id, last) for customer, type_id, last, _ in history.contacts if last is not None]
    days = days_of([last for _, _, last in done], zone)
    newest: dict[int, float] = {}
    for (customer, type_id, _), day in zip(done, days, strict=True):
        newest[customer] = max(day, newest.get(customer, day))
        if (values := found.get(contact_key(type_id))) is not None:
            values[0].append(customer)
            values[1].append(day)
    found[CONTACT] = list(newest), list(newest.values())
    buyers = [row[0] for row in history.purchases]
    found[PURCHASES] = buyers, [float(row[1]) for row in history.purchases]
    found[SPEND] = buyers, [row[2] / 10_000 for row in history.purchases]
    found[LAST_PURCHASE] = buyers, days_of([row[3] for row in history.purchases], zone)
    for key, name in ((CATEGORY, "category"), (SUBCATEGORY, "subcategory"), (PRODUCT, "name")):
        names = {product_id: getattr(product, name) for product_id, product in history.products.items()}
        bought = [row for row in history.bought if names[row[1]]] if "" in names.values() else history.bought
        # Somebody may have bought several products of the same name: that makes no difference.
        found[key] = [row[0] for row in bought], [names[row[1]] for row in bought]
    found |= _engagement_values(history)
    found[HEALTH] = [row[0] for row in history.health], [float(row[1]) for row in history.health]
    return found


def _engagement_values(history: History) -> dict[str, Values]:
    """The numbers of account engagement; a day that is missing is no value."""
    rows = history.engagement
    who = [row[0] for row in rows]
    found: dict[str, Values] = {MAILS: (who, [float(row[1]) for row in rows])}
    found[MEETINGS] = who, [float(row[2]) for row in rows]
    for place, key in ((3, LAST_MAIL), (4, LAST_MEETING)):
        known = [(row[0], float(row[place].toordinal())) for row in rows if row[place] is not None]
        found[key] = [customer for customer, _ in known], [day for _, day in known]
    return found


def planned(history: History) -> dict[int, int]:
    """When the next planned activity of each customer will have happened, in seconds since 1970."""
    coming: dict[int, int] = {}
    for customer, _, _, following in history.contacts:
        if following is not None:
            coming[customer] = min(following, coming.get(customer, following))
    return coming


def days_of(moments: Sequence[int], zone: ZoneInfo) -> list[float]:
    """On which days in a zone moments fell, as ordinals."""
    at = np.array(moments, np.int64)
    known, places = np.unique(at // _DAY, return_inverse=True)
    begins, ends = (np.array([_offset(day * _DAY, zone) for day in days], np.int64) for days in (known, known + 1))
    offsets = begins[places]
    # On days on which clocks are changed each moment is asked for itself.
    for place in np.flatnonzero((begins != ends)[places]):
        offsets[place] = _offset(at[place], zone)
    days: list[float] = ((at + offsets) // _DAY + _FIRST_DAY).astype(np.float64).tolist()
    return days


def _offset(moment: NDArray[np.int64], zone: ZoneInfo) -> float:
    within = datetime.fromtimestamp(min(max(int(moment), _EARLIEST), _LATEST), UTC)
    offset = within.astimezone(zone).utcoffset()
    return offset.total_seconds() if offset is not None else 0.0
