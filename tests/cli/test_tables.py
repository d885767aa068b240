"""Texts in columns."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from clienteling.cli.tables import clean, lines, pairs, table, width


def test_columns_stand_under_their_heads_whatever_letters_there_are() -> None:
    rows = [["Zoë", "7"], ["山田太郎", "1,200"], ["Đỗ", "–"]]
    assert table(["Name", "Score"], rows, right=[1]).splitlines() == [
        "Name      Score",
        "Zoë           7",
        "山田太郎  1,200",
        "Đỗ            –",
    ]


def test_a_text_stays_on_its_line_and_cannot_steer_the_terminal() -> None:
    assert clean("two\nlines\tand \x1b[31mred\u202e") == "two lines and \ufffd[31mred\ufffd"
    assert clean("👩\u200d👧 family") == "👩\u200d👧 family"
    assert lines("one\n two\x07\n\nthree") == ["one", "two\ufffd", "", "three"]


def test_labels_without_a_value_are_left_out() -> None:
    assert pairs([("Name", "Zoë"), ("Phone", ""), ("Loyalty card", "L-1")]) == "Name          Zoë\nLoyalty card  L-1"
    assert pairs([("Phone", "")]) == ""


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=5))
def test_a_table_has_a_line_for_each_row_and_the_second_column_in_one_place(
    rows: list[tuple[str, str]],
) -> None:
    found = table(["A", "B"], [*rows, ("last", "x")]).split("\n")
    assert len(found) == len(rows) + 2
    assert not {unicodedata.category(character) for character in "".join(found)} & {"Cc", "Cs"}
    place = width(found[-1]) - 1
    assert width(found[0][: found[0].index("B")]) == place
