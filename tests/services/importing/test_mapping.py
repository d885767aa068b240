"""Mapping files, and what is wrong with them."""

from pathlib import Path

import pytest

from clienteling.domain.errors import Invalid
from clienteling.domain.importing import Kind
from clienteling.services.importing.mapping import columns_in, fill, load_mapping, ready_mappings


def load(folder: Path, text: str) -> str:
    """The message of the refusal."""
    file = folder / "ours.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as refused:
        load_mapping(file)
    assert refused.value.field == "mapping"
    assert "ours.toml" in refused.value.message
    return refused.value.message


def test_all_mappings_that_come_with_the_program_can_be_read() -> None:
    mappings = {name: load_mapping(file) for name, file in ready_mappings().items()}
    assert "adventureworks" in mappings
    assert all(mapping.name and mapping.files for mapping in mappings.values())


def test_an_empty_mapping_has_the_usual_formats(tmp_path: Path) -> None:
    (tmp_path / "empty.toml").write_bytes(b"")
    mapping = load_mapping(tmp_path / "empty.toml")
    assert (mapping.encoding, mapping.delimiter, mapping.decimal_comma, mapping.date_format) == (
        "utf-8",
        ",",
        False,
        None,
    )
    assert mapping.of(Kind.CUSTOMERS) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a = \nb = 1", ["line 1"]),
        ("encodin = 'utf-8'", ["“encodin”"]),
        ("encoding = 'klingon'", ["“encoding”", "“klingon” is no encoding"]),
        ("encoding = 'rot13'", ["“encoding”", "“rot13” is no encoding"]),
        ("delimiter = ';;'", ["“delimiter”", "one sign"]),
        ("decimal_comma = 'perhaps'", ["“decimal_comma”"]),
        ("[[files]]\nkind = 'clients'\nfile = 'a.csv'", ["“files.0.kind”", "'customers'"]),
        ("[[files]]\nkind = 'customers'", ["“files.0”", "one of file, rows and assign"]),
        ("[[files]]\nkind = 'customers'\nfile = 'a.csv'\nrows = []", ["“files.0”", "one of file, rows and assign"]),
        ("[[files]]\nkind = 'customers'\nfile = '../a.csv'", ["“files.0.file”", "inside the folder"]),
        ("[[files]]\nkind = 'customers'\nfile = '/a.csv'", ["“files.0.file”", "inside the folder"]),
        ("[[files]]\nkind = 'notes'\nassign = 'in turn'", ["“files.0”", "only books"]),
        ("[kinds.customers.columns]\nnumber = 'nr'", ["“kinds”", "customers have no column “number”"]),
        ("[kinds.customers.values.gender]\nM = 'x'", ["“kinds”", "customers have no column “gender”"]),
        ("[kinds.customers.templates]\nemail = '{a|shout}'", ["“kinds.customers.templates”", "“shout” is no filter"]),
        ("[kinds.customers.templates]\nemail = '{a'", ["“kinds.customers.templates”", "brace"]),
        (
            "[kinds.customers.columns]\nemail = 'a'\n[kinds.customers.templates]\nemail = 'b'",
            ["“kinds.customers”", "“email” is among the columns and among the templates"],
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_key(tmp_path: Path, text: str, parts: list[str]) -> None:
    message = load(tmp_path, text)
    assert [part for part in parts if part not in message] == [], message


def test_a_mapping_that_is_missing_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match=r"nowhere\.toml"):
        load_mapping(tmp_path / "nowhere.toml")
    (tmp_path / "image.toml").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(Invalid, match=r"image\.toml"):
        load_mapping(tmp_path / "image.toml")


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("constant", "constant"),
        ("{login|letters|capitalized}", "José"),
        ("{login|upper}/{login|lower}", "JOSÉ1/josé1"),
        ("{first} {last}", "Ann"),
        ("{first} {last}".replace("first", "last"), ""),
        ("x{last}", ""),
    ],
)
def test_templates_are_filled_with_columns(template: str, text: str) -> None:
    assert fill(template, {"login": "josé1", "first": "Ann", "last": ""}) == text


def test_templates_name_their_columns() -> None:
    assert columns_in("{a|lower}-{b}") == ("a", "b")
    assert columns_in("text") == ()


def test_rows_of_a_mapping_are_what_a_file_would_have(tmp_path: Path) -> None:
    (tmp_path / "rows.toml").write_text(
        "[[files]]\nkind = 'attributes'\n"
        "rows = [{ name = 'A', levels = true, lowest = 0, highest = 1.5, options = ['x', 'y'] }]",
        encoding="utf-8",
    )
    (step,) = load_mapping(tmp_path / "rows.toml").files
    assert step.texts() == [{"name": "A", "levels": "yes", "lowest": "0", "highest": "1.5", "options": "x|y"}]
    assert step.source == "attributes"
