"""Files with one interaction in each row: CSV and Parquet."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from clienteling.domain.errors import Invalid, mark
from clienteling.engagement.interactions import Batch, Rejected
from clienteling.engagement.sources.columns import NAMES, batch_from, check_names

_ROWS = 200_000  # in a batch
_BLOCK = 16 << 20  # bytes of a CSV file at once: also the longest row
_BAD_ROW = mark("The row has not as many values as there are columns.")


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A CSV file with the columns `NAMES`, in UTF-8, with commas."""

    file: Path

    def batches(self) -> Iterator[Batch | Rejected]:
        rejected: list[Rejected] = []

        def refuse(row: Any) -> str:
            rejected.append(Rejected(str(row.number or ""), _BAD_ROW))
            return "skip"

        first = 2
        for part in _readable(self.file, lambda: self._parts(refuse)):
            yield from rejected
            rejected.clear()
            yield batch_from(part, first)
            first += len(next(iter(part.values())))
        yield from rejected

    def _parts(self, refuse: Any) -> Iterator[dict[str, Any]]:
        reader = pa.csv.open_csv(
            self.file,
            read_options=pa.csv.ReadOptions(block_size=_BLOCK, use_threads=False),
            parse_options=pa.csv.ParseOptions(newlines_in_values=True, invalid_row_handler=refuse),
            # As bytes: what is no UTF-8 concerns its row and not the whole file.
            convert_options=pa.csv.ConvertOptions(
                check_utf8=False, column_types=dict.fromkeys(_spellings(), pa.binary()), strings_can_be_null=False
            ),
        )
        names = [name.strip().lower().removeprefix("\ufeff") for name in reader.schema.names]
        check_names(names)
        for part in reader:
            yield _columns(names, part)


@dataclass(frozen=True, slots=True)
class ParquetFile:
    """A Parquet file with the columns `NAMES`; moments and lists may be such."""

    file: Path

    def batches(self) -> Iterator[Batch | Rejected]:
        first = 1
        for part in _readable(self.file, self._parts):
            yield batch_from(part, first)
            first += len(next(iter(part.values())))

    def _parts(self) -> Iterator[dict[str, Any]]:
        with pq.ParquetFile(self.file) as opened:
            names = opened.schema_arrow.names
            check_names(names)
            wanted = [name for name in names if name.strip().lower() in NAMES]
            for part in opened.iter_batches(_ROWS, columns=wanted):
                yield _columns([name.strip().lower() for name in wanted], part)


def _spellings() -> list[str]:
    return [spelling for name in NAMES for spelling in (name, name.upper(), name.capitalize())]


def _columns(names: list[str], part: Any) -> dict[str, Any]:
    return {name: part.column(place) for place, name in enumerate(names) if name in NAMES}


def _readable(file: Path, parts: Any) -> Iterator[dict[str, Any]]:
    """The parts of a file. Raises `Invalid` with field "file" for one that is damaged or something else."""
    try:
        for part in parts():
            if part and len(next(iter(part.values()))):
                yield part
    except pa.ArrowException as error:
        raise Invalid("file", mark("The file {file} is damaged, or of another kind."), file=file.name) from error
