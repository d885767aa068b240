"""CSV files as they come: encodings, quotes, lines."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clienteling.domain.errors import Invalid
from clienteling.services.importing.reader import LONGEST_LINE, CsvFile, RawRow
from tests.support.effort import examples

TEXT = "account,name\r\nC-1,Zoë Bērziņa\r\n"


def read(folder: Path, content: bytes, **options: str) -> tuple[tuple[str, ...], list[RawRow]]:
    file = folder / "file.csv"
    file.write_bytes(content)
    table = CsvFile(file, **options)
    return table.header(), list(table.rows())


def refusal(folder: Path, content: bytes, **options: str) -> str:
    with pytest.raises(Invalid) as refused:
        read(folder, content, **options)
    assert refused.value.field == "file"
    return refused.value.message


def fields(rows: list[RawRow]) -> list[tuple[int, list[str]]]:
    assert [row.problem for row in rows if row.problem] == []
    return [(row.line, row.fields) for row in rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_files_are_read_whatever_their_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    header, rows = read(tmp_path, TEXT.encode(encoding))
    assert header == ("account", "name")
    assert fields(rows) == [(2, ["C-1", "Zoë Bērziņa"])]


def test_utf_16_is_read_with_either_byte_order(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xfe\xff" + TEXT.encode("utf-16-be"))[0] == ("account", "name")


def test_a_named_encoding_is_used_unless_a_byte_order_mark_says_otherwise(tmp_path: Path) -> None:
    assert fields(read(tmp_path, "n\nKjær".encode("cp1252"), encoding="cp1252")[1]) == [(2, ["Kjær"])]
    assert fields(read(tmp_path, "n\nKjær".encode("utf-8-sig"), encoding="cp1252")[1]) == [(2, ["Kjær"])]


def test_a_wrong_encoding_is_refused_with_line_and_byte(tmp_path: Path) -> None:
    content = "n\nÅse\n".encode() + b"Kj\xe6r\n"
    message = refusal(tmp_path, content)
    assert "UTF-8" in message
    assert "line 3" in message
    assert f"byte {content.index(0xE6) + 1}." in message


def test_a_wrong_encoding_is_found_behind_the_first_blocks(tmp_path: Path) -> None:
    content = b"n\n" + "ā\n".encode() * 30_001 + b"\xff"
    message = refusal(tmp_path, content)
    assert "line 30003" in message
    assert f"byte {len(content)}." in message


def test_bytes_that_an_encoding_lacks_are_refused(tmp_path: Path) -> None:
    assert "CP1252" in refusal(tmp_path, b"n\na\x81b\n", encoding="cp1252")


def test_utf_16_that_does_not_say_so_is_refused(tmp_path: Path) -> None:
    assert "UTF-16" in refusal(tmp_path, "account,name\nC-1".encode("utf-16-le"))
    assert "UTF-16" in refusal(tmp_path, b"account", encoding="utf-16")


@pytest.mark.parametrize("content", [b"", b"\n\r\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal(tmp_path, content) == "The file file.csv is empty."


def test_a_file_with_a_header_only_has_no_rows(tmp_path: Path) -> None:
    assert read(tmp_path, b"account , name") == (("account", "name"), [])


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.csv", tmp_path):
        with pytest.raises(Invalid, match="There is no file"):
            CsvFile(path).header()


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"name,account,name\n") == "The file file.csv has two columns “name”."


@pytest.mark.parametrize(("content", "sign"), [(b"account;name\n", "“;”"), (b"account\tname\n", "“tab”")])
def test_another_separator_is_recognized_and_said(tmp_path: Path, content: bytes, sign: str) -> None:
    assert sign in refusal(tmp_path, content)


def test_the_separator_can_be_given(tmp_path: Path) -> None:
    assert fields(read(tmp_path, b"a;b\n1,5;2\n", delimiter=";")[1]) == [(2, ["1,5", "2"])]


def test_rows_are_known_by_the_line_they_begin_in(tmp_path: Path) -> None:
    content = b'a,b\n\n1,"two\nlines"\r\n3,4\n\n5,"x\r\ny\r\nz"\n6,7'
    rows = read(tmp_path, content)[1]
    assert fields(rows) == [(3, ["1", "two\nlines"]), (5, ["3", "4"]), (7, ["5", "x\r\ny\r\nz"]), (10, ["6", "7"])]


def test_a_quote_that_is_never_closed_costs_one_row_only(tmp_path: Path) -> None:
    rows = read(tmp_path, b'a,b\n1,2\n3,"4\n5,6\n7,8\n')[1]
    assert [(row.line, row.problem is None) for row in rows] == [(2, True), (3, False), (4, True), (5, True)]
    assert rows[1].fields == ['3,"4']
    assert "quote" in rows[1].problem.message if rows[1].problem else False
    assert [row.fields for row in rows if row.problem is None] == [["1", "2"], ["5", "6"], ["7", "8"]]


def test_something_behind_a_closing_quote_costs_one_row_only(tmp_path: Path) -> None:
    rows = read(tmp_path, b'a,b\n"1"x,2\n3,"4\n"y,5\n6,7\n')[1]
    assert [(row.line, row.problem is None) for row in rows] == [(2, False), (3, False), (4, False), (5, True)]


def test_a_field_that_is_too_long_costs_one_row_only(tmp_path: Path) -> None:
    rows = read(tmp_path, b"a,b\n1," + b"x" * 140_000 + b"\n3,4\n")[1]
    assert "131072 characters" in rows[0].problem.message if rows[0].problem else False
    assert rows[1] == RawRow(3, ["3", "4"])


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    assert "Line 2" in refusal(tmp_path, b"a\n" + b"x" * LONGEST_LINE)


def test_the_number_of_rows_is_estimated_by_lines(tmp_path: Path) -> None:
    (tmp_path / "file.csv").write_bytes(b"a\n1\n2\n")
    assert CsvFile(tmp_path / "file.csv").lines() == 3


@settings(max_examples=examples(150), deadline=None)
@given(content=st.one_of(st.binary(max_size=200), st.text(alphabet='a,"\r\n\0;é', max_size=80).map(str.encode)))
@example(content=b'a\n"')
def test_whatever_stands_in_a_file_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    try:
        header, rows = read(tmp_path_factory.getbasetemp(), content)
    except Invalid:
        return
    assert any(header)
    assert [row.line for row in rows] == sorted({row.line for row in rows})


@settings(max_examples=examples(150), deadline=None)
@given(
    table=st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=2, max_size=2).filter(
            lambda row: any(cell.strip() for cell in row)
        ),
        max_size=8,
    )
)
def test_what_was_written_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, table: list[list[str]]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([["a", "b"], *table])
    rows = read(tmp_path_factory.getbasetemp(), stream.getvalue().encode())[1]
    assert [row.fields for row in rows] == table
