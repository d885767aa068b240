import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.errors import Invalid
from clienteling.domain.text import checked, digits, fold, initials, words

printable = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("Anna", "anna"),
        ("  Anna \t Maria\n", "anna maria"),
        ("Bērziņa", "berzina"),
        ("BĒRZIŅA", "berzina"),
        ("Søren Ægir", "soren aegir"),
        ("Đorđe Łukasz", "dorde lukasz"),
        ("Weiß", "weiss"),
        ("WEISS", "weiss"),
        ("Işık", "isik"),
        ("İstanbul", "istanbul"),
        ("Œuvre Þór Ŋ Ħ", "oeuvre thor n h"),
        ("Nguyễn", "nguyen"),
        ("e\u0301", "e"),
        ("ﬁn", "fin"),
        ("Ｗｉｄｅ", "wide"),
        ("№ 5", "no 5"),
        ("𝐀𝐧𝐧𝐚", "anna"),
        ("Ǿre Ǣ", "ore ae"),
        ("Ελλάδα", "ελλαδα"),
        ("a\u00a0b\u3000c", "a b c"),
        ("o'brien-smith", "o'brien-smith"),
    ],
)
def test_folded_text_has_no_case_no_accents_and_single_spaces(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_folding_any_character_twice_changes_nothing_more() -> None:
    characters = [chr(code) for code in range(0x20000) if not 0xD800 <= code <= 0xDFFF]
    assert [c for c in characters if fold(fold(c)) != fold(c)] == []


@given(printable)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(printable)
def test_folded_text_does_not_depend_on_how_accents_are_composed(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text("abcžšøßÄÉ Łđ"))
def test_folded_text_does_not_depend_on_case(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(printable)
def test_folded_text_is_trimmed_with_single_spaces(text: str) -> None:
    assert re.fullmatch(r"(\S+( \S+)*)?", fold(text))


def test_words_are_what_stands_between_signs_and_spaces() -> None:
    assert words("Smith-Jones, O'Brien_2  Ægir!") == ("smith", "jones", "o", "brien", "2", "aegir")


@given(printable)
def test_words_hold_letters_and_digits_only(text: str) -> None:
    assert all(word and re.fullmatch(r"[^\W_]+", word) for word in words(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [("+371 (29) 12-34", "371291234"), ("none", ""), ("٣٤ and ５６", "3456"), ("x²", "")],
)
def test_digits_are_the_decimal_ones_in_ascii(text: str, found: str) -> None:
    assert digits(text) == found


@given(st.text())
def test_digits_are_always_ascii(text: str) -> None:
    assert re.fullmatch(r"[0-9]*", digits(text))


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Anna Bērziņa", "AB"),
        ("anna", "A"),
        ("Juan Carlos de la Cruz", "JC"),
        ("Ērika", "Ē"),
        ("  (Anna) Ozola ", "O"),
        ("7 Eleven", "7E"),
        ("ßen", "S"),
        ("...", "?"),
        ("", "?"),
    ],
)
def test_initials_are_those_of_the_first_and_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters


@given(st.text())
def test_initials_are_one_or_two_characters_for_any_name(name: str) -> None:
    assert 1 <= len(initials(name)) <= 2


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "x\udfffy"])
def test_text_that_no_database_keeps_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refusal:
        checked("title", text)
    assert refusal.value.field == "title"


def test_text_may_be_as_long_as_said_and_not_longer() -> None:
    assert checked("title", " " + "x" * 10 + " ", longest=10) == "x" * 10
    with pytest.raises(Invalid, match=r"At most 10 .* there are 11"):
        checked("title", "x" * 11, longest=10)


def test_text_that_is_required_is_not_only_space() -> None:
    assert checked("text", " \t\n") == ""
    with pytest.raises(Invalid) as refusal:
        checked("text", " \t\n", required=True)
    assert refusal.value.field == "text"


@given(st.text(max_size=200))
def test_checked_text_can_be_stored_or_is_refused(text: str) -> None:
    try:
        kept = checked("text", text)
    except Invalid:
        assert "\0" in text or any(0xD800 <= ord(c) <= 0xDFFF for c in text)
    else:
        kept.encode("utf-8")
        assert kept == text.strip()
        assert "\0" not in kept
