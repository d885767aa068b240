"""Held tokens against a plain dictionary of customers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.services import held_tokens
from clienteling.services.held_tokens import HeldTokens

WORDS = ["an", "anna", "annika", "ann", "b", "berzina", "29", "291", "ž"]
members = st.dictionaries(
    st.integers(1, 12), st.tuples(st.integers(1, 3), st.lists(st.sampled_from(WORDS), unique=True, max_size=4))
)
beginnings = st.lists(st.sampled_from([*WORDS, "a", "be", "x"]), min_size=1, max_size=2).map(tuple)
asked = st.lists(beginnings, min_size=1, max_size=3)


def tokens(known: dict[int, tuple[int, list[str]]]) -> list[tuple[int, str]]:
    return [(key, word) for key, (_, several) in known.items() for word in several]


def holders(known: dict[int, tuple[int, list[str]]]) -> dict[int, int]:
    return {key: worker for key, (worker, _) in known.items()}


@pytest.mark.parametrize("aside", [0, 3, 200])
@given(members, st.lists(members, max_size=4), asked)
def test_those_who_have_all_words_are_found_after_any_changes(
    aside: int,
    known: dict[int, tuple[int, list[str]]],
    changes: list[dict[int, tuple[int, list[str]]]],
    words: list[tuple[str, ...]],
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(held_tokens, "_MOST_ASIDE", aside)
        held = HeldTokens((1,))
        held.load(holders(known), tokens(known))
        now = dict(known)
        for change in [{}, *changes]:
            # Whoever is changed and has the holder 3 is in the books no more.
            stays = {key: member for key, member in change.items() if member[0] != 3}
            held.update(list(change), holders(stays), tokens(change))
            now = {key: member for key, member in now.items() if key not in change} | stays
            assert held.find(words) == {
                key: worker
                for key, (worker, several) in now.items()
                if all(any(token.startswith(word) for token in several) for word in words)
            }
