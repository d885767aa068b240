"""Files under canonical names, by their mapping."""

from pathlib import Path

import pytest

from clienteling.domain.errors import Invalid
from clienteling.domain.importing import Kind
from clienteling.services.importing.mapping import Mapping
from clienteling.services.importing.table import FileTable, RowTable


def table(folder: Path, content: str, **rules: object) -> FileTable:
    """A file of products."""
    file = folder / "file.csv"
    file.write_text(content, encoding="utf-8")
    return FileTable(Kind.PRODUCTS, file, Mapping.model_validate({"kinds": {"products": rules}}), frozenset())


def cells(rows: FileTable) -> list[dict[str, str]]:
    return [row.cells for row in rows.rows()]


def refusal(folder: Path, content: str, **rules: object) -> str:
    with pytest.raises(Invalid) as refused:
        table(folder, content, **rules)
    assert refused.value.field == "file"
    return refused.value.message


def test_canonical_columns_need_no_mapping(tmp_path: Path) -> None:
    assert cells(table(tmp_path, "name,sku\nHat,H-1\n")) == [{"name": "Hat", "sku": "H-1"}]


def test_columns_are_renamed_filled_and_translated(tmp_path: Path) -> None:
    found = table(
        tmp_path,
        "Nr,Text,c\n7,Hat,r\n8,Cap,\n",
        columns={"name": "Text", "color": "c"},
        templates={"sku": "P-{Nr}", "category": "Hats"},
        values={"color": {"r": "Red"}},
    )
    assert cells(found) == [
        {"name": "Hat", "color": "Red", "sku": "P-7", "category": "Hats"},
        {"name": "Cap", "color": "", "sku": "P-8", "category": "Hats"},
    ]


def test_a_file_column_can_stand_for_several(tmp_path: Path) -> None:
    assert cells(table(tmp_path, "sku\nH-1\n", columns={"name": "sku"})) == [{"sku": "H-1", "name": "H-1"}]


def test_a_value_that_the_mapping_does_not_know_is_said(tmp_path: Path) -> None:
    found = table(tmp_path, "sku,name,c\n1,Hat,z\n", columns={"color": "c"}, values={"color": {"r": "Red"}})
    (row,) = found.rows()
    assert row.problem is not None
    assert (row.problem.field, row.problem.message) == ("color", "The mapping does not say what “z” means.")
    assert found.original(row, "color") == ("c", "z")


def test_columns_that_nobody_asks_for_are_refused_unless_ignored(tmp_path: Path) -> None:
    content = "sku,name,weight,remark\n1,Hat,2,\n"
    assert "“weight”" in refusal(tmp_path, content)
    assert "“remark”" in refusal(tmp_path, content, ignore=["weight"])
    assert cells(table(tmp_path, content, ignore=["*"])) == [{"sku": "1", "name": "Hat"}]


def test_an_ignored_column_is_not_taken_under_its_own_name(tmp_path: Path) -> None:
    assert cells(table(tmp_path, "sku,name,color\n1,Hat,Red\n", ignore=["color"])) == [{"sku": "1", "name": "Hat"}]


@pytest.mark.parametrize(
    ("rules", "column"),
    [
        ({}, "name"),
        ({"columns": {"name": "Text"}}, "Text"),
        ({"templates": {"name": "{Text}"}}, "Text"),
        ({"templates": {"name": "Hat"}, "values": {"color": {"r": "Red"}}}, "color"),
    ],
)
def test_columns_that_are_missing_are_named(tmp_path: Path, rules: dict[str, object], column: str) -> None:
    assert f"no column “{column}”" in refusal(tmp_path, "sku\n1\n", **rules)


def test_a_column_that_is_given_otherwise_need_not_be_there(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("code,name\nvisit,Visit\n", encoding="utf-8")
    found = FileTable(Kind.ACTIVITY_TYPES, tmp_path / "a.csv", None, frozenset({"legal_entity"}))
    assert [row.cells for row in found.rows()] == [{"code": "visit", "name": "Visit"}]


def test_rows_of_another_length_than_the_header_are_said(tmp_path: Path) -> None:
    found = table(tmp_path, "sku,name\n1\n1,2,3\n1,Hat\n")
    short, long, fine = found.rows()
    assert [row.problem and row.problem.message for row in (short, long, fine)] == [
        "The row has 1 fields, the header 2.",
        "The row has 3 fields, the header 2.",
        None,
    ]
    assert found.original(long, "") == ("", "1,2,3")


def test_a_wrong_cell_is_named_as_in_the_file(tmp_path: Path) -> None:
    found = table(tmp_path, "Nr,Text\n7,Hat\n", columns={"name": "Text"}, templates={"sku": "P-{Nr}", "color": "Red"})
    (row,) = found.rows()
    assert found.original(row, "name") == ("Text", "Hat")
    assert found.original(row, "sku") == ("Nr", "7")
    assert found.original(row, "color") == ("color", "Red")
    assert found.original(row, "price") == ("price", "")


def test_the_columns_of_a_rejected_file_are_known(tmp_path: Path) -> None:
    found = table(tmp_path, "sku,name,rejected_line,rejected_column,rejected_reason\n1,Hat,7,name,no\n")
    assert cells(found) == [{"sku": "1", "name": "Hat"}]


def test_canonical_rows_may_have_columns_of_their_own() -> None:
    rows = RowTable(Kind.PRODUCTS, "rows", [{"sku": "1", "name": "Hat"}, {"sku": "2", "color": "Red"}, {"size": "3"}])
    first, second, third = rows.rows()
    assert [row.line for row in (first, second, third)] == [1, 2, 3]
    assert (first.problem, second.problem) == (None, None)
    assert third.problem is not None
    assert third.problem.message == "products have no column “size”."
    assert rows.total() == 3


def test_the_number_of_canonical_rows_may_be_unknown() -> None:
    rows = RowTable(Kind.PRODUCTS, "rows", iter([{"sku": "1"}]))
    assert rows.total() is None
    assert len(list(rows.rows())) == 1
