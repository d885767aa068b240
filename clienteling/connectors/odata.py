"""What the data services share in how they are asked and how they answer."""

from collections.abc import Mapping, Sequence
from typing import Any

from clienteling.domain.insights import UnifiedActivity, read_moment


def text_list(values: Sequence[str]) -> str:
    """Texts as OData writes them, separated by commas."""
    return ",".join("'" + value.replace("'", "''") + "'" for value in values)


def one_of(given: object) -> Mapping[str, Any]:
    """An object, or the first of a list of them; nothing for all else: both have been seen in the same place."""
    if isinstance(given, list):
        given = given[0] if given else None
    return given if isinstance(given, Mapping) else {}


def lower(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its columns in small letters: how they are spelled has changed."""
    return {name.lower(): value for name, value in row.items()}


def matching(row: Mapping[str, Any], names: Sequence[str]) -> dict[str, object]:
    """The values of these names in a row of `lower`."""
    return {name: row[name.lower()] for name in names if name.lower() in row}


def activity(row: Mapping[str, Any]) -> UnifiedActivity | None:
    """A unified activity from a row of `lower`; None for one without an ID or a time."""
    at = read_moment(row.get("timestamp") or row.get("datetime"))
    key = _text(row.get("activityid") or row.get("primarykey"))
    if at is None or not key:
        return None
    kind = _text(row.get("activitytypedisplay") or row.get("activitytype"))
    text = _text(row.get("description") or row.get("additionalinformation"))
    return UnifiedActivity(key, kind, _text(row.get("title")) or kind, text, at)


def _text(given: object) -> str:
    """A text without what no database keeps."""
    return "" if given is None else str(given).replace("\0", "")
