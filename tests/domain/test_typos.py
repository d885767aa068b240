"""Mistyped words, against a plain distance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain import typos

WORDS = (
    "anna",
    "annika",
    "berzina",
    "berzins",
    "eva",
    "janis",
    "kristina",
    "maria",
    "marta",
    "daugavpils",
    "konstantinova",
)
letters = st.text("abeirnst", min_size=1, max_size=11)


def distance(a: str, b: str) -> int:
    """Letters too many, too few, others, or swapped with their neighbour: the textbook's table."""
    rows = [list(range(len(b) + 1))]
    for i, one in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (one != other)))
            if i > 1 and j > 1 and one == b[j - 2] and a[i - 2] == other:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


def errors(word: str) -> set[str]:
    """All that is one letter, or one swap, away from a word."""
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {a + b[1:] for a, b in halves if b}
    found |= {a + letter + b for a, b in halves for letter in alphabet}
    found |= {a + letter + b[1:] for a, b in halves if b for letter in alphabet}
    found |= {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    return found - {word}


def candidates(typed: str, words: tuple[str, ...]) -> set[str]:
    known = {variant for word in words for variant in typos.variants(word)}
    asked = typos.looked_up(typed)
    return {beginning for variant, beginning in known if variant in asked}


def meant(typed: str, words: tuple[str, ...]) -> tuple[str, ...]:
    return typos.meant(typed, candidates(typed, words))


@pytest.mark.parametrize("word", [word for word in WORDS if len(word) >= 5])
def test_every_single_error_in_a_word_is_forgiven(word: str) -> None:
    for typed in errors(word):
        found = meant(typed, WORDS)
        assert word.startswith((typed, *found)), typed


@pytest.mark.parametrize("word", ["berzina", "kristina", "daugavpils"])
def test_it_is_forgiven_while_the_word_is_not_finished(word: str) -> None:
    for length in range(5, len(word)):
        for typed in errors(word[:length]):
            found = meant(typed, (word,))
            assert word.startswith((typed, *found)) or len(typed) < typos.SHORTEST, typed


@given(letters.filter(lambda word: len(word) >= 4), st.lists(letters, max_size=8))
def test_what_was_meant_is_near_and_begins_a_known_word(typed: str, words: list[str]) -> None:
    most = 2 if len(typed) >= 8 else 1
    for beginning in meant(typed, tuple(words)):
        assert any(word.startswith(beginning) for word in words)
        assert 0 < distance(typed, beginning) <= most
        assert not beginning.startswith(typed)


@pytest.mark.parametrize("typed", ["berkano", "martinis", "kranis", "evelina", "xaxnaxi"])
def test_words_that_are_far_away_are_not_meant(typed: str) -> None:
    assert meant(typed, WORDS) == ()


def test_a_long_word_may_have_an_error_behind_its_beginning_too() -> None:
    assert meant("kosntantinvoa", WORDS) == ("konstantinova",)
    assert meant("dagavpisl", WORDS) == ("daugavpils",)


def test_the_likeliest_comes_first() -> None:
    words = ("maria", "marbi", "mara", "karai", "mardai")
    assert meant("marai", words)[0] == "maria"
    assert meant("anne", ("anna", "anke"))[0] == "anke"  # an error in the last letter is the unlikeliest


@pytest.mark.parametrize(("word", "spelled"), [("anna", True), ("ann", False), ("ab12", False), ("2912", False)])
def test_numbers_and_short_words_are_meant_as_they_are(word: str, spelled: bool) -> None:
    assert typos.is_spelled(word) is spelled


@given(letters)
def test_a_word_is_kept_with_its_sign_or_not_at_all(word: str) -> None:
    kept = typos.variants(word)
    assert ((typos.sign_of(word), word) in kept) is typos.is_kept(word) is bool(kept)
    assert not any(variant.startswith("=") for variant in typos.looked_up(word))
