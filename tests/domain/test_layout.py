"""Which layout is in force, and which of its grids."""

from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.configuration.screens import ScreenLayout
from clienteling.domain.layout import ACTIONS, DEFAULT, Button, ButtonGrid, Layout, Size, Subject, resolve

ONE = {Size.FULL: ButtonGrid(1, 1, (Button("search", 1, 1),))}
CODES = ("a", "b", "c")
SUBJECTS = {Subject.WORKER: "001", Subject.REGISTER: "S01/1", Subject.STORE: "S01"}


@given(
    st.dictionaries(st.sampled_from(list(Subject)), st.sampled_from([*CODES, "gone"])),
    st.permutations(list(SUBJECTS.items())),
    st.dictionaries(st.tuples(st.sampled_from(list(Subject)), st.just("other")), st.sampled_from(CODES)),
)
def test_the_narrower_layout_wins(
    given: dict[Subject, str], subjects: list[tuple[Subject, str]], others: dict[tuple[Subject, str], str]
) -> None:
    layouts = {code: Layout(code, code, ONE) for code in CODES}
    assigned = {(subject, SUBJECTS[subject]): code for subject, code in given.items()} | others
    expected = next(
        (layouts[given[s]] for s in (Subject.WORKER, Subject.REGISTER, Subject.STORE) if given.get(s) in layouts),
        DEFAULT,
    )
    assert resolve(layouts, assigned, subjects) == expected


def test_the_nearest_size_is_taken() -> None:
    full, compact = ButtonGrid(4, 2), ButtonGrid(2, 4)
    both = Layout("a", "A", {Size.FULL: full, Size.COMPACT: compact})
    assert (both.grid(1920), both.grid(800)) == (full, compact)
    assert Layout("a", "A", {Size.COMPACT: compact}).grid(1920) == compact


def test_the_layout_that_is_built_in_is_a_good_one_with_everything() -> None:
    built_in = ScreenLayout("default", "Default", DEFAULT.grids[Size.FULL], DEFAULT.grids[Size.COMPACT])
    assert list(built_in.problems()) == []
    assert DEFAULT.actions() == frozenset(ACTIONS)


def test_an_action_counts_if_every_size_has_it() -> None:
    grids = {
        Size.FULL: ButtonGrid(2, 1, (Button("my_book", 1, 1), Button("search", 1, 2))),
        Size.COMPACT: ButtonGrid(1, 1, (Button("search", 1, 1),)),
    }
    assert Layout("a", "A", grids).actions() == {"search"}
