"""CSV and Parquet files of interactions."""

from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from clienteling.domain.errors import Invalid
from clienteling.engagement.pool import Pool, Taken
from clienteling.engagement.sources.files import open_file
from tests.support.naughty import strings

NOW = datetime(2026, 11, 22, tzinfo=UTC)
HEAD = "kind,id,conversation,sent,sender,recipients,start,end\n"
MAIL = "mail,<1@x>,c,2026-11-01T10:00:00Z,ann@shop.example,Kim <KIM@acme.example>; lee@acme.example,,\n"
MEETING = "meeting,m1,,,kim@acme.example,ann@shop.example,2026-11-02T10:00:00Z,2026-11-02T11:30:00Z\n"


def take(file: Path, folder: Path) -> tuple[Pool, Taken]:
    pool = Pool(folder / "pool")
    return pool, pool.take(open_file(file).batches(), NOW)


def written(folder: Path, text: str | bytes) -> Path:
    file = folder / "some.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_a_csv_file_has_mails_and_meetings(tmp_path: Path) -> None:
    pool, taken = take(written(tmp_path, HEAD + MAIL + MEETING), tmp_path)
    assert (taken.taken, taken.rejected_count) == (2, 0)
    rows = pool.rows(pool.chunks[0])
    assert rows.at.tolist() == [1_793_527_200, 1_793_613_600]
    assert rows.minutes.tolist() == [0, 90]
    assert len(pool.people) == 3  # as they are compared, whatever their case


def test_the_same_twice_is_taken_once(tmp_path: Path) -> None:
    file = written(tmp_path, HEAD + MAIL + MAIL)
    _, taken = take(file, tmp_path)
    assert (taken.taken, taken.duplicates) == (1, 1)
    _, taken = take(file, tmp_path)
    assert (taken.taken, taken.duplicates) == (0, 2)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("fax,1,,2026-11-01T10:00Z,a@b.c,d@e.f,,", "neither a mail"),
        ("mail,1,,yesterday,a@b.c,d@e.f,,", "time"),
        ("mail,1,,1926-11-01T10:00Z,a@b.c,d@e.f,,", "time"),
        ("mail,1,,2027-11-01T10:00Z,a@b.c,d@e.f,,", "time"),
        ("mail,1,,2026-11-01T10:00Z,nobody,d@e.f,,", "sender"),
        ("mail,1,,2026-11-01T10:00Z,a@b.c,;nobody; ,,", "recipient"),
        ("meeting,1,,,a@b.c,d@e.f,2026-11-02T10:00Z,2026-11-02T09:00Z", "ends before"),
        ("meeting,1,,,a@b.c,d@e.f,2026-11-02T10:00Z,", "never"),
        ("mail,1,too,few", "as many values"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_with_its_reason(tmp_path: Path, row: str, reason: str) -> None:
    _, taken = take(written(tmp_path, f"{HEAD}{MAIL}{row}\n{MEETING}"), tmp_path)
    assert taken.taken == 2
    (rejected,) = taken.rejected
    assert reason in rejected.reason


def test_the_place_of_a_rejected_row_is_its_line(tmp_path: Path) -> None:
    _, taken = take(written(tmp_path, f"{HEAD}{MAIL}mail,1,,never,a@b.c,d@e.f,,\n"), tmp_path)
    assert [one.place for one in taken.rejected] == ["3"]


def test_moments_with_and_without_zones_may_stand_below_one_another(tmp_path: Path) -> None:
    rows = "mail,1,,2026-11-01T10:00:00+02:00,a@b.c,d@e.f,,\nmail,2,,2026-11-01 08:00,a@b.c,d@e.f,,\n"
    pool, _ = take(written(tmp_path, HEAD + rows), tmp_path)
    assert set(pool.rows(pool.chunks[0]).at.tolist()) == {1_793_520_000}


def test_whole_days_do_not_count(tmp_path: Path) -> None:
    row = "meeting,1,,,a@b.c,d@e.f,2026-11-02T00:00Z,2026-11-03T00:00Z\n"
    _, taken = take(written(tmp_path, HEAD + row), tmp_path)
    assert (taken.taken, taken.ignored, taken.rejected_count) == (0, 1, 0)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="recipients"):
        take(written(tmp_path, "kind,id,sent,sender\n"), tmp_path)


def test_bytes_that_are_no_text_concern_their_row_only(tmp_path: Path) -> None:
    _, taken = take(
        written(tmp_path, HEAD.encode() + b"mail,1,,2026-11-01T10:00Z,\xff\xfe@b.c,d@e.f,,\n" + MAIL.encode()), tmp_path
    )
    assert (taken.taken, taken.rejected_count) == (1, 1)


def test_naughty_texts_are_taken_or_rejected_and_break_nothing(tmp_path: Path) -> None:
    rows = [f'mail,"{t}","{t}","{t}","{t}@x.y","{t}@y.z;a@b.c",,\n' for t in (s.replace('"', '""') for s in strings())]
    _, taken = take(written(tmp_path, (HEAD + "".join(rows)).encode("utf-8", "replace")), tmp_path)
    assert taken.taken == 0
    assert taken.rejected_count > 400


@pytest.mark.parametrize("content", [b"", b"\0\0\0\0", b"PAR1", b"\xff\xfe" * 100])
@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_file_that_is_something_else_is_refused(tmp_path: Path, content: bytes, ending: str) -> None:
    file = tmp_path / f"some.{ending}"
    file.write_bytes(content)
    with pytest.raises(Invalid):
        take(file, tmp_path)


def test_a_parquet_file_may_have_moments_and_lists(tmp_path: Path) -> None:
    file = tmp_path / "some.parquet"
    moment = datetime(2026, 11, 1, 10, tzinfo=UTC)
    columns = {
        "kind": ["mail", "meeting"],
        "id": ["1", "2"],
        "conversation": ["c", None],
        "sent": pa.array([moment, None], pa.timestamp("ms", "Europe/Riga")),
        "sender": ["a@b.c", "d@e.f"],
        "recipients": pa.array([["d@e.f", None], ["a@b.c"]], pa.list_(pa.string())),
        "start": pa.array([None, moment], pa.timestamp("us", "UTC")),
        "end": pa.array([None, moment.replace(hour=11)], pa.timestamp("ns", "UTC")),
        "subject": ["never read", "never read"],
    }
    pq.write_table(pa.table(columns), file)
    pool, taken = take(file, tmp_path)
    assert taken.taken == 2
    assert pool.rows(pool.chunks[0]).minutes.tolist() == [0, 60]
