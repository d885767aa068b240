"""Lines against a plain list of texts."""

from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.lines import Lines

texts = st.lists(st.text("abÉ日 -", max_size=6), max_size=20)
changes = st.lists(st.tuples(st.integers(0, 30), st.text("abÉ日 -", max_size=6)), max_size=12)


def changed(lines: Lines, listed: list[str], steps: list[tuple[int, str]]) -> None:
    for number, text in steps:
        lines[number] = text
        listed += [""] * (number + 1 - len(listed))
        listed[number] = text


@given(texts, changes, st.integers(0, 10))
def test_texts_are_read_as_they_were_put(given: list[str], steps: list[tuple[int, str]], more: int) -> None:
    lines, listed = Lines.of(given), list(given)
    changed(lines, listed, steps)
    lines.resize(len(listed) + more)
    listed += [""] * more
    assert lines.texts() == listed
    assert len(lines) == len(listed)
    assert [lines[number] for number in range(len(listed))] == listed


@given(texts, changes)
def test_texts_survive_being_kept_as_bytes(given: list[str], steps: list[tuple[int, str]]) -> None:
    lines, listed = Lines.of(given), list(given)
    changed(lines, listed, steps)
    lines.resize(len(listed) + 3)
    again = Lines(lines.to_bytes(), len(lines))
    assert again.texts() == [*listed, "", "", ""]
    changed(again, listed, steps)
    assert again.texts()[: len(listed)] == listed


@given(texts, changes, st.text("abÉ日-", min_size=1, max_size=3))
def test_a_word_is_found_in_every_text_that_has_it(given: list[str], steps: list[tuple[int, str]], word: str) -> None:
    lines, listed = Lines.of(given), list(given)
    changed(lines, listed, steps)
    assert lines.containing(word).tolist() == [word in text for text in listed]


def test_no_word_reaches_over_the_end_of_a_text() -> None:
    assert Lines.of(["ab", "cd", "", "ab"]).containing("bc").tolist() == [False] * 4
    assert Lines.of(["abab", "b", "ab"]).containing("ab").tolist() == [True, False, True]
