"""The score keeps what score.md promises."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from clienteling.engagement import score
from clienteling.engagement.score import WEIGHTS, Part, points, scores, shares

Accounts = list[tuple[int, ...]]

numbers = st.integers(0, 6) | st.integers(0, 10**7)
accounts = st.lists(st.tuples(*(numbers for _ in Part)), min_size=1, max_size=12)


def scored(found: Accounts) -> NDArray[np.int64]:
    columns = np.array(found, np.int64).T
    return scores(points(dict(zip(Part, columns, strict=True))))


@given(accounts)
def test_scores_are_from_0_to_100(found: Accounts) -> None:
    assert all(0 <= one <= 100 for one in scored(found))


@given(accounts, st.data())
def test_more_of_anything_never_lowers_the_score(found: Accounts, data: st.DataObject) -> None:
    account = data.draw(st.integers(0, len(found) - 1))
    part = data.draw(st.integers(0, len(Part) - 1))
    more = list(found[account])
    more[part] += data.draw(st.integers(1, 10**7))
    changed = [tuple(more) if place == account else one for place, one in enumerate(found)]
    assert scored(changed)[account] >= scored(found)[account]


@given(accounts, st.permutations(range(12)))
def test_equal_accounts_have_equal_scores_whatever_their_order(found: Accounts, order: list[int]) -> None:
    found = [*found, found[0]]
    result = scored(found)
    assert result[0] == result[-1]
    places = [place for place in order if place < len(found)]
    missing = [place for place in range(len(found)) if place not in places]
    places += missing
    assert scored([found[place] for place in places]).tolist() == result[places].tolist()


def test_the_points_of_all_parts_are_a_hundred() -> None:
    assert sum(WEIGHTS.values()) == 100


def test_shares_by_hand() -> None:
    assert shares(np.array([0, 1, 1, 5])).tolist() == [0, 0.5, 0.5, 1]
    assert shares(np.array([0, 0])).tolist() == [0, 0]
    assert shares(np.array([7])).tolist() == [0.5]


def test_who_is_first_in_everything_has_100() -> None:
    assert scored([(1,) * 6, (2,) * 6, (3,) * 6]).tolist() == [0, 50, 100]


def test_the_page_beside_the_code_has_the_same_weights() -> None:
    page = (Path(score.__file__).parent / "score.md").read_text(encoding="utf-8")
    rows = [
        line.rsplit("|", 2)[1].strip() for line in page.splitlines() if line.startswith("| ") and line[-3].isdigit()
    ]
    assert [int(row) for row in rows] == list(WEIGHTS.values())
