"""Card geometry: the sizes of the design, at the widths of the design."""

import pytest

from clienteling.ui.lists.card_layout import (
    GAP,
    MARGIN,
    CardLayout,
    RowLayout,
    cards_across,
    cell_width,
)


@pytest.mark.parametrize(
    ("cards_room", "across", "width"),
    [
        (1366 - 88 - 264 - 48, 3, 311),  # filters open
        (1366 - 88 - 48, 3, 399),  # filters shut
        (1920 - 88 - 264 - 48, 4, 368),
        (1920 - 88 - 48, 5, 344),
        (300, 1, 300),
        (200, 1, 200),
    ],
)
def test_cards_share_the_width_with_a_gap_between_them(cards_room: int, across: int, width: int) -> None:
    room = cards_room + 2 * MARGIN
    assert cards_across(room) == across
    assert cell_width(room) - GAP == width


@pytest.mark.parametrize(("places", "with_holder", "height"), [(3, False, 192), (3, True, 232), (1, False, 136)])
def test_a_card_is_as_high_as_its_places(places: int, with_holder: bool, height: int) -> None:
    assert CardLayout(311, places, with_holder).height == height


def test_nothing_on_a_card_overlaps() -> None:
    layout = CardLayout(311, 3, True)
    rects = [layout.avatar, layout.name, layout.phone, layout.email, layout.ring]
    rects += [layout.place(number) for number in range(3)] + [layout.holder_avatar, layout.holder]
    for at, rect in enumerate(rects):
        assert layout.rect.contains(rect)
        assert not any(rect.intersects(other) for other in rects[at + 1 :])


def test_the_email_runs_under_the_ring() -> None:
    layout = CardLayout(311, 3)
    assert layout.email.right() == layout.ring.right()
    assert layout.phone.right() < layout.ring.left()


@pytest.mark.parametrize("width", [200, 380, 600, 800, 966, 1520])
def test_columns_of_a_row_leave_room_for_the_name_and_one_another(width: int) -> None:
    layout = RowLayout(width, 3, True)
    edges = [layout.name.right()]
    for column in range(layout.shown):
        assert layout.value(column).left() > edges[-1]
        edges.append(layout.value(column).right())
    assert edges[-1] < layout.ring.left()
    assert layout.shown == 0 or layout.name.width() >= 176


def test_a_narrow_row_drops_columns_and_a_wide_one_shows_all() -> None:
    assert RowLayout(420, 3, True).shown == 0
    assert RowLayout(700, 3, True).shown == 2
    assert RowLayout(1500, 3, True).shown == 4
    assert RowLayout(1500, 3, True).columns == 3
