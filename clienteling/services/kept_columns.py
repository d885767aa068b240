"""Columns as bytes, to be kept in the database, and back: facts as JSON in the first line, arrays behind it."""

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clienteling.domain.columns import Choices, Column, Numbers, Texts
from clienteling.domain.day_columns import Days, Yearly
from clienteling.domain.lines import Lines

Facts = dict[str, Any]
Arrays = dict[str, NDArray[Any]]


def packed(facts: Mapping[str, Any], **arrays: NDArray[Any]) -> bytes:
    shapes = [(name, array.dtype.str, array.shape) for name, array in arrays.items()]
    head = json.dumps({"facts": facts, "arrays": shapes}).encode()
    return b"".join([head, b"\n", *(array.tobytes() for array in arrays.values())])


def unpacked(data: bytes) -> tuple[Facts, Arrays]:
    """What was packed; the arrays can be written to. Raises `ValueError` if it cannot be read."""
    place = data.index(b"\n") + 1
    head = json.loads(data[:place])
    arrays: Arrays = {}
    for name, kind, shape in head["arrays"]:
        size = int(np.prod(shape))
        array = np.frombuffer(data, np.dtype(kind), size, place).reshape(shape)
        arrays[name] = array.copy()
        place += array.nbytes
    return head["facts"], arrays


def column_bytes(column: Column) -> bytes:
    match column:
        case Choices():
            return packed({"values": column.values}, sets=column.sets)
        case Numbers():
            return packed({}, numbers=column.numbers, edges=np.array(column.edges, np.float64), sets=column.sets)
        case Yearly() | Days():
            return packed({}, days=column.days)
        case Texts():
            return column.lines.to_bytes()
    raise TypeError(f"{column} cannot be kept")


def refill(column: Column, data: bytes, slots: int) -> None:
    """Put into an empty column what `column_bytes` gave of one of its kind, with so many slots."""
    match column:
        case Choices():
            facts, arrays = unpacked(data)
            column.values, column.sets = facts["values"], arrays["sets"]
        case Numbers():
            _, arrays = unpacked(data)
            column.numbers, column.sets = arrays["numbers"], arrays["sets"]
            column.edges = tuple(arrays["edges"].tolist())
        case Yearly() | Days():
            _, arrays = unpacked(data)
            column.days = arrays["days"]
        case Texts():
            column.lines = Lines(data, slots)
