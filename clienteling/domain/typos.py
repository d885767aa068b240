"""Mistyped words: what they are looked up by, and what may have been meant.

Of each word that is known its beginnings are kept, whole and without one of their letters. Whoever mistypes a letter
has the same left without it as the right word without one of its own, so the two meet there. A swap of two letters
that stand side by side is one error.
"""

from collections.abc import Iterable
from os.path import commonprefix

SHORTEST = 4
"""Letters of a typed word from which on errors are forgiven."""

_SHORTEST_KEPT = 3
_BEGINNING = 7  # letters that a word is looked up by; what comes behind them is compared
_LONG = 8  # letters from which on there may be two errors, if only one is in the beginning
_MOST_MEANT = 24


def is_spelled(word: str) -> bool:
    """Whether an error in a typed word is forgiven: numbers and codes are meant as they are."""
    return len(word) >= SHORTEST and word.isalpha()


def is_kept(word: str) -> bool:
    """Whether a known word has variants."""
    return len(word) >= _SHORTEST_KEPT and word.isalpha()


def variants(word: str) -> frozenset[tuple[str, str]]:
    """What a word is kept under: (variant, beginning of the word, or the whole word if that is longer)."""
    if not is_kept(word):
        return frozenset()
    lengths = range(_SHORTEST_KEPT, min(len(word), _BEGINNING) + 1)
    found = {
        (variant, word if length == _BEGINNING else word[:length])
        for length in lengths
        for variant in looked_up(word[:length])
    }
    return frozenset({(sign_of(word), word), *found})


def sign_of(word: str) -> str:
    """The variant that tells that all variants of a word are there: nobody who types can ask for it."""
    return f"={word}"


def looked_up(typed: str) -> frozenset[str]:
    """The variants under which what was meant is found."""
    beginning = typed[:_BEGINNING]
    return frozenset({beginning, *(beginning[:at] + beginning[at + 1 :] for at in range(len(beginning)))})


def meant(typed: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """The beginnings of the candidates that may have been meant by a word that is not finished, the likeliest first.

    Letters that changed places are the likeliest error, and the later one is, the likelier. One in the last letter
    comes last, since many words begin with the others.
    """
    most = 2 if len(typed) >= _LONG else 1
    found = set()
    for candidate in candidates:
        errors, length = _compared(typed, candidate, most)
        if 0 < errors <= most:
            beginning = candidate[:length]
            same = len(commonprefix((typed, beginning)))  # noqa: RUF071 - letter by letter is what is meant
            at_end = length <= len(typed) and same >= len(typed) - 1
            found.add((errors, at_end, sorted(typed) != sorted(beginning), -same, length, beginning))
    kept: list[str] = []
    for *_, beginning in sorted(found):
        if not beginning.startswith((typed, *kept)):
            kept.append(beginning)
    return tuple(kept[:_MOST_MEANT])


def _compared(typed: str, word: str, most: int) -> tuple[int, int]:
    """The fewest errors by which `typed` is a beginning of `word`, and how long that is at most; or too many errors."""
    if word.startswith(typed):
        return 0, len(typed)
    if most == 0:
        return 1, 0
    at, end = 0, min(len(typed), len(word))
    while at < end and typed[at] == word[at]:
        at += 1
    rest, other = typed[at:], word[at:]
    # Two letters that changed places; another letter; one too few; one too many.
    ways = [(rest[2:], 2)] if len(rest) > 1 and rest[1::-1] == other[:2] else []
    if other:
        ways += [(rest[1:], 1), (rest, 1)]
    ways.append((rest[1:], 0))
    best = most + 1, 0
    for left, step in ways:
        errors, length = _compared(left, other[step:], most - 1)
        if errors + 1 < best[0] or (errors + 1 == best[0] and at + step + length > best[1]):
            best = errors + 1, at + step + length
    return best
