"""CSV that spreadsheets show and do not run."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.dates import YearlyDate
from clienteling.domain.spreadsheet import Cell, csv_lines


def line(*cells: Cell) -> str:
    return csv_lines([cells]).removesuffix("\r\n")


@pytest.mark.parametrize("text", ["=1+1", "+371 20", "-2", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_what_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    (row,) = csv.reader(io.StringIO(line(text), newline=""))
    assert row == [f"'{text}"]


def test_values_keep_their_kind() -> None:
    cells = (None, -5, Decimal("-12.50"), True, False, date(2026, 11, 22), YearlyDate(4, 12, 1980), "a - b", "Zoë")
    assert line(*cells) == ",-5,-12.50,yes,no,2026-11-22,1980-04-12,a - b,Zoë"


def test_a_day_without_year_is_no_formula() -> None:
    assert line(YearlyDate(4, 12)) == "'--04-12"


def test_quotes_commas_and_ends_of_lines_are_quoted() -> None:
    assert line('a "b"', "c,d", "e\nf") == '"a ""b""","c,d","e\nf"'


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1))
def test_any_text_comes_back_but_for_the_apostrophe(texts: list[str]) -> None:
    (row,) = csv.reader(io.StringIO(csv_lines([[*texts, "."]]), newline=""))
    assert [cell for cell, text in zip(row, texts, strict=False) if cell not in (text, f"'{text}")] == []
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
