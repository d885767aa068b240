"""Changing a grid of buttons."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.configuration.screens import ScreenLayout
from clienteling.domain.layout import DEFAULT, Button, ButtonGrid, Size
from clienteling.domain.layout_editing import added, moved, removed, resized, sized

GRID = ButtonGrid(3, 2, (Button("my_book", 1, 1, 1, 2), Button("search", 2, 1), Button("lock", 2, 2)))
BOOK, SEARCH, LOCK = GRID.buttons

acts = st.lists(
    st.tuples(st.sampled_from(["move", "size", "add", "remove", "grid"]), st.integers(0, 9), st.integers(-1, 13),
              st.integers(-1, 13)),
    max_size=12,
)  # fmt: skip


@given(acts)
def test_whatever_is_done_the_grid_stays_one_that_can_be_saved(done: list[tuple[str, int, int, int]]) -> None:
    grid = DEFAULT.grids[Size.FULL]
    for act, number, one, other in done:
        button = grid.buttons[number % len(grid.buttons)]
        match act:
            case "move":
                grid = moved(grid, button, one, other)
            case "size":
                grid = resized(grid, button, one, other)
            case "add":
                grid = added(grid)
            case "remove" if len(grid.buttons) > 1:
                grid = removed(grid, button)
            case "grid":
                grid = sized(grid, one, other)
    assert list(ScreenLayout("X", "X", grid).problems()) == []


def test_a_button_goes_to_a_free_place_and_not_onto_a_larger_one() -> None:
    assert moved(GRID, SEARCH, 1, 3).buttons[1] == replace(SEARCH, row=1, column=3)
    assert moved(GRID, SEARCH, 1, 1) == GRID
    assert moved(GRID, BOOK, 2, 2) == GRID


def test_buttons_of_one_size_change_places() -> None:
    after = moved(GRID, SEARCH, 2, 2)
    assert [(b.action, b.column) for b in after.buttons[1:]] == [("search", 2), ("lock", 1)]


def test_a_new_button_takes_the_first_free_place_or_a_new_row() -> None:
    one = added(GRID)
    assert (one.buttons[-1].row, one.buttons[-1].column) == (1, 3)
    two = added(added(one))
    assert two.rows == 3


def test_a_grid_is_never_smaller_than_its_buttons() -> None:
    assert (sized(GRID, 1, 1).columns, sized(GRID, 1, 1).rows) == (2, 2)
