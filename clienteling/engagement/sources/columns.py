"""Rows of texts as a batch: the columns that CSV and Parquet files have in common."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from clienteling.domain.errors import Invalid, mark
from clienteling.engagement.interactions import NO_END, NO_KIND, NO_TIME, Batch, Kind, seconds

NAMES = ("kind", "id", "conversation", "sent", "sender", "recipients", "start", "end")
_NEEDED = {"kind", "sender", "recipients"}


def check_names(names: list[str]) -> None:
    """Raises `Invalid` with field "file" if a column is missing without which nothing can be taken."""
    missing = _NEEDED - {name.strip().lower() for name in names}
    if missing or not {"sent", "start"} & {name.strip().lower() for name in names}:
        raise Invalid(
            "file",
            mark("There are columns missing: {missing}. A file of interactions has the columns {columns}."),
            missing=", ".join(sorted(missing or {"sent", "start"})),
            columns=", ".join(NAMES),
        )


def batch_from(columns: Mapping[str, Any], first: int) -> Batch:
    """A batch from pyarrow arrays by column name; `first` is the place of the first row in its source."""
    size = len(next(iter(columns.values())))
    texts = {name: _texts(columns.get(name), size) for name in ("kind", "id", "conversation", "sender")}
    kind = _kinds(texts["kind"])
    sent, start, end = (_seconds(columns.get(name), size) for name in ("sent", "start", "end"))
    meeting = kind == Kind.MEETING.number
    return Batch(
        kind=kind,
        id=texts["id"],
        conversation=texts["conversation"],
        at=np.where(meeting, start, sent),
        end=np.where(meeting, end, NO_END),
        sender=texts["sender"],
        recipients=_lists(columns.get("recipients"), size),
        places=np.arange(first, first + size),
    )


def _kinds(texts: Any) -> NDArray[np.uint8]:
    words = pc.utf8_lower(pc.utf8_trim_whitespace(texts))
    kinds = np.full(len(texts), NO_KIND, np.uint8)
    for kind in Kind:
        kinds[pc.equal(words, kind.value).to_numpy(zero_copy_only=False)] = kind.number
    return kinds


def _texts(column: Any, size: int) -> Any:
    """A column as texts; what is no text is empty."""
    if column is None:
        return pa.array([""] * size, pa.string())
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    try:
        return pc.fill_null(column.cast(pa.string()), "")
    except pa.ArrowInvalid:
        return pa.array([_decoded(value) for value in column.to_pylist()], pa.string())
    except (pa.ArrowNotImplementedError, pa.ArrowTypeError):
        return pa.array([""] * size, pa.string())


def _decoded(value: object) -> str:
    try:
        return value.decode("utf-8") if isinstance(value, bytes) else ""
    except UnicodeDecodeError:
        return ""


def _lists(column: Any, size: int) -> Any:
    """Recipients: lists, or texts with semicolons between them."""
    if column is not None and isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if column is not None and (pa.types.is_list(column.type) or pa.types.is_large_list(column.type)):
        return column.cast(pa.list_(pa.string()))
    return pc.split_pattern(_texts(column, size), ";")


def _seconds(column: Any, size: int) -> NDArray[np.int64]:
    """Moments as seconds since 1970. Without a zone they are in UTC."""
    if column is None:
        return np.full(size, NO_TIME, np.int64)
    if pa.types.is_timestamp(column.type):
        # Whatever the zone, the number behind it is in UTC.
        values = pc.floor_temporal(column, unit="second").cast(pa.timestamp("s", column.type.tz))
        return np.asarray(pc.fill_null(values.cast(pa.int64()), NO_TIME).to_numpy(zero_copy_only=False), np.int64)
    texts = pc.utf8_trim_whitespace(_texts(column, size))
    known = pc.if_else(pc.equal(texts, ""), None, texts)
    for zone in ("UTC", None):
        try:
            found = known.cast(pa.timestamp("us", zone)).cast(pa.int64())
        except pa.ArrowInvalid:
            continue
        values = pc.fill_null(found, NO_TIME * 1_000_000).to_numpy(zero_copy_only=False)
        return np.asarray(values // 1_000_000, np.int64)
    return np.array([_second(text) for text in texts.to_pylist()], np.int64)


def _second(text: str) -> int:
    try:
        return seconds(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return NO_TIME
