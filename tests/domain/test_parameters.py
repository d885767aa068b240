import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.errors import Invalid, NotFound
from clienteling.domain.parameters import (
    BADGE_NEEDS_PASSWORD,
    CARD_PLACES,
    IDLE_LOCK,
    PARAMETERS,
    Number,
    Parameter,
    parameter,
    shown,
    written,
)


def test_what_nobody_chose_has_its_default() -> None:
    assert (IDLE_LOCK.of({}), BADGE_NEEDS_PASSWORD.of({}), CARD_PLACES.of({})) == (10, False, 3)


def test_what_was_chosen_holds() -> None:
    chosen = {"idle-lock": "0", "badge-needs-password": "yes", "card-places": "6"}
    assert (IDLE_LOCK.of(chosen), BADGE_NEEDS_PASSWORD.of(chosen), CARD_PLACES.of(chosen)) == (0, True, 6)


@pytest.mark.parametrize("known", PARAMETERS.values(), ids=PARAMETERS)
def test_every_default_can_be_chosen(known: Parameter) -> None:
    assert written(known, shown(known, {})) == shown(known, {})


@given(st.text(max_size=12) | st.integers(-3, 2000).map(str))
def test_a_number_is_within_its_bounds_or_refused_with_them(text: str) -> None:
    given = text.strip()
    if given.isascii() and given.isdecimal() and int(given) <= 1440:
        assert written(IDLE_LOCK, text) == str(IDLE_LOCK.read(text)) == str(int(given))
    else:
        with pytest.raises(Invalid, match="from 0 to 1440") as refusal:
            IDLE_LOCK.read(text)
        assert refusal.value.field == "idle-lock"


@pytest.mark.parametrize(("typed", "value"), [("Yes", True), (" on ", True), ("0", False), ("FALSE", False)])
def test_a_switch_is_read_as_people_write_it(typed: str, value: bool) -> None:
    assert BADGE_NEEDS_PASSWORD.read(typed) is value


@pytest.mark.parametrize("typed", ["", "perhaps", "2"])
def test_what_is_neither_yes_nor_no_is_refused(typed: str) -> None:
    with pytest.raises(Invalid, match="neither yes nor no") as refusal:
        BADGE_NEEDS_PASSWORD.read(typed)
    assert refusal.value.field == "badge-needs-password"


def test_a_setting_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(
        NotFound,
        match=r"no setting “idle”\. There are: activity-type-hours, badge-needs-password, card-places, cloud-authority",
    ):
        parameter("idle")


def test_a_number_says_what_can_be_chosen() -> None:
    assert Number("x", 1, 0, 5, "").choices == "0 to 5"


def test_what_another_version_stored_counts_as_the_default() -> None:
    assert CARD_PLACES.of({"card-places": "12"}) == 3
    assert BADGE_NEEDS_PASSWORD.of({"badge-needs-password": "sometimes"}) is False
